/* stemmeboks check: everything that is wrong in a meeting's folder. */
#include "tools/line/command.h"

#include "tools/import/import_report.h"
#include "words/words.h"

const struct option_spec options_check[] = {
    {NULL, 0, NULL, NULL},
};

/* Which of the meeting's languages residents should not yet rely on. Their
 * words lie in no file of the folder. */
static void languages_warn(const struct arguments *arguments,
			   const struct meeting *meeting, json_t *warnings)
{
	for (int i = 0; i < meeting->language_count; i++) {
		const char *language = meeting->languages[i];
		bool there = words_translated(language);
		char text[300];

		if (there && words_reviewed(language))
			continue;
		/* TRANSLATORS: a language's own name and its code. */
		snprintf(text, sizeof(text),
			 there ? _("The words in %1$s (%2$s) have not been "
				   "read by two residents.")
			       : _("There are no words in %1$s (%2$s) yet: "
				   "its screens are English."),
			 words_endonym(language), language);
		report_line(arguments, "%s", text);
		if (warnings)
			json_array_append_new(
			    warnings,
			    json_pack("{s:s, s:i, s:s}", "file", IMPORT_INI,
				      "line", 0, "message", text));
	}
}

static const char *or_none(const char *text)
{
	return text ? text : "";
}

enum status cmd_check(const struct arguments *arguments)
{
	const char *folder = argument_operand(arguments, 0);
	struct meeting *meeting = NULL;
	json_t *warnings = NULL;
	enum status status =
	    import_report(arguments, folder, stdout, &meeting, &warnings);

	if (status != STATUS_OK)
		return status;
	import_summary(arguments, meeting);
	languages_warn(arguments, meeting, warnings);
	report_line(arguments, "%s",
		    _("No mistakes. \"stemmeboks build\" makes the meeting "
		      "file."));
	report_json(
	    arguments,
	    json_pack("{s:b, s:s, s:s, s:s, s:i, s:i, s:o, s:o}", "ok", 1,
		      "title", meeting_text(meeting, &meeting->title, 0, NULL),
		      "date", or_none(meeting->date), "place",
		      or_none(meeting->place), "proposals",
		      meeting->proposal_count, "funds", meeting->fund_count,
		      "pots", import_summary_json(meeting), "warnings",
		      warnings));
	meeting_free(meeting);
	return STATUS_OK;
}

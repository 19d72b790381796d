#include "tools/import/import_report.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "words/votes.h"
#include "words/words.h"

/* {"error":"input","message":…,"problems":[…],"warnings":[…]} */
static void report_problems(const struct arguments *arguments,
			    const struct problems *problems)
{
	report_json(arguments,
		    json_pack("{s:s, s:s, s:o, s:o}", "error",
			      status_name(STATUS_INPUT), "message",
			      words_get(status_text(STATUS_INPUT)), "problems",
			      problems_json(problems, false), "warnings",
			      problems_json(problems, true)));
}

/* STATUS_OK when PATH can be a meeting's folder or spreadsheet, else told. */
static enum status path_check(const struct arguments *arguments,
			      const char *path)
{
	struct stat found;

	if (stat(path, &found) != 0)
		return report_error(arguments, STATUS_FILE_MISSING,
				    import_spreadsheet(path)
					? _("There is no file %s.")
					: _("There is no folder %s."),
				    path);
	if (!S_ISDIR(found.st_mode) && !import_spreadsheet(path))
		return report_error(arguments, STATUS_INPUT,
				    _("%s is no folder, and no spreadsheet: "
				      ".xlsx, .ods or .csv."),
				    path);
	return STATUS_OK;
}

/* The part of PATH that stands before the names in problems. */
static char *told_folder(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct stat found;

	if (stat(path, &found) == 0 && S_ISDIR(found.st_mode))
		return strdup(path);
	return strndup(path, slash ? (size_t)(slash - path) : 0);
}

enum status import_report(const struct arguments *arguments, const char *path,
			  FILE *out, struct meeting **ret_meeting,
			  json_t **ret_warnings)
{
	struct problems problems = {0};
	char *folder = told_folder(path);
	enum status status = path_check(arguments, path);

	if (status != STATUS_OK) {
		free(folder);
		return status;
	}
	status = import_read(path, &problems, ret_meeting);
	if (status != STATUS_OK && status != STATUS_INPUT) {
		report_error(arguments, status, "%s", path);
		goto out;
	}
	if (!argument_json(arguments))
		problems_print(&problems, folder, out);
	if (status == STATUS_OK)
		*ret_warnings = problems_json(&problems, true);
	else if (argument_json(arguments))
		report_problems(arguments, &problems);
	else
		fprintf(out, "%s\n", words_get(status_text(status)));
out:
	problems_clear(&problems);
	free(folder);
	return status;
}

static int64_t asked_minor(const struct meeting *meeting, int pot,
			   int *ret_count)
{
	int64_t asked = 0;
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		asked += meeting->proposals[i].cost_minor;
	*ret_count = end - first;
	return asked;
}

static void pot_line(const struct arguments *arguments,
		     const struct meeting *meeting, int pot)
{
	char amount[MONEY_TEXT], asked[MONEY_TEXT];
	int count;

	words_money(asked_minor(meeting, pot, &count), asked);
	words_money(meeting->pots[pot].amount_minor, amount);
	report_line(arguments,
		    words_plural("  %s: %s, %d proposal asks for %s",
				 "  %s: %s, %d proposals ask for %s",
				 (unsigned long)count),
		    meeting_text(meeting, &meeting->pots[pot].title, 0, NULL),
		    amount, count, asked);
	report_line(arguments, "    %s",
		    ballot_type_text(meeting->pots[pot].ballot_type));
}

void import_summary(const struct arguments *arguments,
		    const struct meeting *meeting)
{
	char date[64];

	words_date(meeting->date, date, sizeof(date));
	report_line(arguments, "%s, %s",
		    meeting_text(meeting, &meeting->title, 0, NULL), date);
	for (int i = 0; i < meeting->pot_count; i++)
		pot_line(arguments, meeting, i);
	if (meeting->fund_count)
		report_line(arguments,
			    words_plural("  %d kind of other money to seek",
					 "  %d kinds of other money to seek",
					 (unsigned long)meeting->fund_count),
			    meeting->fund_count);
}

json_t *import_summary_json(const struct meeting *meeting)
{
	json_t *pots = json_array();

	for (int i = 0; i < meeting->pot_count; i++) {
		const struct pot *pot = &meeting->pots[i];
		int count;
		int64_t asked = asked_minor(meeting, i, &count);

		json_array_append_new(
		    pots, json_pack("{s:s, s:s, s:s, s:I, s:i, s:I}", "key",
				    pot->key, "ballot",
				    ballot_type_name(pot->ballot_type), "title",
				    meeting_text(meeting, &pot->title, 0, NULL),
				    "amount_minor",
				    (json_int_t)pot->amount_minor, "proposals",
				    count, "asked_minor", (json_int_t)asked));
	}
	return pots;
}

/* stemmeboks check: everything that is wrong in a meeting's folder. */
#include "tools/line/command.h"

#include "tools/import/import_report.h"
#include "words/words.h"

const struct option_spec options_check[] = {
    {NULL, 0, NULL, NULL},
};

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
	report_line(arguments, "%s",
		    _("No mistakes. \"stemmeboks build\" makes the meeting "
		      "file."));
	report_json(arguments, json_pack("{s:b, s:i, s:i, s:o, s:o}", "ok", 1,
					 "proposals", meeting->proposal_count,
					 "funds", meeting->fund_count, "pots",
					 import_summary_json(meeting),
					 "warnings", warnings));
	meeting_free(meeting);
	return STATUS_OK;
}

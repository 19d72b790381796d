/* stemmeboks verify: is this result the one that the ballots give? */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "store/store.h"
#include "tools/bundle/bundle.h"
#include "tools/bundle/bundle_verify.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_verify[] = {{NULL, 0, NULL, NULL}};

static json_t *complaints_json(const struct verdict *verdict)
{
	json_t *array = json_array();

	for (int i = 0; i < verdict->complaint_count; i++) {
		const struct complaint *complaint = &verdict->complaints[i];

		json_array_append_new(
		    array, json_pack("{s:s, s:i, s:s}", "file", complaint->file,
				     "line", complaint->line, "message",
				     complaint->text));
	}
	return array;
}

static void tell_complaint(const struct arguments *arguments,
			   const struct complaint *complaint)
{
	if (complaint->line > 0)
		report_line(arguments, "  %s:%d: %s", complaint->file,
			    complaint->line, complaint->text);
	else
		report_line(arguments, "  %s: %s", complaint->file,
			    complaint->text);
}

static void tell_right(const struct arguments *arguments,
		       const struct verdict *verdict)
{
	report_line(arguments,
		    words_plural("%d file: the sums are right.",
				 "%d files: the sums are right.",
				 (unsigned long)verdict->file_count),
		    verdict->file_count);
	if (verdict->ballots_shown)
		report_line(arguments,
			    words_plural("%d ballot follows the rules "
					 "and is in the box.",
					 "%d ballots follow the rules "
					 "and are in the box.",
					 (unsigned long)verdict->ballots),
			    verdict->ballots);
	else
		report_line(arguments,
			    words_plural("%d ballot was cast; with so few "
					 "only the totals are published.",
					 "%d ballots were cast; with so few "
					 "only the totals are published.",
					 (unsigned long)verdict->ballots),
			    verdict->ballots);
	report_line(arguments, "%s",
		    verdict->ballots_shown
			? _("Counted again: every number agrees.")
			: _("Money given away again: every number agrees."));
	if (!verdict->ballots_shown)
		report_line(arguments, "%s",
			    _("Not checked: that the totals are the sums "
			      "of the ballots."));
	if (*verdict->worded.file) {
		report_line(arguments, "%s",
			    _("Worded differently here, with the same "
			      "numbers:"));
		tell_complaint(arguments, &verdict->worded);
	}
}

static enum status verify_folder(const struct arguments *arguments,
				 const char *path)
{
	struct bundle_files *files = calloc(1, sizeof(*files));
	struct verdict verdict;
	char why[BUNDLE_WHY] = "";
	enum status status = STATUS_MEMORY;

	if (!files)
		return report_error(arguments, STATUS_MEMORY, NULL);
	status = bundle_files_load(path, files, why);
	if (status != STATUS_OK) {
		report_error(arguments, status, "%s", why);
		goto out;
	}
	status = bundle_verify(files, &verdict);
	if (status != STATUS_OK && status != STATUS_DISAGREES) {
		report_error(arguments, status, "%s", path);
		goto out;
	}
	report_json(arguments,
		    json_pack("{s:s, s:b, s:i, s:b, s:o}", "folder", path,
			      "agrees", status == STATUS_OK, "ballots",
			      verdict.ballots, "ballots_published",
			      (int)verdict.ballots_shown, "differences",
			      complaints_json(&verdict)));
	if (status == STATUS_OK) {
		tell_right(arguments, &verdict);
		goto out;
	}
	report_line(arguments, "%s",
		    _("This folder is not what was published, or was counted "
		      "wrong:"));
	for (int i = 0; i < verdict.complaint_count; i++)
		tell_complaint(arguments, &verdict.complaints[i]);
	if (!argument_json(arguments))
		report_error(arguments, status, NULL);
out:
	bundle_files_free(files);
	free(files);
	return status;
}

static enum status verify_file(const struct arguments *arguments,
			       const char *path)
{
	struct store *store = NULL;
	struct bundle *bundle = NULL;
	enum phase phase = PHASE_DRAFT;
	enum status status = store_open(path, STORE_READ, &store);

	if (status == STATUS_OK)
		status = store_phase(store, &phase);
	if (status == STATUS_OK)
		status = bundle_gather(store, &bundle);
	if (status != STATUS_OK) {
		report_error(arguments, status, "%s", path);
		goto out;
	}
	report_json(arguments,
		    json_pack("{s:s, s:b, s:s, s:i, s:i}", "file", path,
			      "agrees", 1, "phase", phase_name(phase), "slips",
			      bundle->roll.printed, "ballots",
			      bundle->roll.used));
	report_line(arguments, "%s",
		    _("The meeting file is whole; its acts follow each "
		      "other."));
	if (bundle->closed)
		report_line(arguments,
			    words_plural("%d ballot, as many as slips used. "
					 "Plain SQL gives the same sums.",
					 "%d ballots, as many as slips used. "
					 "Plain SQL gives the same sums.",
					 (unsigned long)bundle->tally.ballots),
			    bundle->tally.ballots);
	else
		report_line(arguments, "%s",
			    _("The ballots are looked at once voting is "
			      "closed."));
out:
	bundle_free(bundle);
	store_free(store);
	return status;
}

enum status cmd_verify(const struct arguments *arguments)
{
	const char *path = argument_operand(arguments, 0);
	struct stat found;

	if (stat(path, &found) != 0)
		return report_error(arguments, STATUS_FILE_MISSING, "%s: %s",
				    path, strerror(errno));
	return S_ISDIR(found.st_mode) ? verify_folder(arguments, path)
				      : verify_file(arguments, path);
}

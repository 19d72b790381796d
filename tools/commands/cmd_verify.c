/* stemmeboks verify: is this result the one that the ballots give? */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "tools/bundle/bundle.h"
#include "tools/bundle/bundle_verify.h"
#include "tools/commands/verify_file.h"
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

/* Each pot that could not be counted again, and what that leaves open. */
static void tell_told(const struct arguments *arguments,
		      const struct verdict *verdict)
{
	for (int i = 0; i < verdict->told_count; i++)
		report_line(
		    arguments,
		    _("Not counted again: the pot %s. Its rule looks at "
		      "whole ballots, which are not published."),
		    verdict->told[i]);
	if (verdict->told_count == 0)
		return;
	report_line(arguments, "%s",
		    _("Checked there: the money, the limits, how many can have "
		      "paid, and that their shares are enough."));
	report_line(arguments, "%s",
		    _("Not checked there: that the rule gives the money to "
		      "just these. For that the signature vouches."));
}

static void tell_ballots(const struct arguments *arguments,
			 const struct verdict *verdict)
{
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
		    : verdict->pots_told
			? _("The other money was given away again: every "
			    "number agrees.")
			: _("Money given away again: every number agrees."));
}

static void tell_files(const struct arguments *arguments,
		       const struct verdict *verdict)
{
	report_line(arguments, "%s",
		    verdict->pdfs_compared
			? _("Every file was made again and is the same, byte "
			    "for byte.")
			: _("Every file but the PDFs was made again and is "
			    "the same, byte for byte."));
	if (!verdict->pdfs_compared)
		report_line(arguments, "%s",
			    _("The PDFs were not made again: other versions of "
			      "the libraries made them. Their sums and the "
			      "signature are right."));
}

static void tell_right(const struct arguments *arguments,
		       const struct verdict *verdict)
{
	report_line(arguments,
		    words_plural("%d file: the sums are right.",
				 "%d files: the sums are right.",
				 (unsigned long)verdict->file_count),
		    verdict->file_count);
	tell_told(arguments, verdict);
	tell_ballots(arguments, verdict);
	tell_files(arguments, verdict);
	if (!verdict->ballots_shown)
		report_line(arguments, "%s",
			    _("Not checked: that the totals are the sums "
			      "of the ballots."));
	report_line(arguments,
		    _("The signature is right. It was made with the key %s – "
		      "compare it with the minutes of the meeting"),
		    verdict->fingerprint);
	report_line(arguments, "%s",
		    _("audit.csv: the acts follow each other in one chain."));
	if (*verdict->lost)
		report_line(arguments,
			    _("%s The boxes and the acts say the same."),
			    verdict->lost);
	else
		report_line(arguments, "%s",
			    _("slips.csv: as many slips as ballots; whose, the "
			      "file does not say."));
	verify_minutes(arguments, verdict->code, verdict->root);
}

/* What is wrong, file by file. */
static void tell_wrong(const struct arguments *arguments,
		       const struct verdict *verdict)
{
	report_line(arguments, "%s",
		    _("This folder is not what was published, or was counted "
		      "wrong:"));
	for (int i = 0; i < verdict->complaint_count; i++)
		tell_complaint(arguments, &verdict->complaints[i]);
	if (!verdict->compared)
		report_line(arguments, "%s",
			    _("So the other files could not be made again and "
			      "compared."));
}

static json_t *extra_json(const struct bundle_files *files)
{
	json_t *array = json_array();

	for (int i = 0; i < files->extra_count; i++)
		json_array_append_new(array, json_string(files->extra[i]));
	return array;
}

static void tell_extra(const struct arguments *arguments,
		       const struct bundle_files *files)
{
	for (int i = 0; i < files->extra_count; i++)
		report_line(arguments,
			    _("Not part of the result, not looked at: %s"),
			    files->extra[i]);
}

static json_t *told_json(const struct verdict *verdict)
{
	json_t *array = json_array();

	for (int i = 0; i < verdict->told_count; i++)
		json_array_append_new(array, json_string(verdict->told[i]));
	return array;
}

static json_t *verdict_json(const struct verdict *verdict,
			    const struct bundle_files *files, const char *path,
			    bool agrees)
{
	return json_pack(
	    "{s:s, s:b, s:b, s:b, s:i, s:b, s:b, s:o, s:s?, s:s?, s:s?, s:o, "
	    "s:o}",
	    "folder", path, "agrees", (int)agrees, "compared",
	    (int)verdict->compared, "pdfs_compared",
	    (int)verdict->pdfs_compared, "ballots", verdict->ballots,
	    "ballots_published", (int)verdict->ballots_shown, "ballots_checked",
	    (int)(agrees && verdict->ballots_shown), "pots_not_counted",
	    told_json(verdict), "code",
	    verdict->compared ? verdict->code : NULL, "root",
	    verdict->compared ? verdict->root : NULL, "signer",
	    verdict->compared ? verdict->fingerprint : NULL, "differences",
	    complaints_json(verdict), "extra", extra_json(files));
}

static enum status verify_folder(const struct arguments *arguments,
				 const char *path)
{
	struct bundle_files *files = calloc(1, sizeof(*files));
	struct verdict *verdict = calloc(1, sizeof(*verdict));
	char why[BUNDLE_WHY] = "";
	enum status status = STATUS_MEMORY;

	if (files && verdict)
		status = bundle_files_load(path, files, why);
	if (status == STATUS_OK && !bundle_files_published(files)) {
		status =
		    report_refusal(arguments, STATUS_NOT_MEETING,
				   _("This folder holds no published result."));
		goto out;
	}
	if (status == STATUS_OK)
		status = bundle_verify(files, verdict);
	if (status == STATUS_FILE_MISSING && !*why)
		snprintf(why, sizeof(why), "%s",
			 _("the folder with the fonts"));
	if (status != STATUS_OK && status != STATUS_DISAGREES) {
		report_error(arguments, status, "%s", *why ? why : path);
		goto out;
	}
	/* What should be a file and is none stops the reading. */
	if (*why) {
		report_error(arguments, status, "%s", why);
		goto out;
	}
	report_json(arguments,
		    verdict_json(verdict, files, path, status == STATUS_OK));
	if (status == STATUS_OK)
		tell_right(arguments, verdict);
	else
		tell_wrong(arguments, verdict);
	tell_extra(arguments, files);
	if (status != STATUS_OK && !argument_json(arguments))
		report_refusal(arguments, status,
			       _("%s does not agree with itself."), path);
out:
	if (files)
		bundle_files_free(files);
	free(files);
	free(verdict);
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

/* stemmeboks build: a meeting's folder or spreadsheet into the meeting file. */
#include "tools/line/command.h"

#include <sodium.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "core/slip.h"
#include "store/audit.h"
#include "store/entropy.h"
#include "store/store.h"
#include "tools/import/build_images.h"
#include "tools/import/import.h"
#include "tools/import/import_report.h"
#include "words/words.h"

const struct option_spec options_build[] = {
    {"output", 'o', "FILE", N_("The meeting file to make. Must not exist.")},
    {NULL, 0, NULL, NULL},
};

/* What makes this meeting unlike any other: a token of one is worth nothing in
 * another. */
static void meeting_name(struct meeting *meeting)
{
	unsigned char two[2];

	entropy.fill(entropy.context, meeting->id, sizeof(meeting->id));
	entropy.fill(entropy.context, two, sizeof(two));
	slip_code(two, meeting->code);
}

/* The images first: a meeting file that is there has all of them. */
static enum status build(const struct arguments *arguments, const char *path,
			 const char *file, struct meeting *meeting)
{
	char at[AUDIT_TIME], *images = NULL, *from = NULL;
	char *folder = import_base(path);
	enum status status = STATUS_MEMORY;

	if (!folder || asprintf(&images, "%s.images", file) < 0 ||
	    asprintf(&from, "%s/%s", folder, import_images_name(folder)) < 0) {
		report_error(arguments, status, NULL);
		goto out;
	}
	status = build_images(meeting, from, images);
	if (status != STATUS_OK) {
		report_error(arguments, status, "%s", images);
		goto out;
	}
	meeting_name(meeting);
	audit_time((int64_t)time(NULL), at);
	status = store_create(file, meeting, at);
	if (status != STATUS_OK) {
		build_images_remove(images);
		report_error(arguments, status, "%s", file);
	}
out:
	free(from);
	free(images);
	free(folder);
	return status;
}

/* Whether FILE and its images may be made. */
static enum status output_check(const struct arguments *arguments,
				const char *file)
{
	static const char *const endings[] = {"", ".images"};

	if (!file)
		return report_error(arguments, STATUS_USAGE,
				    _("Say where the meeting file goes: -o "
				      "FILE"));
	for (int i = 0; i < 2; i++) {
		char *path = NULL;
		bool there;

		if (asprintf(&path, "%s%s", file, endings[i]) < 0)
			return report_error(arguments, STATUS_MEMORY, NULL);
		there = access(path, F_OK) == 0;
		if (there)
			report_error(arguments, STATUS_FILE_EXISTS, "%s", path);
		free(path);
		if (there)
			return STATUS_FILE_EXISTS;
	}
	return STATUS_OK;
}

enum status cmd_build(const struct arguments *arguments)
{
	const char *path = argument_operand(arguments, 0);
	const char *file = argument_option(arguments, "output");
	struct meeting *meeting = NULL;
	json_t *warnings = NULL;
	enum status status = output_check(arguments, file);

	if (status != STATUS_OK)
		return status;
	status = import_report(arguments, path, stderr, &meeting, &warnings);
	if (status != STATUS_OK)
		return status;
	status = build(arguments, path, file, meeting);
	if (status == STATUS_OK) {
		import_summary(arguments, meeting);
		report_line(arguments, _("Made %s."), file);
		report_json(arguments,
			    json_pack("{s:b, s:s, s:i, s:i, s:o, s:O}", "ok", 1,
				      "file", file, "proposals",
				      meeting->proposal_count, "funds",
				      meeting->fund_count, "pots",
				      import_summary_json(meeting), "warnings",
				      warnings));
	}
	json_decref(warnings);
	meeting_free(meeting);
	return status;
}

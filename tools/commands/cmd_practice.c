/* stemmeboks practice: the same meeting as another one, to practise with. */
#include <stdlib.h>

#include "core/meeting.h"
#include "store/entropy.h"
#include "store/practice.h"
#include "tools/commands/copy_file.h"
#include "tools/commands/meeting_file.h"
#include "tools/import/build_images.h"
#include "tools/line/report.h"
#include "words/words.h"

const struct option_spec options_practice[] = {
    {"output", 'o', "FILE", N_("The practice file to make. Must not exist.")},
    {NULL, 0, NULL, NULL},
};

static enum status make(const struct arguments *arguments, struct store *store,
			const char *path)
{
	char *images = copy_file_images(path);
	char at[AUDIT_TIME];
	enum status status;

	if (!images)
		return report_error(arguments, STATUS_MEMORY, NULL);
	status = copy_file_pictures(arguments, store, images);
	if (status != STATUS_OK)
		goto out;
	meeting_file_time(at);
	status = practice_write(store, path, &entropy, at);
	if (status != STATUS_OK) {
		build_images_remove(images);
		report_error(arguments, status, "%s", path);
	}
out:
	free(images);
	return status;
}

static void tell(const struct arguments *arguments, const char *path)
{
	report_practice(arguments);
	report_line(arguments, _("Made %s."), path);
	report_line(arguments, "%s",
		    _("It has slips of its own: the meeting's do not work at "
		      "it, nor its slips at the meeting."));
	report_line(arguments,
		    _("Next: stemmeboks slips %s --count 12 -o practice.pdf"),
		    path);
	report_json(arguments, json_pack("{s:s}", "file", path));
}

enum status cmd_practice(const struct arguments *arguments)
{
	const char *path = argument_option(arguments, "output");
	struct store *store = NULL;
	enum status status = copy_file_free(arguments, path);

	if (status == STATUS_OK)
		status = meeting_file_open(arguments, STORE_READ, &store);
	if (status == STATUS_OK)
		status = make(arguments, store, path);
	if (status == STATUS_OK)
		tell(arguments, path);
	store_free(store);
	return status;
}

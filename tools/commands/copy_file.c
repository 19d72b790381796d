#include "tools/commands/copy_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/pictures.h"
#include "store/store.h"
#include "tools/commands/file_kind.h"
#include "tools/commands/meeting_file.h"
#include "tools/import/build_images.h"
#include "tools/line/report.h"
#include "words/words.h"

char *copy_file_images(const char *path)
{
	char *images = NULL;

	return asprintf(&images, "%s.images", path) < 0 ? NULL : images;
}

enum status copy_file_free(const struct arguments *arguments, const char *path)
{
	if (!path || !*path)
		return report_error(arguments, STATUS_USAGE,
				    _("Say where the new file goes: -o FILE"));
	return access(path, F_OK) == 0
		   ? report_error(arguments, STATUS_FILE_EXISTS, "%s", path)
		   : STATUS_OK;
}

enum status copy_file_pictures(const struct arguments *arguments,
			       const struct store *store, const char *images)
{
	char name[PICTURES_NAME];
	enum status status = store_pictures_check(store, name);

	if (status != STATUS_OK) {
		if (!argument_json(arguments))
			meeting_file_picture(arguments, store, status, name);
		return STATUS_OK;
	}
	status = build_images_copy(store_meeting(store), store_images(store),
				   images);
	if (status != STATUS_OK)
		report_error(arguments, status, "%s", images);
	return status;
}

enum status copy_file_told(const struct arguments *arguments,
			   struct store *store, bool *ret_told)
{
	enum file_kind kind;
	enum status status = file_kind(store, &kind);

	if (status != STATUS_OK)
		return report_error(arguments, status, NULL);
	*ret_told = kind != FILE_BOX;
	return STATUS_OK;
}

json_t *copy_file_json(int number, bool told)
{
	return told ? json_integer(number) : json_null();
}

void copy_file_tell(const struct arguments *arguments,
		    const struct backup *backup, bool told)
{
	if (!told) {
		report_line(arguments,
			    _("In it: phase \"%1$s\", %2$d slips, and the "
			      "ballots of one kiosk."),
			    words_get(phase_text(backup->phase)),
			    backup->slips.printed);
		return;
	}
	report_line(arguments,
		    _("In it: phase \"%1$s\", %2$d slips (%3$d used, %4$d "
		      "void), %5$d ballots."),
		    words_get(phase_text(backup->phase)), backup->slips.printed,
		    backup->slips.used, backup->slips.voided, backup->ballots);
}

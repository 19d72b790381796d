#include "tools/commands/copy_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/backup.h"
#include "store/pictures.h"
#include "store/store.h"
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

void copy_file_tell(const struct arguments *arguments,
		    const struct backup *backup)
{
	report_line(arguments,
		    _("In it: phase \"%1$s\", %2$d slips (%3$d used, %4$d "
		      "void), %5$d ballots."),
		    words_get(phase_text(backup->phase)), backup->slips.printed,
		    backup->slips.used, backup->slips.voided, backup->ballots);
}

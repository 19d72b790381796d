#include "app/kept_file.h"

#include <limits.h>
#include <unistd.h>

#include "words/place.h"

enum status kept_file_write(const char *path,
			    bool (*write)(const void *context, FILE *out),
			    const void *context)
{
	char made[PATH_MAX + 8];
	bool written;
	FILE *out;

	place_folders(path);
	snprintf(made, sizeof(made), "%s.new", path);
	out = fopen(made, "w");
	if (!out)
		return STATUS_FILE_WRITE;
	written = write(context, out);
	written &= fclose(out) == 0;
	if (written && rename(made, path) == 0)
		return STATUS_OK;
	unlink(made);
	return STATUS_FILE_WRITE;
}

#include "tools/sheet/sheet_zip.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

#include "tools/sheet/sheet_build.h"

enum { BLOCK = 65536 };

struct sheet_zip {
	zip_t *archive;
	size_t left; /* that may still be unpacked */
};

const char *sheet_zip_open(int file, struct sheet_zip **ret_zip)
{
	struct sheet_zip *zip = calloc(1, sizeof(*zip));
	int error = 0;

	if (!zip) {
		close(file);
		return sheet_memory;
	}
	zip->left = SHEET_XML_BYTES;
	/* Takes the descriptor when it can, and only then. */
	zip->archive = zip_fdopen(file, 0, &error);
	if (!zip->archive) {
		close(file);
		free(zip);
		return error == ZIP_ER_MEMORY ? sheet_memory : sheet_broken;
	}
	*ret_zip = zip;
	return NULL;
}

bool sheet_zip_has(const struct sheet_zip *zip, const char *name)
{
	return zip_name_locate(zip->archive, name, 0) >= 0;
}

/* All of PART in a growing *bytes, which is the caller's in any case. */
static const char *unpack(struct sheet_zip *zip, zip_file_t *part, char **bytes,
			  size_t *length)
{
	size_t room = 0;

	for (;;) {
		zip_int64_t count;

		if (room - *length < BLOCK) {
			char *larger;

			room = 2 * room + BLOCK;
			larger = realloc(*bytes, room);
			if (!larger)
				return sheet_memory;
			*bytes = larger;
		}
		count = zip_fread(part, *bytes + *length, BLOCK);
		if (count < 0)
			return sheet_broken;
		if (count == 0)
			return NULL;
		if ((size_t)count > zip->left)
			return sheet_large;
		zip->left -= (size_t)count;
		*length += (size_t)count;
	}
}

const char *sheet_zip_part(struct sheet_zip *zip, const char *name,
			   char **ret_bytes, size_t *ret_length)
{
	zip_file_t *part = zip_fopen(zip->archive, name, 0);
	char *bytes = NULL;
	size_t length = 0;
	const char *why;

	if (!part)
		return sheet_broken;
	why = unpack(zip, part, &bytes, &length);
	zip_fclose(part);
	if (why) {
		free(bytes);
		return why;
	}
	*ret_bytes = bytes;
	*ret_length = length;
	return NULL;
}

void sheet_zip_free(struct sheet_zip *zip)
{
	if (!zip)
		return;
	zip_discard(zip->archive);
	free(zip);
}

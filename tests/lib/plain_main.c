/* plain: PNG and JPEG pictures into those that screens show, under the same
 * names in another folder: plain FOLDER FILE... */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tools/import/picture.h"
#include "tools/import/picture_file.h"
#include "tools/import/picture_plain.h"

static int make(int folder, const char *path)
{
	const char *slash = strrchr(path, '/');
	unsigned char *bytes = NULL, *plain;
	struct picture picture;
	size_t length = 0;
	enum status status;

	if (picture_file_read(AT_FDCWD, path, &bytes, &length) ||
	    picture_decode(bytes, length, &picture))
		return 1;
	free(bytes);
	plain = picture_plain(&picture, &length);
	free(picture.rows);
	status = plain ? picture_file_write(folder, slash ? slash + 1 : path,
					    plain, length)
		       : STATUS_MEMORY;
	free(plain);
	return status == STATUS_OK ? 0 : 1;
}

int main(int argc, char **argv)
{
	int folder = argc > 1 ? open(argv[1], O_RDONLY | O_DIRECTORY) : -1;
	int failed = folder < 0;

	for (int i = 2; i < argc && !failed; i++)
		failed = make(folder, argv[i]);
	if (failed)
		perror(argv[0]);
	return failed;
}

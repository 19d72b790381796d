#include "app/announce.h"

#include <errno.h>
#include <unistd.h>

enum status announce_open(const char *path, FILE **ret_file)
{
	FILE *file = NULL;

	if (path) {
		file = fopen(path, "wxe");
		if (!file)
			return errno == EEXIST ? STATUS_FILE_EXISTS
					       : STATUS_FILE_WRITE;
	}
	*ret_file = file;
	return STATUS_OK;
}

void announce_close(FILE *file, const char *path)
{
	if (!file)
		return;
	if (ftell(file) == 0)
		unlink(path);
	fclose(file);
}

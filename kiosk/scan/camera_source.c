#include "scan/camera_source.h"

#include <string.h>
#include <sys/stat.h>

const struct camera_source *camera_source_for(const char *device)
{
	size_t length = strlen(device);
	struct stat info;

	if (length && device[length - 1] == '/')
		return &camera_files;
	if (stat(device, &info) == 0 && S_ISDIR(info.st_mode))
		return &camera_files;
	return &camera_v4l2;
}

/* Whether a disk writes before it says so: how long it takes. */
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include "machine/machine.h"

/* As much as a page of the meeting's file. */
enum { BLOCK = 4096, US = 1000000, NS_IN_US = 1000 };

static int64_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * US + now.tv_nsec / NS_IN_US;
}

/* Other bytes each time, in the same place, as in a journal that is kept. */
static enum status write_all(int file, int64_t times_us[CHECK_SYNCS])
{
	char block[BLOCK];

	for (int i = 0; i < CHECK_SYNCS; i++) {
		int64_t begun;

		memset(block, 'a' + i, sizeof(block));
		begun = now_us();
		if (pwrite(file, block, sizeof(block), 0) !=
			(ssize_t)sizeof(block) ||
		    fsync(file) != 0)
			return STATUS_FILE_WRITE;
		times_us[i] = now_us() - begun;
	}
	return STATUS_OK;
}

enum status machine_disk(const char *folder, struct check_disk *ret_disk)
{
	struct check_disk disk = {0};
	int64_t times_us[CHECK_SYNCS];
	char path[PATH_MAX];
	struct statfs system;
	enum status status;
	int file;

	snprintf(path, sizeof(path), "%s/.stemmeboks-disk-XXXXXX", folder);
	file = mkostemp(path, O_CLOEXEC);
	if (file < 0)
		return STATUS_FILE_WRITE;
	unlink(path);
	disk.memory =
	    fstatfs(file, &system) == 0 &&
	    (system.f_type == TMPFS_MAGIC || system.f_type == RAMFS_MAGIC);
	status = write_all(file, times_us);
	close(file);
	if (status != STATUS_OK)
		return status;
	check_disk_sum(times_us, CHECK_SYNCS, &disk);
	*ret_disk = disk;
	return STATUS_OK;
}

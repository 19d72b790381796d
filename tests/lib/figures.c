#include "tests/lib/figures.h"

#include <dirent.h>
#include <limits.h>
#include <time.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"

double figure_cpu_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

double figure_resident_kib(void)
{
	FILE *file = fopen("/proc/self/statm", "r");
	long all, resident = 0;

	assert_non_null(file);
	assert_int_equal(fscanf(file, "%ld %ld", &all, &resident), 2);
	fclose(file);
	return (double)resident * (double)sysconf(_SC_PAGESIZE) / 1024;
}

int figure_descriptors(void)
{
	DIR *folder = opendir("/proc/self/fd");
	struct dirent *entry;
	int count = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		char name[PATH_MAX];
		ssize_t length = readlinkat(dirfd(folder), entry->d_name, name,
					    sizeof(name) - 1);

		if (length < 0)
			continue;
		name[length] = '\0';
		count += strstr(name, ".ttf") == NULL;
	}
	closedir(folder);
	return count;
}

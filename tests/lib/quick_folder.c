#include "tests/lib/quick_folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"

void quick_folder(const char *name, char *ret_path, size_t size)
{
	int length =
	    snprintf(ret_path, size, "%s/%sXXXXXX",
		     access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp", name);

	assert_in_range(length, 1, size - 1);
	assert_non_null(mkdtemp(ret_path));
}

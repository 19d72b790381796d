/* scarce.c - memory of which one allocation is refused, for a program that
 * knows nothing of it: the test puts this library before all others
 * (LD_PRELOAD).
 *
 * The file that STEMMEBOKS_SCARCE names is shared with the test and holds a
 * struct scarce_shared.
 */
#include "tests/preload/scarce.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static struct scarce_shared *shared;

/* The GNU C library's own, under the names it keeps for this. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);
void *__libc_memalign(size_t align, size_t size);

__attribute__((constructor)) static void begin(void)
{
	const char *path = getenv("STEMMEBOKS_SCARCE");
	int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
	void *mapped = file < 0
			   ? MAP_FAILED
			   : mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
				  MAP_SHARED, file, 0);

	if (file >= 0)
		close(file);
	if (mapped != MAP_FAILED)
		shared = mapped;
}

/* Says in which library CALLER is. */
static void blame(const void *caller)
{
	const char *slash;
	Dl_info found;

	if (!dladdr(caller, &found) || !found.dli_fname)
		return;
	slash = strrchr(found.dli_fname, '/');
	snprintf(shared->caller, sizeof(shared->caller), "%s",
		 slash ? slash + 1 : found.dli_fname);
}

static bool fails(const void *caller)
{
	if (!shared || atomic_fetch_add(&shared->count, 1) + 1 != shared->fails)
		return false;
	blame(caller);
	errno = ENOMEM;
	return true;
}

#define CALLER __builtin_return_address(0)

void *malloc(size_t size)
{
	return fails(CALLER) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails(CALLER) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return fails(CALLER) ? NULL : __libc_realloc(old, size);
}

void *memalign(size_t align, size_t size)
{
	return fails(CALLER) ? NULL : __libc_memalign(align, size);
}

void *aligned_alloc(size_t align, size_t size)
{
	return memalign(align, size);
}

int posix_memalign(void **ret_memory, size_t align, size_t size)
{
	void *memory = memalign(align, size);

	if (!memory)
		return ENOMEM;
	*ret_memory = memory;
	return 0;
}

#include "tests/lib/scarce.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#define OWN_MEMORY 0
#else
#define OWN_MEMORY 1
#endif

/* One machine for the whole program. */
static struct {
	enum scarce kind;
	int left; /* until one fails; 0: none will */
	bool forever;
	int failed;
} machine;

static bool fails(enum scarce kind)
{
	if (machine.left == 0 || machine.kind != kind)
		return false;
	if (machine.left > 1) {
		machine.left--;
		return false;
	}
	if (machine.failed > 0 && !machine.forever)
		return false;
	machine.failed++;
	errno = kind == SCARCE_MEMORY ? ENOMEM : EIO;
	return true;
}

bool scarce_can(enum scarce kind)
{
	return kind != SCARCE_MEMORY || OWN_MEMORY;
}

void scarce_begin(enum scarce kind, int n, bool forever)
{
	machine.kind = kind;
	machine.forever = forever;
	machine.failed = 0;
	machine.left = n;
}

int scarce_end(void)
{
	machine.left = 0;
	return machine.failed;
}

/* ---- memory ---------------------------------------------------------------
 */

#if OWN_MEMORY
/* The GNU C library's own, under the names it keeps for this. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size)
{
	return fails(SCARCE_MEMORY) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return fails(SCARCE_MEMORY) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return fails(SCARCE_MEMORY) ? NULL : __libc_realloc(old, size);
}
#endif

/* ---- system calls -----------------------------------------------------------
 */

/* The C library's function behind the one of that name here. */
#define REAL(name) ((__typeof__(&(name)))dlsym(RTLD_NEXT, #name))

ssize_t pread64(int file, void *bytes, size_t size, off64_t at)
{
	return fails(SCARCE_CALLS) ? -1 : REAL(pread64)(file, bytes, size, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
	return fails(SCARCE_CALLS) ? -1 : REAL(pwrite64)(file, bytes, size, at);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at)
{
	return pwrite64(file, bytes, size, at);
}

ssize_t read(int file, void *bytes, size_t size)
{
	return fails(SCARCE_CALLS) ? -1 : REAL(read)(file, bytes, size);
}

int fdatasync(int file)
{
	return fails(SCARCE_CALLS) ? -1 : REAL(fdatasync)(file);
}

int fsync(int file)
{
	return fdatasync(file);
}

int ftruncate64(int file, off64_t size)
{
	return fails(SCARCE_CALLS) ? -1 : REAL(ftruncate64)(file, size);
}

int ftruncate(int file, off_t size)
{
	return ftruncate64(file, size);
}

int fstat64(int file, struct stat64 *ret_found)
{
	return fails(SCARCE_CALLS) ? -1 : REAL(fstat64)(file, ret_found);
}

int fstat(int file, struct stat *ret_found)
{
	return fails(SCARCE_CALLS) ? -1 : REAL(fstat)(file, ret_found);
}

int stat64(const char *path, struct stat64 *ret_found)
{
	return fails(SCARCE_CALLS) ? -1 : REAL(stat64)(path, ret_found);
}

int unlink(const char *path)
{
	return fails(SCARCE_CALLS) ? -1 : REAL(unlink)(path);
}

/* The third argument of open and fcntl, if there is one, fits a pointer. */
int open64(const char *path, int flags, ...)
{
	va_list arguments;
	mode_t mode;

	va_start(arguments, flags);
	mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
	va_end(arguments);
	return fails(SCARCE_CALLS) ? -1 : REAL(open64)(path, flags, mode);
}

int fcntl64(int file, int command, ...)
{
	va_list arguments;
	void *argument;

	va_start(arguments, command);
	argument = va_arg(arguments, void *);
	va_end(arguments);
	return fails(SCARCE_CALLS) ? -1
				   : REAL(fcntl64)(file, command, argument);
}

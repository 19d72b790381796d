#include "tests/lib/power.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"

enum { SECTOR = 512, FILES = 2, PATH_ROOM = 256 };

enum op_kind { OP_WRITE, OP_CUT, OP_MAKE, OP_REMOVE };

/* What was asked of the disk. */
struct op {
	enum op_kind kind;
	int file;
	off_t at; /* OP_CUT: the new size */
	size_t size;
	unsigned char *bytes;
	bool synced;
};

struct image {
	bool exists;
	size_t size, room;
	unsigned char *bytes;
};

/* One disk for the whole program, as there is one C library. */
static struct {
	bool watching, out;
	int left; /* operations until the power goes; -1: it stays */
	char paths[FILES][PATH_ROOM];
	struct image before[FILES];
	struct op *ops;
	size_t count, room;
} disk;

/* The C library's function behind the one of that name here. */
#define REAL(name) ((__typeof__(&(name)))real(#name))
static void *real(const char *name)
{
	void *found = dlsym(RTLD_NEXT, name);

	if (!found)
		abort();
	return found;
}

static void image_reserve(struct image *image, size_t size)
{
	if (size <= image->room)
		return;
	image->bytes = realloc(image->bytes, size);
	if (!image->bytes)
		abort();
	memset(image->bytes + image->room, 0, size - image->room);
	image->room = size;
}

static void image_cut(struct image *image, size_t size)
{
	image_reserve(image, size);
	if (size < image->size)
		memset(image->bytes + size, 0, image->size - size);
	image->size = size;
}

static void image_put(struct image *image, off_t at, const unsigned char *bytes,
		      size_t size)
{
	size_t end = (size_t)at + size;

	image_reserve(image, end);
	memcpy(image->bytes + at, bytes, size);
	if (end > image->size)
		image->size = end;
}

static void image_load(struct image *image, const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	struct stat found;

	memset(image, 0, sizeof(*image));
	if (file < 0)
		return;
	assert_int_equal(fstat(file, &found), 0);
	image->exists = true;
	image_cut(image, (size_t)found.st_size);
	assert_int_equal(pread(file, image->bytes, image->size, 0),
			 found.st_size);
	close(file);
}

void power_watch(const char *path)
{
	snprintf(disk.paths[0], PATH_ROOM, "%s", path);
	snprintf(disk.paths[1], PATH_ROOM, "%s-journal", path);
	for (int i = 0; i < FILES; i++)
		image_load(&disk.before[i], disk.paths[i]);
	disk.out = false;
	disk.left = -1;
	disk.watching = true;
}

void power_cut_after(int operations)
{
	disk.left = operations;
}

bool power_is_out(void)
{
	return disk.out;
}

/* Whether the operation that comes now still happens. */
static bool power_holds(void)
{
	if (!disk.out && disk.left == 0)
		disk.out = true;
	if (disk.left > 0)
		disk.left--;
	if (disk.out)
		errno = EIO;
	return !disk.out;
}

static void note(enum op_kind kind, int file, off_t at, const void *bytes,
		 size_t size)
{
	struct op *op;

	if (disk.count == disk.room) {
		disk.room = disk.room ? 2 * disk.room : 64;
		disk.ops = realloc(disk.ops, disk.room * sizeof(*disk.ops));
		if (!disk.ops)
			abort();
	}
	op = &disk.ops[disk.count++];
	*op = (struct op){.kind = kind, .file = file, .at = at, .size = size};
	if (size == 0)
		return;
	op->bytes = malloc(size);
	if (!op->bytes)
		abort();
	memcpy(op->bytes, bytes, size);
}

/* Which of the watched files FOUND is, or -1. */
static int file_of(const struct stat *found)
{
	for (int i = 0; disk.watching && i < FILES; i++) {
		struct stat ours;

		if (stat(disk.paths[i], &ours) == 0 &&
		    ours.st_ino == found->st_ino &&
		    ours.st_dev == found->st_dev)
			return i;
	}
	return -1;
}

static int file_at(int descriptor)
{
	struct stat found;

	if (!disk.watching || fstat(descriptor, &found) != 0)
		return -1;
	return file_of(&found);
}

static int file_named(const char *path)
{
	for (int i = 0; disk.watching && i < FILES; i++)
		if (strcmp(path, disk.paths[i]) == 0)
			return i;
	return -1;
}

/* A sync brings all that was asked of its file to the disk, that of a folder
 * what was made and removed. */
static void synced(int file, bool folder)
{
	for (size_t i = 0; i < disk.count; i++) {
		struct op *op = &disk.ops[i];
		bool names = op->kind == OP_MAKE || op->kind == OP_REMOVE;

		if (folder ? names : !names && op->file == file)
			op->synced = true;
	}
}

/* ---- what SQLite and the store call -------------------------------------- */

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t at)
{
	int file = file_at(descriptor);
	ssize_t written;

	if (file >= 0 && !power_holds())
		return -1;
	written = REAL(pwrite)(descriptor, bytes, size, at);
	if (file >= 0 && written > 0)
		note(OP_WRITE, file, at, bytes, (size_t)written);
	return written;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at)
{
	return pwrite(descriptor, bytes, size, (off_t)at);
}

int ftruncate(int descriptor, off_t size)
{
	int file = file_at(descriptor), failed;

	if (file >= 0 && !power_holds())
		return -1;
	failed = REAL(ftruncate)(descriptor, size);
	if (file >= 0 && failed == 0)
		note(OP_CUT, file, size, NULL, 0);
	return failed;
}

int ftruncate64(int descriptor, off64_t size)
{
	return ftruncate(descriptor, (off_t)size);
}

int fdatasync(int descriptor)
{
	struct stat found;
	int file;

	if (!disk.watching || fstat(descriptor, &found) != 0)
		return REAL(fdatasync)(descriptor);
	file = file_of(&found);
	if (file < 0 && !S_ISDIR(found.st_mode))
		return REAL(fdatasync)(descriptor);
	if (!power_holds())
		return -1;
	synced(file, S_ISDIR(found.st_mode));
	return 0;
}

int fsync(int descriptor)
{
	return fdatasync(descriptor);
}

int unlink(const char *path)
{
	int file = file_named(path), failed;

	if (file >= 0 && !power_holds())
		return -1;
	failed = REAL(unlink)(path);
	if (file >= 0 && failed == 0)
		note(OP_REMOVE, file, 0, NULL, 0);
	return failed;
}

int open64(const char *path, int flags, ...)
{
	int file = flags & O_CREAT ? file_named(path) : -1, descriptor;
	bool is_new = file >= 0 && access(path, F_OK) != 0;
	mode_t mode = 0;

	if (flags & O_CREAT) {
		va_list arguments;

		va_start(arguments, flags);
		mode = va_arg(arguments, mode_t);
		va_end(arguments);
	}
	if (is_new && !power_holds())
		return -1;
	descriptor = REAL(open64)(path, flags, mode);
	if (is_new && descriptor >= 0)
		note(OP_MAKE, file, 0, NULL, 0);
	return descriptor;
}

/* ---- after the cut --------------------------------------------------------
 */

/* splitmix64 (Steele, Lea, Flood, 2014): the same chances for the same seed. */
static uint64_t chance(uint64_t *seed)
{
	uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* Puts those sectors of a write that reached the disk: up to the sector where
 * it tore, or some. */
static void put_some(struct image *image, const struct op *op,
		     enum power_loss loss, uint64_t *seed)
{
	off_t end = op->at + (off_t)op->size;
	off_t torn =
	    op->at + (off_t)(chance(seed) % ((op->size / SECTOR) + 1)) * SECTOR;

	for (off_t at = op->at, next; at < end; at = next) {
		next = (at / SECTOR + 1) * SECTOR;
		if (next > end)
			next = end;
		if (loss == LOSS_TORN ? at >= torn : chance(seed) & 1)
			continue;
		image_put(image, at, op->bytes + (at - op->at),
			  (size_t)(next - at));
	}
}

static void apply(struct image *image, const struct op *op)
{
	switch (op->kind) {
	case OP_WRITE:
		image_put(image, op->at, op->bytes, op->size);
		break;
	case OP_CUT:
		image_cut(image, (size_t)op->at);
		break;
	case OP_MAKE:
		image->exists = true;
		image_cut(image, 0);
		break;
	case OP_REMOVE:
		image->exists = false;
		image_cut(image, 0);
		break;
	}
}

/* The last write that no sync followed, or -1. */
static long last_write(void)
{
	for (long i = (long)disk.count - 1; i >= 0; i--)
		if (disk.ops[i].kind == OP_WRITE && !disk.ops[i].synced)
			return i;
	return -1;
}

static void replay(struct image *images, enum power_loss loss, uint64_t *seed)
{
	long torn = last_write();

	for (size_t i = 0; i < disk.count; i++) {
		const struct op *op = &disk.ops[i];
		struct image *image = &images[op->file];

		if (op->synced || (loss == LOSS_TORN && (long)i != torn))
			apply(image, op);
		else if (loss != LOSS_ALL && op->kind == OP_WRITE)
			put_some(image, op, loss, seed);
		else if (loss == LOSS_SOME && chance(seed) & 1)
			apply(image, op);
	}
}

static void image_store(const struct image *image, const char *path)
{
	int file;

	if (!image->exists) {
		(void)unlink(path);
		return;
	}
	file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	assert_true(file >= 0);
	assert_int_equal(pwrite(file, image->bytes, image->size, 0),
			 image->size);
	close(file);
}

void power_back(enum power_loss loss, uint64_t seed)
{
	disk.watching = false;
	replay(disk.before, loss, &seed);
	for (int i = 0; i < FILES; i++) {
		image_store(&disk.before[i], disk.paths[i]);
		free(disk.before[i].bytes);
	}
	for (size_t i = 0; i < disk.count; i++)
		free(disk.ops[i].bytes);
	free(disk.ops);
	memset(&disk, 0, sizeof(disk));
}

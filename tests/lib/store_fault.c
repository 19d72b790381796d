#include "tests/lib/store_fault.h"

#include "tests/lib/cmocka_all.h"

struct fault_file {
	sqlite3_file base;
	struct fault *fault;
	sqlite3_file *real; /* stands behind this struct */
};

/* Whether this operation is the one to fail. */
static bool due(struct fault *fault)
{
	if (fault->failed > 0 && fault->forever)
		return fault->failed++;
	if (fault->countdown == 0 || --fault->countdown > 0)
		return false;
	fault->failed++;
	return true;
}

static sqlite3_file *real_file(sqlite3_file *file)
{
	return ((struct fault_file *)file)->real;
}

static struct fault *fault_of(sqlite3_file *file)
{
	return ((struct fault_file *)file)->fault;
}

static int close_file(sqlite3_file *file)
{
	return real_file(file)->pMethods->xClose(real_file(file));
}

static int read_file(sqlite3_file *file, void *bytes, int size,
		     sqlite3_int64 at)
{
	return real_file(file)->pMethods->xRead(real_file(file), bytes, size,
						at);
}

static int write_file(sqlite3_file *file, const void *bytes, int size,
		      sqlite3_int64 at)
{
	struct fault *fault = fault_of(file);
	bool fails = due(fault);
	int result = SQLITE_OK;

	if (!fails || fault->kind == FAULT_AFTER)
		result = real_file(file)->pMethods->xWrite(real_file(file),
							   bytes, size, at);
	if (!fails)
		return result;
	return fault->kind == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size)
{
	struct fault *fault = fault_of(file);
	bool fails = due(fault);
	int result = SQLITE_OK;

	if (!fails || fault->kind == FAULT_AFTER)
		result =
		    real_file(file)->pMethods->xTruncate(real_file(file), size);
	return fails ? SQLITE_IOERR_TRUNCATE : result;
}

static int sync_file(sqlite3_file *file, int flags)
{
	struct fault *fault = fault_of(file);
	bool fails = due(fault);
	int result = SQLITE_OK;

	if (!fails || fault->kind == FAULT_AFTER)
		result =
		    real_file(file)->pMethods->xSync(real_file(file), flags);
	return fails ? SQLITE_IOERR_FSYNC : result;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *ret_size)
{
	return real_file(file)->pMethods->xFileSize(real_file(file), ret_size);
}

static int lock_file(sqlite3_file *file, int lock)
{
	return real_file(file)->pMethods->xLock(real_file(file), lock);
}

static int unlock_file(sqlite3_file *file, int lock)
{
	return real_file(file)->pMethods->xUnlock(real_file(file), lock);
}

static int check_lock(sqlite3_file *file, int *ret_locked)
{
	return real_file(file)->pMethods->xCheckReservedLock(real_file(file),
							     ret_locked);
}

static int control_file(sqlite3_file *file, int what, void *value)
{
	return real_file(file)->pMethods->xFileControl(real_file(file), what,
						       value);
}

static int sector_size(sqlite3_file *file)
{
	return real_file(file)->pMethods->xSectorSize(real_file(file));
}

static int characteristics(sqlite3_file *file)
{
	return real_file(file)->pMethods->xDeviceCharacteristics(
	    real_file(file));
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_lock,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
};

static int open_file(sqlite3_vfs *vfs, const char *name, sqlite3_file *file,
		     int flags, int *ret_flags)
{
	struct fault_file *opened = (struct fault_file *)file;
	struct fault *fault = vfs->pAppData;
	int result;

	opened->base.pMethods = NULL;
	opened->fault = fault;
	opened->real = (sqlite3_file *)(opened + 1);
	/* A new file is a write, too. */
	if (flags & SQLITE_OPEN_CREATE && due(fault))
		return SQLITE_CANTOPEN;
	result = fault->real->xOpen(fault->real, name, opened->real, flags,
				    ret_flags);
	if (result == SQLITE_OK)
		opened->base.pMethods = &methods;
	return result;
}

static int delete_file(sqlite3_vfs *vfs, const char *name, int sync)
{
	struct fault *fault = vfs->pAppData;
	bool fails = due(fault);
	int result = SQLITE_OK;

	if (!fails || fault->kind == FAULT_AFTER)
		result = fault->real->xDelete(fault->real, name, sync);
	if (!fails)
		return result;
	return fault->kind == FAULT_AFTER ? SQLITE_IOERR_DIR_FSYNC
					  : SQLITE_IOERR_DELETE;
}

void fault_install(struct fault *fault)
{
	memset(fault, 0, sizeof(*fault));
	fault->real = sqlite3_vfs_find(NULL);
	/* All that is not replaced below stays the machine's own. */
	fault->vfs = *fault->real;
	fault->vfs.pNext = NULL;
	fault->vfs.zName = "fault";
	fault->vfs.pAppData = fault;
	fault->vfs.szOsFile +=
	    (int)(sizeof(struct fault_file) + sizeof(void *));
	fault->vfs.xOpen = open_file;
	fault->vfs.xDelete = delete_file;
	assert_int_equal(sqlite3_vfs_register(&fault->vfs, 1), SQLITE_OK);
}

void fault_remove(struct fault *fault)
{
	assert_int_equal(sqlite3_vfs_unregister(&fault->vfs), SQLITE_OK);
	assert_int_equal(sqlite3_vfs_register(fault->real, 1), SQLITE_OK);
}

void fault_arm(struct fault *fault, enum fault_kind kind, bool forever,
	       int countdown)
{
	fault->kind = kind;
	fault->forever = forever;
	fault->countdown = countdown;
	fault->failed = 0;
}

int fault_disarm(struct fault *fault)
{
	int failed = fault->failed;

	fault->countdown = 0;
	fault->failed = 0;
	return failed;
}

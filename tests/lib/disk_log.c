/* Taking down what a program asks of the disk. */
#include "tests/lib/disk_log.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/lib/calls.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/disk_tree.h"
#include "tests/lib/tools_run.h"

enum { LIMIT_MS = 120000 };

static struct disk_op *op_add(struct disk_log *log, enum disk_op_kind kind,
			      int node)
{
	struct disk_op *op;

	log->op = disk_grown(log->op, log->count, sizeof(*op));
	op = &log->op[log->count++];
	op->kind = kind;
	op->node = node;
	op->synced = DISK_NEVER;
	return op;
}

static void op_sync(struct disk_log *log, int node)
{
	int number = log->count;

	op_add(log, DISK_SYNC, node)->synced = number;
	for (int i = 0; i < number; i++) {
		struct disk_op *op = &log->op[i];
		bool names = op->kind <= DISK_NAME;

		if (op->synced == DISK_NEVER &&
		    (names ? op->parent : op->node) == node)
			op->synced = number;
	}
}

static char *node_path(const struct disk_log *log, int node)
{
	char *parent, *path;

	if (node == 0)
		return strdup(log->folder);
	parent = node_path(log, log->now.node[node].parent);
	path = disk_path(parent, log->now.node[node].name);
	free(parent);
	return path;
}

/* What became of a file that was to be made: it is there, or it was not to be.
 */
static void settle(struct disk_log *log)
{
	struct stat found;
	struct disk_op *op;
	char *path;

	if (log->making < 0)
		return;
	op = &log->op[log->making];
	path = node_path(log, op->node);
	if (lstat(path, &found) == 0) {
		log->now.node[op->node].inode = found.st_ino;
	} else {
		op->kind = DISK_NONE;
		log->now.node[op->node].there = false;
	}
	free(path);
	log->making = -1;
}

static int node_at(const struct disk_log *log, const struct call *call,
		   int argument)
{
	char link[64];
	struct stat found;

	snprintf(link, sizeof(link), "/proc/%d/fd/%d", (int)call->thread,
		 (int)call->arguments[argument]);
	if (stat(link, &found) != 0 || found.st_dev != log->device)
		return -1;
	return disk_with(&log->now, found.st_ino);
}

/* A path that a call names, from the folder that argument FOLDER is open as
 * (-1: the current one). */
struct place {
	int parent; /* -1: outside what is watched */
	char name[DISK_PATH_NAME];
};

static struct place place_walk(const struct disk_log *log, int from, char *path)
{
	struct place place = {from, ""};
	char *left = NULL;

	for (char *part = strtok_r(path, "/", &left); part;
	     part = strtok_r(NULL, "/", &left)) {
		if (strcmp(part, ".") == 0)
			continue;
		if (*place.name)
			place.parent =
			    disk_named(&log->now, place.parent, place.name);
		if (place.parent < 0 || strlen(part) >= DISK_PATH_NAME)
			return (struct place){-1, ""};
		snprintf(place.name, DISK_PATH_NAME, "%s", part);
	}
	if (!*place.name)
		place.parent = -1;
	return place;
}

static struct place place_of(const struct disk_log *log,
			     const struct call *call, int folder, int argument)
{
	char path[PATH_MAX] = "";
	size_t length = strlen(log->folder);

	/* As far as the page it ends in. */
	for (size_t done = 0; done < sizeof(path) - 1; done++)
		if (calls_memory(call->thread, call->arguments[argument] + done,
				 &path[done], 1) != 1 ||
		    !path[done])
			break;
	if (strncmp(path, log->folder, length) == 0 &&
	    (path[length] == '/' || !path[length]))
		return place_walk(log, 0, path + length);
	if (path[0] == '/' || folder < 0 ||
	    (int)call->arguments[folder] == AT_FDCWD)
		return (struct place){-1, ""};
	return place_walk(log, node_at(log, call, folder), path);
}

static void see_make(struct disk_log *log, struct place place, bool folder)
{
	struct disk_op *op;
	int node;

	if (place.parent < 0)
		return;
	node = disk_named(&log->now, place.parent, place.name);
	if (node >= 0)
		return;
	node = disk_add(&log->now, place.parent, place.name, folder);
	op = op_add(log, DISK_MAKE, node);
	op->parent = place.parent;
	memcpy(op->name, place.name, DISK_PATH_NAME);
	disk_apply(&log->now, op);
	log->making = log->count - 1;
}

static void see_open(struct disk_log *log, const struct call *call, int folder,
		     int argument)
{
	int flags = (int)call->arguments[argument + 1];
	struct place place;
	int node;

	if (!(flags & (O_CREAT | O_TRUNC)))
		return;
	place = place_of(log, call, folder, argument);
	if (place.parent < 0)
		return;
	node = disk_named(&log->now, place.parent, place.name);
	if (node < 0 && flags & O_CREAT)
		see_make(log, place, false);
	else if (node >= 0 && flags & O_TRUNC && !(flags & O_EXCL))
		disk_apply(&log->now, op_add(log, DISK_CUT, node));
}

static void see_remove(struct disk_log *log, struct place place)
{
	int node = place.parent < 0
		       ? -1
		       : disk_named(&log->now, place.parent, place.name);
	struct disk_op *op;

	if (node < 0 || disk_is_full(&log->now, node))
		return;
	op = op_add(log, DISK_REMOVE, node);
	op->parent = place.parent;
	disk_apply(&log->now, op);
}

static void see_rename(struct disk_log *log, struct place from, struct place to,
		       bool replace)
{
	int node = from.parent < 0
		       ? -1
		       : disk_named(&log->now, from.parent, from.name);
	struct disk_op *op;

	assert_int_equal(from.parent, to.parent);
	if (node < 0 ||
	    (!replace && disk_named(&log->now, to.parent, to.name) >= 0))
		return;
	op = op_add(log, DISK_NAME, node);
	op->parent = to.parent;
	memcpy(op->name, to.name, DISK_PATH_NAME);
	disk_apply(&log->now, op);
}

static void see_write(struct disk_log *log, const struct call *call, off_t at)
{
	int node = node_at(log, call, 0);
	struct disk_op *op;

	if (node < 0)
		return;
	op = op_add(log, DISK_WRITE, node);
	op->size = call->arguments[2];
	op->bytes = malloc(op->size + 1);
	assert_non_null(op->bytes);
	assert_int_equal(
	    calls_memory(call->thread, call->arguments[1], op->bytes, op->size),
	    op->size);
	op->at = at < 0 ? log->now.node[node].size : (size_t)at;
	disk_apply(&log->now, op);
}

static void see_cut(struct disk_log *log, const struct call *call)
{
	int node = node_at(log, call, 0);
	struct disk_op *op;

	if (node < 0)
		return;
	op = op_add(log, DISK_CUT, node);
	op->size = call->arguments[1];
	disk_apply(&log->now, op);
}

/* Those that change a disk. */
static const int watched[] = {
    SYS_openat,	   SYS_write,		SYS_pwrite64,  SYS_writev,
    SYS_pwritev,   SYS_ftruncate,	SYS_truncate,  SYS_fsync,
    SYS_fdatasync, SYS_renameat,	SYS_renameat2, SYS_unlinkat,
    SYS_mkdirat,   SYS_linkat,		SYS_symlinkat, SYS_fallocate,
    SYS_sendfile,  SYS_copy_file_range,
#ifdef SYS_open
    SYS_open,	   SYS_creat,		SYS_rename,    SYS_unlink,
    SYS_mkdir,	   SYS_rmdir,		SYS_link,      SYS_symlink,
#endif
};

static void see_synced(struct disk_log *log, const struct call *call)
{
	int node = node_at(log, call, 0);

	if (node >= 0)
		op_sync(log, node);
}

static int see(void *context, const struct call *call)
{
	struct disk_log *log = context;

	settle(log);
	switch (call->number) {
	case SYS_openat:
		see_open(log, call, 0, 1);
		break;
	case SYS_write:
		see_write(log, call, -1);
		break;
	case SYS_pwrite64:
		see_write(log, call, (off_t)call->arguments[3]);
		break;
	case SYS_ftruncate:
		see_cut(log, call);
		break;
	case SYS_fsync:
	case SYS_fdatasync:
		see_synced(log, call);
		break;
	case SYS_renameat2:
	case SYS_renameat:
		see_rename(
		    log, place_of(log, call, 0, 1), place_of(log, call, 2, 3),
		    call->number == SYS_renameat || call->arguments[4] == 0);
		break;
	case SYS_unlinkat:
		see_remove(log, place_of(log, call, 0, 1));
		break;
	case SYS_mkdirat:
		see_make(log, place_of(log, call, 0, 1), true);
		break;
#ifdef SYS_open
	case SYS_open:
		see_open(log, call, -1, 0);
		break;
	case SYS_rename:
		see_rename(log, place_of(log, call, -1, 0),
			   place_of(log, call, -1, 1), true);
		break;
	case SYS_unlink:
	case SYS_rmdir:
		see_remove(log, place_of(log, call, -1, 0));
		break;
	case SYS_mkdir:
		see_make(log, place_of(log, call, -1, 0), true);
		break;
#endif
	default:
		/* By path or by descriptor, the model does not know it. */
		assert_int_equal(node_at(log, call, 0), -1);
		assert_int_equal(place_of(log, call, -1, 0).parent, -1);
	}
	return 0;
}

struct disk_log *disk_log_run(const char *folder, int (*run)(void *context),
			      void *context, int *ret_result)
{
	struct disk_log *log = calloc(1, sizeof(*log));
	struct calls calls = {.watched = watched,
			      .watched_count =
				  sizeof(watched) / sizeof(watched[0]),
			      .see = see,
			      .context = log,
			      .limit_ms = LIMIT_MS};
	struct stat found;

	assert_non_null(log);
	snprintf(log->folder, PATH_MAX, "%s", folder);
	assert_int_equal(stat(folder, &found), 0);
	log->device = found.st_dev;
	log->making = -1;
	disk_add(&log->before, -1, "", true);
	log->before.node[0].inode = found.st_ino;
	log->before.node[0].there = true;
	disk_tree_read(&log->before, 0, folder);
	log->now = disk_tree_copy(&log->before);
	*ret_result = calls_run(&calls, run, context);
	settle(log);
	return log;
}

void disk_log_free(struct disk_log *log)
{
	for (int i = 0; i < log->count; i++)
		free(log->op[i].bytes);
	free(log->op);
	free(log->seen);
	disk_tree_free(&log->before);
	disk_tree_free(&log->now);
	free(log);
}

int disk_log_calls(const struct disk_log *log)
{
	return log->count;
}

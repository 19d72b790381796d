/* disk_tree.h - the files and folders below one folder as values, and what can
 * be asked of the disk they lie on; of disk_log.c and disk_log_leave.c.
 */
#ifndef STEMMEBOKS_TESTS_DISK_TREE_H
#define STEMMEBOKS_TESTS_DISK_TREE_H

#include <limits.h>
#include <sodium/crypto_hash_sha256.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "tests/lib/disk_log.h"

enum { DISK_PATH_NAME = 100, DISK_NEVER = INT_MAX };

/* A file or folder; number 0 is the one that is watched. */
struct disk_node {
	int parent;
	char name[DISK_PATH_NAME];
	bool folder, there;
	ino_t inode; /* 0 until it is known */
	size_t size;
	unsigned char *bytes;
};

enum disk_op_kind {
	DISK_MAKE,
	DISK_REMOVE,
	DISK_NAME,
	DISK_WRITE,
	DISK_CUT,
	DISK_SYNC,
	DISK_NONE
};

struct disk_op {
	enum disk_op_kind kind;
	int node;
	int parent;		   /* of DISK_MAKE, DISK_REMOVE, DISK_NAME */
	char name[DISK_PATH_NAME]; /* of DISK_MAKE; DISK_NAME: the new one */
	size_t at, size;	   /* DISK_CUT: the size is the new one */
	unsigned char *bytes;
	int synced; /* number of the op that brought it to the disk */
};

struct disk_tree {
	struct disk_node *node;
	int count;
};

struct disk_log {
	char folder[PATH_MAX];
	dev_t device;
	struct disk_tree before, now;
	struct disk_op *op;
	int count;
	int making; /* the op whose outcome is not known yet, or -1 */
	unsigned char (*seen)[crypto_hash_sha256_BYTES];
	int seen_count;
};

/* ARRAY of COUNT elements of SIZE bytes with one more, all zero. */
void *disk_grown(void *array, int count, size_t size);

/* The number of a new one, which is not there yet. */
int disk_add(struct disk_tree *tree, int parent, const char *name, bool folder);

/* The one that is there; and the newest with INODE, as such a number is given
 * again when a file is gone. -1: none. */
int disk_named(const struct disk_tree *tree, int parent, const char *name);
int disk_with(const struct disk_tree *tree, ino_t inode);

/* Whether there is something in the folder PARENT. */
bool disk_is_full(const struct disk_tree *tree, int parent);

void disk_put(struct disk_node *node, size_t at, const unsigned char *bytes,
	      size_t size);
void disk_apply(struct disk_tree *tree, const struct disk_op *op);

struct disk_tree disk_tree_copy(const struct disk_tree *tree);
void disk_tree_free(struct disk_tree *tree);

/* What is in the folder at PATH, which is PARENT, and all below: reads it,
 * writes it, adds it to the hash STATE. */
void disk_tree_read(struct disk_tree *tree, int parent, const char *path);
void disk_tree_write(const struct disk_tree *tree, int parent,
		     const char *path);
void disk_tree_hash(const struct disk_tree *tree, int parent,
		    crypto_hash_sha256_state *state);

#endif

#include "tests/lib/disk_tree.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_run.h"

void *disk_grown(void *array, int count, size_t size)
{
	void *more = reallocarray(array, (size_t)count + 1, size);

	assert_non_null(more);
	memset((char *)more + (size_t)count * size, 0, size);
	return more;
}

int disk_add(struct disk_tree *nodes, int parent, const char *name, bool folder)
{
	struct disk_node *node;

	nodes->node = disk_grown(nodes->node, nodes->count, sizeof(*node));
	node = &nodes->node[nodes->count];
	node->parent = parent;
	node->folder = folder;
	assert_true(strlen(name) < DISK_PATH_NAME);
	memcpy(node->name, name, strlen(name) + 1);
	return nodes->count++;
}

static void disk_cut(struct disk_node *node, size_t size)
{
	node->bytes = realloc(node->bytes, size + 1);
	assert_non_null(node->bytes);
	if (size > node->size)
		memset(node->bytes + node->size, 0, size - node->size);
	node->size = size;
}

void disk_put(struct disk_node *node, size_t at, const unsigned char *bytes,
	      size_t size)
{
	if (at + size > node->size)
		disk_cut(node, at + size);
	memcpy(node->bytes + at, bytes, size);
}

int disk_named(const struct disk_tree *nodes, int parent, const char *name)
{
	for (int i = nodes->count - 1; i > 0; i--)
		if (nodes->node[i].there && nodes->node[i].parent == parent &&
		    strcmp(nodes->node[i].name, name) == 0)
			return i;
	return -1;
}

/* The newest: a number is given again when a file is gone. */
int disk_with(const struct disk_tree *nodes, ino_t inode)
{
	for (int i = nodes->count - 1; i >= 0; i--)
		if (nodes->node[i].inode == inode)
			return i;
	return -1;
}

void disk_tree_free(struct disk_tree *nodes)
{
	for (int i = 0; i < nodes->count; i++)
		free(nodes->node[i].bytes);
	free(nodes->node);
	*nodes = (struct disk_tree){NULL, 0};
}

struct disk_tree disk_tree_copy(const struct disk_tree *nodes)
{
	struct disk_tree copy = {NULL, 0};

	for (int i = 0; i < nodes->count; i++) {
		const struct disk_node *from = &nodes->node[i];
		int to =
		    disk_add(&copy, from->parent, from->name, from->folder);

		copy.node[to].there = from->there;
		copy.node[to].inode = from->inode;
		if (from->size > 0)
			disk_put(&copy.node[to], 0, from->bytes, from->size);
	}
	return copy;
}

/* Reads what is in the folder at PATH, which is PARENT, and all below. */
void disk_tree_read(struct disk_tree *nodes, int parent, const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		struct stat found;
		unsigned char *bytes;
		char *inside;
		size_t size;
		int node;

		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		inside = disk_path(path, entry->d_name);
		assert_int_equal(lstat(inside, &found), 0);
		node = disk_add(nodes, parent, entry->d_name,
				S_ISDIR(found.st_mode));
		nodes->node[node].there = true;
		nodes->node[node].inode = found.st_ino;
		if (S_ISDIR(found.st_mode)) {
			disk_tree_read(nodes, node, inside);
		} else {
			bytes = (unsigned char *)disk_read(inside, &size);
			disk_put(&nodes->node[node], 0, bytes, size);
			free(bytes);
		}
		free(inside);
	}
	closedir(folder);
}

void disk_tree_write(const struct disk_tree *nodes, int parent,
		     const char *path)
{
	for (int i = 1; i < nodes->count; i++) {
		const struct disk_node *node = &nodes->node[i];
		char *inside;

		if (!node->there || node->parent != parent)
			continue;
		inside = disk_path(path, node->name);
		if (node->folder) {
			assert_int_equal(mkdir(inside, 0755), 0);
			disk_tree_write(nodes, i, inside);
		} else {
			disk_write(path, node->name, node->bytes, node->size);
			assert_int_equal(chmod(inside, 0600), 0);
		}
		free(inside);
	}
}

void disk_tree_hash(const struct disk_tree *nodes, int parent,
		    crypto_hash_sha256_state *state)
{
	for (int i = 1; i < nodes->count; i++) {
		const struct disk_node *node = &nodes->node[i];

		if (!node->there || node->parent != parent)
			continue;
		crypto_hash_sha256_update(state, (const void *)node->name,
					  strlen(node->name) + 1);
		crypto_hash_sha256_update(state, (const void *)&node->size,
					  sizeof(node->size));
		if (node->size > 0)
			crypto_hash_sha256_update(state, node->bytes,
						  node->size);
		disk_tree_hash(nodes, i, state);
	}
}

bool disk_is_full(const struct disk_tree *nodes, int parent)
{
	for (int i = 1; i < nodes->count; i++)
		if (nodes->node[i].there && nodes->node[i].parent == parent)
			return true;
	return false;
}

void disk_apply(struct disk_tree *nodes, const struct disk_op *op)
{
	struct disk_node *node = &nodes->node[op->node];
	int other;

	switch (op->kind) {
	case DISK_MAKE:
		node->there = true;
		node->parent = op->parent;
		memcpy(node->name, op->name, DISK_PATH_NAME);
		break;
	case DISK_REMOVE:
		node->there = false;
		break;
	case DISK_NAME:
		other = disk_named(nodes, op->parent, op->name);
		if (!node->there)
			break;
		if (other >= 0)
			nodes->node[other].there = false;
		node->parent = op->parent;
		memcpy(node->name, op->name, DISK_PATH_NAME);
		break;
	case DISK_WRITE:
		disk_put(node, op->at, op->bytes, op->size);
		break;
	case DISK_CUT:
		disk_cut(node, op->size);
		break;
	case DISK_SYNC:
	case DISK_NONE:
		break;
	}
}

#include "store/forget.h"

#include <malloc.h>
#include <sodium/utils.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_private.h"

enum { ALIGNED = 8 };

static void *take(int size)
{
	return malloc((size_t)size);
}

static void give_back(void *memory)
{
	if (memory)
		sodium_memzero(memory, malloc_usable_size(memory));
	free(memory);
}

/* realloc() would leave a copy behind. */
static void *resize(void *memory, int size)
{
	size_t before = malloc_usable_size(memory);
	void *moved;

	if ((size_t)size <= before && (size_t)size > before / 2)
		return memory;
	moved = malloc((size_t)size);
	if (!moved)
		return NULL;
	memcpy(moved, memory, before < (size_t)size ? before : (size_t)size);
	give_back(memory);
	return moved;
}

static int size_of(void *memory)
{
	return (int)malloc_usable_size(memory);
}

static int round_up(int size)
{
	return (size + ALIGNED - 1) & ~(ALIGNED - 1);
}

static int begin(void *context)
{
	(void)context;
	return SQLITE_OK;
}

static void end(void *context)
{
	(void)context;
}

enum status forget_begin(void)
{
	sqlite3_mem_methods methods = {
	    .xMalloc = take,
	    .xFree = give_back,
	    .xRealloc = resize,
	    .xSize = size_of,
	    .xRoundup = round_up,
	    .xInit = begin,
	    .xShutdown = end,
	};

	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK ||
	    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0) != SQLITE_OK ||
	    sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0) != SQLITE_OK)
		return STATUS_STORE;
	return STATUS_OK;
}

void store_forget(struct store *store)
{
	sqlite3_db_release_memory(store->connection.db);
}

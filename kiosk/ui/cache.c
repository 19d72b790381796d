#include "ui/cache.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BUCKETS = 1024 };

struct entry {
	struct entry *next;	     /* in its bucket */
	struct entry *newer, *older; /* in the order of use */
	void *value;
	size_t cost;
	uint64_t hash;
	size_t size;
	unsigned char key[];
};

struct cache {
	struct entry *buckets[BUCKETS];
	struct entry *newest, *oldest;
	size_t bytes, limit;
	void (*release)(void *value);
};

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t hash_bytes(const unsigned char *bytes, size_t size)
{
	uint64_t hash = 0xcbf29ce484222325U;

	for (size_t i = 0; i < size; i++)
		hash = (hash ^ bytes[i]) * 0x100000001b3U;
	return hash;
}

struct cache *cache_new(size_t limit, void (*release)(void *value))
{
	struct cache *cache = calloc(1, sizeof(*cache));

	if (!cache)
		return NULL;
	cache->limit = limit;
	cache->release = release;
	return cache;
}

static void unlink_use(struct cache *cache, struct entry *entry)
{
	if (entry->newer)
		entry->newer->older = entry->older;
	else
		cache->newest = entry->older;
	if (entry->older)
		entry->older->newer = entry->newer;
	else
		cache->oldest = entry->newer;
	entry->newer = NULL;
	entry->older = NULL;
}

static void link_newest(struct cache *cache, struct entry *entry)
{
	entry->older = cache->newest;
	if (cache->newest)
		cache->newest->newer = entry;
	else
		cache->oldest = entry;
	cache->newest = entry;
}

static void drop_oldest(struct cache *cache)
{
	struct entry *entry = cache->oldest;
	struct entry **link = &cache->buckets[entry->hash % BUCKETS];

	while (*link != entry)
		link = &(*link)->next;
	*link = entry->next;
	cache->oldest = entry->newer;
	if (cache->oldest)
		cache->oldest->older = NULL;
	else
		cache->newest = NULL;
	cache->bytes -= entry->cost;
	cache->release(entry->value);
	free(entry);
}

void cache_clear(struct cache *cache)
{
	while (cache->oldest)
		drop_oldest(cache);
}

void cache_free(struct cache *cache)
{
	if (!cache)
		return;
	cache_clear(cache);
	free(cache);
}

void *cache_find(struct cache *cache, const void *key, size_t size)
{
	uint64_t hash = hash_bytes(key, size);
	struct entry *entry = cache->buckets[hash % BUCKETS];

	while (entry && (entry->hash != hash || entry->size != size ||
			 memcmp(entry->key, key, size) != 0))
		entry = entry->next;
	if (!entry)
		return NULL;
	unlink_use(cache, entry);
	link_newest(cache, entry);
	return entry->value;
}

void *cache_put(struct cache *cache, const void *key, size_t size, void *value,
		size_t cost)
{
	struct entry *entry = calloc(1, sizeof(*entry) + size);

	if (!entry) {
		cache->release(value);
		return NULL;
	}
	entry->value = value;
	entry->cost = cost + sizeof(*entry) + size;
	entry->hash = hash_bytes(key, size);
	entry->size = size;
	memcpy(entry->key, key, size);
	while (cache->oldest && cache->bytes + entry->cost > cache->limit)
		drop_oldest(cache);
	entry->next = cache->buckets[entry->hash % BUCKETS];
	cache->buckets[entry->hash % BUCKETS] = entry;
	link_newest(cache, entry);
	cache->bytes += entry->cost;
	return value;
}

size_t cache_bytes(const struct cache *cache)
{
	return cache->bytes;
}

/* cache.h - things found again by the bytes they were made from. Bounded: what
 * was not asked for longest goes first. */
#ifndef STEMMEBOKS_CACHE_H
#define STEMMEBOKS_CACHE_H

#include <stddef.h>

struct cache;

/* An empty cache of at most LIMIT bytes; RELEASE frees a value that leaves it.
 * NULL when there is no memory. Free with cache_free(), which takes NULL. */
struct cache *cache_new(size_t limit, void (*release)(void *value));
void cache_free(struct cache *cache);

/* Releases every value. */
void cache_clear(struct cache *cache);

/* The value put under these SIZE bytes at KEY, or NULL. Borrowed: valid until
 * the next cache_put() or cache_clear(). */
void *cache_find(struct cache *cache, const void *key, size_t size);

/* Takes VALUE, which COST bytes are held for, under KEY (copied), which must
 * not be in the cache yet; makes room first. A value above the limit is held
 * alone. Returns VALUE, or NULL when there is no memory: it is then released.
 */
void *cache_put(struct cache *cache, const void *key, size_t size, void *value,
		size_t cost);

/* Bytes held: never above the limit but for one value. */
size_t cache_bytes(const struct cache *cache);

#endif

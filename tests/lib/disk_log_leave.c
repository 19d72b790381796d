/* What a disk holds when the power went. */
#include <stdlib.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/disk_log.h"
#include "tests/lib/disk_tree.h"
#include "tests/lib/tools_run.h"

enum { SECTOR = 512 };

/* splitmix64 (Steele, Lea, Flood, 2014): the same chances for the same seed. */
static uint64_t chance(uint64_t *seed)
{
	uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* Those sectors of a write that reached the disk: up to where it tore, or some.
 */
static void write_some(struct disk_tree *nodes, const struct disk_op *op,
		       enum disk_loss loss, uint64_t *seed)
{
	size_t torn = chance(seed) % (op->size / SECTOR + 1) * SECTOR;

	for (size_t at = 0, next; at < op->size; at = next) {
		next = at + SECTOR - (op->at + at) % SECTOR;
		if (next > op->size)
			next = op->size;
		if (loss == DISK_LOSES_TORN ? at >= torn : chance(seed) & 1)
			continue;
		disk_put(&nodes->node[op->node], op->at + at, op->bytes + at,
			 next - at);
	}
}

static int last_unsynced(const struct disk_log *log, int calls)
{
	for (int i = calls - 1; i >= 0; i--)
		if (log->op[i].kind == DISK_WRITE && log->op[i].synced >= calls)
			return i;
	return -1;
}

static void replay(const struct disk_log *log, struct disk_tree *nodes,
		   int calls, enum disk_loss loss, uint64_t seed)
{
	int torn = last_unsynced(log, calls);

	for (int i = nodes->count; i < log->now.count; i++)
		disk_add(nodes, -1, "", log->now.node[i].folder);
	for (int i = 0; i < calls; i++) {
		const struct disk_op *op = &log->op[i];
		bool kept = op->synced < calls ||
			    (loss == DISK_LOSES_TORN && i != torn);

		if (kept)
			disk_apply(nodes, op);
		else if (loss != DISK_LOSES_ALL && op->kind == DISK_WRITE)
			write_some(nodes, op, loss, &seed);
		else if (loss == DISK_LOSES_SOME && chance(&seed) & 1)
			disk_apply(nodes, op);
	}
}

static bool seen_before(struct disk_log *log, const struct disk_tree *nodes)
{
	unsigned char hash[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	disk_tree_hash(nodes, 0, &state);
	crypto_hash_sha256_final(&state, hash);
	for (int i = 0; i < log->seen_count; i++)
		if (memcmp(log->seen[i], hash, sizeof(hash)) == 0)
			return true;
	log->seen = disk_grown(log->seen, log->seen_count, sizeof(*log->seen));
	memcpy(log->seen[log->seen_count++], hash, sizeof(hash));
	return false;
}

bool disk_log_leave(struct disk_log *log, int calls, enum disk_loss loss,
		    uint64_t seed)
{
	struct disk_tree nodes = disk_tree_copy(&log->before);
	bool is_new;

	replay(log, &nodes, calls, loss, seed);
	is_new = !seen_before(log, &nodes);
	if (is_new) {
		disk_clear(log->folder);
		disk_tree_write(&nodes, 0, log->folder);
	}
	disk_tree_free(&nodes);
	return is_new;
}

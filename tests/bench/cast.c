/* cast.c - milliseconds of a cast, and of as many bare syncs on the same disk.
 *
 * cast FILE COUNT makes a meeting file with COUNT slips, opens it and casts
 * them all; the file stays, open for voting. Prints the medians: cast, syncs
 * alone.
 */
#include <fcntl.h>
#include <sodium/core.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/entropy.h"
#include "store/roll.h"
#include "store/store.h"
#include "tests/bench/measure.h"
#include "tests/lib/bolbro.h"

/* fdatasync calls of one cast, counted with strace. */
enum { SYNCS = 6, AT_MOST = 20000 };

static const char at[] = "2015-11-10 19:00";

/* One page written and synced, as often as a cast syncs. */
static double bare_syncs(const char *beside)
{
	char path[512], page[4096] = {0};
	double start_ms;
	int fd;

	snprintf(path, sizeof(path), "%s.syncs", beside);
	fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
	start_ms = measure_now_ms();
	for (int i = 0; i < SYNCS; i++)
		if (pwrite(fd, page, sizeof(page), i * 4096) < 0 ||
		    fdatasync(fd))
			exit(1);
	start_ms = measure_now_ms() - start_ms;
	close(fd);
	unlink(path);
	return start_ms;
}

/* Of COUNT proposals the first is chosen most, the last least, so that no tie
 * stops the count: COUNT ballots for the first, COUNT - 1 for the second, … */
static int favourite(int ballot, int count)
{
	int left = ballot % (count * (count + 1) / 2), proposal = 0;

	while (left >= count - proposal)
		left -= count - proposal++;
	return proposal;
}

int main(int argc, char **argv)
{
	static struct slip slips[AT_MOST];
	static double cast_ms[AT_MOST], sync_ms[AT_MOST];
	struct meeting *meeting = bolbro_new();
	struct store *store;
	int count, first;

	if (argc != 3 || sodium_init() < 0 || !meeting)
		return 2;
	count = atoi(argv[2]);
	if (count < 1 || count > AT_MOST ||
	    store_create(argv[1], meeting, at) ||
	    store_open(argv[1], STORE_WRITE, &store) ||
	    roll_add(store, count, "", &entropy, at, slips, &first) ||
	    audit_act(store, ACT_ADOPTED, "", at) ||
	    audit_act(store, ACT_OPENED, "", at))
		return 1;
	for (int i = 0; i < count; i++) {
		unsigned char hash[SLIP_HASH_BYTES];
		struct ballot ballot = {{0}};

		ballot.value[favourite(i, 3)] = 1;
		ballot.value[3 + favourite(i, 7)] = 1;
		slip_hash(meeting, &slips[i], hash);
		cast_ms[i] = measure_now_ms();
		if (box_cast(store, hash, &ballot, &entropy))
			return 1;
		cast_ms[i] = measure_now_ms() - cast_ms[i];
		sync_ms[i] = i < 200 ? bare_syncs(argv[1]) : 0;
	}
	printf("%.2f %.2f\n", measure_median(cast_ms, count),
	       measure_median(sync_ms, count < 200 ? count : 200));
	store_free(store);
	meeting_free(meeting);
	return 0;
}

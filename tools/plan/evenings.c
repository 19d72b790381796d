#include "tools/plan/evenings.h"

#include <stdlib.h>

const int evenings_paces[EVENINGS_PACES] = {
    172,  227,	262,  290,  314,  336,	355,  374,  392,  408,	425,  440,
    456,  471,	485,  500,  514,  528,	542,  556,  570,  583,	597,  610,
    624,  638,	651,  665,  678,  692,	706,  720,  733,  747,	761,  776,
    790,  804,	819,  834,  849,  864,	879,  894,  910,  926,	942,  958,
    975,  991,	1009, 1026, 1044, 1062, 1080, 1099, 1118, 1138, 1158, 1179,
    1200, 1221, 1243, 1266, 1289, 1313, 1338, 1363, 1390, 1417, 1445, 1474,
    1504, 1536, 1568, 1603, 1638, 1675, 1715, 1756, 1799, 1845, 1894, 1945,
    2001, 2060, 2125, 2194, 2271, 2355, 2448, 2553, 2674, 2813, 2980, 3184,
    3448, 3815, 4404, 5810,
};

int evenings_ninth_s(int median_s)
{
	return (median_s * 24 + 9) / 10;
}

/* SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number
 * generators, 2014): neighbouring seeds give unlike sequences. */
static uint64_t draw(uint64_t *seed)
{
	uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

/* A number 0..LIMIT-1, 0 for LIMIT 0. It grows with LIMIT for the same draw; no
 * number is likelier than another by more than LIMIT in 2^32. */
static int draw_below(uint64_t *seed, int limit)
{
	return (int)(((draw(seed) >> 32) * (uint64_t)limit) >> 32);
}

/* Who comes in the same second stands as drawn: one more is behind them. */
static int compare_arrival(const void *a, const void *b)
{
	const struct queue_voter *x = a, *y = b;

	if (x->arrives_s != y->arrives_s)
		return x->arrives_s < y->arrives_s ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

void evenings_draw(const struct evenings *evenings, int number,
		   struct queue_voter *ret_voters)
{
	uint64_t seed = (uint64_t)number;

	/* Three draws for each voter, whatever is asked: so that questions that
	 * differ little are about the same people. */
	for (int i = 0; i < evenings->voters; i++) {
		int arrives_s = draw_below(&seed, evenings->spread_s);
		int pace = evenings_paces[draw_below(&seed, EVENINGS_PACES)];
		int median_s =
		    draw_below(&seed, 100) < evenings->express_percent
			? evenings->express_s
			: evenings->median_s;

		ret_voters[i] = (struct queue_voter){
		    arrives_s,
		    evenings->change_s + (median_s * pace + 999) / 1000, 0, i};
	}
	qsort(ret_voters, (size_t)evenings->voters, sizeof(*ret_voters),
	      compare_arrival);
}

static int compare_int(const void *a, const void *b)
{
	int x = *(const int *)a, y = *(const int *)b;

	return (x > y) - (x < y);
}

/* What EVENINGS_TOLD of the figures are not above; sorts them. */
static int told(int figures[EVENINGS])
{
	qsort(figures, EVENINGS, sizeof(*figures), compare_int);
	return figures[EVENINGS_TOLD - 1];
}

enum status evenings_run(const struct evenings *evenings, int kiosks,
			 struct evenings_outcome *ret_outcome)
{
	struct figures {
		int last_s[EVENINGS], waiting[EVENINGS], wait_s[EVENINGS],
		    mean_s[EVENINGS];
	} *figures = malloc(sizeof(*figures));
	struct queue_voter *voters =
	    malloc((size_t)evenings->voters * sizeof(*voters));
	enum status status = STATUS_MEMORY;

	if (!figures || !voters)
		goto out;
	for (int i = 0; i < EVENINGS; i++) {
		struct queue_outcome outcome;

		evenings_draw(evenings, i, voters);
		queue_run(voters, evenings->voters, kiosks, &outcome);
		figures->last_s[i] = outcome.last_s;
		figures->waiting[i] = outcome.waiting_most;
		figures->wait_s[i] = outcome.wait_most_s;
		figures->mean_s[i] =
		    (int)((outcome.wait_sum_s + evenings->voters - 1) /
			  evenings->voters);
	}
	*ret_outcome = (struct evenings_outcome){
	    told(figures->last_s), told(figures->waiting),
	    told(figures->wait_s), told(figures->mean_s)};
	status = STATUS_OK;
out:
	free(voters);
	free(figures);
	return status;
}

enum status evenings_least(const struct evenings *evenings, int within_s,
			   int *ret_kiosks)
{
	struct evenings_outcome outcome;
	/* More kiosks than voters change nothing. */
	int most =
	    evenings->voters < QUEUE_KIOSKS ? evenings->voters : QUEUE_KIOSKS;
	int too_few = 0, enough = most + 1;

	while (enough - too_few > 1) {
		int kiosks = too_few + (enough - too_few) / 2;
		enum status status = evenings_run(evenings, kiosks, &outcome);

		if (status != STATUS_OK)
			return status;
		if (outcome.last_s <= within_s)
			enough = kiosks;
		else
			too_few = kiosks;
	}
	if (enough > most)
		return STATUS_LIMIT;
	*ret_kiosks = enough;
	return STATUS_OK;
}

/* evenings.h - the same evening a thousand times, with other people's pace.
 *
 * How long one resident stands at a kiosk differs from the next more than
 * anything else in a plan. So an evening is drawn 1,000 times and the plan
 * tells what nine of ten were not worse than. The numbers drawn depend on the
 * question alone: the same question always has the same answer, and one kiosk
 * more, one voter fewer or more who go by numbers can never make an answer
 * worse.
 */
#ifndef STEMMEBOKS_EVENINGS_H
#define STEMMEBOKS_EVENINGS_H

#include "core/status.h"
#include "tools/plan/queue.h"

enum {
	EVENINGS = 1000,
	EVENINGS_TOLD = 900, /* so many are not worse than what is told */
	EVENINGS_PACES = 100,
};

/* How long people take, per thousand of the median: a hundred equally likely
 * paces of a log-normal distribution with the median 1 and the 90th percentile
 * 2.4, since UX.md (d) wants a median of 150 s and a P90 of 360 s. Entry i is
 * exp(z * ln 2.4 / 1.281552), z the normal quantile of (i + 1/2) / 100. */
extern const int evenings_paces[EVENINGS_PACES];

/* Seconds of the slower nine of ten for a median of MEDIAN_S: 2.4 times. */
int evenings_ninth_s(int median_s);

struct evenings {
	int voters;	     /* 1..QUEUE_VOTERS */
	int spread_s;	     /* they come evenly over so long; 0: all at once */
	int median_s;	     /* from scan to cast */
	int express_percent; /* of the voters go by numbers, 0..100, */
	int express_s;	     /* with this median */
	int change_s;	     /* from one's cast to the next one's scan */
};

/* Each figure for itself: in EVENINGS_TOLD of EVENINGS it is not higher. */
struct evenings_outcome {
	int last_s; /* the last one has voted */
	int waiting_most;
	int wait_most_s;
	int wait_mean_s; /* of all voters, rounded up */
};

/* Draws evening NUMBER, 0..EVENINGS-1, into RET_VOTERS (as many as there are
 * voters) in the order they arrive. A voter more is one among the same others.
 */
void evenings_draw(const struct evenings *evenings, int number,
		   struct queue_voter *ret_voters);

/* What happens with KIOSKS, 1 to QUEUE_KIOSKS. STATUS_MEMORY is possible. */
enum status evenings_run(const struct evenings *evenings, int kiosks,
			 struct evenings_outcome *ret_outcome);

/* The fewest kiosks with which last_s is at most WITHIN_S. STATUS_LIMIT when
 * neither one for each voter nor QUEUE_KIOSKS do; STATUS_MEMORY is possible. */
enum status evenings_least(const struct evenings *evenings, int within_s,
			   int *ret_kiosks);

#endif

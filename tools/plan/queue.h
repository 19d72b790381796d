/* queue.h - one queue, several kiosks: who waits, and when the last has voted.
 *
 * People stand in one line in the order they come, and the first of it goes to
 * whichever kiosk is free first. Whole seconds from the opening; nothing random
 * here, so that a queue can be worked out by hand.
 */
#ifndef STEMMEBOKS_QUEUE_H
#define STEMMEBOKS_QUEUE_H

#include <stdint.h>

enum { QUEUE_KIOSKS = 200, QUEUE_VOTERS = 2000 };

struct queue_voter {
	int arrives_s;
	int takes_s;  /* until the kiosk is free for the next */
	int begins_s; /* found by queue_run(): leaves the line */
	int number;   /* of the caller's; not looked at */
};

struct queue_outcome {
	int last_s;	    /* the last kiosk is free again */
	int waiting_most;   /* people in the line at once */
	int wait_most_s;    /* of the one who waits longest */
	int64_t wait_sum_s; /* of all together */
};

/* Lets COUNT voters (>= 0, each arriving no earlier than the one before) queue
 * for KIOSKS, 1 to QUEUE_KIOSKS, and sets each one's begins_s. Who comes in the
 * second in which a kiosk becomes free does not wait. All figures are 0 without
 * voters. */
void queue_run(struct queue_voter *voters, int count, int kiosks,
	       struct queue_outcome *ret_outcome);

#endif

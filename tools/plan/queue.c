#include "tools/plan/queue.h"

#include <assert.h>

/* FREE_S is a heap, the kiosk that is free first at its top: puts the top where
 * it belongs after it grew. */
static void heap_sink(int *free_s, int count)
{
	int at = 0, value = free_s[0];

	for (int child; (child = 2 * at + 1) < count; at = child) {
		if (child + 1 < count && free_s[child + 1] < free_s[child])
			child++;
		if (free_s[child] >= value)
			break;
		free_s[at] = free_s[child];
	}
	free_s[at] = value;
}

void queue_run(struct queue_voter *voters, int count, int kiosks,
	       struct queue_outcome *ret_outcome)
{
	struct queue_outcome outcome = {0, 0, 0, 0};
	int free_s[QUEUE_KIOSKS] = {0};
	int begun = 0; /* so many have left the line when this one comes */

	assert(kiosks >= 1 && kiosks <= QUEUE_KIOSKS);
	for (int i = 0; i < count; i++) {
		struct queue_voter *voter = &voters[i];
		int wait_s;

		voter->begins_s =
		    free_s[0] > voter->arrives_s ? free_s[0] : voter->arrives_s;
		free_s[0] = voter->begins_s + voter->takes_s;
		if (free_s[0] > outcome.last_s)
			outcome.last_s = free_s[0];
		heap_sink(free_s, kiosks);
		/* In one line people begin in the order they came. */
		while (begun <= i && voters[begun].begins_s <= voter->arrives_s)
			begun++;
		if (i + 1 - begun > outcome.waiting_most)
			outcome.waiting_most = i + 1 - begun;
		wait_s = voter->begins_s - voter->arrives_s;
		if (wait_s > outcome.wait_most_s)
			outcome.wait_most_s = wait_s;
		outcome.wait_sum_s += wait_s;
	}
	*ret_outcome = outcome;
}

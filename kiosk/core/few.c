#include "core/few.h"

#include <stdint.h>

/* The smallest of those that are shown, one without ballots only when all
 * others are hidden; or -1. */
static int smallest(const int *ballots, int count, const bool *hidden)
{
	int found = -1;

	for (int i = 0; i < count; i++) {
		if (hidden[i])
			continue;
		if (found < 0 || ballots[found] == 0 ||
		    (ballots[i] > 0 && ballots[i] < ballots[found]))
			found = i;
	}
	return found;
}

int few_hide(const int *ballots, int count, int least, bool *ret_hidden,
	     int *ret_more)
{
	int hidden = 0, more = 0;
	int64_t sum = 0;

	for (int i = 0; i < count; i++) {
		ret_hidden[i] = ballots[i] > 0 && ballots[i] < least;
		hidden += ret_hidden[i];
		sum += ret_hidden[i] ? ballots[i] : 0;
	}
	/* One alone has too few, so there are two at least afterwards. */
	while (hidden > 0 && sum < least) {
		int next = smallest(ballots, count, ret_hidden);

		if (next < 0)
			break;
		ret_hidden[next] = true;
		sum += ballots[next];
		hidden++;
		more++;
	}
	*ret_more = more;
	return hidden;
}

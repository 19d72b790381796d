/* Projects that are alike for the rule: same cost, same backers. */
#include "rules/equal_shares.h"

#include <stdlib.h>
#include <string.h>

/* By cost, then backers. */
static int backers_compare(const struct election *counted, int a, int b)
{
	int64_t left = counted->projects[a].cost_minor;
	int64_t right = counted->projects[b].cost_minor;
	size_t count = shares_backers(counted, a);

	if (left != right)
		return left < right ? -1 : 1;
	if (count != shares_backers(counted, b))
		return count < shares_backers(counted, b) ? -1 : 1;
	return memcmp(counted->backers->list + counted->backers->first[a],
		      counted->backers->list + counted->backers->first[b],
		      count * sizeof(*counted->backers->list));
}

static int by_backers(const void *a, const void *b, void *context)
{
	const int *left = a, *right = b;
	int order = backers_compare(context, *left, *right);

	return order ? order : (*left > *right) - (*left < *right);
}

void shares_twins_find(struct shares *shares)
{
	const struct election *counted = shares->counted;
	int *sorted = shares->near;

	memcpy(sorted, shares->order,
	       (size_t)shares->order_count * sizeof(*sorted));
	qsort_r(sorted, (size_t)shares->order_count, sizeof(*sorted),
		by_backers, (void *)counted);
	for (int i = 0; i < shares->order_count; i++) {
		bool alike = i > 0 && backers_compare(counted, sorted[i - 1],
						      sorted[i]) == 0;

		shares->projects[sorted[i]].twin =
		    alike ? shares->projects[sorted[i - 1]].twin : sorted[i];
	}
}

/* Who comes first among equals, where no meeting decides. */
#include "rules/funding.h"

/* Whether A comes before B. */
static int cheaper(const struct election *election, int a, int b)
{
	const struct election_project *left = &election->projects[a];
	const struct election_project *right = &election->projects[b];

	if (left->cost_minor != right->cost_minor)
		return left->cost_minor < right->cost_minor;
	if (left->support != right->support)
		return left->support > right->support;
	return a < b;
}

static int pick_canonical(void *context, const struct election *election,
			  const int *tied, int count)
{
	int best = 0;

	(void)context;
	for (int i = 1; i < count; i++)
		if (cheaper(election, tied[i], tied[best]))
			best = i;
	return best;
}

static int pick_file(void *context, const struct election *election,
		     const int *tied, int count)
{
	int best = 0;

	(void)context;
	(void)election;
	for (int i = 1; i < count; i++)
		if (tied[i] < tied[best])
			best = i;
	return best;
}

static int pick_nobody(void *context, const struct election *election,
		       const int *tied, int count)
{
	(void)context;
	(void)election;
	(void)tied;
	(void)count;
	return -1;
}

const struct tie_break tie_break_canonical = {pick_canonical, NULL};
const struct tie_break tie_break_file = {pick_file, NULL};
const struct tie_break tie_break_stop = {pick_nobody, NULL};

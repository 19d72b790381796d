/* Projects that stand equal in an election from a file, for greedy. */
#include "rules/greedy_electing.h"

#include <stdlib.h>
#include <string.h>

/* Keeps those of the tie who get money if they come first, or end the count. */
static void tie_keep(struct electing *electing, const int *projects, int count)
{
	int *tied = calloc((size_t)count, sizeof(*tied)), kept = 0;

	free(electing->tied);
	electing->tied = tied;
	if (!tied) {
		electing->out_of_memory = true;
		return;
	}
	for (int i = 0; i < count; i++)
		if (electing_cost(electing, projects[i]) <=
			electing_left(electing) ||
		    electing_stops(electing, projects[i]))
			tied[kept++] = projects[i];
	electing->tied_count = kept;
}

/* Puts those of the COUNT PROJECTS who are in the kept tie before the others,
 * all else as it is. */
static void tie_kept_first(const struct electing *electing, int *projects,
			   int count)
{
	int front = 0, kept = 0;

	for (int i = 0; i < count && kept < electing->tied_count; i++) {
		int project = projects[i];

		/* Kept in the order in which they stand. */
		if (project != electing->tied[kept])
			continue;
		memmove(projects + front + 1, projects + front,
			(size_t)(i - front) * sizeof(*projects));
		projects[front++] = project;
		kept++;
	}
}

void electing_tie_tell(struct electing *electing, struct funding_round *round)
{
	round->tied = electing->tied;
	round->tied_count = electing->tied_count;
	electing->tied = NULL;
	electing->tied_count = 0;
}

/* Nobody may say who is first. */
static void tie_open(struct electing *electing)
{
	struct funding_round *round = NULL;

	electing->undecided = true;
	electing->funding->stopped = true;
	if (electing->tied)
		round = funding_add(electing->funding, electing->tied[0]);
	if (!round) {
		electing->out_of_memory = true;
		return;
	}
	mpq_set_si(round->left_minor, electing_left(electing), 1);
	electing_tie_tell(electing, round);
}

bool electing_tie(void *context, int *projects, int count, bool changes_money)
{
	struct electing *electing = context;
	const struct tie_break *ties = &electing->options->ties;

	if (changes_money) {
		tie_keep(electing, projects, count);
		if (!electing->tied)
			return false;
		/* Nobody is asked about those that get nothing anyway. */
		tie_kept_first(electing, projects, count);
		count = electing->tied_count;
	}
	for (int next = 0; next < count - 1; next++) {
		int at = ties->pick(ties->context, electing->election,
				    projects + next, count - next);
		int picked;

		if (at < 0) {
			if (changes_money)
				tie_open(electing);
			return false;
		}
		picked = projects[next + at];
		memmove(projects + next + 1, projects + next,
			(size_t)at * sizeof(*projects));
		projects[next] = picked;
	}
	return false;
}

void electing_tie_end(struct electing *electing, int project)
{
	struct funding *funding = electing->funding;

	if (!electing->tied)
		return;
	funding->end_first = project;
	funding->end_tied = electing->tied;
	funding->end_tied_count = electing->tied_count;
	electing->tied = NULL;
	electing->tied_count = 0;
}

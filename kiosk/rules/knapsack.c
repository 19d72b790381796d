#include "rules/knapsack_solving.h"

#include <stdlib.h>
#include <string.h>

/* Value for cost, compared without a fraction: whole parts, then remainders,
 * so that no product leaves 128 bits. */
static int by_ratio(const void *a, const void *b, void *context)
{
	const struct knapsack_thing *things = context;
	int at[2] = {*(const int *)a, *(const int *)b};
	const struct knapsack_thing *x = &things[at[0]], *y = &things[at[1]];
	__int128 left = x->value / x->cost, right = y->value / y->cost;

	if (left == right) {
		left = x->value % x->cost * y->cost;
		right = y->value % y->cost * x->cost;
	}
	if (left != right)
		return left < right ? 1 : -1;
	return (at[0] > at[1]) - (at[0] < at[1]);
}

/* What can surely be had: by ratio, leaving out what does not fit. */
static __int128 value_known(const struct knapsack_solving *solving)
{
	int64_t left = solving->room;
	__int128 value = 0;

	for (int i = 0; i < solving->count; i++) {
		const struct knapsack_thing *thing =
		    &solving->things[solving->by_ratio[i]];

		if (thing->cost > left)
			continue;
		left -= thing->cost;
		value += thing->value;
	}
	return value;
}

static enum status solving_open(struct knapsack_solving *solving)
{
	size_t count = (size_t)solving->count + 1;
	const struct knapsack_state nothing = {.other_cost = KNAPSACK_NO_COST,
					       .choice = KNAPSACK_NO_CHOICE};
	struct knapsack_list *list = &solving->list;
	enum status status;

	solving->by_ratio = calloc(count, sizeof(*solving->by_ratio));
	solving->rest.things = calloc(count, sizeof(*solving->rest.things));
	solving->rest.cost = calloc(count, sizeof(*solving->rest.cost));
	solving->rest.value = calloc(count, sizeof(*solving->rest.value));
	if (!solving->by_ratio || !solving->rest.things ||
	    !solving->rest.cost || !solving->rest.value)
		return STATUS_MEMORY;
	for (int i = 0; i < solving->count; i++)
		solving->by_ratio[i] = i;
	qsort_r(solving->by_ratio, (size_t)solving->count,
		sizeof(*solving->by_ratio), by_ratio, (void *)solving->things);
	status = solving_grow((void **)&list->states, &list->room, 0,
			      KNAPSACK_STATES, sizeof(nothing));
	if (status != STATUS_OK)
		return status;
	list->states[list->count++] = nothing;
	return STATUS_OK;
}

static void solving_close(struct knapsack_solving *solving)
{
	free(solving->by_ratio);
	free(solving->rest.things);
	free(solving->rest.cost);
	free(solving->rest.value);
	free(solving->list.states);
	free(solving->next.states);
	free(solving->choices);
}

/* Looks at all things, from the last to the first. */
static enum status solving_run(struct knapsack_solving *solving)
{
	enum status status = STATUS_OK;

	for (int thing = solving->count - 1;
	     thing >= 0 && status == STATUS_OK &&
	     !(solving->asked && solving->reached);
	     thing--)
		status = solving_look(solving, thing);
	return status;
}

enum status knapsack_solve(const struct knapsack_thing *things, int count,
			   int64_t room, bool *ret_taken,
			   struct knapsack_best *ret_best)
{
	struct knapsack_solving solving = {
	    .things = things, .count = count, .room = room};
	enum status status = solving_open(&solving);
	const struct knapsack_state *best;

	if (status != STATUS_OK)
		goto out;
	solving.known = value_known(&solving);
	status = solving_run(&solving);
	if (status != STATUS_OK)
		goto out;
	best = &solving.list.states[solving.list.count - 1];
	memset(ret_taken, 0, (size_t)count * sizeof(*ret_taken));
	for (uint32_t at = best->choice; at != KNAPSACK_NO_CHOICE;
	     at = solving.choices[at].before)
		ret_taken[solving.choices[at].thing] = true;
	*ret_best = (struct knapsack_best){
	    .value = best->value,
	    .cost = best->cost,
	    .unique = best->other_cost == KNAPSACK_NO_COST,
	};
out:
	solving_close(&solving);
	return status;
}

enum status knapsack_reaches(const struct knapsack_thing *things, int count,
			     int64_t room, __int128 value, bool *ret_reaches)
{
	struct knapsack_solving solving = {.things = things,
					   .count = count,
					   .room = room,
					   .known = value,
					   .asked = true,
					   .reached = value <= 0};
	enum status status = solving_open(&solving);

	if (status == STATUS_OK)
		status = solving_run(&solving);
	if (status == STATUS_OK)
		*ret_reaches = solving.reached;
	solving_close(&solving);
	return status;
}

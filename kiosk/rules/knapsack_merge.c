/* One thing more: the states without it and with it, in one list. */
#include "rules/knapsack_solving.h"

/* Lines up what comes before thing END. */
static void rest_line_up(struct knapsack_solving *solving, int end)
{
	struct knapsack_rest *rest = &solving->rest;

	rest->count = 0;
	rest->cost[0] = 0;
	rest->value[0] = 0;
	for (int i = 0; i < solving->count; i++) {
		int thing = solving->by_ratio[i], k = rest->count;

		if (thing >= end)
			continue;
		rest->things[k] = thing;
		rest->cost[k + 1] = rest->cost[k] + solving->things[thing].cost;
		rest->value[k + 1] =
		    rest->value[k] + solving->things[thing].value;
		rest->count++;
		if (rest->cost[k + 1] > solving->room)
			break;
	}
}

/* The most that the rest could add to COST if things could be cut; rounded
 * down, since values are whole. *FIT: how many of the rest fit whole into what
 * a cheaper state leaves; is moved down to COST. */
static __int128 rest_bound(const struct knapsack_solving *solving, int64_t cost,
			   int *fit)
{
	const struct knapsack_rest *rest = &solving->rest;
	int64_t room = solving->room - cost, part;
	const struct knapsack_thing *cut;

	while (rest->cost[*fit] > room)
		(*fit)--;
	if (*fit == rest->count)
		return rest->value[*fit];
	cut = &solving->things[rest->things[*fit]];
	part = room - rest->cost[*fit];
	return rest->value[*fit] + cut->value / cut->cost * part +
	       cut->value % cut->cost * part / cut->cost;
}

/* The merge of the states without a thing and with it. */
struct merge {
	struct knapsack_solving *solving;
	int thing;
	size_t without, with; /* the next of solving->list */
	__int128 value;	      /* of the last state that was not dominated */
	struct knapsack_state *last; /* that state; NULL when it was hopeless */
	int fit;		     /* rest_bound() */
};

/* STATE comes next in order of cost. TAKEN: with the thing. */
static enum status merge_add(struct merge *merge,
			     const struct knapsack_state *state, bool taken)
{
	struct knapsack_solving *solving = merge->solving;
	struct knapsack_list *next = &solving->next;
	__int128 sure, bound;
	enum status status;

	if (state->value < merge->value)
		return STATUS_OK;
	if (state->value == merge->value) {
		if (merge->last && state->cost < merge->last->other_cost)
			merge->last->other_cost = state->cost;
		return STATUS_OK;
	}
	merge->value = state->value;
	merge->last = NULL;
	bound = state->value + rest_bound(solving, state->cost, &merge->fit);
	sure = state->value + solving->rest.value[merge->fit];
	if (sure >= solving->known) {
		solving->known = sure;
		solving->reached = true;
	}
	if (bound < solving->known)
		return STATUS_OK;
	status = solving_grow((void **)&next->states, &next->room, next->count,
			      KNAPSACK_STATES, sizeof(*next->states));
	if (status != STATUS_OK)
		return status;
	merge->last = &next->states[next->count++];
	*merge->last = *state;
	if (!taken)
		return STATUS_OK;
	return solving_choose(solving, merge->thing, state->choice,
			      &merge->last->choice);
}

/* The next state with the thing; false when none is left that fits. */
static bool merge_with(const struct merge *merge,
		       struct knapsack_state *ret_state)
{
	const struct knapsack_solving *solving = merge->solving;
	const struct knapsack_thing *thing = &solving->things[merge->thing];
	int64_t most = solving->room - thing->cost;

	if (merge->with >= solving->list.count)
		return false;
	*ret_state = solving->list.states[merge->with];
	if (ret_state->cost > most)
		return false;
	ret_state->cost += thing->cost;
	ret_state->value += thing->value;
	ret_state->other_cost = ret_state->other_cost > most
				    ? KNAPSACK_NO_COST
				    : ret_state->other_cost + thing->cost;
	return true;
}

/* One step: the cheaper of the two next states; of equal cost the better one;
 * of equals the one with the thing, which so is the first in which they differ.
 * False at the end. */
static bool merge_step(struct merge *merge, enum status *ret_status)
{
	const struct knapsack_list *list = &merge->solving->list;
	const struct knapsack_state *without =
	    merge->without < list->count ? &list->states[merge->without] : NULL;
	struct knapsack_state with;
	bool taken = merge_with(merge, &with);

	if (!taken && !without)
		return false;
	if (taken && without)
		taken =
		    with.cost < without->cost || (with.cost == without->cost &&
						  with.value >= without->value);
	if (taken) {
		merge->with++;
		*ret_status = merge_add(merge, &with, true);
	} else {
		merge->without++;
		*ret_status = merge_add(merge, without, false);
	}
	return *ret_status == STATUS_OK;
}

enum status solving_look(struct knapsack_solving *solving, int thing)
{
	struct merge merge = {.solving = solving, .thing = thing, .value = -1};
	enum status status = STATUS_OK;
	struct knapsack_list list = solving->list;

	if (solving->choice_count > KNAPSACK_CHOICES / 2)
		status = solving_tidy(solving);
	if (status != STATUS_OK)
		return status;
	rest_line_up(solving, thing);
	merge.fit = solving->rest.count;
	solving->next.count = 0;
	while (!(solving->asked && solving->reached) &&
	       merge_step(&merge, &status))
		continue;
	solving->list = solving->next;
	solving->next = list;
	return status;
}

#include "rules/knapsack.h"

#include <stdlib.h>
#include <string.h>

/* The cheapest way to get VALUE out of the things looked at so far. */
struct state {
	__int128 value;
	int64_t cost;
	int64_t other_cost; /* of the next cheapest set of that value, or
			       NO_COST */
	uint32_t choice;    /* the last thing taken, or NO_CHOICE */
};

#define NO_COST INT64_MAX
#define NO_CHOICE UINT32_MAX

struct choice {
	int thing;
	uint32_t before; /* the one taken before it, or NO_CHOICE */
};

/* Undominated: both cost and value rise from each to the next. */
struct state_list {
	struct state *states;
	size_t count, room;
};

/* The things still to come, most value for its cost first, as far as they fit
 * into an empty knapsack and one more. */
struct rest {
	int *things;
	int64_t *cost;	 /* cost[k]: of the first k together */
	__int128 *value; /* value[k] likewise */
	int count;
};

struct solving {
	const struct knapsack_thing *things;
	int count;
	int64_t room;
	int *by_ratio; /* all things, most value for its cost first */
	struct rest rest;
	__int128 known; /* a value that some set has, or that is asked for */
	bool asked;	/* only whether some set has that value */
	bool reached;	/* yes */
	struct state_list list, next;
	struct choice *choices;
	size_t choice_count, choice_room;
};

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

/* Lines up what comes before thing END. */
static void rest_line_up(struct solving *solving, int end)
{
	struct rest *rest = &solving->rest;

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
static __int128 rest_bound(const struct solving *solving, int64_t cost,
			   int *fit)
{
	const struct rest *rest = &solving->rest;
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

/* What can surely be had: by ratio, leaving out what does not fit. */
static __int128 value_known(const struct solving *solving)
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

/* Makes room for one more of SIZE bytes, up to MOST. */
static enum status room_grow(void **array, size_t *room, size_t count,
			     size_t most, size_t size)
{
	size_t wanted = *room ? *room * 2 : 1024;
	void *larger;

	if (count < *room)
		return STATUS_OK;
	if (count >= most)
		return STATUS_LIMIT;
	if (wanted > most)
		wanted = most;
	larger = realloc(*array, wanted * size);
	if (!larger)
		return STATUS_MEMORY;
	*array = larger;
	*room = wanted;
	return STATUS_OK;
}

/* Forgets the choices that led to no state of the list. */
static enum status choices_tidy(struct solving *solving)
{
	const struct state_list *list = &solving->list;
	uint32_t *place = calloc(solving->choice_count + 1, sizeof(*place));
	uint32_t kept = 0;

	if (!place)
		return STATUS_MEMORY;
	for (size_t i = 0; i < list->count; i++)
		if (list->states[i].choice != NO_CHOICE)
			place[list->states[i].choice] = 1;
	/* Each stands behind the one before it. */
	for (size_t i = solving->choice_count; i-- > 0;)
		if (place[i] && solving->choices[i].before != NO_CHOICE)
			place[solving->choices[i].before] = 1;
	for (size_t i = 0; i < solving->choice_count; i++) {
		struct choice choice = solving->choices[i];

		if (!place[i])
			continue;
		if (choice.before != NO_CHOICE)
			choice.before = place[choice.before];
		place[i] = kept;
		solving->choices[kept++] = choice;
	}
	for (size_t i = 0; i < list->count; i++)
		if (list->states[i].choice != NO_CHOICE)
			list->states[i].choice = place[list->states[i].choice];
	solving->choice_count = kept;
	free(place);
	return STATUS_OK;
}

/* Remembers that THING was taken after BEFORE. */
static enum status choice_add(struct solving *solving, int thing,
			      uint32_t before, uint32_t *ret_choice)
{
	enum status status = room_grow(
	    (void **)&solving->choices, &solving->choice_room,
	    solving->choice_count, KNAPSACK_CHOICES, sizeof(struct choice));

	if (status != STATUS_OK)
		return status;
	*ret_choice = (uint32_t)solving->choice_count;
	solving->choices[solving->choice_count++] =
	    (struct choice){thing, before};
	return STATUS_OK;
}

/* The merge of the states without a thing and with it. */
struct merge {
	struct solving *solving;
	int thing;
	size_t without, with; /* the next of solving->list */
	__int128 value;	      /* of the last state that was not dominated */
	struct state *last;   /* that state; NULL when it was hopeless */
	int fit;	      /* rest_bound() */
};

/* STATE comes next in order of cost. TAKEN: with the thing. */
static enum status merge_add(struct merge *merge, const struct state *state,
			     bool taken)
{
	struct solving *solving = merge->solving;
	struct state_list *next = &solving->next;
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
	status = room_grow((void **)&next->states, &next->room, next->count,
			   KNAPSACK_STATES, sizeof(*next->states));
	if (status != STATUS_OK)
		return status;
	merge->last = &next->states[next->count++];
	*merge->last = *state;
	if (!taken)
		return STATUS_OK;
	return choice_add(solving, merge->thing, state->choice,
			  &merge->last->choice);
}

/* The next state with the thing; false when none is left that fits. */
static bool merge_with(const struct merge *merge, struct state *ret_state)
{
	const struct solving *solving = merge->solving;
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
				    ? NO_COST
				    : ret_state->other_cost + thing->cost;
	return true;
}

/* One step: the cheaper of the two next states; of equal cost the better one;
 * of equals the one with the thing, which so is the first in which they differ.
 * False at the end. */
static bool merge_step(struct merge *merge, enum status *ret_status)
{
	const struct state_list *list = &merge->solving->list;
	const struct state *without =
	    merge->without < list->count ? &list->states[merge->without] : NULL;
	struct state with;
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

/* Looks at THING, the last of those that were left. */
static enum status thing_look(struct solving *solving, int thing)
{
	struct merge merge = {.solving = solving, .thing = thing, .value = -1};
	enum status status = STATUS_OK;
	struct state_list list = solving->list;

	if (solving->choice_count > KNAPSACK_CHOICES / 2)
		status = choices_tidy(solving);
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

static enum status solving_open(struct solving *solving)
{
	size_t count = (size_t)solving->count + 1;
	const struct state nothing = {.other_cost = NO_COST,
				      .choice = NO_CHOICE};
	struct state_list *list = &solving->list;
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
	status = room_grow((void **)&list->states, &list->room, 0,
			   KNAPSACK_STATES, sizeof(nothing));
	if (status != STATUS_OK)
		return status;
	list->states[list->count++] = nothing;
	return STATUS_OK;
}

static void solving_close(struct solving *solving)
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
static enum status solving_run(struct solving *solving)
{
	enum status status = STATUS_OK;

	for (int thing = solving->count - 1;
	     thing >= 0 && status == STATUS_OK &&
	     !(solving->asked && solving->reached);
	     thing--)
		status = thing_look(solving, thing);
	return status;
}

enum status knapsack_solve(const struct knapsack_thing *things, int count,
			   int64_t room, bool *ret_taken,
			   struct knapsack_best *ret_best)
{
	struct solving solving = {
	    .things = things, .count = count, .room = room};
	enum status status = solving_open(&solving);
	const struct state *best;

	if (status != STATUS_OK)
		goto out;
	solving.known = value_known(&solving);
	status = solving_run(&solving);
	if (status != STATUS_OK)
		goto out;
	best = &solving.list.states[solving.list.count - 1];
	memset(ret_taken, 0, (size_t)count * sizeof(*ret_taken));
	for (uint32_t at = best->choice; at != NO_CHOICE;
	     at = solving.choices[at].before)
		ret_taken[solving.choices[at].thing] = true;
	*ret_best = (struct knapsack_best){
	    .value = best->value,
	    .cost = best->cost,
	    .unique = best->other_cost == NO_COST,
	};
out:
	solving_close(&solving);
	return status;
}

enum status knapsack_reaches(const struct knapsack_thing *things, int count,
			     int64_t room, __int128 value, bool *ret_reaches)
{
	struct solving solving = {.things = things,
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

/* What was taken on the way to each state. */
#include "rules/knapsack_solving.h"

#include <stdlib.h>

enum status solving_grow(void **array, size_t *room, size_t count, size_t most,
			 size_t size)
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

enum status solving_tidy(struct knapsack_solving *solving)
{
	const struct knapsack_list *list = &solving->list;
	uint32_t *place = calloc(solving->choice_count + 1, sizeof(*place));
	uint32_t kept = 0;

	if (!place)
		return STATUS_MEMORY;
	for (size_t i = 0; i < list->count; i++)
		if (list->states[i].choice != KNAPSACK_NO_CHOICE)
			place[list->states[i].choice] = 1;
	/* Each stands behind the one before it. */
	for (size_t i = solving->choice_count; i-- > 0;)
		if (place[i] &&
		    solving->choices[i].before != KNAPSACK_NO_CHOICE)
			place[solving->choices[i].before] = 1;
	for (size_t i = 0; i < solving->choice_count; i++) {
		struct knapsack_choice choice = solving->choices[i];

		if (!place[i])
			continue;
		if (choice.before != KNAPSACK_NO_CHOICE)
			choice.before = place[choice.before];
		place[i] = kept;
		solving->choices[kept++] = choice;
	}
	for (size_t i = 0; i < list->count; i++)
		if (list->states[i].choice != KNAPSACK_NO_CHOICE)
			list->states[i].choice = place[list->states[i].choice];
	solving->choice_count = kept;
	free(place);
	return STATUS_OK;
}

enum status solving_choose(struct knapsack_solving *solving, int thing,
			   uint32_t before, uint32_t *ret_choice)
{
	enum status status =
	    solving_grow((void **)&solving->choices, &solving->choice_room,
			 solving->choice_count, KNAPSACK_CHOICES,
			 sizeof(struct knapsack_choice));

	if (status != STATUS_OK)
		return status;
	*ret_choice = (uint32_t)solving->choice_count;
	solving->choices[solving->choice_count++] =
	    (struct knapsack_choice){thing, before};
	return STATUS_OK;
}

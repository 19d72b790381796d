#include "rules/election_groups.h"

#include <stdlib.h>
#include <string.h>

#include "core/pages.h"

enum {
	ROOM_LEAST = 64,
	MET_LEAST = 64,
	MET_MOST = 1 << 16, /* half a megabyte: more is waited for */
};

/* Makes room for EXTRA more of SIZE bytes in *ARRAY, which has COUNT. */
static bool grow(void **array, size_t *room, size_t count, size_t extra,
		 size_t size)
{
	size_t wanted = *room;
	void *larger;

	if (count + extra <= *room)
		return true;
	while (wanted < count + extra)
		wanted = wanted ? wanted + wanted / 2 : ROOM_LEAST;
	larger = realloc(*array, wanted * size);
	if (!larger)
		return false;
	pages_large(larger, wanted * size);
	*array = larger;
	*room = wanted;
	return true;
}

/* Makes room to remember more groups; few are forgotten by that. */
static bool met_grow(struct election_groups *groups, int count)
{
	size_t size = groups->met_size ? groups->met_size * 4 : MET_LEAST;
	struct index_slot *met;

	if (groups->met_size == MET_MOST ||
	    (size_t)count * 2 < groups->met_size)
		return true;
	met = calloc(size, sizeof(*met));
	if (!met)
		return false;
	for (size_t i = 0; i < groups->met_size; i++)
		if (groups->met[i].index)
			met[groups->met[i].hash & (size - 1)] = groups->met[i];
	free(groups->met);
	groups->met = met;
	groups->met_size = size;
	return true;
}

static bool same_values(const struct election *election, int group,
			const struct election_value *values, size_t count)
{
	const struct election_group *other = &election->groups[group];

	return other->end - other->first == count &&
	       memcmp(election->values + other->first, values,
		      count * sizeof(*values)) == 0;
}

/* Adds a group of no ballots yet. */
static enum status group_new(struct election_groups *groups,
			     struct election *election,
			     const struct election_value *values, size_t count)
{
	size_t first = groups->value_count;

	if (!grow((void **)&election->groups, &groups->group_room,
		  (size_t)election->group_count, 1,
		  sizeof(*election->groups)) ||
	    !grow((void **)&election->values, &groups->value_room, first, count,
		  sizeof(*election->values)))
		return STATUS_MEMORY;
	memcpy(election->values + first, values, count * sizeof(*values));
	election->groups[election->group_count++] =
	    (struct election_group){.first = first, .end = first + count};
	groups->value_count += count;
	for (size_t i = 0; i < count; i++)
		election->projects[values[i].project].groups++;
	return STATUS_OK;
}

enum status election_groups_add(struct election_groups *groups,
				struct election *election,
				const struct election_value *values,
				size_t count, int ballots)
{
	uint32_t hash = index_hash(values, count * sizeof(*values));
	struct index_slot *slot;

	if (!met_grow(groups, election->group_count))
		return STATUS_MEMORY;
	slot = &groups->met[hash & (groups->met_size - 1)];
	if (slot->index == 0 || slot->hash != hash ||
	    !same_values(election, slot->index - 1, values, count)) {
		enum status status = group_new(groups, election, values, count);

		if (status != STATUS_OK)
			return status;
		*slot = (struct index_slot){hash, election->group_count};
	}
	election->groups[slot->index - 1].ballots += ballots;
	return STATUS_OK;
}

void election_groups_free(struct election_groups *groups)
{
	free(groups->met);
	groups->met = NULL;
	groups->met_size = 0;
}

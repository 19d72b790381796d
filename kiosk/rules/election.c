#include "rules/election_order.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A hash table of indexes, open addressing. With the hash beside the index what
 * is looked for is compared once, and the table grows without reading anything
 * but itself. */
struct index_slot {
	uint32_t hash;
	int index; /* 0 is empty, else index + 1 */
};

struct index_table {
	struct index_slot *slots;
	size_t size; /* a power of two, or 0 */
};

struct election_builder {
	struct election *election; /* what is there so far */
	size_t project_room, group_room, value_room, value_count;
	struct index_table by_id, by_values;
	/* The ballots that were added last, whose slot of by_values is on its
	 * way from memory; their values stand behind the election's. */
	uint32_t last_hash;
	size_t last_count;
	int last_ballots; /* 0: there are none */
};

enum {
	TABLE_LEAST = 64,
	FEW = 24, /* values that are put in order one by one */
};

/* Eight bytes a step, each mixed in by a multiplication with 2^64 / the golden
 * ratio (Knuth, The Art of Computer Programming 3, 6.4). */
static uint32_t hash_bytes(const void *bytes, size_t length)
{
	const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15);
	const unsigned char *at = bytes;
	uint64_t hash = length, word;

	for (; length >= sizeof(word); length -= sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		hash = (hash ^ word) * golden;
		hash ^= hash >> 29;
		at += sizeof(word);
	}
	word = 0;
	while (length-- > 0)
		word = word << 8 | *at++;
	hash = (hash ^ word) * golden;
	return (uint32_t)(hash >> 32);
}

/* Makes room for one more of SIZE bytes in *ARRAY, which has COUNT. */
static bool grow(void **array, size_t *room, size_t count, size_t extra,
		 size_t size)
{
	size_t wanted = *room;
	void *larger;

	if (count + extra <= *room)
		return true;
	while (wanted < count + extra)
		wanted = wanted ? wanted + wanted / 2 : TABLE_LEAST;
	larger = realloc(*array, wanted * size);
	if (!larger)
		return false;
	*array = larger;
	*room = wanted;
	return true;
}

struct election_builder *election_builder_new(int64_t budget_minor,
					      int value_scale)
{
	struct election_builder *builder = calloc(1, sizeof(*builder));

	if (!builder)
		return NULL;
	builder->election = calloc(1, sizeof(*builder->election));
	if (!builder->election) {
		free(builder);
		return NULL;
	}
	builder->election->budget_minor = budget_minor;
	builder->election->value_scale = value_scale;
	return builder;
}

void election_builder_free(struct election_builder *builder)
{
	if (!builder)
		return;
	election_free(builder->election);
	free(builder->by_id.slots);
	free(builder->by_values.slots);
	free(builder);
}

void election_free(struct election *election)
{
	if (!election)
		return;
	for (int i = 0; i < election->project_count; i++)
		free(election->projects[i].id);
	free(election->projects);
	free(election->groups);
	free(election->values);
	free(election->backers);
	free(election->first_backer);
	free(election);
}

/* The slot of TABLE where ID stands or would stand. */
static struct index_slot *id_slot(const struct election_builder *builder,
				  const char *id, size_t length, uint32_t hash)
{
	const struct index_table *table = &builder->by_id;
	size_t at = hash & (table->size - 1);

	for (;; at = (at + 1) & (table->size - 1)) {
		struct index_slot *slot = &table->slots[at];
		const char *other;

		if (slot->index == 0)
			return slot;
		if (slot->hash != hash)
			continue;
		other = builder->election->projects[slot->index - 1].id;
		if (strncmp(other, id, length) == 0 && other[length] == '\0')
			return slot;
	}
}

static bool same_values(const struct election *election, int group,
			const struct election_value *values, size_t count)
{
	const struct election_group *other = &election->groups[group];

	return other->end - other->first == count &&
	       memcmp(election->values + other->first, values,
		      count * sizeof(*values)) == 0;
}

/* The slot of the group whose ballots hold just these VALUES. */
static struct index_slot *values_slot(const struct election_builder *builder,
				      const struct election_value *values,
				      size_t count, uint32_t hash)
{
	const struct index_table *table = &builder->by_values;
	size_t at = hash & (table->size - 1);

	for (;; at = (at + 1) & (table->size - 1)) {
		struct index_slot *slot = &table->slots[at];

		if (slot->index == 0 ||
		    (slot->hash == hash &&
		     same_values(builder->election, slot->index - 1, values,
				 count)))
			return slot;
	}
}

/* Keeps TABLE, which holds COUNT, at most half full. */
static bool table_grow(struct index_table *table, int count)
{
	size_t size = table->size ? table->size * 2 : TABLE_LEAST;
	struct index_slot *slots;

	if ((size_t)count * 2 + 2 <= table->size)
		return true;
	slots = calloc(size, sizeof(*slots));
	if (!slots)
		return false;
	for (size_t i = 0; i < table->size; i++) {
		size_t at = table->slots[i].hash & (size - 1);

		if (table->slots[i].index == 0)
			continue;
		while (slots[at].index)
			at = (at + 1) & (size - 1);
		slots[at] = table->slots[i];
	}
	free(table->slots);
	table->slots = slots;
	table->size = size;
	return true;
}

enum status election_add_project(struct election_builder *builder,
				 const char *id, size_t length,
				 int64_t cost_minor)
{
	struct election *election = builder->election;
	uint32_t hash = hash_bytes(id, length);
	struct index_slot *slot;
	char *copy;

	if (election->project_count >= ELECTION_PROJECTS || cost_minor < 0 ||
	    cost_minor > ELECTION_MONEY_MOST)
		return STATUS_LIMIT;
	if (!table_grow(&builder->by_id, election->project_count) ||
	    !grow((void **)&election->projects, &builder->project_room,
		  (size_t)election->project_count, 1,
		  sizeof(*election->projects)))
		return STATUS_MEMORY;
	slot = id_slot(builder, id, length, hash);
	if (slot->index)
		return STATUS_INPUT;
	copy = strndup(id, length);
	if (!copy)
		return STATUS_MEMORY;
	election->projects[election->project_count] = (struct election_project){
	    .id = copy,
	    .cost_minor = cost_minor,
	};
	*slot = (struct index_slot){hash, ++election->project_count};
	return STATUS_OK;
}

int election_find(const struct election_builder *builder, const char *id,
		  size_t length)
{
	if (builder->by_id.size == 0)
		return -1;
	return id_slot(builder, id, length, hash_bytes(id, length))->index - 1;
}

static int by_project(const void *a, const void *b)
{
	const struct election_value *left = a, *right = b;

	return (left->project > right->project) -
	       (left->project < right->project);
}

/* Sorts VALUES by project and takes out those of 0. STATUS_LIMIT when one is
 * below 0. */
static enum status values_tidy(struct election_value *values, size_t *count)
{
	size_t kept = 0;

	for (size_t i = 0; i < *count; i++) {
		if (values[i].value < 0)
			return STATUS_LIMIT;
		if (values[i].value > 0)
			values[kept++] = values[i];
	}
	*count = kept;
	if (kept > FEW) {
		qsort(values, kept, sizeof(*values), by_project);
		return STATUS_OK;
	}
	for (size_t i = 1; i < kept; i++) {
		struct election_value value = values[i];
		size_t at = i;

		for (; at > 0 && values[at - 1].project > value.project; at--)
			values[at] = values[at - 1];
		values[at] = value;
	}
	return STATUS_OK;
}

/* The sums of VALUES may be added BALLOTS times. */
static bool sums_hold(const struct election *election,
		      const struct election_value *values, size_t count,
		      int ballots)
{
	if (ballots < 0 || ballots > INT_MAX - election->ballots)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct election_project *project =
		    &election->projects[values[i].project];

		if ((int64_t)values[i].value * ballots >
		    ELECTION_MONEY_MOST - project->support)
			return false;
	}
	return true;
}

/* Finds the group of the ballots that were added last, or makes it. */
static enum status last_finish(struct election_builder *builder)
{
	struct election *election = builder->election;
	size_t first = builder->value_count, count = builder->last_count;
	struct index_slot *slot;

	if (builder->last_ballots == 0)
		return STATUS_OK;
	slot = values_slot(builder, election->values + first, count,
			   builder->last_hash);
	if (slot->index == 0) {
		if (!grow((void **)&election->groups, &builder->group_room,
			  (size_t)election->group_count, 1,
			  sizeof(*election->groups)))
			return STATUS_MEMORY;
		election->groups[election->group_count++] =
		    (struct election_group){.first = first,
					    .end = first + count};
		builder->value_count += count;
		*slot = (struct index_slot){builder->last_hash,
					    election->group_count};
	}
	election->groups[slot->index - 1].ballots += builder->last_ballots;
	builder->last_ballots = 0;
	return STATUS_OK;
}

/* Keeps BALLOTS with VALUES as those that were added last. */
static enum status last_set(struct election_builder *builder,
			    const struct election_value *values, size_t count,
			    int ballots)
{
	struct election *election = builder->election;
	const struct index_table *table = &builder->by_values;
	enum status status = last_finish(builder);

	if (status != STATUS_OK)
		return status;
	if (!table_grow(&builder->by_values, election->group_count + 1) ||
	    !grow((void **)&election->values, &builder->value_room,
		  builder->value_count, count, sizeof(*election->values)))
		return STATUS_MEMORY;
	memcpy(election->values + builder->value_count, values,
	       count * sizeof(*values));
	builder->last_count = count;
	builder->last_ballots = ballots;
	builder->last_hash = hash_bytes(values, count * sizeof(*values));
	__builtin_prefetch(
	    &table->slots[builder->last_hash & (table->size - 1)], 1);
	return STATUS_OK;
}

enum status election_add_ballots(struct election_builder *builder,
				 struct election_value *values, size_t count,
				 int ballots)
{
	struct election *election = builder->election;
	enum status status = values_tidy(values, &count);

	if (status == STATUS_OK && !sums_hold(election, values, count, ballots))
		status = STATUS_LIMIT;
	if (status == STATUS_OK && count > 0 && ballots > 0)
		status = last_set(builder, values, count, ballots);
	if (status != STATUS_OK)
		return status;
	election->ballots += ballots;
	for (size_t i = 0; i < count; i++) {
		struct election_project *project =
		    &election->projects[values[i].project];

		project->support += (int64_t)values[i].value * ballots;
		project->named += ballots;
	}
	return STATUS_OK;
}

/* The other way round: who backs each project. */
static bool backers_build(struct election *election, size_t value_count)
{
	size_t projects = (size_t)election->project_count;
	size_t *next = calloc(projects + 2, sizeof(*next));
	struct election_backer *backers =
	    malloc((value_count + 1) * sizeof(*backers));

	if (!next || !backers) {
		free(next);
		free(backers);
		return false;
	}
	/* next[p + 1]: where the next backer of p goes; ends as p + 1's first.
	 */
	for (size_t i = 0; i < value_count; i++)
		next[election->values[i].project + 2]++;
	for (size_t p = 2; p < projects + 2; p++)
		next[p] += next[p - 1];
	for (int g = 0; g < election->group_count; g++)
		for (size_t i = election->groups[g].first;
		     i < election->groups[g].end; i++) {
			const struct election_value *value =
			    &election->values[i];

			backers[next[value->project + 1]++] =
			    (struct election_backer){g, value->value};
		}
	election->backers = backers;
	election->first_backer = next;
	return true;
}

struct election *election_build(struct election_builder *builder)
{
	struct election *election = builder->election;

	if (last_finish(builder) != STATUS_OK)
		return NULL;
	/* No more needed; what follows needs room. */
	free(builder->by_values.slots);
	builder->by_values = (struct index_table){NULL, 0};
	if (!election_order(election) ||
	    !backers_build(election, builder->value_count))
		return NULL;
	builder->election = NULL;
	return election;
}

#include "rules/election.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "rules/election_groups.h"
#include "rules/election_order.h"

/* What a ballot gives each project, while its values are put in order. */
struct marks {
	uint64_t *given; /* a bit a project; all 0 between ballots */
	int *value;	 /* one a project, where its bit is set */
	int room;	 /* projects */
};

struct election_builder {
	struct election *election; /* what is there so far */
	int project_room;
	struct index_table by_id;
	struct election_groups groups;
	struct marks marks;
};

enum {
	ROOM_LEAST = 64, /* projects; a multiple of BITS */
	BITS = 64,
	/* So many ballots of any values; each sum is looked at above. */
	SUMS_HOLD = (int)(ELECTION_MONEY_MOST / INT_MAX),
};

static struct election *election_new(void)
{
	struct election *election = calloc(1, sizeof(*election));

	if (!election)
		return NULL;
	election->backers = calloc(1, sizeof(*election->backers));
	if (election->backers)
		return election;
	free(election);
	return NULL;
}

struct election_builder *election_builder_new(int64_t budget_minor,
					      int value_scale)
{
	struct election_builder *builder = calloc(1, sizeof(*builder));

	if (!builder)
		return NULL;
	builder->election = election_new();
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
	election_groups_free(&builder->groups);
	free(builder->marks.given);
	free(builder->marks.value);
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
	free(election->backers->list);
	free(election->backers->first);
	free(election->backers);
	free(election);
}

/* The slot where ID stands or would stand. */
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

/* Makes room for one more project. */
static bool projects_grow(struct election_builder *builder)
{
	struct election *election = builder->election;
	size_t room = builder->project_room ? (size_t)builder->project_room * 2
					    : ROOM_LEAST;
	struct election_project *projects;

	if (election->project_count < builder->project_room)
		return true;
	projects = realloc(election->projects, room * sizeof(*projects));
	if (!projects)
		return false;
	election->projects = projects;
	builder->project_room = (int)room;
	return true;
}

enum status election_add_project(struct election_builder *builder,
				 const char *id, size_t length,
				 int64_t cost_minor)
{
	struct election *election = builder->election;
	uint32_t hash = index_hash(id, length);
	struct index_slot *slot;
	char *copy;

	if (election->project_count >= ELECTION_PROJECTS || cost_minor < 0 ||
	    cost_minor > ELECTION_MONEY_MOST)
		return STATUS_LIMIT;
	if (!index_table_grow(&builder->by_id, election->project_count) ||
	    !projects_grow(builder))
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
	return id_slot(builder, id, length, index_hash(id, length))->index - 1;
}

/* Makes room for what a ballot gives each project. */
static bool marks_grow(struct marks *marks, int projects)
{
	size_t room = ((size_t)projects / BITS + 1) * BITS;

	if (projects <= marks->room)
		return true;
	free(marks->given);
	free(marks->value);
	marks->given = calloc(room / BITS, sizeof(*marks->given));
	marks->value = malloc(room * sizeof(*marks->value));
	marks->room = marks->given && marks->value ? (int)room : 0;
	return marks->room > 0;
}

/* Puts the marked projects into VALUES, in their order, and takes the marks
 * away: those from word FIRST to LAST. */
static void marks_take(struct marks *marks, size_t first, size_t last,
		       struct election_value *values)
{
	for (size_t word = first; word <= last; word++) {
		for (uint64_t left = marks->given[word]; left > 0;
		     left &= left - 1) {
			int project = (int)word * BITS + __builtin_ctzll(left);

			*values++ = (struct election_value){
			    project, marks->value[project]};
		}
		marks->given[word] = 0;
	}
}

/* Sorts VALUES by project, without a comparison: ballots are too unlike each
 * other for one to be foreseen. Takes out those of 0. STATUS_LIMIT when one is
 * below 0. */
static enum status values_tidy(struct marks *marks,
			       struct election_value *values, size_t *count)
{
	size_t first = SIZE_MAX, last = 0, kept = 0;

	for (size_t i = 0; i < *count; i++)
		if (values[i].value < 0)
			return STATUS_LIMIT;
	for (size_t i = 0; i < *count; i++) {
		size_t project = (size_t)values[i].project;
		size_t word = project / BITS;

		if (values[i].value == 0)
			continue;
		marks->given[word] |= UINT64_C(1) << project % BITS;
		marks->value[project] = values[i].value;
		first = word < first ? word : first;
		last = word > last ? word : last;
		kept++;
	}
	if (kept > 0)
		marks_take(marks, first, last, values);
	*count = kept;
	return STATUS_OK;
}

/* The sums of VALUES may be added BALLOTS times. */
static bool sums_hold(const struct election *election,
		      const struct election_value *values, size_t count,
		      int ballots)
{
	if (ballots < 0 || ballots > INT_MAX - election->ballots)
		return false;
	if (election->ballots + ballots <= SUMS_HOLD)
		return true;
	for (size_t i = 0; i < count; i++) {
		const struct election_project *project =
		    &election->projects[values[i].project];

		if ((int64_t)values[i].value * ballots >
		    ELECTION_MONEY_MOST - project->support)
			return false;
	}
	return true;
}

enum status election_add_ballots(struct election_builder *builder,
				 struct election_value *values, size_t count,
				 int ballots)
{
	struct election *election = builder->election;
	enum status status;

	if (!marks_grow(&builder->marks, election->project_count))
		return STATUS_MEMORY;
	status = values_tidy(&builder->marks, values, &count);
	if (status == STATUS_OK && !sums_hold(election, values, count, ballots))
		status = STATUS_LIMIT;
	if (status == STATUS_OK && count > 0 && ballots > 0)
		status = election_groups_add(&builder->groups, election, values,
					     count, ballots);
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

struct election *election_build(struct election_builder *builder)
{
	struct election *election = builder->election;

	if (!election_order(election))
		return NULL;
	builder->election = NULL;
	return election;
}

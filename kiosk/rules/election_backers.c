/* An election's values the other way round. */
#include <stdlib.h>

#include "core/pages.h"
#include "rules/election.h"

enum { AHEAD = 12 }; /* groups whose values are on their way from memory */

/* The groups are in order, their values are not: each group's would be waited
 * for. */
static void group_fetch(const struct election *election, int group)
{
	const struct election_group *fetched = &election->groups[group];

	if (group >= election->group_count)
		return;
	__builtin_prefetch(&election->values[fetched->first]);
	__builtin_prefetch(&election->values[fetched->end - 1]);
}

/* Writes the list. NEXT has two more than there are projects: [p + 1] is where
 * the next backer of p goes, and ends as where p + 1 begins. */
static void backers_write(const struct election *election, size_t *next,
			  struct election_backer *list)
{
	for (int g = 0; g < election->group_count; g++) {
		const struct election_group *group = &election->groups[g];

		group_fetch(election, g + AHEAD);
		for (size_t i = group->first; i < group->end; i++) {
			const struct election_value *value =
			    &election->values[i];

			list[next[value->project + 1]++] =
			    (struct election_backer){g, value->value};
		}
	}
}

bool election_back(const struct election *election)
{
	size_t projects = (size_t)election->project_count;
	struct election_backer *list;
	size_t *next, size;

	if (election->backers->list)
		return true;
	next = calloc(projects + 2, sizeof(*next));
	if (!next)
		return false;
	for (size_t p = 0; p < projects; p++)
		next[p + 2] =
		    next[p + 1] + (size_t)election->projects[p].groups;
	size = (next[projects + 1] + 1) * sizeof(*list);
	list = malloc(size);
	if (!list) {
		free(next);
		return false;
	}
	pages_large(list, size);
	backers_write(election, next, list);
	*election->backers = (struct election_backers){list, next};
	return true;
}

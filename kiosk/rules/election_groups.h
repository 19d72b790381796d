/* election_groups.h - ballots that are alike, put together while an election is
 * made.
 *
 * Those of which many come are found at once: the groups met last are
 * remembered, as many as a processor has at hand. The others become a group
 * each, and election_order(), which puts the groups in order, finds them beside
 * each other: where hardly two ballots are alike, a table of all groups would
 * be waited for at each ballot.
 */
#ifndef STEMMEBOKS_ELECTION_GROUPS_H
#define STEMMEBOKS_ELECTION_GROUPS_H

#include "rules/election.h"
#include "rules/index_table.h"

/* All 0 at first; free with election_groups_free(). */
struct election_groups {
	size_t group_room, value_room, value_count;
	struct index_slot *met; /* each where its hash says */
	size_t met_size;	/* a power of two, or 0 */
};

/* Adds BALLOTS > 0 with the same COUNT > 0 VALUES, in order of their projects
 * and none of them 0, to ELECTION's groups and values. STATUS_OK or
 * STATUS_MEMORY. */
enum status election_groups_add(struct election_groups *groups,
				struct election *election,
				const struct election_value *values,
				size_t count, int ballots);

void election_groups_free(struct election_groups *groups);

#endif

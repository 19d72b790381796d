/* pot_election.h - a pot of a meeting as an election: what rules count that
 * look at whole ballots.
 *
 * Its projects are the pot's proposals in ballot order, project i being the
 * proposal *ret_first + i of meeting_pot_range(); their ids are the proposals'
 * numbers ("7"). A ballot gives a project ballot_support(), so a ranked pot is
 * counted by its points. All ballots are in it; those with nothing in this pot
 * are blank ones. The budget is the pot's own amount: whoever moves a left-over
 * in sets budget_minor. What a pot's own rules say besides - thresholds, who
 * excludes whom, what does not fit - is not in an election.
 */
#ifndef STEMMEBOKS_POT_ELECTION_H
#define STEMMEBOKS_POT_ELECTION_H

#include <stdbool.h>

#include "core/status.h"

struct ballot;
struct count_ballots;
struct election;
struct election_builder;
struct meeting;
struct store;
struct tally;

/* The election of POT (an index) with no ballots yet, or NULL without memory.
 * Free with election_builder_free(). */
struct election_builder *pot_election_begin(const struct meeting *meeting,
					    int pot);

/* Adds BALLOTS ballots that passed ballot_check() and are all like BALLOT, to
 * what pot_election_begin() made for the same MEETING and POT. STATUS_LIMIT or
 * STATUS_MEMORY. */
enum status pot_election_add(struct election_builder *builder,
			     const struct meeting *meeting, int pot,
			     const struct ballot *ballot, int ballots);

/* Whether ELECTION of POT has as many ballots as TALLY, and each of its
 * proposals the same support from the same number of them. */
bool pot_election_agrees(const struct election *election,
			 const struct meeting *meeting, int pot,
			 const struct tally *tally);

/* The election of POT from the box of STORE, once voting is closed
 * (STATUS_PHASE before). A hand count is not in it, as it knows sums alone.
 *
 * Every project's support, and how many ballots name it, are checked against
 * box_tally(), which checks plain SQL, so that a box that changes meanwhile is
 * seen: STATUS_DISAGREES. Else STATUS_MEMORY and
 * what box_each() returns. *ret_election is for election_free(). */
enum status pot_election_new(struct store *store, int pot,
			     struct election **ret_election);

/* The elections of those pots of STORE's meeting whose rules look at whole
 * ballots, as pot_election_new(); none of the others. *RET_BALLOTS is for
 * count_ballots_free(), and untouched after a failure. */
enum status pot_elections_new(struct store *store,
			      struct count_ballots *ret_ballots);

#endif

/* count.h - from ballots to money: votes per proposal, then every pot's rule.
 *
 * Exact, the same result on every machine and for every order of the ballots.
 * Some rules need no more than the support of each proposal; others look at
 * whole ballots (pot_whole_ballots()) and get them as elections.
 */
#ifndef STEMMEBOKS_COUNT_H
#define STEMMEBOKS_COUNT_H

#include "core/result.h"
#include "core/tally.h"

struct election;

/* The ballots of those pots whose rules look at whole ballots, with projects in
 * the order of the proposals (counting/pot_election.h); NULL for the others. */
struct count_ballots {
	struct election *of[MEETING_POTS];
	/* Where ballots are not published: what was told of those pots, taken
	 * for those that are NULL above (told_pot.h); else NULL. Owned. */
	struct result *told;
};

/* Frees all and empties BALLOTS. */
void count_ballots_free(struct count_ballots *ballots);

/* Whether NAME is a rule of rule.def. */
bool rule_known(const char *name);

/* Whether POT's rule and all it says about it are known here. */
bool rule_pot_known(const struct pot *pot);

/* Gives the money of all pots of MEETING away by their rules. TALLY has every
 * proposal's support; BALLOTS besides, for rules that look at whole ballots:
 * NULL where there is no such pot, or where they are not known. A pot that
 * another's left-over goes to is counted after that one (meeting.ini may not
 * make a circle; the import refuses it), else pots are counted in the meeting's
 * order. A left-over for a pot that is counted already stays where it is.
 *
 * A proposal that a funded one excludes, in its own or an earlier counted pot,
 * is out. Proposals of equal support that pass the threshold and are not out
 * tie. DECISIONS settle ties that change the money: of those that name exactly
 * the proposals that tie, in their pot, the last is used (LOTS, AGREED: in that
 * order; SPLIT: each is OUTCOME_AGREED with its amount, and the count goes on
 * with what is left). A split does not fit when it gives away more than is left
 * or gives money to two that exclude each other: the tie is then open, whatever
 * was decided before. A tie that changes the money and has no decision stops
 * that pot: its members and all after them are OUTCOME_UNDECIDED, except those
 * that get nothing however it is settled (OUTCOME_BELOW, OUTCOME_EXCLUDED). So
 * do pots that wait for its left-over or hold a proposal that an undecided one
 * excludes.
 *
 * Where a pot's rule is another than greedy, its own header says who ties and
 * when that stops it (election_pot.h); its decisions are orders that name all
 * who tie, perhaps among others, never a SPLIT.
 *
 * When all pots are counted, the last LEFT decision of each pot that is not
 * undecided gives what it says on top, as agreed_minor of those awards; in the
 * order of the pots. All of it is used, or nothing and the pot's left_unused is
 * set: if the adopted rules move the left-over on, if more is given away than
 * is left, if one would get more than it costs, or if one would get money that
 * a proposal with money, or one that is undecided, excludes in any pot. So a
 * LEFT never changes what the rules gave to anybody. An amount of 0 says
 * nothing.
 *
 * Returns STATUS_OK, or STATUS_TIE when result.stopped. *ret_result is filled
 * in both cases. It is large (some 200 kB): keep it off small stacks.
 * STATUS_NEWER_VERSION, *ret_result untouched, when a pot's rule is not known.
 * When a rule could not count, *ret_result says nothing: STATUS_DISAGREES when
 * a pot's ballots are not there or have other sums than TALLY, as a count by
 * hand may have; STATUS_LIMIT, STATUS_MEMORY.
 */
enum status count_meeting(const struct meeting *meeting,
			  const struct tally *tally,
			  const struct count_ballots *ballots,
			  const struct decision *decisions, int decision_count,
			  struct result *ret_result);

/* Whether DECISION is about exactly the COUNT different PROPOSALS (indexes) of
 * POT, in whatever order. */
bool decision_names(const struct decision *decision, int pot,
		    const int *proposals, int count);

#endif

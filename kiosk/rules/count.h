/* count.h - from ballots to money: votes per proposal, then every pot's rule.
 *
 * Exact: integers only, the same result on every machine and for every order of
 * the ballots. The box is not needed: the support of each proposal is enough
 * for every rule of this version.
 */
#ifndef STEMMEBOKS_COUNT_H
#define STEMMEBOKS_COUNT_H

#include "core/result.h"
#include "core/tally.h"

/* Whether NAME is a rule of rule.def. */
bool rule_known(const char *name);

/* The English sentence of the rule NAME in a pot with ballots of TYPE, a
 * gettext key; NULL when it is not known. Static. */
const char *rule_text(const char *name, enum ballot_type type);

/* Gives the money of all pots away by their rules: a pot that another's
 * left-over goes to is counted after that one (meeting.ini may not make a
 * circle; the import refuses it), else pots are counted in the meeting's order.
 * A left-over for a pot that is counted already stays where it is.
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
 */
enum status count_meeting(const struct meeting *meeting,
			  const struct tally *tally,
			  const struct decision *decisions, int decision_count,
			  struct result *ret_result);

/* Whether DECISION is about exactly the COUNT different PROPOSALS (indexes) of
 * POT, in whatever order. */
bool decision_names(const struct decision *decision, int pot,
		    const int *proposals, int count);

#endif

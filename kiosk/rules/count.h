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

/* The English sentence of the rule NAME, a gettext key; NULL when it is not
 * known. Static. */
const char *rule_text(const char *name);

/* Gives the money of all pots away by their rules: a pot that another's
 * left-over goes to is counted after that one (meeting.ini may not make a
 * circle; the import refuses it), else pots are counted in the meeting's order.
 * A left-over for a pot that is counted already stays where it is.
 *
 * A proposal that a funded one excludes, in its own or an earlier counted pot,
 * is out. Proposals of equal support that pass the threshold and are not out
 * tie. DECISIONS settle ties: one is used for a tie of its pot when it names
 * exactly the proposals that tie; of several such, the last. A tie that changes
 * the money and has no decision stops that pot: its members and all after them
 * are OUTCOME_UNDECIDED, except those that get nothing however it is settled
 * (OUTCOME_BELOW, OUTCOME_EXCLUDED). So do pots that wait for its left-over or
 * hold a proposal that an undecided one excludes.
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

/* greedy.h - the rule "greedy": who comes first gets money, as long as there
 * is some. Only for rules/.
 *
 * One loop for a meeting's pot and for an election from a file. What it asks
 * and tells them is a table; whoever wants money is one of their own indexes,
 * an "asker".
 */
#ifndef STEMMEBOKS_GREEDY_H
#define STEMMEBOKS_GREEDY_H

#include "core/result.h"
#include "rules/funding.h"
#include "rules/pot_run.h"

/* What greedy works on. Each function gets the CONTEXT of greedy_give(). */
struct greedy_purse {
	/* Whether A and B stand equal: neither comes before the other. */
	bool (*level)(const void *context, int a, int b);
	/* The money that is left. */
	int64_t (*left_minor)(const void *context);
	/* What ASKER costs, and the least that is of use to it: its cost, where
	 * it takes no part. 1 or more, unless the cost is 0. */
	int64_t (*cost_minor)(const void *context, int asker);
	int64_t (*least_minor)(const void *context, int asker);
	/* Whether ASKER is under the threshold. */
	bool (*below)(const void *context, int asker);
	/* Whether ASKER ends the count if it does not fit. */
	bool (*stops)(const void *context, int asker);
	/* Whether a tie is open: no more money can be given. */
	bool (*undecided)(const void *context);
	/* Whether not both may get money; the first that has money and leaves
	 * none to ASKER, or -1. Both NULL where nobody excludes anybody. */
	bool (*exclude)(const void *context, int a, int b);
	int (*excluded_by)(const void *context, int asker);
	/* The COUNT >= 2 ASKERS, as they were given to greedy_give(), stand
	 * equal and could get money; CHANGES_MONEY: it matters who is first.
	 * Puts them in their order or says that it is open. True: it gave them
	 * their money itself, by award(). */
	bool (*tie)(void *context, int *askers, int count, bool changes_money);
	/* Says what becomes of ASKER and takes the amount from what is left.
	 * BECAUSE: who excludes it, or -1. Once for each, in the order of the
	 * money. */
	void (*award)(void *context, int asker, enum outcome outcome,
		      int64_t amount_minor, int because);
};

/* Gives the money of PURSE away to the COUNT ASKERS, sorted so that equals
 * stand together and who comes first is first. They are put in the order in
 * which they were looked at. SPARE: room for COUNT more, used for nothing
 * else.
 *
 * An undecided purse gives nothing: everyone who could still get money is
 * OUTCOME_UNDECIDED. Those among equals that are excluded already are
 * looked at last, and behind a tie those under the threshold: neither ties. */
void greedy_give(const struct greedy_purse *purse, void *context, int *askers,
		 int count, int *spare);

/* Whether the order of the COUNT ASKERS - equal, past the threshold, none
 * excluded - can change who gets how much, with the money that is left. Exact
 * for any number. SPARE: room for COUNT.
 *
 * Let T be those that would get money if they came first (the whole cost if it
 * fits; all that is left if part of it is given). Each of T can come first, so
 * an outcome that is the same for every order gives each of T exactly that. It
 * exists only if no two of T exclude each other and those amounts fit in the
 * money together; and then every order gives it, since T's members never get in
 * each other's way, and no other ever gets anything: money only shrinks. One
 * that stops the count could come first too, so where there is such a one, T
 * must besides be nobody. */
bool greedy_tie_changes_money(const struct greedy_purse *purse,
			      const void *context, const int *askers, int count,
			      int *spare);

/* The rule of a meeting's pot: most support first; what does not fit is treated
 * by the pot's misfit (meeting.h). */
void greedy_run(struct pot_run *run);

/* By what an election's projects are ordered. */
enum greedy_order {
	GREEDY_SUPPORT,
	GREEDY_RATIO, /* support for its cost; those that cost nothing first */
};

/* Gives what FUNDING leaves of the ELECTION's budget to projects it does not
 * fund yet, and adds their rounds and everybody's reason; COMPLETED marks the
 * rounds. Ties by options->ties, asked about one after the other: where it
 * matters who is first, those who get money if they are, else all equals.
 * STATUS_OK, STATUS_TIE when it stopped, STATUS_MEMORY. */
enum status greedy_fund(const struct election *election,
			const struct rule_options *options,
			enum greedy_order order, bool completed,
			struct funding *funding);

#endif

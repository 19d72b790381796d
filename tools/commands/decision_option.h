/* decision_option.h - what the room decided, typed on the command line: --lots,
 * --agreed and --split for ties, and the shares of `agree`. */
#ifndef STEMMEBOKS_DECISION_OPTION_H
#define STEMMEBOKS_DECISION_OPTION_H

#include "core/result.h"
#include "core/status.h"
#include "tools/bundle/bundle.h"
#include "tools/commands/reason_option.h"

struct arguments;
struct counting;

/* Room for why something is refused. */
enum { DECISIONS_MOST = 32, DECISION_WHY = REASON_WHY };

/* Decisions that were typed, in the order of the command line. */
struct typed {
	int count;
	struct decision decisions[DECISIONS_MOST]; /* reasons are borrowed */
};

/* Reads "POT:4,6": the key of a pot of MEETING, or its title, and numbers of
 * its proposals, the first in line first; blanks may stand around all of them
 * and in the place of commas. For a KIND that amounts decide: "POT:4=13.872,
 * 6=13.872", amounts as core/money.h reads them. KIND and REASON (borrowed) are
 * taken over. STATUS_USAGE with RET_WHY saying what is wrong in words;
 * *ret_decision is then untouched. */
enum status decision_parse(const struct meeting *meeting, const char *text,
			   enum decision_kind kind, const char *reason,
			   struct decision *ret_decision,
			   char ret_why[DECISION_WHY]);

/* Every --lots, --agreed and --split of ARGUMENTS, the reason of --reason with
 * the latter two. STATUS_USAGE with RET_WHY: one makes no sense, too many,
 * --agreed or --split without --reason or the other way round, or the reason is
 * none (reason_check()). */
enum status decisions_typed(const struct arguments *arguments,
			    const struct meeting *meeting,
			    struct typed *ret_typed,
			    char ret_why[DECISION_WHY]);

/* That every order of lots in TYPED was typed by a second person too: with
 * --again, or asked for where a person is at the terminal. STATUS_USAGE with
 * RET_WHY when one is missing or another order. */
enum status decisions_again(const struct arguments *arguments,
			    const struct meeting *meeting,
			    const struct typed *typed,
			    char ret_why[DECISION_WHY]);

/* Counts what stands in COUNTING with its decisions and EXTRA[EXTRA_COUNT]
 * after them, into *ret_result. STATUS_OK, STATUS_TIE when it stops (filled
 * too), STATUS_MEMORY. */
enum status decisions_count(const struct meeting *meeting,
			    const struct counting *counting,
			    const struct decision *extra, int extra_count,
			    struct result *ret_result);

/* Counts COUNTING with TYPED, one more at a time: each must settle a tie that
 * changes the money after those before it, and is between exactly its
 * proposals; shares must fit the money that is left there. The tie may have
 * been settled by one of COUNTING's decisions, which it then corrects, but not
 * by another of TYPED. STATUS_OK, STATUS_TIE (one is still open), both with the
 * result in *ret_result; STATUS_USAGE with RET_WHY; STATUS_MEMORY. */
enum status decisions_try(const struct meeting *meeting,
			  const struct counting *counting,
			  const struct typed *typed, struct result *ret_result,
			  char ret_why[DECISION_WHY]);

/* Counts COUNTING with DECISION, a DECISION_LEFT, in the place of an earlier
 * one about its pot. STATUS_USAGE with RET_WHY when the pot's rest goes to
 * another pot, a tie in it is open, the shares are more than what is left, or
 * one would get more than it costs; STATUS_OK or STATUS_TIE (in another pot)
 * with *ret_result filled, STATUS_MEMORY. */
enum status decision_left_try(const struct meeting *meeting,
			      const struct counting *counting,
			      const struct decision *decision,
			      struct result *ret_result,
			      char ret_why[DECISION_WHY]);

/* Prints DECISION as it was understood: "Drawn first: 6 …, then 4 …". With
 * CORRECTS, that it takes an earlier one's place. STATUS_MEMORY. */
enum status decision_tell(const struct arguments *arguments,
			  const struct meeting *meeting,
			  const struct decision *decision, bool corrects);

/* The same for each of TYPED. */
enum status decisions_tell(const struct arguments *arguments,
			   const struct meeting *meeting,
			   const struct counting *counting,
			   const struct typed *typed);

#endif

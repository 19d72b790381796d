/* decision_option.h - ties settled on the command line: --lots and --agreed. */
#ifndef STEMMEBOKS_DECISION_OPTION_H
#define STEMMEBOKS_DECISION_OPTION_H

#include "core/result.h"
#include "core/status.h"
#include "tools/bundle/bundle.h"

struct arguments;

enum { DECISIONS_MOST = 32, DECISION_WHY = 512 };

/* Decisions that were typed, in the order of the command line. */
struct typed {
	int count;
	struct decision decisions[DECISIONS_MOST]; /* reasons are borrowed */
};

/* Reads "POT:4,6": the key of a pot of MEETING, or its title, and numbers of
 * its proposals, the first in line first; blanks may stand around all of them
 * and in the place of commas. KIND and REASON (borrowed) are taken over.
 * STATUS_USAGE with RET_WHY saying what is wrong in words; *ret_decision is
 * then untouched. */
enum status decision_parse(const struct meeting *meeting, const char *text,
			   enum decision_kind kind, const char *reason,
			   struct decision *ret_decision,
			   char ret_why[DECISION_WHY]);

/* Every --lots and --agreed of ARGUMENTS, the reason of --reason with the
 * latter. STATUS_USAGE with RET_WHY: one makes no sense, too many, --agreed
 * without --reason or the other way round, a reason that says nothing, is too
 * long, not
 * UTF-8 or not on one line. */
enum status decisions_typed(const struct arguments *arguments,
			    const struct meeting *meeting,
			    struct typed *ret_typed,
			    char ret_why[DECISION_WHY]);

/* Counts BUNDLE with TYPED, one more at a time: each must settle a tie that
 * changes the money after those before it, and is between exactly its
 * proposals. The tie may have been settled by one of BUNDLE's decisions, which
 * it then corrects, but not by another of TYPED. STATUS_OK, STATUS_TIE (one is
 * still open), both with the result in *ret_result; STATUS_USAGE with RET_WHY;
 * STATUS_MEMORY. */
enum status decisions_try(const struct bundle *bundle,
			  const struct typed *typed, struct result *ret_result,
			  char ret_why[DECISION_WHY]);

/* Prints each of TYPED as it was understood: "Drawn first: 6 …, then 4 …", and
 * whether it corrects one of BUNDLE's. STATUS_MEMORY. */
enum status decisions_tell(const struct arguments *arguments,
			   const struct bundle *bundle,
			   const struct typed *typed);

#endif

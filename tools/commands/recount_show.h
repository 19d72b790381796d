/* recount_show.h - the count by machine and the count by hand, side by side. */
#ifndef STEMMEBOKS_RECOUNT_SHOW_H
#define STEMMEBOKS_RECOUNT_SHOW_H

#include "core/phase.h"
#include "tools/commands/recount_sheet.h"

struct arguments;

/* What became of a hand count. */
struct recount_told {
	enum phase before, after;
	bool hand_stands;
	const char *reason;
};

/* Whether MACHINE and HAND are the same in every place. */
bool sheets_agree(const struct meeting *meeting, const struct sheet *machine,
		  const struct sheet *hand);

/* Prints both as a table, with a mark where they differ, and how many
 * differences there are. STATUS_MEMORY. */
enum status sheets_show(const struct arguments *arguments,
			const struct meeting *meeting,
			const struct sheet *machine, const struct sheet *hand);

/* Says that it is kept, whether the meeting must be counted again, and what to
 * type next; with --json everything. */
void recount_tell(const struct arguments *arguments,
		  const struct meeting *meeting, const struct sheet *machine,
		  const struct sheet *hand, const struct recount_told *told);

#endif

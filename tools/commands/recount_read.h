/* recount_read.h - what two people counted in the urn, from both until they
 * agree. */
#ifndef STEMMEBOKS_RECOUNT_READ_H
#define STEMMEBOKS_RECOUNT_READ_H

#include "core/status.h"

struct arguments;
struct meeting;
struct sheet;

/* From the files of --from and --again, or without them from two people at the
 * terminal, who are asked again for every place where they differ. STATUS_OK
 * when both counts are the same, *ret_hand. Else it has said what is wrong:
 * STATUS_USAGE when a file is missing, both are one, or the people ended before
 * they agreed; STATUS_INPUT and what sheet_read() returns when the files hold
 * mistakes or differ, each told with its line; *ret_hand is then untouched. */
enum status recount_read(const struct arguments *arguments,
			 const struct meeting *meeting, struct sheet *ret_hand);

/* Says that the typing ended too early and nothing was written; STATUS_USAGE.
 */
enum status recount_unfinished(const struct arguments *arguments);

#endif

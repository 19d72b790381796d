/* pabulib_voters.h - the ids of voters, to find one that comes twice. Exact:
 * where two hashes are alike the ids themselves are compared.
 *
 * They are compared when all are there, a part of them at a time that the
 * processor has at hand: a table of all would be waited for at each voter.
 * Eight bytes a voter, and as many in voters_check(); the ids stay in the
 * file's text.
 */
#ifndef STEMMEBOKS_PABULIB_VOTERS_H
#define STEMMEBOKS_PABULIB_VOTERS_H

#include <stdbool.h>

#include "core/status.h"
#include "tools/pabulib/pabulib_rows.h"

/* Opaque. */
struct voters;

/* TEXT: that of the whole file, borrowed until voters_free(); RETURNS as in
 * rows_begin(). NULL without memory. */
struct voters *voters_new(struct span text, bool returns);

/* Takes NULL. */
void voters_free(struct voters *voters);

/* Adds ID, of the row that begins at ROW in the text. STATUS_OK or
 * STATUS_MEMORY. */
enum status voters_add(struct voters *voters, struct span id, const char *row);

/* Whether a voter was added twice, whose ids stand in column COLUMN of all
 * rows. STATUS_OK; STATUS_INPUT with *ret_row, where the first row begins whose
 * voter was there before; STATUS_MEMORY. */
enum status voters_check(const struct voters *voters, int column,
			 const char **ret_row);

#endif

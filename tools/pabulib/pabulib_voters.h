/* pabulib_voters.h - the ids of voters that were seen, to find one that comes
 * twice. Exact: where two hashes are alike the ids themselves are compared.
 *
 * Ten to fifteen bytes a voter; the ids stay in the file's text.
 */
#ifndef STEMMEBOKS_PABULIB_VOTERS_H
#define STEMMEBOKS_PABULIB_VOTERS_H

#include <stdbool.h>

#include "core/status.h"
#include "tools/pabulib/pabulib_rows.h"

/* Opaque. */
struct voters;

/* TEXT: that of the whole file, borrowed until voters_free(); RETURNS as in
 * rows_begin(). ABOUT: how many will come, as far as is known. NULL without
 * memory. */
struct voters *voters_new(struct span text, bool returns, size_t about);

/* Takes NULL. */
void voters_free(struct voters *voters);

/* What voters_add() and voters_finish() tell: of which voter it is the second
 * row, which begins at ROW in line LINE. */
struct voter_again {
	const char *row;
	long line;
};

/* Adds ID, of the row that begins at ROW in the text, in line LINE, and whose
 * ids stand in column COLUMN, the same for all. A few voters are kept waiting,
 * so that the table's memory comes in time: voters_finish() after the last.
 *
 * STATUS_OK; STATUS_INPUT with *ret_again when a voter, this one or one just
 * before, was there already; STATUS_MEMORY. */
enum status voters_add(struct voters *voters, struct span id, const char *row,
		       long line, int column, struct voter_again *ret_again);
enum status voters_finish(struct voters *voters, int column,
			  struct voter_again *ret_again);

#endif

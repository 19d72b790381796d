/* scan_line.h - one line as a scanner gave it: the bytes before they are a
 * slip.
 *
 * A line may hold a slip's secret, so it is wiped, never just forgotten.
 */
#ifndef STEMMEBOKS_SCAN_LINE_H
#define STEMMEBOKS_SCAN_LINE_H

#include <stddef.h>

/* More than the 23 symbols of a slip and the blanks people put between them; a
 * line that is longer is no slip, so what goes beyond is not kept. */
enum { SCAN_LINE_SYMBOLS = 63 };

struct scan_line {
	size_t length;
	char text[SCAN_LINE_SYMBOLS + 1]; /* NUL after the last symbol */
};

/* Empties LINE and overwrites what it held. */
void scan_line_wipe(struct scan_line *line);

/* Adds SYMBOL; past SCAN_LINE_SYMBOLS nothing is added. */
void scan_line_add(struct scan_line *line, char symbol);

#endif

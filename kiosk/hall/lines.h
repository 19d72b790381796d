/* lines.h - text in lines of about one length: no word is left alone. */
#ifndef STEMMEBOKS_LINES_H
#define STEMMEBOKS_LINES_H

#include "ui/draw.h"

/* TEXT from the top of RECT, at its start, in as many lines as draw_text()
 * needs there but broken where they come out alike. Returns the lines drawn.
 */
int lines_draw(struct ui *ui, struct rect rect, const char *text,
	       enum type type, enum role role);

/* The same, midway in RECT. */
int lines_draw_middle(struct ui *ui, struct rect rect, const char *text,
		      enum type type, enum role role);

#endif

/* slip_choices_inside.h - the lines of a slip with boxes to tick, laid out; for
 * slip_choices.c, which does it, and slip_choices_draw.c. */
#ifndef STEMMEBOKS_SLIP_CHOICES_INSIDE_H
#define STEMMEBOKS_SLIP_CHOICES_INSIDE_H

#include "core/money.h"
#include "tools/slips/slip_choices.h"

/* In millimetres, but for SLIP_LINE: a line of type in parts of its size. */
#define SLIP_BOX_MM 6.0
#define SLIP_HEADING_GAP_MM 1.6
#define SLIP_LINE 1.362

enum {
	SLIP_LINE_TEXT = 512,
	SLIP_LINES = MEETING_POTS + MEETING_PROPOSALS,
	SLIP_COLUMNS = 2,
};

/* A pot's heading or a proposal: its place on the slip and what stands in it in
 * both languages; END stands at the end of the line. */
struct slip_line {
	int number; /* of the proposal; 0 for a pot */
	double x_mm, y_mm;
	char text[2][SLIP_LINE_TEXT];
	char end[2][MONEY_TEXT + SLIP_LINE_TEXT];
};

struct slip_choices {
	const struct slip_layout *layout;
	struct paper_font *font;
	bool second; /* whether there is a second language */
	double row_mm, heading_mm, column_mm;
	int count;
	struct slip_line lines[SLIP_LINES];
	/* The heading that stands again on top of a column, where a pot goes
	 * on; number is 0 and text empty where none does. */
	struct slip_line again[SLIP_COLUMNS];
};

/* How high a line of type of SIZE_PT is. */
double slip_line_mm(double size_pt);

#endif

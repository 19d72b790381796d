#include "hall/pill.h"

#include <stdio.h>

#include "hall/frame.h"

enum { NUMBER_TEXT = 12, PAD = 8, INSET = 4, RADIUS = 8, EDGE = 3 };

int pill_width(struct ui *ui, const struct meeting *meeting)
{
	int widest = 0;

	for (int i = 0; i < meeting->proposal_count; i++) {
		char number[NUMBER_TEXT];
		int width;

		snprintf(number, sizeof(number), "%d",
			 meeting->proposals[i].number);
		width = frame_width(ui, number, TYPE_HALL_STRONG);
		widest = width > widest ? width : widest;
	}
	return widest + 2 * PAD;
}

void pill_draw(struct ui *ui, struct rect *rect, int width,
	       const struct meeting *meeting, int proposal)
{
	struct rect pill = {rect->x, rect->y + INSET, width,
			    FRAME_LINE - 2 * INSET};
	char number[NUMBER_TEXT];

	snprintf(number, sizeof(number), "%d",
		 meeting->proposals[proposal].number);
	draw_panel(ui, pill, RADIUS, ROLE_SURFACE, ROLE_OUTLINE, EDGE);
	draw_text_middle(ui, pill, number, TYPE_HALL_STRONG, ROLE_TEXT,
			 ALIGN_CENTRE);
	rect->x += width + PILL_GAP;
	rect->w -= width + PILL_GAP;
}

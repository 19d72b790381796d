#include "hall/lots.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/items.h"
#include "hall/lines.h"
#include "words/words.h"

enum {
	TITLE_H = 120,
	PILL_H = 92,
	PILL_PAD = 24,
	PILL_GAP = 20,
	DIE_SIDES = 6, /* more proposals would have to throw again too often */
	NUMBER_TEXT = 12,
};

/* The numbers that lots are drawn between, if they fit in a row. */
static void draw_numbers(struct ui *ui, const struct hall_view *view,
			 const struct hall_tie *tie, struct rect *body)
{
	struct rect pill = *body;
	int width = 0;

	for (int i = 0; i < tie->count; i++) {
		char number[NUMBER_TEXT];
		int needed;

		snprintf(number, sizeof(number), "%d",
			 view->meeting->proposals[tie->proposal[i]].number);
		needed = frame_width(ui, number, TYPE_HALL_H2) + 2 * PILL_PAD;
		width = needed > width ? needed : width;
	}
	if (tie->count * (width + PILL_GAP) > body->w)
		return;
	pill.w = width;
	pill.h = PILL_H;
	for (int i = 0; i < tie->count; i++) {
		char number[NUMBER_TEXT];

		snprintf(number, sizeof(number), "%d",
			 view->meeting->proposals[tie->proposal[i]].number);
		draw_panel(ui, pill, 8, ROLE_SURFACE, ROLE_OUTLINE, 3);
		draw_text_middle(ui, pill, number, TYPE_HALL_H2, ROLE_PRIMARY,
				 ALIGN_CENTRE);
		pill.x += width + PILL_GAP;
	}
	rect_take_top(body, PILL_H, 2 * FRAME_GAP);
}

void lots_draw(struct ui *ui, const struct hall_view *view,
	       const struct hall_tie *tie)
{
	static const char *const steps[ITEMS_MOST] = {
	    N_("Write each number on a slip of paper."),
	    N_("Put the slips in a hat and mix them."),
	    N_("Draw one at a time. The first drawn is first."),
	    N_("The order is typed in. Two people confirm."),
	};
	struct rect body = frame_body(ui), die;
	struct items items = {.count = ITEMS_MOST};
	const char *text =
	    _("Or throw a die for each: most dots first, again if equal.");

	rect_take_top(&body, TITLE_H, FRAME_GAP);
	frame_text_middle(
	    ui, (struct rect){body.x, frame_body(ui).y, body.w, TITLE_H},
	    _("How lots are drawn"), TYPE_HALL_H1, ROLE_TEXT, ALIGN_START);
	draw_numbers(ui, view, tie, &body);
	if (tie->count <= DIE_SIDES) {
		die = body;
		die.h = text_height(ui, text, TYPE_HALL_BODY, body.w);
		die.y = body.y + body.h - die.h;
		body.h -= die.h + FRAME_GAP;
		lines_draw(ui, die, text, TYPE_HALL_BODY, ROLE_MUTED);
	}
	for (int i = 0; i < ITEMS_MOST; i++)
		snprintf(items.text[i], HALL_LINE, "%s", _(steps[i]));
	items_draw(ui, body, &items);
}

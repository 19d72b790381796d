/* The order in which lots were drawn, typed by two people. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum { PLACE_W = 96, PLACE_W_TABLET = 56, UNDO_W = 240 };

/* The place PROPOSAL was drawn at, from 1; 0 for not yet. */
static int place_of(const struct panel *panel, int proposal)
{
	for (int i = 0; i < panel->order_count; i++)
		if (panel->order[panel->person][i] == proposal)
			return i + 1;
	return 0;
}

static void row_draw(const struct panel_page_view *view, struct rect rect,
		     int proposal)
{
	int place = place_of(view->panel, proposal);
	char title[PANEL_LINE_TEXT], number[16];
	int place_w = panel_columns(view, PLACE_W, PLACE_W, PLACE_W_TABLET);
	struct rect sign = rect;

	panel_proposal(view, proposal, title);
	snprintf(number, sizeof(number), "%d.", place);
	sign.w = place_w;
	if (place)
		draw_text_middle(view->ui, sign, number, TYPE_H2, ROLE_PRIMARY,
				 ALIGN_CENTRE);
	rect.x += place_w;
	rect.w -= place_w;
	panel_button(view, rect, PANEL_WIDGET_DRAW, proposal,
		     place ? BUTTON_PRIMARY : BUTTON_PLAIN, title, -1,
		     (struct panel_intent){PANEL_INTENT_DRAW, proposal});
}

static const char *advice(const struct panel *panel)
{
	if (panel->differs)
		return _("The two orders differ. Type them once more.");
	return panel->person == 0
		   ? _("First person: touch them in the order they were "
		       "drawn.")
		   : _("Second person: type the order again.");
}

/* In the line of the title, where it is in nobody's way. */
static void undo_draw(const struct panel_page_view *view, struct rect rect)
{
	if (view->panel->order_count == 0)
		return;
	rect.x += rect.w - UNDO_W;
	rect.w = UNDO_W;
	rect.h = PANEL_TITLE_H;
	panel_button(view, rect, PANEL_WIDGET_UNDO, 0, BUTTON_PLAIN, _("Undo"),
		     ICON_BACKSPACE,
		     (struct panel_intent){PANEL_INTENT_UNDO, 0});
}

void panel_lots_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel *panel = view->panel;
	const struct tie *tie = &view->facts->result->ties[panel->tie];
	int columns = tie->count > panel_columns(view, 5, 14, 5) ? 2 : 1;
	int rows = (tie->count + columns - 1) / columns, high;

	undo_draw(view, rect);
	panel_title(view, &rect, _("Lots"));
	panel_line(view, &rect, advice(panel),
		   panel->differs ? ROLE_DANGER : ROLE_TEXT);
	panel_foot(view, &rect, _("Back"),
		   panel->person == 0 ? _("On to the second person")
				      : _("Keep this order"),
		   panel->order_count < tie->count);
	high = (rect.h - (rows - 1) * PANEL_GAP) / rows;
	if (high > PANEL_ROW_H)
		high = PANEL_ROW_H;
	for (int i = 0; i < tie->count; i++)
		row_draw(view, panel_cell(rect, columns, high, i),
			 tie->proposal[i]);
}

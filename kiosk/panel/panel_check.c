/* How each part of this kiosk stands; what needs a person is touched. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/check_words.h"
#include "words/words.h"

enum {
	ROW_LEAST = 70,
	ROW_LEAST_TABLET = 104,
	ROW_MOST = 112,
	ROW_GAP = 8,
	SIGN = 40,
	LABEL_W = 320,
	LABEL_W_NARROW = 248,
	LABEL_W_TABLET = 196,
	FOOT_W = 480,
	FOOT_H_TABLET = 64,
};

static const struct {
	const char *word;
	enum icon icon;
	enum role role;
} looks[CHECK_STATES] = {
    [CHECK_OK] = {N_("OK"), ICON_TICK, ROLE_SUCCESS},
    [CHECK_LOOK] = {N_("Look"), ICON_WARNING, ROLE_DANGER},
    [CHECK_MISSING] = {N_("Not there"), ICON_CROSS, ROLE_MUTED},
    [CHECK_UNTRIED] = {N_("Not tried yet"), ICON_HELP, ROLE_MUTED},
};

/* The name of ITEM, and how it stands, in CELL. */
static void label_draw(const struct panel_page_view *view, struct rect cell,
		       enum check_item item, enum check_state state)
{
	int line = type_line(view->ui, TYPE_SMALL);

	cell.y += (cell.h - 2 * line) / 2;
	cell.h = line;
	draw_text(view->ui, cell, _(check_label(item)), TYPE_SMALL_BOLD,
		  ROLE_TEXT, ALIGN_START);
	cell.y += line;
	draw_text(view->ui, cell, _(looks[state].word), TYPE_SMALL,
		  looks[state].role, ALIGN_START);
}

static void says_draw(const struct panel_page_view *view, struct rect cell,
		      enum check_item item, enum check_says says)
{
	char figures[CHECK_WORDS], text[PANEL_LINE_TEXT];

	check_words(&view->facts->check, &view->panel->hands, item, figures);
	snprintf(text, sizeof(text), "%s%s%s", figures, *figures ? ". " : "",
		 item == CHECK_DISK && view->facts->busy ? _("Please wait…")
							 : _(check_text(says)));
	draw_text_middle(view->ui, cell, text, TYPE_SMALL, ROLE_TEXT,
			 ALIGN_START);
}

/* ROW can be touched: an arrow at the end of *CELL, which a small display has
 * no room for. */
static void try_draw(const struct panel_page_view *view, struct rect row,
		     struct rect *cell, enum check_item item)
{
	if (ui_form(view->ui) != UI_TABLET) {
		cell->w -= SIGN + PANEL_GAP;
		draw_icon(view->ui,
			  (struct rect){cell->x + cell->w + PANEL_GAP, cell->y,
					SIGN, cell->h},
			  ICON_NEXT, ROLE_TEXT);
	}
	if (ui_area(view->ui, UI_ID(PANEL_WIDGET_CHECK, item), row,
		    _(check_label(item))))
		*view->ret_intent =
		    (struct panel_intent){PANEL_INTENT_CHECK, item};
}

static void row_draw(const struct panel_page_view *view, struct rect row,
		     enum check_item item)
{
	enum check_says says =
	    check_judge(&view->facts->check, &view->panel->hands, item);
	enum check_state state = check_state(says);
	int wide = panel_columns(view, LABEL_W, LABEL_W_NARROW, LABEL_W_TABLET);
	struct rect cell = row;

	draw_panel(view->ui, row, 8, ROLE_SURFACE,
		   panel_check_tried(item) ? ROLE_OUTLINE : ROLE_SURFACE,
		   panel_check_tried(item) ? 2 : 0);
	cell.x += PANEL_GAP;
	cell.w -= 2 * PANEL_GAP;
	draw_icon(view->ui, rect_take_start(&cell, SIGN, PANEL_GAP),
		  looks[state].icon, looks[state].role);
	label_draw(view, rect_take_start(&cell, wide, PANEL_GAP), item, state);
	if (panel_check_tried(item))
		try_draw(view, row, &cell, item);
	says_draw(view, cell, item, says);
}

void panel_check_draw(const struct panel_page_view *view, struct rect rect)
{
	int high =
	    panel_columns(view, PANEL_BUTTON_H, PANEL_BUTTON_H, FOOT_H_TABLET);
	struct rect head = rect, foot = panel_cut_bottom(&rect, high);
	int room, pages, first;

	panel_title(view, &rect, _("Check of the hardware"));
	if (foot.w > FOOT_W)
		foot.w = FOOT_W;
	panel_button(view, foot, PANEL_WIDGET_SHEET, 0, BUTTON_PLAIN,
		     _("Print the set-up sheet"), -1,
		     (struct panel_intent){PANEL_INTENT_PRINT, 0});
	high = panel_columns(view, ROW_LEAST, ROW_LEAST, ROW_LEAST_TABLET);
	room = (rect.h + ROW_GAP) / (high + ROW_GAP);
	if (room > CHECK_ITEMS)
		room = CHECK_ITEMS;
	pages = (CHECK_ITEMS + room - 1) / room;
	room = (CHECK_ITEMS + pages - 1) / pages;
	high = (rect.h + ROW_GAP) / room - ROW_GAP;
	if (high > ROW_MOST)
		high = ROW_MOST;
	panel_more(view, head, pages);
	first = view->panel->rows_page % pages * room;
	for (int i = 0; i < room && first + i < CHECK_ITEMS; i++)
		row_draw(view,
			 (struct rect){rect.x, rect.y + i * (high + ROW_GAP),
				       rect.w, high},
			 (enum check_item)(first + i));
}

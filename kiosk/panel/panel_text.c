/* Words typed on the screen: a message for the room, or a reason. */
#include <string.h>

#include "core/utf8.h"
#include "panel/panel_parts.h"
#include "words/words.h"

enum {
	COLUMNS = 11,
	KEY_MOST = 104,
	KEY_GAP = 8,
	FIELD_H = 136,
	FIELD_H_TABLET = 72,
	SPACE_W = 6
};

enum { ROWS = 4 };

/* A sentence begins with a capital letter: no shift key is needed. */
static const char *const key_rows[2][ROWS] = {
    {"1234567890?", "qwertyuiopå", "asdfghjklæø", "zxcvbnm,.-:"},
    {"1234567890?", "QWERTYUIOPÅ", "ASDFGHJKLÆØ", "ZXCVBNM,.-:"},
};

/* Draws the key of the first letter at TEXT; returns its bytes. */
static size_t letter_draw(const struct panel_page_view *view, struct rect rect,
			  const char *text)
{
	uint32_t letter = 0;
	size_t size = utf8_read(text, strlen(text), &letter);
	char label[5] = "";
	struct button button = {BUTTON_PLAIN, label, -1, TYPE_TITLE};

	for (size_t i = 0; i < size; i++)
		label[i] = text[i];
	if (ui_button(view->ui, UI_ID(PANEL_WIDGET_KEY, letter), rect, &button))
		*view->ret_intent =
		    (struct panel_intent){PANEL_INTENT_LETTER, (int)letter};
	return size;
}

static struct rect key_place(struct rect rect, int high, int row, int column,
			     int wide)
{
	int w = (rect.w - (COLUMNS - 1) * KEY_GAP) / COLUMNS;

	return (struct rect){rect.x + column * (w + KEY_GAP),
			     rect.y + row * (high + KEY_GAP),
			     wide * (w + KEY_GAP) - KEY_GAP, high};
}

static void keyboard_draw(const struct panel_page_view *view, struct rect rect)
{
	int high = (rect.h - ROWS * KEY_GAP) / (ROWS + 1);

	if (high > KEY_MOST)
		high = KEY_MOST;
	for (int row = 0; row < ROWS; row++) {
		const char *at = key_rows[*view->panel->text == '\0'][row];

		for (int column = 0; *at; column++)
			at += letter_draw(
			    view, key_place(rect, high, row, column, 1), at);
	}
	panel_button(view, key_place(rect, high, ROWS, 0, SPACE_W),
		     PANEL_WIDGET_KEY, ' ', BUTTON_PLAIN, _("Space"), -1,
		     (struct panel_intent){PANEL_INTENT_LETTER, ' '});
	panel_button(
	    view, key_place(rect, high, ROWS, SPACE_W, COLUMNS - SPACE_W),
	    PANEL_WIDGET_ERASE, 0, BUTTON_PLAIN, _("Erase"), ICON_BACKSPACE,
	    (struct panel_intent){PANEL_INTENT_ERASE, 0});
}

void panel_text_draw(const struct panel_page_view *view, struct rect rect)
{
	bool reason = view->panel->page == PANEL_REASON;
	struct rect field;

	panel_title(view, &rect,
		    !reason		       ? _("Message to the room")
		    : view->panel->hand_stands ? _("Why does the count by "
						   "hand stand?")
					       : _("Why does the count by "
						   "machine stand?"));
	panel_foot(view, &rect, _("Back"),
		   reason ? _("Keep it") : _("Show it on the big screen"),
		   !*view->panel->text);
	field = panel_cut(
	    &rect, panel_columns(view, FIELD_H, FIELD_H, FIELD_H_TABLET));
	draw_panel(view->ui, field, 8, ROLE_BG, ROLE_OUTLINE, 3);
	field.x += PANEL_GAP;
	field.w -= 2 * PANEL_GAP;
	draw_text_middle(view->ui, field, view->panel->text, TYPE_TITLE,
			 ROLE_TEXT, ALIGN_START);
	keyboard_draw(view, rect);
}

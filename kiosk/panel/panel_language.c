/* In which language the kiosk waits for residents, and in which it begins with
 * the slips that are printed. */
#include "panel/panel_parts.h"
#include "words/words.h"

enum { TILE_H = 96, COLUMNS = 4, COLUMNS_PORTRAIT = 3 };

/* Each in itself: who asks for one knows it by that. */
static void tile_draw(const struct panel_page_view *view, struct rect rect,
		      int language, bool chosen)
{
	const char *code = view->facts->meeting->languages[language];
	const char *before = ui_set_language(view->ui, code);
	int value = PANEL_PICK(PANEL_PICK_LANGUAGE, language);

	panel_button(view, rect, PANEL_WIDGET_PICK, value,
		     chosen ? BUTTON_CHOSEN : BUTTON_PLAIN, words_endonym(code),
		     -1, (struct panel_intent){PANEL_INTENT_PICK, value});
	ui_set_language(view->ui, before);
}

/* How high a tile is in a grid of COUNT that RECT has room for. */
static int tile_high(struct rect rect, int columns, int count)
{
	int rows = (count + columns - 1) / columns;
	int high = (rect.h + PANEL_GAP) / rows - PANEL_GAP;

	return high > TILE_H ? TILE_H : high;
}

/* What both pages have around the tiles; what is left of *RECT is theirs. */
static void frame_draw(const struct panel_page_view *view, struct rect *rect,
		       const char *title, const char *note)
{
	/* A small display may have to show the most that there can be. */
	if (ui_form(view->ui) != UI_TABLET)
		panel_title(view, rect, title);
	panel_foot(view, rect, _("Back"), NULL, false);
	panel_note(view, rect, note, ROLE_TEXT);
}

void panel_language_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct meeting *meeting = view->facts->meeting;
	int columns = panel_columns(view, COLUMNS, COLUMNS_PORTRAIT, COLUMNS);
	int count = meeting->language_count, high;
	int chosen = meeting_language(meeting, view->facts->setup.language);

	frame_draw(view, &rect, _("Language of this kiosk"),
		   _("The kiosk waits for residents in it. Everyone can still "
		     "choose each of the meeting's languages."));
	high = tile_high(rect, columns, count);
	for (int i = 0; i < count; i++)
		tile_draw(view, panel_cell(rect, columns, high, i), i,
			  i == (chosen < 0 ? 0 : chosen));
}

void panel_speech_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct meeting *meeting = view->facts->meeting;
	int columns = panel_columns(view, COLUMNS, COLUMNS_PORTRAIT, COLUMNS);
	int count = meeting->language_count, drawn = 0, high;
	int none = PANEL_PICK(PANEL_PICK_LANGUAGE, count);
	int chosen = view->panel->print_language;

	frame_draw(view, &rect, _("Language of the slips"),
		   _("The kiosk begins in it with these slips. It stands on "
		     "them for those who hand them out."));
	high = tile_high(rect, columns, count + 1);
	panel_button(view, panel_cell(rect, columns, high, drawn++),
		     PANEL_WIDGET_PICK, none,
		     chosen == count ? BUTTON_CHOSEN : BUTTON_PLAIN,
		     _("As the kiosk"), -1,
		     (struct panel_intent){PANEL_INTENT_PICK, none});
	for (int i = 0; i < count; i++)
		if (panel_slip_speaks(meeting, i))
			tile_draw(view,
				  panel_cell(rect, columns, high, drawn++), i,
				  i == chosen);
}

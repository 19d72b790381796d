#include "panel/panel_parts.h"

#include <stdio.h>

#include "words/words.h"

enum { LINE_H = 64 };
enum {
	PAD_W = 640,
	PAD_KEY = 112,
	PAD_COLUMNS = 3,
	PAD_ROWS = 4,
	FOOT_W = 320
};

void panel_button(const struct panel_page_view *view, struct rect rect,
		  enum panel_widget widget, int index, enum button_kind kind,
		  const char *label, int icon, struct panel_intent intent)
{
	struct button button = {kind, label, icon, TYPE_TITLE};

	if (ui_form(view->ui) == UI_TABLET)
		button.type = TYPE_SMALL_BOLD;
	if (ui_button(view->ui, UI_ID(widget, index), rect, &button))
		*view->ret_intent = intent;
}

struct rect panel_cut(struct rect *rect, int height)
{
	return rect_take_top(rect, height, PANEL_GAP);
}

struct rect panel_cut_bottom(struct rect *rect, int height)
{
	return rect_take_bottom(rect, height, PANEL_GAP);
}

void panel_title(const struct panel_page_view *view, struct rect *rect,
		 const char *title)
{
	draw_text_middle(view->ui, panel_cut(rect, PANEL_TITLE_H), title,
			 TYPE_H2, ROLE_TEXT, ALIGN_START);
}

void panel_line(const struct panel_page_view *view, struct rect *rect,
		const char *text, enum role role)
{
	enum type type = role == ROLE_DANGER ? TYPE_TITLE : TYPE_BODY;
	int height = text_height(view->ui, text, type, rect->w);

	draw_text(view->ui, panel_cut(rect, height), text, type, role,
		  ALIGN_START);
}

void panel_note(const struct panel_page_view *view, struct rect *rect,
		const char *text, enum role role)
{
	enum type type = role == ROLE_DANGER ? TYPE_SMALL_BOLD : TYPE_SMALL;

	if (ui_form(view->ui) != UI_TABLET) {
		panel_line(view, rect, text, role);
		return;
	}
	draw_text(view->ui,
		  panel_cut(rect, text_height(view->ui, text, type, rect->w)),
		  text, type, role, ALIGN_START);
}

void panel_commands(const struct panel_page_view *view, struct rect *rect,
		    const char *const *commands)
{
	for (; *commands; commands++)
		panel_note(view, rect, *commands, ROLE_TEXT);
}

void panel_row(const struct panel_page_view *view, struct rect *rect,
	       const char *what, const char *value)
{
	struct rect line = panel_cut(rect, LINE_H - PANEL_GAP);

	draw_text_middle(view->ui, line, what, TYPE_BODY, ROLE_MUTED,
			 ALIGN_START);
	line.x += line.w / 2;
	line.w -= line.w / 2;
	draw_text_middle(view->ui, line, value, TYPE_TITLE, ROLE_TEXT,
			 ALIGN_START);
}

struct rect panel_cell(struct rect rect, int columns, int height, int index)
{
	return rect_cell(rect, index, columns, height, PANEL_GAP, PANEL_GAP);
}

static int back_wide(int wide)
{
	int half = (wide - PANEL_GAP) / 2;

	return half > FOOT_W ? FOOT_W : half;
}

int panel_foot_wide(int wide)
{
	int rest = wide - back_wide(wide) - PANEL_GAP;

	return rest > 2 * FOOT_W ? 2 * FOOT_W : rest;
}

void panel_foot(const struct panel_page_view *view, struct rect *rect,
		const char *back, const char *on, bool quiet)
{
	struct rect foot = panel_cut_bottom(rect, PANEL_BUTTON_H);
	struct rect place = foot;

	place.w = back_wide(foot.w);
	if (back)
		panel_button(view, place, PANEL_WIDGET_BACK, 0, BUTTON_PLAIN,
			     back, -1,
			     (struct panel_intent){PANEL_INTENT_BACK, 0});
	place.w = panel_foot_wide(foot.w);
	place.x = foot.x + foot.w - place.w;
	if (on)
		panel_button(view, place, PANEL_WIDGET_ON, 0,
			     quiet ? BUTTON_QUIET : BUTTON_PRIMARY, on, -1,
			     (struct panel_intent){PANEL_INTENT_ON, 0});
}

void panel_proposal(const struct panel_page_view *view, int proposal,
		    char ret_text[PANEL_LINE_TEXT])
{
	const struct meeting *meeting = view->facts->meeting;

	snprintf(ret_text, PANEL_LINE_TEXT, "%d  %s",
		 meeting->proposals[proposal].number,
		 meeting_short_title(meeting, proposal, view->language));
}

void panel_pad(const struct panel_page_view *view, struct rect rect)
{
	static const int digits[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, -1, 0, -2};
	int high = (rect.h - (PAD_ROWS - 1) * PANEL_GAP) / PAD_ROWS;

	if (high > PAD_KEY)
		high = PAD_KEY;
	for (int i = 0; i < PAD_COLUMNS * PAD_ROWS; i++) {
		struct rect key = panel_cell(rect, PAD_COLUMNS, high, i);
		char label[2] = {(char)('0' + digits[i]), '\0'};
		struct button button = {BUTTON_PLAIN, label, -1, TYPE_H2};

		if (digits[i] == -2) {
			panel_button(
			    view, key, PANEL_WIDGET_ERASE, 0, BUTTON_PLAIN,
			    _("Erase"), ICON_BACKSPACE,
			    (struct panel_intent){PANEL_INTENT_ERASE, 0});
			continue;
		}
		if (digits[i] >= 0 &&
		    ui_button(view->ui, UI_ID(PANEL_WIDGET_DIGIT, digits[i]),
			      key, &button))
			*view->ret_intent = (struct panel_intent){
			    PANEL_INTENT_DIGIT, digits[i]};
	}
}

struct rect panel_pad_place(const struct panel_page_view *view,
			    struct rect *rect)
{
	struct rect pad = *rect;

	if (ui_form(view->ui) == UI_PORTRAIT) {
		pad = panel_cut_bottom(rect, rect->h / 2);
	} else {
		rect->w = (rect->w - 2 * PANEL_GAP) / 2;
		pad.x += rect->w + 2 * PANEL_GAP;
		pad.w = rect->w;
	}
	if (pad.w > PAD_W)
		pad.w = PAD_W;
	return pad;
}

void panel_more(const struct panel_page_view *view, struct rect rect, int pages)
{
	int page = view->panel->rows_page;

	if (pages < 2)
		return;
	rect.x += rect.w - FOOT_W;
	rect.w = FOOT_W;
	rect.h = PANEL_TITLE_H;
	panel_button(
	    view, rect, PANEL_WIDGET_MORE, 0, BUTTON_PLAIN, _("Show more"),
	    ICON_NEXT,
	    (struct panel_intent){PANEL_INTENT_MORE, (page + 1) % pages});
}

int panel_columns(const struct panel_page_view *view, int landscape,
		  int portrait, int tablet)
{
	switch (ui_form(view->ui)) {
	case UI_PORTRAIT:
		return portrait;
	case UI_TABLET:
		return tablet;
	default:
		return landscape;
	}
}

/* panel_view.h - the organisers' panel on the screen. Pure drawing, like
 * voter/: shows a struct panel and answers what was meant by a touch. */
#ifndef STEMMEBOKS_PANEL_VIEW_H
#define STEMMEBOKS_PANEL_VIEW_H

#include "core/panel.h"

struct rect;
struct ui;

/* The first id is above every widget's of the resident's screens, so that no
 * press or focus goes over from one to the other. */
enum panel_widget {
	PANEL_WIDGET_BEFORE = 1000,
#define PANEL_WIDGET(NAME, spelled) PANEL_WIDGET_##NAME,
#include "panel/panel_widget.def"
#undef PANEL_WIDGET
	PANEL_WIDGETS
};

/* "tie" for any id made of PANEL_WIDGET_TIE; NULL for one that is no widget of
 * the panel. Static. */
const char *panel_widget_name(uint32_t id);

/* Draws the page of PANEL over the whole frame, between ui_begin() and
 * ui_end(), in the language set by words_language(), which is LANGUAGE (index
 * into meeting.languages). *ret_intent is what was meant in this frame.
 * *ret_wall is the place that the page leaves for what the big screen shows,
 * which the caller draws there in the same frame (ui_inset_begin()); w is 0 on
 * a page that leaves none. */
void panel_draw(struct ui *ui, const struct panel *panel,
		const struct panel_facts *facts, int language,
		struct panel_intent *ret_intent, struct rect *ret_wall);

/* After how many ms from NOW_MS the page looks different by itself (the seconds
 * of a lock, the end of what is told); -1 for never. */
int panel_wait_ms(const struct panel *panel, uint64_t now_ms);

/* Whether a finger is held down in the corner that opens the panel: top, at the
 * start. */
bool panel_corner_held(const struct ui *ui);

#endif

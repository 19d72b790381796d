#include "panel/panel_view.h"

#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum {
	RAIL_W = 280,
	RAIL_W_TABLET = 184,
	RAIL_H = 112, /* portrait: the rail lies at the top */
	MARGIN = 32,
	MARGIN_TABLET = 16,
	TELL_H = 64,
	PRACTICE_H = 48,
	CORNER = 160, /* of the window, u */
};

static const char *const widgets[] = {
#define PANEL_WIDGET(NAME, spelled) spelled,
#include "panel/panel_widget.def"
#undef PANEL_WIDGET
};

static const struct {
	enum panel_page page;
	const char *label;
} tabs[] = {
    {PANEL_HALL, N_("Big screen")},
    {PANEL_COUNT, N_("Count")},
    {PANEL_STATUS, N_("Status")},
};

enum { TABS = sizeof(tabs) / sizeof(tabs[0]) };

/* Which tab a page belongs to, and who draws it. */
static const struct {
	enum panel_page tab;
	void (*draw)(const struct panel_page_view *view, struct rect rect);
} rows[PANEL_PAGES] = {
    [PANEL_PIN] = {PANEL_OFF, panel_pin_draw},
    [PANEL_VOTER] = {PANEL_OFF, panel_voter_draw},
    [PANEL_HALL] = {PANEL_HALL, panel_hall_draw},
    [PANEL_MESSAGE] = {PANEL_HALL, panel_text_draw},
    [PANEL_COUNT] = {PANEL_COUNT, panel_count_draw},
    [PANEL_LOTS] = {PANEL_COUNT, panel_lots_draw},
    [PANEL_HAND] = {PANEL_COUNT, panel_hand_draw},
    [PANEL_STANDS] = {PANEL_COUNT, panel_stands_draw},
    [PANEL_REASON] = {PANEL_COUNT, panel_text_draw},
    [PANEL_STATUS] = {PANEL_STATUS, panel_status_draw},
    [PANEL_SCANNER] = {PANEL_STATUS, panel_scanner_draw},
};

const char *panel_widget_name(uint32_t id)
{
	uint32_t widget = id >> 16;

	if (widget <= PANEL_WIDGET_BEFORE || widget >= PANEL_WIDGETS)
		return NULL;
	return widgets[widget - PANEL_WIDGET_BEFORE - 1];
}

/* Organisers, too, must see that nothing here is real. */
static void practice_draw(const struct panel_page_view *view, struct rect rect)
{
	draw_panel(view->ui, rect, 8, ROLE_WARN, ROLE_WARN, 0);
	draw_text_middle(view->ui, rect, _("PRACTICE"), TYPE_SMALL_BOLD,
			 ROLE_ON_WARN, ALIGN_CENTRE);
}

/* The rail: tabs once a PIN was given, and the way out, which is always last.
 * Returns what is left for the page. */
static struct rect rail_draw(const struct panel_page_view *view)
{
	enum panel_page tab = rows[view->panel->page].tab;
	bool top = ui_form(view->ui) == UI_PORTRAIT;
	bool tablet = ui_form(view->ui) == UI_TABLET;
	int margin = tablet ? MARGIN_TABLET : MARGIN;
	struct rect frame = ui_frame(view->ui), all = frame, inner, cell;

	if (top)
		all.h = RAIL_H + 2 * PANEL_GAP;
	else
		all.w = tablet ? RAIL_W_TABLET : RAIL_W;
	draw_fill(view->ui, all, ROLE_SURFACE);
	inner = rect_inset(all, PANEL_GAP);
	for (int i = 0; i < TABS && tab != PANEL_OFF; i++) {
		cell = panel_cell(inner, top ? TABS + 1 : 1, RAIL_H, i);
		panel_button(
		    view, cell, PANEL_WIDGET_TAB, (int)tabs[i].page,
		    tab == tabs[i].page ? BUTTON_PRIMARY : BUTTON_PLAIN,
		    _(tabs[i].label), -1,
		    (struct panel_intent){PANEL_INTENT_TAB, (int)tabs[i].page});
	}
	cell = top ? panel_cell(inner, TABS + 1, RAIL_H, TABS)
		   : panel_cut_bottom(&inner, RAIL_H);
	panel_button(view, cell, PANEL_WIDGET_LEAVE, 0, BUTTON_PLAIN,
		     _("Close"), ICON_CROSS,
		     (struct panel_intent){PANEL_INTENT_LEAVE, 0});
	if (view->facts->meeting->practice && !top)
		practice_draw(view, panel_cut_bottom(&inner, PRACTICE_H));
	if (top)
		return (struct rect){margin, all.h + PANEL_GAP,
				     frame.w - 2 * margin,
				     frame.h - all.h - 2 * PANEL_GAP};
	return (struct rect){all.w + margin, PANEL_GAP,
			     frame.w - all.w - 2 * margin,
			     frame.h - 2 * PANEL_GAP};
}

/* What became of the last act, at the bottom of *RECT. */
static void tell_draw(const struct panel_page_view *view, struct rect *rect)
{
	bool done = view->panel->outcome == STATUS_OK;
	struct rect strip;

	if (!view->panel->told)
		return;
	strip = panel_cut_bottom(rect, TELL_H);
	draw_panel(view->ui, strip, 8, done ? ROLE_SELECTED : ROLE_WARN,
		   done ? ROLE_PRIMARY : ROLE_WARN, 3);
	strip.x += PANEL_GAP;
	strip.w -= 2 * PANEL_GAP;
	draw_text_middle(
	    view->ui, strip,
	    done ? _("Done.") : _(status_text(view->panel->outcome)),
	    ui_form(view->ui) == UI_TABLET ? TYPE_SMALL_BOLD : TYPE_TITLE,
	    done ? ROLE_ON_SELECTED : ROLE_ON_WARN, ALIGN_START);
}

void panel_draw(struct ui *ui, const struct panel *panel,
		const struct panel_facts *facts, int language,
		struct panel_intent *ret_intent)
{
	struct panel_page_view view = {ui, panel, facts, language, ret_intent};
	struct rect rect;

	*ret_intent = (struct panel_intent){PANEL_INTENT_NONE, 0};
	if (panel->page == PANEL_OFF)
		return;
	ui_set_enabled(ui, true);
	ui_set_zoom(ui, UI_ZOOM_USUAL);
	ui_set_reach(ui, false);
	draw_fill(ui, ui_frame(ui), ROLE_BG);
	rect = rail_draw(&view);
	if (facts->meeting->practice && ui_form(ui) == UI_PORTRAIT)
		practice_draw(&view, panel_cut_bottom(&rect, PRACTICE_H));
	tell_draw(&view, &rect);
	rows[panel->page].draw(&view, rect);
}

int panel_wait_ms(const struct panel *panel, uint64_t now_ms)
{
	int wait = -1;

	if (panel_locked_seconds(panel, now_ms) > 0)
		wait = (int)((panel->locked_until_ms - now_ms) % 1000) + 1;
	if (panel->told && panel->told_until_ms > now_ms &&
	    (wait < 0 || panel->told_until_ms - now_ms < (uint64_t)wait))
		wait = (int)(panel->told_until_ms - now_ms);
	return wait;
}

bool panel_corner_held(const struct ui *ui)
{
	return ui_held_in(ui, (struct rect){0, ui_above(ui).y, CORNER, CORNER});
}

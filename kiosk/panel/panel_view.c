#include "panel/panel_view.h"

#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum {
	RAIL_W = 280,
	RAIL_W_TABLET = 184,
	RAIL_H = 112,
	RAIL_COLUMNS = 5,
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

/* Who draws a page. */
static void (*const pages[PANEL_PAGES])(const struct panel_page_view *view,
					struct rect rect) = {
#define PANEL(NAME, spelled, tab, draw, touch, idle, label)                    \
	[PANEL_##NAME] = panel_##draw##_draw,
#include "core/panel.def"
#undef PANEL
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

/* The tab that a page is under: of the PIN typed again, that of the page it was
 * asked on. */
static enum panel_page tab_of(const struct panel *panel)
{
	return panel_page_tab(panel->page == PANEL_SURE ? panel->from
							: panel->page);
}

/* The tabs once a PIN was given, and the way out, which is always last, in a
 * grid of COLUMNS and rows of HIGH, GAP apart. */
static void rail_buttons(const struct panel_page_view *view, struct rect inner,
			 int columns, int high, int gap)
{
	enum panel_page tab = tab_of(view->panel);
	int count = 0;

	for (int page = 0; page < PANEL_PAGES; page++) {
		const char *label = panel_page_label((enum panel_page)page);

		if (!label)
			continue;
		if (tab != PANEL_OFF)
			panel_button(
			    view,
			    rect_cell(inner, count, columns, high, PANEL_GAP,
				      gap),
			    PANEL_WIDGET_TAB, page,
			    (int)tab == page ? BUTTON_PRIMARY : BUTTON_PLAIN,
			    _(label), -1,
			    (struct panel_intent){PANEL_INTENT_TAB, page});
		count++;
	}
	panel_button(view,
		     rect_cell(inner, count, columns, high, PANEL_GAP, gap),
		     PANEL_WIDGET_LEAVE, 0, BUTTON_PLAIN, _("Leave"),
		     ICON_CROSS, (struct panel_intent){PANEL_INTENT_LEAVE, 0});
}

static int rail_count(void)
{
	int count = 1;

	for (int page = 0; page < PANEL_PAGES; page++)
		count += panel_page_label((enum panel_page)page) != NULL;
	return count;
}

/* On an upright display the rail lies at the top, in as many columns as fit. */
static struct rect rail_top(const struct panel_page_view *view)
{
	struct rect frame = ui_frame(view->ui), all = frame;
	int count = rail_count(),
	    rows = (count + RAIL_COLUMNS - 1) / RAIL_COLUMNS;
	int columns = (count + rows - 1) / rows;

	all.h = rows * (RAIL_H + PANEL_GAP) + PANEL_GAP;
	draw_fill(view->ui, all, ROLE_SURFACE);
	rail_buttons(view, rect_inset(all, PANEL_GAP), columns, RAIL_H,
		     PANEL_GAP);
	return (struct rect){MARGIN, all.h + PANEL_GAP, frame.w - 2 * MARGIN,
			     frame.h - all.h - 2 * PANEL_GAP};
}

/* Else it stands at the start, and all have a place in it. */
static struct rect rail_start(const struct panel_page_view *view)
{
	bool tablet = ui_form(view->ui) == UI_TABLET;
	int margin = tablet ? MARGIN_TABLET : MARGIN, count = rail_count();
	struct rect frame = ui_frame(view->ui), all = frame, inner;
	int gap = tablet ? PANEL_GAP / 2 : PANEL_GAP, high;

	all.w = tablet ? RAIL_W_TABLET : RAIL_W;
	draw_fill(view->ui, all, ROLE_SURFACE);
	inner = rect_inset(all, gap);
	high = (inner.h + gap) / count - gap;
	rail_buttons(view, inner, 1, high < RAIL_H ? high : RAIL_H, gap);
	return (struct rect){all.w + margin, PANEL_GAP,
			     frame.w - all.w - 2 * margin,
			     frame.h - 2 * PANEL_GAP};
}

void panel_tell_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct panel *panel = view->panel;
	bool done = panel->outcome == STATUS_OK;
	enum role ink = done ? ROLE_ON_SELECTED : ROLE_ON_WARN;
	const char *text = *panel->said ? panel->said
			   : done	? _("Done.")
					: _(status_text(panel->outcome));
	enum type type = ui_form(view->ui) == UI_TABLET || *panel->said
			     ? TYPE_SMALL_BOLD
			     : TYPE_TITLE;
	int wide = rect->w - 2 * PANEL_GAP, high;
	struct rect strip;

	if (!panel->told)
		return;
	high = text_height(view->ui, text, type, wide);
	strip = panel_cut_bottom(
	    rect, high + PANEL_GAP > TELL_H ? high + PANEL_GAP : TELL_H);
	draw_panel(view->ui, strip, 8, done ? ROLE_SELECTED : ROLE_WARN,
		   done ? ROLE_PRIMARY : ROLE_WARN, 3);
	draw_text(view->ui,
		  (struct rect){strip.x + PANEL_GAP,
				strip.y + (strip.h - high) / 2, wide, high},
		  text, type, ink, ALIGN_START);
}

/* Where the whole screen is touched there is no rail, and nothing in a corner.
 */
static void whole_draw(const struct panel_page_view *view)
{
	struct rect rect = ui_frame(view->ui), strip = rect;

	if (view->facts->meeting->practice) {
		strip = rect_take_bottom(&strip, PRACTICE_H, 0);
		strip.x += 2 * CORNER;
		strip.w -= 4 * CORNER;
		practice_draw(view, strip);
	}
	pages[view->panel->page](view, rect);
}

void panel_draw(struct ui *ui, const struct panel *panel,
		const struct panel_facts *facts, int language,
		struct panel_intent *ret_intent, struct rect *ret_wall)
{
	struct panel_page_view view = {ui,	 panel,	     facts,
				       language, ret_intent, ret_wall};
	const char *spoken = facts->meeting->languages[language];
	struct rect rect;

	*ret_intent = (struct panel_intent){PANEL_INTENT_NONE, 0};
	*ret_wall = (struct rect){0, 0, 0, 0};
	if (panel->page == PANEL_OFF)
		return;
	ui_set_enabled(ui, true);
	/* The resident before may have read from the right. */
	ui_set_language(ui, spoken);
	ui_set_rtl(ui, words_rtl(spoken) && words_translated(spoken));
	ui_set_zoom(ui, UI_ZOOM_USUAL);
	ui_set_reach(ui, false);
	draw_fill(ui, ui_frame(ui), ROLE_BG);
	if (panel->page == PANEL_CORNERS) {
		whole_draw(&view);
		return;
	}
	rect = ui_form(ui) == UI_PORTRAIT ? rail_top(&view) : rail_start(&view);
	if (facts->meeting->practice)
		practice_draw(&view, panel_cut_bottom(&rect, PRACTICE_H));
	panel_tell_draw(&view, &rect);
	pages[panel->page](&view, rect);
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

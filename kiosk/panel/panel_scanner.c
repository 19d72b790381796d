/* The scanner test: whether every symbol of a slip arrives, how fast, and from
 * which scanner. */
#include <stdio.h>
#include <string.h>

#include "core/slip.h"
#include "panel/panel_parts.h"
#include "words/words.h"

enum {
	COLUMNS = 16,
	COLUMNS_NARROW = 8,
	CELL_H = 72,
	CELL_H_TABLET = 40,
	CELL_GAP = 8,
	VERDICT_H = 96,
	VERDICT_H_TABLET = 72,
	SIGN = 48,
	VALUE = 64,
};

static const char *const verdicts[TRIAL_VERDICTS] = {
    [TRIAL_NONE] = N_("Scan the test code. “stemmeboks slips --test” prints "
		      "it."),
    [TRIAL_GOOD] = N_("All 32 symbols came."),
    [TRIAL_CHANGED] = N_("Some symbols came as others. Set the scanner to a US "
			 "keyboard."),
    [TRIAL_MISSING] = N_("Some symbols did not come. Look in the scanner's "
			 "manual."),
    [TRIAL_OTHER] = N_("This is not the test code. Scan the test code."),
};

static const char *const sources[TRIAL_SOURCES] = {
    [TRIAL_KEYBOARD] = N_("A scanner that types"),
    [TRIAL_SERIAL] = N_("A serial scanner"),
    [TRIAL_CAMERA] = N_("The camera"),
    [TRIAL_PIPE] = N_("The pipe"),
};

static void verdict_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct trial *trial = &view->panel->trial;
	bool tablet = ui_form(view->ui) == UI_TABLET;
	bool none = trial->verdict == TRIAL_NONE;
	bool good = trial->verdict == TRIAL_GOOD;
	enum role ground = none	  ? ROLE_SURFACE
			   : good ? ROLE_SELECTED
				  : ROLE_WARN;
	enum role ink = none   ? ROLE_TEXT
			: good ? ROLE_ON_SELECTED
			       : ROLE_ON_WARN;
	struct rect strip =
	    panel_cut(rect, tablet ? VERDICT_H_TABLET : VERDICT_H);

	draw_panel(view->ui, strip, 8, ground, ground, 0);
	strip = rect_inset(strip, PANEL_GAP / 4);
	strip.x += PANEL_GAP;
	strip.w -= 2 * PANEL_GAP;
	draw_icon(view->ui, rect_take_start(&strip, SIGN, PANEL_GAP),
		  none	 ? ICON_SCAN
		  : good ? ICON_TICK
			 : ICON_WARNING,
		  ink);
	draw_text_middle(view->ui, strip, _(verdicts[trial->verdict]),
			 tablet ? TYPE_SMALL : TYPE_TITLE, ink, ALIGN_START);
}

/* A symbol that did not come is framed in a warning, with what came instead. */
static void symbol_draw(const struct panel_page_view *view, struct rect cell,
			int index)
{
	const struct trial *trial = &view->panel->trial;
	const char symbol[2] = {SLIP_ALPHABET[index], '\0'};
	const char *lost = strchr(trial->missing, *symbol);
	bool known = trial->verdict == TRIAL_GOOD ||
		     trial->verdict == TRIAL_CHANGED ||
		     trial->verdict == TRIAL_MISSING;
	char text[16];

	if (!known || !*trial->missing)
		lost = NULL;
	snprintf(text, sizeof(text), "%s", symbol);
	if (lost && trial->verdict == TRIAL_CHANGED)
		snprintf(text, sizeof(text), "%s > %c", symbol,
			 trial->came_as[lost - trial->missing]);
	draw_panel(view->ui, cell, 8,
		   lost	   ? ROLE_WARN
		   : known ? ROLE_SELECTED
			   : ROLE_SURFACE,
		   lost ? ROLE_ON_WARN : ROLE_SURFACE, lost ? 4 : 0);
	draw_text_middle(view->ui, cell, text,
			 text[1] ? TYPE_SMALL_BOLD : TYPE_TITLE,
			 lost	 ? ROLE_ON_WARN
			 : known ? ROLE_ON_SELECTED
				 : ROLE_MUTED,
			 ALIGN_CENTRE);
}

static void symbols_draw(const struct panel_page_view *view, struct rect *rect)
{
	int columns =
	    panel_columns(view, COLUMNS, COLUMNS_NARROW, COLUMNS_NARROW);
	int high = ui_form(view->ui) == UI_TABLET ? CELL_H_TABLET : CELL_H;
	int rows = TRIAL_SYMBOLS / columns;
	struct rect grid = panel_cut(rect, rows * (high + CELL_GAP) - CELL_GAP);

	for (int i = 0; i < TRIAL_SYMBOLS; i++)
		symbol_draw(
		    view, rect_cell(grid, i, columns, high, CELL_GAP, CELL_GAP),
		    i);
}

static void last_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct trial *trial = &view->panel->trial;
	char speed[VALUE];

	if (trial->verdict == TRIAL_NONE)
		return;
	panel_row(view, rect, _("Read by"), _(sources[trial->source]));
	if (trial->verdict == TRIAL_OTHER)
		return;
	snprintf(speed, sizeof(speed), "%s", _("All at once"));
	if (trial->per_second > 0)
		snprintf(speed, sizeof(speed),
			 words_plural("%d symbol a second",
				      "%d symbols a second",
				      (unsigned long)trial->per_second),
			 trial->per_second);
	panel_row(view, rect, _("Speed"), speed);
}

static void plugged_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct trial_plugged *plugged = &view->facts->plugged;
	char text[VALUE];

	panel_row(view, rect, _("Camera"),
		  plugged->camera ? _("There") : _("None"));
	snprintf(text, sizeof(text), "%d", plugged->serial);
	panel_row(view, rect, _("Serial scanners"), text);
}

void panel_scanner_draw(const struct panel_page_view *view, struct rect rect)
{
	panel_foot(view, &rect, _("Back"), NULL, false);
	panel_title(view, &rect, _("Scanner test"));
	verdict_draw(view, &rect);
	symbols_draw(view, &rect);
	last_draw(view, &rect);
	if (ui_form(view->ui) == UI_TABLET &&
	    view->panel->trial.verdict != TRIAL_NONE)
		return;
	plugged_draw(view, &rect);
}

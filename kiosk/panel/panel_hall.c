/* What the big screen shows: a button a scene, and the presenter's keys. */
#include "panel/panel_parts.h"
#include "words/words.h"

enum { SCENE_H = 112, SCENE_H_TABLET = 72, KEY_H = 96, KEY_H_TABLET = 72 };

static const char *const names[SCENE_COUNT] = {
    [SCENE_WELCOME] = N_("Welcome"),
    [SCENE_PITCH] = N_("Pitches"),
    [SCENE_RULES] = N_("The rules"),
    [SCENE_OPEN] = N_("Vote now"),
    [SCENE_LIVE] = N_("Votes so far"),
    [SCENE_PAUSED] = N_("Break in the voting"),
    [SCENE_CLOSING] = N_("Closing soon"),
    [SCENE_CLOSED] = N_("Slips and ballots"),
    [SCENE_TALLY] = N_("Public count"),
    [SCENE_ORDER] = N_("The order"),
    [SCENE_PAPER] = N_("Hand count"),
    [SCENE_MONEY] = N_("The money"),
    [SCENE_RESULT] = N_("Result"),
    [SCENE_AFTER] = N_("What happens now"),
};

static const struct {
	enum cue_kind kind;
	const char *label;
	int icon;
	enum button_kind look;
} keys[] = {
    {CUE_BACK, N_("Back"), ICON_PREVIOUS, BUTTON_PLAIN},
    {CUE_NEXT, N_("Next"), ICON_NEXT, BUTTON_PRIMARY},
    {CUE_START, N_("Start or stop"), -1, BUTTON_PLAIN},
    {CUE_SHORTER, N_("30 seconds less"), -1, BUTTON_PLAIN},
    {CUE_LONGER, N_("30 seconds more"), -1, BUTTON_PLAIN},
    {CUE_SLOWER, N_("Slower"), -1, BUTTON_PLAIN},
    {CUE_FASTER, N_("Faster"), -1, BUTTON_PLAIN},
    {CUE_BLACK, N_("Black screen"), -1, BUTTON_PLAIN},
    {CUE_PAUSE, N_("Break"), ICON_PAUSE, BUTTON_PLAIN},
    {CUE_CLEAR, N_("Clear the screen"), ICON_CROSS, BUTTON_PLAIN},
};

enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

/* The scenes of this phase; returns how high they are. */
static int scenes_draw(const struct panel_page_view *view, struct rect rect)
{
	int columns = panel_columns(view, 5, 3, 4), count = 0;
	int high = panel_columns(view, SCENE_H, SCENE_H, SCENE_H_TABLET);

	for (int i = SCENE_WAITING + 1; i < SCENE_COUNT; i++) {
		if (!scene_allowed((enum scene)i, view->facts->phase))
			continue;
		panel_button(view, panel_cell(rect, columns, high, count++),
			     PANEL_WIDGET_SCENE, i, BUTTON_PLAIN, _(names[i]),
			     -1, (struct panel_intent){PANEL_INTENT_SHOW, i});
	}
	return (count + columns - 1) / columns * (high + PANEL_GAP) - PANEL_GAP;
}

void panel_hall_draw(const struct panel_page_view *view, struct rect rect)
{
	int columns = panel_columns(view, 4, 3, 4);
	int high = panel_columns(view, KEY_H, KEY_H, KEY_H_TABLET);

	panel_title(view, &rect, _("Big screen"));
	panel_cut(&rect, scenes_draw(view, rect));
	draw_fill(view->ui, panel_cut(&rect, 2), ROLE_TRACK);
	for (int i = 0; i < KEYS; i++)
		panel_button(
		    view, panel_cell(rect, columns, high, i), PANEL_WIDGET_CUE,
		    (int)keys[i].kind, keys[i].look, _(keys[i].label),
		    keys[i].icon,
		    (struct panel_intent){PANEL_INTENT_CUE, (int)keys[i].kind});
	panel_button(view, panel_cell(rect, columns, high, KEYS),
		     PANEL_WIDGET_WRITE, 0, BUTTON_PLAIN, _("Write a message"),
		     ICON_KEYBOARD,
		     (struct panel_intent){PANEL_INTENT_WRITE, 0});
}

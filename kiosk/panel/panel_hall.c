/* What the big screen shows: a button a scene, and the presenter's keys. */
#include "panel/panel_parts.h"
#include "words/words.h"

enum { KEY_H = 96, KEY_H_TABLET = 72, WALL_EDGE = 2 };

/* The picture of the wall and the scenes beside it, as many as a phase may
 * have. */
static const struct band {
	int wall_w, columns, rows, scene_h;
} bands[] = {
    [UI_LANDSCAPE] = {600, 3, 3, 112},
    [UI_PORTRAIT] = {520, 2, 4, 112},
    [UI_TABLET] = {224, 3, 3, 69},
};

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

/* The scenes of this phase. */
static void scenes_draw(const struct panel_page_view *view, struct rect rect,
			const struct band *band)
{
	int count = 0;

	for (int i = SCENE_WAITING + 1; i < SCENE_COUNT; i++) {
		struct rect cell =
		    panel_cell(rect, band->columns, band->scene_h, count);

		if (!scene_allowed((enum scene)i, view->facts->phase))
			continue;
		panel_button(view, cell, PANEL_WIDGET_SCENE, i, BUTTON_PLAIN,
			     _(names[i]), -1,
			     (struct panel_intent){PANEL_INTENT_SHOW, i});
		count++;
	}
}

/* What the picture of the wall cannot know. */
static void wall_note(const struct panel_page_view *view, struct rect rect)
{
	draw_text(view->ui, rect, _("Keys pressed there are not seen here."),
		  TYPE_SMALL, ROLE_MUTED, ALIGN_START);
}

/* A frame in the shape of the wall at the top of RECT. */
static void wall_draw(const struct panel_page_view *view, struct rect rect)
{
	struct rect frame = panel_cut(&rect, rect.w * 9 / 16);

	draw_panel(view->ui, frame, 0, ROLE_SURFACE, ROLE_OUTLINE, WALL_EDGE);
	*view->ret_wall = rect_inset(frame, WALL_EDGE);
	if (ui_form(view->ui) == UI_TABLET)
		wall_note(view, rect);
}

static void band_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct band *band = &bands[ui_form(view->ui)];
	struct rect line = panel_cut(
	    rect, band->rows * (band->scene_h + PANEL_GAP) - PANEL_GAP);

	wall_draw(view, rect_take_start(&line, band->wall_w, PANEL_GAP));
	scenes_draw(view, line, band);
}

void panel_hall_draw(const struct panel_page_view *view, struct rect rect)
{
	int columns = panel_columns(view, 4, 3, 4);
	int high = panel_columns(view, KEY_H, KEY_H, KEY_H_TABLET);

	if (ui_form(view->ui) != UI_TABLET)
		panel_title(view, &rect, _("Big screen"));
	band_draw(view, &rect);
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
	panel_cut(&rect, (KEYS / columns + 1) * (high + PANEL_GAP) - PANEL_GAP);
	if (ui_form(view->ui) != UI_TABLET)
		wall_note(view, rect);
}

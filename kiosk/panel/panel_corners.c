/* Whether the touch meets: the corners, the middle, then two fingers. */
#include <math.h>
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/check_words.h"
#include "words/words.h"

enum { TENTHS = 10, METRE_MM = 1000, CROSS = 4, TEXT_W = 900, BUTTON_W = 360 };

/* Where the targets lie: parts of what is left of the frame beside one. */
static const struct {
	int x, y; /* halves */
} places[CHECK_TARGETS] = {{0, 0}, {2, 0}, {2, 2}, {0, 2}, {1, 1}};

static struct rect target(const struct panel_page_view *view, struct rect frame,
			  int index)
{
	int side = ui_mm(view->ui, CHECK_TARGET_MM);

	return (struct rect){frame.x + (frame.w - side) * places[index].x / 2,
			     frame.y + (frame.h - side) * places[index].y / 2,
			     side, side};
}

/* How far a finger was from the middle of RECT, in tenths of a mm. */
static int miss(const struct panel_page_view *view, struct rect rect, int x,
		int y)
{
	double off =
	    hypot(x - rect.x - rect.w / 2.0, y - rect.y - rect.h / 2.0);

	return (int)lround(off * TENTHS * METRE_MM / ui_mm(view->ui, METRE_MM));
}

/* The one to be touched now, with a cross in its middle. */
static void target_draw(const struct panel_page_view *view, struct rect rect)
{
	struct rect across = {rect.x + rect.w / 4,
			      rect.y + rect.h / 2 - CROSS / 2, rect.w / 2,
			      CROSS};
	struct rect down = {rect.x + rect.w / 2 - CROSS / 2,
			    rect.y + rect.h / 4, CROSS, rect.h / 2};

	draw_panel(view->ui, rect, 8, ROLE_PRIMARY, ROLE_PRIMARY, 0);
	draw_fill(view->ui, across, ROLE_ON_PRIMARY);
	draw_fill(view->ui, down, ROLE_ON_PRIMARY);
}

/* By how much the finger missed one that was touched. */
static void miss_draw(const struct panel_page_view *view, struct rect rect,
		      int tenths)
{
	bool beside = tenths > CHECK_TARGET_MM * TENTHS / 2;
	char text[32];

	draw_panel(view->ui, rect, 8, beside ? ROLE_WARN : ROLE_SELECTED,
		   beside ? ROLE_ON_WARN : ROLE_SELECTED, beside ? 3 : 0);
	/* TRANSLATORS: a decimal number of millimetres. */
	snprintf(text, sizeof(text), _("%1$d.%2$d mm"), tenths / TENTHS,
		 tenths % TENTHS);
	draw_text_middle(view->ui, rect, text, TYPE_SMALL_BOLD,
			 beside ? ROLE_ON_WARN : ROLE_ON_SELECTED,
			 ALIGN_CENTRE);
}

/* The place for words: above the middle. */
static struct rect words_place(const struct panel_page_view *view,
			       struct rect frame)
{
	int side = ui_mm(view->ui, CHECK_TARGET_MM);
	struct rect place = {frame.x, frame.y + side, TEXT_W,
			     frame.h / 2 - side * 3 / 2 - PANEL_GAP};

	if (place.w > frame.w - 2 * (side + PANEL_GAP))
		place.w = frame.w - 2 * (side + PANEL_GAP);
	place.x += (frame.w - place.w) / 2;
	return place;
}

/* The way back, and the way to begin anew: below the middle. */
static void foot_draw(const struct panel_page_view *view, struct rect frame)
{
	int side = ui_mm(view->ui, CHECK_TARGET_MM);
	struct rect foot = words_place(view, frame);

	foot.y = frame.y + frame.h / 2 + side / 2 + 2 * PANEL_GAP;
	foot.h = PANEL_BUTTON_H;
	if (foot.w > 2 * BUTTON_W + PANEL_GAP) {
		foot.x += (foot.w - 2 * BUTTON_W - PANEL_GAP) / 2;
		foot.w = 2 * BUTTON_W + PANEL_GAP;
	}
	panel_button(view, panel_cell(foot, 2, foot.h, 0), PANEL_WIDGET_AGAIN,
		     0, BUTTON_PLAIN, _("Once more"), -1,
		     (struct panel_intent){PANEL_INTENT_UNDO, 0});
	panel_button(view, panel_cell(foot, 2, foot.h, 1), PANEL_WIDGET_BACK, 0,
		     BUTTON_PLAIN, _("Back"), -1,
		     (struct panel_intent){PANEL_INTENT_BACK, 0});
}

/* Whether a finger is on one of the two. */
static bool foot_held(const struct panel_page_view *view)
{
	return ui_held(view->ui, UI_ID(PANEL_WIDGET_AGAIN, 0)) ||
	       ui_held(view->ui, UI_ID(PANEL_WIDGET_BACK, 0));
}

/* All were touched: what came of it, and how many fingers are seen. */
static void done_draw(const struct panel_page_view *view, struct rect frame)
{
	const struct check_hands *hands = &view->panel->hands;
	enum check_says says =
	    check_judge(&view->facts->check, hands, CHECK_TOUCH);
	int fingers;
	char figures[CHECK_WORDS], text[PANEL_LINE_TEXT];

	check_words(&view->facts->check, hands, CHECK_TOUCH, figures);
	snprintf(text, sizeof(text), "%s\n%s. %s",
		 _("Now lay two fingers on the screen at once."), figures,
		 _(check_text(says)));
	draw_text_middle(view->ui, words_place(view, frame), text, TYPE_TITLE,
			 ROLE_TEXT, ALIGN_CENTRE);
	fingers = ui_fingers(view->ui);
	if (fingers > hands->fingers &&
	    view->ret_intent->kind == PANEL_INTENT_NONE)
		*view->ret_intent =
		    (struct panel_intent){PANEL_INTENT_FINGERS, fingers};
}

static void next_draw(const struct panel_page_view *view, struct rect frame)
{
	int touched = view->panel->hands.touched, x, y;
	struct rect rect = target(view, frame, touched);
	char text[PANEL_LINE_TEXT];

	snprintf(text, sizeof(text),
		 _("Touch the middle of the square (%1$d of %2$d)."),
		 touched + 1, CHECK_TARGETS);
	draw_text_middle(view->ui, words_place(view, frame), text, TYPE_H2,
			 ROLE_TEXT, ALIGN_CENTRE);
	target_draw(view, rect);
	if (ui_came_down(view->ui, &x, &y) && !foot_held(view))
		*view->ret_intent = (struct panel_intent){
		    PANEL_INTENT_MISS, miss(view, rect, x, y)};
}

void panel_corners_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct check_hands *hands = &view->panel->hands;

	for (int i = 0; i < hands->touched; i++)
		miss_draw(view, target(view, rect, i), hands->miss_tenths[i]);
	foot_draw(view, rect);
	if (hands->touched < CHECK_TARGETS)
		next_draw(view, rect);
	else
		done_draw(view, rect);
}

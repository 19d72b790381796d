/* Fingers on the page that tries the touch: how far each misses its target is
 * measured in millimetres of the screen, and all fingers are counted. */
#include <SDL.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/panel_case.h"
#include "ui/widget.h"

enum { FORMS = 3, TOUCH = 7 };

/* Finger number FINGER at X, Y parts of the window. */
static void finger(struct panel_case *panel, Uint32 type, int number, double x,
		   double y)
{
	SDL_Event event = {.tfinger = {.type = type,
				       .touchId = TOUCH,
				       .fingerId = number,
				       .x = (float)x,
				       .y = (float)y}};

	ui_event(panel->ui, &event);
}

static void frames(struct panel_case *panel)
{
	struct panel_intent intent;
	struct rect wall;

	do {
		ui_begin(panel->ui, panel->now_ms);
		panel_draw(panel->ui, &panel->panel, &panel->facts, 0, &intent,
			   &wall);
		ui_end(panel->ui);
		panel_apply(&panel->panel, &panel->facts, intent,
			    panel->now_ms);
	} while (intent.kind != PANEL_INTENT_NONE || ui_pending(panel->ui));
}

/* A tap OFF_MM to the right of the middle of target INDEX. */
static void tap(struct panel_case *panel, int index, double off_mm)
{
	static const double at[CHECK_TARGETS][2] = {
	    {0, 0}, {1, 0}, {1, 1}, {0, 1}, {0.5, 0.5}};
	double mm, x, y;
	int w, h;

	ui_size(panel->ui, &w, &h);
	mm = ui_mm(panel->ui, 1000) / 1000.0;
	x = 10 * mm + at[index][0] * (w - 20 * mm) + off_mm * mm;
	y = 10 * mm + at[index][1] * (h - 20 * mm);
	finger(panel, SDL_FINGERDOWN, 1, x / w, y / h);
	finger(panel, SDL_FINGERUP, 1, x / w, y / h);
	frames(panel);
}

static void begin(struct panel_case *panel, int form)
{
	panel_case_open(panel, form, "da");
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_CHECK);
	panel_case_tap(panel, PANEL_WIDGET_CHECK, CHECK_TOUCH);
	assert_int_equal(panel->panel.page, PANEL_CORNERS);
	frames(panel);
}

/* To a pixel: a quarter of a millimetre. */
static void expect_near(int tenths, int wanted)
{
	if (abs(tenths - wanted) > 4)
		fail_msg("%d tenths of a mm, not %d", tenths, wanted);
}

static void a_miss_is_told_in_millimetres_on_every_display(void **state)
{
	static const double off_mm[CHECK_TARGETS] = {0, -3, -12, 5, 2};

	(void)state;
	for (int form = 0; form < FORMS; form++) {
		struct panel_case panel;

		begin(&panel, form);
		for (int i = 0; i < CHECK_TARGETS; i++)
			tap(&panel, i, off_mm[i]);
		assert_int_equal(panel.panel.hands.touched, CHECK_TARGETS);
		for (int i = 0; i < CHECK_TARGETS; i++)
			expect_near(panel.panel.hands.miss_tenths[i],
				    (int)(off_mm[i] < 0 ? -off_mm[i] * 10
							: off_mm[i] * 10));
		panel_case_close(&panel);
	}
}

static void all_fingers_on_the_screen_are_counted(void **state)
{
	struct panel_case panel;

	(void)state;
	begin(&panel, 0);
	for (int i = 0; i < CHECK_TARGETS; i++)
		tap(&panel, i, 0);
	assert_int_equal(ui_fingers(panel.ui), 0);
	finger(&panel, SDL_FINGERDOWN, 1, 0.2, 0.2);
	frames(&panel);
	assert_int_equal(panel.panel.hands.fingers, 1);
	finger(&panel, SDL_FINGERDOWN, 2, 0.8, 0.2);
	finger(&panel, SDL_FINGERDOWN, 2, 0.8, 0.2);
	assert_int_equal(ui_fingers(panel.ui), 2);
	frames(&panel);
	finger(&panel, SDL_FINGERUP, 1, 0.2, 0.2);
	finger(&panel, SDL_FINGERUP, 5, 0.2, 0.2);
	assert_int_equal(ui_fingers(panel.ui), 1);
	finger(&panel, SDL_FINGERUP, 2, 0.8, 0.2);
	assert_int_equal(ui_fingers(panel.ui), 0);
	frames(&panel);
	/* The most at once is kept. */
	assert_int_equal(panel.panel.hands.fingers, 2);
	panel_case_close(&panel);
}

/* The middle of WIDGET, in parts of the window. */
static void middle(const struct panel_case *panel, enum panel_widget widget,
		   double *ret_x, double *ret_y)
{
	int count, w, h;
	const struct ui_target *targets = ui_targets(panel->ui, &count);

	ui_size(panel->ui, &w, &h);
	for (int i = 0; i < count; i++)
		if (targets[i].id == UI_ID(widget, 0)) {
			const struct rect *rect = &targets[i].rect;

			*ret_x =
			    (rect->x + rect->w / 2) / (w * ui_scale(panel->ui));
			*ret_y =
			    (rect->y + rect->h / 2) / (h * ui_scale(panel->ui));
			return;
		}
	fail_msg("no %s", panel_widget_name(UI_ID(widget, 0)));
}

static void the_way_back_is_no_target(void **state)
{
	struct panel_case panel;
	double x = 0, y = 0;

	(void)state;
	begin(&panel, 0);
	tap(&panel, 0, 0);
	middle(&panel, PANEL_WIDGET_BACK, &x, &y);
	finger(&panel, SDL_FINGERDOWN, 1, x, y);
	frames(&panel);
	assert_int_equal(panel.panel.hands.touched, 1);
	finger(&panel, SDL_FINGERUP, 1, x, y);
	frames(&panel);
	assert_int_equal(panel.panel.page, PANEL_CHECK);
	assert_int_equal(panel.panel.hands.touched, 1);
	panel_case_close(&panel);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_miss_is_told_in_millimetres_on_every_display),
	    cmocka_unit_test(all_fingers_on_the_screen_are_counted),
	    cmocka_unit_test(the_way_back_is_no_target),
	};

	return cmocka_run_group_tests_name("panel_corners", tests, NULL, NULL);
}

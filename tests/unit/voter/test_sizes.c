/* Larger letters and screens within reach, changed in the middle of a vote. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/pseudo.h"
#include "tests/lib/voter_screens.h"

enum { PORTRAIT = 1, TABLET = 2, NAME = 96, MANY = 60, POT = 1 };

static const char *const sizes[TEXT_SIZES] = {"usual", "large", "largest"};

static void open_at(struct voter_case *voter, int display, enum text_size text)
{
	voter_case_open(voter, display);
	voter->settings.text = text;
	voter_case_begin(voter, "da", POT);
	voter_all_seen(voter);
}

/* The first card of the page shown. */
static int first_card(struct voter_case *voter)
{
	int from, to;

	session_page_cards(&voter->session, voter->meeting,
			   voter_page_size(voter->ui, &voter->view), &from,
			   &to);
	return from;
}

/* Opens what sets the letters, from the header or its menu. */
static void open_look(struct voter_case *voter)
{
	voter_frame(voter);
	if (voter_has(voter, WIDGET_MENU, 0))
		voter_tap(voter, WIDGET_MENU, 0);
	voter_tap(voter, WIDGET_LOOK, 0);
	assert_int_equal(voter->session.overlay, OVERLAY_LOOK);
}

static void choices_and_place_stay_when_letters_grow(void **state)
{
	(void)state;
	for (int display = 0; display < DISPLAYS; display++) {
		struct voter_case voter;
		struct ballot before;
		int card;

		open_at(&voter, display, TEXT_USUAL);
		voter_show_page(&voter, 1);
		voter_frame(&voter);
		card = first_card(&voter);
		voter_tap(&voter, WIDGET_TOGGLE, voter.session.order[card]);
		before = voter.session.ballot;
		for (int text = TEXT_SIZES - 1; text >= 0; text--) {
			open_look(&voter);
			voter_tap(&voter, WIDGET_TEXT, text);
			voter_tap(&voter, WIDGET_DISMISS, 0);
			assert_memory_equal(&voter.session.ballot, &before,
					    sizeof(before));
			assert_true(voter_has(&voter, WIDGET_TOGGLE,
					      voter.session.order[card]));
		}
		assert_int_equal(first_card(&voter), card);
		voter_case_close(&voter);
	}
}

static void a_larger_size_makes_everything_larger(void **state)
{
	struct voter_case voter;
	int height[TEXT_SIZES], width[TEXT_SIZES];

	(void)state;
	for (int text = 0; text < TEXT_SIZES; text++) {
		open_at(&voter, TABLET, text);
		voter_frame(&voter);
		ui_size(voter.ui, &width[text], &height[text]);
		voter_case_close(&voter);
	}
	assert_int_equal(width[TEXT_USUAL], 1024);
	assert_int_equal(width[TEXT_LARGE], 819);
	assert_int_equal(width[TEXT_LARGEST], 640);
	assert_int_equal(height[TEXT_LARGEST], 400);
}

/* However few cards a page has: each of 57 stands on one. */
static void every_card_has_a_page_at_every_size(void **state)
{
	(void)state;
	for (int i = 0; i < DISPLAYS * TEXT_SIZES; i++) {
		struct voter_case voter;
		int seen = 0, pages;

		open_at(&voter, i / TEXT_SIZES, i % TEXT_SIZES);
		for (int k = 10; k < MANY; k++) {
			voter.meeting->proposals[k] =
			    voter.meeting->proposals[9];
			voter.meeting->proposals[k].number = k + 1;
		}
		voter.meeting->proposal_count = MANY;
		voter_case_begin(&voter, "da", POT);
		voter_frame(&voter);
		pages = session_pages(voter.meeting, POT,
				      voter_page_size(voter.ui, &voter.view));
		for (int page = 0; page < pages; page++) {
			voter_show_page(&voter, page);
			voter_frame(&voter);
			for (int k = 0; k < MANY; k++)
				seen += voter_has(&voter, WIDGET_TOGGLE, k);
		}
		assert_int_equal(seen, MANY - 3);
		voter_case_close(&voter);
	}
}

static void the_menu_has_what_the_header_has_no_room_for(void **state)
{
	static const struct {
		enum widget widget;
		enum screen screen;
		enum overlay overlay;
	} rows[] = {
	    {WIDGET_LOOK, SCREEN_CHOOSE, OVERLAY_LOOK},
	    {WIDGET_LISTEN, SCREEN_CHOOSE, OVERLAY_LISTEN},
	    {WIDGET_HELP, SCREEN_CHOOSE, OVERLAY_HELP},
	    {WIDGET_STOP, SCREEN_CHOOSE, OVERLAY_STOP},
	    {WIDGET_TO_LANGUAGE, SCREEN_LANGUAGE, OVERLAY_NONE},
	    {WIDGET_TO_NUMBERS, SCREEN_NUMBERS, OVERLAY_NONE},
	    {WIDGET_DISMISS, SCREEN_CHOOSE, OVERLAY_NONE},
	};
	struct voter_case voter;

	(void)state;
	open_at(&voter, TABLET, TEXT_LARGEST);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		voter_case_begin(&voter, "da", POT);
		voter.view.speech = true;
		voter_tap(&voter, WIDGET_MENU, 0);
		voter_tap(&voter, rows[i].widget, 0);
		assert_int_equal(voter.session.screen, rows[i].screen);
		assert_int_equal(voter.session.overlay, rows[i].overlay);
	}
	voter_case_close(&voter);
}

static void nothing_behind_the_menu_can_be_meant(void **state)
{
	struct voter_case voter;
	struct ballot before;

	(void)state;
	open_at(&voter, TABLET, TEXT_LARGEST);
	voter_tap(&voter, WIDGET_MENU, 0);
	before = voter.session.ballot;
	session_apply(&voter.session, voter.meeting,
		      (struct intent){INTENT_TOGGLE, 4}, 1, 1,
		      voter.now_ms + 1000);
	assert_memory_equal(&voter.session.ballot, &before, sizeof(before));
	assert_int_equal(voter.session.overlay, OVERLAY_MENU);
	voter_case_close(&voter);
}

static void one_tap_brings_everything_within_reach_and_back(void **state)
{
	struct voter_case voter;
	int count, far = 0;
	const struct ui_target *targets;

	(void)state;
	open_at(&voter, PORTRAIT, TEXT_USUAL);
	voter_tap(&voter, WIDGET_REACH, 0);
	targets = ui_targets(voter.ui, &count);
	for (int i = 0; i < count; i++)
		assert_true(targets[i].rect.y >= 1920 * 45 / 100);
	voter_tap(&voter, WIDGET_REACH, 0);
	targets = ui_targets(voter.ui, &count);
	for (int i = 0; i < count; i++)
		far += targets[i].rect.y < 1920 * 45 / 100;
	assert_in_range(far, 1, count);
	voter_case_close(&voter);
}

static void in_landscape_the_header_comes_down_to_the_footer(void **state)
{
	struct voter_case voter;
	const struct ui_target *help, *back, *card;

	(void)state;
	voter_case_open(&voter, 0);
	voter.settings.reach = true;
	voter_case_begin(&voter, "da", 0);
	voter_frame(&voter);
	help = display_find(voter.ui, UI_ID(WIDGET_HELP, 0));
	back = display_find(voter.ui, UI_ID(WIDGET_BACK, 0));
	card = display_find(voter.ui, UI_ID(WIDGET_TOGGLE, 0));
	assert_non_null(help);
	assert_true(help->rect.y > card->rect.y + card->rect.h);
	assert_true(help->rect.y + help->rect.h < back->rect.y);
	voter_case_close(&voter);
}

static bool apart(struct rect a, struct rect b)
{
	return a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y ||
	       b.y + b.h <= a.y;
}

/* UX.md 12a: a finger that still lies where a button was casts nothing. */
static void the_cast_button_comes_where_no_button_was(void **state)
{
	(void)state;
	for (int i = 0; i < DISPLAYS * TEXT_SIZES * 2; i++) {
		struct voter_case voter;
		struct rect cast;

		voter_case_open(&voter, i / 2 / TEXT_SIZES);
		voter.settings.text = i / 2 % TEXT_SIZES;
		voter.settings.reach = i % 2 == 1;
		voter_case_begin(&voter, "da", POT);
		voter.session.screen = SCREEN_REVIEW;
		voter.session.review_seen = MANY;
		voter_frame(&voter);
		cast = display_find(voter.ui, UI_ID(WIDGET_CAST, 0))->rect;
		for (int k = 0; k < voter_screen_count; k++) {
			const struct ui_target *targets;
			int count;

			voter_screen_set(&voter_screens[k], &voter, "da");
			if (voter.session.screen < SCREEN_RULES ||
			    voter.session.screen > SCREEN_REVIEW ||
			    voter.session.overlay != OVERLAY_NONE)
				continue;
			voter_frame(&voter);
			targets = ui_targets(voter.ui, &count);
			for (int m = 0; m < count; m++)
				if (targets[m].id != UI_ID(WIDGET_CAST, 0) &&
				    !apart(targets[m].rect, cast))
					fail_msg("\"%s\" of %s lies where the "
						 "vote is cast, walk %d",
						 targets[m].label,
						 voter_screens[k].name, i);
		}
		voter_case_close(&voter);
	}
}

/* The name in the header of the catalogue that organisers took in. */
static void a_language_that_was_added_has_its_own_name_on_its_tile(void **state)
{
	struct voter_case voter;
	const struct ui_target *tile;

	(void)state;
	open_at(&voter, PORTRAIT, TEXT_USUAL);
	voter.meeting->languages[voter.meeting->language_count++] = PSEUDO_LONG;
	voter_tap(&voter, WIDGET_TO_LANGUAGE, 0);
	tile = display_find(voter.ui, UI_ID(WIDGET_LANGUAGE, 2));
	assert_non_null(tile);
	assert_string_equal(tile->label, "Ļöñĝ Éñĝļîšĥ");
	voter_case_close(&voter);
}

/* The side in u of what the camera sees in the last frame; 0 for nothing. */
static int preview_side(struct voter_case *voter)
{
	char *dump = frame_dump(voter->ui);
	const char *at = strstr(dump, "\ngrey ");
	int w = 0, h = 0;

	if (at)
		assert_int_equal(sscanf(at, "\ngrey %*d %*d %d %d", &w, &h), 2);
	free(dump);
	assert_int_equal(w, h);
	return w;
}

/* Whoever holds a slip to the camera sees where it is. */
static void
the_cameras_picture_has_room_at_every_size_and_in_reach(void **state)
{
	(void)state;
	for (int i = 0; i < DISPLAYS * TEXT_SIZES * 2; i++) {
		int display = i / (2 * TEXT_SIZES);
		struct voter_case voter;
		double mm;

		voter_case_open(&voter, display);
		voter.settings.text = (enum text_size)(i / 2 % TEXT_SIZES);
		voter.settings.reach = i % 2;
		for (int k = 0; k < voter_screen_count; k++)
			if (strcmp(voter_screens[k].name, "attract-camera") ==
			    0)
				voter_screens[k].set(&voter, "da");
		voter_frame(&voter);
		mm = preview_side(&voter) * ui_scale(voter.ui) /
		     displays[display].px_per_mm;
		print_message("# %s, %s%s: %.0f mm\n", displays[display].name,
			      sizes[i / 2 % TEXT_SIZES],
			      i % 2 ? ", within reach" : "", mm);
		assert_true(mm >= 25);
		voter_case_close(&voter);
	}
}

/* What was looked at, of the larger sizes. */
static void larger_screens_are_as_they_were_looked_at(void **state)
{
	static const char *const names[] = {"choose-page", "points",
					    "review",	   "detail",
					    "code-half",   "overlay-look"};
	char name[NAME];

	(void)state;
	for (int i = 0; i < DISPLAYS * 4; i++) {
		int display = i / 4, text = 1 + i / 2 % 2;
		const char *language = i % 2 ? PSEUDO_RIGHT : "da";
		struct voter_case voter;

		voter_case_open(&voter, display);
		voter.settings.text = text;
		if (i % 2)
			voter.meeting
			    ->languages[voter.meeting->language_count++] =
			    language;
		for (int k = 0; k < voter_screen_count; k++) {
			bool wanted = false;

			for (size_t m = 0; m < sizeof(names) / sizeof(names[0]);
			     m++)
				wanted = wanted || strcmp(voter_screens[k].name,
							  names[m]) == 0;
			if (!wanted)
				continue;
			voter_screen_set(&voter_screens[k], &voter, language);
			voter_frame(&voter);
			snprintf(name, sizeof(name), "voter/%s-%s-%s-%s",
				 voter_screens[k].name, displays[display].name,
				 sizes[text], language);
			golden_check(voter.ui, name);
		}
		voter_case_close(&voter);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(choices_and_place_stay_when_letters_grow),
	    cmocka_unit_test(a_larger_size_makes_everything_larger),
	    cmocka_unit_test(every_card_has_a_page_at_every_size),
	    cmocka_unit_test(the_menu_has_what_the_header_has_no_room_for),
	    cmocka_unit_test(nothing_behind_the_menu_can_be_meant),
	    cmocka_unit_test(one_tap_brings_everything_within_reach_and_back),
	    cmocka_unit_test(in_landscape_the_header_comes_down_to_the_footer),
	    cmocka_unit_test(the_cast_button_comes_where_no_button_was),
	    cmocka_unit_test(
		a_language_that_was_added_has_its_own_name_on_its_tile),
	    cmocka_unit_test(
		the_cameras_picture_has_room_at_every_size_and_in_reach),
	    cmocka_unit_test(larger_screens_are_as_they_were_looked_at),
	};

	return cmocka_run_group_tests(tests, pseudo_open, pseudo_close);
}

/* The rules before the vote, on the wall. */
#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/hall_fit.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/words.h"

#define KR "\u00a0kr."

static int wall_ready(void **state)
{
	int status = hall_wall_open(state, PHASE_READY);
	struct hall_wall *wall = *state;

	wall->hall.view.scene = SCENE_RULES;
	return status;
}

static void the_rules_look_as_they_were_approved(void **state)
{
	struct hall_wall *wall = *state;

	hall_check_pages(wall->ui, &wall->hall.view, "rules");
}

/* Every rule, in a meeting where each way of voting occurs. */
static void every_rule_looks_as_it_was_approved(void **state)
{
	static const struct {
		const char *name, *rule;
		enum ballot_type type;
	} cases[] = {
	    {"rules-equal-shares", "equal-shares", BALLOT_APPROVAL},
	    {"rules-phragmen", "phragmen", BALLOT_SCORE},
	    {"rules-knapsack", "knapsack", BALLOT_POINTS},
	};
	struct hall_wall *wall = *state;
	struct pot *pot = &wall->hall.meeting->pots[0];
	struct hall_words *words = malloc(sizeof(*words));

	assert_non_null(words);
	pot->choose_max = 3;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		pot->rule = cases[i].rule;
		pot->ballot_type = cases[i].type;
		pot->value_most = pot->points = 5;
		pot->score_least = 1;
		pot->support_from = 3;
		hall_check_page(wall->ui, &wall->hall.view, 0, cases[i].name);
		hall_each_page(wall->ui, &wall->hall.view, hall_fit_check,
			       words);
	}
	free(words);
}

/* HALL's first two pages and the last, in a window of its own. */
static void check_window(struct hall_case *hall, int width, int height,
			 const char *language, const char *name)
{
	struct hall_view *view = &hall->view;
	struct ui *ui = hall_window(width, height, language);
	const char *room = hall->meeting->languages[0];
	const int pages[] = {0, 1, hall_pages(ui, view) - 1};

	hall->meeting->languages[0] = language;
	for (int i = 0; i < 3; i++) {
		char golden[64];

		snprintf(golden, sizeof(golden), "hall/%s-%d-%s", name,
			 pages[i] + 1, language);
		hall_frame(ui, view, pages[i]);
		assert_int_equal(ui_clipped(ui), 0);
		golden_check(ui, golden);
	}
	hall->meeting->languages[0] = room;
	ui_free(ui);
}

static void rules_stand_upright_on_small_walls_and_from_the_right(void **state)
{
	struct hall_wall *wall = *state;
	struct hall_case *hall = &wall->hall;

	check_window(hall, 1080, 1920, "da", "rules-upright");
	check_window(hall, 1280, 800, "da", "rules-small");
	check_window(hall, 1920, 1080, "ar", "rules");
	check_window(hall, 1080, 1920, "ar", "rules-upright");
	words_language("da");
}

/* The pages are: each pot's rules and its example, then the rest. That votes
 * are made up is said on every page of them. */
static void every_pot_has_its_rules_and_its_example(void **state)
{
	struct hall_wall *wall = *state;

	assert_int_equal(hall_pages(wall->ui, &wall->hall.view), 6);
	hall_wall_draw(wall, 0);
	assert_true(hall_wall_says(wall, "Sådan gives pengene"));
	assert_true(hall_wall_says(wall, "Store forslag"));
	assert_true(hall_wall_says(wall, "100.000" KR));
	assert_true(hall_wall_tells(wall, "op til 2 forslag"));
	assert_false(hall_wall_says(wall, "Et eksempel"));
	hall_wall_draw(wall, 1);
	assert_true(hall_wall_says(wall, "Et eksempel"));
	assert_true(hall_wall_tells(wall, "30 personer"));
	assert_true(hall_wall_tells(wall, "26 stemmer"));
	hall_wall_draw(wall, 2);
	assert_true(hall_wall_says(wall, "Hurtigpulje"));
	for (int page = 3; page < 5; page++) {
		hall_wall_draw(wall, page);
		assert_true(hall_wall_says(wall, "Hurtigpulje"));
		assert_true(hall_wall_says(wall, "Et eksempel"));
	}
	hall_wall_draw(wall, 5);
	assert_true(hall_wall_says(wall, "For hele mødet"));
	assert_true(hall_wall_tells(wall, "Stemmelighed"));
}

/* Without memory for an example there is none, and no empty page. */
static void rules_are_told_without_an_example(void **state)
{
	struct hall_wall *wall = *state;

	wall->hall.view.example = NULL;
	assert_int_equal(hall_pages(wall->ui, &wall->hall.view), 3);
	hall_wall_draw(wall, 1);
	assert_true(hall_wall_says(wall, "Hurtigpulje"));
	assert_true(hall_wall_tells(wall, "op til"));
}

static void adopted_rules_have_their_code_and_a_draft_says_so(void **state)
{
	struct hall_wall *wall = *state;
	int pages = hall_pages(wall->ui, &wall->hall.view);

	for (int page = 0; page < pages; page++) {
		wall->hall.view.phase = PHASE_READY;
		hall_wall_draw(wall, page);
		assert_true(hall_wall_tells(wall, "K7Q2-9XPA"));
		assert_false(hall_wall_tells(wall, "Udkast"));
		wall->hall.view.phase = PHASE_DRAFT;
		hall_wall_draw(wall, page);
		assert_false(hall_wall_tells(wall, "K7Q2-9XPA"));
		assert_true(hall_wall_tells(wall, "Udkast"));
	}
}

/* From closing on money is told of votes that were cast, never of made-up
 * ones. */
static void rules_are_shown_until_voting_closes(void **state)
{
	struct hall_wall *wall = *state;

	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		wall->hall.view.phase = (enum phase)phase;
		if (phase <= PHASE_PAUSED)
			assert_int_equal(hall_scene(&wall->hall.view),
					 SCENE_RULES);
		else
			assert_int_not_equal(hall_scene(&wall->hall.view),
					     SCENE_RULES);
	}
}

/* More sentences than a page holds go on, none is lost, and the page that goes
 * on says again what it is about. */
static void what_has_no_room_goes_on_on_the_next_page(void **state)
{
	struct hall_wall *wall = *state;
	struct meeting *meeting = wall->hall.meeting;
	int seen = 0, pages;

	wall->hall.view.example = NULL;
	for (int i = 4; i < meeting->proposal_count; i++) {
		meeting->proposals[3].incompatible[i - 4] =
		    meeting->proposals[i].number;
		meeting->proposals[3].incompatible_count = i - 3;
	}
	for (int i = 5; i < meeting->proposal_count; i++) {
		meeting->proposals[4].incompatible[i - 5] =
		    meeting->proposals[i].number;
		meeting->proposals[4].incompatible_count = i - 4;
	}
	pages = hall_pages(wall->ui, &wall->hall.view);
	assert_true(pages > 3);
	for (int page = 0; page < pages; page++) {
		hall_frame(wall->ui, &wall->hall.view, page);
		hall_fit_check_whole(wall->ui, &wall->words);
		for (int i = 0; i < wall->words.count; i++)
			seen += strstr(wall->words.words[i].text,
				       "Kun ét af forslag") != NULL;
		if (page > 1 && page < pages - 1)
			assert_true(hall_wall_tells(wall, "Enkelte forslag"));
	}
	assert_int_equal(seen, 6 + 5);
}

/* The rule itself, in the language whose turn it is. */
static void the_line_at_the_bottom_says_the_rule(void **state)
{
	struct hall_wall *wall = *state;

	hall_wall_draw(wall, 0);
	assert_true(hall_wall_says(
	    wall, "Most votes first, as long as there is money."));
	hall_wall_draw(wall, 1);
	assert_true(hall_wall_tells(wall, "Made-up votes of 30 people"));
	hall_wall_draw(wall, 5);
	assert_true(hall_wall_says(wall, "It is secret."));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define ON_WALL(test)                                                          \
	cmocka_unit_test_setup_teardown(test, wall_ready, hall_wall_close)
	    ON_WALL(the_rules_look_as_they_were_approved),
	    ON_WALL(every_rule_looks_as_it_was_approved),
	    ON_WALL(rules_stand_upright_on_small_walls_and_from_the_right),
	    ON_WALL(every_pot_has_its_rules_and_its_example),
	    ON_WALL(rules_are_told_without_an_example),
	    ON_WALL(adopted_rules_have_their_code_and_a_draft_says_so),
	    ON_WALL(rules_are_shown_until_voting_closes),
	    ON_WALL(what_has_no_room_goes_on_on_the_next_page),
	    ON_WALL(the_line_at_the_bottom_says_the_rule),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

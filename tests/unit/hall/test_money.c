/* Order, money, paper and the day after say what the count says. */
#include "hall/budget.h"

#include "hall/votes.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/words.h"

#define KR "\u00a0kr."

static int open_wall(void **state)
{
	return hall_wall_open(state, PHASE_COUNTED);
}

static void draw(struct hall_wall *wall, enum scene scene, int page)
{
	wall->hall.view.scene = scene;
	hall_wall_draw(wall, page);
}

static void each_page_of_the_order_reveals_one_more(void **state)
{
	static const int revealed[] = {3, 1, 2, 9, 7, 4, 8, 10, 6, 5};
	struct hall_wall *wall = *state;
	const struct meeting *meeting = wall->hall.meeting;

	wall->hall.view.scene = SCENE_ORDER;
	assert_int_equal(hall_pages(wall->ui, &wall->hall.view), 10);
	for (int page = 0; page < 10; page++) {
		draw(wall, SCENE_ORDER, page);
		for (int i = 0; i < 10; i++) {
			int index = meeting_proposal(meeting, revealed[i]);
			bool same_pot = (i < 3) == (page < 3);

			assert_int_equal(
			    hall_wall_says(
				wall, meeting_short_title(meeting, index, 0)),
			    same_pot && i <= page);
		}
	}
}

static void the_first_of_a_long_order_stands_above_others(void **state)
{
	struct hall_wall *wall = *state;
	struct hall_case hall;
	int shown = 0;

	hall_case_open_hard(&hall, 13);
	hall.view.scene = SCENE_ORDER;
	for (int page = 0; page < 13; page++) {
		hall_frame(wall->ui, &hall.view, page);
		hall_words_read(wall->ui, &wall->words);
		shown = 0;
		for (int i = 101; i <= 113; i++) {
			char number[16];

			snprintf(number, sizeof(number), "%d", i);
			shown += hall_wall_says(wall, number);
		}
		/* Those revealed, as far as they are on the same part. */
		assert_in_range(shown, 1, page + 1);
	}
	assert_true(shown >= 5);
	assert_true(hall_wall_says(wall, "1."));
	hall_case_close(&hall);
}

static void the_order_goes_by_the_count_that_stands(void **state)
{
	struct hall_wall *wall = *state;
	struct vote_row rows[MEETING_PROPOSALS];

	assert_int_equal(votes_rows(&wall->hall.view, 1, rows), 7);
	assert_int_equal(rows[1].place, 2);
	assert_int_equal(rows[2].place, 2);
	assert_int_equal(rows[3].place, 4);
	hall_case_paper(&wall->hall, false, 9, 9);
	votes_rows(&wall->hall.view, 1, rows);
	assert_int_equal(rows[0].votes, 31);
	hall_case_paper(&wall->hall, true, 9, 9);
	votes_rows(&wall->hall.view, 1, rows);
	assert_int_equal(rows[0].proposal, 9);
	assert_int_equal(rows[0].votes, 33);
	assert_int_equal(rows[1].place, 2);
	draw(wall, SCENE_ORDER, 9);
	assert_true(hall_wall_says(wall, "33"));
	assert_true(hall_wall_says(wall, "Efter optælling i hånden."));
}

static void every_step_is_told_on_a_page_of_its_own(void **state)
{
	struct hall_wall *wall = *state;
	int pages;

	wall->hall.view.scene = SCENE_MONEY;
	pages = hall_pages(wall->ui, &wall->hall.view);
	assert_int_equal(pages, wall->hall.result->step_count);
	for (int page = 0; page < pages; page++) {
		const struct step *step = &wall->hall.result->steps[page];
		char number[32];

		draw(wall, SCENE_MONEY, page);
		if (step->kind != STEP_AWARD)
			continue;
		snprintf(number, sizeof(number), ". plads: %d ",
			 wall->hall.meeting
			     ->proposals[wall->hall.result->awards[step->award]
					     .proposal]
			     .number);
		assert_true(hall_wall_tells(wall, number));
	}
}

static void the_bar_fills_with_what_each_step_gives(void **state)
{
	static const int64_t given[] = {0,     100000, 100000, 100000, 100000,
					0,     25000,  25000,  50000,  60000,
					70000, 75000,  90000,  90000,  90000};
	struct hall_wall *wall = *state;
	struct budget *budget = calloc(1, sizeof(*budget));

	assert_non_null(budget);
	for (int step = 0; step < 15; step++) {
		budget_read(&wall->hall.view, step, budget);
		assert_int_equal(budget->given_minor, given[step] * 100);
		assert_int_equal(budget->left_minor,
				 (100000 - given[step]) * 100);
		assert_int_equal(budget->begins, step == 0 || step == 5);
		assert_int_equal(budget->ask_minor > 0,
				 step == 2 || step == 3 || step == 13);
	}
	budget_read(&wall->hall.view, 13, budget);
	assert_int_equal(budget->ask_minor, 2500000);
	draw(wall, SCENE_MONEY, 13);
	assert_true(hall_wall_says(wall, "90.000" KR " givet"));
	assert_true(hall_wall_says(wall, "10.000" KR " tilbage"));
	assert_true(hall_wall_tells(wall, "Der mangler 15.000" KR));
	free(budget);
}

static void agreed_amounts_fill_the_bar_too(void **state)
{
	struct hall_wall *wall = *state;
	struct budget *budget = calloc(1, sizeof(*budget));
	int last;

	assert_non_null(budget);
	hall_case_agreed(&wall->hall);
	last = wall->hall.result->step_count - 1;
	budget_read(&wall->hall.view, 3, budget);
	assert_int_equal(budget->count, 2);
	assert_int_equal(budget->parts[0].amount_minor, 6000000);
	assert_int_equal(budget->parts[1].amount_minor, 4000000);
	budget_read(&wall->hall.view, last, budget);
	assert_int_equal(budget->left_minor, 0);
	assert_int_equal(budget->parts[budget->count - 1].proposal, 8);
	draw(wall, SCENE_MONEY, last - 1);
	assert_true(hall_wall_tells(wall, "Salen blev enig"));
	free(budget);
}

/* Steps that give no money leave the bar as it is. */
static void who_pays_is_said_while_the_bar_fills(void **state)
{
	struct hall_wall *wall = *state;
	const struct result *result = wall->hall.result;
	struct budget *budget = calloc(1, sizeof(*budget));
	int said = 0;

	assert_non_null(budget);
	hall_case_shares(&wall->hall);
	for (int i = 0; i < result->step_count; i++) {
		if (result->steps[i].kind != STEP_SHARE &&
		    result->steps[i].kind != STEP_COMPLETE)
			continue;
		budget_read(&wall->hall.view, i, budget);
		assert_false(budget->grows);
		said++;
	}
	assert_int_equal(said, 2);
	budget_read(&wall->hall.view, result->step_count - 1, budget);
	assert_int_equal(budget->given_minor, result->pots[1].given_minor);
	free(budget);
}

static void money_that_moves_between_pots_is_followed(void **state)
{
	struct hall_wall *wall = *state;
	struct result *result = wall->hall.result;
	struct budget *budget = calloc(1, sizeof(*budget));

	assert_non_null(budget);
	result->steps[result->step_count++] =
	    (struct step){STEP_MOVES_TO, 1, -1, -1, 0, 1000000};
	result->steps[result->step_count++] =
	    (struct step){STEP_MOVED, 0, -1, -1, 1, 1000000};
	budget_read(&wall->hall.view, result->step_count - 2, budget);
	assert_int_equal(budget->left_minor, 0);
	assert_int_equal(budget->given_minor, 9000000);
	budget_read(&wall->hall.view, result->step_count - 1, budget);
	assert_int_equal(budget->left_minor, 1000000);
	free(budget);
}

static void the_paper_marks_every_difference(void **state)
{
	struct hall_wall *wall = *state;
	char *dump;

	wall->hall.view.scene = SCENE_PAPER;
	assert_int_equal(hall_scene(&wall->hall.view), SCENE_RESULT);
	hall_case_paper(&wall->hall, false, 0, 0);
	draw(wall, SCENE_PAPER, 0);
	assert_true(hall_wall_says(wall, "De to optællinger er ens."));
	dump = frame_dump(wall->ui);
	assert_null(strstr(dump, " WARN"));
	free(dump);
	hall_case_paper(&wall->hall, true, 0, -3);
	wall->hall.paper.ballots += 2;
	draw(wall, SCENE_PAPER, 0);
	assert_true(hall_wall_says(wall, "\u22123"));
	assert_true(hall_wall_says(wall, "+2"));
	assert_true(
	    hall_wall_tells(wall, "Optællingen i hånden gælder. Grund:"));
	hall_case_paper(&wall->hall, false, 0, -3);
	draw(wall, SCENE_PAPER, 0);
	assert_true(hall_wall_says(wall, "Maskinens optælling gælder."));
}

static void those_without_money_are_told_what_they_lacked(void **state)
{
	struct hall_wall *wall = *state;

	draw(wall, SCENE_AFTER, 1);
	assert_true(hall_wall_says(wall, "Byhaver bag blok 4"));
	assert_true(hall_wall_says(wall, "21 stemmer · koster 100.000" KR));
	assert_true(hall_wall_says(wall, "mangler 15.000" KR));
	assert_false(hall_wall_says(wall, "Bevægelsespark for alle"));
	assert_false(hall_wall_says(wall, "Fælles grillplads"));
	hall_case_funds(&wall->hall);
	draw(wall, SCENE_AFTER, 1);
	assert_true(
	    hall_wall_says(wall, "mangler 15.000" KR " eller 4 stemmer"));
	wall->hall.missing[9].money_minor = 0;
	wall->hall.result->awards[9].outcome = OUTCOME_BELOW;
	draw(wall, SCENE_AFTER, 1);
	assert_true(hall_wall_says(wall, "for få stemmer: mangler 4 stemmer"));
}

static void other_money_comes_last_if_there_is_any(void **state)
{
	struct hall_wall *wall = *state;
	struct result *result = wall->hall.result;

	wall->hall.view.scene = SCENE_AFTER;
	assert_int_equal(hall_pages(wall->ui, &wall->hall.view), 2);
	hall_case_funds(&wall->hall);
	assert_int_equal(hall_pages(wall->ui, &wall->hall.view), 3);
	draw(wall, SCENE_AFTER, 2);
	assert_true(hall_wall_says(wall, "Andre penge at søge"));
	assert_true(hall_wall_says(wall, "op til 50.000 kr. · frist 1. marts · "
					 "folkets-fond.example"));
	assert_true(hall_wall_says(wall, "frist 15. oktober"));
	/* When all get money nobody has to be told of more. */
	for (int i = 0; i < 10; i++)
		result->awards[i].outcome = OUTCOME_FUNDED;
	assert_int_equal(hall_pages(wall->ui, &wall->hall.view), 2);
}

static void the_code_holds_address_and_digest(void **state)
{
	static const char digest[] = "3f2a9c1b77d04e2188a6c5f3e0917b4d"
				     "5be26aa4f1907c3de8d25f6b40c91a72";
	struct hall_wall *wall = *state;
	char *dump;

	draw(wall, SCENE_AFTER, 0);
	assert_true(hall_wall_says(wall, "Reglernes kode: K7Q2-9XPA"));
	dump = frame_dump(wall->ui);
	assert_non_null(strstr(dump, "\"https://bolbro.example/penge\""));
	free(dump);
	wall->hall.view.digest = digest;
	draw(wall, SCENE_AFTER, 0);
	assert_true(
	    hall_wall_says(wall, "Resultatets segl: 3f2a 9c1b 77d0 4e21 …"));
	dump = frame_dump(wall->ui);
	assert_non_null(strstr(dump, "\"https://bolbro.example/penge#3f2a"));
	assert_non_null(strstr(dump, "91a72\""));
	free(dump);
	wall->hall.meeting->url = "";
	wall->hall.meeting->next_steps = (struct text){{NULL}};
	draw(wall, SCENE_AFTER, 0);
	assert_true(hall_wall_says(wall, "Tak, fordi du stemte!"));
	dump = frame_dump(wall->ui);
	assert_non_null(strstr(dump, "\"3f2a9c1b"));
	free(dump);
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, open_wall, hall_wall_close)
	const struct CMUnitTest tests[] = {
	    TEST(each_page_of_the_order_reveals_one_more),
	    TEST(the_first_of_a_long_order_stands_above_others),
	    TEST(the_order_goes_by_the_count_that_stands),
	    TEST(every_step_is_told_on_a_page_of_its_own),
	    TEST(the_bar_fills_with_what_each_step_gives),
	    TEST(agreed_amounts_fill_the_bar_too),
	    TEST(who_pays_is_said_while_the_bar_fills),
	    TEST(money_that_moves_between_pots_is_followed),
	    TEST(the_paper_marks_every_difference),
	    TEST(those_without_money_are_told_what_they_lacked),
	    TEST(other_money_comes_last_if_there_is_any),
	    TEST(the_code_holds_address_and_digest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

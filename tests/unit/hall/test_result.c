/* The wall says what the result says: order, votes, money, reasons, ties. */
#include "hall/awards.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/words.h"

#define KR "\u00a0kr."

enum { ROW = 6, ROWS_MOST = 8 };

static int open_wall(void **state)
{
	return hall_wall_open(state, PHASE_COUNTED);
}

/* The rows as they must stand from top to bottom: place, votes, cost, running
 * total or reason, number, title. */
static void check_rows(struct hall_wall *wall, const char *rows[][ROW],
		       int count)
{
	int at = 0, y = 0;

	for (int i = 0; i < count; i++) {
		const struct hall_word *words = wall->words.words;

		for (int j = 0; j < ROW; j++) {
			at = hall_words_find(&wall->words, at, rows[i][j]);
			if (at < 0)
				fail_msg("row %d: %s is missing or out of "
					 "order",
					 i + 1, rows[i][j]);
		}
		assert_true(words[at].y > y);
		y = words[at].y;
		at++;
	}
}

static void large_pot_shows_one_funded_and_two_not(void **state)
{
	const char *rows[][ROW] = {
	    {"1.", "26", "100.000" KR, "100.000" KR, "2",
	     "Bevægelsespark for alle"},
	    {"2.", "21", "100.000" KR, "mangler 100.000" KR, "1",
	     "Byhaver bag blok 4"},
	    {"3.", "12", "50.000" KR, "mangler 50.000" KR, "3",
	     "Mødested under halvtaget"},
	};
	struct hall_wall *wall = *state;

	hall_wall_draw(wall, 0);
	check_rows(wall, rows, 3);
	assert_true(hall_words_find(&wall->words, 0, "0" KR " tilbage") >= 0);
}

static void quick_pool_adds_up_to_what_is_left(void **state)
{
	const char *rows[][ROW] = {
	    {"1.", "31", "25.000" KR, "25.000" KR, "5", "Fælles grillplads"},
	    {"2.", "24", "25.000" KR, "50.000" KR, "6", "Sommerfest på plænen"},
	    {"2.", "24", "10.000" KR, "60.000" KR, "10",
	     "Fodboldmål til børnene"},
	    {"4.", "15", "10.000" KR, "70.000" KR, "8",
	     "Højbede ved indgangen"},
	    {"5.", "12", "5.000" KR, "75.000" KR, "4", "Legetøj til deling"},
	    {"6.", "9", "15.000" KR, "90.000" KR, "7", "Bænke langs stien"},
	    {"7.", "6", "25.000" KR, "mangler 15.000" KR, "9",
	     "Værksted for cykler"},
	};
	struct hall_wall *wall = *state;

	hall_wall_draw(wall, 1);
	check_rows(wall, rows, 7);
	assert_true(hall_words_find(&wall->words, 0, "10.000" KR " tilbage") >=
		    0);
}

static void funded_stand_above_the_line_even_after_a_skip(void **state)
{
	struct hall_wall *wall = *state;
	struct result *result = wall->hall.result;
	struct award_row rows[MEETING_PROPOSALS];

	/* The second finds too little money, the third fits. */
	result->awards[0].amount_minor = 4000000;
	result->awards[2].outcome = OUTCOME_FUNDED;
	result->awards[2].amount_minor = 5000000;
	assert_int_equal(award_rows(result, 0, rows), 3);
	assert_ptr_equal(rows[0].award, &result->awards[0]);
	assert_ptr_equal(rows[1].award, &result->awards[2]);
	assert_ptr_equal(rows[2].award, &result->awards[1]);
	assert_true(rows[1].funded && !rows[2].funded);
	assert_int_equal(rows[1].total_minor, 9000000);
}

static void every_outcome_has_its_reason(void **state)
{
	static const struct {
		enum outcome outcome;
		const char *reason;
	} cases[] = {
	    {OUTCOME_FUNDED, ""},
	    {OUTCOME_PART, ""},
	    {OUTCOME_TOO_DEAR, "mangler 20.000" KR},
	    {OUTCOME_AFTER_STOP, "efter stop"},
	    {OUTCOME_BELOW, "for få stemmer"},
	    {OUTCOME_EXCLUDED, "udelukket af nr. 5"},
	    {OUTCOME_UNDECIDED, "ikke afgjort endnu"},
	    {OUTCOME_AGREED, "efter aftale"},
	};
	struct hall_wall *wall = *state;
	struct award award = {.proposal = 0, .left_before_minor = 8000000};

	award.because = 4;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[HALL_LINE];

		award.outcome = cases[i].outcome;
		award_reason(wall->hall.meeting, &award, text);
		assert_string_equal(text, cases[i].reason);
	}
}

static void a_part_shows_what_is_given_of_what(void **state)
{
	struct hall_wall *wall = *state;
	struct award *award = &wall->hall.result->awards[2];
	const char *rows[][ROW] = {{"3.", "12", "40.000" KR, "140.000" KR, "3",
				    "Mødested under halvtaget"}};

	award->outcome = OUTCOME_PART;
	award->amount_minor = 4000000;
	hall_wall_draw(wall, 0);
	check_rows(wall, rows, 1);
	assert_true(hall_words_find(&wall->words, 0,
				    "Får en del: 40.000" KR
				    " af 50.000" KR) >= 0);
}

static void moved_money_says_where_it_goes(void **state)
{
	struct hall_wall *wall = *state;
	struct result *result = wall->hall.result;
	char text[HALL_LINE];

	result->steps[result->step_count++] =
	    (struct step){STEP_MOVES_TO, 1, -1, -1, 0, INT64_C(1000000)};
	award_left(&wall->hall.view, 1, text);
	assert_string_equal(text, "10.000" KR " går videre til Store forslag");
}

static void a_settled_tie_says_how(void **state)
{
	struct hall_wall *wall = *state;
	struct tie *tie = &wall->hall.result->ties[0];

	hall_wall_draw(wall, 1);
	for (int i = 0; i < wall->words.count; i++)
		assert_null(strstr(wall->words.words[i].text, "Lodtræk"));
	tie->changes_money = tie->settled = true;
	tie->kind = DECISION_LOTS;
	tie->proposal[0] = meeting_proposal(wall->hall.meeting, 10);
	tie->proposal[1] = meeting_proposal(wall->hall.meeting, 6);
	hall_wall_draw(wall, 1);
	assert_true(
	    hall_words_find(&wall->words, 0,
			    "Lodtrækning gav rækkefølgen: 10,\u00a06") >= 0);
	tie->kind = DECISION_AGREED;
	hall_wall_draw(wall, 1);
	assert_true(hall_words_find(
			&wall->words, 0,
			"Aftalt i mødet, i denne rækkefølge: 10,\u00a06") >= 0);
}

static void what_the_room_agreed_on_is_told_with_the_amounts(void **state)
{
	struct hall_wall *wall = *state;
	const char *shared[][ROW] = {
	    {"1.", "26", "60.000" KR, "60.000" KR, "2",
	     "Bevægelsespark for alle"},
	    {"1.", "26", "40.000" KR, "100.000" KR, "1", "Byhaver bag blok 4"},
	    {"3.", "12", "50.000" KR, "mangler 50.000" KR, "3",
	     "Mødested under halvtaget"},
	};
	const char *left[][ROW] = {
	    {"7.", "6", "10.000" KR, "100.000" KR, "9", "Værksted for cykler"}};
	struct award *part = &wall->hall.result->awards[3];

	hall_case_agreed(&wall->hall);
	wall->hall.result->awards[2].left_before_minor = 0;
	hall_wall_draw(wall, 0);
	check_rows(wall, shared, 3);
	assert_true(hall_words_find(&wall->words, 0,
				    "Aftalt i mødet: 60.000" KR
				    " af 100.000" KR) >= 0);
	assert_true(hall_words_find(&wall->words, 0,
				    "Aftalt i mødet, disse deler: 2\u00a0og"
				    "\u00a0"
				    "1") >= 0);
	hall_wall_draw(wall, 1);
	check_rows(wall, left, 1);
	assert_true(hall_words_find(&wall->words, 0,
				    "Aftalt i mødet: 10.000" KR
				    " af 25.000" KR) >= 0);
	part->amount_minor = 1000000;
	part->agreed_minor = 500000;
	part->outcome = OUTCOME_PART;
	hall_wall_draw(wall, 1);
	assert_true(hall_words_find(&wall->words, 0,
				    "15.000" KR " af 25.000" KR
				    ", heraf 5.000" KR " aftalt i mødet") >= 0);
}

static void a_count_by_hand_that_stands_is_named(void **state)
{
	struct hall_wall *wall = *state;

	hall_case_paper(&wall->hall, false, 0, 1);
	hall_wall_draw(wall, 0);
	assert_true(
	    hall_words_find(&wall->words, 0, "Efter optælling i hånden.") < 0);
	hall_case_paper(&wall->hall, true, 0, 1);
	hall_wall_draw(wall, 0);
	assert_true(
	    hall_words_find(&wall->words, 0, "Efter optælling i hånden.") >= 0);
}

/* How long the bars and the budget line of the frame are together. */
static int64_t lengths(struct hall_wall *wall)
{
	char *dump = frame_dump(wall->ui), *rest = dump, *line;
	int64_t sum = 0;

	while ((line = strsep(&rest, "\n")) != NULL) {
		int x, y, w, h;

		if (sscanf(line, "fill %d %d %d %d", &x, &y, &w, &h) == 4)
			sum += w;
	}
	free(dump);
	return sum;
}

static void the_bars_grow_and_then_stand_still(void **state)
{
	struct hall_wall *wall = *state;
	struct hall_view *view = &wall->hall.view;
	int64_t before = 0, whole;

	hall_wall_draw(wall, 1);
	whole = lengths(wall);
	assert_int_equal(hall_wait_ms(view), -1);
	view->since_ms = 1000;
	for (int i = 0; i < 4; i++) {
		view->now_ms = 1000 + (uint64_t)(i * HALL_BAR_MS / 4);
		assert_int_equal(hall_wait_ms(view), 16);
		hall_wall_draw(wall, 1);
		assert_true(lengths(wall) > before);
		before = lengths(wall);
		assert_true(before < whole);
	}
	view->now_ms = 1000 + HALL_BAR_MS;
	assert_int_equal(hall_wait_ms(view), -1);
	hall_wall_draw(wall, 1);
	assert_int_equal(lengths(wall), whole);
}

static void without_votes_there_is_no_bar(void **state)
{
	struct hall_wall *wall = *state;
	struct result *result = wall->hall.result;
	char *dump;

	hall_wall_draw(wall, 0);
	dump = frame_dump(wall->ui);
	assert_non_null(strstr(dump, " FUNDED\n"));
	assert_non_null(strstr(dump, "hatch"));
	free(dump);
	for (int i = 0; i < result->pots[0].end_award; i++)
		result->awards[i].votes = 0;
	hall_wall_draw(wall, 0);
	dump = frame_dump(wall->ui);
	assert_null(strstr(dump, " FUNDED\n"));
	assert_null(strstr(dump, "hatch"));
	free(dump);
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, open_wall, hall_wall_close)
	const struct CMUnitTest tests[] = {
	    TEST(large_pot_shows_one_funded_and_two_not),
	    TEST(quick_pool_adds_up_to_what_is_left),
	    TEST(funded_stand_above_the_line_even_after_a_skip),
	    TEST(every_outcome_has_its_reason),
	    TEST(a_part_shows_what_is_given_of_what),
	    TEST(moved_money_says_where_it_goes),
	    TEST(a_settled_tie_says_how),
	    TEST(what_the_room_agreed_on_is_told_with_the_amounts),
	    TEST(a_count_by_hand_that_stands_is_named),
	    TEST(the_bars_grow_and_then_stand_still),
	    TEST(without_votes_there_is_no_bar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The wall says what the result says: order, votes, money, reasons, ties. */
#include "hall/awards.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_case.h"
#include "tests/lib/hall_words.h"
#include "ui/ui.h"
#include "words/words.h"

#define KR "\u00a0kr."

enum { ROW = 6, ROWS_MOST = 8 };

struct fixture {
	struct ui *ui;
	struct hall_words words;
	struct hall_case hall;
};

static int open_fixture(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	assert_non_null(fixture);
	fixture->ui = hall_window(1920, 1080, "da");
	hall_case_open(&fixture->hall, PHASE_COUNTED);
	*state = fixture;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *fixture = *state;

	hall_case_close(&fixture->hall);
	ui_free(fixture->ui);
	free(fixture);
	return 0;
}

static void draw(struct fixture *fixture, int page)
{
	hall_frame(fixture->ui, &fixture->hall.view, page);
	hall_words_read(fixture->ui, &fixture->words);
}

/* The rows as they must stand from top to bottom: place, votes, cost, running
 * total or reason, number, title. */
static void check_rows(struct fixture *fixture, const char *rows[][ROW],
		       int count)
{
	int at = 0, y = 0;

	for (int i = 0; i < count; i++) {
		const struct hall_word *words = fixture->words.words;

		for (int j = 0; j < ROW; j++) {
			at = hall_words_find(&fixture->words, at, rows[i][j]);
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
	struct fixture *fixture = *state;

	draw(fixture, 0);
	check_rows(fixture, rows, 3);
	assert_true(hall_words_find(&fixture->words, 0, "0" KR " tilbage") >=
		    0);
}

static void quick_pool_adds_up_to_what_is_left(void **state)
{
	const char *rows[][ROW] = {
	    {"1.", "31", "25.000" KR, "25.000" KR, "5", "Fælles grillplads"},
	    {"2.", "24", "25.000" KR, "50.000" KR, "6", "Sommerfest på plænen"},
	    {"2.", "24", "10.000" KR, "60.000" KR, "10",
	     "Fodboldmål til børnene"},
	    {"4.", "18", "10.000" KR, "70.000" KR, "8",
	     "Højbede ved indgangen"},
	    {"5.", "17", "5.000" KR, "75.000" KR, "4", "Legetøj til deling"},
	    {"6.", "13", "15.000" KR, "90.000" KR, "7", "Bænke langs stien"},
	    {"7.", "12", "25.000" KR, "mangler 15.000" KR, "9",
	     "Værksted for cykler"},
	};
	struct fixture *fixture = *state;

	draw(fixture, 1);
	check_rows(fixture, rows, 7);
	assert_true(
	    hall_words_find(&fixture->words, 0, "10.000" KR " tilbage") >= 0);
}

static void funded_stand_above_the_line_even_after_a_skip(void **state)
{
	struct fixture *fixture = *state;
	struct result *result = fixture->hall.result;
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
	};
	struct fixture *fixture = *state;
	struct award award = {.proposal = 0, .left_before_minor = 8000000};

	award.because = 4;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[HALL_LINE];

		award.outcome = cases[i].outcome;
		award_reason(fixture->hall.meeting, &award, text);
		assert_string_equal(text, cases[i].reason);
	}
}

static void a_part_shows_what_is_given_of_what(void **state)
{
	struct fixture *fixture = *state;
	struct award *award = &fixture->hall.result->awards[2];
	const char *rows[][ROW] = {{"3.", "12", "40.000" KR, "140.000" KR, "3",
				    "Mødested under halvtaget"}};

	award->outcome = OUTCOME_PART;
	award->amount_minor = 4000000;
	draw(fixture, 0);
	check_rows(fixture, rows, 1);
	assert_true(hall_words_find(&fixture->words, 0,
				    "Får en del: 40.000" KR
				    " af 50.000" KR) >= 0);
}

static void moved_money_says_where_it_goes(void **state)
{
	struct fixture *fixture = *state;
	struct result *result = fixture->hall.result;
	char text[HALL_LINE];

	result->steps[result->step_count++] =
	    (struct step){STEP_MOVES_TO, 1, -1, -1, 0, INT64_C(1000000)};
	award_left(&fixture->hall.view, 1, text);
	assert_string_equal(text, "10.000" KR " går videre til Store forslag");
}

static void a_settled_tie_says_how(void **state)
{
	struct fixture *fixture = *state;
	struct tie *tie = &fixture->hall.result->ties[0];

	draw(fixture, 1);
	for (int i = 0; i < fixture->words.count; i++)
		assert_null(strstr(fixture->words.words[i].text, "Lodtræk"));
	tie->changes_money = tie->settled = true;
	tie->kind = DECISION_LOTS;
	tie->proposal[0] = meeting_proposal(fixture->hall.meeting, 10);
	tie->proposal[1] = meeting_proposal(fixture->hall.meeting, 6);
	draw(fixture, 1);
	assert_true(
	    hall_words_find(&fixture->words, 0,
			    "Lodtrækning gav rækkefølgen: 10,\u00a06") >= 0);
	tie->kind = DECISION_AGREED;
	draw(fixture, 1);
	assert_true(hall_words_find(
			&fixture->words, 0,
			"Aftalt i mødet, i denne rækkefølge: 10,\u00a06") >= 0);
}

static void what_happens_next_comes_last_with_the_code(void **state)
{
	struct fixture *fixture = *state;
	int pages = hall_pages(fixture->ui, &fixture->hall.view);

	draw(fixture, pages - 1);
	assert_true(hall_words_find(&fixture->words, 0, "Næste skridt") >= 0);
	assert_true(hall_words_find(&fixture->words, 0,
				    "Reglernes kode: K7Q2-9XPA") >= 0);
	fixture->hall.meeting->next_steps = (struct text){{NULL}};
	draw(fixture, pages - 1);
	assert_true(
	    hall_words_find(&fixture->words, 0, "Tak, fordi du stemte!") >= 0);
}

static void every_step_is_told_once(void **state)
{
	struct fixture *fixture = *state;
	int pages = hall_pages(fixture->ui, &fixture->hall.view), told = 0;

	for (int page = 2; page < pages - 1; page++) {
		draw(fixture, page);
		for (int i = 0; i < fixture->words.count; i++)
			told += strstr(fixture->words.words[i].text,
				       ". plads: ") != NULL;
	}
	assert_int_equal(told, 10);
}

static void without_votes_there_is_no_bar(void **state)
{
	struct fixture *fixture = *state;
	struct result *result = fixture->hall.result;
	char *dump;

	draw(fixture, 0);
	dump = hall_dump(fixture->ui);
	assert_non_null(strstr(dump, " FUNDED\n"));
	assert_non_null(strstr(dump, "hatch"));
	free(dump);
	for (int i = 0; i < result->pots[0].end_award; i++)
		result->awards[i].votes = 0;
	draw(fixture, 0);
	dump = hall_dump(fixture->ui);
	assert_null(strstr(dump, " FUNDED\n"));
	assert_null(strstr(dump, "hatch"));
	free(dump);
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)
	const struct CMUnitTest tests[] = {
	    TEST(large_pot_shows_one_funded_and_two_not),
	    TEST(quick_pool_adds_up_to_what_is_left),
	    TEST(funded_stand_above_the_line_even_after_a_skip),
	    TEST(every_outcome_has_its_reason),
	    TEST(a_part_shows_what_is_given_of_what),
	    TEST(moved_money_says_where_it_goes),
	    TEST(a_settled_tie_says_how),
	    TEST(what_happens_next_comes_last_with_the_code),
	    TEST(every_step_is_told_once),
	    TEST(without_votes_there_is_no_bar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

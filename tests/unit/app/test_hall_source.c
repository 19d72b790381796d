/* The hall follows a real meeting file, from draft to result and in trouble. */
#include "app/hall_source.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hall/awards.h"
#include "hall/hall.h"
#include "store/definition.h"
#include "store/audit.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { SLIPS = 20, CHOICES = 6 };

/* One evening: what each of ten residents ticks, by number; 0 ends a list, and
 * the last resident votes blank. */
static const int choices[][CHOICES] = {
    {1, 2, 4, 5, 6}, {2, 3, 5, 6, 10},
    {2, 4, 5, 8},    {1, 3, 5, 6, 10},
    {1, 2, 5, 6, 8}, {3, 4, 8},
    {2, 5, 7, 10},   {6, 9, 10},
    {1, 2, 5, 7},    {0},
};

enum { VOTERS = sizeof(choices) / sizeof(choices[0]) };

/* Counted by hand from the list above. 100.000 kr. in each pot; 4 and 8 both
 * have three votes and both fit. */
static const struct {
	int pot, number, votes, place, kroner;
} outcome[] = {
    {0, 2, 6, 1, 100000}, {0, 1, 4, 2, 0},     {0, 3, 3, 3, 0},
    {1, 5, 7, 1, 25000},  {1, 6, 5, 2, 25000}, {1, 10, 4, 3, 10000},
    {1, 4, 3, 4, 5000},	  {1, 8, 3, 4, 10000}, {1, 7, 2, 6, 15000},
    {1, 9, 1, 7, 0},
};

enum { OUTCOMES = sizeof(outcome) / sizeof(outcome[0]), LEFT_QUICK = 10000 };

struct evening {
	struct fixture fixture;
	struct hall_source *source;
	struct hall_view view;
	uint64_t now_ms;
};

static int begin(void **state)
{
	struct evening *evening = calloc(1, sizeof(*evening));

	assert_non_null(evening);
	fixture_begin(&evening->fixture, SLIPS, false);
	assert_ok(hall_source_new(evening->fixture.path, &evening->source));
	*state = evening;
	return 0;
}

static int end(void **state)
{
	struct evening *evening = *state;

	hall_source_free(evening->source);
	fixture_end(&evening->fixture);
	free(evening);
	return 0;
}

/* The next poll, PASSED_MS after the last; the view is as it left it. */
static bool poll_after(struct evening *evening, uint64_t passed_ms)
{
	bool changed;

	evening->now_ms += passed_ms;
	changed = hall_source_poll(evening->source, evening->now_ms);
	hall_source_view(evening->source, &evening->view);
	return changed;
}

static bool poll(struct evening *evening)
{
	return poll_after(evening, HALL_SOURCE_POLL_MS);
}

static void cast(struct evening *evening, int slip, const int *numbers)
{
	struct fixture *fixture = &evening->fixture;
	struct ballot ballot = {{0}};

	for (int i = 0; i < CHOICES && numbers[i]; i++)
		ballot.value[meeting_proposal(fixture->meeting, numbers[i])] =
		    1;
	assert_ok(box_cast(fixture->store, fixture->hashes[slip], &ballot,
			   &fixture->random));
}

static void vote_all(struct evening *evening)
{
	fixture_advance(&evening->fixture, PHASE_OPEN);
	for (int i = 0; i < VOTERS; i++)
		cast(evening, i, choices[i]);
}

static void every_phase_is_seen_at_the_next_poll(void **state)
{
	static const enum phase phases[] = {
	    PHASE_DRAFT,  PHASE_READY,	 PHASE_OPEN,	 PHASE_PAUSED,
	    PHASE_CLOSED, PHASE_COUNTED, PHASE_PUBLISHED};
	struct evening *evening = *state;

	for (size_t i = 0; i < sizeof(phases) / sizeof(phases[0]); i++) {
		fixture_advance(&evening->fixture, phases[i]);
		assert_true(poll(evening));
		assert_int_equal(evening->view.phase, phases[i]);
		assert_status(evening->view.trouble, STATUS_OK);
		assert_int_equal(evening->view.result != NULL,
				 phases[i] >= PHASE_COUNTED);
		assert_false(poll(evening));
	}
}

/* What the rules are shown with: counted by them, of this meeting, and the code
 * that was adopted. */
static void rules_come_with_an_example_and_their_code(void **state)
{
	struct evening *evening = *state;
	const struct hall_view *view = &evening->view;
	int funded = 0;

	assert_true(poll(evening));
	assert_non_null(view->example);
	assert_int_equal(view->example_people, 30);
	assert_int_equal(view->example->ballots, 30);
	for (int i = 0; i < view->meeting->proposal_count; i++)
		funded += award_funded(&view->example->awards[i]);
	assert_in_range(funded, 1, view->meeting->proposal_count - 1);
	assert_int_equal(strlen(view->code), DEFINITION_CODE - 1);
	evening->view.scene = SCENE_RULES;
	assert_int_equal(hall_scene(view), SCENE_RULES);
}

static void turnout_follows_every_cast(void **state)
{
	struct evening *evening = *state;

	fixture_advance(&evening->fixture, PHASE_OPEN);
	assert_true(poll(evening));
	for (int i = 0; i < VOTERS; i++) {
		assert_int_equal(evening->view.turnout.used, i);
		cast(evening, i, choices[i]);
		assert_true(poll(evening));
	}
	assert_int_equal(evening->view.turnout.printed, SLIPS);
	assert_int_equal(evening->view.turnout.unused, SLIPS - VOTERS);
}

static void while_open_the_box_is_not_read(void **state)
{
	struct evening *evening = *state;

	fixture_advance(&evening->fixture, PHASE_OPEN);
	assert_true(poll(evening));
	fixture_leave(&evening->fixture);
	fixture_sql(evening->fixture.path,
		    "DROP VIEW tally; ALTER TABLE box RENAME TO box_away;");
	fixture_sql(evening->fixture.path,
		    "UPDATE roll SET state = 4 WHERE serial <= 3;");
	assert_true(poll(evening));
	assert_status(evening->view.trouble, STATUS_OK);
	assert_int_equal(evening->view.turnout.used, 3);
	assert_int_equal(evening->view.turnout.ballots, 0);
}

static void the_result_is_the_one_counted_by_hand(void **state)
{
	struct evening *evening = *state;
	const struct result *result;
	int row = 0;

	vote_all(evening);
	fixture_advance(&evening->fixture, PHASE_COUNTED);
	assert_true(poll(evening));
	result = evening->view.result;
	assert_non_null(result);
	assert_int_equal(result->ballots, VOTERS);
	assert_int_equal(evening->view.turnout.ballots, VOTERS);
	for (int pot = 0; pot < 2; pot++) {
		struct award_row rows[MEETING_PROPOSALS];
		int count = award_rows(result, pot, rows);

		for (int i = 0; i < count; i++, row++) {
			const struct award *award = rows[i].award;

			assert_true(row < OUTCOMES);
			assert_int_equal(pot, outcome[row].pot);
			assert_int_equal(
			    evening->view.meeting->proposals[award->proposal]
				.number,
			    outcome[row].number);
			assert_int_equal(award->votes, outcome[row].votes);
			assert_int_equal(award->place, outcome[row].place);
			assert_int_equal(award->amount_minor,
					 outcome[row].kroner * MONEY_MINOR);
		}
	}
	assert_int_equal(row, OUTCOMES);
	assert_int_equal(result->pots[0].left_minor, 0);
	assert_int_equal(result->pots[1].left_minor, LEFT_QUICK * MONEY_MINOR);
}

/* One vote each for 1 and 2: only one of them can be paid; and for 4 and 8,
 * which both are. */
static void tie_for_the_large_pot(struct evening *evening)
{
	static const int one[CHOICES] = {1, 4}, two[CHOICES] = {2, 8};

	fixture_advance(&evening->fixture, PHASE_OPEN);
	cast(evening, 0, one);
	cast(evening, 1, two);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
}

static void lots_decide_what_the_wall_shows(void **state)
{
	struct evening *evening = *state;
	struct decision decision = {.kind = DECISION_LOTS,
				    .pot = 0,
				    .count = 2,
				    .proposal = {1, 0},
				    .reason = ""};
	const struct result *result;

	tie_for_the_large_pot(evening);
	assert_true(poll(evening));
	assert_int_equal(hall_scene(&evening->view), SCENE_CLOSED);
	assert_ok(decision_add(evening->fixture.store, &decision, FIXTURE_AT));
	assert_true(poll(evening));
	assert_int_equal(hall_scene(&evening->view), SCENE_CLOSED);
	/* The tie stays on the wall, in the order of the lots. */
	assert_int_equal(evening->view.tie_count, 1);
	assert_true(evening->view.ties[0].settled);
	assert_int_equal(evening->view.ties[0].kind, DECISION_LOTS);
	assert_int_equal(evening->view.ties[0].proposal[0], 1);
	assert_int_equal(evening->view.ties[0].left_minor,
			 100000 * MONEY_MINOR);
	fixture_advance(&evening->fixture, PHASE_COUNTED);
	assert_true(poll(evening));
	result = evening->view.result;
	assert_non_null(result);
	assert_int_equal(result->awards[0].proposal, 1);
	assert_int_equal(result->awards[0].outcome, OUTCOME_FUNDED);
	assert_int_equal(result->awards[1].proposal, 0);
	assert_int_equal(result->awards[1].outcome, OUTCOME_TOO_DEAR);
	assert_int_equal(evening->view.tie_count, 0);
	/* One vote more, or all of its cost, of which nothing was left. */
	assert_non_null(evening->view.missing);
	assert_int_equal(evening->view.missing[0].votes, 0);
	assert_int_equal(evening->view.missing[1].votes, 1);
	assert_int_equal(evening->view.missing[1].money_minor,
			 100000 * MONEY_MINOR);
}

static void a_split_says_what_each_gets(void **state)
{
	struct evening *evening = *state;
	struct decision decision = {.kind = DECISION_SPLIT,
				    .pot = 0,
				    .count = 2,
				    .proposal = {0, 1},
				    .amount_minor = {6000000, 4000000},
				    .reason = "Both want half a park"};
	const struct hall_tie *tie;

	tie_for_the_large_pot(evening);
	assert_true(poll(evening));
	assert_ok(decision_add(evening->fixture.store, &decision, FIXTURE_AT));
	assert_true(poll(evening));
	tie = evening->view.ties;
	assert_int_equal(evening->view.tie_count, 1);
	assert_true(tie->settled);
	assert_int_equal(tie->kind, DECISION_SPLIT);
	for (int i = 0; i < 2; i++)
		assert_int_equal(tie->amount_minor[i],
				 decision.amount_minor[tie->proposal[i]]);
}

static void a_closed_meeting_shows_its_tie_and_no_more(void **state)
{
	struct evening *evening = *state;
	const struct hall_tie *tie;

	tie_for_the_large_pot(evening);
	assert_true(poll(evening));
	assert_status(evening->view.trouble, STATUS_OK);
	assert_null(evening->view.result);
	assert_int_equal(evening->view.tie_count, 1);
	tie = &evening->view.ties[0];
	assert_int_equal(tie->pot, 0);
	assert_int_equal(tie->votes, 1);
	assert_int_equal(tie->left_minor, 100000 * MONEY_MINOR);
	assert_int_equal(tie->count, 2);
	assert_int_equal(tie->proposal[0], 0);
	assert_int_equal(tie->proposal[1], 1);
	assert_int_equal(evening->view.turnout.ballots, 2);
}

static void ties_that_change_no_money_are_not_drawn(void **state)
{
	struct evening *evening = *state;

	/* 4 and 8 tie and are both paid. */
	vote_all(evening);
	fixture_advance(&evening->fixture, PHASE_CLOSED);
	assert_true(poll(evening));
	assert_int_equal(evening->view.tie_count, 0);
	assert_null(evening->view.result);
}

static void a_closed_box_that_cannot_be_counted_shows_its_slips(void **state)
{
	struct evening *evening = *state;

	tie_for_the_large_pot(evening);
	assert_true(poll(evening));
	assert_int_equal(evening->view.tie_count, 1);
	fixture_leave(&evening->fixture);
	fixture_sql(evening->fixture.path,
		    "UPDATE box SET ballot = replace(ballot, '001', '999') "
		    "WHERE used = 3;");
	assert_true(poll(evening));
	assert_status(evening->view.trouble, STATUS_OK);
	assert_int_equal(evening->view.phase, PHASE_CLOSED);
	assert_int_equal(evening->view.turnout.ballots, 2);
	assert_int_equal(evening->view.tie_count, 0);
}

static void an_open_tie_is_never_shown_as_a_result(void **state)
{
	struct evening *evening = *state;

	tie_for_the_large_pot(evening);
	assert_true(poll(evening));
	fixture_advance(&evening->fixture, PHASE_COUNTED);
	assert_true(poll(evening));
	assert_null(evening->view.result);
	assert_status(evening->view.trouble, STATUS_DISAGREES);
	assert_int_equal(hall_scene(&evening->view), SCENE_CLOSED);
}

static void a_file_that_goes_leaves_the_picture_and_may_return(void **state)
{
	struct evening *evening = *state;
	char away[2 * FIXTURE_PATH + 8];

	snprintf(away, sizeof(away), "%s.away", evening->fixture.path);
	fixture_advance(&evening->fixture, PHASE_OPEN);
	fixture_leave(&evening->fixture);
	assert_true(poll(evening));
	assert_int_equal(rename(evening->fixture.path, away), 0);
	assert_true(poll(evening));
	assert_status(evening->view.trouble, STATUS_FILE_MISSING);
	assert_non_null(evening->view.meeting);
	assert_int_equal(evening->view.turnout.printed, SLIPS);
	assert_false(poll(evening));
	assert_int_equal(rename(away, evening->fixture.path), 0);
	assert_true(poll_after(evening, HALL_SOURCE_RETRY_MS));
	assert_status(evening->view.trouble, STATUS_OK);
}

static void another_meeting_under_the_same_name_is_shown(void **state)
{
	struct evening *evening = *state;
	struct meeting *meeting = bolbro_new();

	assert_true(poll(evening));
	fixture_leave(&evening->fixture);
	assert_int_equal(unlink(evening->fixture.path), 0);
	assert_non_null(meeting);
	meeting->title.in[0] = "Dalum beslutter";
	assert_ok(store_create(evening->fixture.path, meeting, FIXTURE_AT));
	meeting_free(meeting);
	assert_true(poll_after(evening, HALL_SOURCE_RETRY_MS));
	assert_status(evening->view.trouble, STATUS_OK);
	assert_string_equal(evening->view.meeting->title.in[0],
			    "Dalum beslutter");
}

static void a_damaged_file_leaves_the_last_picture(void **state)
{
	struct evening *evening = *state;
	size_t size;
	unsigned char *good, *bad;

	fixture_advance(&evening->fixture, PHASE_OPEN);
	fixture_leave(&evening->fixture);
	assert_true(poll(evening));
	good = file_read(evening->fixture.path, &size);
	bad = calloc(1, size);
	assert_non_null(bad);
	file_write(evening->fixture.path, bad, size);
	for (int i = 0; i < 50; i++)
		poll(evening);
	assert_true(evening->view.trouble != STATUS_OK);
	assert_int_equal(evening->view.phase, PHASE_OPEN);
	assert_string_equal(evening->view.meeting->title.in[0],
			    "Bolbro beslutter");
	file_write(evening->fixture.path, good, size);
	poll_after(evening, HALL_SOURCE_RETRY_MS);
	assert_status(evening->view.trouble, STATUS_OK);
	free(good);
	free(bad);
}

static void a_busy_file_is_told_only_when_it_stays_so(void **state)
{
	struct evening *evening = *state;
	sqlite3 *other;

	fixture_advance(&evening->fixture, PHASE_OPEN);
	assert_true(poll(evening));
	assert_int_equal(sqlite3_open(evening->fixture.path, &other),
			 SQLITE_OK);
	assert_int_equal(
	    sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL),
	    SQLITE_OK);
	assert_false(poll(evening));
	assert_status(evening->view.trouble, STATUS_OK);
	assert_true(poll_after(evening, HALL_SOURCE_GRACE_MS));
	assert_status(evening->view.trouble, STATUS_STORE_BUSY);
	assert_int_equal(evening->view.phase, PHASE_OPEN);
	assert_int_equal(sqlite3_close(other), SQLITE_OK);
	assert_true(poll_after(evening, HALL_SOURCE_RETRY_MS));
	assert_status(evening->view.trouble, STATUS_OK);
}

static void without_a_file_it_waits_and_then_shows_it(void **state)
{
	struct evening *evening = *state;

	fixture_leave(&evening->fixture);
	assert_int_equal(unlink(evening->fixture.path), 0);
	assert_true(poll(evening));
	assert_null(evening->view.meeting);
	assert_string_equal(evening->view.file, evening->fixture.path);
	assert_int_equal(hall_scene(&evening->view), SCENE_WAITING);
	assert_ok(store_create(evening->fixture.path, evening->fixture.meeting,
			       FIXTURE_AT));
	assert_true(poll_after(evening, HALL_SOURCE_RETRY_MS));
	assert_int_equal(hall_scene(&evening->view), SCENE_WELCOME);
}

static void the_code_is_that_of_the_definition(void **state)
{
	struct evening *evening = *state;

	assert_true(poll(evening));
	assert_int_equal(strlen(evening->view.code), 9);
	assert_int_equal(evening->view.code[4], '-');
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
	const struct CMUnitTest tests[] = {
	    TEST(every_phase_is_seen_at_the_next_poll),
	    TEST(rules_come_with_an_example_and_their_code),
	    TEST(turnout_follows_every_cast),
	    TEST(while_open_the_box_is_not_read),
	    TEST(the_result_is_the_one_counted_by_hand),
	    TEST(lots_decide_what_the_wall_shows),
	    TEST(a_split_says_what_each_gets),
	    TEST(a_closed_meeting_shows_its_tie_and_no_more),
	    TEST(ties_that_change_no_money_are_not_drawn),
	    TEST(a_closed_box_that_cannot_be_counted_shows_its_slips),
	    TEST(an_open_tie_is_never_shown_as_a_result),
	    TEST(a_file_that_goes_leaves_the_picture_and_may_return),
	    TEST(another_meeting_under_the_same_name_is_shown),
	    TEST(a_damaged_file_leaves_the_last_picture),
	    TEST(a_busy_file_is_told_only_when_it_stays_so),
	    TEST(without_a_file_it_waits_and_then_shows_it),
	    TEST(the_code_is_that_of_the_definition),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* A closed meeting's file counted in the one way that all programs use. */
#include "counting/counting.h"
#include "store/audit.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

/* Ballots by the bits of fixture_ballot(): proposals 1 to 3, then 4 to 10. */
enum { FIRST = 1, SECOND = 2, FOURTH = 8, BLANK = 0 };

static const unsigned evening[] = {FIRST, FIRST | FOURTH, SECOND,
				   SECOND | FOURTH, BLANK};

enum { BALLOTS = sizeof(evening) / sizeof(evening[0]) };

/* Two votes for 1 and for 2, which cost the whole pot each; 4 gets its money.
 */
static void tied_begin(struct fixture *fixture)
{
	fixture_begin(fixture, 8, false);
	fixture_advance(fixture, PHASE_OPEN);
	for (int i = 0; i < BALLOTS; i++)
		assert_ok(fixture_cast(fixture, i, evening[i]));
	fixture_advance(fixture, PHASE_CLOSED);
}

static struct counting *counted(const struct fixture *fixture,
				enum status meant)
{
	struct counting *counting = NULL;

	assert_status(counting_new(fixture->store, &counting), meant);
	assert_non_null(counting);
	return counting;
}

static const struct award *award_of(const struct counting *counting,
				    int proposal)
{
	const struct award *award = counting->result.awards;

	while (award->proposal != proposal)
		award++;
	return award;
}

static void assert_refused(const struct fixture *fixture, enum status meant)
{
	struct counting *counting = NULL;

	assert_status(counting_new(fixture->store, &counting), meant);
	assert_null(counting);
}

static void nothing_is_counted_before_closing(void **state)
{
	(void)state;
	for (int phase = PHASE_DRAFT; phase < PHASE_CLOSED; phase++) {
		struct fixture fixture;

		fixture_begin(&fixture, 3, false);
		fixture_advance(&fixture, (enum phase)phase);
		assert_refused(&fixture, STATUS_PHASE);
		fixture_end(&fixture);
	}
	counting_free(NULL);
}

static void a_tie_is_counted_all_the_same_and_told(void **state)
{
	struct counting *counting;
	struct fixture fixture;

	(void)state;
	tied_begin(&fixture);
	counting = counted(&fixture, STATUS_TIE);
	assert_int_equal(counting->box.ballots, BALLOTS);
	assert_int_equal(counting->box.support[0], 2);
	assert_int_equal(counting->box.support[1], 2);
	assert_int_equal(counting->box.support[3], 2);
	assert_int_equal(counting->box.blank[0], 1);
	assert_int_equal(counting->box.blank[1], 3);
	assert_memory_equal(&counting->standing, &counting->box,
			    sizeof(counting->box));
	assert_null(counting->hand);
	assert_int_equal(counting->decision_count, 0);
	assert_true(counting->result.stopped);
	assert_int_equal(award_of(counting, 0)->outcome, OUTCOME_UNDECIDED);
	assert_int_equal(award_of(counting, 3)->outcome, OUTCOME_FUNDED);
	counting_free(counting);
	fixture_end(&fixture);
}

static void
decisions_of_the_file_settle_the_tie_and_share_the_rest(void **state)
{
	const struct decision split = {.kind = DECISION_SPLIT,
				       .count = 2,
				       .proposal = {0, 1},
				       .amount_minor = {4000000, 5000000},
				       .reason = "Enighed"};
	const struct decision left = {.kind = DECISION_LEFT,
				      .count = 1,
				      .proposal = {2},
				      .amount_minor = {1000000},
				      .reason = "Resten"};
	struct counting *counting;
	struct fixture fixture;

	(void)state;
	tied_begin(&fixture);
	assert_ok(decision_add(fixture.store, &split, FIXTURE_AT));
	counting = counted(&fixture, STATUS_OK);
	assert_int_equal(award_of(counting, 0)->amount_minor, 4000000);
	assert_int_equal(counting->result.pots[0].left_minor, 1000000);
	counting_free(counting);
	fixture_advance(&fixture, PHASE_COUNTED);
	assert_ok(decision_add(fixture.store, &left, FIXTURE_AT));
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	counting = counted(&fixture, STATUS_OK);
	assert_int_equal(counting->decision_count, 2);
	assert_string_equal(counting->decisions[1].reason, "Resten");
	assert_int_equal(award_of(counting, 0)->amount_minor, 4000000);
	assert_int_equal(award_of(counting, 2)->agreed_minor, 1000000);
	assert_int_equal(counting->result.pots[0].left_minor, 0);
	counting_free(counting);
	fixture_end(&fixture);
}

static void the_money_goes_by_the_hand_where_it_stands(void **state)
{
	char reason[] = "En seddel lå ved siden af";
	struct hand_count hand = {
	    .ballots = BALLOTS + 1, .reason = reason, .votes = {2, 3, 0, 2}};
	struct counting *counting;
	struct fixture fixture;

	(void)state;
	tied_begin(&fixture);
	/* Known, but the machine stands: the tie is still there. */
	assert_ok(hand_add(fixture.store, &hand, FIXTURE_AT));
	counting = counted(&fixture, STATUS_TIE);
	assert_non_null(counting->hand);
	assert_false(
	    hand_agrees(fixture.meeting, counting->hand, &counting->box));
	assert_memory_equal(&counting->standing, &counting->box,
			    sizeof(counting->box));
	counting_free(counting);
	hand.stands = true;
	assert_ok(hand_add(fixture.store, &hand, FIXTURE_AT));
	counting = counted(&fixture, STATUS_OK);
	assert_int_equal(counting->box.support[1], 2);
	assert_int_equal(counting->box.ballots, BALLOTS);
	assert_int_equal(counting->standing.support[1], 3);
	assert_int_equal(counting->standing.ballots, BALLOTS + 1);
	assert_int_equal(counting->result.ballots, BALLOTS + 1);
	assert_int_equal(award_of(counting, 1)->outcome, OUTCOME_FUNDED);
	assert_int_equal(award_of(counting, 0)->outcome, OUTCOME_TOO_DEAR);
	assert_string_equal(counting->hand->reason, reason);
	counting_free(counting);
	fixture_end(&fixture);
}

static void the_hand_gives_every_number_the_rules_ask_for(void **state)
{
	char reason[] = "Urnen";
	struct hand_count hand = {
	    .ballots = 40, .stands = true, .reason = reason, .votes = {3, 2}};
	struct meeting *meeting = bolbro_new();
	struct counting *counting;
	struct fixture fixture;

	(void)state;
	/* 10 % of five ballots is one vote; of forty it is four. */
	meeting->pots[0].threshold_percent = 10;
	fixture_begin_with(&fixture, meeting, 8);
	fixture_advance(&fixture, PHASE_OPEN);
	assert_ok(fixture_cast(&fixture, 0, FIRST));
	fixture_advance(&fixture, PHASE_CLOSED);
	counting = counted(&fixture, STATUS_OK);
	assert_int_equal(award_of(counting, 0)->outcome, OUTCOME_FUNDED);
	counting_free(counting);
	assert_ok(hand_add(fixture.store, &hand, FIXTURE_AT));
	counting = counted(&fixture, STATUS_OK);
	assert_int_equal(award_of(counting, 0)->outcome, OUTCOME_BELOW);
	counting_free(counting);
	fixture_end(&fixture);
}

/* Whoever counts may think for minutes, at a terminal or on the panel: what is
 * decided meanwhile by another program is not passed over. */
static void what_was_decided_meanwhile_is_counted_first(void **state)
{
	char reason[] = "Two slips stuck together";
	const struct hand_count level = {
	    .ballots = 5, .stands = true, .reason = reason, .votes = {3, 3}};
	struct fixture fixture;
	struct counting *counting;
	enum phase phase;

	(void)state;
	tied_begin(&fixture);
	assert_ok(decision_add(fixture.store,
			       &(struct decision){.kind = DECISION_LOTS,
						  .count = 2,
						  .proposal = {1, 0},
						  .reason = ""},
			       FIXTURE_AT));
	counting = counted(&fixture, STATUS_OK);
	assert_ok(hand_add(fixture.store, &level, FIXTURE_AT));
	assert_status(counting_finish(fixture.store, counting, FIXTURE_AT),
		      STATUS_CHANGED);
	assert_ok(store_phase(fixture.store, &phase));
	assert_int_equal(phase, PHASE_CLOSED);
	counting_free(counting);
	counting = counted(&fixture, STATUS_OK);
	assert_int_equal(counting->standing.support[0], 3);
	assert_ok(counting_finish(fixture.store, counting, FIXTURE_AT));
	counting_free(counting);
	fixture_end(&fixture);
}

static void a_box_that_plain_sql_adds_up_otherwise_is_told(void **state)
{
	struct fixture fixture;

	(void)state;
	tied_begin(&fixture);
	fixture_sql(
	    fixture.path,
	    "DROP VIEW tally;"
	    "CREATE VIEW tally (pot, number, title, votes, named, cost) AS"
	    " SELECT pot, number, title, number = 1, 1, cost_minor"
	    " FROM proposal");
	assert_refused(&fixture, STATUS_DISAGREES);
	fixture_end(&fixture);
}

static void what_was_changed_in_the_open_file_is_not_counted(void **state)
{
	static const char *const cases[] = {
	    "UPDATE box SET ballot = '9' || substr(ballot, 2)",
	    "UPDATE decision_place SET amount_minor = 1",
	    "UPDATE hand_votes SET votes = 1",
	};
	const struct decision lots = {
	    .count = 2, .proposal = {1, 0}, .reason = ""};
	char reason[] = "Urnen";
	const struct hand_count hand = {.ballots = 1, .reason = reason};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct fixture fixture;

		tied_begin(&fixture);
		assert_ok(decision_add(fixture.store, &lots, FIXTURE_AT));
		assert_ok(hand_add(fixture.store, &hand, FIXTURE_AT));
		counting_free(counted(&fixture, STATUS_OK));
		fixture_sql(fixture.path, cases[i]);
		assert_refused(&fixture, STATUS_DAMAGED);
		fixture_end(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nothing_is_counted_before_closing),
	    cmocka_unit_test(a_tie_is_counted_all_the_same_and_told),
	    cmocka_unit_test(
		decisions_of_the_file_settle_the_tie_and_share_the_rest),
	    cmocka_unit_test(the_money_goes_by_the_hand_where_it_stands),
	    cmocka_unit_test(the_hand_gives_every_number_the_rules_ask_for),
	    cmocka_unit_test(what_was_decided_meanwhile_is_counted_first),
	    cmocka_unit_test(a_box_that_plain_sql_adds_up_otherwise_is_told),
	    cmocka_unit_test(what_was_changed_in_the_open_file_is_not_counted),
	};

	return cmocka_run_group_tests_name("counting", tests, NULL, NULL);
}

/* A pot of a closed box as an election that looks at whole ballots. */
#include "counting/pot_election.h"
#include "rules/count.h"
#include "rules/election.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

/* What the test's linker puts between: one vote more than there is, or a store
 * that fails. */
static enum { TALLY_TRUE, TALLY_MORE, TALLY_FAILS } tally_is;

enum status __real_box_tally(struct store *store, struct tally *ret_tally);
enum status __wrap_box_tally(struct store *store, struct tally *ret_tally);

enum status __wrap_box_tally(struct store *store, struct tally *ret_tally)
{
	enum status status = __real_box_tally(store, ret_tally);

	if (tally_is == TALLY_FAILS)
		return STATUS_STORE_BUSY;
	if (tally_is == TALLY_MORE)
		ret_tally->support[2]++;
	return status;
}

/* Casts BALLOT with slip SLIP. */
static void cast(struct fixture *fixture, int slip, struct ballot ballot)
{
	assert_ok(box_cast(fixture->store, fixture->hashes[slip], &ballot,
			   &fixture->random));
}

static struct election *counted(struct fixture *fixture, int pot)
{
	struct election *election = NULL;

	assert_ok(pot_election_new(fixture->store, pot, &election));
	assert_non_null(election);
	return election;
}

static void no_pot_is_an_election_before_closing(void **state)
{
	struct election *election = NULL;
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 3, PHASE_OPEN);
	assert_status(pot_election_new(fixture.store, 0, &election),
		      STATUS_PHASE);
	assert_null(election);
	fixture_end(&fixture);
}

/* Three ballots: 1 and 3 in the first pot with 4 in the second; 1 alone;
 * nothing at all. */
static void each_pot_has_its_proposals_its_money_and_all_ballots(void **state)
{
	struct election *election;
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 5, PHASE_OPEN);
	cast(&fixture, 0, (struct ballot){{[0] = 1, [2] = 1, [3] = 1}});
	cast(&fixture, 1, (struct ballot){{[0] = 1}});
	cast(&fixture, 2, (struct ballot){{0}});
	fixture_advance(&fixture, PHASE_CLOSED);
	election = counted(&fixture, 0);
	assert_int_equal(election->budget_minor, 10000000);
	assert_int_equal(election->value_scale, 1);
	assert_int_equal(election->ballots, 3);
	assert_int_equal(election->project_count, 3);
	assert_string_equal(election->projects[2].id, "3");
	assert_int_equal(election->projects[2].cost_minor, 5000000);
	assert_int_equal(election->projects[0].support, 2);
	assert_int_equal(election->projects[1].support, 0);
	assert_int_equal(election->projects[2].support, 1);
	assert_int_equal(election->group_count, 2);
	election_free(election);
	election = counted(&fixture, 1);
	assert_int_equal(election->ballots, 3);
	assert_int_equal(election->project_count, 7);
	assert_string_equal(election->projects[0].id, "4");
	assert_string_equal(election->projects[6].id, "10");
	assert_int_equal(election->projects[0].support, 1);
	assert_int_equal(election->group_count, 1);
	assert_int_equal(election->groups[0].ballots, 1);
	election_free(election);
	fixture_end(&fixture);
}

/* Of two that are ranked the first gets 2 and the second 1. */
static void a_ranked_ballot_gives_its_points(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct election *election;
	struct fixture fixture;

	(void)state;
	meeting->pots[0].ballot_type = BALLOT_RANK;
	fixture_begin_with(&fixture, meeting, 5);
	fixture_advance(&fixture, PHASE_OPEN);
	cast(&fixture, 0, (struct ballot){{[2] = 1, [1] = 2}});
	cast(&fixture, 1, (struct ballot){{[2] = 1}});
	fixture_advance(&fixture, PHASE_CLOSED);
	election = counted(&fixture, 0);
	assert_int_equal(election->projects[2].support, 3);
	assert_int_equal(election->projects[2].named, 2);
	assert_int_equal(election->projects[1].support, 1);
	assert_int_equal(election->projects[0].support, 0);
	election_free(election);
	fixture_end(&fixture);
}

/* A kiosk wrote between the sums and the ballots. */
static void a_box_that_changes_meanwhile_is_told(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct election *election = NULL;
	struct count_ballots ballots, before;
	struct fixture fixture;

	(void)state;
	meeting->pots[0].rule = "phragmen";
	fixture_begin_with(&fixture, meeting, 3);
	fixture_advance(&fixture, PHASE_OPEN);
	cast(&fixture, 0, (struct ballot){{[0] = 1}});
	fixture_advance(&fixture, PHASE_CLOSED);
	memset(&ballots, 7, sizeof(ballots));
	before = ballots;
	tally_is = TALLY_MORE;
	assert_status(pot_election_new(fixture.store, 0, &election),
		      STATUS_DISAGREES);
	assert_null(election);
	assert_status(pot_elections_new(fixture.store, &ballots),
		      STATUS_DISAGREES);
	assert_memory_equal(&ballots, &before, sizeof(ballots));
	tally_is = TALLY_FAILS;
	assert_status(pot_election_new(fixture.store, 0, &election),
		      STATUS_STORE_BUSY);
	assert_null(election);
	tally_is = TALLY_TRUE;
	election_free(counted(&fixture, 0));
	fixture_end(&fixture);
}

static void sums_that_plain_sql_does_not_find_are_told(void **state)
{
	struct election *election = NULL;
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 3, PHASE_OPEN);
	cast(&fixture, 0, (struct ballot){{[0] = 1}});
	fixture_advance(&fixture, PHASE_CLOSED);
	fixture_sql(
	    fixture.path,
	    "DROP VIEW tally;"
	    "CREATE VIEW tally (pot, number, title, votes, named, cost) AS"
	    " SELECT pot, number, title, number = 2, 1, cost_minor"
	    " FROM proposal");
	assert_status(pot_election_new(fixture.store, 0, &election),
		      STATUS_DISAGREES);
	assert_null(election);
	fixture_end(&fixture);
}

/* Numbers are the room's, and each pot has money of its own. */
static void a_pot_has_its_own_money_and_its_proposals_numbers(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct election *election;
	struct fixture fixture;

	(void)state;
	meeting->pots[1].amount_minor = 7000000;
	meeting->proposals[9].number = 77;
	fixture_begin_with(&fixture, meeting, 5);
	fixture_advance(&fixture, PHASE_CLOSED);
	election = counted(&fixture, 0);
	assert_int_equal(election->budget_minor, 10000000);
	assert_string_equal(election->projects[1].id, "2");
	election_free(election);
	election = counted(&fixture, 1);
	assert_int_equal(election->budget_minor, 7000000);
	assert_string_equal(election->projects[6].id, "77");
	election_free(election);
	fixture_end(&fixture);
}

/* Three that choose 1 and 2, two blank ones, one that chooses 3. */
static void ballots_that_are_alike_are_added_at_once(void **state)
{
	const struct ballot both = {{1, 1}}, none = {{0}}, third = {{0, 0, 1}};
	struct meeting *meeting = bolbro_new();
	struct election_builder *builder = pot_election_begin(meeting, 0);
	struct election *election;

	(void)state;
	assert_non_null(builder);
	assert_ok(pot_election_add(builder, meeting, 0, &both, 3));
	assert_ok(pot_election_add(builder, meeting, 0, &none, 2));
	assert_ok(pot_election_add(builder, meeting, 0, &third, 1));
	election = election_build(builder);
	assert_int_equal(election->ballots, 6);
	assert_int_equal(election->projects[0].support, 3);
	assert_int_equal(election->projects[1].named, 3);
	assert_int_equal(election->projects[2].support, 1);
	assert_int_equal(election->group_count, 2);
	election_free(election);
	election_builder_free(builder);
	meeting_free(meeting);
}

/* One vote, one ballot that names it, one ballot at all: each is seen, in the
 * first and in the last proposal. */
static void sums_that_differ_in_one_number_do_not_agree(void **state)
{
	const struct ballot ballot = {{1, 0, 1, 1}};
	struct meeting *meeting = bolbro_new();
	struct election_builder *builder = pot_election_begin(meeting, 0);
	struct election *election;
	struct tally tally;

	(void)state;
	assert_non_null(builder);
	tally_clear(&tally);
	for (int i = 0; i < 4; i++)
		tally_add(&tally, meeting, &ballot);
	assert_ok(pot_election_add(builder, meeting, 0, &ballot, 4));
	election = election_build(builder);
	assert_true(pot_election_agrees(election, meeting, 0, &tally));
	tally.ballots++;
	assert_false(pot_election_agrees(election, meeting, 0, &tally));
	tally.ballots--;
	for (int i = 0; i < 3; i++) {
		tally.support[i]++;
		assert_false(pot_election_agrees(election, meeting, 0, &tally));
		tally.support[i]--;
		tally.named[i]++;
		assert_false(pot_election_agrees(election, meeting, 0, &tally));
		tally.named[i]--;
	}
	/* What is in another pot is not its business. */
	tally.support[3]++;
	tally.named[9]++;
	assert_true(pot_election_agrees(election, meeting, 0, &tally));
	election_free(election);
	election_builder_free(builder);
	meeting_free(meeting);
}

static void only_pots_whose_rules_look_at_ballots_are_elections(void **state)
{
	static const struct {
		const char *rules[2];
		int projects[2];
	} cases[] = {
	    {{"greedy", "phragmen"}, {0, 7}},
	    {{"equal-shares", "knapsack"}, {3, 0}},
	    {{"equal-shares", "phragmen"}, {3, 7}},
	    {{"knapsack", "greedy"}, {0, 0}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct meeting *meeting = bolbro_new();
		struct count_ballots ballots;
		struct fixture fixture;

		meeting->pots[0].rule = cases[i].rules[0];
		meeting->pots[1].rule = cases[i].rules[1];
		fixture_begin_with(&fixture, meeting, 5);
		fixture_advance(&fixture, PHASE_CLOSED);
		assert_ok(pot_elections_new(fixture.store, &ballots));
		assert_null(ballots.told);
		for (int pot = 0; pot < MEETING_POTS; pot++) {
			const struct election *of = ballots.of[pot];
			int projects = pot < 2 ? cases[i].projects[pot] : 0;

			assert_int_equal(of ? of->project_count : 0, projects);
		}
		count_ballots_free(&ballots);
		fixture_end(&fixture);
	}
}

static void elections_that_fail_are_not_given(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct count_ballots ballots, before;
	struct fixture fixture;

	(void)state;
	meeting->pots[0].rule = meeting->pots[1].rule = "phragmen";
	fixture_begin_with(&fixture, meeting, 5);
	fixture_advance(&fixture, PHASE_OPEN);
	memset(&ballots, 7, sizeof(ballots));
	before = ballots;
	assert_status(pot_elections_new(fixture.store, &ballots), STATUS_PHASE);
	assert_memory_equal(&ballots, &before, sizeof(ballots));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_pot_is_an_election_before_closing),
	    cmocka_unit_test(
		each_pot_has_its_proposals_its_money_and_all_ballots),
	    cmocka_unit_test(a_ranked_ballot_gives_its_points),
	    cmocka_unit_test(a_pot_has_its_own_money_and_its_proposals_numbers),
	    cmocka_unit_test(ballots_that_are_alike_are_added_at_once),
	    cmocka_unit_test(sums_that_differ_in_one_number_do_not_agree),
	    cmocka_unit_test(
		only_pots_whose_rules_look_at_ballots_are_elections),
	    cmocka_unit_test(elections_that_fail_are_not_given),
	    cmocka_unit_test(a_box_that_changes_meanwhile_is_told),
	    cmocka_unit_test(sums_that_plain_sql_does_not_find_are_told),
	};

	return cmocka_run_group_tests_name("pot_election", tests, NULL, NULL);
}

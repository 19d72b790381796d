/* A pot of a closed box as an election that looks at whole ballots. */
#include "counting/pot_election.h"
#include "rules/election.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

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

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_pot_is_an_election_before_closing),
	    cmocka_unit_test(
		each_pot_has_its_proposals_its_money_and_all_ballots),
	    cmocka_unit_test(a_ranked_ballot_gives_its_points),
	    cmocka_unit_test(sums_that_plain_sql_does_not_find_are_told),
	};

	return cmocka_run_group_tests_name("pot_election", tests, NULL, NULL);
}

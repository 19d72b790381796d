/* What a project without money would have needed: checked by counting elections
 * that are built anew with just that changed. */
#include "tests/lib/cmocka_all.h"

#include <string.h>

#include "rules/taken.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/rules_election.h"

enum { ELECTIONS = 120, PLENTY = 100000 };

static const struct {
	const char *name;
	election_rule *rule;
	struct rule_options options;
} counts[] = {
    {"greedy", rule_greedy, {0}},
    {"greedy stop", rule_greedy, {.fit = FIT_STOP}},
    {"greedy threshold", rule_greedy, {.threshold = 4}},
    {"ratio", rule_greedy_ratio, {0}},
    {"welfare", rule_welfare, {0}},
    {"shares", rule_equal_shares, {0}},
    {"shares add1u", rule_equal_shares, {.completion = COMPLETION_ADD1U}},
    {"shares count", rule_equal_shares, {.utility = UTILITY_COUNT}},
    {"phragmen", rule_phragmen, {.convention = CONVENTION_SKIP}},
};

enum { COUNTS = sizeof(counts) / sizeof(*counts) };

/* ELECTION with PROJECT costing COST, and MORE ballots that give it alone
 * VALUE. */
static struct election *another(const struct election *election, int project,
				int64_t cost_minor, int more, int value)
{
	struct election_builder *builder =
	    election_builder_new(election->budget_minor, election->value_scale);
	struct election_value values[64];
	struct election *built;
	int blank = election->ballots;

	for (int i = 0; i < election->project_count; i++)
		assert_int_equal(election_add_project(
				     builder, election->projects[i].id,
				     strlen(election->projects[i].id),
				     i == project
					 ? cost_minor
					 : election->projects[i].cost_minor),
				 STATUS_OK);
	values[0] = (struct election_value){project, value};
	if (more > 0)
		assert_int_equal(election_add_ballots(builder, values, 1, more),
				 STATUS_OK);
	for (int i = 0; i < election->group_count; i++) {
		const struct election_group *group = &election->groups[i];
		size_t count = group->end - group->first;

		memcpy(values, election->values + group->first,
		       count * sizeof(*values));
		assert_int_equal(election_add_ballots(builder, values, count,
						      group->ballots),
				 STATUS_OK);
		blank -= group->ballots;
	}
	assert_int_equal(election_add_ballots(builder, values, 0, blank),
			 STATUS_OK);
	built = election_build(builder);
	election_builder_free(builder);
	assert_non_null(built);
	return built;
}

/* Whether PROJECT gets money; takes ELECTION. */
static bool gets(const struct taken_search *search, struct election *election,
		 int project)
{
	struct funding *funding = NULL;
	bool found = false;

	assert_int_equal(search->rule(election, search->options, &funding),
			 STATUS_OK);
	for (int i = 0; i < funding->round_count; i++)
		found |= funding->rounds[i].project == project;
	funding_free(funding);
	election_free(election);
	return found;
}

static void check_price(const struct taken_search *search, int project,
			const struct taken *taken)
{
	const struct election *election = search->election;
	int64_t cost = election->projects[project].cost_minor;
	int64_t asks = cost - taken->cheaper_minor;

	assert_int_not_equal(taken->price, TAKEN_UNKNOWN);
	if (taken->price == TAKEN_NEVER) {
		assert_false(
		    gets(search, another(election, project, 0, 0, 1), project));
		return;
	}
	assert_in_range(taken->cheaper_minor, 1, cost);
	assert_true(
	    gets(search, another(election, project, asks, 0, 1), project));
	assert_false(
	    gets(search, another(election, project, asks + 1, 0, 1), project));
}

static void check_votes(const struct taken_search *search, int project,
			const struct taken *taken)
{
	const struct election *election = search->election;
	int64_t cost = election->projects[project].cost_minor;
	const bool greedy = search->rule == rule_greedy;
	int from = taken->ballots - 1;

	assert_int_not_equal(taken->votes, TAKEN_UNKNOWN);
	if (taken->votes == TAKEN_NEVER) {
		if (taken->ballots == 0)
			assert_true(cost > election->budget_minor);
		else
			assert_false(gets(search,
					  another(election, project, cost,
						  taken->ballots, taken->value),
					  project));
		return;
	}
	assert_true(taken->ballots > 0);
	assert_true(
	    gets(search,
		 another(election, project, cost, taken->ballots, taken->value),
		 project));
	/* Under greedy no smaller number is enough, under others not the
	 * next. */
	for (int more = greedy ? 0 : from; more <= from; more++)
		assert_false(
		    gets(search,
			 another(election, project, cost, more, taken->value),
			 project));
}

static void what_is_told_is_enough_and_one_less_is_not(void **state)
{
	const struct election_draw draw = {.projects = 6,
					   .ballots = 9,
					   .cost_minor = 30,
					   .value = 3,
					   .named_of_10 = 4};
	uint64_t seed = 61;
	struct random random = bolbro_random(&seed);
	int found = 0, never = 0;

	(void)state;
	for (int i = 0; i < ELECTIONS * COUNTS; i++) {
		struct election *election = election_drawn(&random, &draw);
		struct rule_options options = counts[i % COUNTS].options;
		struct taken_search search = {election, &options,
					      counts[i % COUNTS].rule, PLENTY};
		struct funding *funding = NULL;

		options.ties = tie_break_canonical;
		assert_int_equal(search.rule(election, &options, &funding),
				 STATUS_OK);
		for (int p = 0; p < election->project_count; p++) {
			struct taken taken;

			if (funding->reasons[p] == REASON_FUNDED)
				continue;
			assert_int_equal(taken_find(&search, p, &taken),
					 STATUS_OK);
			check_price(&search, p, &taken);
			check_votes(&search, p, &taken);
			found += taken.votes == TAKEN_FOUND;
			never += taken.votes == TAKEN_NEVER;
		}
		funding_free(funding);
		election_free(election);
	}
	assert_true(found > ELECTIONS && never > 0);
}

static struct election *worked(void)
{
	struct election_builder *builder = election_builder_new(10000, 1);
	struct election_value a = {0, 1}, b = {1, 1};
	struct election *election;

	assert_int_equal(election_add_project(builder, "A", 1, 7000),
			 STATUS_OK);
	assert_int_equal(election_add_project(builder, "B", 1, 5000),
			 STATUS_OK);
	assert_int_equal(election_add_ballots(builder, &a, 1, 5), STATUS_OK);
	assert_int_equal(election_add_ballots(builder, &b, 1, 2), STATUS_OK);
	election = election_build(builder);
	election_builder_free(builder);
	return election;
}

/* A (70) with 5 ballots leaves 30: B (50) with 2 must cost 20 less, or have as
 * many as A, being cheaper: 3 more. Then A, with as many, would be out. */
static void greedy_is_as_worked_out_by_hand(void **state)
{
	struct election *election = worked();
	struct rule_options options = {.ties = tie_break_canonical};
	struct taken_search search = {election, &options, rule_greedy, PLENTY};
	struct taken taken;

	(void)state;
	assert_int_equal(taken_find(&search, 1, &taken), STATUS_OK);
	assert_int_equal(taken.price, TAKEN_FOUND);
	assert_int_equal(taken.cheaper_minor, 2000);
	assert_int_equal(taken.votes, TAKEN_FOUND);
	assert_int_equal(taken.ballots, 3);
	options.ties = tie_break_file;
	assert_int_equal(taken_find(&search, 1, &taken), STATUS_OK);
	assert_int_equal(taken.ballots, 4);
	election_free(election);
}

/* Seven ballots share 100: two hold 2/7 of it, 28.57: B must cost 28, 22 less,
 * in whole units. With k ballots more of n = 7 + k they hold (2 + k)/n of 100,
 * half of it when 4 + 2k >= 7 + k: k = 3. */
static void equal_shares_are_as_worked_out_by_hand(void **state)
{
	struct election *election = worked();
	struct rule_options options = {.ties = tie_break_canonical};
	struct taken_search search = {election, &options, rule_equal_shares,
				      PLENTY};
	struct taken taken;

	(void)state;
	assert_int_equal(taken_find(&search, 1, &taken), STATUS_OK);
	assert_int_equal(taken.price, TAKEN_FOUND);
	assert_int_equal(taken.cheaper_minor, 2200);
	assert_int_equal(taken.votes, TAKEN_FOUND);
	assert_int_equal(taken.ballots, 3);
	election_free(election);
}

static void without_recounts_nothing_is_told(void **state)
{
	struct election *election = worked();
	struct rule_options options = {.ties = tie_break_canonical};
	struct taken_search search = {election, &options, rule_greedy, 0};
	struct taken taken;

	(void)state;
	assert_int_equal(taken_find(&search, 1, &taken), STATUS_OK);
	assert_int_equal(taken.price, TAKEN_UNKNOWN);
	assert_int_equal(taken.votes, TAKEN_UNKNOWN);
	search.recounts = 4;
	assert_int_equal(taken_find(&search, 1, &taken), STATUS_OK);
	assert_int_equal(taken.price, TAKEN_UNKNOWN);
	assert_true(search.recounts <= 0);
	assert_true(taken_recounts(&search) > 1000);
	election_free(election);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_told_is_enough_and_one_less_is_not),
	    cmocka_unit_test(greedy_is_as_worked_out_by_hand),
	    cmocka_unit_test(equal_shares_are_as_worked_out_by_hand),
	    cmocka_unit_test(without_recounts_nothing_is_told),
	};

	return cmocka_run_group_tests_name("taken", tests, NULL, NULL);
}

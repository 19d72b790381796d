/* Welfare against all subsets, on random elections; and large ones. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/rules_election.h"

#include "rules/knapsack.h"

enum { ELECTIONS = 1500, SMALL = 13, LARGE = 197 };

/* The sets worth most, all subsets of at most SMALL projects tried. */
struct slow {
	int64_t value, cost; /* of the named set */
	unsigned named;	     /* bit p: project p */
	unsigned some, all;  /* projects in some, in all of those sets */
	int sets;
};

static int64_t value_of(const struct election *election,
			const struct rule_options *options, int project)
{
	const struct election_project *asks = &election->projects[project];

	return options->value == VALUE_SUPPORT_COST
		   ? asks->support * asks->cost_minor
		   : asks->support;
}

/* Whether project A comes before B, by file or cheaper first. */
static bool before(const struct election *election, bool by_file, int a, int b)
{
	const struct election_project *x = &election->projects[a];
	const struct election_project *y = &election->projects[b];

	if (!by_file && x->cost_minor != y->cost_minor)
		return x->cost_minor < y->cost_minor;
	if (!by_file && x->support != y->support)
		return x->support > y->support;
	return a < b;
}

/* Whether set A has the first project in which it differs from B. */
static bool preferred(const struct election *election, bool by_file, unsigned a,
		      unsigned b)
{
	int first = -1;

	for (int p = 0; p < election->project_count; p++)
		if (((a ^ b) >> p & 1) &&
		    (first < 0 || before(election, by_file, p, first)))
			first = p;
	return first >= 0 && (a >> first & 1);
}

static void subsets_try(const struct election *election,
			const struct rule_options *options, bool by_file,
			struct slow *slow)
{
	unsigned free = 0, askers = 0;

	for (int p = 0; p < election->project_count; p++) {
		const struct election_project *asks = &election->projects[p];

		if (asks->support == 0 || asks->support < options->threshold)
			continue;
		if (asks->cost_minor == 0)
			free |= 1u << p;
		else
			askers |= 1u << p;
	}
	*slow = (struct slow){.value = -1};
	for (unsigned set = 0; set < 1u << election->project_count; set++) {
		int64_t value = 0, cost = 0;
		unsigned whole = set | free;

		if (set & ~askers)
			continue;
		for (int p = 0; p < election->project_count; p++)
			if (whole >> p & 1) {
				value += value_of(election, options, p);
				cost += election->projects[p].cost_minor;
			}
		if (cost > election->budget_minor || value < slow->value)
			continue;
		if (value > slow->value)
			*slow =
			    (struct slow){value, cost, whole, whole, whole, 0};
		else if (cost < slow->cost ||
			 (cost == slow->cost &&
			  preferred(election, by_file, whole, slow->named))) {
			slow->cost = cost;
			slow->named = whole;
		}
		slow->some |= whole;
		slow->all &= whole;
		slow->sets++;
	}
}

/* The bits of PROJECTS. */
static unsigned bits(const int *projects, int count)
{
	unsigned set = 0;

	for (int i = 0; i < count; i++)
		set |= 1u << projects[i];
	return set;
}

static unsigned funded(const struct funding *funding)
{
	unsigned set = 0;

	for (int i = 0; i < funding->round_count - funding->stopped; i++)
		set |= 1u << funding->rounds[i].project;
	return set;
}

static void tie_agrees(const struct funding *funding, const struct slow *slow)
{
	unsigned tied = 0;
	int told = 0;

	for (int i = 0; i < funding->round_count; i++)
		if (funding->rounds[i].tied) {
			tied = bits(funding->rounds[i].tied,
				    funding->rounds[i].tied_count);
			told++;
		}
	assert_int_equal(tied, slow->some & ~slow->all);
	assert_int_equal(told, slow->sets > 1);
}

static void best_set_is_that_of_all_subsets(void **state)
{
	uint64_t seed = 65536;
	struct random random = bolbro_random(&seed);
	int several = 0, one = 0;

	(void)state;
	for (int i = 0; i < ELECTIONS; i++) {
		/* Few ballots and small costs: much is worth as much. */
		struct election_draw drawn = {SMALL, 1 + i % 5,
					      i % 3 ? 4 * (i % 3) : 2000,
					      1 + i % 7 / 5, 6};
		struct election *election = election_drawn(&random, &drawn);

		for (int way = 0; way < 12; way++) {
			struct rule_options options = {
			    .value =
				way & 1 ? VALUE_SUPPORT_COST : VALUE_SUPPORT,
			    .threshold = way & 2 ? 3 : 0,
			    .ties = way < 4   ? tie_break_canonical
				    : way < 8 ? tie_break_file
					      : tie_break_stop,
			};
			struct funding *funding = NULL;
			struct slow slow;
			bool open;
			enum status status =
			    rule_welfare(election, &options, &funding);

			subsets_try(election, &options, way >= 4, &slow);
			open = way >= 8 && slow.sets > 1;
			assert_int_equal(status, open ? STATUS_TIE : STATUS_OK);
			assert_int_equal(funded(funding),
					 open ? 0 : slow.named);
			assert_int_equal(funding->total_minor,
					 open ? 0 : slow.cost);
			assert_true(funding->total_minor <=
				    election->budget_minor);
			assert_int_equal(mpz_get_si(funding->optimum),
					 slow.value);
			assert_int_equal(funding->unique, slow.sets == 1);
			tie_agrees(funding, &slow);
			several += slow.sets > 1;
			one += slow.sets == 1;
			funding_free(funding);
		}
		election_free(election);
	}
	assert_true(several > 1000 && one > 5000);
}

/* The greatest value for each cost, by plain dynamic programming. */
static int64_t table_best(const struct knapsack_thing *things, int count,
			  int room)
{
	int64_t *best = calloc((size_t)room + 1, sizeof(*best)), most;

	assert_non_null(best);
	for (int i = 0; i < count; i++)
		for (int64_t cost = room; cost >= things[i].cost; cost--) {
			int64_t with = best[cost - things[i].cost] +
				       (int64_t)things[i].value;

			if (with > best[cost])
				best[cost] = with;
		}
	most = best[room];
	free(best);
	return most;
}

/* Costs as in a city's election; support drawn, or nearly what it costs, which
 * is hard. */
static void city_draw(const struct random *random, int kind,
		      struct knapsack_thing things[LARGE])
{
	for (int i = 0; i < LARGE; i++) {
		int cost = 10 + (int)random->below(random->context, 2000) * 5;
		int votes = 1 + (int)random->below(random->context, 40000);

		if (kind == 1)
			votes = cost + 50;
		if (kind == 2)
			votes = cost + (int)random->below(random->context, 9);
		things[i] = (struct knapsack_thing){cost, votes};
		if (kind == 3)
			things[i].value = (__int128)votes * cost / 100;
	}
}

static void two_hundred_projects_are_exact_for_any_money(void **state)
{
	uint64_t seed = 197;
	struct random random = bolbro_random(&seed);
	struct knapsack_thing things[LARGE];

	(void)state;
	for (int i = 0; i < 24; i++) {
		int room = 50000 + (int)random.below(random.context, 300000);
		struct knapsack_best best;
		bool taken[LARGE];
		int64_t cost = 0, value = 0;

		city_draw(&random, i % 4, things);
		value = table_best(things, LARGE, room);
		assert_int_equal(
		    knapsack_solve(things, LARGE, room, taken, &best),
		    STATUS_OK);
		assert_int_equal(best.value, value);
		for (int p = 0; p < LARGE; p++)
			if (taken[p]) {
				cost += things[p].cost;
				value -= (int64_t)things[p].value;
			}
		assert_int_equal(cost, best.cost);
		assert_true(cost <= room);
		assert_int_equal(value, 0);
		/* The same in amounts that no table could hold. */
		for (int p = 0; p < LARGE; p++)
			things[p].cost *= 10007;
		assert_int_equal(knapsack_solve(things, LARGE,
						(int64_t)room * 10007 + 10006,
						taken, &best),
				 STATUS_OK);
		assert_int_equal(best.cost, cost * 10007);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(best_set_is_that_of_all_subsets),
	    cmocka_unit_test(two_hundred_projects_are_exact_for_any_money),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What a run says of a range of endowments is so at each of them. */
#include "rules/equal_shares.h"

#include "core/random.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/rules_election.h"
#include "tests/lib/rules_pabulib.h"

#include <unistd.h>

#define BUDAPEST                                                               \
	"../shared/data/pabulib/Hungary_Budapest_2022_VIII_Jozsefvaros.pb"

enum { ELECTIONS = 400, RANGES = 12, LOOKED_AT = 6 };

static int draw(const struct random *random, int limit)
{
	return (int)random->below(random->context, (uint32_t)limit);
}

/* Coarse, so that ways which buy different projects may agree: how many of the
 * first three, and whether the budget is passed. */
static int three_first(const struct shares *shares)
{
	const struct shares_state *now = shares->now;
	int count = 0;

	if (now->total_minor > shares->election->budget_minor)
		return -1;
	for (int p = 0; p < 3 && p < shares->election->project_count; p++)
		count += now->bought[p];
	return count;
}

struct seen {
	int sure, unsure, over, compared;
};

/* The way that a run took last: who was bought, and what groups then hold. */
struct way_end {
	bool bought[64];
	shares_pair money[64];
};

static struct way_end way_end_of(const struct shares *shares)
{
	struct way_end end = {.bought = {false}};

	assert_true(shares->counted->group_count <= 64);
	memcpy(end.bought, shares->now->bought,
	       (size_t)shares->election->project_count * sizeof(bool));
	memcpy(end.money, shares->now->money,
	       (size_t)shares->counted->group_count * sizeof(shares_pair));
	return end;
}

/* What is held at one endowment lies within what is held on the range. */
static void money_within(const struct shares *shares, const struct way_end *on,
			 struct seen *seen)
{
	struct way_end at = way_end_of(shares);

	if (memcmp(at.bought, on->bought, sizeof(at.bought)) != 0)
		return;
	seen->compared++;
	for (int g = 0; g < shares->counted->group_count; g++) {
		assert_true(at.money[g][LANE_POOR] <= on->money[g][LANE_RICH]);
		assert_true(at.money[g][LANE_RICH] >= on->money[g][LANE_POOR]);
	}
}

static void range_holds(struct shares *shares, const struct random *random,
			int64_t first, int64_t last, struct seen *seen)
{
	struct way_end end;
	int verdict;

	if (shares_run(shares, first, last, three_first, &verdict) !=
	    RUN_DONE) {
		seen->unsure++;
		return;
	}
	end = way_end_of(shares);
	seen->sure += last > first;
	seen->over += verdict < 0;
	for (int i = 0; i < LOOKED_AT; i++) {
		struct shares_outcome outcome;
		int64_t step =
		    i == 0   ? first
		    : i == 1 ? last
			     : first + draw(random, (int)(last - first) + 1);

		assert_int_equal(
		    shares_try(shares, step, three_first, &outcome), STATUS_OK);
		assert_true(outcome.same_verdict);
		assert_int_equal(outcome.verdict, verdict);
		if (verdict >= 0)
			money_within(shares, &end, seen);
	}
}

/* Draws so many elections, from SEED on. */
static void ranges_try(uint64_t seed, int elections, struct seen *seen)
{
	static const struct election_draw shapes[] = {
	    {12, 60, 3000000, 1, 3},
	    {10, 40, 3000000, 3, 4},
	};
	struct random random = bolbro_random(&seed);

	for (int i = 0; i < elections; i++) {
		struct election *election =
		    election_drawn(&random, &shapes[i % 2]);
		struct rule_options options = {
		    .utility = (enum rule_utility)(i / 2 % 2),
		    .ties = i / 4 % 2 ? tie_break_canonical : tie_break_stop,
		};
		struct shares *shares = shares_new(election, &options);
		int64_t first = 0;

		assert_non_null(shares);
		for (int k = 0; k < RANGES; k++) {
			int64_t last = first + draw(&random, 4 << k);

			range_holds(shares, &random, first, last, seen);
			first = last;
		}
		shares_free(shares);
		election_free(election);
	}
}

static void verdict_on_a_range_is_so_at_each_endowment(void **state)
{
	struct seen seen = {0};

	(void)state;
	/* One of many thousands in which it matters that what is known of
	 * prices on one way need not hold on another that it joins. */
	ranges_try(UINT64_C(11320355612530340284), 1, &seen);
	ranges_try(12, ELECTIONS, &seen);
	assert_true(seen.compared > 1000 && seen.sure > 300 &&
		    seen.unsure > 100 && seen.over > 50);
}

/* The head is kept for higher endowments: beginning anew there is no different.
 */
static void run_after_others_says_what_a_first_run_says(void **state)
{
	static const struct election_draw shape = {12, 60, 3000000, 2, 3};
	uint64_t seed = 13;
	struct random random = bolbro_random(&seed);
	int heads = 0;

	(void)state;
	for (int i = 0; i < ELECTIONS; i++) {
		struct election *election = election_drawn(&random, &shape);
		struct rule_options options = {.ties = tie_break_canonical};
		struct shares *used = shares_new(election, &options);
		struct shares *fresh = shares_new(election, &options);
		int said = 0, anew = 0;

		assert_true(used && fresh);
		for (int64_t step = 0; step < 20000; step += 1000) {
			shares_run(used, step, step, three_first, &said);
			heads += used->head_count > 0;
		}
		if (shares_run(fresh, 19000, 19000, three_first, &anew) ==
		    RUN_DONE)
			assert_int_equal(said, anew);
		shares_free(used);
		shares_free(fresh);
		election_free(election);
	}
	assert_true(heads > 100);
}

/* 0 when the search of pabutools goes on, 1 when it ends, 2 when it is over. */
static int pabutools_ends(const struct shares *shares)
{
	const struct election *election = shares->election;
	int64_t left_minor = election->budget_minor - shares->now->total_minor;
	bool fits = false;

	for (int p = 0; p < election->project_count; p++)
		fits |= !shares->now->bought[p] &&
			election->projects[p].support > 0 &&
			election->projects[p].cost_minor <= left_minor;
	return left_minor < 0 ? 2 : !fits;
}

/* In forint Add1 ends after some hundred thousand endowments: at all of them
 * (STEMMEBOKS_LONG) or at some of them an exact run goes on, and no more at the
 * last. */
static void
add1_in_forint_ends_where_visiting_every_endowment_does(void **state)
{
	int64_t stride = getenv("STEMMEBOKS_LONG") ? 1 : 499;
	struct pabulib_election read;

	(void)state;
	if (access(BUDAPEST, R_OK) != 0)
		skip();
	read = rules_pabulib_read(BUDAPEST);
	for (int utility = 0; utility < 2; utility++) {
		const struct rule_options options = {
		    .utility = (enum rule_utility)utility,
		    .completion = COMPLETION_ADD1,
		    .convention = CONVENTION_PABUTOOLS,
		    .ties = tie_break_canonical,
		};
		struct shares *shares = shares_new(read.election, &options);
		struct shares_outcome outcome;
		struct funding *funding;

		assert_non_null(shares);
		assert_int_equal(
		    rule_equal_shares(read.election, &options, &funding),
		    STATUS_OK);
		assert_true(funding->runs > 100000);
		mpq_set_si(shares->base, read.election->budget_minor,
			   (unsigned long)read.election->ballots);
		mpq_canonicalize(shares->base);
		for (int64_t step = 0; step < funding->runs - 1;
		     step += stride) {
			shares_try(shares, step, pabutools_ends, &outcome);
			assert_int_equal(outcome.verdict, 0);
		}
		shares_try(shares, funding->runs - 1, pabutools_ends, &outcome);
		assert_true(outcome.verdict > 0);
		funding_free(funding);
		shares_free(shares);
	}
	election_free(read.election);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(verdict_on_a_range_is_so_at_each_endowment),
	    cmocka_unit_test(run_after_others_says_what_a_first_run_says),
	    cmocka_unit_test(
		add1_in_forint_ends_where_visiting_every_endowment_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Ties that nobody settles: they stop the count just when they decide. */
#include "core/random.h"
#include "rules/funding.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/rules_election.h"
#include "tests/lib/rules_shares_slow.h"

enum { ELECTIONS = 4000, ASKED = 400, WAYS_MOST = 300, RUNS_MOST = 400 };

/* One way through all ties of a count, in the order in which they are met. */
struct way {
	int count;
	int choice[ASKED], options[ASKED];
};

static int way_pick(void *context, const struct election *election,
		    const int *tied, int count)
{
	struct way *way = context;

	(void)election;
	(void)tied;
	assert_true(way->count < ASKED);
	way->options[way->count] = count;
	return way->choice[way->count++];
}

static bool way_turn(struct way *way)
{
	int at = way->count - 1;

	while (at >= 0 && way->choice[at] + 1 >= way->options[at])
		at--;
	if (at < 0)
		return false;
	way->choice[at]++;
	memset(way->choice + at + 1, 0, (size_t)(ASKED - at - 1) * sizeof(int));
	way->count = 0;
	return true;
}

static unsigned funded_bits(const struct funding *funding)
{
	unsigned bits = 0;

	for (int i = 0; i < funding->round_count; i++)
		bits |= 1u << funding->rounds[i].project;
	return bits;
}

enum found { FOUND_SAME, FOUND_DIFFERENT, FOUND_TOO_MANY };

/* Whether every way funds the same, counted slowly. */
static enum found ways_try(const struct election *election,
			   struct rule_options options, unsigned *ret_bits)
{
	struct way way = {0};
	enum found found = FOUND_SAME;
	int ways = 0;

	options.ties = (struct tie_break){way_pick, &way};
	do {
		struct slow_shares slow;
		unsigned bits;

		if (!slow_shares_count(election, &options, RUNS_MOST, &slow) ||
		    ways == WAYS_MOST)
			found = FOUND_TOO_MANY;
		bits = funded_bits(slow.funding);
		if (ways++ == 0)
			*ret_bits = bits;
		if (found == FOUND_SAME && bits != *ret_bits)
			found = FOUND_DIFFERENT;
		slow_shares_free(&slow);
	} while (found == FOUND_SAME && way_turn(&way));
	return found;
}

struct seen {
	int same, different, passed, stopped;
};

/* A single run stops exactly when ways differ; Add1 never goes on when they do,
 * but may stop at a tie on its way whose outcomes end up the same. */
static void election_try(const struct election *election,
			 const struct rule_options *options, struct seen *seen)
{
	bool add1 = options->completion == COMPLETION_ADD1;
	struct funding *funding;
	unsigned bits = 0;
	enum found found = ways_try(election, *options, &bits);
	enum status status = rule_equal_shares(election, options, &funding);

	if (found == FOUND_SAME) {
		seen->same++;
		if (!add1)
			assert_int_equal(status, STATUS_OK);
	} else if (found == FOUND_DIFFERENT) {
		seen->different++;
		assert_int_equal(status, STATUS_TIE);
	}
	if (status == STATUS_OK) {
		if (found == FOUND_SAME)
			assert_int_equal(funded_bits(funding), bits);
		seen->passed++;
	} else {
		const struct funding_round *last =
		    &funding->rounds[funding->round_count - 1];

		assert_true(funding->stopped);
		assert_true(last->tied_count > 1);
		assert_int_equal(last->project, last->tied[0]);
		seen->stopped++;
	}
	funding_free(funding);
}

static void elections_try(enum rule_completion completion, uint64_t seed,
			  int elections, struct seen *ret_seen)
{
	static const struct election_draw shapes[] = {
	    {5, 5, 400, 1, 5}, /* approvals */
	    {4, 5, 300, 2, 6}, /* points */
	};
	struct random random = bolbro_random(&seed);
	struct seen seen = {0};

	for (int i = 0; i < elections; i++) {
		struct election *election =
		    election_drawn(&random, &shapes[i % 2]);
		struct rule_options options = {
		    .utility = (enum rule_utility)(i / 2 % 2),
		    .completion = completion,
		    .convention = (enum rule_convention)(i / 4 % 3),
		    .ties = tie_break_stop,
		};

		/* In tens of øre much comes out the same. */
		for (int p = 0; p < election->project_count; p++)
			election->projects[p].cost_minor -=
			    election->projects[p].cost_minor % 50;
		election_try(election, &options, &seen);
		election_free(election);
	}
	*ret_seen = seen;
}

static void tie_stops_a_run_just_when_it_decides(void **state)
{
	struct seen seen;

	(void)state;
	elections_try(COMPLETION_NONE, 41, ELECTIONS, &seen);
	assert_true(seen.different > 50 && seen.same > 1000);
}

static void add1_never_passes_a_tie_that_decides(void **state)
{
	struct seen seen;

	(void)state;
	elections_try(COMPLETION_ADD1, 43, ELECTIONS / 2, &seen);
	assert_true(seen.different > 50 && seen.passed > 500 &&
		    seen.stopped > 50);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(tie_stops_a_run_just_when_it_decides),
	    cmocka_unit_test(add1_never_passes_a_tie_that_decides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

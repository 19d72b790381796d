/* Greedy on random elections: against a plain loop, and against the count of a
 * meeting with the same numbers. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/rules_draw.h"
#include "tests/lib/rules_election.h"
#include "tests/lib/rules_slow.h"

enum { ELECTIONS = 6000, MEETINGS = 6000 };

/* A count by looking for the best of those left, again and again. */
struct plain {
	const struct election *election;
	const struct rule_options *options;
	bool by_ratio, by_file;
	bool seen[64];
	int order[64], count; /* who got money */
	int64_t left_minor;
};

/* Whether A comes before B. */
static bool before(const struct plain *plain, int a, int b)
{
	const struct election_project *x = &plain->election->projects[a];
	const struct election_project *y = &plain->election->projects[b];
	int64_t left = x->support, right = y->support;

	if (plain->by_ratio) {
		/* One that costs nothing has all the support in the world. */
		left = x->cost_minor ? x->support * y->cost_minor : 1 << 30;
		right = y->cost_minor ? y->support * x->cost_minor : 1 << 30;
	}
	if (left != right)
		return left > right;
	if (!plain->by_file && x->cost_minor != y->cost_minor)
		return x->cost_minor < y->cost_minor;
	if (!plain->by_file && x->support != y->support)
		return x->support > y->support;
	return a < b;
}

static void plain_count(struct plain *plain)
{
	int projects = plain->election->project_count;

	plain->left_minor = plain->election->budget_minor;
	for (int turn = 0; turn < projects; turn++) {
		const struct election_project *asks;
		int best = -1;

		for (int p = 0; p < projects; p++)
			if (!plain->seen[p] &&
			    (best < 0 || before(plain, p, best)))
				best = p;
		plain->seen[best] = true;
		asks = &plain->election->projects[best];
		if (asks->support < plain->options->threshold)
			continue;
		if (asks->cost_minor <= plain->left_minor) {
			plain->left_minor -= asks->cost_minor;
			plain->order[plain->count++] = best;
		} else if (plain->options->fit == FIT_STOP) {
			return;
		}
	}
}

static void fundings_agree(const struct plain *plain,
			   const struct funding *funding)
{
	const struct election *election = plain->election;

	assert_int_equal(funding->round_count, plain->count);
	for (int i = 0; i < plain->count; i++)
		assert_int_equal(funding->rounds[i].project, plain->order[i]);
	assert_int_equal(funding->total_minor,
			 election->budget_minor - plain->left_minor);
	assert_true(funding->total_minor <= election->budget_minor);
	for (int p = 0; p < election->project_count; p++)
		assert_int_equal(funding->reasons[p] == REASON_BELOW,
				 election->projects[p].support <
				     plain->options->threshold);
}

static void greedy_equals_a_plain_loop_under_every_option(void **state)
{
	uint64_t seed = 1520;
	struct random random = bolbro_random(&seed);
	const struct election_draw drawn = {9, 12, 12, 3, 4};
	int ties = 0;

	(void)state;
	for (int i = 0; i < ELECTIONS; i++) {
		struct election *election = election_drawn(&random, &drawn);

		for (int way = 0; way < 16; way++) {
			struct rule_options options = {
			    .fit = way & 1 ? FIT_STOP : FIT_SKIP,
			    .ties =
				way & 2 ? tie_break_file : tie_break_canonical,
			    .threshold = way & 4 ? 4 : 0,
			};
			struct plain plain = {
			    .election = election,
			    .options = &options,
			    .by_file = way & 2,
			    .by_ratio = way & 8,
			};
			struct funding *funding = NULL;

			plain_count(&plain);
			assert_int_equal(
			    (way & 8 ? rule_greedy_ratio : rule_greedy)(
				election, &options, &funding),
			    STATUS_OK);
			fundings_agree(&plain, funding);
			for (int r = 0; r < funding->round_count; r++)
				ties += funding->rounds[r].tied != NULL;
			funding_free(funding);
		}
		election_free(election);
	}
	assert_true(ties > 1000);
}

/* The one pot of MEETING as an election. */
static struct election *meeting_election(const struct meeting *meeting,
					 const struct tally *tally)
{
	struct election_builder *builder =
	    election_builder_new(meeting->pots[0].amount_minor, 1);
	struct election *election;

	assert_non_null(builder);
	for (int p = 0; p < meeting->proposal_count; p++) {
		char id[16];

		snprintf(id, sizeof(id), "%d", p);
		assert_int_equal(
		    election_add_project(builder, id, strlen(id),
					 meeting->proposals[p].cost_minor),
		    STATUS_OK);
	}
	for (int p = 0; p < meeting->proposal_count; p++) {
		struct election_value value = {p, 1};

		assert_int_equal(election_add_ballots(builder, &value, 1,
						      (int)tally->support[p]),
				 STATUS_OK);
	}
	election = election_build(builder);
	election_builder_free(builder);
	assert_non_null(election);
	return election;
}

static void stop_is_at_the_same_tie(const struct funding *funding,
				    const struct slow *slow)
{
	const struct slow_tie *tie = &slow->ties[slow->tie_count - 1];
	const struct funding_round *round =
	    &funding->rounds[funding->round_count - 1];

	/* Of those who tie, the ones that it is about. */
	assert_int_equal(round->project, round->tied[0]);
	for (int i = 0, at = 0; i < round->tied_count; i++, at++) {
		while (at < tie->count && tie->proposal[at] != round->tied[i])
			at++;
		assert_true(at < tie->count);
	}
	assert_true(round->tied_count >= 2);
}

/* As if the room had to decide: an election with nobody who may say stops where
 * the meeting does, found by trying every order. */
static void election_stops_where_a_meeting_would(void **state)
{
	uint64_t seed = 726;
	struct random random = bolbro_random(&seed);
	struct slow *slow = malloc(sizeof(*slow));
	int stopped = 0, whole = 0;

	(void)state;
	assert_non_null(slow);
	for (int i = 0; i < MEETINGS; i++) {
		struct meeting *meeting = rules_meeting_draw(&random, 1, 5);
		struct tally tally = {.ballots = 40};
		struct rule_options options = {.ties = tie_break_stop};
		struct election *election;
		struct funding *funding = NULL;
		enum status status;

		meeting->pots[0].threshold_votes = 1;
		meeting->pots[0].threshold_percent = 0;
		meeting->pots[0].leftover_to = -1;
		if (meeting->pots[0].misfit == MISFIT_PART)
			meeting->pots[0].misfit = MISFIT_SKIP;
		if (meeting->pots[0].misfit == MISFIT_STOP)
			options.fit = FIT_STOP;
		for (int p = 0; p < meeting->proposal_count; p++) {
			meeting->proposals[p].incompatible_count = 0;
			tally_set(&tally, meeting, p,
				  1 + (int)random.below(random.context, 3));
		}
		election = meeting_election(meeting, &tally);
		slow_count(meeting, &tally, NULL, 0, slow);
		status = rule_greedy(election, &options, &funding);
		assert_int_equal(status,
				 slow->stopped ? STATUS_TIE : STATUS_OK);
		assert_int_equal(funding->stopped, slow->stopped);
		for (int p = 0; p < meeting->proposal_count; p++)
			assert_int_equal(funding->reasons[p] == REASON_FUNDED,
					 slow->gets[p]);
		if (slow->stopped)
			stop_is_at_the_same_tie(funding, slow);
		stopped += slow->stopped;
		whole += !slow->stopped;
		funding_free(funding);
		election_free(election);
		meeting_free(meeting);
	}
	free(slow);
	assert_true(stopped > 500 && whole > 500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(greedy_equals_a_plain_loop_under_every_option),
	    cmocka_unit_test(election_stops_where_a_meeting_would),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What it would have taken, against trying every number of votes. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/rules_draw.h"

#include <time.h>

#include "rules/count.h"
#include "rules/missing.h"

enum { MEETINGS = 2500 };

static int draw(const struct random *random, int limit)
{
	return (int)random->below(random->context, (uint32_t)limit);
}

static bool funded(const struct result *result, int proposal)
{
	const struct award *award = result->awards;

	while (award->proposal != proposal)
		award++;
	return award->outcome == OUTCOME_FUNDED;
}

/* One meeting with its count. */
struct counted {
	struct meeting *meeting;
	struct tally tally;
	int decision_count;
	struct decision decisions[8];
	struct result result, again;
};

enum { LIMIT = 4 };

static enum status count(struct counted *counted)
{
	return count_meeting(counted->meeting, &counted->tally, NULL,
			     counted->decisions, counted->decision_count,
			     &counted->result);
}

/* The least number of votes more that funds PROPOSAL, from the first on. */
static int votes_by_trying(struct counted *counted, int proposal)
{
	struct tally tally = counted->tally;
	/* Limits of up to LIMIT ballots, even where there are fewer. */
	int64_t most =
	    tally_most(counted->meeting, proposal,
		       tally.ballots > LIMIT ? tally.ballots : LIMIT);

	for (int i = 0; i < counted->meeting->proposal_count; i++)
		if (tally.support[i] > most)
			most = tally.support[i];
	if (funded(&counted->result, proposal))
		return 0;
	for (int64_t own = tally.support[proposal]; own++ <= most;) {
		tally_set(&tally, counted->meeting, proposal, own);
		count_meeting(counted->meeting, &tally, NULL,
			      counted->decisions, counted->decision_count,
			      &counted->again);
		if (funded(&counted->again, proposal))
			return (int)(tally.support[proposal] -
				     counted->tally.support[proposal]);
	}
	return -1;
}

static struct missing missing_of(struct counted *counted, int award)
{
	struct missing missing = {-7, -7};

	assert_int_equal(missing_find(counted->meeting, &counted->tally, NULL,
				      counted->decisions,
				      counted->decision_count, &counted->result,
				      award, &missing),
			 STATUS_OK);
	return missing;
}

/* Lots for the tie that stopped the count. */
static void settle(const struct random *random, struct counted *counted)
{
	const struct tie *tie = counted->result.ties;
	struct decision *decision =
	    &counted->decisions[counted->decision_count++];

	assert_true(counted->decision_count < 8);
	while (!tie->changes_money || tie->settled)
		tie++;
	*decision = (struct decision){
	    .pot = tie->pot, .count = tie->count, .reason = ""};
	memcpy(decision->proposal, tie->proposal, sizeof(tie->proposal));
	random_shuffle(random, decision->proposal, tie->count);
	/* Now and then the room shares: half of what each asks for. */
	if (draw(random, 3) == 0) {
		decision->kind = DECISION_SPLIT;
		decision->amount_minor[0] =
		    counted->meeting->proposals[decision->proposal[0]]
			.cost_minor /
		    2;
	}
}

static void votes_are_those_that_trying_every_number_finds(void **state)
{
	uint64_t seed = 1848;
	struct random random = bolbro_random(&seed);
	struct counted *counted = calloc(1, sizeof(*counted));
	int found[3] = {0};

	(void)state;
	assert_non_null(counted);
	for (int i = 0; i < MEETINGS; i++) {
		counted->meeting = rules_meeting_draw(&random, 3, 7);
		counted->tally = (struct tally){.ballots = draw(&random, 30)};
		counted->decision_count = 0;
		for (int p = 0; p < counted->meeting->proposal_count; p++)
			tally_set(&counted->tally, counted->meeting, p,
				  draw(&random, 9));
		while (count(counted) == STATUS_TIE)
			settle(&random, counted);
		for (int a = 0; a < counted->meeting->proposal_count; a++) {
			int proposal = counted->result.awards[a].proposal;
			int tried = votes_by_trying(counted, proposal);

			assert_int_equal(missing_of(counted, a).votes, tried);
			found[tried < 0 ? 0 : tried > 0 ? 2 : 1]++;
		}
		meeting_free(counted->meeting);
	}
	for (int i = 0; i < 3; i++)
		assert_true(found[i] > 1000);
	free(counted);
}

/* Bolbro's quick pool with these votes for numbers 4 to 10. */
static struct counted *bolbro_count(const int votes[7])
{
	struct counted *counted = calloc(1, sizeof(*counted));

	assert_non_null(counted);
	counted->meeting = bolbro_new();
	assert_non_null(counted->meeting);
	counted->tally.ballots = 60;
	for (int i = 0; i < 7; i++)
		tally_set(&counted->tally, counted->meeting, 3 + i, votes[i]);
	assert_int_equal(count(counted), STATUS_OK);
	return counted;
}

static void bolbro_free(struct counted *counted)
{
	meeting_free(counted->meeting);
	free(counted);
}

static int award_of(const struct counted *counted, int number)
{
	for (int i = 0; i < counted->meeting->proposal_count; i++)
		if (counted->meeting
			->proposals[counted->result.awards[i].proposal]
			.number == number)
			return i;
	fail_msg("no award for %d", number);
	return -1;
}

static void a_proposal_that_was_too_dear_learns_both_numbers(void **state)
{
	/* 25, 25, 25 and 15 thousand are given; 10 are left; 9 asks 25. */
	static const int votes[7] = {3, 40, 39, 38, 2, 30, 1};
	struct counted *counted = bolbro_count(votes);
	struct missing missing;

	(void)state;
	/* Shared barbecue 25, summer party 25, benches 15, workshop 25: 10
	 * left, toys 5, then 5 left for the raised beds' 10. */
	missing = missing_of(counted, award_of(counted, 8));
	assert_int_equal(missing.money_minor, 500000);
	/* Level with the toys' 3 would be a tie that decides. */
	assert_int_equal(missing.votes, 2);
	missing = missing_of(counted, award_of(counted, 10));
	assert_int_equal(missing.money_minor, 500000);
	assert_int_equal(missing.votes, 3);
	missing = missing_of(counted, award_of(counted, 5));
	assert_int_equal(missing.votes, 0);
	assert_int_equal(missing.money_minor, 0);
	bolbro_free(counted);
}

static void what_the_room_agreed_on_counts_as_money_it_has(void **state)
{
	static const int votes[7] = {3, 40, 39, 38, 2, 30, 1};
	struct counted *counted = bolbro_count(votes);
	struct missing missing;

	(void)state;
	counted->decisions[0] = (struct decision){.kind = DECISION_LEFT,
						  .pot = 1,
						  .count = 1,
						  .proposal = {7},
						  .amount_minor = {400000},
						  .reason = ""};
	counted->decision_count = 1;
	assert_int_equal(count(counted), STATUS_OK);
	missing = missing_of(counted, award_of(counted, 8));
	assert_int_equal(missing.money_minor, 600000);
	assert_int_equal(missing.votes, 2);
	bolbro_free(counted);
}

static void no_number_of_votes_helps_where_the_pot_is_too_small(void **state)
{
	static const int votes[7] = {3, 40, 39, 38, 2, 30, 1};
	struct counted *counted = bolbro_count(votes);

	(void)state;
	counted->meeting->proposals[9].cost_minor = 10000001;
	assert_int_equal(count(counted), STATUS_OK);
	assert_int_equal(missing_of(counted, award_of(counted, 10)).votes, -1);
	bolbro_free(counted);
}

/* The largest pot, of every misfit: each proposal learns its numbers. */
static void two_hundred_proposals_learn_it_in_a_moment(void **state)
{
	struct counted *counted = calloc(1, sizeof(*counted));

	(void)state;
	assert_non_null(counted);
	for (int misfit = 0; misfit < 3; misfit++) {
		struct meeting *meeting = counted->meeting = bolbro_new();
		clock_t start = clock();
		double seconds;

		assert_non_null(meeting);
		meeting->pots[0].misfit = (enum misfit)misfit;
		meeting->pots[0].amount_minor = 5000;
		counted->tally = (struct tally){.ballots = 500};
		for (int i = 0; i < MEETING_PROPOSALS; i++) {
			meeting->proposals[i] = (struct proposal){
			    .number = i + 1,
			    .title = {{"?"}},
			    .cost_minor = 100 + 37 * i % 101,
			    .incompatible_count = i > 0,
			    .incompatible = {i},
			};
			tally_set(&counted->tally, meeting, i, 500 - 2 * i);
		}
		meeting->proposal_count = MEETING_PROPOSALS;
		assert_int_equal(count(counted), STATUS_OK);
		for (int i = 0; i < MEETING_PROPOSALS; i++)
			missing_of(counted, i);
		seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
		print_message("# misfit %d: %.3f s\n", misfit, seconds);
		/* Under a sanitizer too. */
		assert_true(seconds < 10);
		meeting_free(meeting);
	}
	free(counted);
}

/* Pots of points, at most MOST of one ballot for a proposal; more points come
 * of as few ballots as can give them. */
static void as_many_points_as_it_takes_are_found(void **state)
{
	enum { MOST = 3 };
	uint64_t seed = 4711;
	struct random random = bolbro_random(&seed);
	struct counted *counted = calloc(1, sizeof(*counted));
	int above = 0, below = 0;

	(void)state;
	assert_non_null(counted);
	for (int i = 0; i < 500; i++) {
		struct meeting *meeting = rules_meeting_draw(&random, 2, 5);

		counted->meeting = meeting;
		counted->tally = (struct tally){.ballots = draw(&random, 12)};
		counted->decision_count = 0;
		for (int p = 0; p < meeting->pot_count; p++) {
			meeting->pots[p].ballot_type = BALLOT_POINTS;
			meeting->pots[p].points = 2 * MOST;
			meeting->pots[p].value_most = MOST;
			meeting->pots[p].threshold_votes =
			    1 + draw(&random, LIMIT);
		}
		for (int p = 0; p < meeting->proposal_count; p++) {
			int named = draw(&random, counted->tally.ballots + 1);

			counted->tally.named[p] = named;
			counted->tally.support[p] =
			    named + draw(&random, named * (MOST - 1) + 1);
		}
		while (count(counted) == STATUS_TIE)
			settle(&random, counted);
		for (int a = 0; a < meeting->proposal_count; a++) {
			const struct award *award = &counted->result.awards[a];
			int found = missing_of(counted, a).votes;

			assert_int_equal(
			    found, votes_by_trying(counted, award->proposal));
			/* With points enough for the limit's ballots but one
			 * it may still stay below. */
			if (award->outcome == OUTCOME_BELOW && found > 0) {
				const struct pot *pot =
				    &meeting
					 ->pots[meeting
						    ->proposals[award->proposal]
						    .pot];

				assert_true(award->votes + found >
					    (pot->threshold_votes - 1) * MOST);
				below++;
			} else {
				above += found > 0;
			}
		}
		meeting_free(meeting);
	}
	assert_true(above > 100 && below > 50);
	free(counted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(as_many_points_as_it_takes_are_found),
	    cmocka_unit_test(votes_are_those_that_trying_every_number_finds),
	    cmocka_unit_test(a_proposal_that_was_too_dear_learns_both_numbers),
	    cmocka_unit_test(what_the_room_agreed_on_counts_as_money_it_has),
	    cmocka_unit_test(
		no_number_of_votes_helps_where_the_pot_is_too_small),
	    cmocka_unit_test(two_hundred_proposals_learn_it_in_a_moment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

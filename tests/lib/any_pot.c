#include "tests/lib/any_pot.h"

#include "core/ballot.h"
#include "core/random.h"
#include "tests/lib/cmocka_all.h"

static int below(const struct random *random, int count)
{
	return (int)random->below(random->context, (uint32_t)count);
}

void any_pot_draw(struct meeting *meeting, int index,
		  const struct random *random)
{
	struct pot *pot = &meeting->pots[index];
	int first, end;

	meeting_pot_range(meeting, index, &first, &end);
	pot->ballot_type = (enum ballot_type)below(random, BALLOT_TYPE_COUNT);
	pot->choose_max = 1 + below(random, end - first);
	pot->choose_min = below(random, pot->choose_max + 1);
	pot->amount_minor = INT64_C(100000) * (1 + below(random, 200));
	pot->points = 1 + below(random, MEETING_POINTS);
	pot->value_most = 1 + below(random, pot->points);
	pot->score_least = 0;
	pot->score_all = false;
	if (pot->ballot_type == BALLOT_SCORE) {
		pot->value_most = 1 + below(random, MEETING_SCORE_BEST);
		pot->score_least = below(random, 2);
		pot->score_all = below(random, 2) == 1;
		/* How many are to be scored, score_all says. */
		pot->choose_max = end - first;
		pot->choose_min = 0;
	}
}

void any_pot_assert_within(const struct meeting *meeting,
			   const struct ballot *ballot)
{
	for (int i = 0; i < meeting->pot_count; i++) {
		const struct pot *pot = &meeting->pots[i];
		int first, end;

		assert_true(ballot_chosen(meeting, ballot, i) <=
			    pot->choose_max);
		if (pot->ballot_type == BALLOT_KNAPSACK)
			assert_true(ballot_cost_minor(meeting, ballot, i) <=
				    pot->amount_minor);
		if (pot->ballot_type == BALLOT_POINTS)
			assert_true(ballot_points(meeting, ballot, i) <=
				    pot->points);
		meeting_pot_range(meeting, i, &first, &end);
		for (int k = first; k < end; k++)
			assert_in_range(ballot->value[k], 0,
					ballot_value_most(pot));
	}
}

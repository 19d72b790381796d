#include "tests/lib/ballots.h"

#include "tests/lib/cmocka_all.h"

static int draw(const struct random *random, int limit)
{
	return (int)random->below(random->context, (uint32_t)limit);
}

void ballots_type_draw(const struct random *random, struct meeting *meeting,
		       int pot, enum ballot_type type)
{
	struct pot *made = &meeting->pots[pot];
	int first, end, count;

	meeting_pot_range(meeting, pot, &first, &end);
	count = end - first > 0 ? end - first : 1;
	made->ballot_type = type;
	made->points = made->value_most = made->score_least = 0;
	made->score_all = false;
	made->choose_max = 1 + draw(random, count);
	if (type == BALLOT_RANK && made->choose_max > MEETING_RANKS)
		made->choose_max = MEETING_RANKS;
	made->choose_min = draw(random, 2) ? 0 : draw(random, made->choose_max);
	if (type == BALLOT_KNAPSACK)
		made->choose_min = 0;
	if (type == BALLOT_POINTS) {
		made->points = made->choose_max + draw(random, 20);
		if (made->points > MEETING_POINTS)
			made->points = MEETING_POINTS;
		if (made->choose_max > made->points)
			made->choose_max = made->points;
		if (made->choose_min > made->choose_max)
			made->choose_min = made->choose_max;
		made->value_most = 1 + draw(random, made->points);
	}
	if (type == BALLOT_SCORE) {
		made->score_least = draw(random, 2);
		made->value_most = 1 + draw(random, MEETING_SCORE_BEST);
		made->score_all = draw(random, 2);
		made->choose_min = 0;
		made->choose_max = count;
	}
}

/* One of the proposals in ORDER after another, as long as the ballot is one;
 * what it gives, or nothing. */
static void pot_draw(const struct random *random, const struct meeting *meeting,
		     int pot, struct ballot *ballot)
{
	const struct pot *rules = &meeting->pots[pot];
	int first, end, order[MEETING_PROPOSALS];
	int wanted = draw(random, rules->choose_max + 1), named = 0;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		order[i - first] = i;
	random_shuffle(random, order, end - first);
	if (wanted > 0 && wanted < rules->choose_min)
		wanted = rules->choose_min;
	if (wanted > 0 && rules->score_all && rules->score_least == 1)
		wanted = end - first;
	for (int i = 0; i < end - first && named < wanted; i++) {
		short *value = &ballot->value[order[i]];
		int most = ballot_value_most(rules);

		if (rules->ballot_type == BALLOT_POINTS) {
			/* One for each that is still to be named. */
			int rest = rules->points -
				   ballot_points(meeting, ballot, pot) -
				   (wanted - named - 1);

			most = most < rest ? most : rest;
		}
		*value = (short)(1 + draw(random, most));
		if (rules->ballot_type == BALLOT_RANK)
			*value = (short)(named + 1);
		if (rules->ballot_type == BALLOT_KNAPSACK &&
		    ballot_cost_minor(meeting, ballot, pot) >
			rules->amount_minor)
			*value = 0;
		named += *value != 0;
	}
}

struct ballot ballots_draw(const struct random *random,
			   const struct meeting *meeting)
{
	struct ballot ballot = {{0}};

	for (int pot = 0; pot < meeting->pot_count; pot++)
		pot_draw(random, meeting, pot, &ballot);
	assert_int_equal(ballot_check(meeting, &ballot), STATUS_OK);
	return ballot;
}

int ballots_gives(const struct meeting *meeting, const struct ballot *ballot,
		  int index)
{
	int pot = meeting->proposals[index].pot, behind = 0;

	if (ballot->value[index] == 0)
		return 0;
	if (meeting->pots[pot].ballot_type != BALLOT_RANK)
		return ballot->value[index];
	for (int i = 0; i < meeting->proposal_count; i++)
		behind += meeting->proposals[i].pot == pot &&
			  ballot->value[i] > ballot->value[index];
	return behind + 1;
}

#include "counting/card_example.h"

#include <stdlib.h>
#include <string.h>

#include "core/rule_kind.h"
#include "core/tally.h"
#include "counting/pot_election.h"
#include "rules/count.h"
#include "rules/election.h"

enum {
	DRAWS_MOST = 200,
	DRAWS_LEAST = 10,
	DRAWS_WORK = 4000, /* draws times proposals: a second at most */
	LIKING_MOST = 9,   /* how much more often one is named than another */
	SHOWS_NO_STOP = 1000,
	SHOWS_NO_TIE = 50,
	SHOWS_MONEY = 20,
	SHOWS_NONE = 20, /* one that does not fit */
};

/* One draw. */
struct drawing {
	const struct meeting *meeting;
	uint64_t state;
	int liking[MEETING_PROPOSALS];
};

/* A number below LIMIT (xorshift64*, Vigna 2016): the same everywhere. */
static int below(struct drawing *drawing, int limit)
{
	drawing->state ^= drawing->state >> 12;
	drawing->state ^= drawing->state << 25;
	drawing->state ^= drawing->state >> 27;
	return (int)((drawing->state * UINT64_C(2685821657736338717) >> 33) %
		     (uint64_t)limit);
}

static void liking_draw(struct drawing *drawing)
{
	for (int i = 0; i < drawing->meeting->proposal_count; i++)
		drawing->liking[i] = 1 + below(drawing, LIKING_MOST);
}

/* One of POT's proposals that BALLOT does not name yet, those that are liked
 * more often; -1 when it names all. */
static int pick(struct drawing *drawing, const struct ballot *ballot, int pot)
{
	int first, end, all = 0, at;

	meeting_pot_range(drawing->meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		all += ballot->value[i] == 0 ? drawing->liking[i] : 0;
	if (all == 0)
		return -1;
	at = below(drawing, all);
	for (int i = first; i < end; i++) {
		at -= ballot->value[i] == 0 ? drawing->liking[i] : 0;
		if (at < 0)
			return i;
	}
	return -1;
}

/* How many proposals a ballot names in POT. */
static int names_draw(struct drawing *drawing, const struct pot *pot)
{
	int least = pot->choose_min > 1 ? pot->choose_min : 1;

	return least >= pot->choose_max
		   ? pot->choose_max
		   : least + below(drawing, pot->choose_max - least + 1);
}

static void ticks_draw(struct drawing *drawing, struct ballot *ballot, int pot,
		       int names)
{
	const struct pot *of = &drawing->meeting->pots[pot];

	for (int i = 0; i < names; i++) {
		int chosen = pick(drawing, ballot, pot);

		if (chosen < 0)
			return;
		ballot->value[chosen] =
		    (short)(of->ballot_type == BALLOT_RANK ? i + 1 : 1);
		if (of->ballot_type == BALLOT_KNAPSACK &&
		    ballot_cost_minor(drawing->meeting, ballot, pot) >
			of->amount_minor)
			ballot->value[chosen] = 0;
	}
}

/* Names some with a point each, then gives the rest away among them. */
static void points_draw(struct drawing *drawing, struct ballot *ballot, int pot,
			int names)
{
	const struct pot *of = &drawing->meeting->pots[pot];
	int first, end;

	ticks_draw(drawing, ballot, pot,
		   names < of->points ? names : of->points);
	meeting_pot_range(drawing->meeting, pot, &first, &end);
	for (int left =
		     of->points - ballot_points(drawing->meeting, ballot, pot),
		 tries = 4 * of->points;
	     left > 0 && tries > 0; tries--) {
		int to = first + below(drawing, end - first);

		if (ballot->value[to] == 0 ||
		    ballot->value[to] >= of->value_most)
			continue;
		ballot->value[to]++;
		left--;
	}
}

/* All are scored, the liked ones higher. */
static void scores_draw(struct drawing *drawing, struct ballot *ballot, int pot)
{
	const struct pot *of = &drawing->meeting->pots[pot];
	const int range = of->value_most - of->score_least;
	int first, end;

	meeting_pot_range(drawing->meeting, pot, &first, &end);
	for (int i = first; i < end; i++) {
		int score = below(drawing, range + 1);
		int liked = range * drawing->liking[i] / LIKING_MOST;

		ballot->value[i] =
		    (short)(of->score_least + (score + liked + 1) / 2);
	}
}

static void pot_draw(struct drawing *drawing, struct ballot *ballot, int pot)
{
	const struct pot *of = &drawing->meeting->pots[pot];
	const struct ballot before = *ballot;
	int names = names_draw(drawing, of);

	if (of->ballot_type == BALLOT_SCORE)
		scores_draw(drawing, ballot, pot);
	else if (of->ballot_type == BALLOT_POINTS)
		points_draw(drawing, ballot, pot, names);
	else
		ticks_draw(drawing, ballot, pot, names);
	/* Limits that leave no such ballot: blank in this pot. */
	if (ballot_check(drawing->meeting, ballot) != STATUS_OK)
		*ballot = before;
}

/* How much RESULT shows. */
static int shows(const struct meeting *meeting, const struct result *result)
{
	int much = result->stopped ? 0 : SHOWS_NO_STOP;

	much += result->tie_count == 0 ? SHOWS_NO_TIE : -result->tie_count;
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		const struct pot_result *of = &result->pots[pot];
		bool money = false, none = false;

		for (int i = of->first_award; i < of->end_award; i++) {
			enum outcome outcome = result->awards[i].outcome;

			money |= outcome == OUTCOME_FUNDED;
			none |= outcome == OUTCOME_TOO_DEAR ||
				outcome == OUTCOME_PART ||
				outcome == OUTCOME_SHARES ||
				outcome == OUTCOME_OUTWEIGHED;
		}
		much += (money ? SHOWS_MONEY : 0) + (none ? SHOWS_NONE : 0);
	}
	return much;
}

/* What no example of MEETING shows more than. */
static int shows_most(const struct meeting *meeting)
{
	return SHOWS_NO_STOP + SHOWS_NO_TIE +
	       meeting->pot_count * (SHOWS_MONEY + SHOWS_NONE);
}

static int draws_of(const struct meeting *meeting)
{
	int draws = DRAWS_WORK / (meeting->proposal_count + 1);

	return draws < DRAWS_LEAST  ? DRAWS_LEAST
	       : draws > DRAWS_MOST ? DRAWS_MOST
				    : draws;
}

/* The ballots of the pot of an example, as its rule looks at them. */
static enum status election_make(const struct meeting *meeting, int pot,
				 const struct card_example *example,
				 struct election **ret_election)
{
	struct election_builder *builder = pot_election_begin(meeting, pot);
	enum status status = builder ? STATUS_OK : STATUS_MEMORY;

	for (int i = 0; i < EXAMPLE_BALLOTS && status == STATUS_OK; i++)
		status = pot_election_add(builder, meeting, pot,
					  &example->ballots[i], 1);
	if (status == STATUS_OK) {
		*ret_election = election_build(builder);
		status = *ret_election ? STATUS_OK : STATUS_MEMORY;
	}
	election_builder_free(builder);
	return status;
}

/* Counts the example with the rules themselves. */
static enum status example_count(const struct meeting *meeting,
				 const struct tally *tally,
				 struct card_example *example)
{
	struct count_ballots ballots = {.told = NULL};
	enum status status = STATUS_OK;

	for (int pot = 0; pot < meeting->pot_count && status == STATUS_OK;
	     pot++)
		if (pot_whole_ballots(&meeting->pots[pot]))
			status = election_make(meeting, pot, example,
					       &ballots.of[pot]);
	if (status == STATUS_OK)
		status = count_meeting(meeting, tally, &ballots, NULL, 0,
				       &example->result);
	count_ballots_free(&ballots);
	return status == STATUS_TIE ? STATUS_OK : status;
}

/* The example of draw number DRAW. */
static enum status example_draw(const struct meeting *meeting, int draw,
				struct card_example *ret_example)
{
	struct drawing drawing = {.meeting = meeting,
				  .state = UINT64_C(0x9E3779B97F4A7C15) *
					   (uint64_t)(draw + 1)};
	struct tally tally;

	liking_draw(&drawing);
	tally_clear(&tally);
	for (int i = 0; i < EXAMPLE_BALLOTS; i++) {
		struct ballot *ballot = &ret_example->ballots[i];

		*ballot = (struct ballot){{0}};
		for (int pot = 0; pot < meeting->pot_count; pot++)
			pot_draw(&drawing, ballot, pot);
		tally_add(&tally, meeting, ballot);
	}
	return example_count(meeting, &tally, ret_example);
}

enum status card_example_new(const struct meeting *meeting,
			     struct card_example **ret_example)
{
	struct card_example *best = calloc(1, sizeof(*best));
	struct card_example *tried = calloc(1, sizeof(*tried));
	enum status status = best && tried ? STATUS_OK : STATUS_MEMORY;
	int most = -1;

	for (int draw = 0; draw < draws_of(meeting) && status == STATUS_OK &&
			   most < shows_most(meeting);
	     draw++) {
		int much;

		status = example_draw(meeting, draw, tried);
		if (status != STATUS_OK)
			break;
		much = shows(meeting, &tried->result);
		if (much > most) {
			memcpy(best, tried, sizeof(*best));
			most = much;
		}
	}
	if (status == STATUS_OK) {
		*ret_example = best;
		best = NULL;
	}
	free(best);
	free(tried);
	return status;
}

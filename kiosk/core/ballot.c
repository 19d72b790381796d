#include "core/ballot.h"

#include <assert.h>
#include <string.h>

int ballot_chosen(const struct meeting *meeting, const struct ballot *ballot,
		  int pot)
{
	int first, end, chosen = 0;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		chosen += ballot->value[i] != 0;
	return chosen;
}

int64_t ballot_cost_minor(const struct meeting *meeting,
			  const struct ballot *ballot, int pot)
{
	int first, end;
	int64_t cost_minor = 0;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		if (ballot->value[i] != 0)
			cost_minor += meeting->proposals[i].cost_minor;
	return cost_minor;
}

bool ballot_blank(const struct meeting *meeting, const struct ballot *ballot)
{
	for (int pot = 0; pot < meeting->pot_count; pot++)
		if (ballot_chosen(meeting, ballot, pot) != 0)
			return false;
	return true;
}

int ballot_value_most(const struct pot *pot)
{
	switch (pot->ballot_type) {
	case BALLOT_POINTS:
	case BALLOT_SCORE:
		return pot->value_most;
	case BALLOT_RANK:
		return pot->choose_max;
	default:
		return 1;
	}
}

int ballot_points(const struct meeting *meeting, const struct ballot *ballot,
		  int pot)
{
	int first, end, points = 0;

	if (meeting->pots[pot].ballot_type != BALLOT_POINTS)
		return 0;
	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		points += ballot->value[i];
	return points;
}

int ballot_support(const struct meeting *meeting, const struct ballot *ballot,
		   int index)
{
	int pot = meeting->proposals[index].pot;
	int value = ballot->value[index];

	if (value == 0 || meeting->pots[pot].ballot_type != BALLOT_RANK)
		return value;
	return ballot_chosen(meeting, ballot, pot) - value + 1;
}

int ballot_lacks(const struct meeting *meeting, const struct ballot *ballot,
		 int index, const bool scored[MEETING_PROPOSALS])
{
	const struct pot *pot = &meeting->pots[index];
	int first, end, named = 0, least = pot->choose_min;

	meeting_pot_range(meeting, index, &first, &end);
	for (int i = first; i < end; i++)
		named += ballot->value[i] != 0 || (scored && scored[i]);
	if (pot->ballot_type == BALLOT_SCORE && pot->score_all)
		least = end - first;
	return named > 0 && named < least ? least - named : 0;
}

/* Whether each of the ranks 1 to CHOSEN stands in [FIRST, END) once. */
static bool ranks_whole(const struct ballot *ballot, int first, int end,
			int chosen)
{
	bool taken[MEETING_PROPOSALS + 1] = {false};

	for (int i = first; i < end; i++) {
		int rank = ballot->value[i];

		if (rank > chosen || (rank > 0 && taken[rank]))
			return false;
		taken[rank] = true;
	}
	return true;
}

/* Whether every place of the pot [FIRST, END) holds a value it may hold. */
static bool values_allowed(const struct pot *pot, const struct ballot *ballot,
			   int first, int end)
{
	for (int i = first; i < end; i++)
		if (ballot->value[i] < 0 ||
		    ballot->value[i] > ballot_value_most(pot))
			return false;
	return true;
}

static bool pot_valid(const struct meeting *meeting,
		      const struct ballot *ballot, int index)
{
	const struct pot *pot = &meeting->pots[index];
	int chosen = ballot_chosen(meeting, ballot, index);
	int first, end;

	meeting_pot_range(meeting, index, &first, &end);
	if (!values_allowed(pot, ballot, first, end))
		return false;
	if (chosen == 0)
		return true;
	if (chosen > pot->choose_max)
		return false;
	switch (pot->ballot_type) {
	case BALLOT_KNAPSACK:
		if (ballot_cost_minor(meeting, ballot, index) >
		    pot->amount_minor)
			return false;
		break;
	case BALLOT_POINTS:
		if (ballot_points(meeting, ballot, index) > pot->points)
			return false;
		break;
	case BALLOT_SCORE:
		/* A 0 may be a score, or a proposal that was skipped. */
		if (pot->score_least == 0)
			return true;
		break;
	case BALLOT_RANK:
		if (!ranks_whole(ballot, first, end, chosen))
			return false;
		break;
	default:
		break;
	}
	return ballot_lacks(meeting, ballot, index, NULL) == 0;
}

enum status ballot_check(const struct meeting *meeting,
			 const struct ballot *ballot)
{
	for (int pot = 0; pot < meeting->pot_count; pot++)
		if (!pot_valid(meeting, ballot, pot))
			return STATUS_BALLOT;
	for (int i = meeting->proposal_count; i < MEETING_PROPOSALS; i++)
		if (ballot->value[i] != 0)
			return STATUS_BALLOT;
	return STATUS_OK;
}

void ballot_encode(const struct meeting *meeting, const struct ballot *ballot,
		   char text[BALLOT_TEXT + 1])
{
	char *end = text;

	for (int i = 0; i < meeting->proposal_count; i++) {
		int value = ballot->value[i];

		assert(value >= 0 && value <= BALLOT_VALUE_MAX);
		*end++ = (char)('0' + value / 100);
		*end++ = (char)('0' + value / 10 % 10);
		*end++ = (char)('0' + value % 10);
	}
	*end = '\0';
}

enum status ballot_decode(const struct meeting *meeting, const char *text,
			  size_t length, struct ballot *ret_ballot)
{
	struct ballot ballot = {{0}};

	if (length != (size_t)meeting->proposal_count * BALLOT_DIGITS)
		return STATUS_DAMAGED;
	for (size_t i = 0; i < length; i++) {
		short *value = &ballot.value[i / BALLOT_DIGITS];

		if (text[i] < '0' || text[i] > '9')
			return STATUS_DAMAGED;
		*value = (short)(*value * 10 + (text[i] - '0'));
	}
	if (ballot_check(meeting, &ballot) != STATUS_OK)
		return STATUS_DAMAGED;
	*ret_ballot = ballot;
	return STATUS_OK;
}

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

static bool pot_valid(const struct meeting *meeting,
		      const struct ballot *ballot, int index)
{
	const struct pot *pot = &meeting->pots[index];
	int largest = ballot_type_largest(pot->ballot_type);
	int chosen = ballot_chosen(meeting, ballot, index);
	int first, end;

	meeting_pot_range(meeting, index, &first, &end);
	for (int i = first; i < end; i++)
		if (ballot->value[i] < 0 || ballot->value[i] > largest)
			return false;
	return chosen == 0 ||
	       (chosen >= pot->choose_min && chosen <= pot->choose_max);
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

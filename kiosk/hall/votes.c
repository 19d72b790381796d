#include "hall/votes.h"

bool votes_by_hand(const struct hall_view *view)
{
	return view->paper && view->paper->stands;
}

static int64_t votes_of(const struct hall_view *view, int proposal)
{
	return votes_by_hand(view) ? view->paper->votes[proposal]
				   : view->tally->support[proposal];
}

int votes_rows(const struct hall_view *view, int pot,
	       struct vote_row ret_rows[MEETING_PROPOSALS])
{
	int first, end, count = 0;

	meeting_pot_range(view->meeting, pot, &first, &end);
	for (int i = first; i < end; i++) {
		struct vote_row row = {i, votes_of(view, i), 0};
		int at = count++;

		for (; at > 0 && ret_rows[at - 1].votes < row.votes; at--)
			ret_rows[at] = ret_rows[at - 1];
		ret_rows[at] = row;
	}
	for (int i = 0; i < count; i++)
		ret_rows[i].place =
		    i > 0 && ret_rows[i].votes == ret_rows[i - 1].votes
			? ret_rows[i - 1].place
			: i + 1;
	return count;
}

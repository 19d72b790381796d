/* The pages of cards and of the review, and which of them were seen. */
#include "core/session.h"

int session_pages(const struct meeting *meeting, int pot, int page_size)
{
	int first, end, pages;

	meeting_pot_range(meeting, pot, &first, &end);
	pages = (end - first + page_size - 1) / page_size;
	return pages < 1 ? 1 : pages > SESSION_PAGES ? SESSION_PAGES : pages;
}

/* The bits of the first COUNT pages. */
static uint64_t page_bits(int count)
{
	return count >= SESSION_PAGES ? UINT64_MAX : (UINT64_C(1) << count) - 1;
}

static bool pot_all_seen(const struct session *session,
			 const struct meeting *meeting, int pot, int page_size)
{
	uint64_t all = page_bits(session_pages(meeting, pot, page_size));

	return (session->seen[pot] & all) == all;
}

bool session_all_seen(const struct session *session,
		      const struct meeting *meeting, int page_size)
{
	return pot_all_seen(session, meeting, session->pot, page_size);
}

int session_chosen(const struct session *session, const struct meeting *meeting,
		   int ret_proposals[MEETING_PROPOSALS])
{
	int count = 0;

	for (int i = 0; i < meeting->proposal_count; i++)
		if (session->ballot.value[i] != 0)
			ret_proposals[count++] = i;
	return count;
}

int session_review_pages(const struct session *session,
			 const struct meeting *meeting, int review_size)
{
	int chosen[MEETING_PROPOSALS];
	int count = session_chosen(session, meeting, chosen);
	int pages = (count + review_size - 1) / review_size;

	return pages < 1 ? 1 : pages;
}

bool session_review_seen(const struct session *session,
			 const struct meeting *meeting, int review_size)
{
	return session->review_seen >=
	       session_review_pages(session, meeting, review_size);
}

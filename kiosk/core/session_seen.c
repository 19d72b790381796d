/* The pages of cards and of the review, and what of them was seen. */
#include "core/session_move.h"

static int pot_size(const struct meeting *meeting, int pot)
{
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	return end - first;
}

static int pages_of(int count, int size)
{
	int pages = (count + size - 1) / size;

	return pages < 1 ? 1 : pages;
}

int session_pages(const struct meeting *meeting, int pot, int page_size)
{
	return pages_of(pot_size(meeting, pot), page_size);
}

/* Where page PAGE begins, when COUNT cards are shared out over PAGES. */
static int page_start(int page, int pages, int count)
{
	return (page * count + pages - 1) / pages;
}

int session_page(const struct session *session, const struct meeting *meeting,
		 int page_size)
{
	int count = pot_size(meeting, session->pot);
	int pages = pages_of(count, page_size), page = 0;

	while (page + 1 < pages &&
	       page_start(page + 1, pages, count) <= session->at[session->pot])
		page++;
	return page;
}

void session_page_cards(const struct session *session,
			const struct meeting *meeting, int page_size,
			int *ret_from, int *ret_to)
{
	int page = session_page(session, meeting, page_size);
	int pages = session_pages(meeting, session->pot, page_size);
	int first, end;

	meeting_pot_range(meeting, session->pot, &first, &end);
	*ret_from = first + page_start(page, pages, end - first);
	*ret_to = first + page_start(page + 1, pages, end - first);
}

int session_page_most(const struct meeting *meeting, int pot, int page_size)
{
	int count = pot_size(meeting, pot);

	return pages_of(count, pages_of(count, page_size));
}

bool session_all_seen(const struct session *session,
		      const struct meeting *meeting, int page_size)
{
	int first, end, from, to;

	if (session->express[session->pot])
		return true;
	meeting_pot_range(meeting, session->pot, &first, &end);
	session_page_cards(session, meeting, page_size, &from, &to);
	for (int i = first; i < end; i++)
		if (!session->seen[i] && (i < from || i >= to))
			return false;
	return true;
}

/* Puts those of POT behind one another by the ranks given. */
static int chosen_by_rank(const struct session *session,
			  const struct meeting *meeting, int pot,
			  int *ret_proposals)
{
	int chosen = ballot_chosen(meeting, &session->ballot, pot);
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++)
		if (session->ballot.value[i] != 0)
			ret_proposals[session->ballot.value[i] - 1] = i;
	return chosen;
}

int session_chosen(const struct session *session, const struct meeting *meeting,
		   int ret_proposals[MEETING_PROPOSALS])
{
	int count = 0;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		if (meeting->pots[pot].ballot_type == BALLOT_RANK) {
			count += chosen_by_rank(session, meeting, pot,
						ret_proposals + count);
			continue;
		}
		meeting_pot_range(meeting, pot, &first, &end);
		for (int i = first; i < end; i++)
			if (session->ballot.value[i] != 0 || session->scored[i])
				ret_proposals[count++] = i;
	}
	return count;
}

static int chosen_count(const struct session *session,
			const struct meeting *meeting)
{
	int chosen[MEETING_PROPOSALS];

	return session_chosen(session, meeting, chosen);
}

int session_review_pages(const struct session *session,
			 const struct meeting *meeting, int review_size)
{
	return pages_of(chosen_count(session, meeting), review_size);
}

int session_review_page(const struct session *session,
			const struct meeting *meeting, int review_size)
{
	int pages = session_review_pages(session, meeting, review_size);
	int page = session->review_at / review_size;

	return page < pages ? page : pages - 1;
}

/* How many rows from the first on were seen, with the page shown. */
static int review_rows_seen(const struct session *session,
			    const struct meeting *meeting, int review_size)
{
	int page = session_review_page(session, meeting, review_size);
	int end = (page + 1) * review_size;

	return page * review_size <= session->review_seen &&
		       end > session->review_seen
		   ? end
		   : session->review_seen;
}

bool session_review_seen(const struct session *session,
			 const struct meeting *meeting, int review_size)
{
	return review_rows_seen(session, meeting, review_size) >=
	       chosen_count(session, meeting);
}

void session_note_seen(const struct touch *touch)
{
	struct session *session = touch->session;
	int from, to, count;

	if (session->overlay != OVERLAY_NONE)
		return;
	if (session->screen == SCREEN_CHOOSE) {
		session_page_cards(session, touch->meeting, touch->page_size,
				   &from, &to);
		for (int i = from; i < to; i++)
			session->seen[i] = true;
	} else if (session->screen == SCREEN_REVIEW) {
		count = chosen_count(session, touch->meeting);
		session->review_seen = review_rows_seen(session, touch->meeting,
							touch->review_size);
		if (session->review_seen > count)
			session->review_seen = count;
	}
}

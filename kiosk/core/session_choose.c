/* Choosing: the cards of a pot, its numbers, and one proposal in full. */
#include "core/session_move.h"

int session_lacks(const struct session *session, const struct meeting *meeting,
		  int pot)
{
	return ballot_lacks(meeting, &session->ballot, pot, session->scored);
}

/* To the first page of the review; what was seen of it before may have changed.
 */
static void review_begin(const struct touch *touch)
{
	touch->session->review_seen = 0;
	touch->session->review_at = 0;
	session_go(touch->session, SCREEN_REVIEW, touch->now_ms);
}

/* To POT where something is missing: the first card without a score, else its
 * first page, or its numbers. */
void session_to_missing(const struct touch *touch, int pot)
{
	struct session *session = touch->session;
	int first, end, at = 0;

	meeting_pot_range(touch->meeting, pot, &first, &end);
	if (touch->meeting->pots[pot].ballot_type == BALLOT_SCORE)
		while (at < end - first - 1 &&
		       session->scored[session->order[first + at]])
			at++;
	session->at[pot] = at;
	session_enter(session, touch->meeting, pot, touch->now_ms);
	session_show(session, BANNER_FEW, pot, touch->now_ms);
}

/* On from the last page of the session's pot: to the next, or the review. */
static void pot_done(const struct touch *touch)
{
	struct session *session = touch->session;
	int pot = session->pot;
	bool express = session->express[pot];

	if (session_lacks(session, touch->meeting, pot) > 0) {
		if (touch->meeting->pots[pot].ballot_type == BALLOT_SCORE)
			session_to_missing(touch, pot);
		else
			session_show(session, BANNER_FEW, pot, touch->now_ms);
		return;
	}
	if (++pot == touch->meeting->pot_count) {
		review_begin(touch);
		return;
	}
	if (express && session_by_numbers(&touch->meeting->pots[pot]))
		session->express[pot] = true;
	session_enter(session, touch->meeting, pot, touch->now_ms);
}

/* The first card of page PAGE of the session's pot. */
static void show_page(const struct touch *touch, int page)
{
	struct session *session = touch->session;
	int pages =
	    session_pages(touch->meeting, session->pot, touch->page_size);
	int first, end;

	meeting_pot_range(touch->meeting, session->pot, &first, &end);
	session_go_cards(session, session->pot,
			 (page * (end - first) + pages - 1) / pages,
			 touch->now_ms);
}

static void choose_next(const struct touch *touch)
{
	struct session *session = touch->session;
	int pages =
	    session_pages(touch->meeting, session->pot, touch->page_size);
	int next = session_page(session, touch->meeting, touch->page_size) + 1;

	if (next < pages ||
	    !session_all_seen(session, touch->meeting, touch->page_size))
		show_page(touch, next % pages);
	else
		pot_done(touch);
}

static void choose_back(const struct touch *touch)
{
	struct session *session = touch->session;
	int page = session_page(session, touch->meeting, touch->page_size);

	if (page > 0)
		show_page(touch, page - 1);
	else if (session->pot > 0)
		session_enter(session, touch->meeting, session->pot - 1,
			      touch->now_ms);
	else
		session_open_languages(touch);
}

static void open_detail(const struct touch *touch)
{
	struct session *session = touch->session;
	int value = touch->intent.value;

	if (value < 0 || value >= touch->meeting->proposal_count)
		return;
	session->detail = value;
	session->detail_page = 0;
	session_go(session, SCREEN_DETAIL, touch->now_ms);
}

enum effect session_on_choose(const struct touch *touch)
{
	struct session *session = touch->session;
	const struct pot *pot = &touch->meeting->pots[session->pot];

	switch (touch->intent.kind) {
	case INTENT_OPEN:
		open_detail(touch);
		break;
	case INTENT_NUMBERS:
		if (!session_by_numbers(pot))
			break;
		session->express[session->pot] = true;
		session_go(session, SCREEN_NUMBERS, touch->now_ms);
		break;
	case INTENT_NEXT:
		choose_next(touch);
		break;
	case INTENT_BACK:
		choose_back(touch);
		break;
	default:
		break;
	}
	return EFFECT_NONE;
}

enum effect session_on_rules(const struct touch *touch)
{
	struct session *session = touch->session;

	if (touch->intent.kind == INTENT_NEXT)
		session_enter(session, touch->meeting, session->pot,
			      touch->now_ms);
	else if (touch->intent.kind == INTENT_BACK && session->pot > 0)
		session_enter(session, touch->meeting, session->pot - 1,
			      touch->now_ms);
	else if (touch->intent.kind == INTENT_BACK)
		session_open_languages(touch);
	return EFFECT_NONE;
}

bool session_by_numbers(const struct pot *pot)
{
	return pot->ballot_type == BALLOT_APPROVAL ||
	       pot->ballot_type == BALLOT_KNAPSACK ||
	       pot->ballot_type == BALLOT_RANK;
}

int session_number(const struct session *session)
{
	int number = 0;

	for (int i = 0; i < session->digit_count; i++)
		number = 10 * number + session->digits[i];
	return number;
}

static void digit(const struct touch *touch)
{
	struct session *session = touch->session;
	int value = touch->intent.value;

	if (value < 0 || value > 9 || session->digit_count == SESSION_DIGITS ||
	    (value == 0 && session->digit_count == 0))
		return;
	session->digits[session->digit_count++] = value;
}

enum effect session_on_numbers(const struct touch *touch)
{
	struct session *session = touch->session;

	switch (touch->intent.kind) {
	case INTENT_DIGIT:
		digit(touch);
		break;
	case INTENT_ERASE:
		if (session->digit_count > 0)
			session->digit_count--;
		break;
	case INTENT_CARDS:
	case INTENT_BACK:
		session->digit_count = 0;
		session->express[session->pot] = false;
		session_go_cards(session, session->pot,
				 session->at[session->pot], touch->now_ms);
		break;
	case INTENT_NEXT:
		session->digit_count = 0;
		pot_done(touch);
		break;
	default:
		break;
	}
	return EFFECT_NONE;
}

enum effect session_on_detail(const struct touch *touch)
{
	struct session *session = touch->session;

	switch (touch->intent.kind) {
	case INTENT_MORE:
		if (touch->intent.value >= 0)
			session->detail_page = touch->intent.value;
		session_changed(session, touch->now_ms);
		break;
	case INTENT_CLOSE:
	case INTENT_BACK:
		session_go_cards(session, session->pot,
				 session->at[session->pot], touch->now_ms);
		break;
	default:
		break;
	}
	return EFFECT_NONE;
}

/* The review of what was chosen, and the cast. */
#include "core/session_move.h"

/* Shows PAGE of the review: one that was seen, or the next after them. */
static void review_show(const struct touch *touch, int page)
{
	struct session *session = touch->session;
	int at = page * touch->review_size;

	if (page < 0 ||
	    page >= session_review_pages(session, touch->meeting,
					 touch->review_size) ||
	    at > session->review_seen)
		return;
	session->review_at = at;
	session_changed(session, touch->now_ms);
}

/* A row was taken away: those behind it have moved up, and what was seen of
 * them stays seen; after the last row of the last page, the page before shows.
 */
void session_review_removed(const struct touch *touch, int rows)
{
	struct session *session = touch->session;
	int page =
	    session_review_page(session, touch->meeting, touch->review_size);

	if (session->review_seen > 0)
		session->review_seen -= rows;
	session->review_at = page * touch->review_size;
	session_changed(session, touch->now_ms);
}

static enum effect cast(const struct touch *touch)
{
	struct session *session = touch->session;

	if (!session_review_seen(session, touch->meeting, touch->review_size))
		return EFFECT_NONE;
	for (int pot = 0; pot < touch->meeting->pot_count; pot++) {
		if (session_lacks(session, touch->meeting, pot) == 0)
			continue;
		session_to_missing(touch, pot);
		return EFFECT_NONE;
	}
	if (ballot_blank(touch->meeting, &session->ballot)) {
		session_overlay(session, OVERLAY_BLANK, touch->now_ms);
		return EFFECT_NONE;
	}
	session_go(session, SCREEN_CASTING, touch->now_ms);
	return EFFECT_CAST;
}

enum effect session_on_review(const struct touch *touch)
{
	struct session *session = touch->session;
	int value = touch->intent.value;

	switch (touch->intent.kind) {
	case INTENT_MORE:
		review_show(touch, value);
		break;
	case INTENT_EDIT:
		if (value >= 0 && value < touch->meeting->pot_count) {
			session->at[value] = 0;
			session_enter(session, touch->meeting, value,
				      touch->now_ms);
		}
		break;
	case INTENT_BACK:
		session_enter(session, touch->meeting, session->pot,
			      touch->now_ms);
		break;
	case INTENT_CAST:
		return cast(touch);
	default:
		break;
	}
	return EFFECT_NONE;
}

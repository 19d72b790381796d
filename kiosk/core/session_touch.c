/* What a touch means on each screen. */
#include "core/session.h"
#include "core/session_move.h"

/* What every handler needs; passed as one so that they fit one table. */
struct touch {
	struct session *session;
	const struct meeting *meeting;
	struct intent intent;
	int page_size;
	int review_size;
	uint64_t now_ms;
};

/* Some are chosen in POT, but fewer than it asks for. */
static bool pot_too_few(const struct session *session,
			const struct meeting *meeting, int pot)
{
	int chosen = ballot_chosen(meeting, &session->ballot, pot);

	return chosen > 0 && chosen < meeting->pots[pot].choose_min;
}

static void toggle(const struct touch *touch)
{
	struct session *session = touch->session;
	int proposal = touch->intent.value;
	const struct pot *pot;
	int index;

	if (proposal < 0 || proposal >= touch->meeting->proposal_count)
		return;
	index = touch->meeting->proposals[proposal].pot;
	pot = &touch->meeting->pots[index];
	session->banner = BANNER_NONE;
	if (session->ballot.value[proposal] != 0)
		session->ballot.value[proposal] = 0;
	else if (session->screen == SCREEN_REVIEW)
		return; /* the review only takes away */
	else if (ballot_chosen(touch->meeting, &session->ballot, index) >=
		 pot->choose_max)
		session_show(session, BANNER_FULL, index, touch->now_ms);
	else
		session->ballot.value[proposal] = 1;
}

static void open_languages(const struct touch *touch)
{
	touch->session->from = touch->session->screen;
	session_go(touch->session, SCREEN_LANGUAGE, touch->now_ms);
}

static enum effect on_attract(const struct touch *touch)
{
	if (touch->intent.kind == INTENT_TYPE_CODE)
		session_go(touch->session, SCREEN_CODE, touch->now_ms);
	else if (touch->intent.kind == INTENT_DEMO_SCAN)
		return EFFECT_DEMO_SCAN;
	return EFFECT_NONE;
}

static enum effect on_code(const struct touch *touch)
{
	struct session *session = touch->session;

	switch (touch->intent.kind) {
	case INTENT_SYMBOL:
		if (session->code_length == SLIP_SYMBOLS ||
		    touch->intent.value < 0 || touch->intent.value > 31)
			return EFFECT_NONE;
		session->code[session->code_length++] =
		    SLIP_ALPHABET[touch->intent.value];
		return session->code_length == SLIP_SYMBOLS ? EFFECT_LOOK_UP
							    : EFFECT_NONE;
	case INTENT_ERASE:
		session->code_wrong = false;
		if (session->code_length > 0)
			session->code[--session->code_length] = '\0';
		return EFFECT_NONE;
	case INTENT_BACK:
	case INTENT_STOP:
		session_reset(session, touch->now_ms);
		return EFFECT_NONE;
	default:
		return EFFECT_NONE;
	}
}

static enum effect on_message(const struct touch *touch)
{
	if (touch->intent.kind == INTENT_DISMISS)
		session_reset(touch->session, touch->now_ms);
	return EFFECT_NONE;
}

static enum effect on_language(const struct touch *touch)
{
	struct session *session = touch->session;
	bool first = session->from == SCREEN_COUNT;

	switch (touch->intent.kind) {
	case INTENT_LANGUAGE:
		if (touch->intent.value < 0 ||
		    touch->intent.value >= touch->meeting->language_count)
			return EFFECT_NONE;
		session->language = touch->intent.value;
		if (first)
			session_go_page(session, 0, 0, touch->now_ms);
		else
			session_go(session, session->from, touch->now_ms);
		return EFFECT_NONE;
	case INTENT_BACK:
		if (!first)
			session_go(session, session->from, touch->now_ms);
		return EFFECT_NONE;
	case INTENT_STOP:
		if (first) /* nothing is chosen yet, so nothing to ask */
			session_reset(session, touch->now_ms);
		else
			session_overlay(session, OVERLAY_STOP, touch->now_ms);
		return EFFECT_NONE;
	default:
		return EFFECT_NONE;
	}
}

/* Shows PAGE of the review: one that was seen, or the next after them. */
static void review_show(const struct touch *touch, int page)
{
	struct session *session = touch->session;
	int pages =
	    session_review_pages(session, touch->meeting, touch->review_size);

	if (page < 0 || page >= pages || page > session->review_seen)
		return;
	session->review_page = page;
	if (page == session->review_seen)
		session->review_seen++;
	session_changed(session, touch->now_ms);
}

/* To the first page of the review; what was seen of it before may have changed.
 */
static void review_begin(const struct touch *touch)
{
	touch->session->review_seen = 0;
	session_go(touch->session, SCREEN_REVIEW, touch->now_ms);
	review_show(touch, 0);
}

static void choose_next(const struct touch *touch)
{
	struct session *session = touch->session;
	int pages =
	    session_pages(touch->meeting, session->pot, touch->page_size);
	int next = session->page[session->pot] + 1;

	if (next < pages ||
	    !session_all_seen(session, touch->meeting, touch->page_size))
		session_go_page(session, session->pot, next % pages,
				touch->now_ms);
	else if (pot_too_few(session, touch->meeting, session->pot))
		session_show(session, BANNER_FEW, session->pot, touch->now_ms);
	else if (session->pot + 1 < touch->meeting->pot_count)
		session_go_page(session, session->pot + 1, 0, touch->now_ms);
	else
		review_begin(touch);
}

static void choose_back(const struct touch *touch)
{
	struct session *session = touch->session;
	int pot = session->pot;

	if (session->page[pot] > 0)
		session_go_page(session, pot, session->page[pot] - 1,
				touch->now_ms);
	else if (pot > 0)
		session_go_page(session, pot - 1, session->page[pot - 1],
				touch->now_ms);
	else
		open_languages(touch);
}

static enum effect on_choose(const struct touch *touch)
{
	struct session *session = touch->session;
	int value = touch->intent.value;

	switch (touch->intent.kind) {
	case INTENT_TOGGLE:
		toggle(touch);
		break;
	case INTENT_OPEN:
		if (value < 0 || value >= touch->meeting->proposal_count)
			break;
		session->detail = value;
		session->detail_page = 0;
		session_go(session, SCREEN_DETAIL, touch->now_ms);
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

static enum effect on_detail(const struct touch *touch)
{
	struct session *session = touch->session;

	switch (touch->intent.kind) {
	case INTENT_TOGGLE:
		toggle(touch);
		break;
	case INTENT_MORE:
		if (touch->intent.value >= 0)
			session->detail_page = touch->intent.value;
		session_changed(session, touch->now_ms);
		break;
	case INTENT_CLOSE:
	case INTENT_BACK:
		session_go_page(session, session->pot,
				session->page[session->pot], touch->now_ms);
		break;
	default:
		break;
	}
	return EFFECT_NONE;
}

/* The rows behind the one taken away move up, so pages after this one are new
 * unless all had been seen; after the last row of the last page, the page
 * before shows. */
static void review_remove(const struct touch *touch)
{
	struct session *session = touch->session;
	bool seen =
	    session_review_seen(session, touch->meeting, touch->review_size);
	int last;

	toggle(touch);
	if (!seen && session->review_seen > session->review_page + 1)
		session->review_seen = session->review_page + 1;
	last =
	    session_review_pages(session, touch->meeting, touch->review_size) -
	    1;
	review_show(touch,
		    session->review_page < last ? session->review_page : last);
}

static enum effect cast(const struct touch *touch)
{
	struct session *session = touch->session;

	if (!session_review_seen(session, touch->meeting, touch->review_size))
		return EFFECT_NONE;
	for (int pot = 0; pot < touch->meeting->pot_count; pot++) {
		if (!pot_too_few(session, touch->meeting, pot))
			continue;
		session_go_page(session, pot, 0, touch->now_ms);
		session_show(session, BANNER_FEW, pot, touch->now_ms);
		return EFFECT_NONE;
	}
	if (ballot_blank(touch->meeting, &session->ballot)) {
		session_overlay(session, OVERLAY_BLANK, touch->now_ms);
		return EFFECT_NONE;
	}
	session_go(session, SCREEN_CASTING, touch->now_ms);
	return EFFECT_CAST;
}

static enum effect on_review(const struct touch *touch)
{
	struct session *session = touch->session;
	int value = touch->intent.value;

	switch (touch->intent.kind) {
	case INTENT_TOGGLE:
		review_remove(touch);
		break;
	case INTENT_MORE:
		review_show(touch, value);
		break;
	case INTENT_EDIT:
		if (value >= 0 && value < touch->meeting->pot_count)
			session_go_page(session, value, 0, touch->now_ms);
		break;
	case INTENT_BACK:
		session_go_page(session, session->pot,
				session->page[session->pot], touch->now_ms);
		break;
	case INTENT_CAST:
		return cast(touch);
	default:
		break;
	}
	return EFFECT_NONE;
}

static enum effect on_nothing(const struct touch *touch)
{
	(void)touch;
	return EFFECT_NONE;
}

static enum effect (*const handlers[SCREEN_COUNT])(const struct touch *) = {
    [SCREEN_ATTRACT] = on_attract, [SCREEN_CODE] = on_code,
    [SCREEN_MESSAGE] = on_message, [SCREEN_LANGUAGE] = on_language,
    [SCREEN_CHOOSE] = on_choose,   [SCREEN_DETAIL] = on_detail,
    [SCREEN_REVIEW] = on_review,   [SCREEN_CASTING] = on_nothing,
    [SCREEN_THANKS] = on_message,  [SCREEN_LOCKED] = on_nothing,
};

/* An overlay takes every intent; nothing reaches the screen below. */
static enum effect on_overlay(const struct touch *touch)
{
	struct session *session = touch->session;
	enum intent_kind kind = touch->intent.kind;

	if (session->overlay == OVERLAY_STOP && kind == INTENT_STOP_YES) {
		session_reset(session, touch->now_ms);
	} else if (session->overlay == OVERLAY_BLANK &&
		   kind == INTENT_CAST_BLANK) {
		session_go(session, SCREEN_CASTING, touch->now_ms);
		return EFFECT_CAST;
	} else if (kind == INTENT_DISMISS) {
		if (session->overlay == OVERLAY_BLANK)
			session_go_page(session, 0, 0, touch->now_ms);
		else
			session_overlay(session, OVERLAY_NONE, touch->now_ms);
	}
	return EFFECT_NONE;
}

/* The header's buttons, the same on the screens of a vote. */
static bool on_header(const struct touch *touch)
{
	switch (touch->intent.kind) {
	case INTENT_OPEN_LANGUAGE:
		open_languages(touch);
		return true;
	case INTENT_STOP:
		session_overlay(touch->session, OVERLAY_STOP, touch->now_ms);
		return true;
	case INTENT_HELP:
		session_overlay(touch->session, OVERLAY_HELP, touch->now_ms);
		return true;
	default:
		return false;
	}
}

static bool has_header(enum screen screen)
{
	return screen == SCREEN_CHOOSE || screen == SCREEN_DETAIL ||
	       screen == SCREEN_REVIEW;
}

enum effect session_apply(struct session *session,
			  const struct meeting *meeting, struct intent intent,
			  int page_size, int review_size, uint64_t now_ms)
{
	struct touch touch = {session,	 meeting,     intent,
			      page_size, review_size, now_ms};

	if (intent.kind == INTENT_NONE)
		return EFFECT_NONE;
	session->touched_ms = now_ms;
	if (now_ms - session->since_ms < SESSION_GUARD_MS)
		return EFFECT_NONE;
	if (session->overlay != OVERLAY_NONE)
		return on_overlay(&touch);
	if (has_header(session->screen) && on_header(&touch))
		return EFFECT_NONE;
	return handlers[session->screen](&touch);
}

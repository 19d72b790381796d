/* What a touch means on each screen. */
#include "core/session.h"
#include "core/session_move.h"

void session_open_languages(const struct touch *touch)
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
			session_enter(session, touch->meeting, 0,
				      touch->now_ms);
		else
			session_go(session, session->from, touch->now_ms);
		return EFFECT_NONE;
	case INTENT_LANGUAGE_PAGE:
		if (touch->intent.value < 0)
			return EFFECT_NONE;
		session->language_page = touch->intent.value;
		session_changed(session, touch->now_ms);
		return EFFECT_NONE;
	case INTENT_SAY_LANGUAGE:
		if (touch->intent.value < 0 ||
		    touch->intent.value >= touch->meeting->language_count)
			return EFFECT_NONE;
		session->named = touch->intent.value;
		return EFFECT_NAME;
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

static enum effect on_nothing(const struct touch *touch)
{
	(void)touch;
	return EFFECT_NONE;
}

static enum effect (*const handlers[SCREEN_COUNT])(const struct touch *) = {
    [SCREEN_ATTRACT] = on_attract,	   [SCREEN_CODE] = on_code,
    [SCREEN_MESSAGE] = on_message,	   [SCREEN_LANGUAGE] = on_language,
    [SCREEN_RULES] = session_on_rules,	   [SCREEN_CHOOSE] = session_on_choose,
    [SCREEN_NUMBERS] = session_on_numbers, [SCREEN_DETAIL] = session_on_detail,
    [SCREEN_REVIEW] = session_on_review,   [SCREEN_CASTING] = on_nothing,
    [SCREEN_THANKS] = on_message,	   [SCREEN_LOCKED] = on_nothing,
};

/* Nothing is chosen: to the first proposals again. */
static void blank_back(const struct touch *touch)
{
	touch->session->at[0] = 0;
	session_enter(touch->session, touch->meeting, 0, touch->now_ms);
}

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
	} else if (kind == INTENT_MORE && touch->intent.value >= 0) {
		session->overlay_page = touch->intent.value;
		session_changed(session, touch->now_ms);
	} else if (kind == INTENT_DISMISS) {
		if (session->overlay == OVERLAY_BLANK)
			blank_back(touch);
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
		session_open_languages(touch);
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
	return screen >= SCREEN_RULES && screen <= SCREEN_REVIEW;
}

/* Screens on which choices are changed. */
static bool has_marks(enum screen screen)
{
	return screen == SCREEN_CHOOSE || screen == SCREEN_NUMBERS ||
	       screen == SCREEN_DETAIL || screen == SCREEN_REVIEW;
}

/* A choice was changed; what follows from it on this screen. */
static void marked(const struct touch *touch, int chosen_before)
{
	struct session *session = touch->session;
	int chosen[MEETING_PROPOSALS];
	int count = session_chosen(session, touch->meeting, chosen);

	if (session->screen == SCREEN_NUMBERS)
		session->digit_count = 0;
	else if (session->screen == SCREEN_REVIEW && count < chosen_before)
		session_review_removed(touch, chosen_before - count);
}

/* What the menu offers is done on the screen below, as if touched there. */
static bool leaves_menu(enum intent_kind kind)
{
	return kind == INTENT_OPEN_LANGUAGE || kind == INTENT_NUMBERS ||
	       kind == INTENT_LOOK || kind == INTENT_LISTEN ||
	       kind == INTENT_HELP || kind == INTENT_STOP;
}

enum effect session_apply(struct session *session,
			  const struct meeting *meeting, struct intent intent,
			  int page_size, int review_size, uint64_t now_ms)
{
	struct touch touch = {session,	 meeting,     intent,
			      page_size, review_size, now_ms};
	int chosen[MEETING_PROPOSALS], count;
	enum effect effect;

	if (intent.kind == INTENT_NONE)
		return EFFECT_NONE;
	session->touched_ms = now_ms;
	session_note_seen(&touch);
	if (now_ms - session->since_ms < SESSION_GUARD_MS)
		return EFFECT_NONE;
	if (session->overlay == OVERLAY_MENU && leaves_menu(intent.kind))
		session->overlay = OVERLAY_NONE;
	if (session_set(&touch, &effect))
		return effect;
	if (session->overlay != OVERLAY_NONE)
		return on_overlay(&touch);
	if (has_header(session->screen) && on_header(&touch))
		return EFFECT_NONE;
	count = session_chosen(session, meeting, chosen);
	if (has_marks(session->screen) && session_mark(&touch)) {
		marked(&touch, count);
		return EFFECT_NONE;
	}
	return handlers[session->screen](&touch);
}

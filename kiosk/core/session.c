#include "core/session.h"

#include <assert.h>
#include <sodium/utils.h>
#include <string.h>

#include "core/random.h"
#include "core/session_move.h"

/* What is under the finger has changed: the guard starts anew. */
void session_changed(struct session *session, uint64_t now_ms)
{
	session->since_ms = now_ms;
	session->touched_ms = now_ms;
}

void session_go(struct session *session, enum screen screen, uint64_t now_ms)
{
	assert(screen_allowed(session->screen, screen));
	session->screen = screen;
	session->overlay = OVERLAY_NONE;
	session->banner = BANNER_NONE;
	session_changed(session, now_ms);
}

void session_go_cards(struct session *session, int pot, int at, uint64_t now_ms)
{
	if (session->screen != SCREEN_CHOOSE)
		session_go(session, SCREEN_CHOOSE, now_ms);
	session->pot = pot;
	session->at[pot] = at;
	session->banner = BANNER_NONE;
	session_changed(session, now_ms);
}

/* Whether the ballot of POT has to be explained before its cards are shown. */
static bool needs_rules(const struct pot *pot)
{
	return pot->ballot_type == BALLOT_POINTS ||
	       pot->ballot_type == BALLOT_SCORE ||
	       pot->ballot_type == BALLOT_RANK;
}

void session_enter(struct session *session, const struct meeting *meeting,
		   int pot, uint64_t now_ms)
{
	session->pot = pot;
	if (needs_rules(&meeting->pots[pot]) && !session->explained[pot]) {
		session->explained[pot] = true;
		session_go(session, SCREEN_RULES, now_ms);
	} else if (session->express[pot]) {
		session_go(session, SCREEN_NUMBERS, now_ms);
	} else {
		session_go_cards(session, pot, session->at[pot], now_ms);
	}
}

void session_go_message(struct session *session, enum status message,
			uint64_t now_ms)
{
	session_go(session, SCREEN_MESSAGE, now_ms);
	session->message = message;
}

void session_overlay(struct session *session, enum overlay overlay,
		     uint64_t now_ms)
{
	session->overlay = overlay;
	session->overlay_page = 0;
	session_changed(session, now_ms);
}

void session_show(struct session *session, enum banner banner, int pot,
		  uint64_t now_ms)
{
	session->banner = banner;
	session->banner_pot = pot;
	session->banner_until_ms = now_ms + SESSION_BANNER_MS;
}

/* Everything that is the resident's own; the language stays for the message or
 * the thanks that follow. */
void session_wipe(struct session *session)
{
	sodium_memzero(session->slip_hash, sizeof(session->slip_hash));
	sodium_memzero(session->cast_hash, sizeof(session->cast_hash));
	sodium_memzero(&session->ballot, sizeof(session->ballot));
	sodium_memzero(session->order, sizeof(session->order));
	sodium_memzero(session->at, sizeof(session->at));
	sodium_memzero(session->seen, sizeof(session->seen));
	sodium_memzero(session->scored, sizeof(session->scored));
	sodium_memzero(session->explained, sizeof(session->explained));
	sodium_memzero(session->express, sizeof(session->express));
	sodium_memzero(session->digits, sizeof(session->digits));
	session->digit_count = 0;
	sodium_memzero(session->code, sizeof(session->code));
	session->code_length = 0;
	session->code_wrong = false;
	session->has_slip = false;
	session->detail = session->detail_page = session->review_at = 0;
	session->review_seen = 0;
	session->uncast = false;
	session->pot = session->banner_pot = session->banner_proposal = 0;
	session->language_page = 0;
}

void session_reset(struct session *session, uint64_t now_ms)
{
	struct session_usual usual = session->usual;

	sodium_memzero(session, sizeof(*session));
	session->usual = usual;
	session->screen = SCREEN_ATTRACT;
	session->from = SCREEN_COUNT;
	session_settings_reset(session);
	session_changed(session, now_ms);
}

bool session_busy(const struct session *session)
{
	return session->has_slip || session->screen == SCREEN_CASTING ||
	       session->screen == SCREEN_LOCKED;
}

/* Whether what the screen shows is of somebody who came before: theirs are then
 * letters and colours, too. */
static bool shows_another(const struct session *session)
{
	return session->screen != SCREEN_ATTRACT &&
	       session->screen != SCREEN_CODE;
}

static void begin(struct session *session, const struct meeting *meeting,
		  const unsigned char hash[SLIP_HASH_BYTES], int language,
		  const struct random *random, uint64_t now_ms)
{
	session_wipe(session);
	if (shows_another(session))
		session_settings_reset(session);
	session->language = language < 0 ? 0 : language;
	session->from = SCREEN_COUNT;
	memcpy(session->slip_hash, hash, SLIP_HASH_BYTES);
	session->has_slip = true;
	for (int i = 0; i < meeting->proposal_count; i++)
		session->order[i] = i;
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		random_shuffle(random, session->order + first, end - first);
	}
	if (language >= 0 || meeting->language_count == 1)
		session_enter(session, meeting, 0, now_ms);
	else
		session_go(session, SCREEN_LANGUAGE, now_ms);
}

/* The slip that the thanks are for is still under the scanner. */
static bool just_cast(const struct session *session,
		      const unsigned char hash[SLIP_HASH_BYTES])
{
	return session->screen == SCREEN_THANKS &&
	       sodium_memcmp(session->cast_hash, hash, SLIP_HASH_BYTES) == 0;
}

/* The slip was refused: the message that says so. */
static void refuse(struct session *session, enum status status, int language,
		   uint64_t now_ms)
{
	session_wipe(session);
	if (shows_another(session)) {
		session_settings_reset(session);
		session->language = 0;
	}
	if (language >= 0)
		session->language = language;
	session_go_message(session, status, now_ms);
}

void session_scanned(struct session *session, const struct meeting *meeting,
		     enum status looked_up,
		     const unsigned char hash[SLIP_HASH_BYTES], int language,
		     const struct random *random, uint64_t now_ms)
{
	if (session_busy(session)) {
		session_show(session, BANNER_REPEAT, 0, now_ms);
		return;
	}
	if (just_cast(session, hash))
		return;
	if (looked_up == STATUS_OK) {
		begin(session, meeting, hash, language, random, now_ms);
	} else if (looked_up == STATUS_SLIP_CHECK &&
		   session->screen == SCREEN_CODE) {
		session->code_wrong = true;
	} else {
		refuse(session, looked_up, language, now_ms);
	}
}

void session_touched(struct session *session, uint64_t now_ms)
{
	session->touched_ms = now_ms;
	if (session->overlay == OVERLAY_IDLE)
		session_overlay(session, OVERLAY_NONE, now_ms);
}

void session_heard(struct session *session, uint64_t now_ms)
{
	session->touched_ms = now_ms;
}

void session_cast_done(struct session *session, enum status outcome,
		       uint64_t now_ms)
{
	unsigned char hash[SLIP_HASH_BYTES];

	memcpy(hash, session->slip_hash, sizeof(hash));
	session_wipe(session);
	switch (outcome) {
	case STATUS_OK:
		memcpy(session->cast_hash, hash, sizeof(hash));
		session_go(session, SCREEN_THANKS, now_ms);
		break;
	case STATUS_UNCERTAIN:
		session_go(session, SCREEN_LOCKED, now_ms);
		break;
	case STATUS_SLIP_USED:
	case STATUS_SLIP_VOID:
	case STATUS_SLIP_OTHER:
	case STATUS_SLIP_KIOSK:
	case STATUS_NOT_OPEN:
		session_go_message(session, outcome, now_ms);
		break;
	default:
		session_go_message(session, STATUS_STORE, now_ms);
		break;
	}
	session->uncast = session->screen == SCREEN_MESSAGE;
	sodium_memzero(hash, sizeof(hash));
}

void session_phase(struct session *session, enum phase phase, uint64_t now_ms)
{
	if (phase == PHASE_OPEN)
		return;
	if (session->has_slip && session->screen != SCREEN_CASTING) {
		session_wipe(session);
		session_go_message(session, STATUS_NOT_OPEN, now_ms);
		session->uncast = true;
	} else if (session->screen == SCREEN_CODE) {
		session_reset(session, now_ms);
	}
}

/* The time without a touch that the screen shown gives; 0 for no limit. */
static unsigned idle_limit_ms(const struct session *session)
{
	unsigned idle_ms = screen_idle_ms(session->screen);

	if (session->screen == SCREEN_ATTRACT)
		return session->overlay != OVERLAY_NONE ||
			       settings_changed(&session->settings,
						&session->usual)
			   ? SESSION_LEFT_MS
			   : 0;
	if (session->has_slip && session->usual.idle_ms && idle_ms > 0 &&
	    session->screen != SCREEN_THANKS)
		idle_ms = session->usual.idle_ms;
	if (session->has_slip && session->settings.aloud &&
	    idle_ms < SESSION_IDLE_ALOUD_MS)
		return SESSION_IDLE_ALOUD_MS;
	return idle_ms;
}

static bool tick_idle(struct session *session, uint64_t now_ms)
{
	unsigned idle_ms = idle_limit_ms(session);

	if (session->overlay == OVERLAY_IDLE) {
		if (now_ms - session->since_ms < SESSION_IDLE_ANSWER_MS)
			return false;
		session_reset(session, now_ms);
		return true;
	}
	if (idle_ms == 0 || now_ms - session->touched_ms < idle_ms)
		return false;
	if (session->has_slip)
		session_overlay(session, OVERLAY_IDLE, now_ms);
	else
		session_reset(session, now_ms);
	return true;
}

bool session_tick(struct session *session, uint64_t now_ms)
{
	bool acted = false;

	if (session->banner != BANNER_NONE &&
	    now_ms >= session->banner_until_ms) {
		session->banner = BANNER_NONE;
		acted = true;
	}
	/* The thanks end on their own, however often they are touched. */
	if (session->screen == SCREEN_THANKS &&
	    now_ms - session->since_ms >= screen_idle_ms(SCREEN_THANKS)) {
		session_reset(session, now_ms);
		return true;
	}
	return tick_idle(session, now_ms) || acted;
}

unsigned session_idle_seconds(const struct session *session, uint64_t now_ms)
{
	uint64_t gone_ms = now_ms - session->since_ms;

	if (session->overlay != OVERLAY_IDLE ||
	    gone_ms >= SESSION_IDLE_ANSWER_MS)
		return 0;
	return (unsigned)((SESSION_IDLE_ANSWER_MS - gone_ms + 999) / 1000);
}

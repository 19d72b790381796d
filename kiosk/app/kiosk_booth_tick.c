/* What the booth does by itself: it follows the roll and the file, and shows
 * the live votes. */
#include "app/kiosk_booth_private.h"

#include "roll/roll_link.h"
#include "store/store.h"

static const char *const roll_states[] = {
    [ROLL_LINK_READY] = "ready",
    [ROLL_LINK_WAIT] = "away",
    [ROLL_LINK_STOPPED] = "stopped",
};

/* Whether somebody at the kiosk votes, or is about to. */
static bool needs_slip(const struct booth *booth)
{
	return booth->job == BOOTH_LOOK_UP || session_busy(&booth->session);
}

/* Lets the roll go on, and gives back what nobody needs. Returns whether the
 * screen changed; *ret_phase whether the file's phase may have. */
static bool follow_roll(struct booth *booth, bool *ret_phase)
{
	struct session *session = &booth->session;
	enum roll_link_state before = booth->roll_state;

	if (!needs_slip(booth))
		roll_link_release(booth->roll);
	*ret_phase = roll_link_work(booth->roll, booth_clock_ms(booth));
	booth->roll_state = roll_link_state(booth->roll);
	if (booth->roll_state != before)
		booth_tell(booth, LOG_ROLL, roll_states[booth->roll_state]);
	if (session->has_slip && session->screen != SCREEN_CASTING &&
	    !roll_link_holds(booth->roll, session->slip_hash)) {
		session_cast_done(session, STATUS_SLIP_USED,
				  booth_clock_ms(booth));
		return true;
	}
	return booth->roll_state != before;
}

/* Asks the file for its phase if anyone has written to it; CHANGED: this
 * program did. */
static bool poll_phase(struct booth *booth, bool changed)
{
	enum phase phase = booth->phase;
	uint32_t version = booth->version;
	enum status status = store_version(booth->store, &version);

	if (status == STATUS_OK && (changed || version != booth->version))
		status = store_phase(booth->store, &phase);
	if (status == STATUS_OK)
		booth->version = version;
	else if (status != STATUS_STORE_BUSY && !booth->polled_badly)
		booth_tell(booth, LOG_POLL, status_name(status));
	booth->polled_badly = status != STATUS_OK;
	if (phase == booth->phase)
		return false;
	booth->phase = phase;
	booth_tell(booth, LOG_PHASE, phase_name(phase));
	if (phase > PHASE_PAUSED)
		live_release_end(&booth->live);
	session_phase(&booth->session, phase, booth_clock_ms(booth));
	return true;
}

bool booth_tick(struct booth *booth)
{
	bool phase, changed = follow_roll(booth, &phase);

	changed |= poll_phase(booth, phase || booth->moved);
	booth->moved = booth->moved && booth->polled_badly;
	changed |= session_tick(&booth->session, booth_clock_ms(booth));
	booth_speak(booth);
	return changed;
}

void booth_publish(struct booth *booth)
{
	enum screen screen = booth->session.screen;
	unsigned shown = booth->live.shown;
	enum status status;

	if (booth->job != BOOTH_IDLE ||
	    (screen != SCREEN_ATTRACT && screen != SCREEN_THANKS) ||
	    booth_clock_ms(booth) < booth->live_retry_ms)
		return;
	status = live_release_write(&booth->live, booth->random);
	/* Closed a moment ago: the next tick finds out too. */
	if (status == STATUS_PHASE)
		status = STATUS_OK;
	if (status == STATUS_OK && shown != booth->live.shown)
		roll_link_shown(booth->roll);
	if (status != STATUS_OK && !booth->live_failed)
		booth_tell(booth, LOG_LIVE, status_name(status));
	booth->live_failed = status != STATUS_OK;
	if (status != STATUS_OK)
		booth->live_retry_ms =
		    booth_clock_ms(booth) + BOOTH_LIVE_RETRY_MS;
}

#include "app/kiosk_booth.h"

#include <sodium/utils.h>
#include <string.h>

#include "app/kiosk_booth_private.h"
#include "app/kiosk_demo.h"
#include "app/log.h"
#include "core/setup.h"
#include "core/tries.h"
#include "roll/roll_link.h"
#include "store/store.h"
#include "store/wrong.h"

#define PROGRAM "stemmeboks-kiosk"

void booth_tell(const struct booth *booth, enum log_event event,
		const char *detail)
{
	log_write(booth->log, PROGRAM, event, detail);
}

void booth_speak(struct booth *booth)
{
	const struct session *session = &booth->session;

	if (session->screen == SCREEN_ATTRACT ||
	    (session->screen == SCREEN_LANGUAGE &&
	     session->from == SCREEN_COUNT))
		booth->session.language = booth->language;
}

static void job_end(struct booth *booth)
{
	sodium_memzero(booth->job_hash, sizeof(booth->job_hash));
	booth->job = BOOTH_IDLE;
}

static void job_begin(struct booth *booth, enum booth_job job, uint64_t now_ms)
{
	booth->job = job;
	booth->job_until_ms = now_ms + BOOTH_PATIENCE_MS;
	booth->job_screen = booth->session.screen;
	booth->job_since_ms = booth->session.since_ms;
}

/* So many wrong codes were typed, the last at NOW_MS or before. */
static void wrong_codes(struct booth *booth, int wrong, uint64_t now_ms)
{
	booth->wrong_codes = wrong;
	booth->typing_from_ms = now_ms + tries_lock_ms(wrong);
}

static bool typing_rests(const struct booth *booth, uint64_t now_ms)
{
	return booth->wrong_codes >= TRIES_MOST ||
	       now_ms < booth->typing_from_ms;
}

enum status booth_start(struct booth *booth, uint64_t now_ms)
{
	struct wrong wrong = {0, 0};
	enum status status = store_version(booth->store, &booth->version);

	if (status == STATUS_OK)
		status = wrong_read(booth->store, &wrong);
	wrong_codes(booth, wrong.codes, now_ms);
	if (status == STATUS_OK)
		status = store_phase(booth->store, &booth->phase);
	session_reset(&booth->session, now_ms);
	job_end(booth);
	booth_speak(booth);
	if (status == STATUS_OK &&
	    live_release_start(&booth->live, booth->store) != STATUS_OK)
		booth_tell(booth, LOG_LIVE, status_name(STATUS_MEMORY));
	return status;
}

void booth_wipe(struct booth *booth, uint64_t now_ms)
{
	session_reset(&booth->session, now_ms);
	job_end(booth);
	live_release_end(&booth->live);
}

void booth_stop(struct booth *booth, uint64_t now_ms)
{
	if (booth->session.screen == SCREEN_LOCKED)
		return;
	session_reset(&booth->session, now_ms);
	job_end(booth);
	booth_speak(booth);
}

uint64_t booth_clock_ms(const struct booth *booth)
{
	return booth->clock_ms(booth->clock);
}

/* It is in the file before anybody is told. Where it cannot be written it
 * counts as long as the program runs. */
static void count_wrong(struct booth *booth)
{
	int wrong = booth->wrong_codes + 1, kept = 0;

	if (wrong_code(booth->store, &kept) == STATUS_OK && kept > wrong)
		wrong = kept;
	wrong_codes(booth, wrong, booth_clock_ms(booth));
}

/* The language that the slip in booth->job_hash asks for. A message asks for no
 * language first: after the thanks, or a message, of somebody else it is in the
 * kiosk's. */
static int slip_speaks(const struct booth *booth, enum status status)
{
	enum screen screen = booth->session.screen;
	bool another = screen == SCREEN_THANKS || screen == SCREEN_MESSAGE;

	return booth->job_language < 0 && status != STATUS_OK && another
		   ? booth->language
		   : booth->job_language;
}

/* What is known about the slip in booth->job_hash, and the session goes on. */
static void looked_up(struct booth *booth, enum status status)
{
	if (status == STATUS_SLIP_OTHER && booth->job_typed)
		count_wrong(booth);
	session_scanned(&booth->session, booth->meeting, status,
			booth->job_hash, slip_speaks(booth, status),
			booth->random, booth_clock_ms(booth));
	job_end(booth);
	booth_speak(booth);
}

static void look_up(struct booth *booth)
{
	enum status status = STATUS_NOT_OPEN;

	if (booth->phase == PHASE_OPEN)
		status = roll_link_claim(booth->roll, booth->job_hash,
					 booth_clock_ms(booth));
	if ((status == STATUS_STORE_BUSY || status == STATUS_ROLL_AWAY) &&
	    booth_clock_ms(booth) < booth->job_until_ms)
		return;
	if (status_exit_code(status) != status_exit_code(STATUS_SLIP_USED) &&
	    status != STATUS_OK)
		booth_tell(booth, LOG_LOOK_UP, status_name(status));
	looked_up(booth, status);
}

static void cast(struct booth *booth)
{
	struct session *session = &booth->session;
	enum status status =
	    roll_link_cast(booth->roll, session->slip_hash, &session->ballot,
			   booth->random, booth_clock_ms(booth));
	uint64_t now_ms = booth_clock_ms(booth);

	if (status == STATUS_STORE_BUSY && now_ms < booth->job_until_ms)
		return;
	if (status == STATUS_UNCERTAIN)
		booth_tell(booth, LOG_LOCKED, "");
	else if (status != STATUS_OK)
		booth_tell(booth, LOG_NOT_CAST, status_name(status));
	else
		live_release_add(&booth->live, &session->ballot);
	session_cast_done(session, status, now_ms);
	job_end(booth);
}

/* Who waits for a look-up is no longer where they were: the code was given up,
 * the message closed, or another resident's time began. */
static bool has_left(const struct booth *booth)
{
	return booth->session.screen != booth->job_screen ||
	       booth->session.since_ms != booth->job_since_ms;
}

void booth_work(struct booth *booth)
{
	if (booth->job == BOOTH_CAST)
		cast(booth);
	else if (booth->job == BOOTH_LOOK_UP && has_left(booth))
		job_end(booth);
	else if (booth->job == BOOTH_LOOK_UP)
		look_up(booth);
}

/* CODE: of a slip, as scanned or typed. */
static void code_read(struct booth *booth, const char *code, size_t length,
		      bool typed, uint64_t now_ms)
{
	struct slip slip;
	char language[SLIP_LANGUAGE];
	enum status status =
	    slip_parse(code, length, booth->meeting->code, &slip);

	job_end(booth);
	slip_language(code, length, language);
	booth->job_language = meeting_language(booth->meeting, language);
	booth->job_typed = typed;
	if (status == STATUS_OK) {
		slip_hash(booth->meeting, &slip, booth->job_hash);
		sodium_memzero(&slip, sizeof(slip));
	}
	/* Only who types a code can compare its symbols with the slip. */
	if (status == STATUS_SLIP_CHECK && !typed)
		status = STATUS_SLIP_SYNTAX;
	if (booth->phase != PHASE_OPEN)
		status = STATUS_NOT_OPEN;
	if (status != STATUS_OK) {
		looked_up(booth, status);
		return;
	}
	job_begin(booth, BOOTH_LOOK_UP, now_ms);
	look_up(booth);
}

void booth_scanned(struct booth *booth, const char *text, size_t length,
		   uint64_t now_ms)
{
	if (booth->session.screen == SCREEN_CASTING ||
	    booth->session.screen == SCREEN_LOCKED)
		return;
	if (session_busy(&booth->session))
		session_scanned(&booth->session, booth->meeting, STATUS_OK,
				booth->session.slip_hash, -1, booth->random,
				now_ms);
	else
		code_read(booth, text, length, false, now_ms);
}

static void demo_scan(struct booth *booth)
{
	enum status status = STATUS_NOT_OPEN;

	if (!booth->demo)
		return;
	booth->job_language = -1;
	booth->job_typed = false;
	if (booth->phase == PHASE_OPEN)
		status = demo_next(booth->demo, booth->store, booth->job_hash);
	looked_up(booth, status);
}

void booth_apply(struct booth *booth, struct intent intent, int page_size,
		 int review_size, uint64_t now_ms)
{
	struct session *session = &booth->session;

	booth->asked = session_apply(session, booth->meeting, intent, page_size,
				     review_size, now_ms);
	if (session->screen == SCREEN_CODE && typing_rests(booth, now_ms)) {
		booth->job_language = -1;
		looked_up(booth, STATUS_CODE_LOCKED);
		return;
	}
	switch (booth->asked) {
	case EFFECT_LOOK_UP:
		code_read(booth, session->code, SLIP_SYMBOLS, true, now_ms);
		break;
	case EFFECT_CAST:
		job_begin(booth, BOOTH_CAST, now_ms);
		break;
	case EFFECT_DEMO_SCAN:
		demo_scan(booth);
		break;
	default:
		break;
	}
	booth_speak(booth);
}

void booth_touched(struct booth *booth, uint64_t now_ms)
{
	session_touched(&booth->session, now_ms);
}

void booth_usual(struct booth *booth, const struct setup *setup)
{
	int language = meeting_language(booth->meeting, setup->language);

	booth->language = language < 0 ? 0 : language;
	booth->session.usual = setup_begin(setup);
	booth_speak(booth);
	if (!session_busy(&booth->session))
		session_settings_reset(&booth->session);
}

void booth_moved(struct booth *booth)
{
	booth->moved = true;
}

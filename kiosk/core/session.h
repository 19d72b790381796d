/* session.h - one resident at the kiosk, from scan to thanks. Pure.
 *
 * A session is a value. Time, the outcome of look-ups and of the cast come in
 * as arguments; what must happen outside comes back as an effect. Nothing here
 * reads a clock, draws a random number, knows SQL or draws a pixel.
 */
#ifndef STEMMEBOKS_SESSION_H
#define STEMMEBOKS_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "core/ballot.h"
#include "core/phase.h"
#include "core/slip.h"

struct random;

enum screen {
#define SCREEN(name, spelled, idle_ms, next) SCREEN_##name,
#include "core/screen.def"
#undef SCREEN
	SCREEN_COUNT
};

enum intent_kind {
#define INTENT(name, spelled) INTENT_##name,
#include "core/intent.def"
#undef INTENT
	INTENT_COUNT
};

struct intent {
	enum intent_kind kind;
	int value;
};

/* What lies over the screen and must be answered first. */
enum overlay {
	OVERLAY_NONE,
	OVERLAY_IDLE,  /* E11 "Are you still there?" */
	OVERLAY_STOP,  /* E12 "Stop? Your choices will be deleted." */
	OVERLAY_BLANK, /* E10 "You have not chosen anything." */
	OVERLAY_HELP,
};

/* A sentence above the footer for some seconds. */
enum banner {
	BANNER_NONE,
	BANNER_FULL,   /* E8: choose_max reached; banner_pot says where */
	BANNER_FEW,    /* fewer than choose_min chosen in banner_pot */
	BANNER_REPEAT, /* the same slip was scanned again: already read */
};

enum effect {
	EFFECT_NONE,
	EFFECT_LOOK_UP, /* session.code is complete: parse it, ask the roll,
			   call session_scanned() */
	EFFECT_CAST,	/* store session.ballot for session.slip_hash, then call
			   session_cast_done() */
	EFFECT_DEMO_SCAN, /* demo only */
};

enum {
	SESSION_GUARD_MS = 600, /* input is ignored after a screen change */
	SESSION_BANNER_MS = 6000,
	SESSION_IDLE_ANSWER_MS = 30000, /* countdown of OVERLAY_IDLE */
	SESSION_PAGES = 64,		/* pages of cards a pot may have */
};

struct session {
	enum screen screen;
	enum screen
	    from; /* where LANGUAGE returns to, SCREEN_COUNT first time */
	enum overlay overlay;
	enum banner banner;
	int banner_pot;
	enum status message; /* SCREEN_MESSAGE: which */
	bool uncast;	     /* MESSAGE: it took a vote that was being given */
	int language;	     /* index into meeting.languages */
	int pot;	     /* CHOOSE, DETAIL */
	int page[MEETING_POTS];
	uint64_t seen[MEETING_POTS]; /* bit per page that was shown */
	int detail;		     /* DETAIL: index of the proposal */
	int detail_page;
	int review_page;
	int review_seen; /* pages of the review shown, from the first on */
	int order[MEETING_PROPOSALS]; /* per pot, shuffled for this resident;
					 never stored */
	int code_length;
	bool code_wrong; /* 20 symbols, but the check symbols do not fit */
	char code[SLIP_SYMBOLS + 1];
	bool has_slip;
	unsigned char slip_hash[SLIP_HASH_BYTES];
	unsigned char cast_hash[SLIP_HASH_BYTES]; /* THANKS: the slip just
						     used up; else zero */
	struct ballot ballot;
	uint64_t since_ms;   /* when this screen or overlay appeared */
	uint64_t touched_ms; /* the last sign of life */
	uint64_t banner_until_ms;
};

/* "choose": stable, for tests. Static. */
const char *screen_name(enum screen screen);

/* The idle limit of SCREEN in ms, 0 for none. */
unsigned screen_idle_ms(enum screen screen);

/* Whether the table lets FROM be followed by TO. */
bool screen_allowed(enum screen from, enum screen to);

/* "toggle": stable, for tests. Static. */
const char *intent_name(enum intent_kind kind);

/* Nobody is at the kiosk: SCREEN_ATTRACT, everything of the last resident
 * overwritten (sodium_memzero). */
void session_reset(struct session *session, uint64_t now_ms);

/* Whether a resident's choices or slip are being held. */
bool session_busy(const struct session *session);

/* A code was read; LOOKED_UP is what slip_parse() and the roll said. HASH (32
 * bytes) is the slip's whenever the text was a slip of this meeting at all,
 * also when it is refused; else zero. With STATUS_OK a session begins at
 * SCREEN_LANGUAGE, the proposals of each pot shuffled by RANDOM; otherwise the
 * message page, or - for a typed code with STATUS_SLIP_CHECK - the code screen
 * says so. While a resident is busy a scan changes nothing but a banner; and
 * while SCREEN_THANKS shows, the slip just cast, left under the scanner,
 * changes nothing at all: "already used" must not take the thanks away. */
void session_scanned(struct session *session, const struct meeting *meeting,
		     enum status looked_up,
		     const unsigned char hash[SLIP_HASH_BYTES],
		     const struct random *random, uint64_t now_ms);

/* Applies what the resident meant. Intents that make no sense on the screen, or
 * come within SESSION_GUARD_MS of a change, are ignored. PAGE_SIZE: cards a
 * page of this display holds; REVIEW_SIZE: rows a review page holds. Never
 * makes an invalid ballot; EFFECT_CAST comes only from INTENT_CAST or
 * INTENT_CAST_BLANK. */
enum effect session_apply(struct session *session,
			  const struct meeting *meeting, struct intent intent,
			  int page_size, int review_size, uint64_t now_ms);

/* A finger or key was felt, whether it meant anything or not: a sign of life.
 * Ends the idle question. */
void session_touched(struct session *session, uint64_t now_ms);

/* The outcome of EFFECT_CAST: STATUS_OK -> THANKS; STATUS_UNCERTAIN -> LOCKED;
 * the slip refused or voting not open -> that message; any other -> MESSAGE
 * with STATUS_STORE (E13: certainly not cast). In every case the slip and the
 * choices are wiped; only its hash is kept as cast_hash until THANKS end. */
void session_cast_done(struct session *session, enum status outcome,
		       uint64_t now_ms);

/* Lets time pass: banners end, the idle question comes and runs out (the
 * choices are wiped, the slip stays unspent), THANKS and MESSAGE end. Returns
 * whether anything changed. */
bool session_tick(struct session *session, uint64_t now_ms);

/* The meeting's phase changed. Anything but PHASE_OPEN ends a resident's
 * session with the page STATUS_NOT_OPEN, unspent; ATTRACT shows the phase
 * itself. */
void session_phase(struct session *session, enum phase phase, uint64_t now_ms);

/* Seconds until the idle answer is due, for OVERLAY_IDLE; else 0. */
unsigned session_idle_seconds(const struct session *session, uint64_t now_ms);

/* How many pages of PAGE_SIZE cards POT has; at least 1. */
int session_pages(const struct meeting *meeting, int pot, int page_size);

/* Whether every page of the pot shown was seen: on its last page the footer
 * then says "Next" instead of "See more proposals". */
bool session_all_seen(const struct session *session,
		      const struct meeting *meeting, int page_size);

/* Whether every page of the review was seen, with REVIEW_SIZE rows on each:
 * only then does INTENT_CAST cast, for one casts only what one has seen. */
bool session_review_seen(const struct session *session,
			 const struct meeting *meeting, int review_size);

/* How many pages the review has; at least 1. */
int session_review_pages(const struct session *session,
			 const struct meeting *meeting, int review_size);

/* The proposals chosen, as indexes in ballot order; returns how many. */
int session_chosen(const struct session *session, const struct meeting *meeting,
		   int ret_proposals[MEETING_PROPOSALS]);

#endif

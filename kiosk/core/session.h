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
	OVERLAY_LOOK,	/* letters and colours */
	OVERLAY_LISTEN, /* reading aloud: again, slower, faster, stop */
	OVERLAY_MENU,	/* what the header has no room for */
};

/* A sentence above the footer for some seconds; banner_pot and banner_proposal
 * say about what. */
enum banner {
	BANNER_NONE,
	BANNER_FULL,   /* E8: choose_max reached */
	BANNER_FEW,    /* fewer than choose_min chosen, or not all scored */
	BANNER_DEAR,   /* E7: banner_proposal costs more than is left */
	BANNER_SPENT,  /* E9: all points are given */
	BANNER_MOST,   /* banner_proposal has as many points as one may have */
	BANNER_REPEAT, /* the same slip was scanned again: already read */
};

/* How a resident wants it; each is the usual one after the vote. */
enum text_size { TEXT_USUAL, TEXT_LARGE, TEXT_LARGEST, TEXT_SIZES };
enum look_theme { LOOK_LIGHT, LOOK_DARK, LOOK_CONTRAST, LOOK_THEMES };

struct settings {
	enum text_size text;
	enum look_theme theme;
	bool reach; /* everything that is touched stands low */
	bool aloud; /* every screen is read aloud */
	int speed;  /* 0.. SESSION_SPEEDS - 1 */
	int volume; /* 0.. SESSION_VOLUMES - 1 */
};

/* What everyone at this kiosk begins with, chosen by organisers; zeroed: what
 * people elsewhere begin with. */
struct session_usual {
	enum text_size text;
	enum look_theme theme;
	int volume;	  /* 1 + settings.volume, or 0 */
	unsigned idle_ms; /* on screens of the vote, or 0 */
};

enum effect {
	EFFECT_NONE,
	EFFECT_LOOK_UP, /* session.code is complete: parse it, ask the roll,
			   call session_scanned() */
	EFFECT_CAST,	/* store session.ballot for session.slip_hash, then call
			   session_cast_done() */
	EFFECT_SPEAK,	/* read this screen aloud, from its beginning */
	EFFECT_NAME,	/* say the name of the language session.named */
	EFFECT_HUSH,	/* be silent */
	EFFECT_DEMO_SCAN, /* demo only */
};

enum {
	SESSION_GUARD_MS = 600, /* input is ignored after a screen change */
	SESSION_BANNER_MS = 6000,
	SESSION_IDLE_ANSWER_MS = 30000, /* countdown of OVERLAY_IDLE */
	SESSION_IDLE_ALOUD_MS = 240000, /* listening takes longer (UX.md a1) */
	SESSION_LEFT_MS = 60000, /* settings made before a scan are forgotten */
	SESSION_DIGITS = 3,	 /* of a proposal's number */
	SESSION_SPEEDS = 4,
	SESSION_SPEED_USUAL = 1,
	SESSION_VOLUMES = 4,
	SESSION_VOLUME_USUAL = 2,
};

struct session {
	struct session_usual usual; /* stays from resident to resident */
	enum screen screen;
	enum screen
	    from; /* where LANGUAGE returns to, SCREEN_COUNT first time */
	enum overlay overlay;
	int overlay_page; /* of one that has too little room; 0 first */
	enum banner banner;
	int banner_pot;
	int banner_proposal;
	enum status message; /* SCREEN_MESSAGE: which */
	bool uncast;	     /* MESSAGE: it took a vote that was being given */
	struct settings settings;
	int language; /* index into meeting.languages */
	int language_page;
	int named; /* EFFECT_NAME */
	int pot;   /* RULES, CHOOSE, NUMBERS, DETAIL */
	/* Which of the pot's proposals, in this resident's order, is the first
	 * on the page; how many a page holds may change under way. */
	int at[MEETING_POTS];
	bool seen[MEETING_PROPOSALS];	/* by index in `order` */
	bool scored[MEETING_PROPOSALS]; /* SCORE: has one, maybe 0 */
	bool explained[MEETING_POTS];
	bool express[MEETING_POTS]; /* goes by numbers: has seen a list */
	int digit_count;
	int digits[SESSION_DIGITS]; /* NUMBERS: typed so far */
	int detail;		    /* DETAIL: index of the proposal */
	int detail_page;
	int review_at;	 /* the first row of the page of the review */
	int review_seen; /* rows of it shown, from the first on */
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
 * overwritten (sodium_memzero) but for session.usual. */
void session_reset(struct session *session, uint64_t now_ms);

/* Whether a resident's choices or slip are being held. */
bool session_busy(const struct session *session);

/* A code was read; LOOKED_UP is what slip_parse() and the roll said. HASH (32
 * bytes) is the slip's whenever the text was a slip of this meeting at all,
 * also when it is refused; else zero. With STATUS_OK a session begins at
 * SCREEN_LANGUAGE, the proposals of each pot shuffled by RANDOM; with LANGUAGE,
 * an index into meeting.languages that the slip asks for (-1: none), or when
 * there is only one, it begins in that language at once. Otherwise, in
 * that language too (-1: the one that is shown, and the first of the meeting
 * while the thanks or a message show, which may be of somebody before), the
 * message page, or - for a typed code with STATUS_SLIP_CHECK - the code screen
 * says so. The settings of somebody before are the usual ones by then.
 * While a resident is busy a scan changes nothing but a banner; and while
 * SCREEN_THANKS shows, the slip just cast, left under the scanner, changes
 * nothing at all: "already used" must not take the thanks away. */
void session_scanned(struct session *session, const struct meeting *meeting,
		     enum status looked_up,
		     const unsigned char hash[SLIP_HASH_BYTES], int language,
		     const struct random *random, uint64_t now_ms);

/* Applies what the resident meant. Intents that make no sense on the screen, or
 * come within SESSION_GUARD_MS of a change, are ignored. PAGE_SIZE: cards a
 * page held as it was shown, of the pot shown; REVIEW_SIZE: rows a page of the
 * review. Never makes an invalid ballot, though one may lack choices until
 * INTENT_CAST, which then does not cast; EFFECT_CAST comes only from
 * INTENT_CAST or INTENT_CAST_BLANK. */
enum effect session_apply(struct session *session,
			  const struct meeting *meeting, struct intent intent,
			  int page_size, int review_size, uint64_t now_ms);

/* A finger or key was felt, whether it meant anything or not: a sign of life.
 * Ends the idle question. */
void session_touched(struct session *session, uint64_t now_ms);

/* Something is being read aloud: somebody listens, which is a sign of life too.
 * Answers no idle question. */
void session_heard(struct session *session, uint64_t now_ms);

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

/* How many pages of PAGE_SIZE cards POT has; at least 1. The cards are shared
 * out over them as evenly as can be: seven over two are four and three. */
int session_pages(const struct meeting *meeting, int pot, int page_size);

/* The page of the session's pot that is shown, 0 first. */
int session_page(const struct session *session, const struct meeting *meeting,
		 int page_size);

/* The cards of the page shown: indexes [*ret_from, *ret_to) into
 * session.order. */
void session_page_cards(const struct session *session,
			const struct meeting *meeting, int page_size,
			int *ret_from, int *ret_to);

/* The most cards that a page of POT holds when its pages hold PAGE_SIZE. */
int session_page_most(const struct meeting *meeting, int pot, int page_size);

/* Whether every card of the pot shown was seen, those on the page shown among
 * them, or the pot is voted on by numbers: only then does the footer say "Next"
 * instead of "See more proposals". */
bool session_all_seen(const struct session *session,
		      const struct meeting *meeting, int page_size);

/* Whether every row of the review was seen, those on the page shown among them,
 * REVIEW_SIZE rows on each: only then does INTENT_CAST cast, for one casts only
 * what one has seen. */
bool session_review_seen(const struct session *session,
			 const struct meeting *meeting, int review_size);

/* How many pages the review has; at least 1. And the one shown. */
int session_review_pages(const struct session *session,
			 const struct meeting *meeting, int review_size);
int session_review_page(const struct session *session,
			const struct meeting *meeting, int review_size);

/* The proposals chosen, a score of 0 among them, as indexes, pot by pot: in the
 * order of the ballot, or of the ranks given. Returns how many. */
int session_chosen(const struct session *session, const struct meeting *meeting,
		   int ret_proposals[MEETING_PROPOSALS]);

/* How many more choices POT lacks before it can be cast; 0 when it is whole, or
 * blank. */
int session_lacks(const struct session *session, const struct meeting *meeting,
		  int pot);

/* What is left to spend in POT, in minor units, or in points. */
int64_t session_left_minor(const struct session *session,
			   const struct meeting *meeting, int pot);
int session_left_points(const struct session *session,
			const struct meeting *meeting, int pot);

/* How many points one step gives: 1 where one proposal may get 20 at most, else
 * 5. So from nothing to the most it may have is never more than 20 steps
 * (MEETING_POINTS is 100). */
int session_step(const struct pot *pot);

/* What was typed as a proposal's number so far; 0 when nothing was. */
int session_number(const struct session *session);

/* Whether POT may be voted on by numbers: one tap a proposal then says all. */
bool session_by_numbers(const struct pot *pot);

/* Whether SETTINGS are not those that everyone begins with, where that is
 * USUAL.
 */
bool settings_changed(const struct settings *settings,
		      const struct session_usual *usual);

/* What everyone begins with. */
void session_settings_reset(struct session *session);

#endif

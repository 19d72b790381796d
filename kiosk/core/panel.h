/* panel.h - the organisers at the kiosk: behind a PIN, what the big screen
 * shows, lots that were drawn, and the urn counted by hand. Pure.
 *
 * A panel is a value like a session (session.h): time, facts of the meeting and
 * outcomes come in as arguments; what must happen outside comes back as an
 * effect. What decides about money is typed by two people, one after the other
 * without seeing the other's: only what both typed alike is kept.
 */
#ifndef STEMMEBOKS_PANEL_H
#define STEMMEBOKS_PANEL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/cue.h"
#include "core/result.h"
#include "core/tally.h"
#include "core/trial.h"

enum panel_page {
#define PANEL(NAME, spelled) PANEL_##NAME,
#include "core/panel.def"
#undef PANEL
	PANEL_PAGES
};

enum panel_intent_kind {
#define PANEL_INTENT(NAME, spelled) PANEL_INTENT_##NAME,
#include "core/panel_intent.def"
#undef PANEL_INTENT
	PANEL_INTENTS
};

struct panel_intent {
	enum panel_intent_kind kind;
	int value;
};

enum panel_effect {
	PANEL_EFFECT_NONE,
	PANEL_EFFECT_PIN,   /* check panel.pin, call panel_pin_checked() */
	PANEL_EFFECT_CUE,   /* give panel.cue to the hall */
	PANEL_EFFECT_LOTS,  /* keep panel.order as drawn lots of panel.tie */
	PANEL_EFFECT_HAND,  /* keep panel.hand[0], its stands and panel.text */
	PANEL_EFFECT_COUNT, /* the meeting is counted */
	PANEL_EFFECT_STOP_VOTER, /* the resident's session ends, unspent */
};
/* After CUE, LOTS, HAND and COUNT call panel_done(). */

enum {
	PANEL_PIN_DIGITS = 6,
	PANEL_IDLE_MS = 60000,	  /* it closes by itself */
	PANEL_TYPING_MS = 300000, /* ... where two people change places */
	PANEL_TELL_MS = 6000,	  /* how long an outcome is told */
	PANEL_HOLD_MS = 3000,	  /* a finger in the corner opens it */
	PANEL_BALLOT_DIGITS = 6,  /* of how many slips there are */
	PANEL_NUMBER_DIGITS = 8,  /* of votes: so many slips with 100 points */
	PANEL_TEXT = 400,	  /* bytes of what is typed, with the NUL */
	PANEL_REASON_LEAST = 3,	  /* characters of a reason */
};

/* One person's count of the urn. */
struct panel_hand {
	int ballots;
	int64_t votes[MEETING_PROPOSALS];
};

/* What the panel must know of the meeting; the caller's, borrowed. */
struct panel_facts {
	const struct meeting *meeting;
	enum phase phase;
	bool voter;   /* a resident's slip or choices are being held */
	bool locked;  /* a vote is perhaps stored: nothing may be ended */
	bool pin_set; /* the meeting has a PIN */
	int kiosk;    /* its number where it shares a roll, else 0: */
	int printed, used, voided, unused; /* nothing is known of these */
	/* From closing on, else NULL, also then: the box's sums and the open
	 * ties. */
	const struct tally *box;
	const struct result *result;
	struct trial_plugged plugged;
};

struct panel {
	enum panel_page page;
	int pin_length;
	char pin[PANEL_PIN_DIGITS + 1];
	int failures; /* since the last right PIN */
	uint64_t locked_until_ms;
	uint64_t since_ms;   /* of this page */
	uint64_t touched_ms; /* the last sign of life */
	bool told;	     /* OUTCOME is shown */
	enum status outcome; /* of the last act; OK: it was done */
	uint64_t told_until_ms;
	bool differs; /* the two people did not type the same */
	struct cue cue;
	int person;	 /* who types: 0 the first, 1 the second */
	int tie;	 /* LOTS: index into result.ties */
	int order_count; /* drawn so far by this person */
	int order[2][MEETING_PROPOSALS];
	/* HAND: row 0 is the ballots, 1 + i proposal i; a row is asked unless
	 * both people gave it alike already. */
	int row;
	bool asked[1 + MEETING_PROPOSALS];
	struct panel_hand hand[2];
	bool over; /* the number is more than the slips counted can give */
	int number_length;
	char number[PANEL_NUMBER_DIGITS + 1];
	int rows_page; /* STANDS */
	bool hand_stands;
	char text[PANEL_TEXT]; /* MESSAGE, REASON */
	struct trial trial;    /* SCANNER: the last */
};

/* "lots": stable, for tests. Static. */
const char *panel_page_name(enum panel_page page);
const char *panel_intent_name(enum panel_intent_kind kind);

/* A finger lay in the corner for PANEL_HOLD_MS: the PIN is asked for. Nothing
 * happens when the panel is there already. */
void panel_open(struct panel *panel, uint64_t now_ms);

/* The panel goes; everything typed is overwritten. Wrong tries and a lock are
 * kept: closing it must not give new tries. */
void panel_close(struct panel *panel);

bool panel_is_open(const struct panel *panel);

/* FAILURES wrong PINs were typed since the last right one, as the meeting's
 * file has it: the lock that they gave (tries.h) begins anew at NOW_MS, since
 * nobody knows when it began. None: there is no lock. */
void panel_recall(struct panel *panel, int failures, uint64_t now_ms);

/* Seconds until a PIN may be typed again, 0 when it may. */
unsigned panel_locked_seconds(const struct panel *panel, uint64_t now_ms);

/* What INTENT means on this page; ignored where it makes no sense. */
enum panel_effect panel_apply(struct panel *panel,
			      const struct panel_facts *facts,
			      struct panel_intent intent, uint64_t now_ms);

/* The outcome of PANEL_EFFECT_PIN: STATUS_OK opens the panel (at the page for a
 * voting resident, if there is one), STATUS_PIN counts as a try; any other is
 * told. What was typed is overwritten. */
void panel_pin_checked(struct panel *panel, const struct panel_facts *facts,
		       enum status outcome, uint64_t now_ms);

/* The outcome of another effect: told, and the page it came from is left when
 * it was done. */
void panel_done(struct panel *panel, enum status outcome, uint64_t now_ms);

/* A code was scanned and came as TRIAL; ignored but on PANEL_SCANNER, where it
 * is a sign of life. */
void panel_tried(struct panel *panel, const struct trial *trial,
		 uint64_t now_ms);

/* Lets time pass: it closes when nobody touches it; it leaves a page that the
 * meeting moved on under, or on which a resident's session began. Returns
 * whether anything changed. */
bool panel_tick(struct panel *panel, const struct panel_facts *facts,
		uint64_t now_ms);

/* A finger was felt. */
void panel_touched(struct panel *panel, uint64_t now_ms);

/* Whether TIE of the result waits for lots: it changes the money and is open.
 */
bool panel_tie_open(const struct result *result, int tie);

/* Whether hand[0] says the same as BOX in every number. */
bool panel_hand_agrees(const struct panel *panel,
		       const struct panel_facts *facts);

#endif

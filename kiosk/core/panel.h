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

#include "core/check.h"
#include "core/cue.h"
#include "core/result.h"
#include "core/setup.h"
#include "core/slip.h"
#include "core/tally.h"
#include "core/trial.h"

enum panel_page {
	PANEL_OFF, /* no panel: the resident's screens */
#define PANEL(NAME, spelled, tab, draw, touch, idle, label) PANEL_##NAME,
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
#define PANEL_EFFECT(NAME, spelled, persons) PANEL_EFFECT_##NAME,
#include "core/panel_effect.def"
#undef PANEL_EFFECT
	PANEL_EFFECTS
};
/* After all but NONE, PIN and STOP_VOTER call panel_done(). Before those that
 * come from PANEL_SURE, panel.pins are to be checked: when one is not right
 * call panel_sure_wrong() and do nothing. */

enum {
	PANEL_PIN_DIGITS = 6,
	PANEL_PERSONS = 2,
	PANEL_IDLE_MS = 60000,	  /* it closes by itself */
	PANEL_TYPING_MS = 300000, /* ... where two people change places */
	PANEL_TELL_MS = 6000,	  /* how long an outcome is told */
	PANEL_HOLD_MS = 3000,	  /* a finger in the corner opens it */
	PANEL_BALLOT_DIGITS = 6,  /* of how many slips there are */
	PANEL_NUMBER_DIGITS = 8,  /* of votes: so many slips with 100 points */
	PANEL_TEXT = 400,	  /* bytes of what is typed, with the NUL */
	PANEL_REASON_LEAST = 3,	  /* characters of a reason */
	PANEL_SERIAL_DIGITS = 5,  /* of a slip's number */
	PANEL_PRINT_USUAL = 20,
	PANEL_PRINT_MOST = 500, /* at once */
	PANEL_NAMES = 6,
	PANEL_PRINTERS = 4, /* to choose from */
	PANEL_NAME = 64,    /* bytes */
	PANEL_SAID = 256,   /* bytes of what another program said */
	PANEL_ROOT = 65,
	PANEL_TIME = 17, /* bytes of "2015-11-10 19:05" */
	PANEL_LOG_ROWS = 100,
	PANEL_CODE = 16, /* bytes of the code of the rules */
};

/* What is picked from a list, and how PANEL_INTENT_PICK says which. */
enum panel_pick {
	PANEL_PICK_PRINTER,  /* index into facts.printers */
	PANEL_PICK_KIND,     /* index into facts.kinds */
	PANEL_PICK_PLACE,    /* index into facts.places */
	PANEL_PICK_MEETING,  /* of those made before: maker.h */
	PANEL_PICK_LANGUAGE, /* index into meeting.languages; of slips, those
				are as many as there are for none */
	PANEL_PICK_SETUP,    /* + an enum setup_item: index of its value */
};
/* What can be listened to. */
enum panel_sound {
	PANEL_SOUND_TAP,
	PANEL_SOUND_SCAN,
	PANEL_SOUND_CAST,
	PANEL_SOUND_SPEECH, /* a sentence, in the headphones */
	PANEL_SOUNDS_COUNT
};

#define PANEL_PICK(list, index) ((list) << 8 | (index))

/* A list of short names, for what is picked. */
struct panel_names {
	int count;
	char name[PANEL_NAMES][PANEL_NAME];
};

/* A row of the audit chain: nothing of votes. */
struct panel_log_row {
	char at[PANEL_TIME]; /* whole five minutes */
	enum act act;
	char detail[PANEL_NAME]; /* of slips printed, else "" */
};

/* The newest rows, newest first. */
struct panel_log {
	int count;
	struct panel_log_row row[PANEL_LOG_ROWS];
};

/* The machine that the kiosk runs on. */
struct panel_machine {
	char clock[PANEL_TIME];	  /* now, to the minute */
	char written[PANEL_TIME]; /* the meeting's file, to five minutes */
	int64_t free_mib;	  /* of the disk with that file; -1: unknown */
	int battery;		  /* percent; -1: there is none */
	char version[PANEL_NAME]; /* of the program, and of its bytes */
	bool draining;		  /* the battery is being emptied */
};

/* A slip that was looked at. Nothing of what was voted with it. */
struct panel_slip {
	int serial;	    /* 0: it was scanned */
	enum status status; /* of roll_look_up(): OK, used, void, … */
	unsigned char hash[SLIP_HASH_BYTES];
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
	bool voter;	 /* a resident's slip or choices are being held */
	bool locked;	 /* a vote is perhaps stored: nothing may be ended */
	bool pin_set;	 /* the meeting has a PIN */
	bool second_set; /* and one of a second person */
	bool shared; /* kiosks share its roll: acts are for the organisers' file
			and the commands, which wait for all kiosks */
	int kiosk;   /* its number where it shares a roll, else 0: */
	int printed, used, voided, unused; /* nothing is known of these */
	int filled;			   /* ballots in the box */
	int copy_shows;	  /* votes, from closing on: backup_shown() */
	const char *file; /* the meeting's, by name; the caller's, or NULL */
	char code[PANEL_CODE]; /* of the rules */
	bool busy; /* another program works for the panel: printing and such */
	struct setup setup; /* of this kiosk */
	struct panel_machine machine;
	struct check_facts check;
	const struct panel_log *log; /* the caller\'s; NULL: not read */
	struct panel_names printers;
	struct panel_names places;  /* folders of sticks */
	char published[PANEL_SAID]; /* the folder that was, "" for none */
	char root[PANEL_ROOT];	  /* of the box, in hex, once closed, else "" */
	struct panel_names kinds; /* of the slips so far, the first is "" */
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
	uint64_t since_ms;     /* of this page */
	uint64_t touched_ms;   /* the last sign of life */
	bool told;	       /* OUTCOME is shown */
	char said[PANEL_SAID]; /* by another program about it, or "" */
	enum status outcome;   /* of the last act; OK: it was done */
	uint64_t told_until_ms;
	bool differs; /* the two people did not type the same */
	struct cue cue;
	struct panel_slip slip;		       /* SLIP */
	struct setup setup;		       /* SETUP: as it is to be */
	int print_count, kind, printer, place; /* indexes into the facts */
	int print_language; /* into meeting.languages; their number: none */
	bool print_choices; /* with the proposals on the slips */
	/* SURE: what is done once so many people's PINs were typed, the page it
	 * was asked on, and those typed so far. */
	enum panel_effect then;
	enum panel_page from;
	int persons, pin_count;
	char pins[PANEL_PERSONS][PANEL_PIN_DIGITS + 1];
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
	enum panel_page back;  /* SCANNER: where it was asked for */
	enum panel_sound sound;
	struct check_hands hands; /* kept when the panel closes */
};

/* "lots": stable, for tests. Static. */
const char *panel_page_name(enum panel_page page);
const char *panel_intent_name(enum panel_intent_kind kind);
const char *panel_effect_name(enum panel_effect effect);

/* The page whose tab PAGE lies under, PANEL_OFF for none; and the label of
 * PAGE's own tab, a gettext key, NULL where it has none. */
enum panel_page panel_page_tab(enum panel_page page);
const char *panel_page_label(enum panel_page page);

/* A finger lay in the corner for PANEL_HOLD_MS: the PIN is asked for. Nothing
 * happens when the panel is there already. */
void panel_open(struct panel *panel, uint64_t now_ms);

/* The panel goes; everything typed is overwritten. Wrong tries and a lock are
 * kept: closing it must not give new tries. What was tried of the hardware is
 * kept too. */
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

/* Whether EFFECT makes sense with FACTS; of those that a page only offers now
 * and then. */
bool panel_may(const struct panel *panel, const struct panel_facts *facts,
	       enum panel_effect effect);

/* Whether ITEM can be tried at the panel: touched on PANEL_CHECK it leads to
 * the page for it, or is measured at once. */
bool panel_check_tried(enum check_item item);
/* Whether slips can name LANGUAGE (index into meeting.languages). */
bool panel_slip_speaks(const struct meeting *meeting, int language);

/* How many people's PINs are asked for before EFFECT. */
int panel_persons(const struct panel_facts *facts, enum panel_effect effect);

/* The PINs typed on PANEL_SURE were not right, or could not be checked: they
 * are asked for again. STATUS_PIN counts as a try. */
void panel_sure_wrong(struct panel *panel, enum status outcome,
		      uint64_t now_ms);

/* The outcome of PANEL_EFFECT_FIND, or of a slip that was scanned on
 * PANEL_SLIPS or PANEL_SLIP, which is a sign of life: SLIP is shown. */
void panel_slip_found(struct panel *panel, const struct panel_slip *slip,
		      uint64_t now_ms);

/* As panel_done(), with what another program SAID about it, cut to fit. */
void panel_done_said(struct panel *panel, enum status outcome, const char *said,
		     uint64_t now_ms);

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

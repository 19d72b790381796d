/* kiosk_booth.h - the resident's session and the meeting's file together: a
 * scan looked up, a vote cast, the phase followed. Knows no window.
 *
 * While another program writes to the file, look-ups and casts are tried again
 * for BOOTH_PATIENCE_MS; meanwhile the resident sees where they are, for a cast
 * "Your vote is being stored… Please stay here." A look-up is given up when
 * voting stops, or when who waited for it has left the screen. A shared roll
 * that does not answer is waited for in the same way; whoever votes already is
 * not disturbed by it.
 *
 * A typed code whose check symbols are wrong is a slip of the finger. One whose
 * check symbols are right but which is on no slip of the meeting is a wrong
 * one: it is counted in the file, and typing rests (tries.h), also after the
 * program was started anew; after TRIES_MOST in a meeting no code can be typed
 * any more. Scanning always goes on.
 *
 * A disk may take seconds. So NOW_MS is when a function is called, and a screen
 * that comes after such work counts from what CLOCK_MS says then.
 */
#ifndef STEMMEBOKS_KIOSK_BOOTH_H
#define STEMMEBOKS_KIOSK_BOOTH_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "app/live_release.h"
#include "core/random.h"
#include "core/session.h"
#include "roll/roll_link.h"

struct demo;
struct setup;
struct store;

enum {
	BOOTH_PATIENCE_MS = 10000,
	BOOTH_POLL_MS =
	    100, /* how often phase and waiting jobs are looked at */
	BOOTH_CALM_MS = 250, /* the same while nothing waits and no scanner is
				one that has to be looked at */
	BOOTH_LIVE_RETRY_MS = 1000, /* after votes could not be shown */
};

enum booth_job {
	BOOTH_IDLE,
	BOOTH_LOOK_UP,
	BOOTH_CAST,
};

struct booth {
	struct store *store; /* owned by the caller, as all pointers here */
	struct roll_link *roll;
	const struct meeting *meeting;
	struct demo *demo; /* NULL: real voting */
	const struct random *random;
	uint64_t (*clock_ms)(void *context); /* the clock that NOW_MS is of */
	void *clock;			     /* its context */
	FILE *log;
	int language; /* before anyone chose one: index into languages */
	struct session session;
	enum effect asked; /* by the last intent: for the ears, which take it */
	enum roll_link_state roll_state; /* as it was last worked on */
	enum phase phase;
	uint32_t version; /* of the file, when the phase was last read */
	bool polled_badly;
	bool moved; /* this program itself may have changed the phase */
	enum booth_job job;
	uint64_t job_until_ms;
	enum screen job_screen; /* where who waits for a look-up stands, */
	uint64_t job_since_ms;	/* and since when */
	unsigned char job_hash[SLIP_HASH_BYTES];
	int job_language;	  /* that the slip asks for, or -1 */
	bool job_typed;		  /* and not scanned */
	int wrong_codes;	  /* typed in this meeting, none of its slips */
	uint64_t typing_from_ms;  /* before that no code may be typed */
	struct live_release live; /* of what was cast: what may be seen */
	uint64_t live_retry_ms;
	bool live_failed;
};

/* Reads the phase and waits for a first resident. STORE and what else BOOTH
 * points to must be set. A status of store_phase(). */
enum status booth_start(struct booth *booth, uint64_t now_ms);

/* Overwrites all of BOOTH that was a resident's. Takes a zeroed one, and one
 * that was wiped; after it nothing cast is shown to the room any more. */
void booth_wipe(struct booth *booth, uint64_t now_ms);

/* An organiser ends the session of a resident who left: nothing is cast, the
 * slip stays unspent. A locked kiosk stays locked. */
void booth_stop(struct booth *booth, uint64_t now_ms);

/* LENGTH bytes at TEXT were scanned. Ignored while a vote is being stored and
 * when the kiosk is locked. */
void booth_scanned(struct booth *booth, const char *text, size_t length,
		   uint64_t now_ms);

/* The resident meant INTENT. After it the screen may be SCREEN_CASTING: the
 * caller shows that frame and then calls booth_work(). */
void booth_apply(struct booth *booth, struct intent intent, int page_size,
		 int review_size, uint64_t now_ms);

/* A finger or key was felt: see session_touched(). */
void booth_touched(struct booth *booth, uint64_t now_ms);

/* Everyone begins with what SETUP says from now on, when nobody votes; else
 * from the next resident on. Its language is the meeting's first where the
 * meeting has not that one. */
void booth_usual(struct booth *booth, const struct setup *setup);

/* This program itself wrote to the file: its phase is read at the next tick,
 * since the file's version stays as it was for who wrote. */
void booth_moved(struct booth *booth);

/* Tries the job that waits, if any. */
void booth_work(struct booth *booth);

/* Lets the roll go on, looks at the phase and lets time pass for the session.
 * Returns whether the screen changed. */
bool booth_tick(struct booth *booth);

/* Between two residents - on the thanks, which the caller has shown before, or
 * when nobody is there -: publishes the votes that the room may see by now
 * (live_release.h). Should that fail, it is logged and tried again later; no
 * resident gets to know. */
void booth_publish(struct booth *booth);

#endif

/* kiosk_booth.h - the resident's session and the meeting's file together: a
 * scan looked up, a vote cast, the phase followed. Knows no window.
 *
 * While another program writes to the file, look-ups and casts are tried again
 * for BOOTH_PATIENCE_MS; meanwhile the resident sees where they are, for a cast
 * "Your vote is being stored… Please stay here." A look-up is given up when
 * voting stops, or when who waited for it has left the screen.
 *
 * A disk may take seconds. So NOW_MS is when a function is called, and a screen
 * that comes after such work counts from what CLOCK_MS says then.
 */
#ifndef STEMMEBOKS_KIOSK_BOOTH_H
#define STEMMEBOKS_KIOSK_BOOTH_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "core/random.h"
#include "core/session.h"

struct demo;
struct store;

enum {
	BOOTH_PATIENCE_MS = 10000,
	BOOTH_POLL_MS =
	    100, /* how often phase and waiting jobs are looked at */
};

enum booth_job {
	BOOTH_IDLE,
	BOOTH_LOOK_UP,
	BOOTH_CAST,
};

struct booth {
	struct store *store; /* owned by the caller, as all pointers here */
	const struct meeting *meeting;
	struct demo *demo; /* NULL: real voting */
	const struct random *random;
	uint64_t (*clock_ms)(void *context); /* the clock that NOW_MS is of */
	void *clock;			     /* its context */
	FILE *log;
	int language; /* before anyone chose one: index into languages */
	struct session session;
	enum phase phase;
	uint32_t version; /* of the file, when the phase was last read */
	bool polled_badly;
	enum booth_job job;
	uint64_t job_until_ms;
	enum screen job_screen; /* where who waits for a look-up stands, */
	uint64_t job_since_ms;	/* and since when */
	unsigned char job_hash[SLIP_HASH_BYTES];
};

/* Reads the phase and waits for a first resident. STORE and what else BOOTH
 * points to must be set. A status of store_phase(). */
enum status booth_start(struct booth *booth, uint64_t now_ms);

/* Overwrites all of BOOTH that was a resident's. */
void booth_wipe(struct booth *booth, uint64_t now_ms);

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

/* Tries the job that waits, if any. */
void booth_work(struct booth *booth);

/* Looks at the phase and lets time pass for the session. Returns whether the
 * screen changed. */
bool booth_tick(struct booth *booth);

#endif

/* roll_server.h - the link of one kiosk to a shared roll; within roll/ only.
 *
 * One thing is asked at a time, the first that is due in this order: take the
 * kiosk's number (attach), tell of the vote noted in the file (spend), give
 * back what nobody needs (settle), claim what a resident scanned, tell how the
 * kiosk stands, look at the phase. So no slip is claimed before the last note
 * is gone from the file, and whenever the connection was lost the next one
 * begins by settling. Every question may be asked twice.
 */
#ifndef STEMMEBOKS_ROLL_SERVER_H
#define STEMMEBOKS_ROLL_SERVER_H

#include "core/phase.h"
#include "roll/roll_link_kind.h"
#include "roll/server.h"

enum {
	ROLL_SERVER_LOOK_MS = 1000,
	ROLL_SERVER_AWAY_MS = 1000, /* gone for so long: residents are told */
	ROLL_SERVER_STEP_MS = 15,   /* waited for an answer within one call */
	ROLL_SERVER_REST_MS = 2 * ROLL_LINK_GLANCE_MS, /* then none is */
};

struct roll_server {
	struct roll_link link; /* first */
	struct server *server;
	char number[8], made[8];       /* which kiosk it is, of how many */
	char meeting[SERVER_HASH];     /* the definition's hash */
	const struct roll_step *asked; /* NULL: nothing */
	bool attached;
	uint64_t away_ms; /* since when it is not */
	uint64_t now_ms;  /* of the last call */
	uint64_t rest_ms; /* until then no answer is waited for */
	/* The slip that was scanned. */
	bool wanted;	    /* to be claimed, or being claimed */
	bool claimed;	    /* this kiosk's */
	bool stale;	    /* the claim being asked for is wanted no more */
	enum status answer; /* to what is wanted; STATUS_ROLL_AWAY: none yet */
	unsigned char slip[SLIP_HASH_BYTES];
	/* The vote that the file notes. */
	bool noted;
	unsigned char note[SLIP_HASH_BYTES];
	bool unsettled; /* the roll may think that this kiosk has more */
	bool stopped;
	bool told; /* how the kiosk stands */
	bool phase_changed;
	uint64_t look_ms; /* when to look next */
};

/* One kind of question. */
struct roll_step {
	enum server_query query;
	bool (*due)(const struct roll_server *roll);
	void (*ask)(struct roll_server *roll, const struct roll_step *step);
	/* Takes the answer, of which WORD is the first column. False: the
	 * connection is of no use; it is begun anew. */
	bool (*take)(struct roll_server *roll, const char *word);
	bool writes; /* the answer may be written to the file */
};

/* In the order in which they come first; NULL due at the end. */
extern const struct roll_step roll_steps[];

/* Those that are about the meeting: tell and look. */
bool roll_tell_due(const struct roll_server *roll);
void roll_tell_ask(struct roll_server *roll, const struct roll_step *step);
bool roll_tell_take(struct roll_server *roll, const char *word);
bool roll_look_due(const struct roll_server *roll);
void roll_look_ask(struct roll_server *roll, const struct roll_step *step);
bool roll_look_take(struct roll_server *roll, const char *word);

/* What is claimed or wanted is needed no more. */
void roll_server_let_go(struct roll_server *roll);

/* The time as audit rows have it. */
void roll_server_time(char *ret_at);

#endif

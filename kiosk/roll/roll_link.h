/* roll_link.h - a kiosk's link to the roll: in the meeting's own file, or one
 * that several kiosks share.
 *
 * A slip is claimed when it is scanned, and its vote is cast into the kiosk's
 * own box. With the file's own roll, claiming is looking up, and the cast
 * spends the slip in the same transaction. With a shared roll (roll_server.c)
 * the claim is asked for over the network, the cast needs no network, and the
 * roll is told afterwards.
 *
 * No function waits for a network longer than ROLL_LINK_GLANCE_MS, nor do
 * several within one turn of the kiosk's loop together; looking up a name is
 * another matter (server.h). NOW_MS comes from one clock that never goes back.
 */
#ifndef STEMMEBOKS_ROLL_LINK_H
#define STEMMEBOKS_ROLL_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "core/ballot.h"
#include "core/slip.h"
#include "core/status.h"

struct random;
struct roll_link;
struct store;

enum { ROLL_LINK_GLANCE_MS = 45 };

enum roll_link_state {
	ROLL_LINK_READY,
	ROLL_LINK_WAIT,	   /* nothing can be claimed now; it is being tried */
	ROLL_LINK_STOPPED, /* a slip may have given two votes: nothing is
			      claimed until the program was started anew */
};

/* The link for STORE (borrowed), open to write: with the roll that its meeting
 * names. A shared roll need not be there, and serves one link a kiosk: another
 * one, of a program with the same file or a copy of it, waits until the first
 * is gone.
 *
 * STATUS_INPUT when the roll's address is none; STATUS_STORE_BUSY,
 * STATUS_STORE, STATUS_MEMORY; *ret_link is then untouched. Free with
 * roll_link_free() before the store, which takes NULL. */
enum status roll_link_open(struct store *store, struct roll_link **ret_link);
void roll_link_free(struct roll_link *link);

/* Wants the slip HASH for this kiosk. STATUS_ROLL_AWAY: not answered yet, and
 * STATUS_STORE_BUSY: ask again, with the same slip. STATUS_OK: it is unused and
 * (shared roll) claimed. STATUS_SLIP_USED (or in use elsewhere),
 * STATUS_SLIP_VOID, STATUS_SLIP_OTHER, STATUS_NOT_OPEN, STATUS_STORE,
 * STATUS_DAMAGED: not to be had. Another slip that was wanted before is given
 * back. */
enum status roll_link_claim(struct roll_link *link,
			    const unsigned char hash[SLIP_HASH_BYTES],
			    uint64_t now_ms);

/* Nobody votes here: what was claimed, or is still being claimed, is given back
 * as soon as the roll can be told. May be called at any time, as often as one
 * likes. */
void roll_link_release(struct roll_link *link);

/* Whether the slip HASH, claimed before, is still this kiosk's to vote with:
 * organisers may have given it free, and another kiosk stored a vote for it. */
bool roll_link_holds(const struct roll_link *link,
		     const unsigned char hash[SLIP_HASH_BYTES]);

/* Stores BALLOT for the claimed slip HASH, as box_cast(), whose statuses these
 * are; STATUS_SLIP_USED as well when the slip is not held any more. After any
 * failure but STATUS_STORE_BUSY and STATUS_UNCERTAIN the claim is given
 * back. */
enum status roll_link_cast(struct roll_link *link,
			   const unsigned char hash[SLIP_HASH_BYTES],
			   const struct ballot *ballot,
			   const struct random *random, uint64_t now_ms);

/* What the room may see of the votes in this box was changed in the file. */
void roll_link_shown(struct roll_link *link);

/* Goes on with what there is to tell and to ask; to be called four to ten times
 * a second. Returns whether the file's phase was changed, as the shared roll
 * has it. */
bool roll_link_work(struct roll_link *link, uint64_t now_ms);

enum roll_link_state roll_link_state(const struct roll_link *link);

#endif

/* store_private.h - what the files of the store share and nobody else sees.
 *
 * The functions marked "inside" want a transaction or snapshot to be open.
 */
#ifndef STEMMEBOKS_STORE_PRIVATE_H
#define STEMMEBOKS_STORE_PRIVATE_H

#include "core/slip.h"
#include "store/audit.h"
#include "store/connection.h"
#include "store/store.h"

struct random;

struct store {
	struct connection connection;
	struct meeting *meeting;
	char *definition;
	unsigned char definition_hash[MEETING_HASH_BYTES];
	char *images;
};

/* Fills `pot` and `proposal`, which repeat the definition for readers of plain
 * SQL; or checks that they still do (STATUS_DAMAGED). Inside. */
enum status derived_add(struct store *store);
enum status derived_verify(struct store *store);

/* STATUS_OK when everything in the file that MODE may look at fits together;
 * inside. Until voting is closed a reader's check leaves the box alone. */
enum status store_verify(struct store *store, enum store_mode mode);

/* The rows of `live`, `cue` and `organiser`, which are made once and
 * overwritten from then on: nothing shown, no cue, no PIN. Inside. */
enum status live_add(struct store *store);
enum status cue_add(struct store *store);
enum status pin_add(struct store *store);

/* Those rows are there and whole, and nothing is shown when nobody votes.
 * STATUS_DAMAGED. Inside. */
enum status live_verify(struct store *store);
enum status cue_verify(struct store *store);
enum status pin_verify(struct store *store);

/* Puts the snapshot back to nothing; inside. */
enum status live_clear(struct store *store);

/* A newest cue says "clear" from now on; inside. */
enum status cue_end(struct store *store);

/* Whether slots are being filled: open, or paused in the middle of it. */
bool phase_voting(enum phase phase);

/* PHASE as the file keeps it, filled up to one length. */
enum { PHASE_WIDTH = 9 };
void phase_write(enum phase phase, char ret_text[PHASE_WIDTH + 1]);
enum status phase_set(struct store *store, enum phase phase);

/* Spends the slip: STATUS_SLIP_OTHER, STATUS_SLIP_USED or STATUS_SLIP_VOID if
 * it cannot be. Inside. */
enum status roll_spend(struct store *store,
		       const unsigned char hash[SLIP_HASH_BYTES]);

/* Adds COUNT free slots with random ids; inside. */
enum status box_add(struct store *store, int count,
		    const struct random *random);

/* The box root, as box_root(), when the meeting is in PHASE; inside. */
enum status box_root_in(struct store *store, enum phase phase,
			unsigned char ret_root[BOX_ROOT_BYTES]);

/* printed = used + void + unused = slots, and used = filled: STATUS_DAMAGED
 * where they are not. Inside. */
enum status audit_reconcile(struct store *store);

/* Moves the meeting on by ACT and adds the row; inside. STATUS_PHASE. */
enum status audit_add(struct store *store, enum act act, const char *detail,
		      const char *at);

/* The hash that the first row goes on from, and that of ROW behind one with the
 * hash BEFORE; audit.h says what they cover. */
enum { AUDIT_HASH = 32 };
void audit_hash_first(const struct store *store,
		      unsigned char ret_hash[AUDIT_HASH]);
void audit_hash_row(const unsigned char before[AUDIT_HASH],
		    const struct audit_row *row,
		    unsigned char ret_hash[AUDIT_HASH]);

/* How many rows tell of ACT; inside or not. */
enum status audit_count_act(struct store *store, enum act act, int *ret_count);

/* Begins a transaction that will add an audit row; *ret_count is how many there
 * are, for audit_end(). On failure nothing has begun. */
enum status audit_begin(struct store *store, int *ret_count);

/* Ends a transaction that began when there were COUNT audit rows and added one:
 * as transaction_end(), but an uncertain commit is settled by looking whether
 * the row is there. STATUS_STORE when it is not. */
enum status audit_end(struct store *store, enum status status, int count);

/* The chain from the first row on leads to the phase, and its last root is the
 * box's (looked at when WITH_BOX). STATUS_DAMAGED. Inside. */
enum status audit_verify(struct store *store, bool with_box);

/* Every decision is the one its audit row tells of. STATUS_DAMAGED. Inside. */
enum status decision_verify(struct store *store);

/* Every hand count is the one its audit row tells of. STATUS_DAMAGED. Inside.
 */
enum status hand_verify(struct store *store);

#endif

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
struct roll_count;
struct roll_row;

struct store {
	struct connection connection;
	struct meeting *meeting;
	char *definition;
	unsigned char definition_hash[MEETING_HASH_BYTES];
	char *images;
	int other_kiosk; /* roll_other_kiosk() */
	bool mended;
	struct store_fault fault; /* of store_verify() */
};

/* What the file adds to a kiosk's number, see schema.sql. */
enum { KIOSK_BASE = 100 };

/* Makes PATH as store_create() does: STORE, which holds a definition as text,
 * hash and MEETING, gets the rows that every file has, in phase draft, and what
 * FILL (CONTEXT) adds in the same transaction. STORE's connection is closed
 * afterwards; no file is left behind after a failure. */
enum status store_make(const char *path, struct store *store,
		       enum status (*fill)(struct store *store, void *context),
		       void *context);

/* The empty file PATH, mode 0600 (one that is empty already gives way), or
 * STATUS_FILE_EXISTS, STATUS_FILE_WRITE; a
 * file with its journal away; the same after STATUS, and what that leaves to be
 * said; a file and its folder synced. */
enum status file_claim(const char *path);
void file_remove(const char *path);
enum status file_without(const char *path, enum status status);
enum status file_sync(const char *path);

/* The whole of STORE's file, as it stands in no transaction of STORE's, in
 * PATH, which file_claim() made. STORE may be one that reads. */
enum status file_copy(struct store *store, const char *path);

/* Fills `pot` and `proposal`, which repeat the definition for readers of plain
 * SQL; or checks that they still do (STATUS_DAMAGED). Inside. */
enum status derived_add(struct store *store);
enum status derived_verify(struct store *store);

/* Whether the definition has the hash that the file keeps: STATUS_DAMAGED. */
enum status definition_verify(struct store *store);

/* STATUS_OK when everything in the file that MODE may look at fits together;
 * inside. After STATUS_DAMAGED store->fault says where. Until voting is closed
 * a reader's check leaves the box alone. */
enum status store_verify(struct store *store, enum store_mode mode);

/* The rows of `live`, `cue`, `organiser`, `wrong` and `kiosk`, which are made
 * once and overwritten from then on: nothing shown, no cue, no PIN, nothing
 * wrong, no note. Inside. */
enum status live_add(struct store *store);
enum status cue_add(struct store *store);
enum status pin_add(struct store *store);
enum status wrong_add(struct store *store);
enum status note_add(struct store *store);

/* That the file's kiosk is that of the act that dealt it, if one did, and the
 * row of `kiosk` sound: STATUS_DAMAGED. Inside. */
enum status kiosk_verify(struct store *store);

/* Makes the file that of kiosk NUMBER. Inside. */
enum status note_number_write(struct store *store, int number);

/* The two PINs as the file keeps them: Argon2id's texts, each filled up with
 * blanks to half of PIN_TEXT. Inside or not; inside. */
enum { PIN_TEXT = 2 * 128 };
enum status pin_get(struct store *store, char ret_text[PIN_TEXT + 1]);
enum status pin_put(struct store *store, const char text[PIN_TEXT + 1]);

/* Those rows are there and whole, and nothing is shown when nobody votes.
 * STATUS_DAMAGED. Inside. */
enum status live_verify(struct store *store);
enum status cue_verify(struct store *store);
enum status pin_verify(struct store *store);
enum status wrong_verify(struct store *store);

/* No PIN is wrong any more; inside. */
enum status wrong_pin_clear(struct store *store);

/* Notes that a vote was cast with the slip HASH; STATUS_DAMAGED when another
 * slip is noted already. Inside. */
enum status note_write(struct store *store,
		       const unsigned char hash[SLIP_HASH_BYTES]);

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

/* As roll_count(), and how many are lost with a box is not looked at: what the
 * file has, to check it by. Inside. */
enum status roll_count_states(struct store *store,
			      struct roll_count *ret_count);

/* How many used slips the file says are lost with a box: as in struct
 * roll_count. Inside. */
enum status roll_lost(struct store *store, int *ret_lost);

/* Adds ROW as it is; inside. */
enum status roll_put(struct store *store, const struct roll_row *row);

/* Adds a slot with ID and TEXT, in the state USED; inside. */
enum status box_put(struct store *store, const unsigned char id[BOX_SLOT_BYTES],
		    int used, const char *text);

/* STATUS_OK when plain SQL adds the box up to TALLY, else STATUS_DISAGREES;
 * inside. */
enum status box_tally_check(struct store *store, const struct tally *tally);

/* Adds COUNT free slots with random ids; inside. */
enum status box_add(struct store *store, int count,
		    const struct random *random);

/* The box root, as box_root(), when the meeting is in PHASE; inside. */
enum status box_root_in(struct store *store, enum phase phase,
			unsigned char ret_root[BOX_ROOT_BYTES]);

/* printed = used + void + unused = slots, and used = filled, or so many more as
 * the file says are lost with a box: STATUS_DAMAGED where they are not. With a
 * shared roll it is that one which knows what is used, until the boxes are put
 * together. Inside. */
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

/* Adds ROW, made before, as it is; inside. */
enum status audit_put(struct store *store, const struct audit_row *row);

/* The boxes put together are those that the act tells of. STATUS_DAMAGED.
 * Inside. */
enum status collected_verify(struct store *store);

/* Every decision is the one its audit row tells of. STATUS_DAMAGED. Inside. */
enum status decision_verify(struct store *store);

/* Every hand count is the one its audit row tells of. STATUS_DAMAGED. Inside.
 */
enum status hand_verify(struct store *store);

#endif

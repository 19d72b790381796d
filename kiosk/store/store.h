/* store.h - a meeting's file: SQLite, one meeting, the only place that knows
 * SQL.
 *
 * The file holds the frozen definition, the roll, the box, the decisions and
 * the audit chain. Rollback journal, synchronous=EXTRA, secure_delete,
 * temp_store=MEMORY, foreign_keys; application_id "STBX" and user_version are
 * checked on every open.
 *
 * While a program has the file open to write, a journal of zeros may lie beside
 * it ("-journal"); it goes when that program lets go. Another program's lock is
 * waited for two seconds, then STATUS_STORE_BUSY. Callbacks (SEE) may read the
 * store, except through the function that calls them, and may not write.
 */
#ifndef STEMMEBOKS_STORE_H
#define STEMMEBOKS_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/meeting.h"
#include "core/phase.h"
#include "core/status.h"

struct store;

enum store_mode {
	STORE_READ,  /* the hall, status, verify: writes nothing but, once, the
			rollback of a program that was killed in a write */
	STORE_WRITE, /* the kiosk and organisers' acts */
};

/* Where a file was found not to fit together. */
enum store_part {
	STORE_PART_OTHER,      /* nowhere in particular */
	STORE_PART_DEFINITION, /* it does not have the hash that it should */
	STORE_PART_AUDIT,      /* a row of the chain, the first one */
	STORE_PART_PHASE,      /* the phase, or a row behind the last is gone */
	STORE_PART_BOX,	       /* the box is not that of the last row */
};

struct store_fault {
	enum store_part part;
	/* AUDIT: `number` of the first row of `audit` that is wrong, or not
	 * there. PHASE and BOX: of the last row, which is right. Else 0. */
	int row;
};

/* Makes PATH, a new meeting file in phase draft holding MEETING's definition
 * and the first audit row, synced, its folder too, mode 0600. MEETING is
 * borrowed; its id and code must be set, its pots and enums within their
 * arrays. AT: coarse time as in audit.h.
 *
 * STATUS_FILE_EXISTS, STATUS_FILE_WRITE, STATUS_STORE, STATUS_MEMORY, or
 * STATUS_INPUT when definition_read() would refuse the meeting: no file is left
 * behind. */
enum status store_create(const char *path, const struct meeting *meeting,
			 const char *at);

/* Opens the meeting file at PATH and reads its definition.
 *
 * STATUS_DAMAGED when anything does not fit together: a broken page, or a part
 * of one; a table, view or trigger that this program does not make; the
 * definition and its hash; `pot` and `proposal`; the audit chain, the phase it
 * leads to and the box root of its last row; the decisions and hand counts; the
 * votes shown, the cue, the PINs and how many were wrong; printed = slots and
 * used = filled slots. A reader's check leaves the box alone until voting is
 * closed.
 *
 * STATUS_FILE_SHARED when MODE is STORE_WRITE, others may read or write the
 * file and this program cannot take that from them; where it can, it does
 * (store_mended()).
 *
 * Else STATUS_FILE_MISSING, STATUS_FILE_READ, STATUS_NOT_MEETING,
 * STATUS_NEWER_VERSION, STATUS_OLDER_VERSION, STATUS_STORE_BUSY, STATUS_STORE
 * (also: may not be written, but MODE is STORE_WRITE), STATUS_MEMORY.
 * *ret_store is untouched unless STATUS_OK. Free with store_free(). */
enum status store_open(const char *path, enum store_mode mode,
		       struct store **ret_store);

/* As store_open(); after STATUS_DAMAGED *ret_fault says where. */
enum status store_open_fault(const char *path, enum store_mode mode,
			     struct store **ret_store,
			     struct store_fault *ret_fault);

/* Takes NULL. */
void store_free(struct store *store);

/* The definition; owned by the store, valid until store_free(). */
const struct meeting *store_meeting(const struct store *store);

/* SHA-256 of the definition (the published meeting.json, byte for byte). */
const unsigned char *store_definition_hash(const struct store *store);

/* The definition as canonical JSON, NUL-terminated; owned by the store. */
const char *store_definition(const struct store *store);

/* Whether others could read or write the file, or its journal, until
 * store_open() took that from them: worth a word to who opened it. */
bool store_mended(const struct store *store);

/* The folder with the proposals' pictures: the file's path and ".images". Owned
 * by the store. */
const char *store_images(const struct store *store);

/* The phase now, as the file has it. */
enum status store_phase(struct store *store, enum phase *ret_phase);

/* A number that differs whenever another connection changed the file (PRAGMA
 * data_version): cheap enough to ask ten times a second. */
enum status store_version(struct store *store, uint32_t *ret_version);

#endif

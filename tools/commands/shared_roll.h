/* shared_roll.h - acts on a meeting whose roll several kiosks share; each does
 * nothing and returns STATUS_OK where the roll is in the meeting's file. */
#ifndef STEMMEBOKS_SHARED_ROLL_H
#define STEMMEBOKS_SHARED_ROLL_H

#include "core/phase.h"
#include "core/slip.h"
#include "store/roll.h"
#include "tools/line/command.h"

struct roll_admin;
struct store;

enum { SHARED_ROLL_WAIT = 60 }; /* seconds for kiosks to answer */

/* Reaches STORE's shared roll, at --url where that is given; a failure was
 * told. Free with roll_admin_free(). */
enum status shared_roll_open(const struct arguments *arguments,
			     struct store *store,
			     struct roll_admin **ret_admin);

/* Tells why the roll did not do it; returns STATUS. */
enum status shared_roll_error(const struct arguments *arguments,
			      const struct roll_admin *admin,
			      enum status status);

/* The meeting moves on by ACT: tells the roll, waits until the kiosks have
 * followed, --wait seconds at most, and names those that have not. A failure
 * was told, and means that the organisers' own file must not follow; a kiosk
 * that is silent is no failure: *ret_silent is how many are. After closing, if
 * none is, the roll is tidied. Refused for a kiosk's own file, which follows by
 * itself. */
enum status shared_roll_move(const struct arguments *arguments,
			     struct store *store, enum act act,
			     int *ret_silent);

/* The slips as the roll has them, and the ballots in all the boxes, as far as
 * they are closed; before closing, the slips used. Leaves both alone where the
 * roll is not shared, or its boxes are together, or voting was not opened. A
 * failure was told. */
enum status shared_roll_numbers(const struct arguments *arguments,
				struct store *store,
				struct roll_count *ret_slips, int *ret_filled);

/* The same of STORE's shared roll, and tells nothing: STATUS_ROLL_AWAY,
 * STATUS_DISAGREES, STATUS_STORE*, STATUS_MEMORY, and both are as they were. */
enum status shared_roll_look(struct store *store, struct roll_count *ret_slips,
			     int *ret_filled);

/* After closing: the slips that the roll has as used are used in the file, too.
 * A failure was told. */
enum status shared_roll_fetch(const struct arguments *arguments,
			      struct store *store);

/* Makes the slip HASH void in the roll; roll_admin_void()'s status, of which
 * STATUS_ROLL_AWAY was told. */
enum status shared_roll_void(const struct arguments *arguments,
			     struct store *store,
			     const unsigned char hash[SLIP_HASH_BYTES]);

#endif

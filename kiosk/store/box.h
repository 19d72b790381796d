/* box.h - the ballot box: fixed slots that hold the cast ballots. Knows no
 * slips.
 *
 * Slots exist before voting opens, one per printed slip, and are overwritten in
 * place, so the file says nothing about who voted when.
 */
#ifndef STEMMEBOKS_BOX_H
#define STEMMEBOKS_BOX_H

#include "core/ballot.h"
#include "core/slip.h"
#include "core/tally.h"

struct random;
struct store;

enum { BOX_SLOT_BYTES = 16, BOX_ROOT_BYTES = 32 };

/* States as stored, from 2 on like those of the roll. */
enum { BOX_FREE = 2, BOX_FILLED = 3 };

/* Spend the slip HASH and drop BALLOT into a random free slot, as one act.
 *
 * ballot: must have passed ballot_check() for this meeting; borrowed.
 * random: chooses the slot among the free ones in id order.
 *
 * Returns STATUS_OK once both are on disk. The journal is then overwritten with
 * zeros; if that fails the vote stands all the same, so it is not told, and the
 * next cast or store_open() does it again.
 *
 * On STATUS_SLIP_OTHER (unknown), STATUS_SLIP_USED, STATUS_SLIP_VOID,
 * STATUS_SLIP_KIOSK, STATUS_NOT_OPEN, STATUS_BOX_FULL, STATUS_BALLOT,
 * STATUS_STORE_BUSY, STATUS_STORE, STATUS_DAMAGED or STATUS_MEMORY nothing was
 * written: if the commit failed, the slip was read again and is unspent. On
 * STATUS_UNCERTAIN the commit may or may not have reached the disk: the kiosk
 * must lock.
 */
enum status box_cast(struct store *store,
		     const unsigned char hash[SLIP_HASH_BYTES],
		     const struct ballot *ballot, const struct random *random);

/* The same where the roll is a shared one: the slip HASH, which this kiosk has
 * claimed there, is noted in the file (store/note.h) instead of being spent in
 * it. STATUS_DAMAGED, too, while an older note is there. STATUS_UNCERTAIN as
 * above; else, after a failure, nothing was written. box_cast() itself writes
 * nothing in such a meeting and says STATUS_ROLL_AWAY. */
enum status box_cast_noted(struct store *store,
			   const unsigned char hash[SLIP_HASH_BYTES],
			   const struct ballot *ballot,
			   const struct random *random);

/* How many slots are filled, and how many there are. */
enum status box_filled(struct store *store, int *ret_filled, int *ret_slots);

/* Calls SEE for every filled slot in slot order, once voting is closed
 * (STATUS_PHASE before); stops when it returns not STATUS_OK and returns that.
 * A slot that holds no valid ballot gives STATUS_DAMAGED. */
enum status box_each(
    struct store *store,
    enum status (*see)(void *context, const unsigned char slot[BOX_SLOT_BYTES],
		       const struct ballot *ballot),
    void *context);

/* As box_each(), but for every slot, BALLOT being NULL for a free one: whoever
 * makes the box root again needs those too. A free slot that holds anything but
 * nothing gives STATUS_DAMAGED. */
enum status box_each_slot(
    struct store *store,
    enum status (*see)(void *context, const unsigned char slot[BOX_SLOT_BYTES],
		       const struct ballot *ballot),
    void *context);

/* The box root: SHA-256 of the definition hash (32 bytes) and, for every slot
 * in id order, its id (16 bytes), its state (one byte: BOX_FREE or BOX_FILLED)
 * and its ballot text (ballot_encode() without the NUL; all digits 0 when
 * free).
 *
 * While the meeting is open or paused every slot is taken as if it were free:
 * from the root of a box half full, anyone who has the ballots at the end could
 * find out by trying which of them came first. */
enum status box_root(struct store *store,
		     unsigned char ret_root[BOX_ROOT_BYTES]);

/* Adds up all ballots (after closing, as box_each()) and checks every sum
 * against the view `tally`, plain SQL that anyone can run: STATUS_DISAGREES if
 * one differs. */
enum status box_tally(struct store *store, struct tally *ret_tally);

#endif

/* note.h - which kiosk a file belongs to, and the one vote in it that the
 * shared roll has not heard of yet.
 *
 * Where several kiosks share a roll, a vote is stored in the kiosk's own file
 * together with a note of its slip, in one transaction (box_cast_noted()). The
 * note is the truth: a slip that is noted has a vote in this box, and stays
 * noted until the shared roll has it as spent. There is never more than one,
 * so no new slip is claimed before the last note is gone. One row, overwritten
 * in place at the same length.
 */
#ifndef STEMMEBOKS_NOTE_H
#define STEMMEBOKS_NOTE_H

#include "core/slip.h"
#include "core/status.h"

struct store;

enum { NOTE_KIOSKS = 999 };

/* The number of the kiosk, 0 for a file that is nobody's own. */
enum status note_kiosk(struct store *store, int *ret_number);

/* The hash of the slip that is noted; all zero when none is. */
enum status note_read(struct store *store,
		      unsigned char ret_hash[SLIP_HASH_BYTES]);

/* Takes the note of HASH away and scrubs the journal: the roll has heard of it.
 * STATUS_OK as well when nothing is noted; STATUS_DAMAGED when another slip is.
 * STATUS_STORE_BUSY, STATUS_STORE, STATUS_UNCERTAIN: the note may be there
 * still, and the roll may be told once more, which changes nothing. */
enum status note_clear(struct store *store,
		       const unsigned char hash[SLIP_HASH_BYTES]);

/* The same when the roll says that the slip was used elsewhere, too: with an
 * audit row ACT_DOUBLED, which does not name it, in the same transaction. AT as
 * audit.h has it. */
enum status note_doubled(struct store *store,
			 const unsigned char hash[SLIP_HASH_BYTES],
			 const char *at);

#endif

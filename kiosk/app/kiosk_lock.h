/* kiosk_lock.h - one kiosk at a meeting's file.
 *
 * Two kiosks at one file would do no harm to votes, but each releases votes to
 * the room as if it alone knew them, and a kiosk started twice by mistake lies
 * unseen under the other. The hall and the commands take no part in this.
 *
 * The lock is flock(2)'s, on the file itself: other names of the file lead to
 * the same lock, a crash lets go of it at once, and nothing is left behind.
 */
#ifndef STEMMEBOKS_KIOSK_LOCK_H
#define STEMMEBOKS_KIOSK_LOCK_H

#include "core/status.h"

/* A descriptor; KIOSK_LOCK_NONE when nothing is held. */
enum { KIOSK_LOCK_NONE = -1 };

/* Takes the lock of the meeting file at PATH without waiting. Before the store
 * is opened, since to let go drops all that this process has locked in the file
 * (POSIX, fcntl(2)).
 *
 * STATUS_KIOSK when another kiosk has it; STATUS_FILE_MISSING,
 * STATUS_FILE_READ. *ret_lock is then untouched. Where a file system knows no
 * such locks, nothing is held, which is told as STATUS_OK and KIOSK_LOCK_NONE.
 */
enum status kiosk_lock_take(const char *path, int *ret_lock);

/* After the store was closed. Takes KIOSK_LOCK_NONE. */
void kiosk_lock_release(int lock);

#endif

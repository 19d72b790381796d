/* backup.h - a meeting's file copied while it is in use, and a file made anew
 * from such a copy.
 *
 * Two copies between which one person voted would show that person's ballot and
 * slip side by side. So while people vote a copy is made only when nobody, or
 * at least backup_least() people, voted since the last one; how many had voted
 * at each stands in the act that tells of it: `copied`, detail "17".
 *
 * A file that was made from a copy has the act `restored`, detail "17 REASON":
 * so many ballots were in the copy.
 */
#ifndef STEMMEBOKS_BACKUP_H
#define STEMMEBOKS_BACKUP_H

#include <stdbool.h>

#include "core/phase.h"
#include "core/status.h"
#include "store/roll.h"

struct meeting;
struct store;

enum {
	BACKUP_LEAST = 5,    /* people between two copies, as in a live batch */
	BACKUP_REASON = 241, /* bytes of a reason, with the NUL */
};

/* What a copy holds. */
struct backup {
	enum phase
	    phase; /* a restored file is paused where the copy was open */
	int ballots;
	struct roll_count slips;
};

/* How many people must have voted between two copies of MEETING's file:
 * BACKUP_LEAST, or its live batches where those are larger. */
int backup_least(const struct meeting *meeting);

/* How many have voted since the last copy that was made while people voted, and
 * since the opening where there is none. *ret_copied: whether there is one.
 * STATUS_DAMAGED, STATUS_STORE*. */
enum status backup_since(struct store *store, int *ret_ballots,
			 bool *ret_copied);

/* How many people's votes the last copy and STORE's file show together, once
 * voting is closed: those who voted after it, where they are fewer than
 * backup_least(). 0: none. Statuses of backup_since(). */
enum status backup_shown(struct store *store, int *ret_ballots);

/* Makes PATH, a copy of STORE's file (STORE_WRITE), with the act `copied` in
 * both. Kiosks may go on meanwhile: they wait for as long as it takes to write
 * PATH, and no vote falls between copy and act. PATH is then opened as
 * store_open() does, compared with the file row by row of roll and box, and put
 * on disk with its folder; mode 0600. PATH must not exist.
 *
 * STATUS_FEW_BALLOTS: see above, backup_since() says how many there are;
 * STATUS_DISAGREES, STATUS_DAMAGED: the copy is not the same;
 * STATUS_FILE_EXISTS, STATUS_FILE_WRITE, STATUS_STORE, STATUS_STORE_BUSY,
 * STATUS_MEMORY: no file is left behind, but the act may be told of when the
 * fault came after it. AT: coarse time as in audit.h. */
enum status backup_write(struct store *store, const char *path, const char *at,
			 struct backup *ret_backup);

/* Whether the file at PATH is a copy of STORE's meeting that nothing was done
 * with since it was made, and not STORE's file itself: one that the next copy
 * may take the place of. */
bool backup_replaceable(struct store *store, const char *path);

/* Puts the copy NEW in the place of the one at PATH, if there is any, whose
 * bytes are overwritten with zeros then: of two copies the disk shall not keep
 * the older one. STATUS_FILE_WRITE: both are as they were. */
enum status backup_replace(const char *new_path, const char *path);

/* Makes PATH, a meeting file to go on with, from the copy that COPY (STORE_READ
 * will do) has open, and adds the act `restored` with REASON, plain text below
 * BACKUP_REASON bytes (else STATUS_LIMIT); a meeting that was open is paused
 * before that. What was voted after the copy was made is not in it, and those
 * slips are unused in it.
 *
 * STATUS_FILE_EXISTS, STATUS_FILE_WRITE, STATUS_STORE, STATUS_STORE_BUSY,
 * STATUS_DAMAGED, STATUS_MEMORY: no file is left behind. */
enum status backup_restore(struct store *copy, const char *path,
			   const char *reason, const char *at,
			   struct backup *ret_backup);

#endif

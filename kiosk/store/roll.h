/* roll.h - which slips are unused, used or void. Knows no choices. */
#ifndef STEMMEBOKS_ROLL_H
#define STEMMEBOKS_ROLL_H

#include "core/slip.h"

struct random;
struct store;

/* States as stored; from 2 on, so that every update keeps its length. */
enum slip_state {
	SLIP_UNUSED = 2,
	SLIP_IN_USE = 3, /* claimed by a kiosk (several kiosks on one roll) */
	SLIP_USED = 4,
	SLIP_VOID = 5,
};

enum { ROLL_KIND = 16, ROLL_SLIPS = 60000 };

/* Fewer than the meeting's publish_min, and not 0: the number is not told. */
enum { ROLL_FEW = -1 };

struct roll_count {
	int printed;
	int unused;
	int in_use;
	int used;
	int voided;
	/* Of the used ones, those whose ballots are in boxes that were left out
	 * when boxes were put together. ROLL_FEW: with the number of the used
	 * ones that one could be worked out, so these stand among the unused.
	 */
	int lost;
};

/* Makes COUNT new slips of KIND ("adult", "child", … or ""), with serials going
 * on from the highest, and as many free slots in the box; then VACUUM. One
 * audit row, with the serials and the kind as detail ("1-60 adult"). Allowed in
 * draft, ready and paused (STATUS_PHASE). The tokens are written to
 * RET_SLIPS[COUNT], serials RET_FIRST_SERIAL onwards in the same order, and
 * exist nowhere else.
 *
 * STATUS_LIMIT above ROLL_SLIPS in all, below 1, or when KIND has ROLL_KIND
 * bytes or more; STATUS_STORE_BUSY, STATUS_STORE, STATUS_MEMORY. After a
 * failure nothing was added and RET_SLIPS holds no token; only after
 * STATUS_UNCERTAIN there may be slips in the roll that nobody can print. */
enum status roll_add(struct store *store, int count, const char *kind,
		     const struct random *random, const char *at,
		     struct slip *ret_slips, int *ret_first_serial);

/* For which kiosks slips are: FIRST to FIRST + COUNT - 1 in turn, by their
 * serials; COUNT 0: for any. */
struct roll_share {
	int first, count;
};

/* The kiosk that a slip with SERIAL of SHARE is for, 0 for any. */
int roll_share_kiosk(struct roll_share share, int serial);

/* Among how many kiosks the slips so far are dealt; 0: they are for any, -1:
 * there are none. STATUS_DAMAGED when some are for any and some are not. */
enum status roll_shares(struct store *store, int *ret_kiosks);

/* As roll_add(), but the slips are for the kiosks of SHARE, and calls PAPER
 * with the new slips after they were written to the open transaction and before
 * its commit, and gives the slips to no one else (they are wiped). When PAPER
 * does not return STATUS_OK all is rolled back and its status returned: no slip
 * is in the roll unprinted, and a print that failed holds no slip that counts.
 */
enum status
roll_print(struct store *store, int count, const char *kind,
	   struct roll_share share, const struct random *random, const char *at,
	   enum status (*paper)(void *context, const struct slip *slips,
				int count, int first_serial),
	   void *context);

/* STATUS_OK when the slip with HASH is unused; else STATUS_SLIP_USED (or in use
 * somewhere), STATUS_SLIP_VOID, STATUS_SLIP_KIOSK (for another kiosk than this
 * file's, whatever has become of it there), STATUS_SLIP_OTHER (unknown),
 * STATUS_STORE*. Looks only. */
enum status roll_look_up(struct store *store,
			 const unsigned char hash[SLIP_HASH_BYTES]);

/* The kiosk of the slip that STATUS_SLIP_KIOSK was told of last; 0 before. */
int roll_other_kiosk(const struct store *store);

/* Makes an unused slip void, with one audit row that does not name it.
 * STATUS_SLIP_USED, STATUS_SLIP_VOID, STATUS_SLIP_KIOSK, STATUS_SLIP_OTHER,
 * STATUS_PHASE, STATUS_STORE_BUSY, STATUS_STORE: nothing was changed;
 * STATUS_UNCERTAIN. */
enum status roll_void(struct store *store,
		      const unsigned char hash[SLIP_HASH_BYTES],
		      const char *at);

/* The hash of the slip whose stub has SERIAL; STATUS_SLIP_OTHER if none. */
enum status roll_serial(struct store *store, int serial,
			unsigned char ret_hash[SLIP_HASH_BYTES]);

/* How many slips that this kiosk takes there are in each state, as may be told.
 */
enum status roll_count(struct store *store, struct roll_count *ret_count);

/* COUNT, which tells of more used slips than the BALLOTS there are, tells of as
 * many, and that few are lost. */
void roll_hide_few(struct roll_count *count, int ballots);

/* A shared roll says at the end which slips were used: the COUNT HASHES are
 * used in this file, too, from now on, in one transaction. Once closed, with a
 * shared roll (STATUS_PHASE); STATUS_SLIP_OTHER when one of them is not in the
 * roll, STATUS_STORE_BUSY, STATUS_STORE, STATUS_UNCERTAIN. May be done again.
 */
enum status roll_take(struct store *store,
		      const unsigned char (*hashes)[SLIP_HASH_BYTES],
		      int count);

/* Calls SEE for every used slip in hash order; stops when it returns not
 * STATUS_OK and returns that. */
enum status roll_each_used(struct store *store,
			   enum status (*see)(void *context,
					      const unsigned char *hash),
			   void *context);

/* A slip as the roll has it. */
struct roll_row {
	unsigned char hash[SLIP_HASH_BYTES];
	int serial;
	char kind[ROLL_KIND];
	int state; /* enum slip_state */
	int kiosk; /* that it is for, 0 for any */
};

/* Calls SEE for every slip of the roll in hash order, those of other kiosks
 * too; stops when it returns not STATUS_OK and returns that. */
enum status roll_each(struct store *store,
		      enum status (*see)(void *context,
					 const struct roll_row *row),
		      void *context);

#endif

/* audit.h - what organisers did, as a chain of hashes; never what voters did.
 *
 * Each row's hash covers the row before, the act, its detail, the coarse time
 * and the box root, so no row can be changed or taken out unseen:
 *
 *	SHA-256(hash of the row before (32 bytes), number in decimal NUL,
 *		at NUL, act_name() NUL, detail NUL, root (32 bytes))
 *
 * where the hash before the first row is SHA-256("stemmeboks audit 1" NUL,
 * definition hash (32 bytes)).
 */
#ifndef STEMMEBOKS_AUDIT_H
#define STEMMEBOKS_AUDIT_H

#include <stdint.h>

#include "core/phase.h"
#include "core/result.h"
#include "core/status.h"
#include "store/box.h"

struct store;

/* Bytes with the NUL, and minutes. */
enum {
	AUDIT_TIME = 17,
	AUDIT_DETAIL = 256,
	AUDIT_MINUTES = 5,
	AUDIT_REASON = 512, /* bytes of a reason, with the NUL */
};

struct audit_row {
	int number;
	char at[AUDIT_TIME]; /* local "YYYY-MM-DD HH:MM", whole five minutes */
	enum act act;
	char detail[AUDIT_DETAIL];
	unsigned char root[BOX_ROOT_BYTES]; /* box_root() after the act */
	unsigned char hash[32];
};

/* NOW (seconds since 1970) as local time, rounded down to AUDIT_MINUTES. */
void audit_time(int64_t now, char ret_at[AUDIT_TIME]);

/* Does ACT in one transaction: checks act.def, and for ACT_OPENED from ready
 * that slips exist (STATUS_NO_SLIPS) and the box is empty (STATUS_DAMAGED), for
 * ACT_OPENED and ACT_CLOSED that printed = used + void + unused = slots (in use
 * counts as unused) and used = filled (STATUS_DAMAGED), moves the phase on and
 * adds the row. DETAIL: plain text, never a token or a choice, below
 * AUDIT_DETAIL bytes (STATUS_LIMIT). AT: as audit_time() writes it.
 *
 * STATUS_PHASE when the phase does not allow it, and always for ACT_MADE,
 * ACT_DEALT, ACT_COLLECTED, ACT_DECIDED, ACT_RECOUNTED, ACT_OVERRULED,
 * ACT_COPIED and ACT_RESTORED, which come from store_create(), deal_write(),
 * collect_write(), decision_add(), hand_add(), backup_write() and
 * backup_restore(). STATUS_PRACTICE for what would lead a practice meeting
 * beyond closed.
 * STATUS_STORE_BUSY, STATUS_STORE, STATUS_MEMORY. In all these cases nothing
 * was written; after STATUS_UNCERTAIN look at store_phase() in a new store. */
enum status audit_act(struct store *store, enum act act, const char *detail,
		      const char *at);

/* How many rows there are: another number when anything was done or decided
 * since. STATUS_STORE_BUSY, STATUS_STORE. */
enum status audit_count(struct store *store, int *ret_count);

/* As audit_act(), by one who knows of COUNT rows: STATUS_CHANGED, and nothing
 * was written, when there are others by now. */
enum status audit_act_after(struct store *store, int count, enum act act,
			    const char *detail, const char *at);

/* Calls SEE for every row, oldest first, after checking the whole chain
 * (STATUS_DAMAGED); stops when it returns not STATUS_OK and returns that. */
enum status audit_each(struct store *store,
		       enum status (*see)(void *context,
					  const struct audit_row *row),
		       void *context);

/* Keeps DECISION with an audit row, detail as decision_describe() writes it. A
 * tie is settled while closed, what is left may be shared out later too
 * (STATUS_PHASE). STATUS_DISAGREES when it does not name different proposals of
 * its pot, or gives one more than it costs; whether the money is there is for
 * the count to say. STATUS_STORE_BUSY, STATUS_STORE; nothing was written. */
enum status decision_add(struct store *store, const struct decision *decision,
			 const char *at);

/* The detail of DECISION's audit row: its kind, its pot's key and, in hex, the
 * SHA-256 of kind NUL, key NUL, for each proposal its number in decimal NUL -
 * and where amounts decide, the amount in decimal NUL -, and reason NUL. */
void decision_describe(const struct meeting *meeting,
		       const struct decision *decision,
		       char ret_detail[AUDIT_DETAIL]);

/* The decisions so far, in order; *ret_decisions is malloc'd (NULL when there
 * are none), the caller frees it with decision_free(). STATUS_DAMAGED when one
 * is not what its audit row tells of. */
enum status decision_all(struct store *store, struct decision **ret_decisions,
			 int *ret_count);
void decision_free(struct decision *decisions, int count);

#endif

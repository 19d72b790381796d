/* collected.h - the boxes that were put together into a meeting's file: what
 * each of their files said of itself.
 *
 * The act `collected` of the file's audit chain tells of them: how many boxes
 * and ballots, how many boxes were left out, and a SHA-256 of all that stands
 * here. So whoever has one of the boxes can see that it is among them, and that
 * nothing was changed in it.
 */
#ifndef STEMMEBOKS_COLLECTED_H
#define STEMMEBOKS_COLLECTED_H

#include "store/audit.h"
#include "store/deal.h"

struct collected_box {
	int kiosk;		   /* its number, 0 for none */
	char name[KIOSK_NAME];	   /* of its own meeting, or "" */
	int printed, used, voided; /* slips that it took */
	char opened[AUDIT_TIME];   /* first; "" for one that was left out */
	char closed[AUDIT_TIME];
	unsigned char root[BOX_ROOT_BYTES]; /* of the box when it was closed */
	unsigned char acts[32];		    /* hash of the act that closed it */
	char reason[AUDIT_REASON]; /* why it was left out; "" for one that is
				      here */
};

/* All boxes of one act. */
struct collected {
	int count; /* 0: the box of the file was never in parts */
	struct collected_box *boxes;
	/* Slips that were void in one box and used in another; they count. */
	int void_used;
	/* Used slips of a shared roll whose ballots are in boxes that were left
	 * out, as in struct roll_count; then `used` of the first box is that of
	 * the roll, too. */
	int lost;
};

/* Whether the kiosks of COLLECTED shared a roll: then the organisers' file,
 * which has it, comes first, without a kiosk's number; the numbers of slips are
 * all there, and with the kiosks stand zeros. */
bool collected_shared(const struct collected *collected);

/* Whether BOX was left out. */
bool collected_missing(const struct collected_box *box);

/* What STORE's file was put together from. STATUS_DAMAGED when it is not what
 * the act tells of; STATUS_STORE*, STATUS_MEMORY. Free with collected_free().
 */
enum status collected_read(struct store *store,
			   struct collected *ret_collected);
void collected_free(struct collected *collected);

/* The detail of the act: "3 boxes 140 ballots", " 1 missing", " 12 lost" or
 * " few lost" and " 2 void-used" where there are any (the file with a shared
 * roll is not among the boxes, nor what is lost among the ballots), a blank
 * and, in hex, the SHA-256 of every box in order:
 * its kiosk in decimal NUL, name NUL, printed, used and voided each in decimal
 * NUL, opened NUL, closed NUL, root (32 bytes), acts (32 bytes), reason NUL. */
void collected_describe(const struct collected *collected,
			char ret_detail[AUDIT_DETAIL]);

/* How many slips the DETAIL of an act says were void and used. */
int collected_void_used(const char *detail);

/* How many it says are lost, as struct collected has it. */
int collected_lost(const char *detail);

#endif

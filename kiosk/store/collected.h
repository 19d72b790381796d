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

enum { COLLECTED_UNTOLD = -1 };

struct collected_box {
	int kiosk;	       /* its number, 0 for none */
	char name[KIOSK_NAME]; /* of its own meeting, or "" */
	/* Slips that it took; all three COLLECTED_UNTOLD where the number of
	 * its ballots must not be told. */
	int printed, used, voided;
	char opened[AUDIT_TIME]; /* first; "" for one that was left out */
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
	int ballots; /* in all that are here */
	/* Slips that were void in one box and used in another; they count. */
	int void_used;
	/* Used slips of a shared roll whose ballots are in boxes that were left
	 * out, as in struct roll_count; then `used` of the first box is that of
	 * the roll, too. */
	int lost;
};

/* Whether the kiosks of COLLECTED shared a roll: then the organisers' file,
 * which has it, comes first, without a kiosk's number; the numbers of slips are
 * all there, and those of the kiosks are not told. */
bool collected_shared(const struct collected *collected);

/* Takes the numbers out of boxes where one has fewer than LEAST ballots, as
 * few_hide() says. Before the act is written: what is not in the
 * file cannot be found out by trying the act's hash. STATUS_MEMORY. */
enum status collected_hide(struct collected *collected, int least);

/* Whether the numbers of BOX are told. */
bool collected_told(const struct collected_box *box);

/* Whether `ballots` is what the boxes that are told have, and with those that
 * are not at least LEAST more (1 where it is 0). */
bool collected_adds_up(const struct collected *collected, int least);

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
 * (-1: not told) NUL, opened NUL, closed NUL, root (32 bytes), acts (32 bytes),
 * reason NUL. */
void collected_describe(const struct collected *collected,
			char ret_detail[AUDIT_DETAIL]);

/* How many ballots the DETAIL of an act says are in the boxes. */
int collected_ballots(const char *detail);

/* How many slips it says were void and used. */
int collected_void_used(const char *detail);

/* How many it says are lost, as struct collected has it. */
int collected_lost(const char *detail);

#endif

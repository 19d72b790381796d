/* part.h - one of several boxes, read whole from its file and held in memory.
 */
#ifndef STEMMEBOKS_PART_H
#define STEMMEBOKS_PART_H

#include "store/audit.h"
#include "store/collected.h"
#include "store/roll.h"

struct store;

struct part_slot {
	unsigned char id[BOX_SLOT_BYTES];
	bool filled;
};

struct part {
	struct deal deal; /* all zero: it was not dealt */
	/* What is kept of it in a file that it is put into. */
	struct collected_box box;
	unsigned char definition_hash[MEETING_HASH_BYTES];
	int publish_min;    /* the definition's */
	bool shares_roll;   /* so does this */
	struct tally tally; /* of its ballots, agreed with plain SQL */
	int slip_count;
	struct roll_row *slips; /* the roll in hash order, all kiosks' slips */
	int slot_count;
	struct part_slot *slots; /* in id order */
	/* The ballots' text, text_size bytes a slot without a NUL; NULL when it
	 * was not kept. */
	char *texts;
	size_t text_size;
	int row_count;
	struct audit_row *rows; /* the acts */
};

/* Reads the box of STORE, whose voting is closed (STATUS_PHASE); with KEEP the
 * ballots' text too. A part needs no store afterwards, so that parts can be
 * read at once, each from its own store.
 *
 * STATUS_DAMAGED when a ballot does not follow the meeting's rules,
 * STATUS_DISAGREES when its sums and plain SQL differ; STATUS_STORE*,
 * STATUS_MEMORY. Free with part_free(), which takes NULL. */
enum status part_read(struct store *store, bool keep, struct part **ret_part);
void part_free(struct part *part);

/* Whether PART is the organisers' file of a meeting whose kiosks share a roll:
 * it says which slips were used, and they have the votes. */
bool part_is_roll(const struct part *part);

/* Whether the slip ROW was PART's to take. */
bool part_takes(const struct part *part, const struct roll_row *row);

#endif

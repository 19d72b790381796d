/* bundle.h - all that a meeting publishes, as values: what publish, export and
 * verify work on.
 *
 * A bundle comes either from a meeting's file (bundle_gather()) or from a
 * published folder (bundle_read.h). Both ways the same functions count it and
 * write it out, so a folder can be proven by making it again.
 */
#ifndef STEMMEBOKS_BUNDLE_H
#define STEMMEBOKS_BUNDLE_H

#include <stdbool.h>

#include "core/phase.h"
#include "core/result.h"
#include "rules/count.h"
#include "store/audit.h"
#include "store/box.h"
#include "store/collected.h"
#include "store/hand.h"
#include "store/roll.h"
#include "tools/paper/paper_maker.h"
#include "words/lost.h"

struct missing;
struct store;

enum {
	/* The part of a slip's hash that is published: with 60,000 slips the
	 * chance that any two share it is about 1 in 10,000 million. */
	BUNDLE_SLIP_BYTES = 8,
	BUNDLE_SLIP_HEX = 2 * BUNDLE_SLIP_BYTES,
	BUNDLE_SLOT_HEX = 2 * BOX_SLOT_BYTES,
	BUNDLE_HASH_HEX = 2 * MEETING_HASH_BYTES,
	BUNDLE_SIGNER_BYTES = 32, /* an Ed25519 public key */
	/* "a1b2 c3d4 …": eight groups of four hexadecimal digits. */
	BUNDLE_FINGERPRINT = 8 * 5,
	BUNDLE_VERSION = 32, /* of a library */
};

struct bundle_slot {
	unsigned char id[BOX_SLOT_BYTES];
	bool filled;
	struct ballot ballot; /* all 0 unless filled */
};

struct bundle {
	char *definition; /* canonical JSON, the published meeting.json */
	struct meeting *meeting;
	unsigned char definition_hash[MEETING_HASH_BYTES];
	/* From closing on; before, everything below but `roll` is empty. */
	bool closed;
	/* From counting on: whether the awards may be shown. */
	bool counted;
	unsigned char root[BOX_ROOT_BYTES];
	struct roll_count roll;
	struct tally tally;	      /* the ballots in the box */
	struct hand_count *hand;      /* newest count of the urn, or NULL */
	struct tally standing;	      /* what the money goes by: box or hand */
	struct count_ballots ballots; /* of pots whose rules look at them */
	int slot_count;		   /* 0 when single ballots are not published */
	struct bundle_slot *slots; /* in id order */
	int slip_count;
	unsigned char (*slips)[BUNDLE_SLIP_BYTES]; /* used ones, sorted */
	int row_count;
	/* Without the publishing after the last other act, so that publishing
	 * again gives the same bytes. */
	struct audit_row *rows;
	/* The boxes that this one was put together from; none mostly. */
	struct collected collected;
	int decision_count;
	struct decision *decisions;
	struct result result; /* of `standing` with `decisions` */
	/* Who signs the folder: bundle_signer_set(). */
	unsigned char signer[BUNDLE_SIGNER_BYTES];
	char fingerprint[BUNDLE_FINGERPRINT]; /* "" while nobody does */
	/* The versions that its PDFs are made with, as paper_makers() has them:
	 * this machine's, or those that a published folder tells of. */
	char makers[PAPER_MAKERS][BUNDLE_VERSION];
};

/* Everything about the meeting in STORE, counted with the decisions taken so
 * far; a tie that is still open stands in result.stopped.
 *
 * STATUS_DISAGREES when slips, slots and ballots do not fit together, and
 * STATUS_DAMAGED when the box is not the one of the audit row of the closing;
 * else what the store returns, or STATUS_MEMORY. Free with bundle_free(). */
enum status bundle_gather(struct store *store, struct bundle **ret_bundle);

/* Makes the ballots of those pots whose rules look at whole ballots, from the
 * slots, which are published. STATUS_MEMORY or STATUS_LIMIT. */
enum status bundle_elect(struct bundle *bundle);

/* Takes NULL. */
void bundle_free(struct bundle *bundle);

/* Whether DECISION is about the same tie, or what is left of the same pot, as
 * BEFORE: the count goes by the last that was taken. */
bool decision_replaces(const struct decision *decision,
		       const struct decision *before);

/* Whether a later decision of BUNDLE took the place of decision INDEX. */
bool bundle_replaced(const struct bundle *bundle, int index);

/* Names the public key that the folder is signed with, and makes its
 * fingerprint: the first 16 bytes of its SHA-256. */
void bundle_signer_set(struct bundle *bundle,
		       const unsigned char signer[BUNDLE_SIGNER_BYTES]);

/* Names this machine's libraries as the makers of the PDFs. */
void bundle_makers_set(struct bundle *bundle);

/* Whether this machine makes PDFs with the same. */
bool bundle_makers_here(const struct bundle *bundle);

/* Makes `standing` of `tally` and `hand`. */
void bundle_stand(struct bundle *bundle);

/* Whether the money goes by a hand count that differs from the box. */
bool bundle_overruled(const struct bundle *bundle);

/* Counts `standing` with the decisions of BUNDLE and EXTRA[EXTRA_COUNT] after
 * them, into *ret_result. STATUS_OK, STATUS_TIE when it stops (filled too), or
 * STATUS_MEMORY. */
enum status bundle_count(const struct bundle *bundle,
			 const struct decision *extra, int extra_count,
			 struct result *ret_result);

/* What award AWARD (index) of RESULT is missing, which is of the decisions of
 * BUNDLE and not stopped; as counting_missing(). */
enum status bundle_missing(const struct bundle *bundle,
			   const struct result *result, int award,
			   struct missing *ret_missing);

/* How many used slips there must be beside the ballots: as many, and those that
 * are lost with a box and told of. */
int bundle_used(const struct bundle *bundle);

/* How many of them are published: none where with their number one could be
 * worked out that is not told. */
int bundle_slips(const struct bundle *bundle);

/* The sentence about what is lost with a box; "" where nothing is. */
void bundle_lost(const struct bundle *bundle, char ret_text[LOST_TEXT]);

/* Whether single ballots may be shown: as many as the meeting asks for. */
bool bundle_ballots_shown(const struct bundle *bundle);

/* The box root that the slots of BUNDLE have, or had with nothing in them when
 * EMPTY; made as box_root() makes it. */
void bundle_root(const struct bundle *bundle, bool empty,
		 unsigned char ret_root[BOX_ROOT_BYTES]);

/* Gives BUNDLE to *ret_bundle when STATUS is STATUS_OK, else frees it. Returns
 * STATUS. */
enum status bundle_give(struct bundle *bundle, enum status status,
			struct bundle **ret_bundle);

#endif

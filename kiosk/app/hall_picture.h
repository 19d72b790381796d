/* hall_picture.h - everything that was read from one opened meeting file. */
#ifndef STEMMEBOKS_HALL_PICTURE_H
#define STEMMEBOKS_HALL_PICTURE_H

#include <sys/types.h>

#include "app/hall_box.h"
#include "core/cue.h"
#include "roll/roll_watch.h"
#include "store/deal.h"
#include "store/definition.h"
#include "store/pictures.h"

struct card_example;
struct stat;

enum { PICTURE_DIGEST = 64, PICTURE_CHAIN = 32 };

/* The votes the room may see, and those before: bars grow between them. */
struct hall_live {
	bool read; /* once at least */
	struct snapshot now, before;
	bool grown; /* BEFORE is something */
	uint64_t since_ms;
};

struct hall_picture {
	struct store *store; /* owns the meeting; NULL: nothing was read */
	dev_t device;	     /* which file it is: another may take its name */
	ino_t inode;
	uint32_t version; /* of the file when it was read */
	enum deal_part part;
	enum phase phase;
	struct card_example
	    *example; /* of the rules, before the vote; or NULL */
	struct hall_turnout turnout;
	char code[DEFINITION_CODE];
	const char *images; /* the store's, or "" */
	int cue_number;
	struct cue cue; /* if cue_number is not 0 */
	struct hall_live live;
	/* From closing on, as the audit row with the hash CHAIN left it. */
	struct hall_box *box;
	unsigned char chain[PICTURE_CHAIN];
	struct ballot *ballots; /* NULL: too few to be shown */
	int ballot_count;
	enum status doubt; /* of a file that contradicts itself, else OK */
	char digest[PICTURE_DIGEST + 1];
};

/* Opens the file at PATH, of which FILE tells, and reads all of it; only then
 * does it replace *PICTURE. ORDER is that of its ballots, drawn anew when it is
 * another file. A status of store_open() or hall_picture_read(). */
enum status hall_picture_open(const char *path, const struct stat *file,
			      struct hall_order *order, uint64_t now_ms,
			      struct hall_picture *picture);

/* Reads everything that may have changed; *PICTURE is as before after a
 * failure. STATUS_STORE_BUSY, also when another program wrote meanwhile: a
 * picture is of one moment. STATUS_STORE, STATUS_DAMAGED, and from the count
 * on what counting_new() may return, but STATUS_TIE. */
enum status hall_picture_read(struct hall_picture *picture,
			      struct hall_order *order, uint64_t now_ms);

/* Takes SEEN of a shared roll for what the room is shown while voting is not
 * over. */
void hall_picture_see(struct hall_picture *picture,
		      const struct roll_seen *seen, uint64_t now_ms);

/* Frees what is in it, and zeroes it. */
void hall_picture_free(struct hall_picture *picture);

#endif

/* file_kind.h - which of the files of a meeting with several kiosks one is, and
 * what it cannot be used for. */
#ifndef STEMMEBOKS_FILE_KIND_H
#define STEMMEBOKS_FILE_KIND_H

#include "tools/line/command.h"

struct store;

enum file_kind {
	FILE_WHOLE,	 /* the one file of a meeting, in a city too */
	FILE_TOGETHER,	 /* made by `collect`; has all votes as well */
	FILE_ORGANISERS, /* with a shared roll: knows slips and no votes */
	FILE_BOX,	 /* with a shared roll: a kiosk's */
	FILE_SHARE,	 /* a kiosk's that has slips of its own */
};

/* STATUS_DAMAGED, STATUS_STORE*, STATUS_MEMORY. */
enum status file_kind(struct store *store, enum file_kind *ret_kind);

/* What to type to put the boxes together of which a file of KIND is one, after
 * voting; NULL where there are none. */
const char *file_kind_collect(enum file_kind kind);

/* STATUS_OK when STORE's file has all the votes of its meeting; else it was
 * told that they are in several, and how to put those together. */
enum status file_kind_votes(const struct arguments *arguments,
			    struct store *store);

/* STATUS_OK unless STORE's is the file of a kiosk with a shared roll: then it
 * was told that organisers' acts are for their own file, which it follows. */
enum status file_kind_acts(const struct arguments *arguments,
			   struct store *store);

/* STATUS_OK when STORE's file, of a meeting with a shared roll, is the one that
 * the roll is made from and fetched into; else it was told which one is. */
enum status file_kind_roll(const struct arguments *arguments,
			   struct store *store);

#endif

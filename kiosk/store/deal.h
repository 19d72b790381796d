/* deal.h - the files of several kiosks, dealt from the one file of a meeting:
 * same definition, same roll, a box of its own each.
 *
 * The act that dealt a file is a row of its audit chain; its detail is the
 * kiosk's number and how many there are, and the name of its meeting if it has
 * one: "3 of 4", "17 of 100 Vollsmose".
 */
#ifndef STEMMEBOKS_DEAL_H
#define STEMMEBOKS_DEAL_H

#include "core/status.h"

struct random;
struct store;

enum {
	KIOSKS_MOST = 999,
	KIOSK_NAME = 101, /* bytes of a meeting's name, with the NUL */
};

/* A file's place among those that were dealt together; all zero for a file
 * that was not. */
struct deal {
	int kiosk, kiosks;     /* its number, from 1, of so many */
	char name[KIOSK_NAME]; /* of its own meeting, or "" */
};

/* What a file has of the voting: all of it; or, where kiosks share a roll and
 * nobody has put their boxes together yet, what the organisers know of it,
 * which is the roll, or the box of one kiosk. */
enum deal_part { DEAL_ALL, DEAL_ROLL, DEAL_BOX };

/* That of STORE's file. STATUS_DAMAGED, STATUS_STORE*. */
enum status deal_part(struct store *store, enum deal_part *ret_part);

/* The place of STORE's file. STATUS_DAMAGED, STATUS_STORE*. */
enum status deal_read(struct store *store, struct deal *ret_deal);

/* Makes PATH, the file of the kiosk DEAL, from STORE (STORE_WRITE), which stays
 * as it is: definition, roll, PIN and acts are STORE's, the box is new, with a
 * free slot of a random id for every slip that the kiosk takes, and one more
 * act is `dealt`. Synced, mode 0600.
 *
 * STATUS_PHASE unless STORE is ready; STATUS_CHANGED when it was dealt itself;
 * STATUS_INPUT when DEAL's name is too long or has a control character, or its
 * numbers do not stand in 1 to KIOSKS_MOST; STATUS_FILE_EXISTS,
 * STATUS_FILE_WRITE, STATUS_STORE, STATUS_STORE_BUSY, STATUS_MEMORY. No file is
 * left behind after a failure. AT: coarse time as in audit.h. */
enum status deal_write(struct store *store, const char *path,
		       const struct deal *deal, const struct random *random,
		       const char *at);

#endif

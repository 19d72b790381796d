/* practice.h - a meeting to practise with: the same proposals and rules, but
 * another meeting.
 *
 * Its definition says `"practice": true`, which stands under its hash like all
 * the rest and in no definition of a real meeting. It has an id and a code of
 * its own, so that the slips of one are strangers to the other, and no shared
 * roll. The store leads it no further than closed, and takes a file that went
 * further for damaged.
 */
#ifndef STEMMEBOKS_PRACTICE_H
#define STEMMEBOKS_PRACTICE_H

#include "core/status.h"

struct random;
struct store;

/* Makes PATH, a new practice file in phase draft, from the meeting of STORE,
 * which may be in any phase; with its PIN, without slips or ballots. Synced,
 * mode 0600. AT: coarse time as in audit.h.
 *
 * STATUS_FILE_EXISTS, STATUS_FILE_WRITE, STATUS_STORE, STATUS_STORE_BUSY,
 * STATUS_MEMORY: no file is left behind. */
enum status practice_write(struct store *store, const char *path,
			   const struct random *random, const char *at);

#endif

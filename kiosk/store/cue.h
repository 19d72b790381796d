/* cue.h - the newest cue for the big screen, as the meeting's file keeps it.
 *
 * Every cue has a number, one more than the one before: the hall acts on each
 * number once. Until voting is closed, each new phase takes the wall; the cue
 * before it then reads "clear", so that a hall started later does not bring an
 * old scene back.
 */
#ifndef STEMMEBOKS_STORE_CUE_H
#define STEMMEBOKS_STORE_CUE_H

#include "core/cue.h"

struct store;

/* Gives CUE to the hall. STATUS_PHASE when it names a scene that the meeting's
 * phase does not allow; STATUS_STORE_BUSY, STATUS_STORE, STATUS_UNCERTAIN. */
enum status cue_give(struct store *store, const struct cue *cue);

/* The newest cue and its number; 0 and *ret_cue untouched when none was given
 * yet. STATUS_DAMAGED, STATUS_STORE_BUSY, STATUS_STORE. */
enum status cue_newest(struct store *store, int *ret_number,
		       struct cue *ret_cue);

#endif

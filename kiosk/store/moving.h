/* moving.h - the acts that move a meeting on and the PINs before them, for
 * commands and panel alike. */
#ifndef STEMMEBOKS_MOVING_H
#define STEMMEBOKS_MOVING_H

#include <stdbool.h>

#include "core/phase.h"
#include "core/status.h"
#include "store/pictures.h"

struct store;

/* What the room adopts and votes on has the pictures that it was built with: a
 * status of store_pictures_check(), with its RET_NAME, for ACT_ADOPTED and
 * ACT_OPENED; else STATUS_OK. */
enum status moving_pictures(const struct store *store, enum act act,
			    char ret_name[PICTURES_NAME]);

/* Whether ACT on STORE's meeting, in PHASE, takes two people where the meeting
 * wants two: closing is for good, and to open again what was stopped is not one
 * person's affair either. */
bool moving_takes_two(const struct store *store, enum act act,
		      enum phase phase);

/* Moves the meeting on by ACT (ACT_ADOPTED, ACT_OPENED, ACT_PAUSED,
 * ACT_CLOSED), with a row of the audit chain: moving_pictures(), then
 * audit_act() with no detail, with the statuses of both. AT: as audit_time()
 * writes it. */
enum status moving_do(struct store *store, enum act act, const char *at);

/* Checks the PINs of two people, or with SECOND NULL of the first alone. Both
 * are looked at before anything is said, so that nobody learns which of them
 * was wrong; a wrong one is counted and leaves a row (wrong_pin()), right ones
 * set the count back. *ret_wrong is how many were wrong since then, untouched
 * when that could not be written.
 *
 * STATUS_OK; STATUS_PIN when one is wrong or not set; a status of pin_check().
 */
enum status moving_pins(struct store *store, const char *first,
			const char *second, const char *at, int *ret_wrong);

#endif

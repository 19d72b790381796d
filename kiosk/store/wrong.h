/* wrong.h - how many wrong PINs were typed, at the kiosk and for commands, and
 * wrong codes at the kiosk: kept in the file, so that beginning anew gives
 * nobody new tries.
 *
 * Two numbers, overwritten in place: nothing of what was typed, or when.
 */
#ifndef STEMMEBOKS_WRONG_H
#define STEMMEBOKS_WRONG_H

#include <stdint.h>

#include "core/status.h"

struct store;

/* Each 0..TRIES_MOST (tries.h). */
struct wrong {
	int pins;  /* since the last right one */
	int codes; /* since the file was made */
};

/* STATUS_DAMAGED, STATUS_STORE_BUSY, STATUS_STORE; *ret_wrong untouched. */
enum status wrong_read(struct store *store, struct wrong *ret_wrong);

/* How long whoever begins now may not try a PIN: as long as the wrong ones so
 * far lock (tries.h), however long ago they were typed, as the file keeps no
 * time of them; *ret_ms is 0 for not at all. Statuses of wrong_read(). */
enum status wrong_wait_ms(struct store *store, uint64_t *ret_ms);

/* One more wrong PIN, and where the phase allows ACT_PIN_WRONG an audit row
 * that tells of it (AT: as audit_time() writes it). *ret_pins is how many they
 * are by now. STATUS_STORE_BUSY, STATUS_STORE, STATUS_UNCERTAIN: perhaps not
 * counted. */
enum status wrong_pin(struct store *store, const char *at, int *ret_pins);

/* The right PIN was typed: none is wrong any more. Statuses as above. */
enum status wrong_pin_none(struct store *store);

/* One more wrong code; *ret_codes is how many they are by now. Statuses as
 * above. */
enum status wrong_code(struct store *store, int *ret_codes);

#endif

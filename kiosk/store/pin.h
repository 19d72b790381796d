/* pin.h - the organisers' PIN: six digits, kept as an Argon2id hash.
 *
 * The file does not tell the PIN; who has the file may try all of them, which
 * takes hours. It keeps children off the panel, it does not guard the votes:
 * those are guarded by what no organiser can do.
 */
#ifndef STEMMEBOKS_PIN_H
#define STEMMEBOKS_PIN_H

#include <stdbool.h>

#include "core/status.h"

struct store;

enum { PIN_DIGITS = 6 };

/* Makes PIN (a NUL-terminated text) the meeting's; wrong ones typed so far
 * (wrong.h) count no more. STATUS_INPUT unless it is PIN_DIGITS digits;
 * STATUS_STORE_BUSY, STATUS_STORE, STATUS_UNCERTAIN, STATUS_MEMORY (Argon2id
 * needs 64 MiB). */
enum status pin_set(struct store *store, const char *pin);

/* STATUS_OK when PIN is the meeting's; STATUS_PIN when it is not, and when
 * there is none yet. Takes some tenths of a second. STATUS_DAMAGED,
 * STATUS_STORE_BUSY, STATUS_STORE. */
enum status pin_check(struct store *store, const char *pin);

/* Whether there is one. */
enum status pin_exists(struct store *store, bool *ret_exists);

/* The same for the second PIN, another person's, which is asked for besides the
 * first where meeting.two_persons; it does not open the panel. */
enum status pin_second_set(struct store *store, const char *pin);
enum status pin_second_check(struct store *store, const char *pin);
enum status pin_second_exists(struct store *store, bool *ret_exists);

/* Whether anyone at the hall would try PIN first: 123456, 111111. */
bool pin_guessed(const char *pin);

/* Makes PIN the first person's, or the SECOND's. STATUS_PIN when the other
 * person has it, else as pin_set(). */
enum status pin_change(struct store *store, const char *pin, bool second);

#endif

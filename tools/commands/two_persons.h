/* two_persons.h - what in some meetings only two people may do together. */
#ifndef STEMMEBOKS_TWO_PERSONS_H
#define STEMMEBOKS_TWO_PERSONS_H

#include "core/status.h"

struct arguments;
struct store;

/* Where the meeting wants it (`two_persons = yes`), asks for both PINs, each on
 * a line; STORE is open to write. STATUS_OK when both are right, or nobody had
 * to be asked. Else it was told why: STATUS_TWO_PERSONS when one is not set or
 * was not typed, STATUS_PIN when one is wrong, which is then counted as at the
 * kiosk (wrong.h); when too many were, it waits first as long as the panel is
 * locked, saying so. Right ones count the wrong ones as none. */
enum status two_persons_ask(const struct arguments *arguments,
			    struct store *store);

#endif

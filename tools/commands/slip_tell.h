/* slip_tell.h - what became of one slip, for organisers. */
#ifndef STEMMEBOKS_SLIP_TELL_H
#define STEMMEBOKS_SLIP_TELL_H

#include "core/status.h"

struct arguments;
struct store;

/* Tells whether the slip with SERIAL on its stub is unused, used or void; never
 * what was voted with it. STATUS_OK; else it was told why not:
 * STATUS_SLIP_OTHER when there is none, STATUS_SLIP_KIOSK for another kiosk's,
 * STATUS_DISAGREES where several kiosks share the roll, STATUS_STORE*. */
enum status slip_tell(const struct arguments *arguments, struct store *store,
		      int serial);

#endif

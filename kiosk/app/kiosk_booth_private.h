/* kiosk_booth_private.h - what kiosk_booth.c and kiosk_booth_tick.c share. */
#ifndef STEMMEBOKS_KIOSK_BOOTH_PRIVATE_H
#define STEMMEBOKS_KIOSK_BOOTH_PRIVATE_H

#include "app/kiosk_booth.h"
#include "app/log.h"

/* A line in the booth's log. */
void booth_tell(const struct booth *booth, enum log_event event,
		const char *detail);

/* Between two residents the kiosk speaks the language it was started with. */
void booth_speak(struct booth *booth);

/* What the booth's clock says. */
uint64_t booth_clock_ms(const struct booth *booth);

#endif

/* kiosk_maker_inside.h - the parts of kiosk_maker.c; for those alone. */
#ifndef STEMMEBOKS_KIOSK_MAKER_INSIDE_H
#define STEMMEBOKS_KIOSK_MAKER_INSIDE_H

#include "app/kiosk_maker.h"

/* Whether another program does EFFECT. */
bool kiosk_maker_runs(enum maker_effect effect);

/* Starts it; the page is told when that cannot be done. */
void kiosk_maker_run(struct kiosk_maker *maker, enum maker_effect effect,
		     uint64_t now_ms);

/* When it has ended: *ret_said has its words, and *ret_status how it went.
 * Returns whether it has. */
bool kiosk_maker_ran(struct kiosk_maker *maker, enum status *ret_status,
		     char ret_said[PANEL_SAID]);

#endif

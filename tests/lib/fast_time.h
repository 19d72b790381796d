/* fast_time.h - SDL's clock without the waiting: a program that waits for
 * events or for time to pass has both at once.
 *
 * A program that links this runs its event loop as it is, through an evening in
 * seconds. Not for programs whose threads sleep by SDL's clock.
 */
#ifndef STEMMEBOKS_TESTS_FAST_TIME_H
#define STEMMEBOKS_TESTS_FAST_TIME_H

#include <stdint.h>

/* Calls TURN with CONTEXT whenever the program is about to wait for an event,
 * from now on: it may push some. Without an event, the time waited for has
 * passed. */
void fast_time_begin(void (*turn)(void *context), void *context);

/* ms since the program began, as SDL_GetTicks64() tells them. */
uint64_t fast_time_ms(void);

#endif

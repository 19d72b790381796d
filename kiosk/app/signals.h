/* signals.h - being asked to end (SIGTERM, SIGINT, SIGHUP), without handlers.
 *
 * The signals are blocked and asked for, so none comes in the middle of
 * anything, least of all of a cast.
 */
#ifndef STEMMEBOKS_SIGNALS_H
#define STEMMEBOKS_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* From now on the signals wait. Before the window is opened: its threads
 * inherit this. *ret_before is for signals_restore(). */
void signals_hold(sigset_t *ret_before);
void signals_restore(const sigset_t *before);

/* Whether one came since the last call. */
bool signals_asked(void);

#endif

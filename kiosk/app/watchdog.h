/* watchdog.h - telling the service manager that the loop goes round.
 *
 * By sd_notify(3): when the first frame stands, the phase when it changed, and
 * a sign of life at half the time that the manager waits for one (WatchdogSec=,
 * sd_watchdog_enabled(3)). Only the loop gives it, so a loop that hangs gives
 * none, and the program is ended and started anew. Without a manager
 * (NOTIFY_SOCKET, WATCHDOG_USEC) nothing is told to anybody.
 *
 * Never tells what a resident does: the manager keeps what it is told, with the
 * time.
 */
#ifndef STEMMEBOKS_WATCHDOG_H
#define STEMMEBOKS_WATCHDOG_H

#include <stdbool.h>
#include <stdint.h>

#include "core/phase.h"

/* Zeroed at first. */
struct watchdog {
	bool ready;
	enum phase phase;  /* as told */
	uint64_t every_ms; /* 0: no sign of life is wanted */
	uint64_t next_ms;
};

/* The loop went round, with the meeting in PHASE; NOW_MS: any monotonic clock.
 * The first call says that the program is ready. */
void watchdog_turn(struct watchdog *watchdog, enum phase phase,
		   uint64_t now_ms);

/* The program is about to end by itself. */
void watchdog_end(void);

#endif

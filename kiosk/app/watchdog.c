#include "app/watchdog.h"

#include <systemd/sd-daemon.h>

enum { USEC_PER_MS = 1000 };

static void begin(struct watchdog *watchdog, uint64_t now_ms)
{
	uint64_t usec = 0;

	if (sd_watchdog_enabled(0, &usec) > 0)
		watchdog->every_ms = usec / 2 / USEC_PER_MS;
	watchdog->next_ms = now_ms;
	watchdog->ready = true;
	sd_notify(0, "READY=1");
}

void watchdog_turn(struct watchdog *watchdog, enum phase phase, uint64_t now_ms)
{
	bool first = !watchdog->ready;

	if (first)
		begin(watchdog, now_ms);
	if (first || phase != watchdog->phase)
		sd_notifyf(0, "STATUS=%s", phase_name(phase));
	watchdog->phase = phase;
	if (watchdog->every_ms == 0 || now_ms < watchdog->next_ms)
		return;
	watchdog->next_ms = now_ms + watchdog->every_ms;
	sd_notify(0, "WATCHDOG=1");
}

void watchdog_end(void)
{
	sd_notify(0, "STOPPING=1");
}

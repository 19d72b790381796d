#include "app/signals.h"

#include <time.h>

static void ending(sigset_t *ret_signals)
{
	sigemptyset(ret_signals);
	sigaddset(ret_signals, SIGTERM);
	sigaddset(ret_signals, SIGINT);
	sigaddset(ret_signals, SIGHUP);
}

void signals_hold(sigset_t *ret_before)
{
	sigset_t signals;

	ending(&signals);
	pthread_sigmask(SIG_BLOCK, &signals, ret_before);
}

void signals_restore(const sigset_t *before)
{
	pthread_sigmask(SIG_SETMASK, before, NULL);
}

bool signals_asked(void)
{
	const struct timespec now = {0};
	sigset_t signals;

	ending(&signals);
	return sigtimedwait(&signals, NULL, &now) > 0;
}

#include "hall/stopwatch.h"

enum { SECOND_MS = 1000 };

void stopwatch_set(struct stopwatch *watch, int64_t whole_ms)
{
	*watch = (struct stopwatch){.whole_ms = whole_ms, .left_ms = whole_ms};
}

int64_t stopwatch_left_ms(const struct stopwatch *watch, uint64_t now_ms)
{
	int64_t left = watch->left_ms;

	/* A clock read a moment before it was started has lost nothing. */
	if (watch->running && now_ms > watch->since_ms)
		left -= (int64_t)(now_ms - watch->since_ms);
	return left > 0 ? left : 0;
}

int stopwatch_seconds(const struct stopwatch *watch, uint64_t now_ms)
{
	int64_t left = stopwatch_left_ms(watch, now_ms);

	return (int)((left + SECOND_MS - 1) / SECOND_MS);
}

void stopwatch_toggle(struct stopwatch *watch, uint64_t now_ms)
{
	int64_t left = stopwatch_left_ms(watch, now_ms);

	if (left == 0)
		return;
	watch->left_ms = left;
	watch->since_ms = now_ms;
	watch->running = !watch->running;
	watch->started = true;
}

void stopwatch_add(struct stopwatch *watch, int64_t step_ms, uint64_t now_ms)
{
	int64_t left = stopwatch_left_ms(watch, now_ms) + step_ms;

	if (left > STOPWATCH_MOST_MS)
		left = STOPWATCH_MOST_MS;
	if (left < 0)
		left = 0;
	watch->left_ms = left;
	watch->since_ms = now_ms;
	if (left > watch->whole_ms)
		watch->whole_ms = left;
}

int stopwatch_wait_ms(const struct stopwatch *watch, uint64_t now_ms)
{
	int64_t left = stopwatch_left_ms(watch, now_ms);

	if (!watch->running || left == 0)
		return -1;
	return (int)((left - 1) % SECOND_MS + 1);
}

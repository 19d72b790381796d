#include "hall/playback.h"

#include <assert.h>

enum {
	SLOW_MS = 2500,
	BRISK_MS = 700, /* below 2 Hz: nothing may flicker, UX.md 0 */
	FAST_MS = 250,
	SPEED_FIRST = 2,
	SPEED_WHOLE = PLAYBACK_SPEEDS - 1,
};

/* A ballot stays TIME_MS / BALLOTS. */
struct pace {
	int64_t time_ms, ballots;
};

/* The whole box takes PLAYBACK_WHOLE_MS at the highest speed; a small one less,
 * or that speed would be the slowest of all. */
static struct pace pace_of(int speed, int count)
{
	if (speed <= 0)
		return (struct pace){0, 1};
	if (speed == 1)
		return (struct pace){SLOW_MS, 1};
	if (speed < SPEED_WHOLE)
		return (struct pace){BRISK_MS, 1};
	if (count <= PLAYBACK_WHOLE_MS / FAST_MS)
		return (struct pace){FAST_MS, 1};
	return (struct pace){PLAYBACK_WHOLE_MS, count};
}

int playback_ballot_ms(int speed, int count)
{
	struct pace pace = pace_of(speed, count);
	int64_t ms = pace.time_ms / pace.ballots;

	return speed > 0 && ms < 1 ? 1 : (int)ms;
}

/* From here at this speed. */
static void go_on(struct playback *playback, uint64_t now_ms)
{
	playback->from = playback->position;
	playback->since_ms = now_ms;
}

void playback_reset(struct playback *playback, int count)
{
	*playback = (struct playback){.count = count, .speed = SPEED_FIRST};
}

bool playback_tick(struct playback *playback, uint64_t now_ms)
{
	struct pace pace = pace_of(playback->speed, playback->count);
	int before = playback->position;
	int64_t due;

	if (!playback->running || now_ms < playback->since_ms)
		return false;
	assert(pace.time_ms > 0); /* by hand nothing runs */
	due = playback->from + (int64_t)(now_ms - playback->since_ms) *
				   pace.ballots / pace.time_ms;
	playback->position = due < playback->count ? (int)due : playback->count;
	playback->running = playback->position < playback->count;
	return playback->position != before;
}

void playback_toggle(struct playback *playback, uint64_t now_ms)
{
	playback_tick(playback, now_ms);
	if (playback->running) {
		playback->running = false;
		return;
	}
	if (playback->speed == 0 || playback->position >= playback->count)
		return;
	playback->running = true;
	go_on(playback, now_ms);
}

bool playback_step(struct playback *playback, int step, uint64_t now_ms)
{
	int before = playback->position, to;

	playback_tick(playback, now_ms);
	playback->running = false;
	to = playback->position + step;
	if (to > playback->count)
		to = playback->count;
	playback->position = to > 0 ? to : 0;
	go_on(playback, now_ms);
	return playback->position != before;
}

void playback_change_speed(struct playback *playback, int step, uint64_t now_ms)
{
	int speed = playback->speed + step;

	playback_tick(playback, now_ms);
	if (speed > SPEED_WHOLE)
		speed = SPEED_WHOLE;
	playback->speed = speed > 0 ? speed : 0;
	playback->running &= playback->speed > 0;
	go_on(playback, now_ms);
}

int playback_wait_ms(const struct playback *playback, uint64_t now_ms)
{
	struct pace pace = pace_of(playback->speed, playback->count);
	int64_t next, at, passed;

	if (!playback->running || playback->position >= playback->count)
		return -1;
	/* The first whole millisecond at which the next ballot is due. */
	next = playback->position + 1 - playback->from;
	at = (next * pace.time_ms + pace.ballots - 1) / pace.ballots;
	passed = (int64_t)(now_ms - playback->since_ms);
	return at > passed ? (int)(at - passed) : 0;
}

/* playback.h - how far the public count has come: a ballot at a time. Pure.
 *
 * The organiser sets the speed, stops, and goes back; the clock comes in as an
 * argument. Positions are whole ballots: at POSITION p the first p ballots of
 * the shuffled order are counted.
 */
#ifndef STEMMEBOKS_PLAYBACK_H
#define STEMMEBOKS_PLAYBACK_H

#include <stdbool.h>
#include <stdint.h>

enum {
	PLAYBACK_WHOLE_MS = 60000, /* at most, the box at the highest speed */
	PLAYBACK_SPEEDS = 4,	   /* 0 by hand, 1 slow, 2 brisk, 3 whole box */
};

struct playback {
	int count;    /* ballots in all */
	int position; /* 0..count */
	int speed; /* 0..PLAYBACK_SPEEDS - 1; 0: only playback_step() moves */
	bool running;
	uint64_t since_ms; /* when `from` was the position */
	int from;
};

/* To the first of COUNT ballots, stopped, at speed 2. */
void playback_reset(struct playback *playback, int count);

/* Starts or stops; at the end it does nothing. With speed 0 it stays stopped.
 */
void playback_toggle(struct playback *playback, uint64_t now_ms);

/* One ballot on (1) or back (-1) by hand; stops the clock. Returns whether the
 * position changed. */
bool playback_step(struct playback *playback, int step, uint64_t now_ms);

/* One speed up or down, going on from where it is. */
void playback_change_speed(struct playback *playback, int step,
			   uint64_t now_ms);

/* Lets time pass; stops at the end. Returns whether the position changed. */
bool playback_tick(struct playback *playback, uint64_t now_ms);

/* ms until the position changes by itself, from NOW_MS; -1 for never. */
int playback_wait_ms(const struct playback *playback, uint64_t now_ms);

/* ms a ballot stays at SPEED with COUNT ballots, rounded down but at least 1; 0
 * for by hand. */
int playback_ballot_ms(int speed, int count);

#endif

/* stopwatch.h - a clock that runs down before the room. Pure. */
#ifndef STEMMEBOKS_STOPWATCH_H
#define STEMMEBOKS_STOPWATCH_H

#include <stdbool.h>
#include <stdint.h>

enum { STOPWATCH_STEP_MS = 30000, STOPWATCH_MOST_MS = 6000000 };

struct stopwatch {
	int64_t whole_ms; /* what a full ring stands for */
	int64_t left_ms;  /* when it was last started, stopped or changed */
	bool running;
	bool started; /* ever, since it was set */
	uint64_t since_ms;
};

/* Full and stopped. */
void stopwatch_set(struct stopwatch *watch, int64_t whole_ms);

/* Starts or stops. One that has run out stays so, until stopwatch_add() gives
 * it time: it then runs on. */
void stopwatch_toggle(struct stopwatch *watch, uint64_t now_ms);

/* STEP_MS more or less, never below 0 nor above STOPWATCH_MOST_MS; the ring is
 * full again when more is left than it stood for. */
void stopwatch_add(struct stopwatch *watch, int64_t step_ms, uint64_t now_ms);

/* What is left, 0 when it has run out; in ms, and in whole seconds rounded up:
 * the second that people see. */
int64_t stopwatch_left_ms(const struct stopwatch *watch, uint64_t now_ms);
int stopwatch_seconds(const struct stopwatch *watch, uint64_t now_ms);

/* ms until the second shown changes; -1 when it does not run. */
int stopwatch_wait_ms(const struct stopwatch *watch, uint64_t now_ms);

#endif

/* kiosk_input.h - what comes from outside: fingers, mouse, keys, scanners. */
#ifndef STEMMEBOKS_KIOSK_INPUT_H
#define STEMMEBOKS_KIOSK_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "scan/wedge.h"

struct booth;
struct pipe;
struct ui;
union SDL_Event;

/* Zeroed at first but for the pointers, which are the caller's. */
struct kiosk_input {
	struct ui *ui;
	struct booth *booth;
	struct pipe *pipe; /* NULL: none */
	struct wedge wedge;
	bool deaf; /* scans are dropped: an organiser is at the panel */
};

/* Takes EVENT: a key of the scanner's burst is the scanner's; any other key,
 * finger or mouse button is a sign of life and then the window's. Returns
 * whether the screen may look different now. */
bool kiosk_input_event(struct kiosk_input *input, const union SDL_Event *event,
		       uint64_t now_ms);

/* Takes a burst that ended by its pause, and a line of the pipe. Returns
 * whether there was one. */
bool kiosk_input_scans(struct kiosk_input *input, uint64_t now_ms);

/* The screen has changed, perhaps after the disk let all wait: what fingers and
 * mouse did until now was meant for the screen before, and is forgotten. Keys
 * stay: they may be a scanner's. */
void kiosk_input_drop_touches(struct kiosk_input *input);

#endif

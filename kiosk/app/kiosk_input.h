/* kiosk_input.h - what comes from outside: fingers, mouse, keys, scanners. */
#ifndef STEMMEBOKS_KIOSK_INPUT_H
#define STEMMEBOKS_KIOSK_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "scan/scan_repeat.h"
#include "scan/wedge.h"

struct booth;
struct kiosk_panel;
struct scanners;
struct ui;
union SDL_Event;

/* Zeroed at first but for the pointers, which are the caller's. */
struct kiosk_input {
	struct ui *ui;
	struct booth *booth;
	struct kiosk_panel *panel; /* while it is open, all scans are its */
	struct scanners *scanners; /* the others; NULL: none */
	struct wedge wedge;
	uint64_t first_ms;	   /* the first key of the wedge's burst */
	struct scan_repeat repeat; /* of what scanner whatever */
};

/* Takes EVENT: a key of the scanner's burst is the scanner's; any other key,
 * finger or mouse button is a sign of life and then the window's. Returns
 * whether the screen may look different now. */
bool kiosk_input_event(struct kiosk_input *input, const union SDL_Event *event,
		       uint64_t now_ms);

/* Takes a burst that ended by its pause, and what the other scanners have read.
 * Returns whether there was anything.
 *
 * A code that is read again within SCAN_REPEAT_MS is the slip that still lies
 * there (UX.md V1), until somebody touches the screen: while its resident votes
 * the screen says so, else what it says of it already is all there is to say.
 */
bool kiosk_input_scans(struct kiosk_input *input, uint64_t now_ms);

/* The screen has changed, perhaps after the disk let all wait: what fingers and
 * mouse did until now was meant for the screen before, and is forgotten. Keys
 * stay: they may be a scanner's. */
void kiosk_input_drop_touches(struct kiosk_input *input);

#endif

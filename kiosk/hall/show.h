/* show.h - which page is on the wall: turned by the clock or by hand. Pure. */
#ifndef STEMMEBOKS_SHOW_H
#define STEMMEBOKS_SHOW_H

#include "hall/hall.h"

enum {
	SHOW_TURN_MS = 12000, /* a page's time when nobody turns */
	SHOW_HAND_MS = 60000, /* after a turn by hand: someone is explaining */
};

struct show {
	enum scene scene;
	int page;
	uint64_t until_ms; /* when the page is turned by itself */
};

/* The picture shows SCENE now: from its first page, if it is another scene than
 * before. Returns whether it is. A zeroed struct show is one to start from. */
bool show_scene(struct show *show, enum scene scene, uint64_t now_ms);

/* Turns by STEP pages by hand. The first and the last page are ends: a remote
 * pressed once too often must not begin anew before the room. */
bool show_turn(struct show *show, int pages, int step, uint64_t now_ms);

/* Lets time pass: turns when it is due, from the last page to the first.
 * Returns whether the page changed. */
bool show_tick(struct show *show, int pages, uint64_t now_ms);

#endif

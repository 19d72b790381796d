/* hall_room.h - a wall and a meeting of which everything is known that its
 * phase allows, for the tests of the show. */
#ifndef STEMMEBOKS_TESTS_HALL_ROOM_H
#define STEMMEBOKS_TESTS_HALL_ROOM_H

#include "hall/show.h"

enum {
	ROOM_PAGES = 3,
	ROOM_START_MS = 1000,
	ROOM_BALLOTS = 20,
	ROOM_PITCH_S = 120,
};

/* A wall before a meeting of which everything is known that its phase allows.
 */
struct room {
	struct meeting *meeting;
	struct snapshot live;
	struct ballot ballots[ROOM_BALLOTS];
	struct tally tally;
	struct hall_paper paper;
	struct result result;
	struct hall_view view;
	struct show show;
};

/* The Bolbro meeting in PHASE, the show just begun. Free with room_close(). */
struct room *room_open(enum phase phase);
void room_close(struct room *room);

/* Says the cue TEXT while the scene has ROOM_PAGES, or ROOM_PAGES, pages;
 * whether the wall looks different. */
bool say_with(struct room *room, const char *text, int pages);
bool say(struct room *room, const char *text);

/* The meeting goes to PHASE. */
void go_to(struct room *room, enum phase phase);

/* The wall shows page PAGE of SCENE; else the test fails. */
void is_at(const struct room *room, enum scene scene, int page);

/* MS pass. Whether the wall looks different. */
bool pass(struct room *room, int ms);

#endif

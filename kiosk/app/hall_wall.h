/* hall_wall.h - what is on the wall, from the meeting's file to the frame: for
 * the hall's own window, and for the small picture of it at the kiosk. */
#ifndef STEMMEBOKS_HALL_WALL_H
#define STEMMEBOKS_HALL_WALL_H

#include "hall/hall.h"
#include "hall/show.h"

struct hall_source;

/* Zeroed at first but for LANGUAGE. */
struct hall_wall {
	const char *language; /* asked for, or NULL; the caller's */
	struct hall_source *source;
	struct hall_view view;
	struct show show;
	struct tally counted; /* the ballots that the count has come to */
	int pages;
	int second; /* language of the line at the bottom when last drawn */
};

/* Follows the file at PATH (borrowed) from now on. STATUS_MEMORY. */
enum status hall_wall_open(struct hall_wall *wall, const char *path);

/* Lets go of the file and of all that was read from it; where the show stood is
 * kept, and goes on when it is opened again. */
void hall_wall_close(struct hall_wall *wall);

/* At view.now_ms: the file may say something else now, and its newest cue be
 * another. Returns whether the wall looks different. */
bool hall_wall_look(struct hall_wall *wall);

/* Somebody gave CUE at the wall itself. Whether it looks different. */
bool hall_wall_take(struct hall_wall *wall, const struct cue *cue);

/* Lets time pass up to view.now_ms. Whether it looks different. */
bool hall_wall_tick(struct hall_wall *wall);

/* Draws it, between ui_begin() and ui_end() or in an inset, with the words of
 * the room's language, which stay set. Returns after how many ms it looks
 * different though nothing happened, -1 for never. */
int hall_wall_draw(struct hall_wall *wall, struct ui *ui);

#endif

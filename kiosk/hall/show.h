/* show.h - what is on the wall: scene, page, cover and clocks, moved by cues
 * and by time. Pure: the clock is VIEW's now_ms.
 *
 * A scene is chosen by a cue, or is that of the phase. A chosen one stays until
 * voting opens, pauses, goes on or closes; from closing on until another is
 * chosen, so that a count that is done meanwhile does not take the end of the
 * story away from the room.
 */
#ifndef STEMMEBOKS_SHOW_H
#define STEMMEBOKS_SHOW_H

#include "hall/hall.h"

enum {
	SHOW_TURN_MS = 12000, /* a page's time when nobody turns */
	SHOW_HAND_MS = 60000, /* after a turn by hand: someone is explaining */
	SHOW_CLOSING_MINUTES = 10, /* when the cue says no number */
};

/* Zeroed at first. */
struct show {
	enum scene chosen; /* SCENE_WAITING: that of the phase */
	enum scene scene;  /* what is shown: see hall_scene() */
	enum phase phase;
	int page;	   /* 0 first; see show_pages() */
	uint64_t since_ms; /* when it was turned to */
	uint64_t until_ms; /* when it is turned by itself */
	enum hall_cover cover;
	char message[CUE_TEXT];
	struct stopwatch watch;	  /* of the pitch, or until closing */
	struct playback playback; /* of the ballots */
	bool began;		  /* the fields below are of a meeting */
	unsigned char meeting[MEETING_ID_BYTES];
	bool heard; /* the file was asked for its newest cue */
	int cue;    /* and this was its number */
};

/* Follows VIEW when it is another picture of the meeting: a new phase, a
 * result, ballots; another meeting begins a new show. Returns whether the wall
 * looks different. */
bool show_follow(struct show *show, const struct hall_view *view);

/* Does what CUE says. PAGES: of the scene shown, as hall_pages() counts them.
 * Returns whether the wall looks different.
 *
 * next and back take a cover away first, and no more: a press too often must
 * not begin something else before the room. Then they turn; at the ends to the
 * scene beside it in its chain that can be shown. next starts the clock of a
 * pitch before it turns; in the count it is a ballot, or while that goes on by
 * itself another of its pages. A scene that cannot be
 * shown now, or a proposal that there is not, changes nothing. Clocks restart
 * full with each page of a pitch; that of `closing` runs at once. A count stops
 * when it is covered or left, and begins anew when it is chosen at its end. */
bool show_take(struct show *show, const struct hall_view *view,
	       const struct cue *cue, int pages);

/* The file's newest CUE and its NUMBER, 0 for none: taken once each. The one
 * that was there when the show began is old, and taken only if it is a scene:
 * so the hall, started anew, comes back to where it was. */
bool show_newest(struct show *show, const struct hall_view *view, int number,
		 const struct cue *cue, int pages);

/* Lets time pass: ballots are counted; pages turn, from the last to the first,
 * in scenes that come up by themselves and in the live votes, never where
 * somebody speaks. Returns whether the wall looks different. */
bool show_tick(struct show *show, const struct hall_view *view, int pages);

/* The scene shown has PAGES pages: a page past the last becomes the last. */
void show_pages(struct show *show, int pages);

/* Writes scene, page, since_ms, cover, message, watch and playback of *VIEW;
 * message is SHOW's. */
void show_fill(const struct show *show, struct hall_view *view);

#endif

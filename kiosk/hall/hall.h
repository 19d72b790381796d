/* hall.h - what the room sees on the projector: one picture of the meeting.
 *
 * Scenes are pure drawing of a struct hall_view; nothing here reads a file, a
 * clock or the box. The layout is made for ui_options.fit, a frame of 1920 by
 * 1080 u with a safe margin; a larger frame gives the same scenes more air.
 */
#ifndef STEMMEBOKS_HALL_H
#define STEMMEBOKS_HALL_H

#include <stdbool.h>
#include <stdint.h>

#include "core/phase.h"
#include "core/result.h"
#include "core/status.h"

struct ui;

enum {
	HALL_ROTATE_MS = 6000, /* a language of the line at the bottom */
	HALL_LINE = 256,       /* bytes of a line of text, with the NUL */
};

/* How many slips and ballots there are; never what they say. */
struct hall_turnout {
	int printed;
	int used;
	int voided;
	int unused;
	int ballots; /* slots filled; only looked at once voting is closed */
};

/* A tie that stops the count of a closed meeting until it is settled. */
struct hall_tie {
	int pot;
	int votes;	    /* of each */
	int64_t left_minor; /* in the pot, to be given in the settled order */
	int count;
	int proposal[MEETING_PROPOSALS]; /* indexes, in ballot order */
};

struct hall_view {
	const struct meeting *meeting; /* NULL: nothing could be read yet */
	enum phase phase;
	int language;	  /* of the room, index into meeting.languages; the
			     caller has set words_language() to it */
	const char *code; /* short code of the definition, "" for none */
	struct hall_turnout turnout;
	const struct result *result; /* NULL until the meeting is counted */
	/* Of a meeting that is closed and not counted; nothing else of its
	 * count may be shown yet. */
	const struct hall_tie *ties;
	int tie_count;
	const char *file;    /* where the meeting is looked for, or NULL */
	enum status trouble; /* not STATUS_OK: the picture is not fresh, why */
	int page;	 /* 0 first; a result has several, and a tie its own */
	uint64_t now_ms; /* any monotonic clock */
};

enum scene {
#define SCENE(name, spelled, phases, draw, line, pages) SCENE_##name,
#include "hall/scene.def"
#undef SCENE
	SCENE_COUNT
};

/* The scene that VIEW shows: by its phase, except SCENE_WAITING without a
 * meeting, and SCENE_CLOSED in a counted meeting whose result is missing. */
enum scene hall_scene(const struct hall_view *view);

/* "welcome": stable, for tests. Static. */
const char *scene_name(enum scene scene);

/* How many pages VIEW's scene has in the frame of UI; at least 1. */
int hall_pages(struct ui *ui, const struct hall_view *view);

/* Draws VIEW, between ui_begin() and ui_end(). A page past the last shows the
 * last. The words' language is as before on return. */
void hall_draw(struct ui *ui, const struct hall_view *view);

/* The language of the line at the bottom: each of the meeting's languages but
 * the room's in turn, HALL_ROTATE_MS long; -1 when there is no other. */
int hall_second_language(const struct hall_view *view);

#endif

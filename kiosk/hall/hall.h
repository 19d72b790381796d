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

#include "core/cue.h"
#include "core/phase.h"
#include "core/release.h"
#include "core/result.h"
#include "core/status.h"
#include "core/tally.h"
#include "hall/playback.h"
#include "hall/stopwatch.h"

struct ui;

enum {
	HALL_BAR_MS = 1200,    /* a bar of the order grows */
	HALL_LIVE_MS = 800,    /* the bars of a live batch grow */
	HALL_BUDGET_MS = 1000, /* the line that the money ends at is drawn */
	HALL_ROTATE_MS = 6000, /* a language of the line at the bottom */
	HALL_LINE = 256,       /* bytes of a line of text, with the NUL */
};

enum { HALL_ELSEWHERE = -1 };

/* How many slips and ballots there are; never what they say. */
struct hall_turnout {
	int printed;
	int used;
	int voided;
	int unused;
	/* Slots filled, or HALL_ELSEWHERE: in other files' boxes. Only looked
	 * at once voting is closed. */
	int ballots;
	/* Used slips whose ballots are in a box that is missing; below 0: few,
	 * and then they are among the unused. */
	int lost;
};

/* A tie that stops the count of a closed meeting until it is settled, and how
 * it was settled then. */
struct hall_tie {
	int pot;
	int votes;	    /* of each */
	int64_t left_minor; /* in the pot, to be given in the settled order */
	int count;
	/* Indexes, in ballot order until settled, then in the settled order. */
	int proposal[MEETING_PROPOSALS];
	bool settled;
	enum decision_kind kind; /* if settled: LOTS, AGREED or SPLIT */
	int64_t amount_minor[MEETING_PROPOSALS]; /* SPLIT: what each gets */
};

/* What it would have taken for an award: counting/counting_missing.h. */
struct hall_missing {
	int votes; /* more, with which it had got its cost; 0 or -1: none */
	int64_t money_minor;
};

/* The slips of the urn counted by hand beside the box's count. */
struct hall_paper {
	bool stands;	    /* the hand count is the one the money goes by */
	int ballots;	    /* slips counted by hand */
	const char *reason; /* of the organisers, "" for none */
	int64_t votes[MEETING_PROPOSALS];
};

/* What lies over the scene (UX.md Px). Clocks go on below and stay visible. */
enum hall_cover { COVER_NONE, COVER_BLACK, COVER_PAUSE, COVER_MESSAGE };

struct hall_view {
	const struct meeting *meeting; /* NULL: nothing could be read yet */
	enum scene scene; /* chosen; SCENE_WAITING: the one of the phase */
	enum hall_cover cover;
	const char *message;	  /* COVER_MESSAGE */
	struct stopwatch watch;	  /* PITCH, CLOSING */
	struct playback playback; /* TALLY */
	/* The votes so far, while they may be seen, and those before the last
	 * batch: bars grow from them for HALL_LIVE_MS. NULL: not shown. */
	const struct snapshot *live, *live_before;
	uint64_t live_since_ms;
	/* The box from closing on: shuffled ballots, NULL (and 0) when there
	 * are fewer than meeting.publish_min; and their sums. */
	const struct ballot *ballots;
	int ballot_count;
	const struct tally *tally; /* NULL before closing */
	/* The sums of the first playback.position ballots, kept up to date by
	 * counted_go(); NULL: added up anew for every frame. */
	const struct tally *counted;
	const struct hall_paper *paper; /* NULL: not counted by hand */
	const char *images; /* folder of the pictures, "": none are shown */
	const char *digest; /* of the published folder, 64 hex digits, or "" */
	uint64_t since_ms;  /* when this page was turned to; 0: long ago */
	enum phase phase;
	int language;	  /* of the room, index into meeting.languages; the
			     caller has set words_language() to it */
	const char *code; /* short code of the definition, "" for none */
	struct hall_turnout turnout;
	const struct result *result; /* NULL until the meeting is counted */
	/* One for each award of the result; NULL: not known. */
	const struct hall_missing *missing;
	/* Made-up votes of example_people on the meeting's proposals, counted
	 * by its rules, for RULES; NULL: no example is shown. */
	const struct result *example;
	int example_people;
	/* Of a meeting that is closed and not counted, settled or not. */
	const struct hall_tie *ties;
	int tie_count;
	const char *file;    /* where the meeting is looked for, or NULL */
	enum status trouble; /* not STATUS_OK: the picture is not fresh, why */
	int page;	 /* 0 first; a result has several, and a tie its own */
	uint64_t now_ms; /* any monotonic clock */
};

/* The scene that VIEW shows: the chosen one if the phase allows it and what it
 * needs is there (ballots, a result, live votes, a hand count), else that of
 * the phase; SCENE_WAITING without a meeting, and SCENE_CLOSED in a counted
 * meeting whose result is missing. */
enum scene hall_scene(const struct hall_view *view);

/* ms, from view->now_ms, until VIEW looks different though nothing happened: a
 * clock, a bar that grows (16), a ballot; -1 for never. The turning of pages
 * and of languages is not meant. */
int hall_wait_ms(const struct hall_view *view);

/* How many pages VIEW's scene has in the frame of UI; at least 1. */
int hall_pages(struct ui *ui, const struct hall_view *view);

/* Draws VIEW, between ui_begin() and ui_end(), in the fonts and the direction
 * of the room's language. A page past the last shows the last. The words'
 * language is as before on return. */
void hall_draw(struct ui *ui, const struct hall_view *view);

/* The language of the line at the bottom: each of the meeting's languages but
 * the room's in turn, HALL_ROTATE_MS long; -1 when there is no other. */
int hall_second_language(const struct hall_view *view);

#endif

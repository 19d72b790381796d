/* voter.h - the resident's screens, from "Scan your slip" to the thanks.
 *
 * Pure drawing: a screen shows a session and answers what the resident meant by
 * a touch, as an intent for session_apply(). Nothing here keeps anything from
 * one frame to the next.
 */
#ifndef STEMMEBOKS_VOTER_H
#define STEMMEBOKS_VOTER_H

#include <stdbool.h>
#include <stdint.h>

#include "core/session.h"

struct ui;

enum {
	VOTER_ROTATE_MS = 4000, /* a language of the second line */
	VOTER_RING_MS = 100,	/* a step of the ring on the thanks */
};

/* What the camera sees, for the attract screen. */
struct voter_sight {
	const unsigned char *pixels; /* as draw_grey() takes them; NULL: there
					is no camera */
	int w, h;
	unsigned stamp;
	bool unread; /* a code has been in sight for long without being read */
};

/* Whether slips can be taken: where the roll is shared, it may be out of reach
 * for a while, or two votes may have been given with one slip. */
enum voter_roll { VOTER_ROLL_READY, VOTER_ROLL_AWAY, VOTER_ROLL_STOPPED };

struct voter_view {
	const struct meeting *meeting;
	const struct session *session;
	enum phase phase;
	enum voter_roll roll;
	const char *images; /* folder of the proposals' pictures; "": none are
			       shown */
	bool speech;	    /* there are headphones, and a voice for the
			       language: reading aloud is offered */
	bool names[MEETING_LANGUAGES]; /* which languages can say their own
					  name: a speaker on the tile offers it
					  */
	struct voter_sight sight;
	int slip_kiosk; /* message STATUS_SLIP_KIOSK: whose slip it is */
	bool demo;	/* a badge on every screen, and slips to try */
};

/* Draws the screen of VIEW and what lies over it, between ui_begin() and
 * ui_end(), in the session's language; words_language() stays set to it.
 * *ret_intent is what was meant in this frame, INTENT_NONE mostly. Session
 * times are compared with ui_now_ms(): both must come from one clock. */
void voter_draw(struct ui *ui, const struct voter_view *view,
		struct intent *ret_intent);

/* Gives UI the size, colours and reach that the session asks for, as
 * voter_draw() does; before the page sizes are asked for, when the session was
 * changed since. */
void voter_prepare(struct ui *ui, const struct voter_view *view);

/* How many cards a page of the session's pot holds on this display with these
 * letters, and rows a page of the review: what session_apply() must be given.
 */
int voter_page_size(const struct ui *ui, const struct voter_view *view);
int voter_review_size(const struct ui *ui, const struct voter_view *view);

/* After how many ms, counted from NOW_MS, the screen looks different though
 * nothing happened (a language of the second line, a countdown, the ring); -1
 * for never. */
int voter_wait_ms(const struct voter_view *view, uint64_t now_ms);

#endif

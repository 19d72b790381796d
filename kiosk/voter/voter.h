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

struct voter_view {
	const struct meeting *meeting;
	const struct session *session;
	enum phase phase;
	const char *images; /* folder of the proposals' pictures; "": none are
			       shown */
	bool demo;	    /* a badge on every screen, and slips to try */
};

/* Draws the screen of VIEW and what lies over it, between ui_begin() and
 * ui_end(), in the session's language; words_language() stays set to it.
 * *ret_intent is what was meant in this frame, INTENT_NONE mostly. Session
 * times are compared with ui_now_ms(): both must come from one clock. */
void voter_draw(struct ui *ui, const struct voter_view *view,
		struct intent *ret_intent);

/* How many cards a page holds on this display, and rows a page of the review:
 * what session_apply() must be given. */
int voter_page_size(const struct ui *ui);
int voter_review_size(const struct ui *ui, const struct voter_view *view);

/* After how many ms, counted from NOW_MS, the screen looks different though
 * nothing happened (a language of the second line, a countdown, the ring); -1
 * for never. */
int voter_wait_ms(const struct voter_view *view, uint64_t now_ms);

#endif

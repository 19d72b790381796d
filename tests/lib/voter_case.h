/* voter_case.h - a resident at a kiosk without a screen: frames and taps. */
#ifndef STEMMEBOKS_TESTS_VOTER_CASE_H
#define STEMMEBOKS_TESTS_VOTER_CASE_H

#include "tests/lib/display.h"
#include "ui/widget.h"
#include "voter/voter.h"
#include "voter/widget.h"

struct voter_case {
	struct ui *ui;
	struct meeting *meeting;
	struct session session;
	struct settings settings; /* how every resident here wants it */
	struct voter_view view;
	uint64_t now_ms;
	int taps;
};

/* A window of FORM (index into displays) with the meeting of
 * voter_meeting_new(), nobody there, voting open. */
void voter_case_open(struct voter_case *voter, int form);
void voter_case_close(struct voter_case *voter);

/* Starts anew: the attract screen in LANGUAGE ("da"), proposals in ballot
 * order, everything as after voter_case_open(), but for voter->settings, which
 * the session has from the start. */
void voter_case_reset(struct voter_case *voter, const char *language);

/* A resident with a slip stands at the cards of POT, in LANGUAGE. */
void voter_case_begin(struct voter_case *voter, const char *language, int pot);

/* Turns the cards to PAGE; they count as seen only with voter_all_seen(). */
void voter_show_page(struct voter_case *voter, int page);
void voter_all_seen(struct voter_case *voter);

/* Turns the review to PAGE; it and those before it were seen. */
void voter_show_review(struct voter_case *voter, int page);

/* Draws frames until nothing more is due; returns what the last meant. */
struct intent voter_frame(struct voter_case *voter);

/* Whether WIDGET can be touched in the last frame. */
bool voter_has(struct voter_case *voter, enum widget widget, int index);

/* Puts a finger on WIDGET, lifts it and returns what that meant; fails the test
 * when the frame does not have it. The session is not changed. */
struct intent voter_touch(struct voter_case *voter, enum widget widget,
			  int index);

/* The same, a second after the last, and lets the session act. Counts it. */
enum effect voter_tap(struct voter_case *voter, enum widget widget, int index);

#endif

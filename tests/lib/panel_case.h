/* panel_case.h - organisers at a panel without a screen: frames and taps. */
#ifndef STEMMEBOKS_TESTS_PANEL_CASE_H
#define STEMMEBOKS_TESTS_PANEL_CASE_H

#include "panel/panel_view.h"
#include "tests/lib/display.h"

struct panel_case {
	struct ui *ui;
	struct meeting *meeting;
	struct panel panel;
	struct panel_facts facts;
	struct tally box;
	struct result *result;
	uint64_t now_ms;
};

/* A window of FORM (index into displays) with the Bolbro meeting, voting open,
 * a PIN set and the panel at its PIN; words in LANGUAGE. */
void panel_case_open(struct panel_case *panel, int form, const char *language);
void panel_case_close(struct panel_case *panel);

/* The PIN was right. */
void panel_case_enter(struct panel_case *panel);

/* Voting is closed: 24 ballots, proposals 6 and 8 of the second pot tie. */
void panel_case_closed(struct panel_case *panel);

/* Draws frames until nothing more is due; returns what the last meant. */
struct panel_intent panel_case_frame(struct panel_case *panel);

/* Touches WIDGET, applies what it meant; fails the test when it is not there.
 */
enum panel_effect panel_case_tap(struct panel_case *panel,
				 enum panel_widget widget, int index);

/* Types NUMBER on the pad and goes on. */
void panel_case_number(struct panel_case *panel, int number);

#endif

/* hall_case.h - meetings, results and a window for the tests of the hall. */
#ifndef STEMMEBOKS_TESTS_HALL_CASE_H
#define STEMMEBOKS_TESTS_HALL_CASE_H

#include "hall/hall.h"

struct ui;

/* A meeting, its result and the view that shows it. */
struct hall_case {
	struct meeting *meeting;
	struct result *result;
	struct hall_view view;
	struct hall_tie tie; /* of hall_case_tie() */
};

/* The Bolbro meeting with 43 of 58 valid slips used, worked out by hand:
 *
 * Store forslag, 100.000 kr.: 2 with 26 votes gets all of it; 1 (21 votes) and
 * 3 (12) find nothing left. Hurtigpulje, 100.000 kr.: 5 (31 votes), 6 and 10
 * (24 each, both fit), 8 (18), 4 (17) and 7 (13) cost 90.000 kr. together; 9
 * (12) needs 25.000 kr. of the 10.000 kr. left. */
void hall_case_open(struct hall_case *hall, enum phase phase);

/* The hardest meeting to show: titles of 28 wide letters, ten-digit amounts,
 * COUNT proposals in one pot, every outcome, a tie drawn by lot and one agreed.
 */
void hall_case_open_hard(struct hall_case *hall, int count);

/* A closed meeting in which COUNT proposals of pot POT, its last ones, have 24
 * votes each and 30.000 kr. are left. */
void hall_case_tie(struct hall_case *hall, int pot, int count);

void hall_case_close(struct hall_case *hall);

/* A window of WIDTH by HEIGHT px without a screen; words in LANGUAGE from the
 * catalogues of the build. Free with ui_free(). */
struct ui *hall_window(int width, int height, const char *language);

/* Draws VIEW's page PAGE as one frame. */
void hall_frame(struct ui *ui, struct hall_view *view, int page);

#endif

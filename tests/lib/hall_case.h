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
	struct hall_tie tie;	 /* of hall_case_tie() */
	struct ballot *ballots;	 /* the box, from closing on in the view */
	struct tally tally;	 /* their sums */
	struct hall_paper paper; /* of hall_case_paper() */
	struct hall_missing missing[MEETING_PROPOSALS]; /* hall_case_funds() */
};

/* The Bolbro meeting with 43 of 58 valid slips used, worked out by hand:
 *
 * Store forslag, 100.000 kr.: 2 with 26 votes gets all of it; 1 (21 votes) and
 * 3 (12) find nothing left. Hurtigpulje, 100.000 kr.: 5 (31 votes), 6 and 10
 * (24 each, both fit), 8 (15), 4 (12) and 7 (9) cost 90.000 kr. together; 9 (6)
 * needs 25.000 kr. of the 10.000 kr. left. Three ballots are blank in the first
 * pot, two in the second, one in both. */
void hall_case_open(struct hall_case *hall, enum phase phase);

/* The hardest meeting to show: titles of 28 wide letters, ten-digit amounts,
 * COUNT proposals in one pot, every outcome, a tie drawn by lot and one agreed.
 */
void hall_case_open_hard(struct hall_case *hall, int count);

/* A closed meeting in which COUNT proposals of pot POT, its last ones, have 24
 * votes each and 30.000 kr. are left. */
void hall_case_tie(struct hall_case *hall, int pot, int count);

/* Puts COUNT random ballots into the box, drawn from SEED (not 0). The result
 * stays what it was. */
void hall_case_box(struct hall_case *hall, int count, uint64_t seed);

/* The same of ballots as the types of the meeting's pots have them. */
void hall_case_typed(struct hall_case *hall, int count, uint64_t seed);

/* So few ballots that only their sums may be shown. */
void hall_case_few(struct hall_case *hall);

/* The urn counted by hand: as the box, but for proposal PROPOSAL (index), which
 * has DIFFERENCE votes more. */
void hall_case_paper(struct hall_case *hall, bool stands, int proposal,
		     int difference);

/* What the room agreed on instead, in a counted Bolbro meeting: 2 and 1 tied in
 * the first pot and share it, 60.000 kr. and 40.000 kr.; of the second, 9 gets
 * the 10.000 kr. that were left. */
void hall_case_agreed(struct hall_case *hall);

/* The second pot of a counted Bolbro meeting given away by equal shares, raised
 * to 2.999 kr. a ballot: who was funded was paid by supporters, the last of
 * them by the completion; who was too dear has supporters with too little. */
void hall_case_shares(struct hall_case *hall);

/* Two places where those who got no money may seek some, and what they lacked.
 */
void hall_case_funds(struct hall_case *hall);

void hall_case_close(struct hall_case *hall);

/* A window of WIDTH by HEIGHT px without a screen; words in LANGUAGE from the
 * catalogues of the build. Free with ui_free(). */
struct ui *hall_window(int width, int height, const char *language);

/* Draws VIEW's page PAGE as one frame. */
void hall_frame(struct ui *ui, struct hall_view *view, int page);

#endif

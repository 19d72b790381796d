/* hall_evening.h - an evening until voting closes, for the tests of its scenes.
 */
#ifndef STEMMEBOKS_TESTS_HALL_EVENING_H
#define STEMMEBOKS_TESTS_HALL_EVENING_H

#include "core/ballot.h"
#include "tests/lib/hall_case.h"

enum { EVENING_NOW_MS = 1000000, EVENING_BALLOTS = 43 };

struct hall_evening {
	struct hall_case hall;
	struct snapshot live, before;
	struct ballot ballots[EVENING_BALLOTS];
	struct tally tally;
	struct hall_paper paper;
};

/* The Bolbro meeting in PHASE at EVENING_NOW_MS with proposers, places and
 * pictures (that of proposal 7 is missing, 8 has none), votes shown in batches
 * of 5; a clock of 3 minutes, full and stopped. */
void hall_evening_open(struct hall_evening *evening, enum phase phase);
void hall_evening_close(struct hall_evening *evening);

/* The clock was begun and has LEFT_MS left; it runs or stands. */
void hall_evening_clock(struct hall_evening *evening, int64_t left_ms,
			bool running);

/* A batch was published SINCE_MS ago: 40 votes, 35 before it. */
void hall_evening_batch(struct hall_evening *evening, int since_ms);

/* Voting is over: the ballots, their sums, and as many slips by hand. */
void hall_evening_count(struct hall_evening *evening);

/* COUNT proposals in one pot, every text as long as an import takes it. */
void hall_evening_hard(struct hall_evening *evening, int count);

/* Whether PAGE of VIEW says TEXT, as a whole line. */
bool hall_evening_says(struct ui *ui, struct hall_view *view, int page,
		       const char *text);

#endif

/* app_hall.h - an evening's file and a hall that follows it, for tests. */
#ifndef STEMMEBOKS_TESTS_APP_HALL_H
#define STEMMEBOKS_TESTS_APP_HALL_H

#include "app/hall_source.h"
#include "hall/hall.h"
#include "tests/lib/store_fixture.h"

enum { EVENING_SLIPS = 24, EVENING_FEW = 10 };

/* Bolbro with batches; with fewer than EVENING_FEW ballots none is shown. */
struct evening {
	struct fixture fixture;
	struct hall_source *source;
	struct hall_view view;
	uint64_t now_ms;
	int cast;
};

/* For cmocka: setup and teardown. */
int evening_begin(void **state);
int evening_end(void **state);

/* The next poll, a second later; the view is as it left it. Whether there was
 * something new. */
bool evening_poll(struct evening *evening);

/* What resident NUMBER ticks: so that no tie stops the count. */
struct ballot evening_ballot(int number);

/* The next COUNT residents vote. */
void evening_vote(struct evening *evening, int count);

/* An organiser gives the cue TEXT. */
void evening_cue(struct evening *evening, const char *text);

/* The urn is counted: MORE votes for proposal 1 than in the box. */
void evening_count_by_hand(struct evening *evening, bool stands, int64_t more);

#endif

/* plan.h - how many kiosks an evening needs, and what one more or fewer does.
 */
#ifndef STEMMEBOKS_PLAN_H
#define STEMMEBOKS_PLAN_H

#include <stdbool.h>

#include "core/status.h"
#include "tools/plan/evenings.h"

struct arguments;
struct meeting;

enum {
	PLAN_ROWS = 3,
	PLAN_HALF = 50, /* percent by numbers, of the hint */
};

/* Where the seconds for each voter come from. */
enum plan_source {
	PLAN_TARGET, /* UX.md, ten proposals to tick */
	PLAN_BALLOT, /* the same times what this ballot takes; pace.h */
	PLAN_GIVEN,
};

struct plan_row {
	int kiosks;
	struct evenings_outcome outcome;
};

struct plan {
	/* The question. */
	struct evenings evenings;
	enum plan_source source;
	int tenths;   /* PLAN_BALLOT: what the script took for it */
	int minutes;  /* until the last has voted; 0 when it is not said */
	int asked;    /* so many kiosks there are; 0 when it is not said */
	bool numbers; /* the ballot can be filled in by numbers */
	const struct meeting *meeting; /* or NULL */
	/* The answer, of plan_work(). */
	int least;	/* kiosks for the minutes; 0: not asked, or none do */
	int least_half; /* the same with PLAN_HALF by numbers; 0: not told */
	int row_count;
	struct plan_row
	    rows[PLAN_ROWS]; /* those planned, one fewer, one more */
};

/* Works the answer out; minutes or asked must be set. STATUS_LIMIT when no
 * number of kiosks is enough and none was asked for; STATUS_MEMORY is possible.
 */
enum status plan_work(struct plan *plan);

/* Says it to organisers, in their language or as JSON. */
void plan_tell(const struct arguments *arguments, const struct plan *plan);

#endif

/* tools_desk.h - a desk on which the tests of the slips print theirs. */
#ifndef STEMMEBOKS_TESTS_TOOLS_DESK_H
#define STEMMEBOKS_TESTS_TOOLS_DESK_H

#include "tests/lib/tools_slips.h"

enum { DESK_SERIAL = 7001 }; /* of the first slip */

/* The Bolbro meeting, its slips, a job for them on PAPER, and a folder with a
 * place for the file; the words are English. */
struct desk {
	struct meeting *meeting;
	struct slip slips[PAPER_SLIPS];
	struct paper paper;
	struct slip_job job;
	struct slip_gaps gaps;
	char *folder;
	char *pdf;
};

/* A test's set-up, *state being the desk, and its tear-down. */
int desk_set_up(void **state);
int desk_tear_down(void **state);

/* Prints the first COUNT slips on PAPER and saves it as the file PDF. */
void desk_print(struct desk *desk, int count);

#endif

/* voter_screens.h - every screen in every state worth looking at, as a table.
 */
#ifndef STEMMEBOKS_TESTS_VOTER_SCREENS_H
#define STEMMEBOKS_TESTS_VOTER_SCREENS_H

#include "tests/lib/voter_case.h"

struct voter_screen {
	const char *name; /* "choose-full" */
	void (*set)(struct voter_case *voter, const char *language);
	bool touchless; /* nothing to touch is right */
};

/* In this order: some of the last change the meeting, and stay so. */
extern const struct voter_screen voter_screens[];
extern const int voter_screen_count;

#endif

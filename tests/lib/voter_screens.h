/* voter_screens.h - every screen in every state worth looking at, as a table.
 */
#ifndef STEMMEBOKS_TESTS_VOTER_SCREENS_H
#define STEMMEBOKS_TESTS_VOTER_SCREENS_H

#include "tests/lib/voter_case.h"

struct voter_screen {
	const char *name; /* "choose-full" */
	/* How it comes about. Then all is as it stands below, and what is 0
	 * there is as this leaves it. */
	void (*set)(struct voter_case *voter, const char *language);
	enum phase phase;
	enum screen screen;
	enum overlay overlay;
	int overlay_page;
	const char *code; /* typed so far */
	bool wrong;	  /* and found so */
	enum status message;
	bool uncast;
	bool demo, speech;
	unsigned later_ms; /* after it came up */
	bool touchless;	   /* nothing to touch is right */
};

/* In this order: some of the last change the meeting, and stay so. */
extern const struct voter_screen voter_screens[];
extern const int voter_screen_count;

void voter_screen_set(const struct voter_screen *screen,
		      struct voter_case *voter, const char *language);

#endif

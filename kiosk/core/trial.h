/* trial.h - a scanner tried at the panel: what came of the test code. */
#ifndef STEMMEBOKS_TRIAL_H
#define STEMMEBOKS_TRIAL_H

#include <stdbool.h>

/* Who read a code. */
enum trial_source {
	TRIAL_KEYBOARD, /* a scanner that types */
	TRIAL_SERIAL,
	TRIAL_CAMERA,
	TRIAL_PIPE,
	TRIAL_SOURCES
};

enum trial_verdict {
	TRIAL_NONE,    /* nothing was scanned yet */
	TRIAL_GOOD,    /* every symbol came as itself */
	TRIAL_CHANGED, /* as many as were sent, some as others */
	TRIAL_MISSING, /* some did not come */
	TRIAL_OTHER,   /* it was not the test code */
	TRIAL_VERDICTS
};

enum { TRIAL_SYMBOLS = 32 };

/* Of a code that was no test code nothing but that is kept. */
struct trial {
	enum trial_verdict verdict;
	enum trial_source source;
	/* Those of SLIP_ALPHABET (slip.h) that did not come, in their order,
	 * and, when CHANGED, what came in place of each ('?': no digit or
	 * letter). */
	char missing[TRIAL_SYMBOLS + 1];
	char came_as[TRIAL_SYMBOLS + 1];
	int per_second; /* symbols; 0: all at once */
};

/* What could be tried: cameras and scanners that are plugged in. A scanner that
 * types is a keyboard to the machine, and cannot be told from one. */
struct trial_plugged {
	bool camera;
	int serial;
};

#endif

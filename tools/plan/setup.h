/* setup.h - what a hall needs for so many kiosks and voters.
 *
 * The measures are those of UX.md: 1.30 m to come up to a kiosk (c, BR18 §159),
 * the middle of a 24-inch screen 950 mm above the floor (c).
 */
#ifndef STEMMEBOKS_SETUP_H
#define STEMMEBOKS_SETUP_H

enum {
	SETUP_KIOSK_CM = 130,
	SETUP_SCREEN_CM = 95,
	/* At most one in ten is to need a helper (UX.md, d). If a call lasts
	 * as long as a vote, two of five kiosks call at once in 1 - 0.9^5 -
	 * 5 * 0.1 * 0.9^4, one moment of twelve. */
	SETUP_KIOSKS_EACH_HELPER = 5,
};

struct setup {
	int kiosks, voters;
	int width_cm;	/* of all kiosks side by side */
	int helpers;	/* at the kiosks; one more hands out the slips */
	int sheets;	/* of A4 for all slips, in the plain size */
	int slips_each; /* at most so many slips to a kiosk, when shared out */
};

/* KIOSKS and VOTERS are at least 1. */
struct setup setup_for(int kiosks, int voters);

#endif

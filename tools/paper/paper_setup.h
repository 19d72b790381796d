/* paper_setup.h - the sheet by which a kiosk is set up: what a tape measure
 * must say, and what was checked of the hardware. */
#ifndef STEMMEBOKS_PAPER_SETUP_H
#define STEMMEBOKS_PAPER_SETUP_H

#include <stdio.h>

#include "core/check.h"
#include "core/status.h"

struct meeting;

struct setup_print {
	const struct meeting *meeting;
	int second; /* index of another language of the meeting, below the
		       room's in small letters; -1 for none */
	const struct check_facts *facts;
	const struct check_hands *hands;
};

/* Writes the sheet to OUT (borrowed, not closed): one page of A4 as a PDF. What
 * is right by PRINT has a tick, all else an empty box. The statuses of paper.h
 * but STATUS_PHASE. */
enum status paper_setup(const struct setup_print *print, FILE *out);

#endif

/* maker_case.h - a new meeting made at the kiosk without a screen: the real
 * frames and touches, the real program `stemmeboks`, a folder for the stick. */
#ifndef STEMMEBOKS_TESTS_MAKER_CASE_H
#define STEMMEBOKS_TESTS_MAKER_CASE_H

#include "app/kiosk_maker.h"
#include "panel/panel_view.h"
#include "tests/lib/display.h"

enum { MAKER_CASE_PATH = 256 };

struct maker_case {
	struct ui *ui;
	struct kiosk_maker *maker;
	char root[64];
	char folder[MAKER_CASE_PATH];  /* where meetings are made, */
	char stick[MAKER_CASE_PATH];   /* and beside it the stick */
	char printed[MAKER_CASE_PATH]; /* what came out of the printer */
	char commands[MAKER_CASE_PATH];
	uint64_t now_ms;
};

/* A window of FORM (index into displays), words in Danish; on the stick are
 * copies of the files SOURCES of tests/data/sheets, which ends with NULL. */
void maker_case_open(struct maker_case *made, int form,
		     const char *const *sources);
void maker_case_close(struct maker_case *made);

/* Draws frames until nothing more is due. */
void maker_case_frame(struct maker_case *made);

/* Touches WIDGET, and waits for what works because of it; fails the test when
 * it is not there. */
void maker_case_tap(struct maker_case *made, uint32_t widget, int index);

/* The SOURCE of the stick is chosen, and checked; the first one is, and made.
 */
void maker_case_choose(struct maker_case *made, int source);
void maker_case_make(struct maker_case *made);

/* Six digits on the pad, twice. */
void maker_case_pin(struct maker_case *made, const char *pin);

/* Whether TEXT stands in the last frame, its lines put together. */
bool maker_case_shows(struct maker_case *made, const char *text);

#endif

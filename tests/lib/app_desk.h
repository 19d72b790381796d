/* app_desk.h - organisers at a kiosk's panel with a real meeting file, without
 * a window. */
#ifndef STEMMEBOKS_TESTS_APP_DESK_H
#define STEMMEBOKS_TESTS_APP_DESK_H

#include "app/kiosk_booth.h"
#include "app/kiosk_panel.h"
#include "tests/lib/store_fixture.h"

#define DESK_PIN "274913"
#define DESK_SECOND "918273"

enum { DESK_SLIPS = 12 };

struct desk {
	struct fixture fixture;
	struct roll_link *roll;
	struct booth booth;
	struct kiosk_panel panel;
	char commands[256]; /* the program stemmeboks */
	char setup_file[FIXTURE_PATH + 16];
	uint64_t now_ms;
};

/* The file of Bolbro in PHASE with both PINs; from open on, two ballots in it
 * that make proposals 1 and 2 tie for all the money of their pot. */
void desk_begin(struct desk *desk, enum phase phase, bool two_persons);

/* The kiosk is started at the file, or started anew. */
void desk_open(struct desk *desk);

void desk_end(struct desk *desk);

/* The panel comes up, and the PIN was right. */
void desk_enter(struct desk *desk);

/* From now on `lp` and `lpstat` are scripts in tests/lib/printer, before all in
 * PATH; they print into the folder that is PRINTED in the environment, if it is
 * set. */
void desk_printer(void);

/* What works for the panel ends; fails the test when it does not. */
void desk_wait(struct desk *desk);

/* A touch, a second later; six digits. */
void desk_mean(struct desk *desk, enum panel_intent_kind kind, int value);
void desk_type(struct desk *desk, const char *pin);

#endif

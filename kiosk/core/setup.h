/* setup.h - how a kiosk is set up by organisers: of this machine, not of the
 * meeting, and nothing that decides about votes. A value. */
#ifndef STEMMEBOKS_SETUP_H
#define STEMMEBOKS_SETUP_H

#include "core/session.h"

enum setup_item {
#define SETUP(NAME, spelled, values, usual, label) SETUP_##NAME,
#include "core/setup.def"
#undef SETUP
	SETUP_ITEMS
};

enum { SETUP_VALUES = 5, SETUP_WORD = 16 };

/* Which languages can be chosen is the meeting's alone: a kiosk that offered
 * fewer would turn somebody away for the sake of a tile less. It only says in
 * which of them it waits. */
struct setup {
	int value[SETUP_ITEMS];	   /* index into the values of setup.def */
	char language[SETUP_WORD]; /* "tr"; "": the meeting's first */
};

/* What holds when nothing is said. */
struct setup setup_usual(void);

/* "theme", and its label for organisers, a gettext key. Static. */
const char *setup_name(enum setup_item item);
const char *setup_label(enum setup_item item);

/* How many values ITEM has, 1..SETUP_VALUES. */
int setup_values(enum setup_item item);

/* The spelling of value INDEX, "dark". */
void setup_value(enum setup_item item, int index, char ret_word[SETUP_WORD]);

/* The index of the value spelled WORD, or -1. */
int setup_find(enum setup_item item, const char *word);

/* What everyone begins with at a kiosk with SETUP. */
struct session_usual setup_begin(const struct setup *setup);

#endif

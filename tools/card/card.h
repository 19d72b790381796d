/* card.h - the rule card: how a meeting's money will be given, in plain words,
 * with an example in its own prices (card_example.h).
 *
 * A card is its lines, each of a kind; who prints it walks them.
 */
#ifndef STEMMEBOKS_CARD_H
#define STEMMEBOKS_CARD_H

#include <stdbool.h>

#include "core/meeting.h"

enum card_kind {
	CARD_TITLE, /* what it is; the first line */
	CARD_ABOUT, /* meeting and day */
	CARD_CODE,  /* the code of the rules, or that they are a draft */
	CARD_POT,   /* a pot and its money begin */
	CARD_TOPIC, /* the head of the points below */
	CARD_POINT,
	CARD_EXAMPLE, /* what the example is */
	CARD_STEP,    /* a step of it */
	CARD_ALL,     /* what holds for all of the meeting begins */
	CARD_KINDS
};

struct card_line {
	enum card_kind kind;
	char *text;
};

struct card {
	struct card_line *lines;
	int count, room;
	bool memory; /* there was none left */
};

/* The card of MEETING in its language LANGUAGE; the words are as before
 * afterwards. CODE: of the rules that were adopted, or NULL while they are a
 * draft. STATUS_MEMORY, or as card_example_new(). Free with card_free(). */
enum status card_new(const struct meeting *meeting, int language,
		     const char *code, struct card **ret_card);

/* Takes NULL. */
void card_free(struct card *card);

#endif

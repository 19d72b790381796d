/* rule_card.h - how a meeting's money will be given, in plain words, with an
 * example in its own prices: for paper, command line and big screen.
 *
 * A card is its lines, each of a kind, said one after another in the current
 * language.
 */
#ifndef STEMMEBOKS_RULE_CARD_H
#define STEMMEBOKS_RULE_CARD_H

#include <stdbool.h>

#include "core/meeting.h"

struct result;

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

/* Of what the card is, and whom its lines go to. */
struct rule_card {
	const struct meeting *meeting;
	/* Whose names stand in sentences: told_meeting_new() of paper, or
	 * MEETING itself. */
	const struct meeting *told;
	int language;		      /* of the meeting: the words' language */
	const char *code;	      /* of the rules; NULL while a draft */
	const struct result *example; /* made-up votes counted, or NULL */
	int people;		      /* who cast those */
	void (*take)(void *context, enum card_kind kind, const char *text);
	void *context;
};

/* Title, meeting, code. */
void rule_card_head(const struct rule_card *card);

/* The rules of POT (an index), CARD_POT first. */
void rule_card_pot(const struct rule_card *card, int pot);

/* The example of POT; false, nothing said, where there is none. */
bool rule_card_example(const struct rule_card *card, int pot);

/* What holds for all of the meeting, CARD_ALL first. */
void rule_card_all(const struct rule_card *card);

#endif

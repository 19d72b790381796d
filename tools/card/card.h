/* card.h - the rule card as its lines: words/rule_card.h collected, with the
 * example of counting/card_example.h.
 */
#ifndef STEMMEBOKS_CARD_H
#define STEMMEBOKS_CARD_H

#include <stdbool.h>

#include "core/meeting.h"
#include "words/rule_card.h"

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

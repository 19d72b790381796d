/* pot_rules.h - what was adopted for a pot, as sentences: for the protocol, and
 * for the card and the big screen that tell it before the vote. */
#ifndef STEMMEBOKS_POT_RULES_H
#define STEMMEBOKS_POT_RULES_H

#include "core/meeting.h"

/* What a sentence is about, in the order in which they are said. */
enum pot_topic {
	TOPIC_VOTE,   /* what a ballot may say */
	TOPIC_FIRST,  /* who gets money first: the rule */
	TOPIC_MISFIT, /* what costs more than is left */
	TOPIC_NEEDS,  /* what a proposal needs to get any */
	TOPIC_LEFT,   /* where the rest goes */
	TOPIC_SINGLE, /* what holds for single proposals */
	POT_TOPICS
};

enum { POT_RULE_TEXT = 1024 };

/* Says the rules of POT (an index), which names others as TOLD does
 * (told_meeting_new() of paper; MEETING itself where only one direction of
 * writing is in play), in LANGUAGE, which the words are in: calls TAKE with
 * each. */
void pot_rules(const struct meeting *meeting, const struct meeting *told,
	       int pot, int language,
	       void (*take)(void *context, enum pot_topic topic,
			    const char *text),
	       void *context);

#endif

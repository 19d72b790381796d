/* votes.h - what a proposal is given, said right for every type of ballot:
 * votes where ballots are ticked, points elsewhere. */
#ifndef STEMMEBOKS_VOTES_TEXT_H
#define STEMMEBOKS_VOTES_TEXT_H

#include <stdint.h>

#include "core/meeting.h"

enum { VOTES_TEXT = 64, BALLOT_RULES = 4, BALLOT_RULE = 320 };

/* "47 votes" or "47 points" in the current language. */
void votes_text(enum ballot_type type, int64_t count,
		char ret_text[VOTES_TEXT]);

/* The head of a column of them: "Votes" or "Points", translated. */
const char *votes_head(enum ballot_type type);

/* VOTES where ballots of TYPE are ticked, else POINTS: the same sentence about
 * the one and the other. Borrowed. */
const char *votes_or(enum ballot_type type, const char *votes,
		     const char *points)
    __attribute__((format_arg(2), format_arg(3)));

/* "With 5 votes more it would have got all it asked for." in the current
 * language. */
void votes_more(enum ballot_type type, int count, char ret_text[BALLOT_RULE]);

/* The type in a sentence for organisers: that of ballot_type.def, translated.
 */
const char *ballot_type_text(enum ballot_type type);

/* What a ballot of POT says beyond ticks, in whole sentences: how many points
 * there are, which scores, how ranks become points. Returns how many sentences,
 * 0 for APPROVAL, whose limits others word. */
int ballot_rules(const struct pot *pot, int proposals,
		 char ret_rules[BALLOT_RULES][BALLOT_RULE]);

/* What to write in the boxes of a paper ballot of POT, which is not APPROVAL,
 * in a few words: "10 points, at most 5 each". */
void ballot_short(const struct pot *pot, int proposals,
		  char ret_text[BALLOT_RULE]);

/* What POT asks of a proposal before it gets money, in whole sentences, where
 * that is ballots and not points: returns how many, 0 where ballots are ticked,
 * whose votes others word. */
int threshold_rules(const struct pot *pot,
		    char ret_rules[BALLOT_RULES][BALLOT_RULE]);

/* Whether the votes of some pot of MEETING are points. */
bool votes_any_points(const struct meeting *meeting);

#endif

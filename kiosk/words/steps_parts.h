/* steps_parts.h - the sentences that step_sentence() chooses from; within
 * words/ only. */
#ifndef STEMMEBOKS_STEPS_PARTS_H
#define STEMMEBOKS_STEPS_PARTS_H

#include "words/steps.h"

enum { STEP_TITLE = 160 /* longer titles are cut */, STEP_AMOUNT = 96 };

/* An award being told: one or more whole sentences, a blank between them. */
struct step_told {
	const struct meeting *meeting;
	const struct result *result;
	const struct award *award;
	int language;
};

/* Copies TEXT, cut at a character's edge with an ellipsis if it is too long. */
void step_title(const char *text, char ret_text[STEP_TITLE]);

/* "41,67 kr.", or "about 41,67 kr." where that is not EXACTLY all of it. */
void step_amount(int64_t amount_minor, bool exactly,
		 char ret_text[STEP_AMOUNT]);

/* Adds SENTENCE to TEXT, a blank between them. */
void step_add(char text[STEP_TEXT], const char *sentence);

/* Place, votes and cost of TOLD's award, and what came of it. */
void step_award_sentence(const struct step_told *told,
			 char ret_text[STEP_TEXT]);

/* Some of what is left goes to one that did not get all it asked for. */
void step_agreed_sentence(const struct step_told *told, int64_t amount_minor,
			  char ret_text[STEP_TEXT]);

/* Who ties with how many votes, and how it is settled. */
void step_tie_sentence(const struct meeting *meeting, const struct tie *tie,
		       char ret_text[STEP_TEXT]);

#endif

#include "hall/turnout.h"

#include <stdio.h>

#include "words/words.h"

bool turnout_shown(const struct meeting *meeting)
{
	return meeting->live != LIVE_OFF;
}

int turnout_valid(const struct hall_turnout *turnout)
{
	return turnout->printed - turnout->voided;
}

void turnout_voted(const struct hall_turnout *turnout, char ret_text[HALL_LINE])
{
	snprintf(ret_text, HALL_LINE,
		 words_plural("%d has voted", "%d have voted",
			      (unsigned long)turnout->used),
		 turnout->used);
}

void turnout_of(const struct hall_turnout *turnout, char ret_text[HALL_LINE])
{
	int valid = turnout_valid(turnout);

	snprintf(ret_text, HALL_LINE,
		 words_plural("of %d voting slip", "of %d voting slips",
			      (unsigned long)valid),
		 valid);
}

bool turnout_agrees(const struct hall_turnout *turnout)
{
	return turnout->printed ==
		   turnout->used + turnout->voided + turnout->unused &&
	       (turnout->ballots + (turnout->lost > 0 ? turnout->lost : 0) ==
		    turnout->used ||
		turnout->ballots == HALL_ELSEWHERE);
}

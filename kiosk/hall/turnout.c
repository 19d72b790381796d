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

void turnout_text(const struct hall_turnout *turnout, char ret_text[HALL_LINE])
{
	snprintf(ret_text, HALL_LINE,
		 words_plural("%d of %d has voted", "%d of %d have voted",
			      (unsigned long)turnout->used),
		 turnout->used, turnout_valid(turnout));
}

bool turnout_agrees(const struct hall_turnout *turnout)
{
	return turnout->printed ==
		   turnout->used + turnout->voided + turnout->unused &&
	       turnout->ballots == turnout->used;
}

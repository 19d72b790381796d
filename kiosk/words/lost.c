#include "words/lost.h"

#include <stdio.h>

#include "words/words.h"

void lost_text(int lost, int least, char ret_text[LOST_TEXT])
{
	ret_text[0] = '\0';
	if (lost > 0)
		snprintf(ret_text, LOST_TEXT,
			 words_plural("%d ballot is missing with a lost box.",
				      "%d ballots are missing with a lost box.",
				      (unsigned long)lost),
			 lost);
	else if (lost < 0)
		snprintf(ret_text, LOST_TEXT,
			 _("Fewer than %d ballots are missing with a lost box. "
			   "So few are not told as a number: their slips are "
			   "among those not used."),
			 least);
}

#include "tools/paper/paper_left.h"

#include <stdio.h>

#include "words/words.h"

void left_text(const struct meeting *told, const struct result *result, int pot,
	       int language, char *ret_text, size_t size)
{
	char money[MONEY_TEXT];

	for (int i = 0; i < result->step_count; i++) {
		const struct step *step = &result->steps[i];

		if (step->kind != STEP_MOVES_TO || step->pot != pot)
			continue;
		words_money(step->amount_minor, money);
		snprintf(ret_text, size, _("%1$s goes on to %2$s"), money,
			 meeting_text(told, &told->pots[step->other].title,
				      language, NULL));
		return;
	}
	words_money(result->pots[pot].left_minor, money);
	snprintf(ret_text, size, _("%s left"), money);
}

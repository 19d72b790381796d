#include "tools/card/card.h"

#include <stdlib.h>
#include <string.h>

#include "counting/card_example.h"
#include "tools/paper/paper_told.h"
#include "words/words.h"

static void line_take(void *context, enum card_kind kind, const char *text)
{
	struct card *card = context;
	char *copy = strdup(text);

	if (card->count == card->room) {
		int room = card->room > 0 ? 2 * card->room : 64;
		struct card_line *lines =
		    realloc(card->lines, (size_t)room * sizeof(*lines));

		if (lines) {
			card->lines = lines;
			card->room = room;
		}
	}
	if (!copy || card->count == card->room) {
		card->memory = true;
		free(copy);
		return;
	}
	card->lines[card->count++] = (struct card_line){kind, copy};
}

static void card_say(const struct rule_card *said)
{
	rule_card_head(said);
	for (int pot = 0; pot < said->meeting->pot_count; pot++) {
		rule_card_pot(said, pot);
		rule_card_example(said, pot);
	}
	rule_card_all(said);
}

enum status card_new(const struct meeting *meeting, int language,
		     const char *code, struct card **ret_card)
{
	const char *before = words_language(NULL);
	struct card_example *example = NULL;
	struct meeting *told = NULL;
	struct card *card = NULL;
	enum status status = card_example_new(meeting, &example);

	if (status != STATUS_OK)
		return status;
	told = told_meeting_new(meeting);
	card = calloc(1, sizeof(*card));
	if (told && card) {
		words_language(meeting->languages[language]);
		card_say(&(struct rule_card){.meeting = meeting,
					     .told = told,
					     .language = language,
					     .code = code,
					     .example = &example->result,
					     .people = EXAMPLE_BALLOTS,
					     .take = line_take,
					     .context = card});
		words_language(before);
	}
	if (!told || !card || card->memory) {
		status = STATUS_MEMORY;
		card_free(card);
	} else {
		*ret_card = card;
	}
	meeting_free(told);
	free(example);
	return status;
}

void card_free(struct card *card)
{
	if (!card)
		return;
	for (int i = 0; i < card->count; i++)
		free(card->lines[i].text);
	free(card->lines);
	free(card);
}

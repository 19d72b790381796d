#include "tests/lib/hall_fit.h"

#include <string.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "ui/ui.h"

enum {
	TYPE_LEAST = 48, /* u, UX.md a3 */
	MARGIN_X = 96,
	MARGIN_Y = 54,
};

void hall_fit_check(struct ui *ui, struct hall_words *words)
{
	int width, height, a, b;

	ui_size(ui, &width, &height);
	hall_words_read(ui, words);
	for (int i = 0; ui_clipped(ui) > 0 && i < words->count; i++)
		if (strstr(words->words[i].text, "…"))
			print_error("\"%s\"\n", words->words[i].text);
	if (ui_clipped(ui) > 0)
		fail_msg("cut at %d by %d", width, height);
	assert_true(words->count > 0);
	if (hall_words_collide(ui, words, &a, &b))
		fail_msg("\"%s\" runs into \"%s\" at %d by %d",
			 words->words[a].text, words->words[b].text, width,
			 height);
	for (int i = 0; i < words->count; i++) {
		const struct hall_word *word = &words->words[i];

		if (word->size < TYPE_LEAST || word->x < MARGIN_X ||
		    word->y < MARGIN_Y ||
		    word->x + word->w > width - MARGIN_X ||
		    word->y + word->h > height - MARGIN_Y)
			fail_msg("\"%s\" is small or at the edge at %d by %d",
				 word->text, width, height);
	}
}

void hall_fit_check_whole(struct ui *ui, struct hall_words *words)
{
	int width, height;

	hall_fit_check(ui, words);
	ui_size(ui, &width, &height);
	if (ui_parted(ui) > 0)
		fail_msg("a word is parted at %d by %d:\n%s", width, height,
			 frame_dump(ui));
}

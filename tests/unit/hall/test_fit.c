/* Whatever a meeting holds, all of it can be read from the last row of seats.
 */
#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_case.h"
#include "tests/lib/hall_words.h"
#include "ui/ui.h"
#include "words/words.h"

enum {
	TYPE_LEAST = 48, /* u, UX.md a3 */
	MARGIN_X = 96,
	MARGIN_Y = 54,
	SIZES = 4,
};

static const char *const languages[] = {"da", "en"};

static const struct {
	int width, height;
} sizes[SIZES] = {{1920, 1080}, {1280, 720}, {1280, 800}, {3840, 2160}};

/* Fails when a text of the frame is cut, small, or out of the safe margin. */
static void check_frame(struct ui *ui, struct hall_words *words)
{
	int width, height;

	ui_size(ui, &width, &height);
	assert_int_equal(ui_clipped(ui), 0);
	hall_words_read(ui, words);
	assert_true(words->count > 0);
	for (int i = 0; i < words->count; i++) {
		const struct hall_word *word = &words->words[i];

		assert_true(word->size >= TYPE_LEAST);
		assert_true(word->x >= MARGIN_X && word->y >= MARGIN_Y);
		assert_true(word->x + word->w <= width - MARGIN_X);
		assert_true(word->y + word->h <= height - MARGIN_Y);
	}
}

static void check_pages(struct ui *ui, struct hall_view *view,
			struct hall_words *words)
{
	for (int language = 0; language < 2; language++) {
		int pages;

		view->language = language;
		words_language(languages[language]);
		pages = hall_pages(ui, view);
		for (int page = 0; page < pages; page++) {
			hall_frame(ui, view, page);
			check_frame(ui, words);
		}
	}
}

static void check_ties(struct ui *ui, struct hall_words *words)
{
	struct hall_case hall;

	for (int count = 2; count <= 26; count += 4) {
		hall_case_open_hard(&hall, 26);
		hall_case_tie(&hall, 0, count);
		hall.tie.left_minor = MONEY_MAX_MINOR;
		check_pages(ui, &hall.view, words);
		hall_case_close(&hall);
	}
	for (int count = 2; count <= 7; count++) {
		hall_case_open(&hall, PHASE_CLOSED);
		hall_case_tie(&hall, 1, count);
		check_pages(ui, &hall.view, words);
		assert_int_equal(hall_pages(ui, &hall.view), 2);
		hall_case_close(&hall);
	}
}

static void check_size(int width, int height)
{
	struct ui *ui = hall_window(width, height, "da");
	struct hall_words *words = malloc(sizeof(*words));
	struct hall_case hall;

	assert_non_null(words);
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		hall_case_open(&hall, (enum phase)phase);
		check_pages(ui, &hall.view, words);
		hall.view.trouble = STATUS_DAMAGED;
		check_pages(ui, &hall.view, words);
		hall_case_close(&hall);
	}
	for (int count = 1; count <= 13; count += 4) {
		hall_case_open_hard(&hall, count);
		check_pages(ui, &hall.view, words);
		for (int phase = 0; phase < PHASE_COUNTED; phase++) {
			hall.view.phase = (enum phase)phase;
			check_pages(ui, &hall.view, words);
		}
		hall_case_close(&hall);
	}
	check_ties(ui, words);
	free(words);
	ui_free(ui);
}

static void no_text_is_small_or_cut_at_any_size(void **state)
{
	(void)state;
	for (int i = 0; i < SIZES; i++)
		check_size(sizes[i].width, sizes[i].height);
}

/* The draw lists of all pages of a counted Bolbro meeting, one string. */
static char *all_pages(int width, int height)
{
	struct ui *ui = hall_window(width, height, "da");
	struct hall_case hall;
	char *all = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&all, &size);

	assert_non_null(out);
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		hall_case_open(&hall, (enum phase)phase);
		for (int page = 0; page < hall_pages(ui, &hall.view); page++) {
			hall_frame(ui, &hall.view, page);
			ui_dump(ui, out);
		}
		hall_case_close(&hall);
	}
	assert_int_equal(fclose(out), 0);
	ui_free(ui);
	return all;
}

static void every_screen_of_one_shape_draws_the_same(void **state)
{
	char *full = all_pages(1920, 1080), *small = all_pages(1280, 720);
	char *large = all_pages(3840, 2160);

	(void)state;
	assert_string_equal(full, small);
	assert_string_equal(full, large);
	free(full);
	free(small);
	free(large);
}

static void seven_proposals_fit_on_one_page(void **state)
{
	struct ui *ui = hall_window(1920, 1080, "da");
	struct hall_words *words = malloc(sizeof(*words));
	struct hall_case hall;

	(void)state;
	assert_non_null(words);
	hall_case_open(&hall, PHASE_COUNTED);
	hall_frame(ui, &hall.view, 1);
	hall_words_read(ui, words);
	assert_true(hall_words_find(words, 0, "Resultat: Hurtigpulje") >= 0);
	assert_true(hall_words_find(words, 0, "Fælles grillplads") >= 0);
	assert_true(hall_words_find(words, 0, "Værksted for cykler") >= 0);
	hall_case_close(&hall);
	free(words);
	ui_free(ui);
}

static void a_page_past_the_last_shows_the_last(void **state)
{
	struct ui *ui = hall_window(1920, 1080, "da");
	struct hall_case hall;
	char *last, *past;

	(void)state;
	hall_case_open(&hall, PHASE_COUNTED);
	hall_frame(ui, &hall.view, hall_pages(ui, &hall.view) - 1);
	last = hall_dump(ui);
	hall_frame(ui, &hall.view, 1000);
	past = hall_dump(ui);
	assert_string_equal(last, past);
	free(last);
	free(past);
	hall_case_close(&hall);
	ui_free(ui);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_text_is_small_or_cut_at_any_size),
	    cmocka_unit_test(every_screen_of_one_shape_draws_the_same),
	    cmocka_unit_test(seven_proposals_fit_on_one_page),
	    cmocka_unit_test(a_page_past_the_last_shows_the_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

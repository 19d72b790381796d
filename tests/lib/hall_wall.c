#include "tests/lib/hall_wall.h"

#include <stdlib.h>
#include <string.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "ui/ui.h"
#include "words/words.h"

enum { WIDTH = 1920, HEIGHT = 1080, LANGUAGES = 2 };

static const char *const languages[LANGUAGES] = {"da", "en"};

int hall_window_open(void **state)
{
	*state = hall_window(WIDTH, HEIGHT, languages[0]);
	return 0;
}

int hall_window_close(void **state)
{
	ui_free(*state);
	return 0;
}

int hall_wall_open(void **state, enum phase phase)
{
	struct hall_wall *wall = calloc(1, sizeof(*wall));

	assert_non_null(wall);
	wall->ui = hall_window(WIDTH, HEIGHT, languages[0]);
	hall_case_open(&wall->hall, phase);
	*state = wall;
	return 0;
}

int hall_wall_close(void **state)
{
	struct hall_wall *wall = *state;

	hall_case_close(&wall->hall);
	ui_free(wall->ui);
	free(wall);
	return 0;
}

void hall_wall_draw(struct hall_wall *wall, int page)
{
	hall_frame(wall->ui, &wall->hall.view, page);
	hall_words_read(wall->ui, &wall->words);
}

bool hall_wall_says(const struct hall_wall *wall, const char *text)
{
	return hall_words_find(&wall->words, 0, text) >= 0;
}

bool hall_wall_tells(const struct hall_wall *wall, const char *text)
{
	for (int i = 0; i < wall->words.count; i++)
		if (strstr(wall->words.words[i].text, text))
			return true;
	return false;
}

static void speak(struct hall_view *view, int language)
{
	view->language = language;
	words_language(languages[language]);
}

static void check_in(struct ui *ui, struct hall_view *view, int page,
		     const char *name, int language)
{
	char golden[64];

	snprintf(golden, sizeof(golden), "hall/%s-%s", name,
		 languages[language]);
	hall_frame(ui, view, page);
	golden_check(ui, golden);
	assert_int_equal(ui_clipped(ui), 0);
}

void hall_check(struct ui *ui, struct hall_view *view, int page,
		const char *name)
{
	for (int i = 0; i < LANGUAGES; i++) {
		speak(view, i);
		check_in(ui, view, page, name, i);
	}
	speak(view, 0);
}

void hall_check_page(struct ui *ui, struct hall_view *view, int page,
		     const char *name)
{
	char numbered[48];

	snprintf(numbered, sizeof(numbered), "%s-%d", name, page + 1);
	hall_check(ui, view, page, numbered);
}

void hall_check_pages(struct ui *ui, struct hall_view *view, const char *name)
{
	int pages = hall_pages(ui, view);

	for (int page = 0; page < pages; page++)
		hall_check_page(ui, view, page, name);
}

void hall_each_page(struct ui *ui, struct hall_view *view,
		    void (*check)(struct ui *ui, struct hall_words *words),
		    struct hall_words *words)
{
	for (int i = 0; i < LANGUAGES; i++) {
		int pages;

		speak(view, i);
		pages = hall_pages(ui, view);
		for (int page = 0; page < pages; page++) {
			hall_frame(ui, view, page);
			check(ui, words);
		}
	}
	speak(view, 0);
}

/* hall_wall.h - a wall of 1920 by 1080 that tests draw on, read and compare. */
#ifndef STEMMEBOKS_TESTS_HALL_WALL_H
#define STEMMEBOKS_TESTS_HALL_WALL_H

#include "tests/lib/hall_case.h"
#include "tests/lib/hall_words.h"

/* Set-up and tear-down of a group of tests that share a window: *state is the
 * struct ui. */
int hall_window_open(void **state);
int hall_window_close(void **state);

/* A window with a meeting to show, and what the last frame said. */
struct hall_wall {
	struct ui *ui;
	struct hall_words words;
	struct hall_case hall;
};

/* For a test's own set-up, with hall_case_open() in PHASE; and its tear-down.
 */
int hall_wall_open(void **state, enum phase phase);
int hall_wall_close(void **state);

/* Draws PAGE of the wall's view and reads it. */
void hall_wall_draw(struct hall_wall *wall, int page);

/* Whether TEXT is one of the texts read; whether it stands in one of them. */
bool hall_wall_says(const struct hall_wall *wall, const char *text);
bool hall_wall_tells(const struct hall_wall *wall, const char *text);

/* Compares PAGE of VIEW in Danish and English with the goldens hall/NAME-da and
 * -en; fails also when a text is cut. The words are Danish on return, here and
 * below. */
void hall_check(struct ui *ui, struct hall_view *view, int page,
		const char *name);

/* The same with the goldens hall/NAME-PAGE-da and -en, the first being 1; and
 * with all of its pages. */
void hall_check_page(struct ui *ui, struct hall_view *view, int page,
		     const char *name);
void hall_check_pages(struct ui *ui, struct hall_view *view, const char *name);

/* Draws every page of VIEW in Danish and English; CHECK looks at each, WORDS
 * being for it to read into. */
void hall_each_page(struct ui *ui, struct hall_view *view,
		    void (*check)(struct ui *ui, struct hall_words *words),
		    struct hall_words *words);

#endif

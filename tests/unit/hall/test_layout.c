/* Every scene on every shape of display, in our languages and in one whose
 * words are much longer. */
#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_evening.h"
#include "tests/lib/hall_fit.h"
#include "tests/lib/hall_stretch.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/words.h"

enum { SIZES = 3 };

static const struct {
	int width, height;
} sizes[SIZES] = {{1920, 1080}, {1080, 1920}, {1280, 800}};

/* CHECK sees each page of VIEW. */
typedef void (*check_fn)(struct ui *ui, struct hall_words *words);

/* What needs a count: each of its scenes, at the beginning, midway, at the end,
 * and when there were too few to show. */
static void check_count(struct ui *ui, struct hall_case *hall, check_fn check,
			struct hall_words *words)
{
	struct hall_view *view = &hall->view;

	hall_case_paper(hall, true, 0, -3);
	hall_case_funds(hall);
	for (int scene = SCENE_CLOSED; scene < SCENE_COUNT; scene++) {
		view->scene = (enum scene)scene;
		hall_each_page(ui, view, check, words);
	}
	view->scene = SCENE_TALLY;
	for (int part = 1; part <= 2; part++) {
		view->playback.position = view->ballot_count * part / 2;
		hall_each_page(ui, view, check, words);
	}
	hall_case_few(hall);
	hall_each_page(ui, view, check, words);
}

static void check_phases(struct ui *ui, check_fn check,
			 struct hall_words *words)
{
	static const enum status troubles[] = {
	    STATUS_FILE_MISSING, STATUS_STORE_BUSY, STATUS_DAMAGED};

	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		struct hall_case hall;

		hall_case_open(&hall, (enum phase)phase);
		hall_each_page(ui, &hall.view, check, words);
		for (int i = 0; i < 3; i++) {
			hall.view.trouble = troubles[i];
			hall_each_page(ui, &hall.view, check, words);
		}
		hall.view.trouble = STATUS_OK;
		if (phase == PHASE_CLOSED) {
			hall.view.turnout.ballots = 42;
			hall_each_page(ui, &hall.view, check, words);
			hall.view.turnout.lost = 1;
			hall_each_page(ui, &hall.view, check, words);
			hall.view.turnout.used = 42;
			hall.view.turnout.unused = 16;
			hall.view.turnout.lost = -1;
			hall_each_page(ui, &hall.view, check, words);
		}
		if (phase == PHASE_COUNTED)
			check_count(ui, &hall, check, words);
		hall_case_close(&hall);
	}
}

static void check_ties(struct ui *ui, check_fn check, struct hall_words *words)
{
	for (int kind = 0; kind <= DECISION_LEFT; kind++) {
		struct hall_case hall;

		hall_case_open(&hall, PHASE_CLOSED);
		hall_case_tie(&hall, 1, 2 + kind);
		hall.tie.settled = kind < DECISION_LEFT;
		hall.tie.kind = (enum decision_kind)kind;
		hall_each_page(ui, &hall.view, check, words);
		hall_case_close(&hall);
	}
}

/* The pitch, the votes so far and the last minutes. */
static void check_evening(struct ui *ui, check_fn check,
			  struct hall_words *words)
{
	static const enum scene scenes[] = {
	    SCENE_PITCH, SCENE_RULES, SCENE_OPEN, SCENE_LIVE, SCENE_CLOSING};
	struct hall_evening evening;

	hall_evening_open(&evening, PHASE_OPEN);
	for (size_t i = 0; i < sizeof(scenes) / sizeof(scenes[0]); i++) {
		evening.hall.view.scene = scenes[i];
		hall_each_page(ui, &evening.hall.view, check, words);
	}
	hall_evening_close(&evening);
}

static void check_all(struct ui *ui, check_fn check)
{
	struct hall_words *words = malloc(sizeof(*words));

	assert_non_null(words);
	check_phases(ui, check, words);
	check_ties(ui, check, words);
	check_evening(ui, check, words);
	free(words);
}

static void no_word_is_cut_parted_or_run_into(void **state)
{
	(void)state;
	for (int i = 0; i < SIZES; i++) {
		struct ui *ui =
		    hall_window(sizes[i].width, sizes[i].height, "da");

		check_all(ui, hall_fit_check_whole);
		ui_free(ui);
	}
}

static void longer_words_are_not_cut_nor_run_into(void **state)
{
	(void)state;
	for (int i = 0; i < SIZES; i++) {
		struct ui *ui =
		    hall_window(sizes[i].width, sizes[i].height, "da");
		char *folder = hall_stretch_open();

		check_all(ui, hall_fit_check);
		hall_stretch_close(folder);
		ui_free(ui);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_word_is_cut_parted_or_run_into),
	    cmocka_unit_test(longer_words_are_not_cut_nor_run_into),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

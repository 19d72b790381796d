/* Whatever a meeting holds, all of it can be read from the last row of seats.
 */
#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/hall_fit.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/words.h"

enum { SIZES = 5 };

static const struct {
	int width, height;
} sizes[SIZES] = {
    {1920, 1080}, {1280, 720}, {1280, 800}, {3840, 2160}, {1080, 1920}};

/* Every scene of HALL's phase that is not the phase's own. */
static void check_scenes(struct ui *ui, struct hall_case *hall,
			 struct hall_words *words)
{
	static const enum scene counted[] = {SCENE_CLOSED, SCENE_TALLY,
					     SCENE_ORDER,  SCENE_PAPER,
					     SCENE_MONEY,  SCENE_AFTER};
	struct hall_view *view = &hall->view;

	hall_case_paper(hall, true, 0, -3);
	for (size_t i = 0; i < sizeof(counted) / sizeof(counted[0]); i++) {
		view->scene = counted[i];
		hall_each_page(ui, view, hall_fit_check, words);
	}
	view->scene = SCENE_TALLY;
	for (int at = 1; at <= view->ballot_count;
	     at += view->ballot_count / 7 + 1) {
		view->playback.position = at;
		view->playback.running = at % 2;
		hall_each_page(ui, view, hall_fit_check, words);
	}
	view->playback.position = view->ballot_count;
	hall_each_page(ui, view, hall_fit_check, words);
	hall_case_few(hall);
	hall_each_page(ui, view, hall_fit_check, words);
}

/* The day after at its hardest. */
static void check_after(struct ui *ui, struct hall_words *words)
{
	struct hall_case hall;

	hall_case_open_hard(&hall, 13);
	hall_case_funds(&hall);
	hall.meeting->funds[0].title.in[0] =
	    "Landsforeningen for Boligsociale Fællesskabers Støttefond";
	hall.meeting->funds[0].url =
	    "https://www.landsforeningen-for-boligsociale.example/ansoegning";
	hall.view.digest = "3f2a9c1b77d04e2188a6c5f3e0917b4d"
			   "5be26aa4f1907c3de8d25f6b40c91a72";
	for (int i = 0; i < MEETING_PROPOSALS; i++)
		hall.missing[i] = (struct hall_missing){19998, MONEY_MAX_MINOR};
	hall.view.scene = SCENE_AFTER;
	hall_each_page(ui, &hall.view, hall_fit_check, words);
	hall_case_close(&hall);
}

static void check_settled(struct ui *ui, struct hall_words *words)
{
	for (int kind = 0; kind < DECISION_LEFT; kind++) {
		struct hall_case hall;

		hall_case_open_hard(&hall, 26);
		hall_case_tie(&hall, 0, 26);
		hall.tie.settled = true;
		hall.tie.kind = (enum decision_kind)kind;
		for (int i = 0; i < 26; i++)
			hall.tie.amount_minor[i] = MONEY_MAX_MINOR;
		hall_each_page(ui, &hall.view, hall_fit_check, words);
		hall_case_close(&hall);
	}
}

static void check_ties(struct ui *ui, struct hall_words *words)
{
	struct hall_case hall;

	for (int count = 2; count <= 26; count += 4) {
		hall_case_open_hard(&hall, 26);
		hall_case_tie(&hall, 0, count);
		hall.tie.left_minor = MONEY_MAX_MINOR;
		hall_each_page(ui, &hall.view, hall_fit_check, words);
		hall_case_close(&hall);
	}
	for (int count = 2; count <= 7; count++) {
		hall_case_open(&hall, PHASE_CLOSED);
		hall_case_tie(&hall, 1, count);
		hall_each_page(ui, &hall.view, hall_fit_check, words);
		assert_int_equal(hall_pages(ui, &hall.view), 3);
		hall_case_close(&hall);
	}
}

/* What is said of a pot that supporters paid for, and of ties in one whose
 * proposals stand equal by another rule than greedy. */
static void check_rules(struct ui *ui, struct hall_words *words)
{
	static const char *const rules[] = {"equal-shares", "knapsack"};
	struct hall_case hall;

	hall_case_open(&hall, PHASE_COUNTED);
	hall_case_shares(&hall);
	check_scenes(ui, &hall, words);
	hall_case_close(&hall);
	for (int i = 0; i < 2; i++) {
		hall_case_open(&hall, PHASE_CLOSED);
		hall.meeting->pots[0].rule = rules[i];
		hall_case_tie(&hall, 0, 3);
		hall_each_page(ui, &hall.view, hall_fit_check, words);
		hall.tie.settled = true;
		hall_each_page(ui, &hall.view, hall_fit_check, words);
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
		hall_each_page(ui, &hall.view, hall_fit_check, words);
		hall.view.trouble = STATUS_DAMAGED;
		hall_each_page(ui, &hall.view, hall_fit_check, words);
		if (phase >= PHASE_COUNTED)
			check_scenes(ui, &hall, words);
		hall_case_close(&hall);
	}
	for (int count = 1; count <= 13; count += 4) {
		hall_case_open_hard(&hall, count);
		hall_each_page(ui, &hall.view, hall_fit_check, words);
		for (int phase = 0; phase < PHASE_COUNTED; phase++) {
			hall.view.phase = (enum phase)phase;
			hall_each_page(ui, &hall.view, hall_fit_check, words);
		}
		hall.view.phase = PHASE_COUNTED;
		check_scenes(ui, &hall, words);
		hall_case_close(&hall);
	}
	check_ties(ui, words);
	check_settled(ui, words);
	check_after(ui, words);
	check_rules(ui, words);
	free(words);
	ui_free(ui);
}

static void no_text_is_small_or_cut_at_any_size(void **state)
{
	(void)state;
	for (int i = 0; i < SIZES; i++)
		check_size(sizes[i].width, sizes[i].height);
}

static void dump_pages(struct ui *ui, struct hall_view *view, FILE *out)
{
	for (int page = 0; page < hall_pages(ui, view); page++) {
		hall_frame(ui, view, page);
		ui_dump(ui, out);
	}
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
		dump_pages(ui, &hall.view, out);
		for (int scene = SCENE_CLOSED;
		     phase == PHASE_COUNTED && scene < SCENE_COUNT; scene++) {
			hall.view.scene = (enum scene)scene;
			hall.view.playback.position = 20;
			dump_pages(ui, &hall.view, out);
		}
		hall_case_close(&hall);
	}
	assert_int_equal(fclose(out), 0);
	ui_free(ui);
	return all;
}

/* Fails with the first line in which the draw lists A and B differ. */
static void check_same(const char *a, const char *b)
{
	size_t same = 0, line;

	while (a[same] && a[same] == b[same])
		same++;
	if (a[same] == b[same])
		return;
	for (line = same; line > 0 && a[line - 1] != '\n'; line--)
		;
	fail_msg("differ:\n%.120s\n%.120s", a + line, b + line);
}

static void every_screen_of_one_shape_draws_the_same(void **state)
{
	char *full = all_pages(1920, 1080), *small = all_pages(1280, 720);
	char *large = all_pages(3840, 2160);

	(void)state;
	check_same(full, small);
	check_same(full, large);
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
	last = frame_dump(ui);
	hall_frame(ui, &hall.view, 1000);
	past = frame_dump(ui);
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

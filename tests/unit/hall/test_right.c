/* The wall of a meeting whose first language is written from the right, and a
 * line from the right on a wall from the left. */
#include "hall/foot.h"
#include "hall/hall.h"

#include <string.h>

#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_fit.h"
#include "tests/lib/hall_wall.h"
#include "tests/lib/pseudo.h"
#include "ui/ui.h"
#include "words/words.h"

#define FSI "\u2068"
#define PDI "\u2069"
#define KR "\u00a0kr."

enum { NOW_MS = 1000 };

/* The wall's meeting is in FIRST, the line at its bottom in SECOND. */
static void speak(struct hall_wall *wall, const char *first, const char *second)
{
	struct meeting *meeting = wall->hall.meeting;

	meeting->languages[0] = first;
	meeting->languages[1] = second;
	meeting->language_count = second ? 2 : 1;
	wall->hall.view.now_ms = NOW_MS;
	words_language(first);
}

static struct hall_wall *wall_in(enum phase phase, const char *first,
				 const char *second)
{
	void *wall;

	hall_wall_open(&wall, phase);
	speak(wall, first, second);
	return wall;
}

static void wall_close(struct hall_wall *wall)
{
	void *state = wall;

	hall_wall_close(&state);
}

static bool mirrored(struct hall_wall *wall)
{
	hall_words_read(wall->ui, &wall->words);
	return wall->words.rtl;
}

static void
the_frame_has_the_side_and_the_fonts_of_the_rooms_language(void **state)
{
	static const struct {
		const char *language, *font;
		bool right;
	} cases[] = {{"fa", "fa", true},
		     {PSEUDO_RIGHT, "", true},
		     {"da", "", false},
		     /* Without words of its own it is English. */
		     {"ckb", "ckb", false}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct hall_wall *wall =
		    wall_in(PHASE_OPEN, cases[i].language, NULL);

		hall_pages(wall->ui, &wall->hall.view);
		assert_string_equal(ui_set_language(wall->ui, "en"),
				    cases[i].font);
		hall_wall_draw(wall, 0);
		assert_int_equal(mirrored(wall), cases[i].right);
		assert_string_equal(ui_set_language(wall->ui, NULL),
				    cases[i].font);
		wall_close(wall);
	}
}

/* A meeting that is gone leaves no side behind. */
static void a_wall_that_waits_begins_where_its_words_do(void **state)
{
	struct hall_wall *wall = wall_in(PHASE_OPEN, "fa", NULL);

	(void)state;
	hall_wall_draw(wall, 0);
	assert_true(mirrored(wall));
	wall->hall.view.meeting = NULL;
	words_language("da");
	hall_wall_draw(wall, 0);
	assert_false(mirrored(wall));
	wall_close(wall);
}

/* The height of the line that is in the second language. */
static int second_height(struct hall_wall *wall)
{
	hall_wall_draw(wall, 0);
	return wall->words.words[wall->words.count - 1].h;
}

static void the_second_line_is_in_its_own_fonts_on_the_same_side(void **state)
{
	struct hall_wall *wall = wall_in(PHASE_PAUSED, "da", "fa");
	int naskh, nastaliq;

	(void)state;
	naskh = second_height(wall);
	assert_false(mirrored(wall));
	/* There are no words of Urdu here: these have letters that tell. */
	wall->hall.view.scene = SCENE_PITCH;
	wall->hall.view.phase = PHASE_DRAFT;
	wall->hall.meeting->proposals[0].title.in[1] = "کھیل کا میدان";
	wall->hall.meeting->proposals[0].short_title.in[1] = "کھیل کا میدان";
	naskh = second_height(wall);
	speak(wall, "da", "ur");
	nastaliq = second_height(wall);
	if (nastaliq <= naskh)
		fail_msg("%d u in Nastaliq, %d in Naskh", nastaliq, naskh);
	assert_string_equal(ui_set_language(wall->ui, NULL), "");
	wall_close(wall);
}

/* Every page of VIEW, which speaks its first language. */
static void check_pages(struct hall_wall *wall)
{
	struct hall_view *view = &wall->hall.view;
	int pages = hall_pages(wall->ui, view);

	for (int page = 0; page < pages; page++) {
		hall_frame(wall->ui, view, page);
		hall_fit_check(wall->ui, &wall->words);
		assert_true(mirrored(wall));
	}
}

static void check_phase(enum phase phase, const char *first, const char *second)
{
	struct hall_wall *wall = wall_in(phase, first, second);
	struct hall_view *view = &wall->hall.view;

	check_pages(wall);
	view->trouble = STATUS_FILE_MISSING;
	check_pages(wall);
	view->trouble = STATUS_OK;
	view->scene = SCENE_CLOSING;
	stopwatch_set(&view->watch, 600000);
	if (phase == PHASE_OPEN)
		check_pages(wall);
	view->scene = SCENE_RULES;
	if (phase == PHASE_DRAFT || phase == PHASE_READY)
		check_pages(wall);
	if (phase == PHASE_COUNTED) {
		hall_case_paper(&wall->hall, true, 0, -3);
		hall_case_funds(&wall->hall);
	}
	for (int scene = SCENE_CLOSED;
	     phase == PHASE_COUNTED && scene < SCENE_COUNT; scene++) {
		view->scene = (enum scene)scene;
		view->playback.position = 20;
		check_pages(wall);
	}
	wall_close(wall);
}

static void every_scene_fits_from_the_right(void **state)
{
	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		check_phase((enum phase)phase, "fa", "da");
		check_phase((enum phase)phase, "ar", "da");
		check_phase((enum phase)phase, "ur", "da");
		check_phase((enum phase)phase, PSEUDO_RIGHT, "fa");
	}
}

static void amounts_titles_and_places_stand_in_isolates(void **state)
{
	struct hall_wall *wall = wall_in(PHASE_COUNTED, "fa", "da");
	struct hall_view *view = &wall->hall.view;

	(void)state;
	view->scene = SCENE_RESULT;
	hall_wall_draw(wall, 0);
	assert_true(hall_wall_tells(wall, ": " FSI "Store forslag"));
	assert_true(hall_wall_tells(wall, FSI "0" KR PDI)); /* left */
	view->scene = SCENE_MONEY;
	hall_wall_draw(wall, 0);
	assert_true(hall_wall_tells(wall, FSI "100.000" KR PDI));
	hall_case_funds(&wall->hall);
	view->scene = SCENE_AFTER;
	hall_wall_draw(wall, 2);
	assert_true(hall_wall_tells(wall, FSI "1. marts"));
	hall_case_paper(&wall->hall, true, 0, -3);
	view->scene = SCENE_PAPER;
	hall_wall_draw(wall, 0);
	assert_true(hall_wall_says(wall, FSI "\u22123"));
	wall_close(wall);
	wall = wall_in(PHASE_DRAFT, "fa", "da");
	hall_wall_draw(wall, 0);
	assert_true(hall_wall_tells(wall, FSI "فارسی" PDI " · " FSI "Dansk"));
	assert_true(hall_wall_tells(wall, FSI "Bolbro Brugerhus" PDI " · "));
	wall_close(wall);
}

/* Lines are broken by hand: what is isolated goes on in the next one. (What a
 * line ends with and nobody sees is not drawn.) */
static void an_isolate_goes_on_behind_a_break(void **state)
{
	struct hall_wall *wall = wall_in(PHASE_COUNTED, "fa", "da");
	bool begun = false, goes_on = false;

	(void)state;
	wall->hall.meeting->pots[0].title.in[0] =
	    "Legepladser og byhaver og bænke til alle børn i Bolbro";
	wall->hall.view.scene = SCENE_MONEY;
	hall_wall_draw(wall, 0);
	for (int i = 0; i < wall->words.count; i++) {
		const char *text = wall->words.words[i].text;

		begun |= strncmp(text, FSI "Lege", strlen(FSI "Lege")) == 0;
		goes_on |= begun && strstr(text, "Bolbro" PDI ":") &&
			   strncmp(text, FSI, strlen(FSI)) == 0;
	}
	assert_true(goes_on);
	wall_close(wall);
}

/* What has no room ends after a sentence; a dot inside one does not. */
static void
amounts_numbers_and_dates_end_no_sentence_at_the_bottom(void **state)
{
	static const char *const firsts[] = {
	    "Tre forslag får 100.000" KR " af puljen.",
	    "Mødet er 10. november i salen.",
	    "Hent sedlen ved bord nr. 4 i salen.",
	    "Det er slut.",
	};
	struct hall_wall *wall = wall_in(PHASE_PAUSED, "da", "en");
	char line[HALL_LINE];

	(void)state;
	for (size_t i = 0; i < sizeof(firsts) / sizeof(*firsts); i++) {
		snprintf(line, sizeof(line), "%s %s", firsts[i],
			 "Så er der mere at sige, som ikke har nogen plads "
			 "her, for det er en lang linje med mange ord.");
		ui_begin(wall->ui, NOW_MS);
		foot_draw(wall->ui, &wall->hall.view, line, 1);
		ui_end(wall->ui);
		hall_words_read(wall->ui, &wall->words);
		assert_string_equal(wall->words.words[0].text, firsts[i]);
	}
	wall_close(wall);
}

static void a_line_of_high_letters_is_whole_at_the_bottom(void **state)
{
	struct hall_wall *wall = wall_in(PHASE_PAUSED, "da", "fa");
	const char *first, *second;
	char both[HALL_LINE];

	(void)state;
	hall_wall_draw(wall, 0);
	words_language("fa");
	first = _("Voting goes on soon.");
	second = _("Keep your voting slip.");
	snprintf(both, sizeof(both), "%s %s", first, second);
	assert_true(hall_wall_says(wall, both));
	/* Higher than foot and gap together. */
	speak(wall, "da", "ur");
	snprintf(both, sizeof(both), "%s. %s.", "کھیل کا میدان",
		 "کھیل کا میدان");
	ui_begin(wall->ui, NOW_MS);
	foot_draw(wall->ui, &wall->hall.view, both, 1);
	ui_end(wall->ui);
	hall_words_read(wall->ui, &wall->words);
	assert_string_equal(wall->words.words[0].text, both);
	assert_true(wall->words.words[0].h > 76);
	wall_close(wall);
}

/* Two lines about the queue leave the number below them its place. */
static void the_turnout_of_closing_keeps_clear_of_the_foot(void **state)
{
	struct hall_wall *wall = wall_in(PHASE_OPEN, PSEUDO_RIGHT, "da");
	const struct hall_word *foot, *turnout;

	(void)state;
	wall->hall.view.scene = SCENE_CLOSING;
	stopwatch_set(&wall->hall.view.watch, 600000);
	hall_wall_draw(wall, 0);
	foot = &wall->words.words[wall->words.count - 1];
	turnout = foot - 1;
	assert_non_null(strstr(turnout->text, "43"));
	if (turnout->y + turnout->h > 1080 - 54 - 60 - 16)
		fail_msg("%d of %d", turnout->y + turnout->h, foot->y);
	assert_int_equal(turnout[-1].size, 64); /* two lines of it */
	assert_int_equal(turnout[-2].size, 64);
	wall_close(wall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		the_frame_has_the_side_and_the_fonts_of_the_rooms_language),
	    cmocka_unit_test(a_wall_that_waits_begins_where_its_words_do),
	    cmocka_unit_test(
		the_second_line_is_in_its_own_fonts_on_the_same_side),
	    cmocka_unit_test(every_scene_fits_from_the_right),
	    cmocka_unit_test(amounts_titles_and_places_stand_in_isolates),
	    cmocka_unit_test(an_isolate_goes_on_behind_a_break),
	    cmocka_unit_test(
		amounts_numbers_and_dates_end_no_sentence_at_the_bottom),
	    cmocka_unit_test(a_line_of_high_letters_is_whole_at_the_bottom),
	    cmocka_unit_test(the_turnout_of_closing_keeps_clear_of_the_foot),
	};

	return cmocka_run_group_tests(tests, pseudo_open, pseudo_close);
}

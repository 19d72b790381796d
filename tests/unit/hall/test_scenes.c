/* Every scene as somebody looked at it, in Danish and English. */
#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/words.h"

static void every_phase_looks_as_it_was_approved(void **state)
{
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		struct hall_case hall;

		hall_case_open(&hall, (enum phase)phase);
		/* Published looks as counted did. */
		hall_check_pages(*state, &hall.view,
				 phase == PHASE_PUBLISHED
				     ? phase_name(PHASE_COUNTED)
				     : phase_name((enum phase)phase));
		hall_case_close(&hall);
	}
}

static void without_live_only_the_call_to_vote_is_shown(void **state)
{
	struct hall_case hall;
	struct hall_words *words = malloc(sizeof(*words));

	assert_non_null(words);
	hall_case_open(&hall, PHASE_OPEN);
	hall.meeting->live = LIVE_OFF;
	hall_check_pages(*state, &hall.view, "open-live-off");
	hall_frame(*state, &hall.view, 0);
	hall_words_read(*state, words);
	assert_true(hall_words_find(words, 0, "Stem nu") >= 0);
	for (int i = 0; i < words->count; i++) {
		assert_null(strstr(words->words[i].text, "43"));
		assert_null(strstr(words->words[i].text, "58"));
	}
	hall_case_close(&hall);
	free(words);
}

static void turnout_counts_votes_of_the_slips_that_can_vote(void **state)
{
	struct hall_case hall;
	struct hall_words *words = malloc(sizeof(*words));

	assert_non_null(words);
	hall_case_open(&hall, PHASE_OPEN);
	hall_frame(*state, &hall.view, 0);
	hall_words_read(*state, words);
	/* 60 were printed, 2 of them are void. */
	assert_true(hall_words_find(words, 0, "43 har stemt") >= 0);
	assert_true(hall_words_find(words, 0, "af 58 stemmesedler") >= 0);
	assert_true(hall_words_find(words, 0,
				    "Afstemningen lukker kl.\u00a020.30") >= 0);
	hall_case_close(&hall);
	free(words);
}

static void ballots_in_other_files_are_not_looked_for_here(void **state)
{
	struct hall_case hall;
	char *dump;

	hall_case_open(&hall, PHASE_CLOSED);
	hall.view.turnout.ballots = HALL_ELSEWHERE;
	hall_check_pages(*state, &hall.view, "closed-elsewhere");
	dump = frame_dump(*state);
	assert_non_null(strstr(dump, "TICK"));
	assert_null(strstr(dump, "WARNING"));
	free(dump);
	hall_case_close(&hall);
}

/* With a missing box no tick is shown: the room reads how many ballots lack, or
 * why that is not told. */
static void ballots_lost_with_a_box_are_told_and_not_ticked(void **state)
{
	struct hall_case hall;
	char *dump;

	hall_case_open(&hall, PHASE_CLOSED);
	hall.view.turnout = (struct hall_turnout){60, 43, 2, 15, 31, 12};
	hall_check_pages(*state, &hall.view, "closed-lost");
	dump = frame_dump(*state);
	assert_null(strstr(dump, "TICK"));
	assert_non_null(strstr(dump, "\"12 ballots are missing"));
	assert_null(strstr(dump, "do not agree"));
	free(dump);
	hall.view.turnout = (struct hall_turnout){60, 31, 2, 27, 31, -1};
	hall_check_pages(*state, &hall.view, "closed-few");
	dump = frame_dump(*state);
	assert_null(strstr(dump, "TICK"));
	assert_non_null(strstr(dump, "\"= 31 slips used"));
	assert_non_null(strstr(dump, "\"Fewer than 10 ballots are missing"));
	free(dump);
	hall_case_close(&hall);
}

static void numbers_that_disagree_are_not_ticked(void **state)
{
	struct hall_case hall;
	char *dump;

	hall_case_open(&hall, PHASE_CLOSED);
	hall.view.turnout.ballots = 42;
	hall_check_pages(*state, &hall.view, "closed-disagrees");
	dump = frame_dump(*state);
	assert_null(strstr(dump, "TICK"));
	assert_non_null(strstr(dump, "WARNING"));
	free(dump);
	hall_case_close(&hall);
}

static void a_tie_shows_who_ties_and_for_what(void **state)
{
	struct hall_words *words = malloc(sizeof(*words));

	assert_non_null(words);
	for (int count = 2; count <= 7; count += count == 2 ? 1 : 4) {
		struct hall_case hall;
		char name[64];

		hall_case_open(&hall, PHASE_CLOSED);
		hall_case_tie(&hall, 1, count);
		snprintf(name, sizeof(name), "tie-of-%d", count);
		hall_check_pages(*state, &hall.view, name);
		/* The slips, the tie, and how lots are drawn. */
		assert_int_equal(hall_pages(*state, &hall.view), 3);
		hall_frame(*state, &hall.view, 1);
		hall_words_read(*state, words);
		assert_true(
		    hall_words_find(words, 0, "Lodtrækning: Hurtigpulje") >= 0);
		assert_true(hall_words_find(words, 0,
					    "De har hver 24 stemmer. Der er "
					    "30.000\u00a0kr. tilbage.") >= 0);
		/* The one with the highest number ties, the first pot not. */
		assert_true(hall_words_find(words, 0, "10") >= 0);
		assert_true(hall_words_find(words, 0, "3") < 0);
		hall_case_close(&hall);
	}
	free(words);
}

static void what_lots_decide_follows_the_rule_of_the_pot(void **state)
{
	static const struct {
		enum misfit misfit;
		const char *says;
	} cases[] = {
	    {MISFIT_SKIP, "springes det over."},
	    {MISFIT_STOP, "stopper optællingen."},
	    {MISFIT_PART, "kan det få en del."},
	};
	struct hall_case hall;
	char *dump;

	hall_case_open(&hall, PHASE_CLOSED);
	hall_case_tie(&hall, 0, 2);
	for (int i = 0; i < 3; i++) {
		hall.meeting->pots[0].misfit = cases[i].misfit;
		hall_frame(*state, &hall.view, 1);
		dump = frame_dump(*state);
		assert_non_null(strstr(dump, cases[i].says));
		assert_null(strstr(dump, "udelukker hinanden"));
		free(dump);
	}
	hall.meeting->proposals[1].incompatible[0] =
	    hall.meeting->proposals[2].number;
	hall.meeting->proposals[1].incompatible_count = 1;
	hall_frame(*state, &hall.view, 1);
	dump = frame_dump(*state);
	assert_non_null(strstr(dump, "Nogle af dem udelukker hinanden."));
	free(dump);
	hall_case_close(&hall);
}

static void trouble_leaves_the_picture_and_says_so(void **state)
{
	static const enum status troubles[] = {
	    STATUS_FILE_MISSING, STATUS_STORE_BUSY, STATUS_DAMAGED};
	struct hall_case hall;

	hall_case_open(&hall, PHASE_OPEN);
	for (int i = 0; i < 3; i++) {
		char name[64];

		hall.view.trouble = troubles[i];
		snprintf(name, sizeof(name), "trouble-%s",
			 status_name(troubles[i]));
		hall_check_pages(*state, &hall.view, name);
	}
	hall_case_close(&hall);
}

/* Whether WORD was drawn last over all that a cover hides. */
static bool shows_word(struct ui *ui, const char *word)
{
	static const char all[] = "\nfill 0 0 1920 1080 ";
	char *dump = frame_dump(ui), *shown = dump;
	bool found;

	for (char *at = dump; (at = strstr(at, all)) != NULL; at++)
		shown = at;
	found = strstr(shown, word) != NULL;
	free(dump);
	return found;
}

/* In every scene, with trouble and under every cover. */
static void practice_says_so_whatever_is_shown(void **state)
{
	struct hall_case hall;

	for (int phase = PHASE_DRAFT; phase <= PHASE_CLOSED; phase++) {
		hall_case_open(&hall, (enum phase)phase);
		for (int i = 0; i < SCENE_COUNT * 4 * 2; i++) {
			hall.view.scene = (enum scene)(i / 8);
			hall.view.cover = (enum hall_cover)(i / 2 % 4);
			hall.view.message = "Kaffe";
			hall.view.trouble =
			    i % 2 ? STATUS_STORE_BUSY : STATUS_OK;
			hall.meeting->practice = true;
			hall_frame(*state, &hall.view, 0);
			assert_true(shows_word(*state, "ØVELSE"));
			assert_int_equal(ui_clipped(*state), 0);
			hall.meeting->practice = false;
			hall_frame(*state, &hall.view, 0);
			assert_false(shows_word(*state, "ØVELSE"));
		}
		hall_case_close(&hall);
	}
}

static void a_few_pages_of_practice_are_as_they_were_looked_at(void **state)
{
	static const struct {
		enum phase phase;
		const char *name;
	} cases[] = {
	    {PHASE_READY, "practice-welcome"},
	    {PHASE_OPEN, "practice-open"},
	    {PHASE_CLOSED, "practice-closed"},
	};
	struct hall_case hall;

	for (int i = 0; i < 3; i++) {
		hall_case_open(&hall, cases[i].phase);
		hall.meeting->practice = true;
		hall_check_pages(*state, &hall.view, cases[i].name);
		hall_case_close(&hall);
	}
}

static void without_a_meeting_it_waits(void **state)
{
	struct hall_view view = {.trouble = STATUS_FILE_MISSING};

	assert_int_equal(hall_scene(&view), SCENE_WAITING);
	hall_frame(*state, &view, 0);
	golden_check(*state, "hall/waiting");
}

static void the_file_it_waits_for_is_named(void **state)
{
	struct hall_view view = {.trouble = STATUS_FILE_MISSING,
				 .file = "moeder/bolbro.stemmeboks"};
	char path[1024], *dump;

	words_language("da");
	hall_frame(*state, &view, 0);
	golden_check(*state, "hall/waiting-file");
	dump = frame_dump(*state);
	assert_non_null(
	    strstr(dump, "Venter på mødets fil: moeder/bolbro.stemmeboks\""));
	free(dump);
	/* Of a long path the end is shown, from a whole character on. */
	*path = '\0';
	while (strlen(path) < sizeof(path) - 32)
		strcat(path, "mødesal/");
	strcat(path, "x.stemmeboks");
	for (int cut = 0; cut < 3; cut++) {
		view.file = path + cut;
		view.trouble = cut ? STATUS_FILE_MISSING : STATUS_DAMAGED;
		hall_frame(*state, &view, 0);
		assert_int_equal(ui_clipped(*state), 0);
		dump = frame_dump(*state);
		assert_non_null(strstr(dump, "x.stemmeboks\""));
		assert_non_null(strstr(dump, "…"));
		assert_null(strstr(dump, "\uFFFD"));
		free(dump);
	}
}

static void a_counted_meeting_without_result_shows_closed(void **state)
{
	struct hall_case hall;

	(void)state;
	hall_case_open(&hall, PHASE_COUNTED);
	assert_int_equal(hall_scene(&hall.view), SCENE_RESULT);
	hall.view.result = NULL;
	assert_int_equal(hall_scene(&hall.view), SCENE_CLOSED);
	hall_case_close(&hall);
}

static void every_phase_has_its_own_scene(void **state)
{
	static const enum scene expected[PHASE_COUNT] = {
	    [PHASE_DRAFT] = SCENE_WELCOME,   [PHASE_READY] = SCENE_WELCOME,
	    [PHASE_OPEN] = SCENE_OPEN,	     [PHASE_PAUSED] = SCENE_PAUSED,
	    [PHASE_CLOSED] = SCENE_CLOSED,   [PHASE_COUNTED] = SCENE_RESULT,
	    [PHASE_PUBLISHED] = SCENE_RESULT};

	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		struct hall_case hall;

		hall_case_open(&hall, (enum phase)phase);
		assert_int_equal(hall_scene(&hall.view), expected[phase]);
		hall_case_close(&hall);
	}
}

static void the_other_languages_take_turns(void **state)
{
	struct hall_case hall;

	(void)state;
	hall_case_open(&hall, PHASE_OPEN);
	hall.meeting->language_count = 3;
	hall.meeting->languages[2] = "de";
	hall.view.language = 1;
	hall.view.now_ms = 0;
	assert_int_equal(hall_second_language(&hall.view), 0);
	hall.view.now_ms = HALL_ROTATE_MS;
	assert_int_equal(hall_second_language(&hall.view), 2);
	hall.view.now_ms = 2 * HALL_ROTATE_MS;
	assert_int_equal(hall_second_language(&hall.view), 0);
	hall.meeting->language_count = 1;
	hall.view.language = 0;
	assert_int_equal(hall_second_language(&hall.view), -1);
	hall_case_close(&hall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_phase_looks_as_it_was_approved),
	    cmocka_unit_test(without_live_only_the_call_to_vote_is_shown),
	    cmocka_unit_test(turnout_counts_votes_of_the_slips_that_can_vote),
	    cmocka_unit_test(ballots_in_other_files_are_not_looked_for_here),
	    cmocka_unit_test(ballots_lost_with_a_box_are_told_and_not_ticked),
	    cmocka_unit_test(numbers_that_disagree_are_not_ticked),
	    cmocka_unit_test(a_tie_shows_who_ties_and_for_what),
	    cmocka_unit_test(what_lots_decide_follows_the_rule_of_the_pot),
	    cmocka_unit_test(trouble_leaves_the_picture_and_says_so),
	    cmocka_unit_test(practice_says_so_whatever_is_shown),
	    cmocka_unit_test(
		a_few_pages_of_practice_are_as_they_were_looked_at),
	    cmocka_unit_test(without_a_meeting_it_waits),
	    cmocka_unit_test(the_file_it_waits_for_is_named),
	    cmocka_unit_test(a_counted_meeting_without_result_shows_closed),
	    cmocka_unit_test(every_phase_has_its_own_scene),
	    cmocka_unit_test(the_other_languages_take_turns),
	};

	return cmocka_run_group_tests(tests, hall_window_open,
				      hall_window_close);
}

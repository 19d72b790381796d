/* What residents are told: by status, by count, in their language. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/voter_case.h"
#include "voter/wording.h"
#include "words/words.h"

/* Whether the last frame draws TEXT. */
static bool shows(struct voter_case *voter, const char *text)
{
	char *dump = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&dump, &size);
	bool found;

	assert_non_null(out);
	voter_frame(voter);
	ui_dump(voter->ui, out);
	fclose(out);
	found = strstr(dump, text) != NULL;
	free(dump);
	return found;
}

static const struct {
	enum status status;
	const char *danish, *what_to_do;
} messages[] = {
    {STATUS_SLIP_USED, "Denne stemmeseddel er allerede brugt.",
     "Spørg en hjælper."},
    {STATUS_SLIP_VOID, "Denne stemmeseddel gælder ikke længere.",
     "Du kan få en ny hos en hjælper."},
    {STATUS_SLIP_OTHER, "Sedlen hører til en anden afstemning.",
     "Spørg en hjælper."},
    {STATUS_SLIP_KIOSK, "Sedlen hører til boks 3, ikke denne.",
     "Scan den der."},
    {STATUS_SLIP_SYNTAX, "Det er ikke en stemmeseddel.",
     "Brug sedlen, du fik i dag."},
    {STATUS_CODE_LOCKED, "Koder kan ikke tastes nu.",
     "Scan sedlen, eller hent en hjælper."},
    {STATUS_ROLL_AWAY, "Vent et øjeblik.", "Scan så din stemmeseddel."},
    {STATUS_NOT_OPEN, "Afstemningen er ikke åben nu.", "Kig på storskærmen."},
    {STATUS_STORE, "Din stemme er IKKE afgivet.",
     "Behold sedlen, og hent en hjælper."},
};

static void every_refusal_has_its_own_sentence(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	for (size_t i = 0; i < sizeof(messages) / sizeof(messages[0]); i++) {
		voter_case_reset(&voter, "da");
		voter.session.screen = SCREEN_MESSAGE;
		voter.session.message = messages[i].status;
		voter.view.slip_kiosk = 3;
		assert_true(shows(&voter, messages[i].danish));
		assert_true(shows(&voter, messages[i].what_to_do));
	}
	voter_case_close(&voter);
}

/* Who was voting hears that first; who only scans did not lose a vote. */
static void a_vote_that_was_stopped_is_told_before_the_reason(void **state)
{
	static const char lost[] = "Din stemme er ikke afgivet.";
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	voter_case_begin(&voter, "da", 0);
	session_phase(&voter.session, PHASE_PAUSED, voter.now_ms);
	assert_true(shows(&voter, lost));
	assert_true(shows(&voter, "Afstemningen er ikke åben nu."));
	voter_case_begin(&voter, "da", 0);
	voter.session.screen = SCREEN_CASTING;
	session_cast_done(&voter.session, STATUS_SLIP_VOID, voter.now_ms);
	assert_true(shows(&voter, lost));
	assert_true(shows(&voter, "gælder ikke længere"));
	voter_case_reset(&voter, "da");
	voter.session.screen = SCREEN_MESSAGE;
	voter.session.message = STATUS_NOT_OPEN;
	assert_false(shows(&voter, lost));
	voter_case_close(&voter);
}

static void proposals_that_exclude_each_other_say_so_both(void **state)
{
	struct voter_case voter;
	char text[WORDING_TEXT];

	(void)state;
	voter_case_open(&voter, 0);
	words_language("da");
	wording_incompatible(voter.meeting, 0, text);
	assert_string_equal(text, "Kan ikke få penge sammen med nr. 2");
	wording_incompatible(voter.meeting, 1, text);
	assert_string_equal(text, "Kan ikke få penge sammen med nr. 1");
	wording_incompatible(voter.meeting, 2, text);
	assert_string_equal(text, "");
	voter.meeting->proposals[2].incompatible[0] = 2;
	voter.meeting->proposals[2].incompatible_count = 1;
	words_language("en");
	wording_incompatible(voter.meeting, 1, text);
	assert_string_equal(text, "Cannot get money together with nos. 1, 3");
	for (int form = 0; form < 2; form++) {
		voter_case_begin(&voter, "da", 0);
		voter.session.screen = form ? SCREEN_DETAIL : SCREEN_CHOOSE;
		assert_true(shows(&voter, "Kan ikke få penge sammen med nr."));
	}
	voter_case_close(&voter);
}

/* A tablet's card has one line for it, and says it shorter. */
static void a_small_card_too_says_what_it_excludes(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 2);
	voter_case_begin(&voter, "da", 0);
	assert_true(shows(&voter, "Får ikke penge med nr."));
	voter_case_begin(&voter, "en", 0);
	assert_true(shows(&voter, "Gets no money with no."));
	voter.meeting->proposals[0].incompatible_count = 0;
	voter.meeting->proposals[1].incompatible_count = 0;
	assert_false(shows(&voter, "Gets no money"));
	voter_case_close(&voter);
}

static void lines_break_between_sentences_where_they_can(void **state)
{
	static const char text[] = "It is shut. Look up there. It is opened.";
	static const char two[] = "It is shut. Look up there.";
	struct voter_case voter;
	char lines[WORDING_TEXT];
	int width;

	(void)state;
	voter_case_open(&voter, 0);
	wording_lines(voter.ui, text, TYPE_BODY, 1000, lines);
	assert_string_equal(lines, text);
	width = text_width(voter.ui, two, TYPE_BODY);
	wording_lines(voter.ui, text, TYPE_BODY, width, lines);
	assert_string_equal(lines, "It is shut. Look up there.\nIt is opened.");
	/* That would be three lines, for what two hold. */
	wording_lines(voter.ui, text, TYPE_BODY, width - 4, lines);
	assert_string_equal(lines, text);
	voter_case_close(&voter);
}

static void no_word_is_left_alone_on_the_last_line(void **state)
{
	static const char text[] = "Denne stemmeseddel er allerede brugt.";
	struct voter_case voter;
	int whole, width, balanced;

	(void)state;
	voter_case_open(&voter, 0);
	whole = text_width(voter.ui, text, TYPE_H1);
	assert_int_equal(wording_balance(voter.ui, text, TYPE_H1, whole),
			 whole);
	width = text_width(voter.ui, "Denne stemmeseddel er allerede", TYPE_H1);
	balanced = wording_balance(voter.ui, text, TYPE_H1, width);
	assert_int_equal(text_height(voter.ui, text, TYPE_H1, balanced),
			 text_height(voter.ui, text, TYPE_H1, width));
	assert_true(balanced < width);
	assert_true(balanced <
		    text_width(voter.ui, "Denne stemmeseddel er", TYPE_H1));
	voter_case_close(&voter);
}

static void a_walk_is_called_a_walk(void **state)
{
	static const struct {
		const char *place;
		int walk_minutes;
		const char *danish;
	} places[] = {
	    {"Bag blok 4", 4, "\u2068Bag blok 4\u2069 · 4\u00a0min.\u00a0gang"},
	    {"", 6, "6\u00a0min.\u00a0gang"},
	    {"Bag blok 4", -1, "\u2068Bag blok 4\u2069"},
	    {"", -1, ""},
	};
	struct voter_case voter;
	char text[WORDING_TEXT];

	(void)state;
	voter_case_open(&voter, 0);
	words_language("da");
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		struct proposal proposal = {.place = places[i].place,
					    .walk_minutes =
						places[i].walk_minutes};

		wording_place(&proposal, text);
		assert_string_equal(text, places[i].danish);
	}
	voter_case_close(&voter);
}

static void
times_and_dates_are_written_as_the_language_writes_them(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	assert_true(shows(&voter, "20.30"));
	voter_case_reset(&voter, "en");
	assert_true(shows(&voter, "20:30"));
	voter_case_begin(&voter, "da", 0);
	voter.session.screen = SCREEN_DETAIL;
	assert_true(shows(&voter, "15. juni 2016"));
	voter_case_close(&voter);
}

/* Whatever else goes wrong with a vote, the resident hears the truth. */
static void any_other_failure_says_that_the_vote_was_not_cast(void **state)
{
	static const enum status others[] = {STATUS_STORE_BUSY, STATUS_BOX_FULL,
					     STATUS_MEMORY, STATUS_BALLOT};
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		voter_case_reset(&voter, "da");
		voter.session.screen = SCREEN_MESSAGE;
		voter.session.message = others[i];
		assert_true(shows(&voter, "Din stemme er IKKE afgivet."));
	}
	voter_case_close(&voter);
}

static void a_message_is_said_in_each_language_of_the_meeting(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	voter_case_reset(&voter, "da");
	voter.session.screen = SCREEN_MESSAGE;
	voter.session.message = STATUS_SLIP_USED;
	assert_true(shows(&voter, "has already been used"));
	voter_case_reset(&voter, "en");
	voter.session.screen = SCREEN_MESSAGE;
	voter.session.message = STATUS_SLIP_USED;
	assert_true(shows(&voter, "er allerede brugt"));
	voter_case_close(&voter);
}

/* How many texts the last frame draws. */
static int texts_of(struct voter_case *voter)
{
	char *dump = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&dump, &size);
	int count = 0;

	assert_non_null(out);
	voter_frame(voter);
	ui_dump(voter->ui, out);
	fclose(out);
	for (const char *at = dump; (at = strstr(at, "\ntext ")); at++)
		count++;
	free(dump);
	return count;
}

/* To a resident in its own letters, to the helper in those of the room. */
static void every_language_has_both_its_names_on_its_tile(void **state)
{
	const char *const *codes = words_languages();
	struct voter_case voter;
	int texts;

	(void)state;
	voter_case_open(&voter, 0);
	voter_case_begin(&voter, "da", 0);
	voter.session.screen = SCREEN_LANGUAGE;
	assert_true(shows(&voter, "Engelsk"));
	texts = texts_of(&voter);
	for (; *codes; codes++) {
		if (strcmp(*codes, "da") == 0 || strcmp(*codes, "en") == 0)
			continue;
		voter.meeting->languages[1] = *codes;
		print_message("%s\n", *codes);
		assert_true(shows(&voter, words_endonym(*codes)));
		/* One less: the question is asked in English no more. */
		assert_int_equal(texts_of(&voter), texts - 1);
	}
	voter_case_close(&voter);
}

static void the_second_line_takes_every_other_language_in_turn(void **state)
{
	struct voter_case voter;
	int turns[4] = {0};

	(void)state;
	voter_case_open(&voter, 0);
	voter.meeting->language_count = 4;
	voter.meeting->languages[2] = "ar";
	voter.meeting->languages[3] = "so";
	voter.session.language = 1;
	for (int i = 0; i < 6; i++)
		turns[wording_second(&voter.view,
				     (uint64_t)i * VOTER_ROTATE_MS)]++;
	assert_int_equal(turns[0], 2);
	assert_int_equal(turns[1], 0);
	assert_int_equal(turns[2], 2);
	assert_int_equal(turns[3], 2);
	voter.meeting->language_count = 1;
	voter.session.language = 0;
	assert_int_equal(wording_second(&voter.view, 0), -1);
	voter_case_close(&voter);
}

static void the_review_says_how_many_more_may_be_chosen(void **state)
{
	struct voter_case voter;
	char text[WORDING_TEXT];

	(void)state;
	voter_case_open(&voter, 0);
	words_language("da");
	wording_chosen(2, 3, text);
	assert_string_equal(text,
			    "Du har valgt 2 forslag. Du kan vælge 1 mere.");
	wording_more(2, 3, text);
	assert_string_equal(text, "Du kan vælge 1 mere.");
	wording_chosen(3, 3, text);
	assert_string_equal(text, "Du har valgt 3 forslag.");
	wording_chosen(0, 3, text);
	assert_string_equal(text, "Du har ikke valgt noget her.");
	words_language("en");
	wording_chosen(1, 3, text);
	assert_string_equal(
	    text, "You have chosen 1 proposal. You can choose 2 more.");
	voter_case_close(&voter);
}

static void the_task_follows_the_least_and_the_most(void **state)
{
	static const struct {
		int least, most;
		const char *danish;
	} tasks[] = {
	    {0, 3, "Vælg op til 3 forslag."}, {1, 3, "Vælg op til 3 forslag."},
	    {2, 4, "Vælg 2 til 4 forslag."},  {3, 3, "Vælg 3 forslag."},
	    {1, 1, "Vælg 1 forslag."},
	};
	struct voter_case voter;
	char text[WORDING_TEXT];

	(void)state;
	voter_case_open(&voter, 0);
	words_language("da");
	for (size_t i = 0; i < sizeof(tasks) / sizeof(tasks[0]); i++) {
		wording_task(tasks[i].least, tasks[i].most, text);
		assert_string_equal(text, tasks[i].danish);
	}
	assert_int_equal(wording_most(voter.meeting, 0), 2);
	voter.meeting->pots[0].choose_max = 9;
	assert_int_equal(wording_most(voter.meeting, 0), 3);
	voter_case_close(&voter);
}

static void a_title_that_is_missing_is_danish_and_says_so(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	voter_case_begin(&voter, "en", 0);
	assert_true(shows(&voter, "Mødested under halvtaget"));
	assert_true(shows(&voter, "Not translated"));
	voter_case_begin(&voter, "da", 0);
	assert_false(shows(&voter, "Ikke oversat"));
	voter_case_close(&voter);
}

static void the_demo_says_so_on_every_screen(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	for (int screen = 0; screen < SCREEN_COUNT; screen++) {
		voter_case_begin(&voter, "da", 0);
		voter.session.screen = (enum screen)screen;
		assert_false(shows(&voter, "DEMO"));
		voter.view.demo = true;
		assert_true(shows(&voter, "DEMO"));
	}
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		voter_case_reset(&voter, "da");
		voter.view.phase = (enum phase)phase;
		voter.view.demo = true;
		assert_true(shows(&voter, "DEMO"));
	}
	voter_case_close(&voter);
}

static void what_was_chosen_is_not_shown_after_the_cast(void **state)
{
	static const enum screen after[] = {SCREEN_THANKS, SCREEN_MESSAGE,
					    SCREEN_LOCKED, SCREEN_ATTRACT};
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++) {
		voter_case_begin(&voter, "da", 0);
		voter.session.ballot.value[0] = 1;
		voter.session.screen = after[i];
		voter.session.message = STATUS_STORE;
		assert_false(shows(&voter, "Byhaver"));
		assert_false(shows(&voter, "100.000"));
	}
	voter_case_close(&voter);
}

static void the_clock_moves_only_what_moves(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	assert_int_equal(voter_wait_ms(&voter.view, 4000), VOTER_ROTATE_MS);
	assert_int_equal(voter_wait_ms(&voter.view, 7999), 1);
	voter_case_begin(&voter, "da", 0);
	assert_int_equal(voter_wait_ms(&voter.view, voter.now_ms), -1);
	voter.session.overlay = OVERLAY_IDLE;
	assert_int_equal(voter_wait_ms(&voter.view, voter.now_ms + 300), 700);
	voter_case_close(&voter);
}

/* How many tiles all pages of the languages have together. */
static int tiles_of_all_pages(struct voter_case *voter)
{
	int seen = 0;

	do {
		voter_frame(voter);
		for (int i = 0; i < MEETING_LANGUAGES; i++)
			seen += voter_has(voter, WIDGET_LANGUAGE, i);
		if (voter_has(voter, WIDGET_NEXT, 0))
			voter_tap(voter, WIDGET_NEXT, 0);
	} while (voter->session.language_page > 0);
	return seen;
}

/* 24 languages, and a meeting of 60 proposals in one pot. */
static void large_meetings_fit_on_every_form(void **state)
{
	(void)state;
	for (int form = 0; form < 3; form++) {
		struct voter_case voter;
		int size, pages, seen = 0;

		voter_case_open(&voter, form);
		for (int i = 0; i < MEETING_LANGUAGES; i++)
			voter.meeting->languages[i] =
			    i < 2 ? voter.meeting->languages[i] : "pl";
		voter.meeting->language_count = MEETING_LANGUAGES;
		voter_case_begin(&voter, "da", 0);
		voter.session.screen = SCREEN_LANGUAGE;
		voter.session.from = SCREEN_CHOOSE;
		assert_int_equal(tiles_of_all_pages(&voter), MEETING_LANGUAGES);
		for (int i = 0; i < MEETING_LANGUAGES; i++)
			voter.view.names[i] = true;
		assert_int_equal(tiles_of_all_pages(&voter), MEETING_LANGUAGES);
		voter.meeting->language_count = 2;
		for (int i = 10; i < 60; i++) {
			voter.meeting->proposals[i] =
			    voter.meeting->proposals[9];
			voter.meeting->proposals[i].number = i + 1;
		}
		voter.meeting->proposal_count = 60;
		voter.meeting->pots[1].choose_max = 57;
		voter_case_begin(&voter, "da", 1);
		size = voter_page_size(voter.ui, &voter.view);
		pages = session_pages(voter.meeting, 1, size);
		for (int page = 0; page < pages; page++) {
			voter_show_page(&voter, page);
			voter_frame(&voter);
			assert_int_equal(ui_clipped(voter.ui), 0);
			for (int i = 0; i < 60; i++)
				seen += voter_has(&voter, WIDGET_TOGGLE, i);
		}
		assert_int_equal(seen, 57);
		voter_case_close(&voter);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_refusal_has_its_own_sentence),
	    cmocka_unit_test(a_vote_that_was_stopped_is_told_before_the_reason),
	    cmocka_unit_test(proposals_that_exclude_each_other_say_so_both),
	    cmocka_unit_test(a_small_card_too_says_what_it_excludes),
	    cmocka_unit_test(lines_break_between_sentences_where_they_can),
	    cmocka_unit_test(no_word_is_left_alone_on_the_last_line),
	    cmocka_unit_test(a_walk_is_called_a_walk),
	    cmocka_unit_test(
		times_and_dates_are_written_as_the_language_writes_them),
	    cmocka_unit_test(any_other_failure_says_that_the_vote_was_not_cast),
	    cmocka_unit_test(a_message_is_said_in_each_language_of_the_meeting),
	    cmocka_unit_test(every_language_has_both_its_names_on_its_tile),
	    cmocka_unit_test(
		the_second_line_takes_every_other_language_in_turn),
	    cmocka_unit_test(the_review_says_how_many_more_may_be_chosen),
	    cmocka_unit_test(the_task_follows_the_least_and_the_most),
	    cmocka_unit_test(a_title_that_is_missing_is_danish_and_says_so),
	    cmocka_unit_test(the_demo_says_so_on_every_screen),
	    cmocka_unit_test(what_was_chosen_is_not_shown_after_the_cast),
	    cmocka_unit_test(the_clock_moves_only_what_moves),
	    cmocka_unit_test(large_meetings_fit_on_every_form),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

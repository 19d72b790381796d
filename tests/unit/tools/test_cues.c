/* `stemmeboks hall`: what the big screen is told, and what it is not. */
#include "store/cue.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "words/words.h"

static int english(void **state)
{
	(void)state;
	words_language("en");
	return 0;
}

static void begin(struct fixture *fixture, enum phase phase)
{
	fixture_begin(fixture, 4, false);
	fixture_advance(fixture, phase);
	fixture_leave(fixture);
}

/* The newest cue of the file, as it is written; "" before the first. */
static void expect_newest(struct fixture *fixture, const char *wanted,
			  int wanted_number)
{
	char text[CUE_TEXT] = "";
	struct cue cue;
	int number;

	fixture_enter(fixture);
	assert_ok(cue_newest(fixture->store, &number, &cue));
	if (number)
		cue_write(&cue, text);
	fixture_leave(fixture);
	assert_string_equal(text, wanted);
	assert_int_equal(number, wanted_number);
}

static void words_behind_the_file_are_one_cue(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	expect_newest(&fixture, "", 0);
	expect_run(0, "The big screen is told: next",
		   WORDS("hall", fixture.path, "next"));
	expect_newest(&fixture, "next", 1);
	expect_run(0, NULL, WORDS("hall", fixture.path, "Pitch", "7"));
	expect_newest(&fixture, "pitch 7", 2);
	expect_run(0, NULL, WORDS("hall", fixture.path, "pitch 4"));
	expect_newest(&fixture, "pitch 4", 3);
	expect_run(0, NULL,
		   WORDS("hall", fixture.path, "message", "The", "doors",
			 "close", "at nine"));
	expect_newest(&fixture, "message The doors close at nine", 4);
	expect_run(0, "{\"ok\":true,\"cue\":\"black\"}",
		   WORDS("hall", fixture.path, "black", "--json"));
	expect_newest(&fixture, "black", 5);
	fixture_end(&fixture);
}

static void what_is_no_cue_is_told_and_not_given(void **state)
{
	static const struct {
		int code;
		const char *words[3], *said;
	} cases[] = {
	    {2, {"nxt"}, "does not know \"nxt\". Do you mean next?"},
	    {2, {"wellcome"}, "Do you mean welcome?"},
	    {2, {"xyzzyxyzzy"}, "See what it knows: stemmeboks hall "},
	    {2, {""}, "The big screen does not know \"\""},
	    {2, {"next", "7"}, "Nothing goes behind next."},
	    {2, {"pitch", "0"}, "Behind pitch goes one number from 1 to 999"},
	    {2, {"pitch", "four"}, "Behind pitch goes one number"},
	    {2, {"pitch", "4", "5"}, "Behind pitch goes one number"},
	    {2, {"pitch", "77"}, "There is no proposal 77."},
	    {2, {"message"}, "A message has 1 to 100 letters"},
	    {2, {"message", "two\nlines"}, "A message has 1 to 100 letters"},
	    {2, {"message", "\xff"}, "A message has 1 to 100 letters"},
	    {4, {"result"}, "\"result\" cannot be shown in the phase \"open\""},
	    {4, {"money", "2"}, "See what can be shown: stemmeboks hall "},
	};
	struct fixture fixture;
	char text[600];

	(void)state;
	begin(&fixture, PHASE_OPEN);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_no_write(&fixture, cases[i].code, cases[i].said,
				WORDS("hall", fixture.path, cases[i].words[0],
				      cases[i].words[1], cases[i].words[2]));
	memset(text, 'x', sizeof(text));
	text[101] = '\0';
	expect_no_write(&fixture, 2, "A message has 1 to 100 letters",
			WORDS("hall", fixture.path, "message", text));
	text[101] = 'x';
	text[sizeof(text) - 1] = '\0';
	expect_no_write(&fixture, 2, "A message has 1 to 100 letters",
			WORDS("hall", fixture.path, "message", text, text));
	fixture_end(&fixture);
}

static void alone_it_lists_what_can_be_shown_now(void **state)
{
	struct fixture fixture;
	struct ran answer;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	expect_run(0, NULL, WORDS("hall", fixture.path, "pitch", "2"));
	answer = ran(WORDS("hall", fixture.path));
	assert_int_equal(answer.exit_code, 0);
	for (int i = SCENE_WAITING + 1; i < SCENE_COUNT; i++)
		if (scene_allowed((enum scene)i, PHASE_OPEN) !=
		    (strstr(answer.text,
			    words_get(scene_help((enum scene)i))) != NULL))
			fail_msg("%s: %s", scene_name((enum scene)i),
				 answer.text);
	for (int i = 0; i < CUE_SCENE; i++)
		assert_non_null(
		    strstr(answer.text, words_get(cue_help((enum cue_kind)i))));
	assert_non_null(strstr(answer.text, "Told last: pitch 2"));
	ran_free(&answer);
	fixture_end(&fixture);
}

static void listing_writes_nothing_and_is_json_too(void **state)
{
	struct fixture fixture;
	const char *phase, *first;
	json_t *json, *newest;

	(void)state;
	begin(&fixture, PHASE_DRAFT);
	expect_no_write(&fixture, 0, "welcome", WORDS("hall", fixture.path));
	json = expect_json(0, WORDS("hall", fixture.path, "--json"));
	assert_int_equal(json_unpack(json, "{s:s, s:[{s:s}], s:o}", "phase",
				     &phase, "scenes", "name", &first, "newest",
				     &newest),
			 0);
	assert_string_equal(phase, "draft");
	assert_string_equal(first, "welcome");
	assert_true(json_is_null(newest));
	json_decref(json);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(words_behind_the_file_are_one_cue),
	    cmocka_unit_test(what_is_no_cue_is_told_and_not_given),
	    cmocka_unit_test(alone_it_lists_what_can_be_shown_now),
	    cmocka_unit_test(listing_writes_nothing_and_is_json_too),
	};

	return cmocka_run_group_tests(tests, english, NULL);
}

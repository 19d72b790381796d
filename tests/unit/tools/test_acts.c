/* ready, open, pause, close, void and status on real meeting files. */
#include <ctype.h>
#include <jansson.h>
#include <unistd.h>

#include <sodium/utils.h>

#include "store/audit.h"
#include "store/definition.h"
#include "store/hand.h"
#include "store/pin.h"
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "words/words.h"

enum { SLIPS = 12 };

static int english(void **state)
{
	(void)state;
	words_language("en");
	return 0;
}

static void begin(struct fixture *fixture, enum phase phase)
{
	fixture_begin(fixture, SLIPS, false);
	fixture_advance(fixture, phase);
	fixture_leave(fixture);
}

static void vote(struct fixture *fixture, int first, int count)
{
	fixture_enter(fixture);
	for (int i = first; i < first + count; i++)
		assert_ok(fixture_cast(fixture, i, (unsigned)i));
	fixture_leave(fixture);
}

static int number_in(const json_t *json, const char *object, const char *key)
{
	json_t *number = json_object_get(json_object_get(json, object), key);

	assert_true(json_is_integer(number));
	return (int)json_integer_value(number);
}

static const char *text_in(const json_t *json, const char *key)
{
	const char *text = json_string_value(json_object_get(json, key));

	assert_non_null(text);
	return text;
}

static void ready_freezes_and_says_the_code_aloud(void **state)
{
	struct fixture fixture;
	char code[DEFINITION_CODE];

	(void)state;
	begin(&fixture, PHASE_DRAFT);
	fixture_enter(&fixture);
	definition_code(store_definition_hash(fixture.store), code);
	fixture_leave(&fixture);
	expect_run(0, code, WORDS("ready", fixture.path));
	assert_int_equal(phase_of(&fixture), PHASE_READY);
	expect_no_write(&fixture, 4,
			"The rules are adopted already. Now open the voting: "
			"stemmeboks open ",
			WORDS("ready", fixture.path));
	fixture_end(&fixture);
}

static void open_shows_that_the_box_is_empty(void **state)
{
	struct fixture fixture;
	unsigned char root[BOX_ROOT_BYTES];
	char hex[2 * BOX_ROOT_BYTES + 1];
	struct ran answer;

	(void)state;
	begin(&fixture, PHASE_READY);
	answer = ran(WORDS("open", fixture.path));
	assert_int_equal(answer.exit_code, 0);
	assert_non_null(strstr(answer.text, "The box is empty"));
	assert_non_null(strstr(answer.text, "12 printed"));
	assert_non_null(strstr(answer.text, "12 slots, 0 ballots"));
	fixture_enter(&fixture);
	assert_ok(box_root(fixture.store, root));
	fixture_leave(&fixture);
	sodium_bin2hex(hex, sizeof(hex), root, sizeof(root));
	assert_non_null(strstr(answer.text, hex));
	assert_int_equal(phase_of(&fixture), PHASE_OPEN);
	ran_free(&answer);
	fixture_end(&fixture);
}

static void open_without_slips_says_how_to_print_some(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin_in(&fixture, 0, PHASE_READY);
	fixture_leave(&fixture);
	expect_no_write(&fixture, 4, " --count 60 -o slips.pdf",
			WORDS("open", fixture.path));
	fixture_end(&fixture);
}

static void after_a_pause_the_same_box_goes_on(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	vote(&fixture, 0, 5);
	expect_run(0, "No one can vote until", WORDS("pause", fixture.path));
	fixture_enter(&fixture);
	assert_status(fixture_cast(&fixture, 7, 1), STATUS_NOT_OPEN);
	fixture_leave(&fixture);
	expect_run(0, "Voting goes on", WORDS("open", fixture.path));
	vote(&fixture, 7, 1);
	fixture_end(&fixture);
}

/* The root of a box that is being filled is that of an empty one, and so is not
 * shown but where it proves that the box is empty. */
static void
the_root_is_told_at_the_first_opening_and_after_closing(void **state)
{
	static const struct {
		const char *command;
		bool told;
	} steps[] = {
	    {"status", true},  {"open", true},	 {"status", false},
	    {"verify", false}, {"pause", false}, {"status", false},
	    {"verify", false}, {"open", false},	 {"close", true},
	    {"status", true},  {"verify", true},
	};
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_READY);
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		const char *command = steps[i].command;
		struct ran answer = ran(WORDS(command, fixture.path));
		const char *root = strstr(answer.text, "Root of the box:");

		assert_int_equal(answer.exit_code, 0);
		root = root ? root + strlen("Root of the box: ") : "";
		root += strspn(root, " ");
		if ((strspn(root, "0123456789abcdef") == 64) != steps[i].told)
			fail_msg("%zu %s: %s", i, command, answer.text);
		if (!steps[i].told && strcmp(command, "status") == 0)
			assert_non_null(
			    strstr(root, "told when voting is closed"));
		ran_free(&answer);
	}
	fixture_end(&fixture);
}

static void in_json_the_root_is_null_while_people_vote(void **state)
{
	static const struct {
		const char *command;
		bool told;
	} steps[] = {
	    {"open", true},  {"status", false}, {"pause", false},
	    {"open", false}, {"close", true},	{"status", true},
	};
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_READY);
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		json_t *json = expect_json(
		    0, WORDS(steps[i].command, fixture.path, "--json"));
		json_t *root =
		    json_object_get(json_object_get(json, "box"), "root");

		assert_non_null(root);
		assert_int_equal(json_is_string(root), steps[i].told);
		json_decref(json);
	}
	fixture_end(&fixture);
}

static void close_shows_that_slips_and_ballots_agree(void **state)
{
	struct fixture fixture;
	struct ran answer;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	vote(&fixture, 0, 7);
	expect_run(0, NULL, WORDS("void", fixture.path, "--serial", "9"));
	answer = ran(WORDS("close", fixture.path));
	assert_int_equal(answer.exit_code, 0);
	assert_non_null(
	    strstr(answer.text, "12 printed = 7 used + 1 void + 4 unused"));
	assert_non_null(strstr(answer.text, "7 = ballots in the box: 7"));
	assert_non_null(strstr(answer.text, "stemmeboks count "));
	ran_free(&answer);
	assert_int_equal(phase_of(&fixture), PHASE_CLOSED);
	fixture_end(&fixture);
}

static void the_acts_say_the_same_as_json(void **state)
{
	struct fixture fixture;
	json_t *json;

	(void)state;
	begin(&fixture, PHASE_DRAFT);
	json = expect_json(0, WORDS("ready", "--json", fixture.path));
	assert_string_equal(text_in(json, "phase"), "ready");
	assert_int_equal(strlen(text_in(json, "code")), DEFINITION_CODE - 1);
	json_decref(json);
	json = expect_json(0, WORDS("open", fixture.path, "--json"));
	assert_int_equal(number_in(json, "box", "slots"), SLIPS);
	json_decref(json);
	vote(&fixture, 0, 3);
	json = expect_json(0, WORDS("pause", fixture.path, "--json"));
	assert_string_equal(text_in(json, "phase"), "paused");
	json_decref(json);
	json = expect_json(0, WORDS("close", fixture.path, "--json"));
	assert_string_equal(text_in(json, "phase"), "closed");
	assert_int_equal(number_in(json, "slips", "used"), 3);
	assert_int_equal(number_in(json, "box", "filled"), 3);
	json_decref(json);
	fixture_end(&fixture);
}

/* Every command in every phase: done where act.def allows it, else refused with
 * exit code 4 and nothing written. */
static void no_act_is_done_in_a_phase_that_forbids_it(void **state)
{
	static const struct {
		const char *command, *option, *value;
		enum act act;
	} acts[] = {
	    {"ready", NULL, NULL, ACT_ADOPTED},
	    {"open", NULL, NULL, ACT_OPENED},
	    {"pause", NULL, NULL, ACT_PAUSED},
	    {"close", NULL, NULL, ACT_CLOSED},
	    {"void", "--serial", "2", ACT_VOIDED},
	    {"slips", "--count=1", "-o/nowhere/x.pdf", ACT_PRINTED},
	};

	static const char *const next[PHASE_COUNT] = {
	    [PHASE_DRAFT] = "First adopt them: stemmeboks ready ",
	    [PHASE_READY] = "stemmeboks open ",
	    [PHASE_OPEN] = "stemmeboks pause ",
	    [PHASE_PAUSED] = "Open it again: stemmeboks open ",
	    [PHASE_CLOSED] = "count the votes: stemmeboks count ",
	    [PHASE_COUNTED] = "stemmeboks publish ",
	    [PHASE_PUBLISHED] = "Nothing can change any more.",
	};

	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++)
		for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
			const char *words[] = {acts[i].command, NULL,
					       acts[i].option, acts[i].value,
					       NULL};
			struct fixture fixture;

			begin(&fixture, (enum phase)phase);
			words[1] = fixture.path;
			if (act_allowed(acts[i].act, (enum phase)phase) &&
			    acts[i].act == ACT_PRINTED)
				expect_run(1, "/nowhere", words);
			else if (act_allowed(acts[i].act, (enum phase)phase))
				expect_run(0, NULL, words);
			else
				expect_no_write(&fixture, 4, next[phase],
						words);
			fixture_end(&fixture);
		}
}

static void a_code_may_be_typed_in_any_way(void **state)
{
	struct fixture fixture;
	char spoken[SLIP_SPOKEN], lower[SLIP_SYMBOLS + 1], hyphens[SLIP_SPOKEN];
	char groups[5][SLIP_GROUP + 1];

	(void)state;
	begin(&fixture, PHASE_DRAFT);
	for (int i = 0; i < SLIP_SYMBOLS; i++)
		lower[i] = (char)tolower(fixture.slips[0].symbols[i]);
	lower[SLIP_SYMBOLS] = '\0';
	slip_spoken(&fixture.slips[1], spoken);
	slip_spoken(&fixture.slips[2], hyphens);
	for (char *c = hyphens; *c; c++)
		*c = *c == ' ' ? '-' : *c;
	for (int i = 0; i < 5; i++)
		snprintf(groups[i], sizeof(groups[i]), "%.4s",
			 fixture.slips[3].symbols + 4 * i);
	expect_run(0, "11 unused, 0 used, 1 void",
		   WORDS("void", fixture.path, lower));
	expect_run(0, "2 void", WORDS("void", fixture.path, spoken));
	expect_run(0, "3 void", WORDS("void", fixture.path, hyphens));
	expect_run(0, "4 void",
		   WORDS("void", fixture.path, groups[0], groups[1], groups[2],
			 groups[3], groups[4]));
	fixture_end(&fixture);
}

/* Runs void with LINE on standard input, as a scanner types it. */
static struct ran scan(const struct fixture *fixture, const char *line)
{
	FILE *input = tmpfile();
	int saved = dup(STDIN_FILENO);
	struct ran answer;

	assert_non_null(input);
	assert_true(saved >= 0);
	fputs(line, input);
	fflush(input);
	rewind(input);
	clearerr(stdin);
	fflush(stdin);
	dup2(fileno(input), STDIN_FILENO);
	answer = ran(WORDS("void", fixture->path));
	dup2(saved, STDIN_FILENO);
	close(saved);
	fclose(input);
	return answer;
}

static void a_slip_is_scanned_without_a_trace_of_its_code(void **state)
{
	struct fixture fixture;
	char line[64];
	struct ran answer;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	snprintf(line, sizeof(line), "%s\r\n", fixture.slips[4].symbols);
	answer = scan(&fixture, line);
	assert_int_equal(answer.exit_code, 0);
	assert_null(strstr(answer.text, fixture.slips[4].symbols));
	ran_free(&answer);
	answer = scan(&fixture, "");
	assert_int_equal(answer.exit_code, 5);
	ran_free(&answer);
	assert_int_equal(folder_count(fixture.folder, fixture.slips[4].symbols,
				      SLIP_SYMBOLS),
			 0);
	fixture_end(&fixture);
}

/* A slip of the same meeting that was never printed, and one of another. */
static void strange_slips(struct slip *ret_unknown, struct slip *ret_other)
{
	const unsigned char secret[SLIP_RANDOM_BYTES] = "not drawn";

	slip_make("B5", secret, ret_unknown);
	slip_make("ZZ", secret, ret_other);
}

static void slips_that_cannot_be_void_are_refused_with_a_reason(void **state)
{
	struct fixture fixture;
	struct slip unknown, other, wrong;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	vote(&fixture, 0, 1);
	expect_run(0, NULL, WORDS("void", fixture.path, "--serial", "2"));
	strange_slips(&unknown, &other);
	wrong = fixture.slips[5];
	wrong.symbols[7] = wrong.symbols[7] == '3' ? '4' : '3';
	expect_no_write(&fixture, 5, "used slip cannot be void",
			WORDS("void", fixture.path, fixture.slips[0].symbols));
	expect_no_write(&fixture, 5, "used slip cannot be void",
			WORDS("void", fixture.path, "--serial", "1"));
	expect_no_write(&fixture, 5, "void already",
			WORDS("void", fixture.path, fixture.slips[1].symbols));
	expect_no_write(&fixture, 5, "No slip of this meeting",
			WORDS("void", fixture.path, unknown.symbols));
	expect_no_write(&fixture, 5, "This code is not of this meeting.",
			WORDS("void", fixture.path, other.symbols));
	expect_no_write(&fixture, 5, "One of the symbols is wrong",
			WORDS("void", fixture.path, wrong.symbols));
	expect_no_write(&fixture, 5, "not the code of a slip",
			WORDS("void", fixture.path, "hello"));
	expect_no_write(&fixture, 5,
			"No slip has the number 13. There are 12 slips.",
			WORDS("void", fixture.path, "--serial", "13"));
	expect_no_write(
	    &fixture, 2, "not both",
	    WORDS("void", fixture.path, unknown.symbols, "--serial", "3"));
	fixture_end(&fixture);
}

static void status_tells_what_organisers_did(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	expect_run(0, NULL, WORDS("void", fixture.path, "--serial", "2"));
	expect_no_write(&fixture, 0, "  Voting opened  ",
			WORDS("status", fixture.path, "--log"));
	expect_no_write(&fixture, 0, "  A slip made void  ",
			WORDS("status", fixture.path, "--log"));
	expect_no_write(&fixture, 0, "\"act\":\"voided\",\"detail\":\"\"}]",
			WORDS("status", fixture.path, "--log", "--json"));
	fixture_end(&fixture);
}

static void status_tells_of_one_slip_whether_it_was_used(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	vote(&fixture, 0, 1);
	expect_run(0, NULL, WORDS("void", fixture.path, "--serial", "2"));
	expect_no_write(&fixture, 0, "Slip no. 1 is used.",
			WORDS("status", fixture.path, "--serial", "1"));
	expect_no_write(&fixture, 0, "Slip no. 2 is void.",
			WORDS("status", fixture.path, "--serial", "2"));
	expect_no_write(&fixture, 0, "Slip no. 3 is not used.",
			WORDS("status", fixture.path, "--serial", "3"));
	expect_no_write(
	    &fixture, 0, "{\"serial\":1,\"slip\":\"used\"}",
	    WORDS("status", fixture.path, "--serial", "1", "--json"));
	expect_no_write(&fixture, 5, "No slip has the number 13.",
			WORDS("status", fixture.path, "--serial", "13"));
	fixture_end(&fixture);
}

/* The sentences of the booth send residents to a helper; who types `void` is
 * one. */
static void organisers_are_never_told_to_ask_a_helper(void **state)
{
	struct fixture fixture;
	struct slip unknown, other;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	vote(&fixture, 0, 1);
	expect_run(0, NULL, WORDS("void", fixture.path, "--serial", "2"));
	strange_slips(&unknown, &other);
	for (int i = 0; i < 10; i++) {
		const char *const codes[] = {unknown.symbols, other.symbols,
					     "hello", fixture.slips[0].symbols,
					     fixture.slips[1].symbols};
		const char *const serials[] = {"99", "1", "2", "13", "20000"};
		struct ran answer =
		    i < 5 ? ran(WORDS("void", fixture.path, codes[i]))
			  : ran(WORDS("void", fixture.path, "--serial",
				      serials[i - 5]));

		assert_int_equal(answer.exit_code, 5);
		if (strstr(answer.text, "helper") ||
		    strstr(answer.text, "another vote"))
			fail_msg("%d: %s", i, answer.text);
		ran_free(&answer);
	}
	fixture_end(&fixture);
}

static void a_void_slip_casts_no_vote(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	expect_run(0, "Slip no. 3 is void",
		   WORDS("void", fixture.path, "--serial", "3"));
	fixture_enter(&fixture);
	assert_status(fixture_cast(&fixture, 2, 1), STATUS_SLIP_VOID);
	fixture_end(&fixture);
}

static void status_names_the_next_command_in_every_phase(void **state)
{
	static const char *const next[PHASE_COUNT] = {
	    [PHASE_DRAFT] = "stemmeboks ready ",
	    [PHASE_READY] = "stemmeboks open ",
	    [PHASE_OPEN] = "stemmeboks close ",
	    [PHASE_PAUSED] = "stemmeboks open ",
	    [PHASE_CLOSED] = "stemmeboks count ",
	    [PHASE_COUNTED] = "stemmeboks publish ",
	    [PHASE_PUBLISHED] = "",
	};

	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		struct fixture fixture;
		json_t *json;

		begin(&fixture, (enum phase)phase);
		json = expect_json(0, WORDS("status", fixture.path, "--json"));
		assert_string_equal(text_in(json, "phase"),
				    phase_name((enum phase)phase));
		assert_memory_equal(text_in(json, "next"), next[phase],
				    strlen(next[phase]) + !*next[phase]);
		assert_int_equal(number_in(json, "slips", "printed"), SLIPS);
		json_decref(json);
		expect_run(0, words_get(phase_text((enum phase)phase)),
			   WORDS("status", fixture.path));
		fixture_end(&fixture);
	}
}

static void status_without_slips_says_to_print_some(void **state)
{
	struct fixture fixture;
	char path[4 * FIXTURE_PATH];

	(void)state;
	fixture_begin(&fixture, 0, false);
	fixture_leave(&fixture);
	snprintf(path, sizeof(path), "%s/our meeting", fixture.folder);
	assert_int_equal(rename(fixture.path, path), 0);
	expect_run(0, "our meeting' --count 60 -o slips.pdf",
		   WORDS("status", path));
	assert_int_equal(rename(path, fixture.path), 0);
	fixture_end(&fixture);
}

/* What STATUS says about a meeting with LIVE in batches of 7. */
static void expect_room(enum live live, int seconds, const char *sees,
			const char *pitch, const char *name)
{
	struct meeting *meeting = bolbro_new();
	struct fixture fixture;
	json_t *json;

	meeting->live = live;
	meeting->live_batch = 7;
	meeting->pitch_seconds = seconds;
	fixture_begin_with(&fixture, meeting, SLIPS);
	fixture_leave(&fixture);
	expect_run(0, sees, WORDS("status", fixture.path));
	expect_run(0, pitch, WORDS("status", fixture.path));
	json = expect_json(0, WORDS("status", fixture.path, "--json"));
	assert_string_equal(text_in(json, "live"), name);
	assert_int_equal(
	    json_integer_value(json_object_get(json, "pitch_seconds")),
	    seconds);
	json_decref(json);
	fixture_end(&fixture);
}

static void status_says_what_the_room_sees_and_how_long_a_pitch_is(void **state)
{
	(void)state;
	expect_room(LIVE_BATCHES, 180, "The room sees:     votes, 7 at a time",
		    "Each pitch:        3:00 minutes", "batches");
	expect_room(LIVE_TURNOUT, 150, "only how many have voted",
		    "2:30 minutes", "turnout");
	expect_room(LIVE_OFF, 45, "The room sees:     nothing", "0:45 minutes",
		    "off");
}

static void status_says_whether_there_is_a_pin_and_a_hand_count(void **state)
{
	struct hand_count count = {.ballots = 3, .reason = (char *)"Talt."};
	struct fixture fixture;
	json_t *json;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	vote(&fixture, 0, 2);
	expect_run(0, "PIN of the panel:  stemmeboks pin ",
		   WORDS("status", fixture.path));
	json = expect_json(0, WORDS("status", fixture.path, "--json"));
	assert_true(json_is_false(json_object_get(json, "pin")));
	assert_true(json_is_null(json_object_get(json, "hand")));
	json_decref(json);
	fixture_enter(&fixture);
	assert_ok(pin_set(fixture.store, "274931"));
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
	fixture_leave(&fixture);
	expect_run(0, "PIN of the panel:  set", WORDS("status", fixture.path));
	expect_run(0,
		   "Counted by hand:   3 ballots, the money goes by the "
		   "machine",
		   WORDS("status", fixture.path));
	fixture_enter(&fixture);
	count.stands = true;
	assert_ok(hand_add(fixture.store, &count, FIXTURE_AT));
	fixture_leave(&fixture);
	json = expect_json(0, WORDS("status", fixture.path, "--json"));
	assert_true(json_is_true(json_object_get(json, "pin")));
	assert_int_equal(number_in(json, "hand", "ballots"), 3);
	assert_string_equal(text_in(json_object_get(json, "hand"), "stands"),
			    "hand");
	json_decref(json);
	fixture_end(&fixture);
}

static void status_writes_nothing(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture, PHASE_OPEN);
	vote(&fixture, 0, 2);
	expect_no_write(&fixture, 0, "2\n", WORDS("status", fixture.path));
	fixture_end(&fixture);
}

static void what_is_no_meeting_is_refused_by_every_act(void **state)
{
	static const char *const commands[] = {"ready", "open", "pause",
					       "close", "void", "status"};
	struct fixture fixture;
	char path[4 * FIXTURE_PATH];

	(void)state;
	begin(&fixture, PHASE_DRAFT);
	snprintf(path, sizeof(path), "%s/notes.txt", fixture.folder);
	file_write(path, "not a meeting", 13);
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		expect_run(6, "not a Stemmeboks meeting file",
			   WORDS(commands[i], path));
		expect_run(2, "not found", WORDS(commands[i], "/no/file"));
		expect_run(2, "missing", WORDS(commands[i]));
	}
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ready_freezes_and_says_the_code_aloud),
	    cmocka_unit_test(open_shows_that_the_box_is_empty),
	    cmocka_unit_test(open_without_slips_says_how_to_print_some),
	    cmocka_unit_test(after_a_pause_the_same_box_goes_on),
	    cmocka_unit_test(
		the_root_is_told_at_the_first_opening_and_after_closing),
	    cmocka_unit_test(in_json_the_root_is_null_while_people_vote),
	    cmocka_unit_test(close_shows_that_slips_and_ballots_agree),
	    cmocka_unit_test(the_acts_say_the_same_as_json),
	    cmocka_unit_test(no_act_is_done_in_a_phase_that_forbids_it),
	    cmocka_unit_test(a_code_may_be_typed_in_any_way),
	    cmocka_unit_test(a_slip_is_scanned_without_a_trace_of_its_code),
	    cmocka_unit_test(
		slips_that_cannot_be_void_are_refused_with_a_reason),
	    cmocka_unit_test(status_tells_what_organisers_did),
	    cmocka_unit_test(status_tells_of_one_slip_whether_it_was_used),
	    cmocka_unit_test(organisers_are_never_told_to_ask_a_helper),
	    cmocka_unit_test(a_void_slip_casts_no_vote),
	    cmocka_unit_test(status_names_the_next_command_in_every_phase),
	    cmocka_unit_test(status_without_slips_says_to_print_some),
	    cmocka_unit_test(
		status_says_what_the_room_sees_and_how_long_a_pitch_is),
	    cmocka_unit_test(
		status_says_whether_there_is_a_pin_and_a_hand_count),
	    cmocka_unit_test(status_writes_nothing),
	    cmocka_unit_test(what_is_no_meeting_is_refused_by_every_act),
	};

	return cmocka_run_group_tests(tests, english, NULL);
}

/* The command line itself: every row of the table, mistakes, help. */
#include "tests/lib/cmocka_all.h"

#include <unistd.h>

#include "tests/lib/tools_run.h"
#include "tools/line/arguments.h"
#include "tools/line/language.h"
#include "tools/line/nearest.h"
#include "tools/line/report.h"
#include "tools/line/usage.h"
#include "words/words.h"

static void every_command_is_whole_and_stands_once(void **state)
{
	(void)state;
	assert_non_null(commands[0].name);
	for (const struct command *command = commands; command->name;
	     command++) {
		assert_non_null(command->run);
		assert_non_null(command->options);
		assert_true(command->operands_min <= command->operands_max);
		assert_true(strlen(command->help) > 10);
		assert_non_null(strstr(command->example, command->name));
		for (const struct command *other = command + 1; other->name;
		     other++)
			assert_string_not_equal(command->name, other->name);
	}
}

static void commands_stand_in_the_order_of_an_evening(void **state)
{
	static const char *const evening[] = {
	    "new",	"language", "check",	"build",   "plan",    "slips",
	    "posters",	"pin",	    "rules",	"ready",   "boxes",   "roll",
	    "practice", "hall",	    "hardware", "open",	   "pause",   "close",
	    "void",	"status",   "backup",	"restore", "collect", "recount",
	    "count",	"compare",  "agree",	"publish", "verify",  "export",
	};
	const struct command *command = commands;

	(void)state;
	for (size_t i = 0; i < sizeof(evening) / sizeof(*evening); i++)
		if (command->name && strcmp(command->name, evening[i]) == 0)
			command++;
	if (command->name)
		fail_msg("%s is out of order or not an act of the evening",
			 command->name);
}

static void no_two_options_of_a_command_are_alike(void **state)
{
	(void)state;
	for (const struct command *command = commands; command->name;
	     command++) {
		const struct option_spec *all[64];
		int count = 0;

		for (const struct option_spec *option = command->options;
		     option->name; option++)
			all[count++] = option;
		for (const struct option_spec *option = common_options;
		     option->name; option++)
			all[count++] = option;
		for (int i = 0; i < count; i++) {
			assert_true(strlen(all[i]->help) > 5);
			for (int j = 0; j < i; j++) {
				assert_string_not_equal(all[i]->name,
							all[j]->name);
				assert_true(!all[i]->letter ||
					    all[i]->letter != all[j]->letter);
			}
		}
	}
}

static void help_of_every_command_shows_its_options_and_example(void **state)
{
	(void)state;
	for (const struct command *command = commands; command->name;
	     command++) {
		struct run run = run_command(command->name, "--help");

		assert_int_equal(run.code, 0);
		assert_string_equal(run.err, "");
		assert_non_null(strstr(run.out, command->operands));
		assert_non_null(strstr(run.out, command->help));
		assert_non_null(strstr(run.out, command->example));
		assert_non_null(strstr(run.out, "--json"));
		assert_non_null(strstr(run.out, "--help"));
		assert_non_null(strstr(run.out, "Exit codes:"));
		for (const struct option_spec *option = command->options;
		     option->name; option++) {
			assert_non_null(strstr(run.out, option->name));
			assert_non_null(strstr(run.out, option->help));
		}
		run_free(&run);
	}
}

static void examples_are_understood(void **state)
{
	(void)state;
	for (const struct command *command = commands; command->name;
	     command++) {
		const char *words[16] = {NULL};
		char *copy = strdup(command->example), *rest = copy;
		int count = 0;
		struct run run;

		for (char *word; (word = strsep(&rest, " ")) && count < 14;)
			words[count++] = word;
		/* With --help it is understood and not done. */
		words[count] = "--help";
		assert_string_equal(words[0], "stemmeboks");
		run = run_words(words + 1);
		assert_int_equal(run.code, 0);
		run_free(&run);
		free(copy);
	}
}

static void help_names_every_command(void **state)
{
	struct run run = run_command("--help");

	(void)state;
	assert_int_equal(run.code, 0);
	for (const struct command *command = commands; command->name; command++)
		assert_non_null(strstr(run.out, command->help));
	run_free(&run);
}

static void mistakes_on_the_command_line_are_told_with_code_2(void **state)
{
	static const struct {
		const char *words[6];
		const char *said;
	} cases[] = {
	    {{"chekc"}, "There is no command \"chekc\". Do you mean check?"},
	    {{"dance"}, "There is no command \"dance\""},
	    {{"check"}, "Something is missing: stemmeboks check DIR"},
	    {{"check", "a", "b"}, "This is one too many: b"},
	    {{"check", "a", "--jsn"},
	     "There is no option --jsn. Do you mean --json?"},
	    {{"check", "a", "-z"}, "There is no option -z."},
	    {{"check", "a", "--json=yes"}, "--json takes no value."},
	    {{"build", "a", "-o"}, "--output needs a value: --output FILE."},
	    {{"build", "a", "--output"}, "--output needs a value"},
	    {{"build", "a"}, "-o FILE"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct run run = run_words(cases[i].words);

		assert_int_equal(run.code, 2);
		if (!strstr(run.err, cases[i].said))
			fail_msg("%s: %s", cases[i].said, run.err);
		/* What is exact needs nothing vague behind it. */
		assert_null(strstr(run.err, "not understood"));
		run_free(&run);
	}
}

static void without_words_the_help_is_shown_and_nothing_done(void **state)
{
	const char *const none[] = {NULL};
	struct run run = run_words(none);

	(void)state;
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "Usage:"));
	assert_string_equal(run.out, "");
	run_free(&run);
}

static void errors_are_json_when_asked_for(void **state)
{
	struct run run = run_command("check", "/nowhere", "--json");
	json_t *object = json_loads(run.out, 0, NULL);

	(void)state;
	assert_int_equal(run.code, 2);
	assert_string_equal(run.err, "");
	assert_non_null(object);
	assert_string_equal(json_string_value(json_object_get(object, "error")),
			    "file-missing");
	assert_non_null(json_object_get(object, "message"));
	json_decref(object);
	run_free(&run);

	run = run_command("check", "--nonsense", "--json");
	object = json_loads(run.out, 0, NULL);
	assert_string_equal(json_string_value(json_object_get(object, "error")),
			    "usage");
	json_decref(object);
	run_free(&run);

	run = run_command("nope", "--json");
	object = json_loads(run.out, 0, NULL);
	assert_int_equal(run.code, 2);
	assert_string_equal(run.err, "");
	assert_string_equal(
	    json_string_value(json_object_get(object, "message")),
	    "There is no command \"nope\". Do you mean open?");
	json_decref(object);
	run_free(&run);
}

static void organisers_are_not_sent_to_a_helper(void **state)
{
	struct arguments arguments = {.json = false};
	FILE *out = tmpfile();
	char said[256] = "";
	int kept = dup(STDERR_FILENO);

	(void)state;
	fflush(stderr);
	dup2(fileno(out), STDERR_FILENO);
	report_error(&arguments, STATUS_UNCERTAIN, "%s", "our.meeting");
	fflush(stderr);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(out);
	assert_true(fread(said, 1, sizeof(said) - 1, out) > 0);
	fclose(out);
	assert_string_equal(said, "stemmeboks: our.meeting\n"
				  "stemmeboks: It is not certain that this was "
				  "stored. See with stemmeboks status.\n");
}

static void help_may_be_asked_for_in_a_word(void **state)
{
	struct run asked = run_command("help"), run = run_command("--help");

	(void)state;
	assert_int_equal(asked.code, 0);
	assert_string_equal(asked.out, run.out);
	run_free(&asked);
	run_free(&run);
	for (const struct command *command = commands; command->name;
	     command++) {
		asked = run_command("help", command->name);
		run = run_command(command->name, "--help");
		assert_int_equal(asked.code, 0);
		assert_string_equal(asked.out, run.out);
		run_free(&asked);
		run_free(&run);
	}
	run = run_command("help", "chekc");
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "Do you mean check?"));
	run_free(&run);
}

static void the_version_is_one_line(void **state)
{
	struct run run = run_command("--version");

	(void)state;
	assert_int_equal(run.code, 0);
	assert_string_equal(run.out, "stemmeboks " STEMMEBOKS_VERSION "\n");
	run_free(&run);
}

static void a_full_disk_behind_the_output_is_an_error(void **state)
{
	int status;

	(void)state;
	status = system("test -x $STEMMEBOKS_BUILD/stemmeboks");
	if (status != 0)
		fail_msg("build the programs first");
	status = system("$STEMMEBOKS_BUILD/stemmeboks --help >/dev/full "
			"2>/dev/null");
	assert_int_equal(status >> 8, 1);
}

static const struct option_spec numbers[] = {
    {"count", 'c', "N", "How many."},
    {"fast", 'f', NULL, "Fast."},
    {NULL, 0, NULL, NULL},
};

static void options_are_found_last_first_and_in_order(void **state)
{
	struct given given[] = {
	    {&numbers[0], "1"}, {&numbers[1], ""}, {&numbers[0], "2"}};
	char first[] = "a", second[] = "b", *operands[] = {first, second};
	struct arguments arguments = {.operands = operands,
				      .operand_count = 2,
				      .given = given,
				      .given_count = 3};

	(void)state;
	assert_string_equal(argument_option(&arguments, "count"), "2");
	assert_string_equal(argument_repeated(&arguments, "count", 0), "1");
	assert_string_equal(argument_repeated(&arguments, "count", 1), "2");
	assert_null(argument_repeated(&arguments, "count", 2));
	assert_non_null(argument_option(&arguments, "fast"));
	assert_null(argument_option(&arguments, "slow"));
	assert_string_equal(argument_operand(&arguments, 1), "b");
	assert_null(argument_operand(&arguments, 2));
	assert_null(argument_operand(&arguments, -1));
	assert_int_equal(argument_operand_count(&arguments), 2);
}

static void only_whole_numbers_in_range_are_taken(void **state)
{
	static const struct {
		const char *text;
		int number; /* -1: refused */
	} cases[] = {
	    {"1", 1},
	    {"10", 10},
	    {"0", -1},
	    {"11", -1},
	    {"", -1},
	    {"5x", -1},
	    {"x", -1},
	    {"-3", -1},
	    {"5.5", -1},
	    {" ", -1},
	    {" 5", -1},
	    {"+5", -1},
	    {"99999999999999999999", -1},
	};

	int kept = dup(STDOUT_FILENO);

	(void)state;
	fflush(stdout);
	assert_non_null(freopen("/dev/null", "w", stdout));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct given given = {&numbers[0], cases[i].text};
		struct arguments arguments = {
		    .given = &given, .given_count = 1, .json = true};
		int number = -1;
		enum status status =
		    argument_number(&arguments, "count", 1, 10, 4, &number);

		assert_int_equal(number, cases[i].number);
		assert_int_equal(status, cases[i].number < 0 ? STATUS_USAGE
							     : STATUS_OK);
	}
	fflush(stdout);
	dup2(kept, STDOUT_FILENO);
	close(kept);
}

static void an_option_not_given_is_the_fallback(void **state)
{
	struct arguments arguments = {.given_count = 0};
	int number = -1;

	(void)state;
	assert_int_equal(
	    argument_number(&arguments, "count", 1, 10, 4, &number), STATUS_OK);
	assert_int_equal(number, 4);
}

static void misspelled_words_find_the_nearest_known_one(void **state)
{
	static const struct {
		const char *wrong, *meant;
	} cases[] = {
	    {"chekc", "check"}, {"biuld", "build"}, {"neww", "new"},
	    {"chec", "check"},	{"bulid", "build"}, {"elephant", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct nearest nearest = nearest_to(cases[i].wrong);

		nearest_try(&nearest, "new");
		nearest_try(&nearest, "check");
		nearest_try(&nearest, "build");
		if (cases[i].meant)
			assert_string_equal(nearest.best, cases[i].meant);
		else
			assert_null(nearest.best);
	}
}

static void the_language_is_danish_where_the_machine_is(void **state)
{
	static const struct {
		const char *language, *all, *messages, *lang, *wanted;
	} cases[] = {
	    {"", "", "", "da_DK.UTF-8", "da"},
	    {"", "", "", "en_GB.UTF-8", "en"},
	    {"", "", "", "", "en"},
	    {"", "C", "", "da_DK", "en"},
	    {"da:en", "C", "", "", "da"},
	    {"", "", "da_DK", "en_GB", "da"},
	    {"de", "", "", "da_DK", "en"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		setenv("LANGUAGE", cases[i].language, 1);
		setenv("LC_ALL", cases[i].all, 1);
		setenv("LC_MESSAGES", cases[i].messages, 1);
		setenv("LANG", cases[i].lang, 1);
		assert_string_equal(language_wanted(), cases[i].wanted);
	}
	words_language("en");
}

static void progress_is_told_by_tenths_where_no_one_looks(void **state)
{
	int tenths = 0;
	struct arguments arguments = {.tenths = &tenths};
	FILE *out = tmpfile();
	int kept = dup(STDERR_FILENO), lines = 0, byte;

	(void)state;
	fflush(stderr);
	dup2(fileno(out), STDERR_FILENO);
	for (int done = 8; done < 600; done += 8)
		report_progress(&arguments, "slips", done, 600);
	report_progress(&arguments, "slips", 600, 600);
	fflush(stderr);
	dup2(kept, STDERR_FILENO);
	close(kept);
	rewind(out);
	while ((byte = fgetc(out)) != EOF)
		lines += byte == '\n';
	fclose(out);
	assert_int_equal(lines, 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_command_is_whole_and_stands_once),
	    cmocka_unit_test(commands_stand_in_the_order_of_an_evening),
	    cmocka_unit_test(no_two_options_of_a_command_are_alike),
	    cmocka_unit_test(
		help_of_every_command_shows_its_options_and_example),
	    cmocka_unit_test(examples_are_understood),
	    cmocka_unit_test(help_names_every_command),
	    cmocka_unit_test(mistakes_on_the_command_line_are_told_with_code_2),
	    cmocka_unit_test(without_words_the_help_is_shown_and_nothing_done),
	    cmocka_unit_test(errors_are_json_when_asked_for),
	    cmocka_unit_test(organisers_are_not_sent_to_a_helper),
	    cmocka_unit_test(help_may_be_asked_for_in_a_word),
	    cmocka_unit_test(the_version_is_one_line),
	    cmocka_unit_test(a_full_disk_behind_the_output_is_an_error),
	    cmocka_unit_test(options_are_found_last_first_and_in_order),
	    cmocka_unit_test(only_whole_numbers_in_range_are_taken),
	    cmocka_unit_test(an_option_not_given_is_the_fallback),
	    cmocka_unit_test(misspelled_words_find_the_nearest_known_one),
	    cmocka_unit_test(the_language_is_danish_where_the_machine_is),
	    cmocka_unit_test(progress_is_told_by_tenths_where_no_one_looks),
	};

	words_language("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

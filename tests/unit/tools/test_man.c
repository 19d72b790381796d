/* The manual pages say what the programs do: the commands' part is made from
 * the table and compared (MAN_UPDATE=1 writes it anew), and every option that a
 * program's --help names stands in its page. */
#include "tests/lib/cmocka_all.h"

#include "core/status.h"
#include "tests/lib/tools_run.h"
#include "tools/line/usage.h"
#include "words/words.h"

#define PAGE "assets/man/stemmeboks.1"
#define BEGIN ".\\\" The commands, from tools/line/command.def: begin\n"
#define END ".\\\" The commands: end\n"

/* TEXT so that troff prints it as it is. */
static void put(FILE *out, const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", out);
	for (; *text; text++) {
		if (*text == '-' || *text == '\\')
			fputc('\\', out);
		fputc(*text == '\\' ? 'e' : *text, out);
	}
}

static void put_options(FILE *out, const struct option_spec *option)
{
	for (; option->name; option++) {
		fputs(".TP\n\\fB", out);
		if (option->letter)
			fprintf(out, "\\-%c\\fR, \\fB", option->letter);
		fputs("\\-\\-", out);
		put(out, option->name);
		fputs("\\fR", out);
		if (option->argument)
			fprintf(out, " \\fI%s\\fR", option->argument);
		fputc('\n', out);
		put(out, option->help);
		fputc('\n', out);
	}
}

static char *commands_as_page(void)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);

	for (const struct command *command = commands; command->name;
	     command++) {
		fputs(".SS \"", out);
		put(out, command->name);
		fputc(' ', out);
		put(out, command->operands);
		fputs("\"\n", out);
		put(out, command->help);
		fputc('\n', out);
		put_options(out, command->options);
		fputs(".PP\n.nf\n", out);
		put(out, command->example);
		fputs("\n.fi\n", out);
	}
	fclose(out);
	return text;
}

/* PAGE with MADE between its two marks. */
static void page_update(const char *page, const char *made)
{
	size_t head = (size_t)(strstr(page, BEGIN) - page) + strlen(BEGIN);
	FILE *out = fopen(PAGE, "w");

	assert_non_null(out);
	fwrite(page, 1, head, out);
	fputs(made, out);
	fputs(strstr(page, END), out);
	assert_int_equal(fclose(out), 0);
}

static void the_page_has_every_command_as_it_is(void **state)
{
	char *page = disk_read(PAGE, NULL), *made = commands_as_page();
	char *begin, *end;

	(void)state;
	assert_non_null(page);
	begin = strstr(page, BEGIN);
	end = strstr(page, END);
	assert_non_null(begin);
	assert_non_null(end);
	begin += strlen(BEGIN);
	if (getenv("MAN_UPDATE"))
		page_update(page, made);
	else if (strlen(made) != (size_t)(end - begin) ||
		 memcmp(made, begin, strlen(made)) != 0)
		fail_msg("%s is not what the commands say; "
			 "MAN_UPDATE=1 writes it",
			 PAGE);
	free(page);
	free(made);
}

static void the_page_has_every_common_option_and_exit_code(void **state)
{
	char *page = disk_read(PAGE, NULL);

	(void)state;
	for (const struct option_spec *option = common_options; option->name;
	     option++)
		assert_non_null(strstr(page, option->name));
	for (int status = 0; status < STATUS_COUNT; status++) {
		char code[16];

		snprintf(code, sizeof(code), "\n.B %d\n",
			 status_exit_code((enum status)status));
		if (!strstr(page, code))
			fail_msg("exit code %d of %s is not in the page",
				 status_exit_code((enum status)status),
				 status_name((enum status)status));
	}
	free(page);
}

/* What PROGRAM --help prints. */
static char *help_of(const char *program)
{
	char *command = NULL, *text = calloc(1, 65536);
	const char *build = getenv("STEMMEBOKS_BUILD");
	FILE *out;

	assert_true(asprintf(&command, "LANGUAGE=en %s/%s --help",
			     build ? build : "build", program) > 0);
	out = popen(command, "r");
	assert_non_null(out);
	assert_true(fread(text, 1, 65535, out) > 0);
	assert_int_equal(pclose(out), 0);
	free(command);
	return text;
}

static void the_programs_pages_have_every_option_of_their_help(void **state)
{
	static const char *const programs[] = {"stemmeboks-kiosk",
					       "stemmeboks-hall"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		char *help = help_of(programs[i]), *path = NULL, *page;

		assert_true(asprintf(&path, "assets/man/%s.1", programs[i]) >
			    0);
		page = disk_read(path, NULL);
		assert_non_null(page);
		for (char *at = help; (at = strstr(at, "--"));) {
			size_t length = 2 + strspn(at + 2, "abcdefghijklmnop"
							   "qrstuvwxyz-");
			char *option = strndup(at, length), *escaped = NULL;
			size_t size = 0;
			FILE *out = open_memstream(&escaped, &size);

			put(out, option);
			fclose(out);
			if (!strstr(page, escaped))
				fail_msg("%s is not in %s", option, path);
			free(option);
			free(escaped);
			at += length;
		}
		free(help);
		free(path);
		free(page);
	}
}

static void man_finds_nothing_to_complain_about(void **state)
{
	(void)state;
	assert_int_equal(
	    system("for page in assets/man/*.1; do "
		   "said=$(LC_ALL=C.UTF-8 MANROFFSEQ= MANWIDTH=80 man "
		   "--warnings -E UTF-8 -l -Tutf8 $page 2>&1 >/dev/null) || "
		   "exit 1; "
		   "if [ -n \"$said\" ]; then echo \"$said\" >&2; exit 1; fi; "
		   "done"),
	    0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_page_has_every_command_as_it_is),
	    cmocka_unit_test(the_page_has_every_common_option_and_exit_code),
	    cmocka_unit_test(
		the_programs_pages_have_every_option_of_their_help),
	    cmocka_unit_test(man_finds_nothing_to_complain_about),
	};

	words_language("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "tools/line/command.h"

#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/line/arguments.h"
#include "tools/line/nearest.h"
#include "tools/line/report.h"
#include "tools/line/usage.h"
#include "words/words.h"

enum {
	MOST_OPTIONS = 32,
	LETTERS = 2 * MOST_OPTIONS + 2, /* of getopt's short form */
	FIRST_VALUE = 256,		/* of getopt's long options */
};

const struct command commands[] = {
#define COMMAND(name, operands, least, most, help, example)                    \
	{#name, cmd_##name,	operands, least,                               \
	 most,	options_##name, help,	  example},
#include "tools/line/command.def"
#undef COMMAND
    {NULL, NULL, NULL, 0, 0, NULL, NULL, NULL},
};

const struct option_spec common_options[] = {
    {"json", 0, NULL, N_("Say it as one line of JSON, for programs.")},
    {"help", 'h', NULL, N_("Show this help.")},
    {NULL, 0, NULL, NULL},
};

/* getopt's own form of a command's options and the common ones. */
struct forms {
	const struct option_spec *specs[MOST_OPTIONS];
	struct option options[MOST_OPTIONS + 1];
	char letters[LETTERS];
	int count;
};

static void forms_add(struct forms *forms, const struct option_spec *specs)
{
	char *letter = forms->letters + strlen(forms->letters);

	for (; specs->name; specs++) {
		int i = forms->count++;

		assert(i < MOST_OPTIONS);
		forms->specs[i] = specs;
		forms->options[i] = (struct option){
		    specs->name,
		    specs->argument ? required_argument : no_argument, NULL,
		    FIRST_VALUE + i};
		if (!specs->letter)
			continue;
		*letter++ = specs->letter;
		if (specs->argument)
			*letter++ = ':';
		*letter = '\0';
	}
}

static const struct option_spec *forms_find(const struct forms *forms, int code)
{
	if (code >= FIRST_VALUE && code < FIRST_VALUE + forms->count)
		return forms->specs[code - FIRST_VALUE];
	for (int i = 0; i < forms->count; i++)
		if (code && forms->specs[i]->letter == code)
			return forms->specs[i];
	return NULL;
}

/* What getopt_long() did not understand, said in words. */
static enum status option_error(const struct arguments *arguments,
				const struct forms *forms, int code,
				const char *word)
{
	const struct option_spec *option = forms_find(forms, optopt);
	struct nearest nearest = nearest_to(word + strspn(word, "-"));

	if (option && code == ':')
		return report_error(
		    arguments, STATUS_USAGE, _("--%s needs a value: --%s %s."),
		    option->name, option->name, option->argument);
	if (option)
		return report_error(arguments, STATUS_USAGE,
				    _("--%s takes no value."), option->name);
	if (optopt)
		return report_error(arguments, STATUS_USAGE,
				    _("There is no option -%c."), optopt);
	for (int i = 0; i < forms->count; i++)
		nearest_try(&nearest, forms->specs[i]->name);
	if (nearest.best)
		return report_error(
		    arguments, STATUS_USAGE,
		    _("There is no option %s. Do you mean --%s?"), word,
		    nearest.best);
	return report_error(arguments, STATUS_USAGE,
			    _("There is no option %s."), word);
}

static enum status operands_check(const struct arguments *arguments)
{
	const struct command *command = arguments->command;

	if (arguments->operand_count < command->operands_min)
		return report_error(arguments, STATUS_USAGE,
				    _("Something is missing: stemmeboks %s %s"),
				    command->name, command->operands);
	if (arguments->operand_count > command->operands_max)
		return report_error(arguments, STATUS_USAGE,
				    _("This is one too many: %s"),
				    arguments->operands[command->operands_max]);
	return STATUS_OK;
}

/* Reads argv, whose first word is the command's name, into ARGUMENTS. */
static enum status arguments_read(struct arguments *arguments, int argc,
				  char **argv, bool *ret_help)
{
	struct forms forms = {.letters = ":"};
	int code;

	forms_add(&forms, arguments->command->options);
	forms_add(&forms, common_options);
	opterr = 0;
	optind = 0;
	while ((code = getopt_long(argc, argv, forms.letters, forms.options,
				   NULL)) != -1) {
		const struct option_spec *option = forms_find(&forms, code);

		if (!option)
			return option_error(arguments, &forms, code,
					    argv[optind - 1]);
		arguments->given[arguments->given_count++] =
		    (struct given){option, option->argument ? optarg : ""};
		arguments->json |= strcmp(option->name, "json") == 0;
		*ret_help |= strcmp(option->name, "help") == 0;
	}
	arguments->operands = argv + optind;
	arguments->operand_count = argc - optind;
	return *ret_help ? STATUS_OK : operands_check(arguments);
}

/* What a command printed has only been said once it is out of our buffers. */
static enum status output_finish(const struct arguments *arguments,
				 enum status status)
{
	if ((fflush(stdout) != 0 || ferror(stdout)) && status == STATUS_OK)
		return report_error(arguments, STATUS_FILE_WRITE,
				    _("standard output: %s"), strerror(errno));
	return status;
}

static bool json_wanted(int count, char **words)
{
	for (int i = 0; i < count && strcmp(words[i], "--") != 0; i++)
		if (strcmp(words[i], "--json") == 0)
			return true;
	return false;
}

static enum status command_run(const struct command *command, int argc,
			       char **argv)
{
	int tenths = 0;
	bool practice = false;
	struct arguments arguments = {
	    .command = command, .practice = &practice, .tenths = &tenths};
	bool help = false;
	enum status status;

	/* Each word is at most as many options as it has letters. */
	size_t most = 1;
	for (int i = 0; i < argc; i++)
		most += strlen(argv[i]) + 1;
	arguments.given = calloc(most, sizeof(*arguments.given));
	if (!arguments.given)
		return report_error(&arguments, STATUS_MEMORY, NULL);
	/* A mistake before --json is told as JSON all the same. */
	arguments.json = json_wanted(argc - 1, argv + 1);
	status = arguments_read(&arguments, argc, argv, &help);
	if (status == STATUS_OK && help)
		usage_command(command);
	else if (status == STATUS_OK)
		status = command->run(&arguments);
	status = output_finish(&arguments, status);
	free(arguments.given);
	return status;
}

static enum status command_unknown(const char *name, bool json)
{
	const struct arguments nothing = {.command = NULL, .json = json};
	struct nearest nearest = nearest_to(name);

	for (const struct command *known = commands; known->name; known++)
		nearest_try(&nearest, known->name);
	if (nearest.best)
		return report_error(
		    &nothing, STATUS_USAGE,
		    _("There is no command \"%s\". Do you mean %s?"), name,
		    nearest.best);
	return report_error(&nothing, STATUS_USAGE,
			    _("There is no command \"%s\"."), name);
}

static const struct command *command_find(const char *name)
{
	for (const struct command *command = commands; command->name; command++)
		if (strcmp(command->name, name) == 0)
			return command;
	return NULL;
}

/* "stemmeboks help" and "stemmeboks help COMMAND". */
static enum status help(int count, char **words)
{
	const struct command *command;

	while (count > 0 && words[0][0] == '-') {
		count--;
		words++;
	}
	if (count == 0) {
		usage_all(stdout);
		return STATUS_OK;
	}
	command = command_find(words[0]);
	if (!command)
		return command_unknown(words[0], json_wanted(count, words));
	usage_command(command);
	return STATUS_OK;
}

int command_main(int argc, char **argv)
{
	const struct arguments nothing = {.command = NULL};
	const struct command *command;

	if (argc < 2) {
		usage_all(stderr);
		return status_exit_code(STATUS_USAGE);
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
		usage_all(stdout);
		return status_exit_code(output_finish(&nothing, STATUS_OK));
	}
	if (strcmp(argv[1], "--version") == 0) {
		puts("stemmeboks " STEMMEBOKS_VERSION);
		return status_exit_code(output_finish(&nothing, STATUS_OK));
	}
	if (strcmp(argv[1], "help") == 0)
		return status_exit_code(
		    output_finish(&nothing, help(argc - 2, argv + 2)));
	command = command_find(argv[1]);
	if (command)
		return status_exit_code(
		    command_run(command, argc - 1, argv + 1));
	return status_exit_code(
	    command_unknown(argv[1], json_wanted(argc - 2, argv + 2)));
}

const char *argument_operand(const struct arguments *arguments, int index)
{
	return index >= 0 && index < arguments->operand_count
		   ? arguments->operands[index]
		   : NULL;
}

int argument_operand_count(const struct arguments *arguments)
{
	return arguments->operand_count;
}

const char *argument_option(const struct arguments *arguments, const char *name)
{
	for (int i = arguments->given_count; i-- > 0;)
		if (strcmp(arguments->given[i].option->name, name) == 0)
			return arguments->given[i].value;
	return NULL;
}

const char *argument_repeated(const struct arguments *arguments,
			      const char *name, int index)
{
	for (int i = 0; i < arguments->given_count; i++)
		if (strcmp(arguments->given[i].option->name, name) == 0 &&
		    index-- == 0)
			return arguments->given[i].value;
	return NULL;
}

enum status argument_number(const struct arguments *arguments, const char *name,
			    int least, int most, int fallback, int *ret_number)
{
	const char *text = argument_option(arguments, name);
	char *end;
	long number;

	if (!text) {
		*ret_number = fallback;
		return STATUS_OK;
	}
	errno = 0;
	number = strtol(text, &end, 10);
	if (*text == ' ' || *text == '+' || *end || end == text || errno ||
	    number < least || number > most)
		return report_error(
		    arguments, STATUS_USAGE,
		    _("--%s must be a whole number from %d to %d, not \"%s\"."),
		    name, least, most, text);
	*ret_number = (int)number;
	return STATUS_OK;
}

bool argument_json(const struct arguments *arguments)
{
	return arguments->json;
}

#include "tools/line/usage.h"

#include <string.h>

#include "words/words.h"

enum { COLUMN = 26 };

/* What status.def's exit codes mean, in order from 0; NULL at the end. */
static const char *const exit_codes[] = {
    N_("done"),
    N_("a fault of the machine: disk, memory, another program"),
    N_("bad input: the command line or the meeting's files"),
    N_("a tie about money stopped the count"),
    N_("not allowed in this phase of the meeting"),
    N_("the slip is refused"),
    N_("the file is damaged or does not agree with itself"),
    NULL,
};

static void print_options(const struct option_spec *option)
{
	for (; option->name; option++) {
		char form[80];

		snprintf(form, sizeof(form), "  %c%c%c --%s%s%s",
			 option->letter ? '-' : ' ',
			 option->letter ? option->letter : ' ',
			 option->letter ? ',' : ' ', option->name,
			 option->argument ? " " : "",
			 option->argument ? option->argument : "");
		printf("%-*s %s\n", COLUMN, form, words_get(option->help));
	}
}

static void print_exit_codes(FILE *out)
{
	fprintf(out, "\n%s\n", _("Exit codes:"));
	for (int i = 0; exit_codes[i]; i++)
		fprintf(out, "  %d  %s\n", i, words_get(exit_codes[i]));
}

void usage_all(FILE *out)
{
	fprintf(out, "%s\n\n",
		_("stemmeboks holds a vote about money at a meeting."));
	fprintf(out, "%s stemmeboks %s\n\n%s\n", _("Usage:"),
		_("COMMAND [OPTIONS] FILE"),
		_("Commands, in the order of an evening:"));
	for (const struct command *command = commands; command->name; command++)
		fprintf(out, "  %-10s %s\n", command->name,
			words_get(command->help));
	fprintf(out, "\n%s\n  stemmeboks new --help\n",
		_("How one command is used, with an example:"));
	print_exit_codes(out);
}

void usage_command(const struct command *command)
{
	printf("%s stemmeboks %s %s %s\n\n%s\n\n%s\n", _("Usage:"),
	       command->name, command->operands, _("[OPTIONS]"),
	       words_get(command->help), _("Options:"));
	print_options(command->options);
	print_options(common_options);
	printf("\n%s\n  %s\n", _("Example:"), command->example);
	print_exit_codes(stdout);
}

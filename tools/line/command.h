/* command.h - the organisers' command line: one table row per command. */
#ifndef STEMMEBOKS_COMMAND_H
#define STEMMEBOKS_COMMAND_H

#include <stdbool.h>

#include "core/status.h"

struct arguments;

/* One option of a command; a table of them ends with a NULL name. Every command
 * also has --json and --help. */
struct option_spec {
	const char *name;     /* without the two hyphens */
	char letter;	      /* 0 or the one-letter form: 'o' for -o */
	const char *argument; /* "N"; NULL for a flag */
	const char *help;     /* gettext key */
};

struct command {
	const char *name;
	enum status (*run)(const struct arguments *arguments);
	const char *operands; /* "FILE", for the usage line */
	int operands_min, operands_max;
	const struct option_spec *options;
	const char *help;    /* one sentence, gettext key */
	const char *example; /* a whole command line */
};

/* Every row of command.def is a function and a table of options, here declared:
 * cmd_new() with options_new[], and so on. */
#define COMMAND(name, operands, least, most, help, example)                    \
	enum status cmd_##name(const struct arguments *arguments);             \
	extern const struct option_spec options_##name[];
#include "tools/line/command.def"
#undef COMMAND

/* All commands, in the order of an evening; NULL name at the end. Walked by
 * --help, the man pages and the tests. */
extern const struct command commands[];

/* Runs the command line; returns the exit code (status_exit_code()). */
int command_main(int argc, char **argv);

/* Operand INDEX, or NULL. */
const char *argument_operand(const struct arguments *arguments, int index);
int argument_operand_count(const struct arguments *arguments);

/* The value of option NAME, the last if it was given twice; NULL if not given.
 * For a flag: not NULL when given. */
const char *argument_option(const struct arguments *arguments,
			    const char *name);

/* The value number INDEX of an option that may be repeated, or NULL. */
const char *argument_repeated(const struct arguments *arguments,
			      const char *name, int index);

/* The whole number in option NAME between LEAST and MOST, or FALLBACK when not
 * given. On bad input the error was told and STATUS_USAGE is returned. */
enum status argument_number(const struct arguments *arguments, const char *name,
			    int least, int most, int fallback, int *ret_number);

bool argument_json(const struct arguments *arguments);

#endif

/* arguments.h - an understood command line; only command.c and report.c look
 * inside. */
#ifndef STEMMEBOKS_ARGUMENTS_H
#define STEMMEBOKS_ARGUMENTS_H

#include "tools/line/command.h"

struct given {
	const struct option_spec *option;
	const char *value; /* "" for a flag */
};

struct arguments {
	const struct command *command;
	char **operands;
	int operand_count;
	struct given *given; /* in the order of the command line */
	int given_count;
	bool json;
	bool *practice; /* the meeting is one: report_practice() */
	int *tenths;	/* of the progress already shown; report_progress() */
};

#endif

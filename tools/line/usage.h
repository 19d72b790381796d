/* usage.h - what --help prints, from the table of commands. */
#ifndef STEMMEBOKS_USAGE_H
#define STEMMEBOKS_USAGE_H

#include <stdio.h>

#include "tools/line/command.h"

/* The options that every command has; NULL name at the end. */
extern const struct option_spec common_options[];

/* All commands with their sentence, to OUT. */
void usage_all(FILE *out);

/* One command: usage, options, example and exit codes, to standard output. */
void usage_command(const struct command *command);

#endif

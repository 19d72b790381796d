/* verify_file.h - `verify` of a meeting's own file. */
#ifndef STEMMEBOKS_VERIFY_FILE_H
#define STEMMEBOKS_VERIFY_FILE_H

#include "tools/line/command.h"

/* Tells whether the file at PATH agrees with itself, with the pictures beside
 * it, and its ballots with the rules; of a file that is one of several it is
 * told that the others have the rest. */
enum status verify_file(const struct arguments *arguments, const char *path);

/* What to compare with the minutes: the CODE of the rules and the ROOT of the
 * box, NULL where it is not told. */
void verify_minutes(const struct arguments *arguments, const char *code,
		    const char *root);

#endif

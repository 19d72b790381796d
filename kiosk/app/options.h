/* options.h - a program's command line, read by a table. */
#ifndef STEMMEBOKS_OPTIONS_H
#define STEMMEBOKS_OPTIONS_H

#include <stddef.h>
#include <stdio.h>

#include "core/status.h"

/* What an option takes, and the type of where it goes. */
enum option_kind {
	OPTION_WORD,	/* anything but nothing: const char *, ARGV's */
	OPTION_DISPLAY, /* 0 to 15: int */
	OPTION_WINDOW,	/* 1280x720 or 1280x720+20+40, each side 180 to 16384:
			   struct ui_window */
	OPTION_FLAG,	/* nothing: bool, true when it is given */
	OPTION_TENTHS,	/* 1 to 40, one decimal with point or comma: double */
};

struct option_row {
	const char *name; /* "--window" */
	const char *argument;
	enum option_kind kind;
	size_t place;	  /* offsetof the value in the program's options */
	const char *help; /* gettext keys: what it does, and what to write */
	const char *wrong;
};

/* What a program understands besides --help and -h, "--" and one FILE. */
struct option_table {
	const char *program;
	const struct option_row *rows;
	int count;
	size_t file; /* offsetof a const char *: the one file, NULL if none */
	size_t help; /* offsetof a bool: nothing but the help was asked for */
};

/* Reads ARGV into OPTIONS, the program's own struct, which the caller has
 * filled with what holds when nothing is said. Values stand after the option
 * or, with =, in it. STATUS_USAGE after telling on ERRORS what is wrong and
 * what to write instead; OPTIONS then holds what was read before. A missing
 * file is for the caller to ask about: options_need_file(). */
enum status options_read(const struct option_table *table, int argc,
			 char **argv, FILE *errors, void *options);

/* Tells on ERRORS that the meeting's file must be given. STATUS_USAGE. */
enum status options_need_file(const struct option_table *table, FILE *errors);

/* Tells on ERRORS that the value of the option at PLACE is wrong, and what to
 * write instead. */
void options_tell_wrong(const struct option_table *table, size_t place,
			FILE *errors);

/* Prints a line an option, --help the last. */
void options_help(const struct option_table *table, FILE *out);

#endif

/* hall_options.h - the command line of stemmeboks-hall. */
#ifndef STEMMEBOKS_HALL_OPTIONS_H
#define STEMMEBOKS_HALL_OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

#include "core/status.h"
#include "ui/ui.h"

struct hall_options {
	const char *file;	 /* the meeting's file */
	int display;		 /* index, 0 first */
	struct ui_window window; /* no width: the whole display */
	const char *language;	 /* of the room; NULL: the meeting's first */
	const char *announce;	 /* where what is shown is told, or NULL */
	bool help;		 /* nothing but the help was asked for */
};

/* Reads ARGV; the strings of *ret_options are ARGV's. STATUS_USAGE after
 * telling on ERRORS what is wrong and what to write instead; *ret_options is
 * then untouched. */
enum status hall_options_read(int argc, char **argv, FILE *errors,
			      struct hall_options *ret_options);

/* Prints how the program is used. */
void hall_options_help(FILE *out);

#endif

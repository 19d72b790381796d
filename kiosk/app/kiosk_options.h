/* kiosk_options.h - the command line of stemmeboks-kiosk. */
#ifndef STEMMEBOKS_KIOSK_OPTIONS_H
#define STEMMEBOKS_KIOSK_OPTIONS_H

#include <stdbool.h>
#include <stdio.h>

#include "core/setup.h"
#include "core/status.h"
#include "ui/ui.h"

struct kiosk_options {
	const char *file;	 /* the meeting's file */
	int display;		 /* index, 0 first */
	struct ui_window window; /* no width: the whole display, where nothing
				    but touch and scanner works */
	double px_per_mm;	 /* 0: as the display seems to be */
	bool ruler;		 /* only measure that */
	const char *set_up;	 /* make a meeting in that folder first */
	const char *stick;	/* a folder looked into like a stick, or NULL */
	const char *language;	/* of the attract screen; NULL: the first */
	const char *demo;	/* a file with a token a line, or NULL */
	const char *announce;	/* where the demo tells its targets, or NULL */
	const char *scan_pipe;	/* a FIFO or file of lines, or NULL */
	const char *serial;	/* "auto", "off" or a device */
	const char *camera;	/* "auto", "off", a device or a folder */
	const char *sounds;	/* a sound device; NULL: the usual */
	const char *headphones; /* the one that reads aloud; NULL: none */
	const char *clips;	/* a folder of recordings, or NULL */
	const char *setup[SETUP_ITEMS]; /* values of setup.def, or NULL: as kept
					 */
	bool help;			/* nothing but the help was asked for */
};

/* Reads ARGV; the strings of *ret_options are ARGV's. --announce needs --demo,
 * or --set-up, which needs no file.
 * STATUS_USAGE after telling on ERRORS what is wrong and what to write instead;
 * *ret_options is then untouched. */
enum status kiosk_options_read(int argc, char **argv, FILE *errors,
			       struct kiosk_options *ret_options);

/* Prints how the program is used, with an example. */
void kiosk_options_help(FILE *out);

#endif

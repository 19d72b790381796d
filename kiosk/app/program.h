/* program.h - what the programs with a window say on the terminal. */
#ifndef STEMMEBOKS_PROGRAM_H
#define STEMMEBOKS_PROGRAM_H

#include <stdio.h>

#include "core/status.h"

struct ui;
struct ui_options;

/* Words before there is a meeting: in the language of the machine. */
void program_words(void);

/* Tells on OUT why PROGRAM could not start. ABOUT: the file it is about, or "".
 * For STATUS_DISPLAY says which displays there are when DISPLAY (the index
 * asked for) is not among them, else what SDL says. */
void program_tell(FILE *out, const char *program, enum status status,
		  const char *about, int display);

/* Opens the window that OPTIONS describe with the fonts that are installed: on
 * the whole display when it has no width, else with a pointer. As ui_open(),
 * and what place_find() says when there are no fonts. */
enum status program_window(struct ui_options options, struct ui **ret_ui);

#endif

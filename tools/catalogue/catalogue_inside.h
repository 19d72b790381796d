/* catalogue_inside.h - the parts of reading a catalogue. */
#ifndef STEMMEBOKS_CATALOGUE_INSIDE_H
#define STEMMEBOKS_CATALOGUE_INSIDE_H

#include "tools/catalogue/catalogue.h"

struct check {
	struct catalogue *catalogue;
	const struct po *residents;
	struct problems *problems;
	const char *name; /* of the file */
};

/* Fills in what the header says: code, name, direction, plural forms. */
void catalogue_header(struct check *check);

/* Whether MESSAGE, the translation of SOURCE, is right; tells what is not. */
bool catalogue_message(struct check *check, const struct po_message *message,
		       const struct po_message *source);

/* The beginning of a text, to tell it by: without line breaks, cut at a
 * character with an ellipsis. */
enum { CATALOGUE_BRIEF = 64 };
void catalogue_brief(const char *text, char ret_text[CATALOGUE_BRIEF]);

#endif

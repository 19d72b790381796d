/* po_line.h - a catalogue's lines, one after the other; only po.c uses it. */
#ifndef STEMMEBOKS_PO_LINE_H
#define STEMMEBOKS_PO_LINE_H

#include "tools/catalogue/po.h"

/* Where the next quoted text belongs. */
struct po_reader {
	struct po *po;
	struct problems *problems;
	const char *name;
	int line;
	struct po_message *message; /* being read, or NULL */
	char **text;		    /* being read, or NULL */
	bool fuzzy, c_format;	    /* of the message to come */
	bool skip; /* the rest of a message in which a mistake was found */
};

/* Takes LINE, without its end, which it changes. Of each message the first
 * mistake is told. */
void po_line(struct po_reader *reader, char *line);

/* Tells what is wrong in the present line; the rest of its message is then
 * skipped. */
void po_wrong(struct po_reader *reader, const char *why);

#endif

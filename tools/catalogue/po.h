/* po.h - a catalogue as people write it (gettext manual, "The Format of PO
 * Files"), read with a line for everything that is wrong in it. */
#ifndef STEMMEBOKS_PO_H
#define STEMMEBOKS_PO_H

#include "tools/catalogue/plural.h"
#include "tools/import/problems.h"

enum {
	PO_BYTES = 4 << 20, /* of a file */
	PO_TEXT = 4000,	    /* bytes of one text */
};

struct po_message {
	int line; /* of its msgid */
	bool fuzzy, c_format;
	bool broken;   /* a mistake in it was told */
	char *context; /* NULL mostly */
	char *id;
	char *plural;		   /* NULL where there is but one form */
	char *forms[PLURAL_FORMS]; /* the first form_count are not NULL */
	int form_count;
};

struct po {
	struct po_message *messages; /* the header among them, its id "" */
	int count, room;
};

/* Reads the file at PATH; NAME (kept) is what problems call it. What is wrong
 * goes to PROBLEMS: no ordinary file, larger than PO_BYTES, not UTF-8, a line
 * that is not understood. *ret_po has what was understood; po_free() it
 * always. */
void po_read(const char *path, const char *name, struct problems *problems,
	     struct po *ret_po);

void po_free(struct po *po);

/* The message of ID without a context, or NULL. "" is the header. */
const struct po_message *po_find(const struct po *po, const char *id);

/* What the header has in FIELD ("Language"), without blanks around; "" when it
 * is missing or does not fit. */
void po_field(const struct po *po, const char *field, char *ret_value,
	      size_t size);

#endif

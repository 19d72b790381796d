/* pabulib_text.h - a file in memory, known to be UTF-8. */
#ifndef STEMMEBOKS_PABULIB_TEXT_H
#define STEMMEBOKS_PABULIB_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/status.h"

/* The places of a larger file would not fit the table of voters. */
#define PABULIB_TEXT_MOST ((size_t)0xFFFFFFF0)

struct pabulib_text {
	char *bytes; /* owned; NULL when empty */
	size_t length;
};

/* What a look at all its bytes tells. */
struct pabulib_look {
	size_t wrong;	 /* the first byte that is not UTF-8, or NUL; the
			    length when all are fine */
	bool mark;	 /* it begins with a byte order mark */
	bool returns;	 /* a CR without LF behind it */
	bool crlf, bare; /* lines that end in CR LF, in LF alone */
};

/* Reads all of PATH, which may be a pipe, in one piece: a file that changes
 * meanwhile cannot make the program fall. STATUS_FILE_MISSING,
 * STATUS_FILE_READ, STATUS_LIMIT above PABULIB_TEXT_MOST, STATUS_MEMORY. */
enum status pabulib_text_read(const char *path, struct pabulib_text *ret_text);

void pabulib_text_free(struct pabulib_text *text);

struct pabulib_look pabulib_text_look(const char *bytes, size_t length);

#endif

/* import_ini.h - meeting.ini as a list of entries with their lines. */
#ifndef STEMMEBOKS_IMPORT_INI_H
#define STEMMEBOKS_IMPORT_INI_H

#include <stdbool.h>

#include "tools/import/import_text.h"

struct ini_entry {
	char *key;
	char *value; /* lines that go on below joined by '\n' */
	int line;
	int key_line;  /* where the key stands: the same in a text file */
	int next_line; /* the first line that goes on, or 0 */
	int section;   /* index, or -1 before the first */
	bool used;     /* for the reader's own bookkeeping */
};

struct ini_section {
	char *name; /* between the brackets, blanks around taken off */
	int line;
};

struct ini {
	struct ini_section *sections;
	struct ini_entry *entries;
	int section_count, entry_count;
	int section_room, entry_room;
};

/* Takes TEXT apart: sections and "key = value" lines as inih has them, comment
 * lines with ; or #, an indented line goes on from the one above. Lines that
 * are none of these, too long or hold forbidden characters are problems with
 * FILE's name (kept, not copied); the rest is read all the same. The result is
 * freed with ini_free(). */
void ini_read(const struct import_text *text, const char *file,
	      struct problems *problems, struct ini *ret_ini);

/* Adds a section named by LENGTH bytes, blanks around them taken off, or an
 * entry of the last section, at LINE to INI, which begins as {0}. False when
 * there is no room. */
bool ini_section(struct ini *ini, const char *name, size_t length, int line);
bool ini_entry(struct ini *ini, const char *key, const char *value, int line);

/* Adds VALUE, from LINE, as one more line to the last entry. False without
 * memory. */
bool ini_go_on(struct ini *ini, const char *value, int line);

/* Empties *ini. */
void ini_free(struct ini *ini);

#endif

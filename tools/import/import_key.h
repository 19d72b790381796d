/* import_key.h - which keys a section of meeting.ini knows, as a table. */
#ifndef STEMMEBOKS_IMPORT_KEY_H
#define STEMMEBOKS_IMPORT_KEY_H

#include "tools/import/import_part.h"

/* One key; a table of them ends with a NULL name. */
struct import_key {
	const char *name;
	bool per_language; /* name_da, name_en, … */
	bool lines;	   /* may go on over indented lines */
	/* Reads ENTRY into pot POT (-1 in [meeting]); LANGUAGE is an index into
	 * meeting.languages, or -1. */
	void (*read)(struct import *import, const struct ini_entry *entry,
		     int pot, int language);
};

/* The keys of [meeting], and what the meeting is when none of them is given: no
 * date yet (NULL). */
extern const struct import_key import_meeting_keys[];
void import_meeting_begin(struct meeting *meeting);

/* The keys of [roll]: where the roll is that several kiosks share. */
extern const struct import_key import_roll_keys[];

/* Finds ENTRY's key in KEYS and reads it; an unknown key is a problem that
 * names the nearest known one. */
void import_key_read(struct import *import, const struct import_key *keys,
		     const struct ini_entry *entry, int pot);

/* ENTRY's value in *ret_text; when it has more than MOST characters that is a
 * problem, and the text is there all the same, so that it is not missed. */
void import_key_text(struct import *import, const struct ini_entry *entry,
		     int most, const char **ret_text);

/* ENTRY's value as a whole number from LEAST to MOST in *ret_number; a problem
 * and nothing else when it is none. */
void import_key_number(struct import *import, const struct ini_entry *entry,
		       int least, int most, int *ret_number);

#endif

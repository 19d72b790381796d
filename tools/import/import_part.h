/* import_part.h - the meeting being read, shared by the parts of the import. */
#ifndef STEMMEBOKS_IMPORT_PART_H
#define STEMMEBOKS_IMPORT_PART_H

#include "tools/import/import.h"
#include "tools/import/import_ini.h"
#include "tools/import/problem_source.h"

struct worksheet;

enum { IMPORT_NUMBERS = 999 + 1 };

/* The numbers that go with a pot's ballot. */
enum import_value_name {
	VALUE_CHOOSE_MIN,
	VALUE_CHOOSE_MAX,
	VALUE_POINTS,
	VALUE_POINTS_EACH,
	VALUE_SCORE_LEAST,
	VALUE_SCORE_BEST,
	VALUE_SCORE_ALL,
	IMPORT_VALUES
};

struct import_value {
	int line;  /* 0: not given */
	bool read; /* given, and a number that may stand there */
	int number;
};

/* A pot's entries that can only be judged when everything is read: the line
 * and, for leftover_to, the key; line 0 when not given. */
struct import_pot {
	int line; /* of the section */
	int amount_line;
	bool ballot_unknown;
	struct import_value values[IMPORT_VALUES];
	int misfit_line, utility_line, completion_line, support_line;
	int leftover_line;
	const char *leftover_key;
};

struct import {
	const char *folder;
	struct meeting *meeting;
	struct problems *problems;
	struct import_pot pots[MEETING_POTS];
	int line_of[IMPORT_NUMBERS]; /* of each proposal by number; 0: none */
	int proposal_line[MEETING_PROPOSALS]; /* by index, as they came */
	/* From 1, 0 when there is none; for problems_point(). */
	int image_column, incompatible_column;
	bool in_sheet; /* [meeting] and the pots stand in a spreadsheet */
};

/* Rows of a table: a CSV file's text, or with TEXT NULL those of SHEET from
 * FIRST on. */
struct import_rows {
	const struct import_text *text;
	const struct worksheet *sheet;
	int first;
};

/* A copy of TEXT in the meeting's arena; "" without memory, which is told. */
const char *import_string(struct import *import, const char *text);

/* Reads TEXT as a whole number from LEAST to MOST. */
bool import_number(const char *text, int least, int most, int *ret_number);

/* The known language named by what follows the first LENGTH bytes of NAME and
 * an underscore; NULL when there is no underscore or no such language. */
const char *import_suffix(const char *name, size_t length);

/* The amount in TEXT, above 0, or a problem at FILE:LINE about WHAT. */
bool import_amount(struct import *import, const char *file, int line,
		   const char *what, const char *text, int64_t *ret_minor);

/* Gives the meeting a language if nothing else did. */
void import_languages_settle(struct import *import);

/* meeting.ini: sections, [meeting] and the pots. */
void import_meeting(struct import *import, const struct ini *ini);

/* Pot POT as it is when nothing is said of it but its KEY; its section stands
 * at LINE. */
void import_pot_begin(struct import *import, int pot, const char *key,
		      int line);

/* One entry of the section of pot POT. */
void import_pot_entry(struct import *import, const struct ini_entry *entry,
		      int pot);

/* What a pot must have, after its last entry. */
void import_pot_finish(struct import *import, int pot);

/* What can only be judged with all pots and proposals there. */
void import_pots_check(struct import *import);

/* proposals.csv, or a sheet in its place. */
void import_proposals(struct import *import, const struct import_rows *rows);

/* funding.csv, or a sheet in its place. */
void import_funding(struct import *import, const struct import_rows *rows);

/* images/: every image that a proposal names, and those that none names. */
void import_images(struct import *import);

#endif

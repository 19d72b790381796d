/* pabulib_read.h - a file being read: what the parts of the reader share. */
#ifndef STEMMEBOKS_PABULIB_READ_H
#define STEMMEBOKS_PABULIB_READ_H

#include "tools/pabulib/pabulib.h"
#include "tools/pabulib/pabulib_ids.h"
#include "tools/pabulib/pabulib_rows.h"
#include "tools/pabulib/pabulib_text.h"
#include "tools/pabulib/pabulib_voters.h"

enum { SHOWN_TEXT = 96, SHOWN_AT_ONCE = 4 };

enum section { SECTION_NONE, SECTION_META, SECTION_PROJECTS, SECTION_VOTES };

/* How SECTION, any but SECTION_NONE, is called in a file. */
const char *section_name(enum section section);

/* What the column votes, or score where ballots have points, says. */
struct claim {
	bool made;
	struct number number;
	long line;
};

struct reading {
	struct pabulib *pabulib;
	struct pabulib_notes *notes;
	bool lenient;
	struct span text; /* without byte order mark */
	struct pabulib_look look;
	enum section section; /* that is being read */
	bool ended;	      /* the file has no further row */
	struct election_builder *builder;
	struct ids ids;
	struct voters *voters;
	size_t project_room; /* of the pabulib's names, and claims */
	int project_count, ballot_count;
	int64_t costs_minor;  /* of all projects together */
	struct claim *claims; /* one a project */
	int places;	      /* decimals of values */
	char shown[SHOWN_AT_ONCE][SHOWN_TEXT];
	int shown_next;
	struct rows rows; /* last: it is large, and set by rows_begin() */
};

/* Keeps why the file is refused and gives STATUS_INPUT. */
#define reading_refuse(reading, line, ...)                                     \
	(notes_refuse((reading)->notes, line, __VA_ARGS__), STATUS_INPUT)

/* Notes something of KIND; what strict does not take is a refusal then, and
 * STATUS_INPUT. Else STATUS_OK. */
enum status reading_note(struct reading *reading, enum note kind, long line,
			 const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* TEXT to stand in a sentence: cut, and nothing in it that steers a terminal.
 * Valid until three more were asked for. */
const char *reading_show(struct reading *reading, struct span text);

/* The next row that is none of a section's name; STATUS_OK with *ret_row false
 * at the end of the section or of the file. */
enum status reading_row(struct reading *reading, bool *ret_row);

/* Makes the row as wide as its head, which has COUNT cells: a shorter one is
 * filled with empty cells where that is allowed. */
enum status reading_width(struct reading *reading, int count);

/* Which of HEADS (COUNT of them) stands in which column of the row: its index,
 * or -1. One that stands twice is refused. */
enum status reading_columns(struct reading *reading, const char *const *heads,
			    int count, int *ret_columns);

/* TEXT as a number about WHAT (for people). */
enum status reading_number(struct reading *reading, struct span text,
			   const char *what, struct number *ret_number);

/* NUMBER of money, of line LINE, in hundredths. */
enum status reading_money(struct reading *reading, long line,
			  struct number number, const char *what,
			  int64_t *ret_minor);

/* The three sections, each from behind the line of its name to that of the
 * next, or the file's end. reading_votes() gives STATUS_CHANGED with larger
 * `places` when values have more decimals: all is to be read again. */
enum status reading_meta(struct reading *reading);
enum status reading_projects(struct reading *reading);
enum status reading_votes(struct reading *reading);

/* Whether there are as many projects and ballots as META says. */
enum status reading_check_counts(struct reading *reading);

/* Whether the ballots of the election that was made give each project what the
 * columns votes or score say, which Pabulib counts itself. */
enum status reading_check_claims(struct reading *reading);

#endif

/* pabulib.h - elections in the format of pabulib.org, read and written.
 *
 * A .pb file is UTF-8 text in three sections, META (key;value), PROJECTS and
 * VOTES, the latter two with a line that names their columns. What real files
 * do otherwise is listed in pabulib_note.def; each is read, told or refused as
 * it stands there. Refused in any case, with the line: text that is not UTF-8,
 * a section that is missing, stands twice or out of order, a project or voter
 * that stands twice, a ballot for a project that does not exist, points that
 * are not as many as the projects, numbers that are none, are below zero or too
 * large, money in less than hundredths, rows with more cells than their head,
 * and ballots without a cell for them. (Faliszewski et al., "Participatory
 * Budgeting: Data, Tools and Analysis", 2023; pabulib.org, "Data Format".)
 *
 * A ballot gives a project 1 (approval, choose-1); its points (cumulative,
 * scoring; default_score for those it does not name); or, of k projects in
 * order, k for the first and 1 for the last (ordinal). One that is named twice
 * counts once, at its better place; points add up.
 */
#ifndef STEMMEBOKS_PABULIB_H
#define STEMMEBOKS_PABULIB_H

#include <stdbool.h>
#include <stdio.h>

#include "rules/election.h"
#include "tools/pabulib/pabulib_notes.h"
#include "tools/pabulib/pabulib_number.h"
#include "tools/pabulib/vote_type.h"

enum pabulib_key {
#define KEY(name, spelled, kind) PABULIB_##name,
#include "tools/pabulib/pabulib_key.def"
#undef KEY
	PABULIB_KEY_COUNT
};

/* What META says about one key. */
struct pabulib_meta {
	char *text; /* owned; NULL when it is not there, or empty */
	struct number number;
	long line;
};

struct pabulib {
	struct pabulib_meta meta[PABULIB_KEY_COUNT];
	enum vote_type vote_type;
	char **names; /* of the election's projects; "" without one */
	int name_count;
	struct election *election;
};

/* The key as META spells it. Static. */
const char *pabulib_key_name(enum pabulib_key key);

/* Reads the file PATH. LENIENT: repairs what can be. NOTES (empty, the caller's
 * to clear) are filled in either case.
 *
 * STATUS_OK with *ret_pabulib, to be freed with pabulib_free(). STATUS_INPUT:
 * refused, notes->refusal says why. STATUS_FILE_MISSING, STATUS_FILE_READ,
 * STATUS_LIMIT (larger than PABULIB_TEXT_MOST), STATUS_MEMORY. */
enum status pabulib_read(const char *path, bool lenient,
			 struct pabulib_notes *notes,
			 struct pabulib **ret_pabulib);

/* The same from LENGTH bytes in memory; borrowed until it returns. */
enum status pabulib_read_bytes(const char *bytes, size_t length, bool lenient,
			       struct pabulib_notes *notes,
			       struct pabulib **ret_pabulib);

/* Takes NULL. */
void pabulib_free(struct pabulib *pabulib);

/* Writes PABULIB so that every reader of the format takes it: LF, no byte order
 * mark, keys in the format's order, voters numbered. Ballots that are alike
 * stand together, blank ones last. Points are written out, so default_score is
 * left away. STATUS_FILE_WRITE or STATUS_MEMORY: OUT does not hold all of it.
 */
enum status pabulib_write(const struct pabulib *pabulib, FILE *out);

/* Writes TEXT as a cell: in quotes where it needs them. */
void pabulib_write_cell(const char *text, FILE *out);

/* Writes MINOR hundredths: "25000", "25000.50". */
void pabulib_write_money(int64_t minor, FILE *out);

/* Writes VALUE in 1/SCALE, a power of ten: "12", "12.5". */
void pabulib_write_value(int64_t value, int scale, FILE *out);

#endif

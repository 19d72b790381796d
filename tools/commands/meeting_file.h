/* meeting_file.h - the meeting file that an act is done to. */
#ifndef STEMMEBOKS_MEETING_FILE_H
#define STEMMEBOKS_MEETING_FILE_H

#include "core/phase.h"
#include "store/audit.h"
#include "store/box.h"
#include "store/definition.h"
#include "store/store.h"
#include "tools/line/command.h"

enum {
	MEETING_FILE_ROOT = 2 * BOX_ROOT_BYTES + 1,
	MEETING_FILE_NEXT = 1024,
	MEETING_FILE_LANGUAGES = 8 * MEETING_LANGUAGES,
};

/* Tells that the file at PATH is damaged, and where, as store_open_fault() gave
 * it. STATUS_DAMAGED. */
enum status meeting_file_damaged(const struct arguments *arguments,
				 const char *path,
				 const struct store_fault *fault);

/* Opens the meeting file at PATH. A failure was told, of a damaged file where
 * it is; and so was it when others could read it until now. */
enum status meeting_file_open_at(const struct arguments *arguments,
				 const char *path, enum store_mode mode,
				 struct store **ret_store);

/* The same with the first operand's, telling also when it is practice. */
enum status meeting_file_open(const struct arguments *arguments,
			      enum store_mode mode, struct store **ret_store);

/* After STORE was opened without meeting_file_open(): tells when others could
 * read it until then. */
void meeting_file_mended(const struct arguments *arguments,
			 const struct store *store);

/* STATUS_OK when ACT may be done now; else it was told why not and what to
 * type instead. */
enum status meeting_file_allows(const struct arguments *arguments,
				struct store *store, enum act act);

/* What is wrong with the picture NAME, as store_pictures_check() returned it
 * with STATUS: a sentence that says what to do. Refuses with it; returns
 * STATUS.
 */
enum status meeting_file_picture(const struct arguments *arguments,
				 const struct store *store, enum status status,
				 const char *name);

/* Says so where STORE is a practice meeting; meeting_file_open() has. */
void meeting_file_practice(const struct arguments *arguments,
			   const struct store *store);

/* STATUS_PRACTICE, and told, where it is one: for what only a real meeting may
 * have. */
enum status meeting_file_real(const struct arguments *arguments,
			      const struct store *store);

/* The names of MEETING's languages, as people type them: "da, en, ar". */
void meeting_file_languages(const struct meeting *meeting,
			    char ret_text[MEETING_FILE_LANGUAGES]);

/* The clock's time as audit rows have it. */
void meeting_file_time(char ret_at[AUDIT_TIME]);

/* The short code of the definition, as on rule card and hall. */
void meeting_file_code(const struct store *store,
		       char ret_code[DEFINITION_CODE]);

/* The root of the box now, in hexadecimal. */
enum status meeting_file_root(struct store *store,
			      char ret_root[MEETING_FILE_ROOT]);

/* Whether the root says something in PHASE: while people vote it is that of an
 * empty box however many ballots there are, so that it tells nothing early. */
bool meeting_file_root_told(enum phase phase);

/* What to type next, for people: "stemmeboks COMMAND FILE REST" with the file's
 * name as a shell takes it for one word. */
void meeting_file_next(const struct arguments *arguments, const char *command,
		       const char *rest, char ret_text[MEETING_FILE_NEXT]);

#endif

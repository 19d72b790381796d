/* bundle_read.h - a published folder's files back into values. */
#ifndef STEMMEBOKS_BUNDLE_READ_H
#define STEMMEBOKS_BUNDLE_READ_H

#include <jansson.h>

#include "tools/bundle/bundle.h"
#include "tools/bundle/bundle_files.h"

enum { COMPLAINT_TEXT = 768 };

/* Something wrong in a folder, and where. */
struct json_t;

struct complaint {
	char file[BUNDLE_NAME];
	int line; /* from 1; 0 for the file as a whole */
	char text[COMPLAINT_TEXT];
};

/* Reads what cannot be worked out from anything else: meeting.json, votes.csv
 * and free-slots.csv (where the folder has them), slips.csv, audit.csv,
 * signer.pub, and from result.json the decisions, the count by hand, the slips
 * and the box root; without votes.csv also the totals. Then counts.
 *
 * STATUS_DISAGREES with *ret_complaint filled when a file is missing, cannot be
 * read, or breaks the meeting's rules or its own; STATUS_MEMORY. Free with
 * bundle_free(). */
enum status bundle_read(const struct bundle_files *files,
			struct bundle **ret_bundle,
			struct complaint *ret_complaint);

/* Fills *COMPLAINT, cleaned with bundle_clean(); returns STATUS_DISAGREES. */
enum status complain(struct complaint *complaint, const char *file, int line,
		     const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Reads result.json's boxes, NULL where it has none, into BUNDLE. STATUS_OK,
 * STATUS_DISAGREES with *COMPLAINT filled, STATUS_MEMORY. */
enum status bundle_boxes_read(const struct json_t *json, const char *file,
			      struct bundle *bundle,
			      struct complaint *complaint);

/* The lines of a file, one after another. */
struct lines {
	const char *name;
	const char *next; /* NULL at the end */
	const char *end;  /* of the whole file */
	int number;	  /* of the line last read, from 1 */
};

struct lines lines_of(const struct bundle_file *file);

/* The next line without its line end, or false after the last. A file that does
 * not end in a line end has one line more. */
bool lines_next(struct lines *lines, const char **ret_line, size_t *ret_length);

/* The tables, and what result.json alone tells; used by bundle_read(). */
enum status bundle_read_votes(const struct bundle_file *file,
			      struct bundle *bundle,
			      struct complaint *complaint);
enum status bundle_read_free(const struct bundle_file *file,
			     struct bundle *bundle,
			     struct complaint *complaint);
enum status bundle_read_slips(const struct bundle_file *file,
			      struct bundle *bundle,
			      struct complaint *complaint);
enum status bundle_read_audit(const struct bundle_file *file,
			      struct bundle *bundle,
			      struct complaint *complaint);
enum status bundle_read_result(const struct bundle_file *file, bool totals,
			       struct bundle *bundle,
			       struct complaint *complaint);

/* From RESULT, which is result.json, what was told of the pots whose rules look
 * at whole ballots, where these are not published: bundle->ballots.told; NULL
 * when there is no such pot. STATUS_DISAGREES when it makes no sense;
 * STATUS_MEMORY. */
enum status bundle_read_told(const json_t *result, struct bundle *bundle);

/* Whether JSON is a whole number from 0 to MOST; into *RET_NUMBER then. */
bool bundle_read_whole(const json_t *json, int64_t most, int64_t *ret_number);

/* Reads the decisions JSON of FILE, result.json, into BUNDLE, whose meeting is
 * there. STATUS_MEMORY, or as complain() with *COMPLAINT. */
enum status bundle_read_decisions(const struct bundle_file *file, json_t *json,
				  struct bundle *bundle,
				  struct complaint *complaint);

#endif

/* definition.h - a meeting as canonical JSON, and back.
 *
 * The same meeting always gives the same bytes: keys sorted, no blanks, UTF-8.
 * Its SHA-256 is the definition hash; the first eight symbols of it in base 32
 * are the short code that the room sees on rule card, hall and protocol.
 */
#ifndef STEMMEBOKS_DEFINITION_H
#define STEMMEBOKS_DEFINITION_H

#include "core/meeting.h"

enum { DEFINITION_CODE = 9 + 1 }; /* "K7Q2-9XPA" */

/* The JSON of MEETING, malloc'd: the caller frees. The members are those of
 * struct meeting under the same names, and "format"; a text is an object with a
 * member per language that has it, money an integer of minor units, a pot is
 * named by its key, "funds" is an array of objects with the members of struct
 * fund, ids and hashes are lower-case hex ("" for no image), and what is not
 * given (leftover_to, walk_minutes) is null. NULL strings are written as "".
 * STATUS_MEMORY, or STATUS_INPUT for a text that is not UTF-8.
 */
enum status definition_write(const struct meeting *meeting, char **ret_json);

/* The meeting in JSON (NUL-terminated), checked for shape and limits; free with
 * meeting_free(). Among the limits: pitch_seconds lies within
 * MEETING_PITCH_LEAST..MOST, live_batch is at most MEETING_BATCH_MOST, and at
 * least MEETING_BATCH_LEAST where batches are shown. The bytes must be those
 * that definition_write() gives for it: STATUS_DAMAGED or STATUS_MEMORY. */
enum status definition_read(const char *json, struct meeting **ret_meeting);

/* SHA-256 of JSON's bytes. */
void definition_hash(const char *json,
		     unsigned char ret_hash[MEETING_HASH_BYTES]);

/* The short code of a definition hash. */
void definition_code(const unsigned char hash[MEETING_HASH_BYTES],
		     char ret_code[DEFINITION_CODE]);

#endif

/* reader.h - values out of a definition's JSON, each looked at for its kind and
 * its limits; only for definition_read.c. */
#ifndef STEMMEBOKS_READER_H
#define STEMMEBOKS_READER_H

#include <jansson.h>

#include "core/meeting.h"
#include "core/status.h"

/* The first fault is kept; what is read after it is not used. */
struct reader {
	struct meeting *meeting; /* keeps the strings */
	enum status status;
};

/* STATUS_DAMAGED, unless there was a fault before. */
void reader_damaged(struct reader *reader);

/* The number under KEY, LEAST to MOST; LEAST after a fault. The second: an int
 * from 0 on, or ABSENT where the value is null. */
int64_t reader_number(struct reader *reader, const json_t *object,
		      const char *key, int64_t least, int64_t most);
int reader_number_or_null(struct reader *reader, const json_t *object,
			  const char *key, int most, int absent);

/* The string VALUE, that under KEY, and VALUE as a word of a pot's key or a
 * language: not empty and short. Kept by the meeting; "" after a fault. */
const char *reader_keep(struct reader *reader, const json_t *value);
const char *reader_string(struct reader *reader, const json_t *object,
			  const char *key);
const char *reader_word(struct reader *reader, const json_t *value);

/* The index of the word under KEY in NAMES, which ends with NULL; 0 after a
 * fault. */
int reader_choice(struct reader *reader, const json_t *object, const char *key,
		  const char *const *names);

/* SIZE bytes from exactly twice as many hexadecimal digits under KEY. */
void reader_bytes(struct reader *reader, const json_t *object, const char *key,
		  unsigned char *ret_bytes, size_t size);

/* The text under KEY in those of the meeting's languages that it has. */
struct text reader_text(struct reader *reader, const json_t *object,
			const char *key);

/* The array under KEY with LEAST to MOST members; NULL after a fault. */
const json_t *reader_array(struct reader *reader, const json_t *object,
			   const char *key, size_t least, size_t most);

#endif

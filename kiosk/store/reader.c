#include "store/reader.h"

#include <sodium/utils.h>
#include <string.h>

enum { WORD = 32 }; /* bytes of a pot's key or a language */

void reader_damaged(struct reader *reader)
{
	if (reader->status == STATUS_OK)
		reader->status = STATUS_DAMAGED;
}

int64_t reader_number(struct reader *reader, const json_t *object,
		      const char *key, int64_t least, int64_t most)
{
	const json_t *value = json_object_get(object, key);
	int64_t found = json_integer_value(value);

	if (!json_is_integer(value) || found < least || found > most) {
		reader_damaged(reader);
		return least;
	}
	return found;
}

int reader_number_or_null(struct reader *reader, const json_t *object,
			  const char *key, int most, int absent)
{
	if (json_is_null(json_object_get(object, key)))
		return absent;
	return (int)reader_number(reader, object, key, 0, most);
}

const char *reader_keep(struct reader *reader, const json_t *value)
{
	const char *kept = NULL;

	if (json_is_string(value))
		kept = meeting_string(reader->meeting, json_string_value(value),
				      json_string_length(value));
	if (!json_is_string(value))
		reader_damaged(reader);
	else if (!kept)
		reader->status = STATUS_MEMORY;
	return kept ? kept : "";
}

const char *reader_string(struct reader *reader, const json_t *object,
			  const char *key)
{
	return reader_keep(reader, json_object_get(object, key));
}

const char *reader_word(struct reader *reader, const json_t *value)
{
	const char *found = reader_keep(reader, value);

	if (!*found || strlen(found) > WORD)
		reader_damaged(reader);
	return found;
}

int reader_choice(struct reader *reader, const json_t *object, const char *key,
		  const char *const *names)
{
	const char *found = json_string_value(json_object_get(object, key));

	for (int i = 0; found && names[i]; i++)
		if (strcmp(found, names[i]) == 0)
			return i;
	reader_damaged(reader);
	return 0;
}

void reader_bytes(struct reader *reader, const json_t *object, const char *key,
		  unsigned char *ret_bytes, size_t size)
{
	const json_t *value = json_object_get(object, key);
	const char *digits = json_string_value(value);
	size_t length = json_string_length(value), read = 0;

	if (!digits || length != 2 * size ||
	    sodium_hex2bin(ret_bytes, size, digits, length, NULL, &read,
			   NULL) != 0 ||
	    read != size)
		reader_damaged(reader);
}

struct text reader_text(struct reader *reader, const json_t *object,
			const char *key)
{
	const json_t *languages = json_object_get(object, key);
	struct text text = {{NULL}};

	if (!json_is_object(languages))
		reader_damaged(reader);
	for (int i = 0; i < reader->meeting->language_count; i++) {
		const json_t *value =
		    json_object_get(languages, reader->meeting->languages[i]);

		if (value)
			text.in[i] = reader_keep(reader, value);
	}
	return text;
}

const json_t *reader_array(struct reader *reader, const json_t *object,
			   const char *key, size_t least, size_t most)
{
	const json_t *found = json_object_get(object, key);

	if (json_is_array(found) && json_array_size(found) >= least &&
	    json_array_size(found) <= most)
		return found;
	reader_damaged(reader);
	return NULL;
}

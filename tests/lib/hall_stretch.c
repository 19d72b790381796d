#include "tests/lib/hall_stretch.h"

#include <ctype.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"
#include "words/place.h"
#include "words/words.h"

/* The compiled catalogue of GNU gettext, its manual, "The Format of GNU MO
 * Files": seven numbers, then two tables of length and place, sorted by the
 * original; strings end in NUL, plural forms are parted by it. */
enum { MAGIC, REVISION, COUNT, ORIGINALS, TRANSLATIONS, HASH_SIZE, HASH, HEAD };
enum { FILE_MOST = 1 << 20 };

static const char file_name[] = "LC_MESSAGES/stemmeboks.mo";
static const struct {
	const char *code;
	const char *letters; /* that stand twice; æ, ø and å too */
} languages[] = {{"da", "aeiounryAEIOUNRY"}, {"en", "aeiounrsyAEIOUNRSY"}};

struct catalogue {
	char *bytes;
	size_t size;
};

static uint32_t number_at(const struct catalogue *catalogue, size_t at)
{
	uint32_t number;

	assert_true(at + sizeof(number) <= catalogue->size);
	memcpy(&number, catalogue->bytes + at, sizeof(number));
	return number;
}

/* String INDEX of the table at number TABLE of the head. */
static const char *string_at(const struct catalogue *catalogue, int table,
			     uint32_t index, uint32_t *ret_size)
{
	size_t row =
	    number_at(catalogue, 4 * (size_t)table) + 8 * (size_t)index;
	uint32_t at = number_at(catalogue, row + 4);

	*ret_size = number_at(catalogue, row);
	assert_true((size_t)at + *ret_size < catalogue->size);
	return catalogue->bytes + at;
}

/* How many bytes at TEXT are a place for a number or a name: "%1$s"; else 0. */
static size_t place_size(const char *text, const char *end)
{
	const char *at = text;

	if (*at++ != '%')
		return 0;
	while (at < end && strchr("0123456789$.lhjz", *at))
		at++;
	return (size_t)(at - text) + (at < end);
}

/* How many bytes at TEXT are a letter that stands twice. */
static size_t letter_size(const char *text, const char *end,
			  const char *letters)
{
	if (*text && strchr(letters, *text))
		return 1;
	return *text == '\xc3' && text + 1 < end ? 2 : 0; /* æ, ø, å */
}

/* The SIZE bytes at TEXT, longer; returns how many they are now. */
static uint32_t stretch(const char *text, uint32_t size, const char *letters,
			FILE *out)
{
	const char *end = text + size;
	uint32_t written = 0;

	while (text < end) {
		size_t place = place_size(text, end);
		size_t letter = place ? 0 : letter_size(text, end, letters);
		size_t whole = place ? place : letter ? letter : 1;

		for (int times = letter ? 2 : 1; times > 0; times--)
			written += (uint32_t)fwrite(text, 1, whole, out);
		text += whole;
	}
	return written;
}

static void read_catalogue(struct catalogue *ret_catalogue)
{
	char folder[PATH_MAX - 64], path[PATH_MAX];
	FILE *file;

	assert_int_equal(place_find("lang", folder, sizeof(folder)), STATUS_OK);
	snprintf(path, sizeof(path), "%s/da/%s", folder, file_name);
	file = fopen(path, "rb");
	assert_non_null(file);
	ret_catalogue->bytes = malloc(FILE_MOST);
	assert_non_null(ret_catalogue->bytes);
	ret_catalogue->size = fread(ret_catalogue->bytes, 1, FILE_MOST, file);
	assert_in_range(ret_catalogue->size, 4 * HEAD, FILE_MOST - 1);
	fclose(file);
}

static void write_row(FILE *out, uint32_t size, uint32_t *at)
{
	uint32_t row[2] = {size, *at};

	assert_int_equal(fwrite(row, sizeof(row), 1, out), 1);
	*at += size + 1;
}

/* A catalogue of the originals of DANISH; what they are translated to is the
 * Danish, or the originals themselves, made longer. */
static void write_catalogue(const struct catalogue *danish, int language,
			    FILE *out)
{
	uint32_t count = number_at(danish, 4 * COUNT), size;
	uint32_t head[HEAD] = {
	    number_at(danish, 0), 0, count, 4 * HEAD, 4 * HEAD + 8 * count, 0,
	    4 * HEAD + 16 * count};
	const char *letters = languages[language].letters;
	uint32_t at = head[HASH], before = 0, after = 0;
	char *strings = NULL;
	size_t strings_size = 0;
	FILE *rest = open_memstream(&strings, &strings_size);

	assert_non_null(rest);
	fwrite(head, sizeof(head), 1, out);
	for (uint32_t i = 0; i < count; i++) {
		const char *text = string_at(danish, ORIGINALS, i, &size);

		write_row(out, size, &at);
		fwrite(text, 1, size + 1, rest);
	}
	for (uint32_t i = 0; i < count; i++) {
		/* The first is the catalogue's own head, which stays. */
		int table = language > 0 && i > 0 ? ORIGINALS : TRANSLATIONS;
		const char *text = string_at(danish, table, i, &size);
		uint32_t longer = i > 0 ? stretch(text, size, letters, rest)
					: (uint32_t)fwrite(text, 1, size, rest);

		fputc('\0', rest);
		write_row(out, longer, &at);
		before += i > 0 ? size : 0;
		after += i > 0 ? longer : 0;
	}
	fclose(rest);
	fwrite(strings, 1, strings_size, out);
	free(strings);
	assert_true((uint64_t)after * 100 >=
		    (uint64_t)before * (100 + HALL_STRETCH_PERCENT));
}

char *hall_stretch_open(void)
{
	char *folder = strdup("/tmp/stemmeboks-stretch-XXXXXX");
	struct catalogue danish;
	char path[PATH_MAX];

	assert_non_null(folder);
	assert_non_null(mkdtemp(folder));
	read_catalogue(&danish);
	for (int i = 0; i < 2; i++) {
		FILE *out;

		snprintf(path, sizeof(path), "%s/%s", folder,
			 languages[i].code);
		assert_int_equal(mkdir(path, 0777), 0);
		strcat(path, "/LC_MESSAGES");
		assert_int_equal(mkdir(path, 0777), 0);
		snprintf(path, sizeof(path), "%s/%s/%s", folder,
			 languages[i].code, file_name);
		out = fopen(path, "wb");
		assert_non_null(out);
		write_catalogue(&danish, i, out);
		assert_int_equal(fclose(out), 0);
	}
	free(danish.bytes);
	words_open(folder);
	words_language(languages[0].code);
	return folder;
}

void hall_stretch_close(char *folder)
{
	char path[PATH_MAX];

	for (int i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/%s/%s", folder,
			 languages[i].code, file_name);
		unlink(path);
		*strrchr(path, '/') = '\0';
		rmdir(path);
		*strrchr(path, '/') = '\0';
		rmdir(path);
	}
	rmdir(folder);
	free(folder);
}

#include "tools/import/import_text.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/utf8.h"
#include "words/words.h"

#define BOM "\xef\xbb\xbf"
#define BOM_BYTES 3

enum { MEGABYTE = 1000000 };

static int line_of(const char *bytes, size_t end)
{
	int line = 1;

	for (size_t i = 0; i < end; i++)
		if (bytes[i] == '\n' ||
		    (bytes[i] == '\r' && bytes[i + 1] != '\n'))
			line++;
	return line;
}

static bool small_letter(unsigned char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 0xdf && byte != 0xf7) ||
	       byte == 0x9a || byte == 0x9c || byte == 0x9e;
}

static bool a_letter(unsigned char byte)
{
	return small_letter(byte) || (byte >= 'A' && byte <= 'Z');
}

/* Windows-1252 bytes that may stand between a letter and a small letter: small
 * letters, apostrophe, dashes, soft hyphen, accent and middle dot. */
static bool inside_word(unsigned char byte)
{
	static const unsigned char marks[] = {0x92, 0x96, 0x97, 0xaa, 0xad,
					      0xb4, 0xb5, 0xb7, 0xba};

	return small_letter(byte) || memchr(marks, byte, sizeof(marks)) != NULL;
}

/* The offset of the first byte that makes no sense in Windows-1252, or LENGTH.
 * The code pages of old Macs and DOS have signs and capitals where 1252 has the
 * Danish letters: "b‘nk" for "bænk". */
static size_t windows_1252_end(const char *text, size_t length)
{
	static const unsigned char undefined[] = {0x81, 0x8d, 0x8f, 0x90, 0x9d};
	const unsigned char *bytes = (const unsigned char *)text;

	for (size_t i = 0; i < length; i++) {
		if (bytes[i] < 0x80)
			continue;
		if (memchr(undefined, bytes[i], sizeof(undefined)))
			return i;
		if (i > 0 && i + 1 < length && a_letter(bytes[i - 1]) &&
		    small_letter(bytes[i + 1]) && !inside_word(bytes[i]))
			return i;
	}
	return length;
}

/* How many whole characters of more than one byte stand in LENGTH bytes, and
 * where the first byte is that belongs to none. */
static size_t utf8_count(const char *bytes, size_t length, size_t *ret_broken)
{
	size_t count = 0, broken = length;

	for (size_t i = 0; i < length;) {
		uint32_t character;
		size_t size = utf8_read(bytes + i, length - i, &character);

		if (size == 0 && broken == length)
			broken = i;
		count += size > 1;
		i += size ? size : 1;
	}
	*ret_broken = broken;
	return count;
}

static bool text_copy(const char *bytes, size_t length,
		      struct import_text *ret_text)
{
	char *copy = malloc(length + 1);

	if (!copy)
		return false;
	memcpy(copy, bytes, length);
	copy[length] = '\0';
	*ret_text = (struct import_text){copy, length};
	return true;
}

static bool from_windows_1252(const char *bytes, size_t length,
			      struct import_text *ret_text)
{
	iconv_t converter = iconv_open("UTF-8", "WINDOWS-1252");
	size_t left = length, room = 3 * length;
	char *in, *out, *copy;
	bool done = false;

	/* iconv() does not write to what it reads, though its type says so. */
	memcpy(&in, &bytes, sizeof(in));
	if ((intptr_t)converter == -1)
		return false;
	copy = out = malloc(room + 1);
	if (copy && iconv(converter, &in, &left, &out, &room) != (size_t)-1) {
		*out = '\0';
		*ret_text = (struct import_text){copy, (size_t)(out - copy)};
		done = true;
	} else {
		free(copy);
	}
	iconv_close(converter);
	return done;
}

/* Says what is wrong with bytes that are no text at all; false if nothing. */
static bool told_no_text(const char *bytes, size_t length, const char *file,
			 struct problems *problems)
{
	const char *nul = memchr(bytes, '\0', length);

	if (length == 0)
		problem_add(problems, file, 0,
			    _("The file is empty. \"stemmeboks new\" writes an "
			      "example."));
	else if (length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 ||
				 memcmp(bytes, "\xfe\xff", 2) == 0))
		problem_add(problems, file, 0,
			    _("The file is saved as UTF-16. Save it as "
			      "\"CSV UTF-8\", or as UTF-8 text."));
	else if (length >= 4 && memcmp(bytes, "PK\x03\x04", 4) == 0)
		problem_add(problems, file, 0,
			    _("This is a workbook, not text. Save the sheet as "
			      "\"CSV UTF-8\"."));
	else if (nul)
		problem_add(problems, file,
			    line_of(bytes, (size_t)(nul - bytes)),
			    _("There is a zero byte here, so this is no text. "
			      "Save the file as \"CSV UTF-8\" or UTF-8 text."));
	else
		return false;
	return true;
}

bool import_text_convert(const char *bytes, size_t length, const char *file,
			 struct problems *problems,
			 struct import_text *ret_text)
{
	bool marked, done;
	size_t broken, wrong, whole;

	if (told_no_text(bytes, length, file, problems))
		return false;
	marked = length >= BOM_BYTES && memcmp(bytes, BOM, BOM_BYTES) == 0;
	if (marked) {
		bytes += BOM_BYTES;
		length -= BOM_BYTES;
	}
	whole = utf8_count(bytes, length, &broken);
	wrong = marked || whole ? broken : windows_1252_end(bytes, length);
	if (broken < length && wrong < length) {
		problem_add(problems, file, line_of(bytes, wrong),
			    _("A letter here is saved in a way that cannot be "
			      "read. Save the file as \"CSV UTF-8\" or UTF-8 "
			      "text."));
		return false;
	}
	done = broken == length ? text_copy(bytes, length, ret_text)
				: from_windows_1252(bytes, length, ret_text);
	if (!done)
		problem_add(problems, file, 0, "%s",
			    words_get(status_text(STATUS_MEMORY)));
	return done;
}

static const char *open_text(const char *path, size_t limit, int *ret_file,
			     size_t *ret_size)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat found;

	if (file < 0)
		return errno == ENOENT
			   ? N_("The file is not there. \"stemmeboks new\" "
				"writes an example.")
			   : N_("The file cannot be opened. Check who may read "
				"it.");
	*ret_file = file;
	if (fstat(file, &found) != 0 || !S_ISREG(found.st_mode))
		return N_("This is not an ordinary file. Put a text file "
			  "here.");
	*ret_size = (size_t)found.st_size;
	return found.st_size > (off_t)limit ? "" : NULL;
}

/* Reads up to SIZE bytes; how many there were, or -1. */
static ssize_t read_all(int file, char *bytes, size_t size)
{
	size_t done = 0;

	while (done < size) {
		ssize_t count = read(file, bytes + done, size - done);

		if (count < 0)
			return -1;
		if (count == 0)
			break;
		done += (size_t)count;
	}
	return (ssize_t)done;
}

bool import_text_read(const char *folder, const char *file, size_t limit,
		      struct problems *problems, struct import_text *ret_text)
{
	char path[PATH_MAX], *bytes = NULL;
	const char *why;
	size_t size = 0;
	ssize_t length;
	int input = -1;
	bool done = false;

	snprintf(path, sizeof(path), "%s/%s", folder, file);
	why = open_text(path, limit, &input, &size);
	if (why && *why) {
		problem_add(problems, file, 0, "%s", words_get(why));
		goto out;
	}
	if (why) {
		problem_add(problems, file, 0,
			    _("The file is larger than %zu MB, more than any "
			      "meeting needs. Is it the right file?"),
			    limit / MEGABYTE);
		goto out;
	}
	bytes = malloc(size + 1);
	length = bytes ? read_all(input, bytes, size) : -1;
	if (length < 0) {
		problem_add(problems, file, 0, "%s",
			    words_get(status_text(STATUS_FILE_READ)));
		goto out;
	}
	bytes[length] = '\0';
	done = import_text_convert(bytes, (size_t)length, file, problems,
				   ret_text);
out:
	free(bytes);
	if (input >= 0)
		close(input);
	return done;
}

void import_text_free(struct import_text *text)
{
	free(text->bytes);
	*text = (struct import_text){NULL, 0};
}

static const struct {
	uint32_t first, last;
	const char *why;
} forbidden[] = {
    {0x00, 0x08, N_("an invisible control character")},
    {0x0b, 0x1f, N_("an invisible control character")},
    {0x7f, 0x9f, N_("an invisible control character")},
    {0x202a, 0x202e, N_("an invisible mark that turns the text around")},
    {0x2066, 0x2069, N_("an invisible mark that turns the text around")},
    {0x2028, 0x2029, N_("an invisible line mark")},
    {0xfdd0, 0xfdef, N_("a character that does not exist")},
    {0xfeff, 0xfeff, N_("an invisible mark")},
    {0xfff9, 0xfffb, N_("an invisible mark")},
    {0xfffd, 0xfffd, N_("a letter that was lost when the file was saved")},
    {0xfffe, 0xffff, N_("a character that does not exist")},
    {0xe0000, 0xe007f, N_("an invisible mark")},
};

const char *text_forbidden(const char *text, bool lines)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < length;) {
		uint32_t character = 0;
		size_t size = utf8_read(text + i, length - i, &character);

		if (!lines && (character == '\t' || character == '\n'))
			return N_("a tab or a line break");
		for (size_t j = 0; j < sizeof(forbidden) / sizeof(*forbidden);
		     j++)
			if (character >= forbidden[j].first &&
			    character <= forbidden[j].last)
				return forbidden[j].why;
		i += size ? size : 1;
	}
	return NULL;
}

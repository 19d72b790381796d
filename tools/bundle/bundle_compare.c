/* Holding the published files beside those made again. */
#include "tools/bundle/bundle_verify.h"

#include <string.h>

#include "tools/bundle/bundle_render.h"
#include "words/words.h"

enum { SHOWN = 160 };

/* The part of a line that a message shows, at most SHOWN bytes of it, around
 * byte FROM. */
static void shorten(const char *line, size_t length, size_t from,
		    char ret_text[SHOWN + 1])
{
	size_t first =
	    from > SHOWN / 2 && length > SHOWN ? from - SHOWN / 2 : 0;
	size_t count = length - first < SHOWN ? length - first : SHOWN;

	/* A byte 10xxxxxx continues a UTF-8 character: do not begin or end
	 * inside one. */
	while (count > 0 && ((unsigned char)line[first] & 0xc0) == 0x80) {
		first++;
		count--;
	}
	while (count > 0 && first + count < length &&
	       ((unsigned char)line[first + count] & 0xc0) == 0x80)
		count--;
	memcpy(ret_text, line + first, count);
	ret_text[count] = '\0';
}

static enum status differ(const struct lines *lines, const char *published,
			  size_t published_length, const char *made,
			  size_t made_length, struct complaint *complaint)
{
	char there[SHOWN + 1], here[SHOWN + 1];
	size_t same = 0;

	while (same < published_length && same < made_length &&
	       published[same] == made[same])
		same++;
	shorten(published, published_length, same, there);
	shorten(made, made_length, same, here);
	return complain(complaint, lines->name, lines->number,
			_("It says \"%1$s\"; counted again it is \"%2$s\"."),
			there, here);
}

/* Whether two lines have the same numbers in the same order. */
static bool same_numbers(const char *a, size_t a_length, const char *b,
			 size_t b_length)
{
	size_t i = 0, j = 0;

	for (;;) {
		while (i < a_length && (a[i] < '0' || a[i] > '9'))
			i++;
		while (j < b_length && (b[j] < '0' || b[j] > '9'))
			j++;
		if (i == a_length || j == b_length)
			return i == a_length && j == b_length;
		if (a[i++] != b[j++])
			return false;
	}
}

/* Where files with words differ in words only, *WORDED tells and it is no
 * complaint: the sum in result.json answers for the words. */
static enum status compare_file(const struct bundle_file *published,
				const struct bundle_file *made,
				struct complaint *worded,
				struct complaint *complaint)
{
	bool words = bundle_kind(published->name) == BUNDLE_WORDS;
	struct lines lines = lines_of(published), again = lines_of(made);
	const char *a = "", *b = "";
	size_t a_length = 0, b_length = 0;

	for (;;) {
		bool more = lines_next(&lines, &a, &a_length);
		bool more_again = lines_next(&again, &b, &b_length);

		if (!more && !more_again)
			break;
		if (!more)
			return complain(complaint, published->name,
					lines.number + 1,
					_("The file ends too early."));
		if (!more_again)
			return complain(complaint, published->name,
					lines.number,
					_("The file goes on too long."));
		if (a_length == b_length && memcmp(a, b, a_length) == 0)
			continue;
		if (!words || !same_numbers(a, a_length, b, b_length))
			return differ(&lines, a, a_length, b, b_length,
				      complaint);
		if (!*worded->file)
			differ(&lines, a, a_length, b, b_length, worded);
	}
	if (published->length != made->length && !words)
		return complain(
		    complaint, published->name, lines.number,
		    _("The last line has no end, or one too many."));
	return STATUS_OK;
}

/* README.txt has no numbers of the count: its sum in result.json is enough. And
 * the sums were checked on their own. */
static bool compared(const char *name)
{
	return bundle_kind(name) != BUNDLE_PROSE &&
	       strcmp(name, "SHA256SUMS") != 0;
}

/* The first file that is in one folder and not in the other. */
static enum status compare_names(const struct bundle_files *published,
				 const struct bundle_files *made,
				 struct complaint *complaint)
{
	for (int i = 0; i < made->count; i++)
		if (!bundle_files_find(published, made->file[i].name))
			return complain(complaint, made->file[i].name, 0,
					_("The file is missing."));
	for (int i = 0; i < published->count; i++)
		if (!bundle_files_find(made, published->file[i].name))
			return complain(complaint, published->file[i].name, 0,
					_("This file does not belong in the "
					  "folder."));
	return STATUS_OK;
}

/* result.json comes last: that it has the sum of another steps.txt says less
 * than where steps.txt is another one. */
static bool its_turn(const char *name, bool last)
{
	return compared(name) && (strcmp(name, "result.json") == 0) == last;
}

enum status bundle_compare(const struct bundle_files *published,
			   const struct bundle_files *made,
			   struct verdict *verdict)
{
	struct complaint complaint;
	enum status status = compare_names(published, made, &complaint);

	for (int i = 0; i < 2 * made->count && status == STATUS_OK; i++) {
		const struct bundle_file *file = &made->file[i % made->count];

		if (its_turn(file->name, i >= made->count))
			status = compare_file(
			    bundle_files_find(published, file->name), file,
			    &verdict->worded, &complaint);
	}
	if (status != STATUS_OK)
		*verdict_place(verdict) = complaint;
	return status;
}

/* Holding the published files beside those made again. */
#include "tools/bundle/bundle_verify.h"

#include <string.h>

#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
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

/* The first byte that differs, of what has no lines and is not the same. */
static enum status compare_bytes(const struct bundle_file *published,
				 const struct bundle_file *made,
				 struct complaint *complaint)
{
	size_t same = 0;

	while (same < published->length && same < made->length &&
	       published->data[same] == made->data[same])
		same++;
	return complain(complaint, published->name, 0,
			_("It has %1$zu bytes and differs from byte %2$zu on; "
			  "made again it has %3$zu bytes."),
			published->length, same + 1, made->length);
}

/* The first line that differs. */
static enum status compare_file(const struct bundle_file *published,
				const struct bundle_file *made,
				struct complaint *complaint)
{
	struct lines lines = lines_of(published), again = lines_of(made);
	const char *a = "", *b = "";
	size_t a_length = 0, b_length = 0;

	if (published->length == made->length &&
	    memcmp(published->data, made->data, made->length) == 0)
		return STATUS_OK;
	if (bundle_binary(made->name))
		return compare_bytes(published, made, complaint);
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
		if (a_length != b_length || memcmp(a, b, a_length) != 0)
			return differ(&lines, a, a_length, b, b_length,
				      complaint);
	}
	return complain(complaint, published->name, lines.number,
			_("The last line has no end, or one too many."));
}

/* The files that follow from others only come after those: that result.json has
 * the sum of another audit.csv says less than where audit.csv is another one.
 */
static int turn_of(const char *name)
{
	if (strcmp(name, "SHA256SUMS") == 0)
		return 2;
	return strcmp(name, "result.json") == 0;
}

enum { TURNS = 3 };

/* Compares the files whose turn is TURN; how many differ. */
static int compare_turn(const struct bundle_files *published,
			const struct bundle_files *made, int turn,
			struct verdict *verdict)
{
	struct complaint complaint;
	int differ_count = 0;

	for (int i = 0; i < made->count; i++) {
		const struct bundle_file *file = &made->file[i];
		const struct bundle_file *there =
		    bundle_files_find(published, file->name);

		if (turn_of(file->name) != turn || !there ||
		    compare_file(there, file, &complaint) == STATUS_OK)
			continue;
		*verdict_place(verdict) = complaint;
		differ_count++;
	}
	return differ_count;
}

/* Files that are in one folder and not in the other; without SHA256SUMS that
 * was complained of before. */
static int compare_names(const struct bundle_files *published,
			 const struct bundle_files *made,
			 struct verdict *verdict)
{
	int count = 0;

	for (int i = 0; i < made->count; i++) {
		const char *name = made->file[i].name;

		if (strcmp(name, "SHA256SUMS") == 0 ||
		    bundle_files_find(published, name))
			continue;
		complain(verdict_place(verdict), name, 0,
			 _("The file is missing."));
		count++;
	}
	for (int i = 0; i < published->count; i++) {
		const char *name = published->file[i].name;

		if (bundle_files_find(made, name) ||
		    strcmp(name, BUNDLE_SIGNATURE) == 0)
			continue;
		complain(verdict_place(verdict), name, 0,
			 _("This file does not belong in the folder."));
		count++;
	}
	return count;
}

enum status bundle_compare_made(const struct bundle_files *published,
				const struct bundle_files *made,
				struct verdict *verdict)
{
	int found = 0;

	for (int turn = 0; turn < TURNS - 1; turn++)
		found += compare_turn(published, made, turn, verdict);
	return found ? STATUS_DISAGREES : STATUS_OK;
}

enum status bundle_compare(const struct bundle_files *published,
			   const struct bundle_files *made,
			   struct verdict *verdict)
{
	int found = compare_names(published, made, verdict);

	if (bundle_compare_made(published, made, verdict) != STATUS_OK)
		found++;
	/* SHA256SUMS last, and only when all else is right: else it has the
	 * sums of the files that are there, and is checked on its own. */
	if (verdict->complaint_count == 0)
		found += compare_turn(published, made, TURNS - 1, verdict);
	return found ? STATUS_DISAGREES : STATUS_OK;
}

#include "hall/lines.h"

#include <string.h>

/* Of values within a sentence (UAX 9), see words_fill(). */
static const char isolate[] = "\u2068", isolate_end[] = "\u2069";

enum {
	LINES_TEXT = 2048, /* longer texts are broken as they come */
	MARK = sizeof(isolate) - 1,
};

/* How many isolates the SIZE bytes at TEXT leave open. */
static int count_open(const char *text, size_t size)
{
	int open = 0;

	for (size_t i = 0; i + MARK <= size; i++) {
		if (memcmp(text + i, isolate, MARK) == 0)
			open++;
		else if (memcmp(text + i, isolate_end, MARK) == 0)
			open--;
	}
	return open;
}

static void put_marks(const char *mark, int count, char **at)
{
	for (int i = 0; i < count; i++)
		*at = stpcpy(*at, mark);
}

/* Adds the SIZE bytes of a line at FROM to *AT, and a break behind it. The
 * blanks that the break stands for are left out. A break ends isolates too (UAX
 * 9): the *OPEN ones go on behind it. */
static void put_line(const char *from, size_t size, int *open, char **at)
{
	while (size > 0 && strchr(" \n", from[size - 1]))
		size--;
	put_marks(isolate, *open, at);
	memcpy(*at, from, size);
	*at += size;
	*open += count_open(from, size);
	put_marks(isolate_end, *open, at);
	*(*at)++ = '\n';
}

/* The least width at which TEXT needs no more lines than at WIDTH and no word
 * is parted, to the u: the line that is longest then is the same on displays
 * that round the letters differently. */
static int least_width(struct ui *ui, const char *text, enum type type,
		       int width)
{
	int high = text_height(ui, text, type, width);
	int beyond = text_word_width(ui, text, type) - 1, fits = width;

	while (fits - beyond > 1) {
		int middle = beyond + (fits - beyond) / 2;

		if (text_height(ui, text, type, middle) == high)
			fits = middle;
		else
			beyond = middle;
	}
	return fits;
}

/* TEXT with a break at each end of line, the lines alike; TEXT itself where it
 * is one line, or has a word that must be parted anyway. */
static const char *break_lines(struct ui *ui, const char *text, enum type type,
			       int width, char ret_text[LINES_TEXT])
{
	int even, high, from = 0, to, open = 0;
	size_t size = strlen(text);
	char *at = ret_text;

	if (text_width(ui, text, type) <= width || 2 * size >= LINES_TEXT ||
	    text_word_width(ui, text, type) > width)
		return text;
	even = least_width(ui, text, type, width);
	high = text_height(ui, "", type, even);
	for (int line = 1; from >= 0; line++, from = to) {
		to = text_page(ui, text, type, even, high, line);
		put_line(text + from,
			 (to < 0 ? size : (size_t)to) - (size_t)from, &open,
			 &at);
	}
	at[-1] = '\0';
	return ret_text;
}

int lines_draw(struct ui *ui, struct rect rect, const char *text,
	       enum type type, enum role role)
{
	char broken[LINES_TEXT];

	text = break_lines(ui, text, type, rect.w, broken);
	return draw_text(ui, rect, text, type, role, ALIGN_START);
}

int lines_draw_middle(struct ui *ui, struct rect rect, const char *text,
		      enum type type, enum role role)
{
	char broken[LINES_TEXT];

	text = break_lines(ui, text, type, rect.w, broken);
	return draw_text_middle(ui, rect, text, type, role, ALIGN_START);
}

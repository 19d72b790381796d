#include "hall/lines.h"

#include <string.h>

enum { LINES_TEXT = 2048 }; /* longer texts are broken as they come */

/* Adds the SIZE bytes of a line at FROM to *AT, and a break behind it. The
 * blanks that the break stands for are left out. */
static void put_line(const char *from, size_t size, char **at)
{
	while (size > 0 && strchr(" \n", from[size - 1]))
		size--;
	memcpy(*at, from, size);
	*at += size;
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
	int even, high, from = 0, to;
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
			 (to < 0 ? size : (size_t)to) - (size_t)from, &at);
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

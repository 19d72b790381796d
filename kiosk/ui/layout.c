#include "ui/layout.h"

#include <stdlib.h>
#include <string.h>

#include "ui/ink.h"

enum { SOFT_HYPHEN = 0xAD, HYPHEN = '-', ELLIPSIS = 0x2026 };

/* What every step of one layout needs. */
struct maker {
	struct fonts *fonts;
	const struct layout_shape *shape;
	struct layout *layout;
	struct para para;
	uint32_t offset, size; /* where the paragraph is in the text */
};

static int width_of(const struct maker *maker, int from, int to)
{
	return line_measure(maker->fonts, maker->shape->face,
			    maker->para.letters + from, to - from);
}

/* The end of the line FROM..TO without the blanks that end it. */
static int trim(const struct para *para, int from, int to)
{
	while (to > from &&
	       (para->letters[to - 1].blank || para->letters[to - 1].hidden))
		to--;
	return to;
}

/* Where a letter with all its marks ends that begins at FROM. */
static int cluster_end(const struct para *para, int from)
{
	int to = from + 1;

	while (to < para->count && para->letters[to].joined)
		to++;
	return to;
}

static int segment_end(const struct para *para, int from)
{
	int to = from;

	while (to < para->count && !para->letters[to].may_break)
		to++;
	return to < para->count ? to + 1 : to;
}

/* How far from FROM, at most to LIMIT, letters fit into a line: at least one
 * letter with its marks. Doubles, then halves: a text may be long. */
static int fit_letters(const struct maker *maker, int from, int limit)
{
	const struct para *para = &maker->para;
	int fits = cluster_end(para, from), beyond = limit + 1;

	for (int step = 16; fits < limit && fits + step < beyond; step *= 2) {
		int to = fits + step;

		if (width_of(maker, from, to) > maker->shape->width_px)
			beyond = to;
		else
			fits = to;
	}
	while (fits + 1 < beyond) {
		int to = fits + (beyond - fits) / 2;

		if (width_of(maker, from, to) > maker->shape->width_px)
			beyond = to;
		else
			fits = to;
	}
	while (fits < para->count && fits > cluster_end(para, from) &&
	       para->letters[fits].joined)
		fits--;
	return fits;
}

/* Whether the letters FROM..TO fit, whose words add up to SUM_PX. Nastaliq
 * draws neighbouring words together, by less than its size. */
static bool fits_together(const struct maker *maker, int from, int to,
			  int sum_px)
{
	int limit_px = maker->shape->width_px;

	if (sum_px <= limit_px)
		return true;
	return sum_px - limit_px < maker->shape->face.size_px &&
	       width_of(maker, from, trim(&maker->para, from, to)) <= limit_px;
}

/* Where the line that begins at FROM ends. Words are added up, which is quick;
 * the sum may be off by a kerned pair, so the whole line is measured last. */
static int line_end(const struct maker *maker, int from)
{
	const struct para *para = &maker->para;
	int limit_px = maker->shape->width_px;
	int width_px = 0, to = from, before = from;

	if (limit_px <= 0)
		return para->count;
	while (to < para->count) {
		int end = segment_end(para, to);

		if (!fits_together(
			maker, from, end,
			width_px + width_of(maker, to, trim(para, to, end))))
			break;
		width_px += width_of(maker, to, end);
		before = to;
		to = end;
	}
	if (to > from && before > from &&
	    width_of(maker, from, trim(para, from, to)) > limit_px)
		to = before;
	if (to == from) {
		to = fit_letters(maker, from, segment_end(para, from));
		maker->layout->parted = true;
	}
	return to;
}

/* The byte of the paragraph at which letter INDEX begins. */
static uint32_t letter_at(const struct maker *maker, int index)
{
	return index < maker->para.count ? maker->para.letters[index].at
					 : maker->size;
}

/* How many of the COUNT letters no font has. */
static int count_missing(const struct letter *letters, int count)
{
	int missing = 0;

	for (int i = 0; i < count; i++)
		missing += letters[i].missing;
	return missing;
}

static bool add_line(struct maker *maker, int from, int to,
		     const struct line *line, int missing)
{
	struct layout *layout = maker->layout;
	struct layout_line *lines;

	if (layout->count == layout->room) {
		int room = layout->room ? 2 * layout->room : 4;

		lines = realloc(layout->lines, (size_t)room * sizeof(*lines));
		if (!lines)
			return false;
		layout->lines = lines;
		layout->room = room;
	}
	lines = &layout->lines[layout->count++];
	lines->from = maker->offset + letter_at(maker, from);
	lines->to = maker->offset + letter_at(maker, to);
	lines->line = *line;
	lines->missing = missing;
	layout->needs = ink_larger(
	    layout->needs, ink_room(maker->fonts, maker->shape->face, line));
	return true;
}

/* Takes letters off the end until the line and "…" fit. */
static int fit_ellipsis(const struct maker *maker, struct letter *letters,
			int count)
{
	const struct layout_shape *shape = maker->shape;
	struct letter end = {.code = ELLIPSIS,
			     .script =
				 letters[count > 0 ? count - 1 : 0].script,
			     .level = maker->para.base};

	end.font = (uint8_t)fonts_for(maker->fonts, ELLIPSIS, shape->face);
	for (;;) {
		while (count > 0 &&
		       (letters[count - 1].blank || letters[count - 1].hidden))
			count--;
		letters[count] = end;
		if (count == 0 || shape->width_px <= 0 ||
		    line_measure(maker->fonts, shape->face, letters,
				 count + 1) <= shape->width_px)
			return count + 1;
		while (count > 1 && letters[count - 1].joined)
			count--;
		count--;
	}
}

/* Adds the letters FROM..TO as a line; CUT: more would follow. */
static bool put_line(struct maker *maker, int from, int to, bool cut)
{
	int end = trim(&maker->para, from, to);
	int count = end - from;
	struct letter *letters = calloc((size_t)count + 2, sizeof(*letters));
	struct line line;
	bool done = false;
	int missing;

	if (!letters)
		return false;
	if (count > 0)
		memcpy(letters, maker->para.letters + from,
		       (size_t)count * sizeof(*letters));
	if (count > 0 && letters[count - 1].code == SOFT_HYPHEN &&
	    to < maker->para.count)
		letters[count - 1].code = HYPHEN;
	if (cut) {
		count = fit_ellipsis(maker, letters, count);
		end = from + count - 1;
	}
	missing = count_missing(letters, count);
	if (line_make(maker->fonts, maker->shape->face, letters, count,
		      &line) == STATUS_OK) {
		done = add_line(maker, from, end, &line, missing);
		if (!done)
			free(line.bytes);
	}
	free(letters);
	return done;
}

/* Whether a line added now would be the last that may be shown. */
static bool is_last(const struct maker *maker)
{
	return maker->shape->max_lines > 0 &&
	       maker->layout->count + 1 == maker->shape->max_lines;
}

static bool put_para(struct maker *maker, bool more)
{
	const struct para *para = &maker->para;
	int from = 0;

	do {
		int to = para->count > 0 ? line_end(maker, from) : 0;
		bool cut = is_last(maker) && (to < para->count || more);

		/* The last line takes the start of the word that did not fit.
		 */
		if (cut && to < para->count)
			to = fit_letters(maker, from, para->count);
		if (!put_line(maker, from, to, cut))
			return false;
		maker->layout->cut = maker->layout->cut || cut;
		if (cut)
			return true;
		from = to;
	} while (from < para->count);
	return true;
}

enum status layout_make(struct fonts *fonts, const struct layout_shape *shape,
			const char *text, size_t size,
			struct layout **ret_layout)
{
	struct layout *layout = calloc(1, sizeof(*layout));
	struct maker maker = {.fonts = fonts, .shape = shape, .layout = layout};
	const char *end = text + size;
	bool done = layout != NULL, more = true;

	for (const char *from = text; done && more && !layout->cut;) {
		const char *feed = memchr(from, '\n', (size_t)(end - from));
		const char *to = feed ? feed : end;

		more = feed != NULL && feed + 1 < end;
		maker.offset = (uint32_t)(from - text);
		maker.size = (uint32_t)(to - from);
		done = para_read(fonts, shape->face, from, (size_t)(to - from),
				 shape->rtl, &maker.para) == STATUS_OK;
		if (!done)
			break;
		if (from == text)
			layout->rtl = maker.para.base == 1;
		done = put_para(&maker, more);
		para_free(&maker.para);
		from = to + 1;
	}
	if (!done) {
		layout_free(layout);
		return STATUS_MEMORY;
	}
	*ret_layout = layout;
	return STATUS_OK;
}

void layout_free(struct layout *layout)
{
	if (!layout)
		return;
	for (int i = 0; i < layout->count; i++)
		free(layout->lines[i].line.bytes);
	free(layout->lines);
	free(layout);
}

size_t layout_bytes(const struct layout *layout)
{
	size_t bytes = sizeof(*layout);

	for (int i = 0; i < layout->count; i++)
		bytes += sizeof(layout->lines[i]) + layout->lines[i].line.size;
	return bytes;
}

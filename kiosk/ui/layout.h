/* layout.h - a text as lines of a given width. */
#ifndef STEMMEBOKS_LAYOUT_H
#define STEMMEBOKS_LAYOUT_H

#include "ui/line.h"

struct layout_line {
	uint32_t from, to; /* bytes of the text that are shown */
	struct line line;
	int missing; /* letters that no font has */
};

struct layout {
	struct layout_line *lines;
	int count, room;
	bool cut;    /* letters were left out for want of lines */
	bool parted; /* a word was wider than a line */
	bool rtl;
	struct ink needs; /* what a line needs, the largest of all */
};

struct layout_shape {
	struct face face;
	int width_px;  /* of a line; 0: not broken but at line feeds */
	int max_lines; /* 0: as many as it takes */
	bool rtl;      /* the screen's direction */
};

/* Breaks SIZE bytes of UTF-8 at TEXT into lines: at line feeds, where UAX 14
 * allows, and inside a word only when it is wider than a line by itself, then
 * between letters with all their marks. If there are more than max_lines, the
 * last ends in "…". An empty text is one empty line, and a line feed at the
 * very end adds none. STATUS_MEMORY; *ret_layout is then untouched. Free with
 * layout_free(), which takes NULL. */
enum status layout_make(struct fonts *fonts, const struct layout_shape *shape,
			const char *text, size_t size,
			struct layout **ret_layout);
void layout_free(struct layout *layout);

/* Bytes held for it, about. */
size_t layout_bytes(const struct layout *layout);

#endif

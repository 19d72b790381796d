/* paper_wall_page.h - a proposal's own page: what is on it and how it is set.
 */
#ifndef STEMMEBOKS_PAPER_WALL_PAGE_H
#define STEMMEBOKS_PAPER_WALL_PAGE_H

#include "tools/paper/paper_wall_draw.h"

/* How wide a picture is that has the text beside it, in parts of the page. */
#define PAGE_BESIDE 0.44

struct page {
	struct wall *wall;
	const struct proposal *proposal;
	const struct paper_picture *picture; /* NULL without one */
	bool summary, body, summaries;
	int languages; /* so many of the wall's have their text here */
	double factor;
	struct sheet_set title;
	bool beside; /* the text is beside the picture, not below */
	double picture_height;
};

/* TEXT in the language INDEX of the wall's, NULL where it lacks it. */
const char *wall_page_text(const struct page *page, const struct text *text,
			   int index);

/* All of PAGE from y on; y goes below it. */
void wall_page_fill(struct sheet *sheet, const struct page *page);

#endif

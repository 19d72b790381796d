/* How large everything is on a proposal's page, so that the most fits. */
#include "tools/paper/paper_wall_page.h"

/* Points on A3. Capitals are 0.714 em high: a title of at least 12 mm, read
 * from 4.8 m (UX.md, a3: 0.4 m for each millimetre). */
#define TITLE_MOST_PT 80.0
#define TITLE_BARE_PT 110.0 /* without a picture */
#define TITLE_LINE_PT 60.0  /* for one line rather than two */
#define TITLE_LEAST_PT 48.0
#define TITLE_STEP_PT 4.0

/* Millimetres on A3. */
#define PICTURE_MM 146.0
#define PICTURE_LEAST_MM 66.0 /* rather than small type */

/* A line's height in parts of its size, and some slack. */
#define TITLE_LINE 1.4

/* What is on the page beside title and picture, the richest first. */
static const struct {
	bool body, summaries;
} contents[] = {{true, true}, {false, true}, {false, false}};

/* How much larger or smaller than usual that is set. */
static const double factors[] = {1.6, 1.45, 1.3, 1.15, 1, 0.9, 0.8};

enum {
	CONTENTS = sizeof(contents) / sizeof(contents[0]),
	FACTORS = sizeof(factors) / sizeof(factors[0]),
};

/* SET becomes smaller, but not than LEAST, until TITLE breaks no word and keeps
 * to a height of LINES times its size. Whether it does. */
static bool title_fit(struct sheet *sheet, struct sheet_set *set, double step,
		      double least, double lines, const char *title)
{
	const double inside = sheet_inside(sheet);

	while (true) {
		if (piece_word_width(sheet, set, title) <= inside &&
		    sheet_height(sheet, set, inside, title) <=
			set->size * lines)
			return true;
		if (set->size - step < least)
			return false;
		set->size -= step;
	}
}

/* One line of large type, else two, else as small as it may become. */
static struct sheet_set title_set(struct sheet *sheet, const struct page *page)
{
	const double scale = page->wall->scale, step = TITLE_STEP_PT * scale;
	const char *title =
	    meeting_text(page->wall->meeting, &page->proposal->title, 0, NULL);
	const struct sheet_set most =
	    wall_set(page->wall, page->picture ? TITLE_MOST_PT : TITLE_BARE_PT,
		     true, SHEET_INK);
	struct sheet_set set = most;

	if (title_fit(sheet, &set, step, TITLE_LINE_PT * scale, TITLE_LINE,
		      title))
		return set;
	set = most;
	title_fit(sheet, &set, step, TITLE_LEAST_PT * scale, 2 * TITLE_LINE,
		  title);
	return set;
}

/* What is free below PAGE with its picture HEIGHT high; negative: too much. */
static double page_free(const struct sheet *sheet, struct page *page,
			double height)
{
	struct sheet tried = *sheet;

	tried.dry = true;
	page->picture_height = height;
	wall_page_fill(&tried, page);
	return sheet->bottom - tried.y;
}

/* The picture as high as it is, or at least WANTED, with the text below it. */
static bool below_fits(const struct sheet *sheet, struct page *page,
		       double wanted)
{
	const double natural =
	    page->picture ? picture_height(page->picture, sheet_inside(sheet))
			  : 0;
	const double free = page_free(sheet, page, 0);

	if (free < wanted && free < natural)
		return false;
	page->picture_height = free < natural ? free : natural;
	return free >= 0;
}

/* The same with the text beside it. */
static bool beside_fits(const struct sheet *sheet, struct page *page,
			double wanted)
{
	const double natural =
	    picture_height(page->picture, sheet_inside(sheet) * PAGE_BESIDE);

	return page_free(sheet, page, natural) >= 0 ||
	       (wanted < natural && page_free(sheet, page, wanted) >= 0);
}

/* Whether PAGE fits with its picture in one of the factors; it is set so. */
static bool page_fits(const struct sheet *sheet, struct page *page)
{
	for (int i = 0; i < FACTORS; i++) {
		double wanted;

		page->factor = factors[i];
		wanted = wall_mm(page->wall, page->factor < 1 ? PICTURE_LEAST_MM
							      : PICTURE_MM);
		if (page->beside ? beside_fits(sheet, page, wanted)
				 : below_fits(sheet, page, wanted))
			return true;
	}
	return false;
}

/* As much as fits: the room's whole text, then the others' summaries, then
 * titles only, then fewer languages. */
static void page_fit(const struct sheet *sheet, struct page *page)
{
	for (int i = 0; i < CONTENTS; i++) {
		page->body = contents[i].body;
		page->summaries = contents[i].summaries;
		if (page_fits(sheet, page))
			return;
	}
	if (page->languages > 1)
		page->wall->gaps.crowded++;
	while (page->languages > 1) {
		page->languages--;
		if (page_fits(sheet, page))
			return;
	}
	/* A summary of more lines than a page has. */
	page->summary = false;
	page_fits(sheet, page);
}

void wall_page_draw(struct sheet *sheet, struct wall *wall, int index)
{
	struct page page = {
	    .wall = wall,
	    .proposal = &wall->meeting->proposals[index],
	    .picture =
		wall->pictures[index].name ? &wall->pictures[index] : NULL,
	    .summary = true,
	    .languages = wall->shown.count,
	};

	if (sheet->dry) /* one page, whatever is on it */
		return;
	/* Beside what is not much wider than high there is room. */
	page.beside = page.picture &&
		      page.picture->height * 10 >= page.picture->width * 9;
	page.title = title_set(sheet, &page);
	for (int i = 1; i < wall->shown.count; i++)
		if (!wall_page_text(&page, &page.proposal->title, i)) {
			wall->gaps.untranslated++;
			break;
		}
	page_fit(sheet, &page);
	wall_page_fill(sheet, &page);
}

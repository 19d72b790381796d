#include "hall/scene.h"

#include <stdio.h>

#include "hall/pages.h"
#include "words/words.h"

/* The day after, in this order; each with its line in another language. */
static const struct {
	int (*pages)(struct ui *ui, const struct hall_view *view);
	void (*draw)(struct ui *ui, const struct hall_view *view, int page);
	const char *line;
} parts[] = {
    {next_pages, next_draw, N_("Thank you for voting!")},
    {unfunded_pages, unfunded_draw, N_("Not this time")},
    {funds_pages, funds_draw, N_("Other money to seek")},
};

enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

/* Finds which part VIEW->page is of, and which page of it; the first when there
 * are not so many. Returns how many pages there are in all. */
static int find_page(struct ui *ui, const struct hall_view *view, int *ret_part,
		     int *ret_page)
{
	int before = 0;

	*ret_part = *ret_page = 0;
	for (int part = 0; part < PARTS; part++) {
		int pages = parts[part].pages(ui, view);

		if (view->page >= before && view->page < before + pages) {
			*ret_part = part;
			*ret_page = view->page - before;
		}
		before += pages;
	}
	return before;
}

int after_pages(struct ui *ui, const struct hall_view *view)
{
	int part, page;

	return find_page(ui, view, &part, &page);
}

void after_draw(struct ui *ui, const struct hall_view *view)
{
	int part, page;

	find_page(ui, view, &part, &page);
	parts[part].draw(ui, view, page);
}

void after_line(struct ui *ui, const struct hall_view *view, int language,
		char ret_text[HALL_LINE])
{
	int part, page;

	/* The pages are as long as the room's words make them. */
	scene_speak(ui, view, view->language);
	find_page(ui, view, &part, &page);
	scene_speak(ui, view, language);
	snprintf(ret_text, HALL_LINE, "%s", _(parts[part].line));
}

/* A proposal's own words, a page at a time. */
#include "voter/detail_words.h"

#include <stdio.h>
#include <string.h>

#include "voter/action.h"
#include "words/words.h"

enum {
	PART = 8192, /* bytes of a page */
	PAGES = 64,  /* no text is longer; guards against a loop without end */
};

/* Where PAGE of WORDS begins, or -1 past the last. */
static int page_at(struct ui *ui, const struct detail_words *words, int page)
{
	int first = 0, more;

	if (page == 0)
		return *words->text ? 0 : -1;
	if (words->first_h >= text_height(ui, "", words->type, words->width))
		first = text_page(ui, words->text, words->type, words->width,
				  words->first_h, 1);
	if (first < 0 || page == 1)
		return first;
	more = text_page(ui, words->text + first, words->type, words->width,
			 words->other_h, page - 1);
	return more < 0 ? -1 : first + more;
}

/* The part of the words on PAGE, without the line feeds and blanks at its end,
 * which would count as one more line. */
static void page_part(struct ui *ui, const struct detail_words *words, int page,
		      char ret_part[PART])
{
	int from = page_at(ui, words, page), to = page_at(ui, words, page + 1);

	if (from < 0)
		from = 0;
	if (to < 0)
		to = (int)strlen(words->text);
	while (to > from &&
	       (words->text[to - 1] == '\n' || words->text[to - 1] == ' '))
		to--;
	snprintf(ret_part, PART, "%.*s", to - from, words->text + from);
}

int detail_words_pages(struct ui *ui, const struct detail_words *words)
{
	int pages = 1;

	while (pages < PAGES && page_at(ui, words, pages) >= 0)
		pages++;
	return pages;
}

void detail_words_more(struct ui *ui, struct rect rect, int page, int pages,
		       struct intent *ret_intent)
{
	bool last = page + 1 == pages;
	struct action action = {WIDGET_MORE,
				0,
				{BUTTON_PLAIN,
				 last ? _("First page") : _("More"),
				 last ? ICON_PREVIOUS : ICON_NEXT, TYPE_TITLE},
				{INTENT_MORE, last ? 0 : page + 1}};

	action_draw(ui, rect, &action, ret_intent);
}

void detail_words_draw(struct ui *ui, const struct detail_words *words,
		       struct rect rect, int page)
{
	char part[PART];

	page_part(ui, words, page, part);
	if (*part)
		draw_text(ui, rect, part, words->type, ROLE_TEXT, ALIGN_START);
}

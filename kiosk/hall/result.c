#include "hall/scene.h"

#include <stdio.h>
#include <string.h>

#include "hall/foot.h"
#include "hall/pages.h"
#include "ui/draw.h"
#include "words/words.h"

/* Finds which pot's table VIEW->page is of, and which page of it: the first
 * when there are not so many. Returns how many pages there are in all. */
static int find_page(struct ui *ui, const struct hall_view *view, int *ret_pot,
		     int *ret_page)
{
	int before = 0;

	*ret_pot = *ret_page = 0;
	for (int pot = 0; pot < view->meeting->pot_count; pot++) {
		int pages = pot_pages(ui, view, pot);

		if (view->page >= before && view->page < before + pages) {
			*ret_pot = pot;
			*ret_page = view->page - before;
		}
		before += pages;
	}
	return before;
}

int result_pages(struct ui *ui, const struct hall_view *view)
{
	int pot, page;

	return find_page(ui, view, &pot, &page);
}

void result_draw(struct ui *ui, const struct hall_view *view)
{
	int pot, page;

	find_page(ui, view, &pot, &page);
	pot_draw(ui, view, pot, page);
}

/* What a pot came to, on all its pages; without its title when the foot has no
 * room for that. */
static void pot_line(struct ui *ui, const struct hall_view *view, int pot,
		     int language, char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;
	const struct pot_result *sums = &view->result->pots[pot];
	char money[MONEY_TEXT], text[HALL_LINE];
	size_t used;
	int funded = 0;

	for (int i = sums->first_award; i < sums->end_award; i++)
		funded += award_funded(&view->result->awards[i]);
	words_money(sums->given_minor, money);
	words_fill(ret_text, HALL_LINE,
		   words_plural("%d proposal gets %s", "%d proposals get %s",
				(unsigned long)funded),
		   funded, money);
	words_fill(
	    text, sizeof(text), "%s: ",
	    meeting_text(meeting, &meeting->pots[pot].title, language, NULL));
	/* The sentence tells which way the line runs. */
	used = strlen(text);
	snprintf(text + used, sizeof(text) - used, "%s", ret_text);
	if (text_width(ui, text, TYPE_HALL_BODY) <= foot_width(ui))
		memcpy(ret_text, text, HALL_LINE);
}

void result_line(struct ui *ui, const struct hall_view *view, int language,
		 char ret_text[HALL_LINE])
{
	int pot, page;

	/* The pages are as long as the room's words make them. */
	scene_speak(ui, view, view->language);
	find_page(ui, view, &pot, &page);
	scene_speak(ui, view, language);
	pot_line(ui, view, pot, language, ret_text);
}

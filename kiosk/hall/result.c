#include "hall/scene.h"

#include <stdio.h>
#include <string.h>

#include "hall/foot.h"
#include "hall/pages.h"
#include "ui/draw.h"
#include "words/words.h"

/* What one page of the result is. The tables of all pots come first: the room
 * waits for them; then how each came about; then what happens next. */
enum part { PART_POT, PART_STEPS, PART_NEXT };

struct place {
	enum part part;
	int pot;
	int page;
};

/* Finds what page number VIEW->page is; *ret_place is the last page when there
 * are not so many. Returns how many pages there are in all. */
static int find_page(struct ui *ui, const struct hall_view *view,
		     struct place *ret_place)
{
	static int (*const count[])(struct ui *, const struct hall_view *,
				    int) = {pot_pages, steps_pages};
	int before = 0;

	*ret_place = (struct place){PART_NEXT, -1, 0};
	for (enum part part = PART_POT; part < PART_NEXT; part++) {
		for (int pot = 0; pot < view->meeting->pot_count; pot++) {
			int pages = count[part](ui, view, pot);

			if (view->page >= before && view->page < before + pages)
				*ret_place = (struct place){
				    part, pot, view->page - before};
			before += pages;
		}
	}
	return before + 1;
}

int result_pages(struct ui *ui, const struct hall_view *view)
{
	struct place place;

	return find_page(ui, view, &place);
}

void result_draw(struct ui *ui, const struct hall_view *view)
{
	struct place place;

	find_page(ui, view, &place);
	switch (place.part) {
	case PART_POT:
		pot_draw(ui, view, place.pot, place.page);
		break;
	case PART_STEPS:
		steps_draw(ui, view, place.pot, place.page);
		break;
	case PART_NEXT:
		next_draw(ui, view);
		break;
	}
}

/* What a pot came to, on all its pages; without its title when the foot has no
 * room for that. */
static void pot_line(struct ui *ui, const struct hall_view *view, int pot,
		     int language, char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;
	const struct pot_result *sums = &view->result->pots[pot];
	char money[MONEY_TEXT], text[HALL_LINE];
	int funded = 0;

	for (int i = sums->first_award; i < sums->end_award; i++)
		funded += view->result->awards[i].amount_minor > 0;
	words_money(sums->given_minor, money);
	snprintf(ret_text, HALL_LINE,
		 words_plural("%d proposal gets %s", "%d proposals get %s",
			      (unsigned long)funded),
		 funded, money);
	snprintf(
	    text, sizeof(text), "%s: %s",
	    meeting_text(meeting, &meeting->pots[pot].title, language, NULL),
	    ret_text);
	if (text_width(ui, text, TYPE_HALL_BODY) <= foot_width(ui))
		memcpy(ret_text, text, HALL_LINE);
}

void result_line(struct ui *ui, const struct hall_view *view, int language,
		 char ret_text[HALL_LINE])
{
	struct place place;

	/* The pages are as long as the room's words make them. */
	words_language(view->meeting->languages[view->language]);
	find_page(ui, view, &place);
	words_language(view->meeting->languages[language]);
	if (place.part == PART_NEXT)
		snprintf(ret_text, HALL_LINE, "%s", _("Thank you for voting!"));
	else
		pot_line(ui, view, place.pot, language, ret_text);
}

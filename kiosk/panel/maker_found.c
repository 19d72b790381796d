/* What a check found: the mistakes, or what will be voted on. */
#include <stdio.h>

#include "panel/maker_parts.h"
#include "words/words.h"

static int note_height(const struct maker_page_view *view,
		       const struct maker_note *note, int width)
{
	struct ui *ui = view->panel.ui;

	return text_height(ui, note->place, TYPE_SMALL_BOLD, width) +
	       text_height(ui, note->sentence, TYPE_SMALL, width) + PANEL_GAP;
}

static void note_draw(const struct maker_page_view *view,
		      const struct maker_note *note, struct rect rect)
{
	struct ui *ui = view->panel.ui;
	int high = text_height(ui, note->place, TYPE_SMALL_BOLD, rect.w);

	draw_text(ui, rect_take_top(&rect, high, 0), note->place,
		  TYPE_SMALL_BOLD, ROLE_TEXT, ALIGN_START);
	rect.h -= PANEL_GAP;
	draw_text(ui, rect, note->sentence, TYPE_SMALL, ROLE_TEXT, ALIGN_START);
}

/* The page of NOTES that is turned to, in RECT; returns how many there are. */
static int notes_draw(const struct maker_page_view *view,
		      const struct maker_notes *notes, struct rect rect)
{
	int page = 0, y = 0;

	for (int i = 0; i < notes->count; i++) {
		int high = note_height(view, &notes->note[i], rect.w);

		if (y > 0 && y + high > rect.h) {
			page++;
			y = 0;
		}
		if (page == view->maker->typed.rows_page)
			note_draw(
			    view, &notes->note[i],
			    (struct rect){rect.x, rect.y + y, rect.w, high});
		y += high;
	}
	return page + 1;
}

void maker_wrong_draw(const struct maker_page_view *view, struct rect rect)
{
	const struct panel_page_view *panel = &view->panel;
	const struct maker_notes *wrong = &view->facts->wrong;
	struct rect top = rect;
	char title[PANEL_LINE_TEXT];

	snprintf(title, sizeof(title),
		 words_plural("%1$d mistake in %2$s", "%1$d mistakes in %2$s",
			      (unsigned long)wrong->all),
		 wrong->all,
		 view->facts->sources.source[view->maker->source].name);
	panel_title(panel, &rect, title);
	panel_foot(panel, &rect, _("Back"), _("Check again"), false);
	panel_note(panel, &rect,
		   _("Nothing was made. Correct this on your own computer, and "
		     "check again."),
		   ROLE_TEXT);
	panel_more(panel, top, notes_draw(view, wrong, rect));
}

static void pots_draw(const struct maker_page_view *view, struct rect *rect)
{
	const struct maker_facts *facts = view->facts;
	char text[PANEL_LINE_TEXT], money[MONEY_TEXT], count[MONEY_TEXT];

	for (int i = 0; i < facts->pot_count; i++) {
		const struct maker_pot *pot = &facts->pots[i];

		words_money(pot->amount_minor, money);
		snprintf(count, sizeof(count),
			 words_plural("%d proposal", "%d proposals",
				      (unsigned long)pot->proposals),
			 pot->proposals);
		snprintf(text, sizeof(text), "%s · %s", money, count);
		panel_row(&view->panel, rect, pot->title, text);
	}
}

void maker_good_draw(const struct maker_page_view *view, struct rect rect)
{
	const struct panel_page_view *panel = &view->panel;
	const struct maker_facts *facts = view->facts;
	struct rect top = rect;
	char date[PANEL_NAME], text[PANEL_LINE_TEXT];

	words_date(facts->date, date, sizeof(date));
	panel_title(panel, &rect, facts->title);
	panel_foot(panel, &rect, _("Back"), _("Make this meeting"), false);
	snprintf(text, sizeof(text), *facts->place ? "%s · %s" : "%s", date,
		 facts->place);
	panel_row(panel, &rect, _("When and where"), text);
	pots_draw(view, &rect);
	if (facts->worth.all == 0) {
		panel_note(panel, &rect, _("No mistakes."), ROLE_TEXT);
		return;
	}
	panel_note(panel, &rect, _("No mistakes. Worth a look:"), ROLE_TEXT);
	panel_more(panel, top, notes_draw(view, &facts->worth, rect));
}

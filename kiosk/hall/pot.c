#include "hall/pages.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/table.h"
#include "words/words.h"

enum { TITLE_H = 120, TITLE_GAP = 0 };

/* How ties were settled: drawn by lot first, then what the room agreed. */
static void ties_text(const struct hall_view *view, int pot,
		      char ret_text[2 * HALL_LINE])
{
	char lots[HALL_LINE], agreed[HALL_LINE];

	award_ties(view, pot, DECISION_LOTS, lots);
	award_ties(view, pot, DECISION_AGREED, agreed);
	snprintf(ret_text, 2 * HALL_LINE, "%s%s%s", lots,
		 *lots && *agreed ? "\n" : "", agreed);
}

/* Cuts the body into title, table and the note about ties. */
static void cut_body(struct ui *ui, const struct hall_view *view, int pot,
		     struct rect *ret_title, struct rect *ret_table,
		     struct rect *ret_note)
{
	struct rect body = frame_body(ui), note;
	char ties[2 * HALL_LINE];

	*ret_title = frame_cut(&body, TITLE_H, TITLE_GAP);
	ties_text(view, pot, ties);
	note = body;
	note.h = *ties ? text_height(ui, ties, TYPE_HALL_BODY, body.w) : 0;
	note.y = body.y + body.h - note.h;
	body.h -= note.h;
	*ret_table = body;
	*ret_note = note;
}

int pot_pages(struct ui *ui, const struct hall_view *view, int pot)
{
	struct rect title, rect, note;
	struct table table;
	int pages = 1, first, end;

	cut_body(ui, view, pot, &title, &rect, &note);
	table_layout(ui, view, pot, rect, &table);
	while (table_page(ui, view, &table, pages, &first, &end))
		pages++;
	return pages;
}

static void draw_title(struct ui *ui, const struct hall_view *view, int pot,
		       struct rect rect)
{
	const struct meeting *meeting = view->meeting;
	char title[HALL_LINE], money[MONEY_TEXT];
	int width;
	enum type type;

	words_money(view->result->pots[pot].money_minor, money);
	draw_text_middle(ui, rect, money, TYPE_HALL_H2, ROLE_PRIMARY,
			 ALIGN_END);
	width = frame_width(ui, money, TYPE_HALL_H2) + FRAME_GAP;
	rect.w -= width;
	snprintf(title, sizeof(title), _("Result: %s"),
		 meeting_text(meeting, &meeting->pots[pot].title,
			      view->language, NULL));
	type = frame_fit(ui, title, rect.w, rect.h, TYPE_HALL_H1);
	draw_text_middle(ui, rect, title, type, ROLE_TEXT, ALIGN_START);
}

void pot_draw(struct ui *ui, const struct hall_view *view, int pot, int page)
{
	struct rect title, rect, note;
	struct table table;
	char ties[2 * HALL_LINE];

	cut_body(ui, view, pot, &title, &rect, &note);
	draw_title(ui, view, pot, title);
	table_layout(ui, view, pot, rect, &table);
	table_draw(ui, view, &table, page);
	ties_text(view, pot, ties);
	draw_text(ui, note, ties, TYPE_HALL_BODY, ROLE_TEXT, ALIGN_START);
}

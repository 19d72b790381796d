#include "hall/pages.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/table.h"
#include "hall/votes.h"
#include "words/words.h"

enum { NOTE_TEXT = 4 * HALL_LINE };

/* What the rule alone does not say, BETWEEN the sentences: that the count by
 * hand stands, and how ties were settled. */
static void join_note(const struct hall_view *view, int pot, char between,
		      char ret_text[NOTE_TEXT])
{
	static const enum decision_kind kinds[] = {
	    DECISION_LOTS, DECISION_AGREED, DECISION_SPLIT};
	size_t used;

	used = (size_t)snprintf(ret_text, NOTE_TEXT, "%s",
				votes_by_hand(view) ? _("By the count by hand.")
						    : "");
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		char line[HALL_LINE];

		award_ties(view, pot, kinds[i], line);
		if (!*line)
			continue;
		if (used)
			ret_text[used++] = between;
		used += (size_t)snprintf(ret_text + used, NOTE_TEXT - used,
					 "%s", line);
	}
}

/* The note on one line if that holds it, else each sentence on its own. */
static void note_text(struct ui *ui, const struct hall_view *view, int pot,
		      char ret_text[NOTE_TEXT])
{
	join_note(view, pot, ' ', ret_text);
	if (text_width(ui, ret_text, TYPE_HALL_BODY) > frame_body(ui).w)
		join_note(view, pot, '\n', ret_text);
}

static void title_text(const struct hall_view *view, int pot,
		       char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;

	words_fill(ret_text, HALL_LINE, _("Result: %s"),
		   meeting_text(meeting, &meeting->pots[pot].title,
				view->language, NULL));
}

/* Cuts the body into title, table and note. */
static void cut_body(struct ui *ui, const struct hall_view *view, int pot,
		     struct rect *ret_title, struct rect *ret_table,
		     struct rect *ret_note)
{
	struct rect body = frame_body(ui), note;
	char text[NOTE_TEXT], title[HALL_LINE];

	title_text(view, pot, title);
	*ret_title = rect_take_top(&body, frame_heading_height(ui, title), 0);
	note_text(ui, view, pot, text);
	note = body;
	note.h = *text ? text_height(ui, text, TYPE_HALL_BODY, body.w) : 0;
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
	char title[HALL_LINE], money[MONEY_TEXT];

	words_money(view->result->pots[pot].money_minor, money);
	title_text(view, pot, title);
	frame_heading(ui, rect, title, money);
}

void pot_draw(struct ui *ui, const struct hall_view *view, int pot, int page)
{
	struct rect title, rect, note;
	struct table table;
	char text[NOTE_TEXT];

	cut_body(ui, view, pot, &title, &rect, &note);
	draw_title(ui, view, pot, title);
	table_layout(ui, view, pot, rect, &table);
	table_draw(ui, view, &table, page);
	note_text(ui, view, pot, text);
	draw_text(ui, note, text, TYPE_HALL_BODY, ROLE_TEXT, ALIGN_START);
}

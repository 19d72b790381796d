/* Who gets the money, in the order of the money, page by page. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/votes.h"
#include "words/words.h"

enum {
	ROW_H = 56,
	ROW_H_TABLET = 44,
	SIGN = 36,
	VOTES_W = 220,
	MONEY_W = 260

};

static int column_w(const struct panel_page_view *view, int wide)
{
	return ui_form(view->ui) == UI_TABLET ? wide * 3 / 4 : wide;
}

/* What is left of LINE begins behind what it gets. */
static void award_draw(const struct panel_page_view *view, struct rect line,
		       const struct award *award)
{
	const struct meeting *meeting = view->facts->meeting;
	enum ballot_type type =
	    meeting->pots[meeting->proposals[award->proposal].pot].ballot_type;
	bool tablet = ui_form(view->ui) == UI_TABLET;
	bool funded = award_funded(award);
	char title[PANEL_LINE_TEXT], votes[VOTES_TEXT], money[MONEY_TEXT];
	struct rect sign = line, cell = line;

	sign.w = SIGN;
	sign.y += (line.h - SIGN) / 2;
	sign.h = SIGN;
	if (funded)
		draw_icon(view->ui, sign, ICON_TICK, ROLE_SUCCESS);
	cell.w = column_w(view, MONEY_W);
	cell.x = line.x + line.w - cell.w;
	words_money(award_money(award), money);
	draw_text_middle(view->ui, cell, funded ? money : _("No money"),
			 tablet ? TYPE_SMALL_BOLD : TYPE_TITLE,
			 funded ? ROLE_TEXT : ROLE_MUTED, ALIGN_END);
	cell.w = column_w(view, VOTES_W);
	cell.x -= cell.w;
	votes_text(type, award->votes, votes);
	draw_text_middle(view->ui, cell, votes, tablet ? TYPE_SMALL : TYPE_BODY,
			 ROLE_TEXT, ALIGN_END);
	panel_proposal(view, award->proposal, title);
	line.x += SIGN + PANEL_GAP;
	line.w = cell.x - line.x;
	draw_text_middle(view->ui, line, title, tablet ? TYPE_SMALL : TYPE_BODY,
			 ROLE_TEXT, ALIGN_START);
}

static int awards(const struct result *result, const struct meeting *meeting)
{
	return result->pots[meeting->pot_count - 1].end_award;
}

void panel_result_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct result *result = view->facts->result;
	int count = awards(result, view->facts->meeting);
	int high = panel_columns(view, ROW_H, ROW_H, ROW_H_TABLET);
	struct rect head = rect;
	int room, pages;

	panel_title(view, &rect, _("Result"));
	panel_foot(view, &rect, _("Back"), NULL, false);
	room = rect.h / high;
	pages = (count + room - 1) / room;
	panel_more(view, head, pages);
	for (int i = 0; i < room; i++) {
		int award = view->panel->rows_page % pages * room + i;

		if (award < count)
			award_draw(view,
				   (struct rect){rect.x, rect.y + i * high,
						 rect.w, high},
				   &result->awards[award]);
	}
}

#include "hall/table.h"

#include <stdio.h>

#include "hall/frame.h"
#include "words/votes.h"
#include "words/words.h"

enum {
	PILL_PAD = 12,
	COLUMN_GAP = 24,
	PLACE_GAP = 16,
	LAST_MOST = 500, /* a longer reason is broken */
};

int table_reserved(const struct table *table)
{
	return TABLE_HEAD_H + 2 * TABLE_LINE_GAP + TABLE_LINE_W + TABLE_HEAD_H +
	       table->left_h;
}

static void widen(struct ui *ui, const struct table *table,
		  struct column *column, const char *text)
{
	int width = frame_width(ui, text, table->type);

	if (width > column->w)
		column->w = width;
}

static void measure_row(struct ui *ui, const struct hall_view *view,
			const struct award_row *row, struct table *table)
{
	const struct award *award = row->award;
	char text[HALL_LINE], money[MONEY_TEXT];

	snprintf(text, sizeof(text), "%d.", award->place);
	widen(ui, table, &table->place, text);
	snprintf(text, sizeof(text), "%d",
		 view->meeting->proposals[award->proposal].number);
	widen(ui, table, &table->number, text);
	snprintf(text, sizeof(text), "%d", award->votes);
	widen(ui, table, &table->votes, text);
	award_cost(view->meeting, row, money);
	widen(ui, table, &table->cost, money);
	award_last(view->meeting, row, text);
	widen(ui, table, &table->last, text);
	if (award->votes > table->most_votes)
		table->most_votes = award->votes;
}

/* Gives the columns their places, widest numbers first, the title the rest. A
 * stacked table has no columns behind the title. */
static void place_columns(struct table *table)
{
	struct rect rect = table->rect;

	table->number.w += 2 * PILL_PAD;
	if (table->last.w > LAST_MOST)
		table->last.w = LAST_MOST;
	table->place.x = rect.x;
	table->number.x = rect.x + table->place.w + PLACE_GAP;
	table->title.x = table->number.x + table->number.w + COLUMN_GAP;
	table->last.x = rect.x + rect.w - table->last.w;
	table->cost.x = table->last.x - COLUMN_GAP - table->cost.w;
	table->votes.x = table->cost.x - COLUMN_GAP - table->votes.w;
	table->title.w = table->votes.x - COLUMN_GAP - table->title.x;
	if (table->stacked)
		table->title.w = rect.x + rect.w - table->title.x;
}

static void measure_left(struct ui *ui, const struct hall_view *view,
			 struct table *table)
{
	char left[HALL_LINE];

	table->stacked = frame_upright(ui);
	if (!table->stacked)
		return;
	award_left(view, table->pot, left);
	table->left_h = text_height(ui, left, TYPE_HALL_STRONG, table->rect.w);
}

void table_layout(struct ui *ui, const struct hall_view *view, int pot,
		  struct rect rect, struct table *ret_table)
{
	*ret_table =
	    (struct table){.pot = pot, .type = TYPE_HALL_STRONG, .rect = rect};
	ret_table->count = award_rows(view->result, pot, ret_table->rows);
	widen(ui, ret_table, &ret_table->cost, _("Cost"));
	widen(ui, ret_table, &ret_table->last, _("Total"));
	for (int i = 0; i < ret_table->count; i++)
		measure_row(ui, view, &ret_table->rows[i], ret_table);
	measure_left(ui, view, ret_table);
	place_columns(ret_table);
}

const char *table_title(const struct hall_view *view,
			const struct award_row *row)
{
	return meeting_short_title(view->meeting, row->award->proposal,
				   view->language);
}

void table_facts(const struct hall_view *view, const struct award_row *row,
		 char ret_text[HALL_LINE])
{
	const struct award *award = row->award;
	const struct meeting *meeting = view->meeting;
	char votes[VOTES_TEXT], cost[MONEY_TEXT], last[HALL_LINE];
	char total[HALL_LINE];

	votes_text(
	    meeting->pots[meeting->proposals[award->proposal].pot].ballot_type,
	    award->votes, votes);
	award_cost(view->meeting, row, cost);
	award_last(view->meeting, row, ret_text);
	snprintf(last, sizeof(last), "%s", ret_text);
	words_fill(total, sizeof(total), _("Total %s"), last);
	words_fill(ret_text, HALL_LINE, "%s · %s\n%s", votes, cost,
		   row->funded ? total : last);
}

int table_note_width(const struct table *table)
{
	return table->last.x + table->last.w - table->title.x;
}

/* The height of the words in ROW, without its bar. */
int table_words_height(struct ui *ui, const struct hall_view *view,
		       const struct table *table, const struct award_row *row)
{
	char text[HALL_LINE];
	int title, last;

	title = text_height(ui, table_title(view, row), table->type,
			    table->title.w);
	award_part(view->meeting, row->award, text);
	if (*text)
		title += text_height(ui, text, TYPE_HALL_BODY,
				     table_note_width(table));
	if (table->stacked) {
		table_facts(view, row, text);
		return title + text_height(ui, text, TYPE_HALL_BODY,
					   table_note_width(table));
	}
	award_last(view->meeting, row, text);
	last = text_height(ui, text, table->type, table->last.w);
	return title > last ? title : last;
}

int table_row_height(struct ui *ui, const struct hall_view *view,
		     const struct table *table, const struct award_row *row)
{
	return table_words_height(ui, view, table, row) + TABLE_BAR_GAP +
	       TABLE_BAR_LEAST + TABLE_ROW_GAP;
}

bool table_page(struct ui *ui, const struct hall_view *view,
		const struct table *table, int page, int *ret_first,
		int *ret_end)
{
	int room = table->rect.h - table_reserved(table), first = 0, end = 0;

	for (int i = 0; i <= page; i++) {
		int used = 0;

		if (end >= table->count && i > 0)
			return false;
		first = end;
		while (end < table->count) {
			used += table_row_height(ui, view, table,
						 &table->rows[end]);
			if (used > room && end > first)
				break;
			end++;
		}
	}
	*ret_first = first;
	*ret_end = end;
	return true;
}

#include "hall/table.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/grow.h"
#include "hall/lines.h"
#include "words/votes.h"
#include "words/words.h"

enum {
	ROW_EXTRA_MOST = 90, /* air that a row may get on an empty page */
	PILL_INSET = 4,
};

static struct rect column_rect(struct column column, struct rect row)
{
	return (struct rect){column.x, row.y, column.w, row.h};
}

static void draw_columns_head(struct ui *ui, const struct hall_view *view,
			      const struct table *table, struct rect head,
			      bool funded)
{
	const char *word =
	    votes_head(view->meeting->pots[table->pot].ballot_type);
	struct rect votes = head;

	/* The word is wider than the numbers below it. */
	votes.x = table->title.x;
	votes.w = table->votes.x + table->votes.w - votes.x;
	draw_text_middle(ui, votes, word, TYPE_HALL_BODY, ROLE_MUTED,
			 ALIGN_END);
	draw_text_middle(ui, column_rect(table->cost, head), _("Cost"),
			 TYPE_HALL_BODY, ROLE_MUTED, ALIGN_END);
	if (funded)
		draw_text_middle(ui, column_rect(table->last, head), _("Total"),
				 TYPE_HALL_BODY, ROLE_MUTED, ALIGN_END);
}

static void draw_head(struct ui *ui, const struct hall_view *view,
		      const struct table *table, struct rect head, bool funded)
{
	enum { SIGN = 44 };
	enum role role = funded ? ROLE_PRIMARY : ROLE_TEXT;
	struct rect sign = {head.x, head.y + (head.h - SIGN) / 2, SIGN, SIGN};
	struct rect text = head;

	draw_icon(ui, sign, funded ? ICON_CHECK : ICON_CROSS, role);
	text.x += SIGN + 16;
	text.w -= SIGN + 16;
	draw_text_middle(ui, text,
			 funded ? _("Gets money") : _("Not this time"),
			 TYPE_HALL_STRONG, role, ALIGN_START);
	if (funded && !table->stacked)
		draw_columns_head(ui, view, table, head, funded);
}

static void draw_bar(struct ui *ui, const struct hall_view *view,
		     const struct table *table, const struct award_row *row,
		     struct rect bar)
{
	enum { EDGE = 3 };

	if (table->most_votes <= 0 || row->award->votes <= 0)
		return;
	bar.w = (int)((int64_t)bar.w * row->award->votes / table->most_votes);
	bar.w = grow_part(bar.w, grow_progress(view, HALL_BAR_MS));
	if (bar.w <= 0)
		return;
	if (row->funded) {
		draw_fill(ui, bar, ROLE_FUNDED);
		return;
	}
	draw_fill(ui, bar, ROLE_TEXT);
	bar = (struct rect){bar.x + EDGE, bar.y + EDGE, bar.w - 2 * EDGE,
			    bar.h - 2 * EDGE};
	if (bar.w <= 0)
		return;
	draw_fill(ui, bar, ROLE_BG);
	draw_hatch(ui, bar, ROLE_TEXT);
}

/* What stands behind the title of ROW. */
static void draw_columns(struct ui *ui, const struct hall_view *view,
			 const struct table *table, const struct award_row *row,
			 struct rect line)
{
	const struct award *award = row->award;
	char text[HALL_LINE], money[MONEY_TEXT];

	snprintf(text, sizeof(text), "%d", award->votes);
	draw_text(ui, column_rect(table->votes, line), text, table->type,
		  ROLE_TEXT, ALIGN_END);
	award_cost(view->meeting, row, money);
	draw_text(ui, column_rect(table->cost, line), money, TYPE_HALL_BODY,
		  ROLE_TEXT, ALIGN_END);
	award_last(view->meeting, row, text);
	draw_text(ui, column_rect(table->last, line), text,
		  row->funded ? TYPE_HALL_BODY : table->type, ROLE_TEXT,
		  ALIGN_END);
}

static void draw_numbers(struct ui *ui, const struct hall_view *view,
			 const struct table *table, const struct award_row *row,
			 struct rect line)
{
	const struct award *award = row->award;
	char text[HALL_LINE];

	snprintf(text, sizeof(text), "%d.", award->place);
	draw_text(ui, column_rect(table->place, line), text, table->type,
		  ROLE_TEXT, ALIGN_START);
	if (!table->stacked)
		draw_columns(ui, view, table, row, line);
	snprintf(text, sizeof(text), "%d",
		 view->meeting->proposals[award->proposal].number);
	line = column_rect(table->number, line);
	line.y += PILL_INSET;
	line.h = FRAME_LINE - 2 * PILL_INSET;
	draw_panel(ui, line, 8, ROLE_SURFACE, ROLE_OUTLINE, 3);
	draw_text_middle(ui, line, text, table->type, ROLE_TEXT, ALIGN_CENTRE);
}

/* A note below the title, off the top of *REST; nothing for "". */
static void draw_note(struct ui *ui, struct rect *rest, const char *text)
{
	int high = text_height(ui, text, TYPE_HALL_BODY, rest->w);
	struct rect rect;

	if (!*text)
		return;
	rect = rect_take_top(rest, high, 0);
	lines_draw(ui, rect, text, TYPE_HALL_BODY, ROLE_TEXT);
}

static void draw_row(struct ui *ui, const struct hall_view *view,
		     const struct table *table, const struct award_row *row,
		     struct rect line, int extra)
{
	struct rect title = column_rect(table->title, line);
	int high = table_words_height(ui, view, table, row);
	char note[HALL_LINE];

	line.h = title.h = high;
	draw_numbers(ui, view, table, row, line);
	lines_draw(ui, title, table_title(view, row), table->type, ROLE_TEXT);
	rect_take_top(
	    &title,
	    text_height(ui, table_title(view, row), table->type, title.w), 0);
	title.w = table_note_width(table);
	if (table->stacked) {
		table_facts(view, row, note);
		draw_note(ui, &title, note);
	}
	award_part(view->meeting, row->award, note);
	draw_note(ui, &title, note);
	draw_bar(ui, view, table, row,
		 (struct rect){table->title.x,
			       line.y + high + TABLE_BAR_GAP + extra / 12,
			       table->title.w, TABLE_BAR_LEAST + extra / 3});
}

/* What is funded stands above it, what is not below; the rest at its end. */
static void draw_budget_line(struct ui *ui, const struct hall_view *view,
			     const struct table *table, struct rect *rest,
			     bool more)
{
	struct rect head, line;
	char left[HALL_LINE];

	rect_take_top(rest, 0, TABLE_LINE_GAP);
	line = rect_take_top(rest, TABLE_LINE_W, TABLE_LINE_GAP);
	line.w = grow_part(line.w, grow_progress(view, HALL_BUDGET_MS));
	draw_fill(ui, line, ROLE_TEXT);
	award_left(view, table->pot, left);
	if (table->stacked)
		draw_text(ui, rect_take_top(rest, table->left_h, 0), left,
			  TYPE_HALL_STRONG, ROLE_PRIMARY, ALIGN_END);
	head = rect_take_top(rest, TABLE_HEAD_H, 0);
	if (more)
		draw_head(ui, view, table, head, false);
	if (!table->stacked)
		draw_text_middle(ui, head, left, TYPE_HALL_STRONG, ROLE_PRIMARY,
				 ALIGN_END);
}

/* The air each row of a page gets beyond what it needs. */
static int extra_height(struct ui *ui, const struct hall_view *view,
			const struct table *table, int first, int end)
{
	int room = table->rect.h - table_reserved(table), extra;

	if (end == first)
		return 0;
	for (int i = first; i < end; i++)
		room -= table_row_height(ui, view, table, &table->rows[i]);
	extra = room / (end - first);
	if (extra < 0)
		return 0;
	return extra < ROW_EXTRA_MOST ? extra : ROW_EXTRA_MOST;
}

void table_draw(struct ui *ui, const struct hall_view *view,
		const struct table *table, int page)
{
	struct rect rest = table->rect;
	int first, end, extra;
	bool funded = true;

	if (!table_page(ui, view, table, page, &first, &end))
		return;
	extra = extra_height(ui, view, table, first, end);
	/* A later page may begin below the line. */
	if (first > 0)
		funded = first < table->count && table->rows[first].funded;
	draw_head(ui, view, table, rect_take_top(&rest, TABLE_HEAD_H, 0),
		  funded);
	for (int i = first; i < end; i++) {
		const struct award_row *row = &table->rows[i];
		int high = table_row_height(ui, view, table, row);

		if (funded && !row->funded) {
			draw_budget_line(ui, view, table, &rest, true);
			funded = false;
		}
		draw_row(ui, view, table, row, rest, extra);
		rect_take_top(&rest, high + extra, 0);
	}
	if (funded && (end == table->count || !table->rows[end].funded))
		draw_budget_line(ui, view, table, &rest, false);
}

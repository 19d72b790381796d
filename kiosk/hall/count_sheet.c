#include "hall/count_sheet.h"

#include <inttypes.h>
#include <stdio.h>

#include "hall/count_card.h"
#include "hall/count_head.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/pill.h"
#include "words/words.h"

enum {
	HEAD_GAP = 16,
	CARD_PERCENT = 36, /* of the height, where the rows stand below it */
	TITLE_MOST = 640,  /* longer ones are broken */
	ROW_PAD = 1,	   /* above and below a row's words */
	ROW_GAP = 4,
	ROW_AIR_MOST = 40,
	INSET = 16, /* of a row's words in its panel */
	COLUMN_GAP = 16,
	SUM_TEXT = 24,
};

int count_position(const struct hall_view *view)
{
	int position = view->playback.position;

	return position < view->ballot_count ? position : view->ballot_count;
}

static int64_t row_votes(const struct tally *sums, const struct count_row *row)
{
	return row->proposal < 0 ? sums->blank[row->pot]
				 : sums->support[row->proposal];
}

static void row_title(const struct hall_view *view, const struct count_row *row,
		      char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;

	if (row->proposal >= 0)
		snprintf(ret_text, HALL_LINE, "%s",
			 meeting_short_title(meeting, row->proposal,
					     view->language));
	else if (meeting->pot_count == 1)
		snprintf(ret_text, HALL_LINE, "%s", _("Blank"));
	else
		/* TRANSLATORS: the title of a pot. */
		words_fill(ret_text, HALL_LINE, _("Blank: %s"),
			   meeting_text(meeting, &meeting->pots[row->pot].title,
					view->language, NULL));
}

static void list_rows(const struct meeting *meeting, struct count_sheet *sheet)
{
	sheet->count = 0;
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		for (int i = first; i < end; i++)
			sheet->row[sheet->count++] = (struct count_row){pot, i};
		sheet->row[sheet->count++] = (struct count_row){pot, -1};
	}
}

static void measure_columns(struct ui *ui, const struct hall_view *view,
			    struct count_sheet *sheet)
{
	int64_t most = 0;
	char text[HALL_LINE];
	int marks_w;

	sheet->pill_w = pill_width(ui, view->meeting);
	sheet->title_w = 0;
	for (int i = 0; i < sheet->count; i++) {
		int64_t votes = row_votes(view->tally, &sheet->row[i]);
		int width;

		row_title(view, &sheet->row[i], text);
		width = frame_width(ui, text, TYPE_HALL_BODY);
		if (width > sheet->title_w)
			sheet->title_w = width;
		most = votes > most ? votes : most;
	}
	snprintf(text, sizeof(text), "%" PRId64, most);
	sheet->sum_w = frame_width(ui, text, TYPE_HALL_STRONG);
	marks_w = sheet->body.w - 2 * INSET - sheet->pill_w - PILL_GAP -
		  2 * COLUMN_GAP - sheet->sum_w;
	if (sheet->stacked) {
		sheet->title_w = marks_w + COLUMN_GAP;
		sheet->marks = marks_plan(ui, sheet->title_w, most);
		return;
	}
	if (sheet->title_w > marks_w - marks_least(ui, most))
		sheet->title_w = marks_w - marks_least(ui, most);
	if (sheet->title_w > TITLE_MOST)
		sheet->title_w = TITLE_MOST;
	sheet->marks = marks_plan(ui, marks_w - sheet->title_w, most);
}

static void measure_rows(struct ui *ui, const struct hall_view *view,
			 struct count_sheet *sheet)
{
	char text[HALL_LINE];

	sheet->rows = (struct rows){
	    .room = sheet->body.h, .gap = ROW_GAP, .air_most = ROW_AIR_MOST};
	for (int i = 0; i < sheet->count; i++) {
		row_title(view, &sheet->row[i], text);
		rows_add(&sheet->rows,
			 text_height(ui, text, TYPE_HALL_BODY, sheet->title_w) +
			     2 * ROW_PAD + (sheet->stacked ? FRAME_LINE : 0));
	}
}

void count_sheet_layout(struct ui *ui, const struct hall_view *view,
			struct count_sheet *ret_sheet)
{
	struct rect body = frame_body(ui);

	ret_sheet->stacked = frame_upright(ui);
	ret_sheet->head = ret_sheet->notice =
	    rect_take_top(&body, COUNT_HEAD_H, HEAD_GAP);
	if (ret_sheet->stacked) {
		ret_sheet->notice = rect_take_top(
		    &body, count_notice_height(ui, body.w), HEAD_GAP);
		ret_sheet->card = rect_take_top(
		    &body, body.h * CARD_PERCENT / 100, COUNT_GAP);
	} else {
		ret_sheet->card = body;
		ret_sheet->card.w = count_card_width(ui, view);
		body.x += ret_sheet->card.w + COUNT_GAP;
		body.w -= ret_sheet->card.w + COUNT_GAP;
	}
	ret_sheet->body = body;
	list_rows(view->meeting, ret_sheet);
	measure_columns(ui, view, ret_sheet);
	measure_rows(ui, view, ret_sheet);
}

static void draw_row(struct ui *ui, const struct hall_view *view,
		     const struct count_sheet *sheet,
		     const struct count_row *row, struct rect rect,
		     int64_t votes, bool lit)
{
	struct rect words = rect, marks;
	char text[HALL_LINE];

	draw_panel(ui, rect, 8, lit ? ROLE_SELECTED : ROLE_SURFACE,
		   ROLE_SURFACE, 0);
	words.x += INSET;
	words.w -= 2 * INSET;
	snprintf(text, SUM_TEXT, "%" PRId64, votes);
	draw_text_middle(ui, words, text, TYPE_HALL_STRONG, ROLE_TEXT,
			 ALIGN_END);
	row_title(view, row, text);
	if (sheet->stacked) {
		words.h = text_height(ui, text, TYPE_HALL_BODY, sheet->title_w);
		words.y += (rect.h - words.h - FRAME_LINE) / 2;
	}
	if (row->proposal >= 0) {
		struct rect pill = words;

		pill.y += (words.h - FRAME_LINE) / 2;
		pill_draw(ui, &pill, sheet->pill_w, view->meeting,
			  row->proposal);
	}
	words.x += sheet->pill_w + PILL_GAP;
	words.w = sheet->title_w;
	lines_draw_middle(ui, words, text, TYPE_HALL_BODY,
			  row->proposal < 0 ? ROLE_MUTED : ROLE_TEXT);
	marks = rect;
	marks.x = words.x + words.w + COLUMN_GAP;
	if (sheet->stacked)
		marks = (struct rect){words.x, words.y + words.h, words.w,
				      FRAME_LINE};
	marks_draw(ui, marks, sheet->marks, votes);
}

/* Whether the rows that the ballot just counted adds to stand out: not while
 * ballots pass so fast that this would flicker (UX.md 0). */
static bool rows_lit(const struct hall_view *view)
{
	const struct playback *playback = &view->playback;

	return view->ballots && count_position(view) > 0 &&
	       (!playback->running || playback->speed < PLAYBACK_SPEEDS - 1);
}

void count_sheet_draw(struct ui *ui, const struct hall_view *view,
		      const struct count_sheet *sheet, const struct tally *sums)
{
	struct rect rest = sheet->body;
	struct tally last;
	int first, end, air;

	tally_clear(&last);
	if (rows_lit(view))
		tally_add(&last, view->meeting,
			  &view->ballots[count_position(view) - 1]);
	rows_page(&sheet->rows, view->page, &first, &end, &air);
	for (int i = first; i < end; i++)
		draw_row(
		    ui, view, sheet, &sheet->row[i],
		    rect_take_top(&rest, sheet->rows.height[i] + air, ROW_GAP),
		    row_votes(sums, &sheet->row[i]),
		    row_votes(&last, &sheet->row[i]) != 0);
}

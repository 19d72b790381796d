#include "hall/scene.h"

#include <inttypes.h>
#include <stdio.h>

#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/pill.h"
#include "hall/rows.h"
#include "words/words.h"

enum {
	TITLE_H = 84,
	TITLE_GAP = 4,
	COLUMN_LEAST = 230, /* of a number with its heading */
	SIGN_W = 190,	    /* of a tick, or the difference */
	SIGN = 48,
	INSET = 16,
	ROW_PAD = 1,
	ROW_GAP = 4,
	ROW_AIR_MOST = 30,
	VERDICT_GAP = 12,
	NUMBER_TEXT = 24,
	VERDICT_TEXT = 1024,
};

/* Both counts beside each other, and below which stands. */
struct paper {
	struct rect title, head, body, verdict;
	bool stacked; /* upright: the numbers stand below the titles */
	struct rows rows;
	int pill_w, title_w, column_w;
	char text[VERDICT_TEXT]; /* of the verdict */
};

/* One line of both counts. */
struct pair {
	int64_t machine, hand;
};

static bool all_agree(const struct hall_view *view)
{
	bool agree = view->tally->ballots == view->paper->ballots;

	for (int i = 0; i < view->meeting->proposal_count; i++)
		agree &= view->tally->support[i] == view->paper->votes[i];
	return agree;
}

/* Which count stands, and why. */
static void verdict_text(const struct hall_view *view,
			 char ret_text[VERDICT_TEXT])
{
	const struct hall_paper *paper = view->paper;
	const char *stands = paper->stands ? _("The count by hand stands.")
					   : _("The machine's count stands.");

	if (all_agree(view))
		snprintf(ret_text, VERDICT_TEXT, "%s",
			 _("The two counts are the same."));
	else if (paper->reason && *paper->reason)
		/* TRANSLATORS: which count stands, and why. */
		words_fill(ret_text, VERDICT_TEXT, _("%1$s Reason: %2$s"),
			   stands, paper->reason);
	else
		snprintf(ret_text, VERDICT_TEXT, "%s", stands);
}

/* The title of row ROW: the slips themselves come first. */
static const char *row_title(const struct hall_view *view, int row)
{
	return row == 0 ? _("Ballots")
			: meeting_short_title(view->meeting, row - 1,
					      view->language);
}

/* Wide enough for both headings, up to MOST. */
static int column_width(struct ui *ui, int most)
{
	int machine = text_width(ui, _("Machine"), TYPE_HALL_BODY);
	int hand = text_width(ui, _("By hand"), TYPE_HALL_BODY);
	int wide = FRAME_GAP + (machine > hand ? machine : hand);

	if (wide < COLUMN_LEAST)
		return COLUMN_LEAST;
	return wide < most ? wide : most;
}

static int title_height(struct ui *ui, const struct hall_view *view,
			const struct paper *paper, int row)
{
	return text_height(ui, row_title(view, row), TYPE_HALL_BODY,
			   paper->title_w);
}

static void paper_layout(struct ui *ui, const struct hall_view *view,
			 struct paper *ret_paper)
{
	struct rect body = frame_body(ui);
	int high;

	ret_paper->stacked = frame_upright(ui);
	ret_paper->column_w =
	    column_width(ui, (body.w - 2 * INSET - SIGN_W) / 2);
	ret_paper->title = ret_paper->head =
	    rect_take_top(&body, TITLE_H, TITLE_GAP);
	if (ret_paper->stacked)
		ret_paper->head = rect_take_top(&body, FRAME_LINE, TITLE_GAP);
	else
		ret_paper->title.w -= 2 * ret_paper->column_w + SIGN_W;
	verdict_text(view, ret_paper->text);
	high = text_height(ui, ret_paper->text, TYPE_HALL_STRONG,
			   body.w - SIGN - FRAME_GAP);
	body.h -= high + VERDICT_GAP;
	ret_paper->verdict =
	    (struct rect){body.x, body.y + body.h + VERDICT_GAP, body.w, high};
	ret_paper->body = body;
	ret_paper->pill_w = pill_width(ui, view->meeting);
	ret_paper->title_w = body.w - 2 * INSET - ret_paper->pill_w - PILL_GAP;
	if (!ret_paper->stacked)
		ret_paper->title_w -= 2 * ret_paper->column_w + SIGN_W;
	ret_paper->rows = (struct rows){
	    .room = body.h, .gap = ROW_GAP, .air_most = ROW_AIR_MOST};
	for (int i = 0; i <= view->meeting->proposal_count; i++)
		rows_add(&ret_paper->rows,
			 title_height(ui, view, ret_paper, i) + 2 * ROW_PAD +
			     (ret_paper->stacked ? FRAME_LINE : 0));
}

static struct pair row_pair(const struct hall_view *view, int row)
{
	if (row == 0)
		return (struct pair){view->tally->ballots,
				     view->paper->ballots};
	return (struct pair){view->tally->support[row - 1],
			     view->paper->votes[row - 1]};
}

int paper_pages(struct ui *ui, const struct hall_view *view)
{
	struct paper paper;

	paper_layout(ui, view, &paper);
	return rows_pages(&paper.rows);
}

/* A tick, or by how much the hand counted more or less. */
static void draw_sign(struct ui *ui, struct rect cell, struct pair pair)
{
	char number[NUMBER_TEXT], text[2 * NUMBER_TEXT];

	if (pair.machine == pair.hand) {
		draw_icon(ui,
			  (struct rect){cell.x + cell.w - SIGN,
					cell.y + (cell.h - SIGN) / 2, SIGN,
					SIGN},
			  ICON_CHECK, ROLE_SUCCESS);
		return;
	}
	snprintf(number, sizeof(number), "%s%" PRId64,
		 pair.hand > pair.machine ? "+" : "\u2212",
		 pair.hand > pair.machine ? pair.hand - pair.machine
					  : pair.machine - pair.hand);
	words_fill(text, sizeof(text), "%s", number);
	draw_text_middle(ui, cell, text, TYPE_HALL_STRONG, ROLE_ON_WARN,
			 ALIGN_END);
}

/* Both counts and the sign; CELL is the first column. */
static void draw_numbers(struct ui *ui, struct rect cell, struct pair pair,
			 enum role role)
{
	char text[NUMBER_TEXT];

	snprintf(text, sizeof(text), "%" PRId64, pair.machine);
	draw_text_middle(ui, cell, text, TYPE_HALL_STRONG, role, ALIGN_END);
	cell.x += cell.w;
	snprintf(text, sizeof(text), "%" PRId64, pair.hand);
	draw_text_middle(ui, cell, text, TYPE_HALL_STRONG, role, ALIGN_END);
	cell.x += cell.w;
	cell.w = SIGN_W;
	draw_sign(ui, cell, pair);
}

static void draw_row(struct ui *ui, const struct hall_view *view,
		     const struct paper *paper, int row, struct rect rect)
{
	struct pair pair = row_pair(view, row);
	bool agree = pair.machine == pair.hand;
	enum role role = agree ? ROLE_TEXT : ROLE_ON_WARN;
	struct rect cell = rect;

	draw_panel(ui, rect, 8, agree ? ROLE_SURFACE : ROLE_WARN, ROLE_SURFACE,
		   0);
	cell.x += INSET;
	if (paper->stacked) {
		cell.y += (rect.h - paper->rows.height[row]) / 2 + ROW_PAD;
		cell.h = title_height(ui, view, paper, row);
	}
	if (row > 0) {
		struct rect pill = cell;

		pill.y += (cell.h - FRAME_LINE) / 2;
		pill_draw(ui, &pill, paper->pill_w, view->meeting, row - 1);
	}
	cell.x += paper->pill_w + PILL_GAP;
	cell.w = paper->title_w;
	draw_text_middle(ui, cell, row_title(view, row),
			 row == 0 ? TYPE_HALL_STRONG : TYPE_HALL_BODY, role,
			 ALIGN_START);
	if (paper->stacked) {
		cell.y += cell.h;
		cell.h = FRAME_LINE;
	}
	cell.x = rect.x + rect.w - INSET - SIGN_W - 2 * paper->column_w;
	cell.w = paper->column_w;
	draw_numbers(ui, cell, pair, role);
}

static void draw_heads(struct ui *ui, const struct paper *paper)
{
	struct rect cell = paper->head;

	cell.w -= INSET + SIGN_W;
	draw_text_middle(ui, cell, _("By hand"), TYPE_HALL_BODY, ROLE_MUTED,
			 ALIGN_END);
	cell.w -= paper->column_w;
	draw_text_middle(ui, cell, _("Machine"), TYPE_HALL_BODY, ROLE_MUTED,
			 ALIGN_END);
}

static void draw_verdict(struct ui *ui, const struct hall_view *view,
			 const struct paper *paper)
{
	bool agree = all_agree(view);
	struct rect rect = paper->verdict;

	draw_icon(ui, (struct rect){rect.x, rect.y + 6, SIGN, SIGN},
		  agree ? ICON_TICK : ICON_WARNING,
		  agree ? ROLE_SUCCESS : ROLE_TEXT);
	rect.x += SIGN + FRAME_GAP;
	rect.w -= SIGN + FRAME_GAP;
	lines_draw(ui, rect, paper->text, TYPE_HALL_STRONG,
		   agree ? ROLE_SUCCESS : ROLE_TEXT);
}

void paper_draw(struct ui *ui, const struct hall_view *view)
{
	const char *title = _("Machine and hand");
	struct paper paper;
	struct rect rest;
	int first, end, air;

	paper_layout(ui, view, &paper);
	frame_text_middle(ui, paper.title, title, TYPE_HALL_H2, ROLE_TEXT,
			  ALIGN_START);
	draw_heads(ui, &paper);
	rest = paper.body;
	rows_page(&paper.rows, view->page, &first, &end, &air);
	for (int i = first; i < end; i++)
		draw_row(
		    ui, view, &paper, i,
		    rect_take_top(&rest, paper.rows.height[i] + air, ROW_GAP));
	draw_verdict(ui, view, &paper);
}

void paper_line(struct ui *ui, const struct hall_view *view, int language,
		char ret_text[HALL_LINE])
{
	(void)ui;
	(void)language;
	snprintf(ret_text, HALL_LINE, "%s",
		 all_agree(view)       ? _("The two counts are the same.")
		 : view->paper->stands ? _("The count by hand stands.")
				       : _("The machine's count stands."));
}

#include "hall/scene.h"

#include <inttypes.h>
#include <stdio.h>

#include "hall/count_card.h"
#include "hall/counted.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/marks.h"
#include "hall/pill.h"
#include "hall/rows.h"
#include "words/words.h"

enum {
	HEAD_H = 76,
	HEAD_GAP = 16,
	CARD_GAP = 32,
	SIGN = 48,
	SIGN_GAP = 12,
	CARD_PERCENT = 36, /* of the height, where the rows stand below it */
	TITLE_MOST = 640,  /* longer ones are broken */
	ROW_PAD = 1,	   /* above and below a row's words */
	ROW_GAP = 4,
	ROW_AIR_MOST = 40,
	INSET = 16, /* of a row's words in its panel */
	COLUMN_GAP = 16,
	SUM_TEXT = 24,
	FRAME_LEAST_MS = 16,
};

/* A line of the tally: a proposal, or the blank ballots of a pot. */
struct row {
	int pot;
	int proposal; /* index, or -1: the blank ones */
};

/* The tally of a whole meeting and where it stands. */
struct sheet {
	struct rect head, notice, card, body; /* body: the rows of a page */
	bool stacked; /* upright: one below the other, the marks too */
	int count;
	struct row row[ROWS_MOST];
	struct rows rows;
	int pill_w, title_w, sum_w;
	struct marks marks;
};

static const char *const speeds[PLAYBACK_SPEEDS] = {
    N_("One by one"), N_("Slow"), N_("Brisk"), N_("The whole box")};

static int position_of(const struct hall_view *view)
{
	int position = view->playback.position;

	return position < view->ballot_count ? position : view->ballot_count;
}

static bool finished(const struct hall_view *view)
{
	return position_of(view) == view->ballot_count;
}

/* What to show of all ROWs: the sums so far, or of all when ballots are not
 * shown. SPARE is for those that the caller did not keep. */
static const struct tally *sums_of(const struct hall_view *view,
				   struct tally *spare)
{
	int position = position_of(view);

	if (!view->ballots)
		return view->tally;
	if (view->counted && view->counted->ballots == position)
		return view->counted;
	tally_clear(spare);
	counted_go(spare, view->meeting, view->ballots, position);
	return spare;
}

static int64_t row_votes(const struct tally *sums, const struct row *row)
{
	return row->proposal < 0 ? sums->blank[row->pot]
				 : sums->support[row->proposal];
}

static void row_title(const struct hall_view *view, const struct row *row,
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

/* All proposals in ballot order, after those of a pot its blank ballots. */
static void list_rows(const struct meeting *meeting, struct sheet *sheet)
{
	sheet->count = 0;
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		for (int i = first; i < end; i++)
			sheet->row[sheet->count++] = (struct row){pot, i};
		sheet->row[sheet->count++] = (struct row){pot, -1};
	}
}

static void measure_columns(struct ui *ui, const struct hall_view *view,
			    struct sheet *sheet)
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
			 struct sheet *sheet)
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

/* How high the longest notice is where it has lines of its own. */
static int notice_height(struct ui *ui, int width)
{
	return text_height(ui, _("The sums differ. Stop, fetch a helper."),
			   TYPE_HALL_STRONG, width - SIGN - SIGN_GAP);
}

static void sheet_layout(struct ui *ui, const struct hall_view *view,
			 struct sheet *ret_sheet)
{
	struct rect body = frame_body(ui);

	ret_sheet->stacked = frame_upright(ui);
	ret_sheet->head = ret_sheet->notice =
	    rect_take_top(&body, HEAD_H, HEAD_GAP);
	if (ret_sheet->stacked) {
		ret_sheet->notice =
		    rect_take_top(&body, notice_height(ui, body.w), HEAD_GAP);
		ret_sheet->card =
		    rect_take_top(&body, body.h * CARD_PERCENT / 100, CARD_GAP);
	} else {
		ret_sheet->card = body;
		ret_sheet->card.w = count_card_width(ui, view);
		body.x += ret_sheet->card.w + CARD_GAP;
		body.w -= ret_sheet->card.w + CARD_GAP;
	}
	ret_sheet->body = body;
	list_rows(view->meeting, ret_sheet);
	measure_columns(ui, view, ret_sheet);
	measure_rows(ui, view, ret_sheet);
}

int count_pages(struct ui *ui, const struct hall_view *view)
{
	struct sheet sheet;

	sheet_layout(ui, view, &sheet);
	return rows_pages(&sheet.rows);
}

static void draw_row(struct ui *ui, const struct hall_view *view,
		     const struct sheet *sheet, const struct row *row,
		     struct rect rect, int64_t votes, bool lit)
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

	return view->ballots && position_of(view) > 0 &&
	       (!playback->running || playback->speed < PLAYBACK_SPEEDS - 1);
}

static void draw_rows(struct ui *ui, const struct hall_view *view,
		      const struct sheet *sheet, const struct tally *sums)
{
	struct rect rest = sheet->body;
	struct tally last;
	int first, end, air;

	tally_clear(&last);
	if (rows_lit(view))
		tally_add(&last, view->meeting,
			  &view->ballots[position_of(view) - 1]);
	rows_page(&sheet->rows, view->page, &first, &end, &air);
	for (int i = first; i < end; i++)
		draw_row(
		    ui, view, sheet, &sheet->row[i],
		    rect_take_top(&rest, sheet->rows.height[i] + air, ROW_GAP),
		    row_votes(sums, &sheet->row[i]),
		    row_votes(&last, &sheet->row[i]) != 0);
}

/* A sign, if any, and words: at the end of the head, or below it. */
struct notice {
	enum icon icon; /* ICON_COUNT: none */
	const char *text;
	enum type type;
	enum role role;
	int side, gap; /* of the sign, in the head */
};

/* Returns the width it takes of the head. */
static int draw_notice(struct ui *ui, const struct sheet *sheet,
		       const struct notice *notice)
{
	struct rect rect = sheet->notice, sign = rect;
	int width = frame_width(ui, notice->text, notice->type);

	if (sheet->stacked) {
		sign = (struct rect){rect.x, rect.y + (FRAME_LINE - SIGN) / 2,
				     SIGN, SIGN};
		if (notice->icon != ICON_COUNT) {
			rect.x += SIGN + SIGN_GAP;
			rect.w -= SIGN + SIGN_GAP;
		}
		lines_draw(ui, rect, notice->text, notice->type, notice->role);
	} else {
		sign.x += rect.w - width - notice->gap - notice->side;
		sign.w = notice->side;
		draw_text_middle(ui, rect, notice->text, notice->type,
				 notice->role, ALIGN_END);
	}
	if (notice->icon != ICON_COUNT)
		draw_icon(ui, sign, notice->icon, notice->role);
	return sheet->stacked ? 0
			      : width + notice->gap + notice->side + CARD_GAP;
}

/* At the end: whether the room's sums are those the money goes by. */
static struct notice verdict_of(const struct hall_view *view,
				const struct tally *sums)
{
	bool agrees = counted_agrees(view->meeting, sums, view->tally);

	return (struct notice){
	    .icon = agrees ? ICON_TICK : ICON_WARNING,
	    .text = agrees ? _("The sums are right.")
			   : _("The sums differ. Stop, fetch a helper."),
	    .type = TYPE_HALL_STRONG,
	    .role = agrees ? ROLE_SUCCESS : ROLE_DANGER,
	    .side = HEAD_H,
	    .gap = SIGN_GAP};
}

/* How fast it goes, and whether it does. */
static struct notice speed_of(const struct playback *playback)
{
	return (struct notice){.icon =
				   playback->running ? ICON_COUNT : ICON_PAUSE,
			       .text = _(speeds[playback->speed]),
			       .type = TYPE_HALL_BODY,
			       .role = ROLE_MUTED,
			       .side = SIGN};
}

static void draw_head(struct ui *ui, const struct hall_view *view,
		      const struct sheet *sheet, const struct tally *sums)
{
	unsigned long ballots =
	    (unsigned long)(view->ballots ? view->ballot_count
					  : view->tally->ballots);
	bool all = !view->ballots || finished(view);
	struct rect head = sheet->head;
	struct notice notice;
	char text[HALL_LINE];

	if (!all && position_of(view) > 0)
		snprintf(text, sizeof(text), _("Ballot %1$d of %2$d"),
			 position_of(view), view->ballot_count);
	else if (!all)
		snprintf(text, sizeof(text),
			 words_plural("%lu ballot to count",
				      "%lu ballots to count", ballots),
			 ballots);
	else
		snprintf(text, sizeof(text),
			 words_plural("%lu ballot is counted",
				      "%lu ballots are counted", ballots),
			 ballots);
	if (view->ballots) {
		notice =
		    all ? verdict_of(view, sums) : speed_of(&view->playback);
		head.w -= draw_notice(ui, sheet, &notice);
	}
	frame_text_middle(ui, head, text, TYPE_HALL_H2, ROLE_PRIMARY,
			  ALIGN_START);
}

/* Sentences, each a paragraph on the card. */
static void draw_sentences(struct ui *ui, struct rect card,
			   const char *const sentences[], int count)
{
	struct rect rest = count_card_panel(ui, card);

	for (int i = 0; i < count; i++) {
		enum type type = i == 0 ? TYPE_HALL_STRONG : TYPE_HALL_BODY;
		int high = text_height(ui, sentences[i], type, rest.w);

		lines_draw(ui, rect_take_top(&rest, high, FRAME_GAP),
			   sentences[i], type, ROLE_TEXT);
	}
}

/* What a stroke is: a choice, or a point where ballots are not ticked. */
static const char *stroke_text(const struct meeting *meeting)
{
	int ticked = 0;

	for (int pot = 0; pot < meeting->pot_count; pot++)
		ticked += ballot_type_ticked(meeting->pots[pot].ballot_type);
	if (ticked == meeting->pot_count)
		return _("Each choice is a stroke. Count along!");
	return ticked ? _("Each choice or point is a stroke. Count along!")
		      : _("Each point is a stroke. Count along!");
}

static void draw_card(struct ui *ui, const struct hall_view *view,
		      struct rect card)
{
	char few[HALL_LINE];

	if (!view->ballots) {
		snprintf(
		    few, sizeof(few),
		    words_plural("There is less than %d ballot.",
				 "There are fewer than %d ballots.",
				 (unsigned long)view->meeting->publish_min),
		    view->meeting->publish_min);
		draw_sentences(
		    ui, card,
		    (const char *const[]){
			_("Only the sums are shown."), few,
			_("One by one, they could tell who chose what.")},
		    3);
	} else if (position_of(view) == 0) {
		draw_sentences(
		    ui, card,
		    (const char *const[]){_("Every ballot is shown here."),
					  _("They are well mixed."),
					  stroke_text(view->meeting)},
		    3);
	} else {
		count_card_draw(ui, card, view,
				&view->ballots[position_of(view) - 1]);
	}
}

void count_draw(struct ui *ui, const struct hall_view *view)
{
	struct sheet sheet;
	struct tally spare;
	const struct tally *sums = sums_of(view, &spare);

	sheet_layout(ui, view, &sheet);
	draw_head(ui, view, &sheet, sums);
	draw_card(ui, view, sheet.card);
	draw_rows(ui, view, &sheet, sums);
}

void count_line(struct ui *ui, const struct hall_view *view, int language,
		char ret_text[HALL_LINE])
{
	(void)ui;
	(void)language;
	snprintf(ret_text, HALL_LINE, "%s",
		 view->ballots ? _("Every ballot is shown here.")
			       : _("Only the sums are shown."));
}

int count_wait(const struct hall_view *view)
{
	int wait;

	if (!view->ballots)
		return -1;
	wait = playback_wait_ms(&view->playback, view->now_ms);
	return wait >= 0 && wait < FRAME_LEAST_MS ? FRAME_LEAST_MS : wait;
}

#include "hall/scene.h"

#include <inttypes.h>
#include <stdio.h>

#include "hall/count_card.h"
#include "hall/counted.h"
#include "hall/frame.h"
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
	TITLE_MOST = 640, /* longer ones are broken */
	ROW_PAD = 1,	  /* above and below a row's words */
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
	struct rect head, card, body; /* body: the rows of a page */
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
		snprintf(ret_text, HALL_LINE, _("Blank: %s"),
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
			     2 * ROW_PAD);
	}
}

static void sheet_layout(struct ui *ui, const struct hall_view *view,
			 struct sheet *ret_sheet)
{
	struct rect body = frame_body(ui);

	ret_sheet->head = rect_take_top(&body, HEAD_H, HEAD_GAP);
	ret_sheet->card = body;
	ret_sheet->card.w = count_card_width(ui, view);
	body.x += ret_sheet->card.w + CARD_GAP;
	body.w -= ret_sheet->card.w + CARD_GAP;
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
	if (row->proposal >= 0) {
		struct rect pill = words;

		pill.y += (rect.h - FRAME_LINE) / 2;
		pill_draw(ui, &pill, sheet->pill_w, view->meeting,
			  row->proposal);
	}
	words.x += sheet->pill_w + PILL_GAP;
	words.w = sheet->title_w;
	row_title(view, row, text);
	draw_text_middle(ui, words, text, TYPE_HALL_BODY,
			 row->proposal < 0 ? ROLE_MUTED : ROLE_TEXT,
			 ALIGN_START);
	marks = rect;
	marks.x = words.x + words.w + COLUMN_GAP;
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

/* At the end: whether the room's sums are those the money goes by. */
static void draw_verdict(struct ui *ui, const struct hall_view *view,
			 struct rect rect, const struct tally *sums)
{
	bool agrees = counted_agrees(view->meeting, sums, view->tally);
	enum role role = agrees ? ROLE_SUCCESS : ROLE_DANGER;
	const char *text = agrees ? _("The sums are right.")
				  : _("The sums differ. Stop, fetch a helper.");
	struct rect sign = rect;
	int width = frame_width(ui, text, TYPE_HALL_STRONG);

	draw_text_middle(ui, rect, text, TYPE_HALL_STRONG, role, ALIGN_END);
	sign.x += rect.w - width - SIGN_GAP - rect.h;
	sign.w = rect.h;
	draw_icon(ui, sign, agrees ? ICON_TICK : ICON_WARNING, role);
}

/* How fast it goes, and whether it does. */
static void draw_speed(struct ui *ui, const struct playback *playback,
		       struct rect rect)
{
	const char *text = _(speeds[playback->speed]);
	struct rect sign = rect;

	draw_text_middle(ui, rect, text, TYPE_HALL_BODY, ROLE_MUTED, ALIGN_END);
	if (playback->running)
		return;
	sign.x += rect.w - frame_width(ui, text, TYPE_HALL_BODY) - SIGN;
	sign.w = SIGN;
	draw_icon(ui, sign, ICON_PAUSE, ROLE_MUTED);
}

static void draw_head(struct ui *ui, const struct hall_view *view,
		      struct rect head, const struct tally *sums)
{
	unsigned long ballots =
	    (unsigned long)(view->ballots ? view->ballot_count
					  : view->tally->ballots);
	bool all = !view->ballots || finished(view);
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
	draw_text_middle(ui, head, text, TYPE_HALL_H2, ROLE_PRIMARY,
			 ALIGN_START);
	if (!view->ballots)
		return;
	if (all)
		draw_verdict(ui, view, head, sums);
	else
		draw_speed(ui, &view->playback, head);
}

/* Sentences, each a paragraph on the card. */
static void draw_sentences(struct ui *ui, struct rect card,
			   const char *const sentences[], int count)
{
	struct rect rest = count_card_panel(ui, card);

	for (int i = 0; i < count; i++) {
		enum type type = i == 0 ? TYPE_HALL_STRONG : TYPE_HALL_BODY;
		int high = text_height(ui, sentences[i], type, rest.w);

		draw_text(ui, rect_take_top(&rest, high, FRAME_GAP),
			  sentences[i], type, ROLE_TEXT, ALIGN_START);
	}
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
		draw_sentences(ui, card,
			       (const char *const[]){
				   _("Every ballot is shown here."),
				   _("They are well mixed."),
				   _("Each choice is a stroke. Count along!")},
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
	draw_head(ui, view, sheet.head, sums);
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

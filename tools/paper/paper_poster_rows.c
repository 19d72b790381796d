/* The rows of a poster: number, title, money, and a bar with the votes. */
#include "tools/paper/paper_poster.h"

#include <string.h>

#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

/* In parts of the size of the row's type. */
#define BADGE_WIDTH 1.9
#define GAP 0.5
#define OTHERS_SIZE 0.52
#define BAR_HEIGHT 0.75
#define ROW_GAP 0.4
#define NOTE_SIZE 0.6
#define UNFUNDED_SIZE 22.0

struct row {
	const struct poster *poster;
	const struct award *award;
	bool funded;
	struct sheet_set title, money, others, note, number;
	double size;
	double text, width; /* where title and bar begin, and how wide */
	double money_width;
	double vote; /* how long a bar is for each */
};

/* The title in LANGUAGE; NULL when there is none. */
static const char *title_in(const struct row *row, int language)
{
	const struct poster *poster = row->poster;
	const struct proposal *proposal =
	    &poster->meeting->proposals[row->award->proposal];
	const char *title = proposal->short_title.in[language];
	bool fallback;

	if (poster->short_titles && title && *title)
		return title;
	title = meeting_text(poster->meeting, &proposal->title, language,
			     &fallback);
	return fallback && language > 0 ? NULL : title;
}

/* The title in the other languages, a line each; draws them from Y on unless
 * the sheet is dry. Returns their height. */
static double others_draw(struct sheet *sheet, const struct row *row, double y)
{
	const char *own = title_in(row, 0);
	double height = 0;

	for (int i = 1; i < row->poster->languages; i++) {
		const char *title = title_in(row, i);
		double line;

		if (!title || strcmp(title, own) == 0)
			continue;
		line = sheet_height(sheet, &row->others, row->width, title);
		sheet_text_start(sheet, &row->others, row->text, y + height,
				 row->width, title);
		height += line;
	}
	return height;
}

static enum ballot_type type_of(const struct poster *poster)
{
	return poster->bundle->meeting->pots[poster->pot].ballot_type;
}

/* The bar and its votes: filled for those that get money, else an outline. */
static void bar_draw(struct sheet *sheet, const struct row *row, double y)
{
	const double height = row->size * BAR_HEIGHT;
	const double length = row->vote * row->award->votes;
	char votes[VOTES_TEXT];
	double label;

	votes_text(type_of(row->poster), row->award->votes, votes);
	label = sheet_width(sheet, &row->money, votes) + 1;
	if (row->funded)
		sheet_box(sheet, SHEET_BLUE, row->text, y, length, height);
	else if (length > 0)
		sheet_frame(sheet, SHEET_BLUE, row->text, y,
			    length > 4 ? length : 4, height, 2);
	sheet_text_start(
	    sheet, &row->money,
	    row->text + length + (length > 0 ? row->size * GAP / 2 : 0),
	    y + height / 2 -
		row->size * (PIECE_CAPITAL_TOP + PIECE_CAPITAL / 2),
	    label, votes);
}

static void badge_draw(struct sheet *sheet, const struct row *row, double y)
{
	piece_badge(
	    sheet, &row->number,
	    &(struct piece_badge){
		.number = row->poster->meeting->proposals[row->award->proposal]
			      .number,
		.filled = row->funded,
		.y = y,
		.width = row->size * BADGE_WIDTH,
		.height = row->size * 1.15,
	    });
}

/* What it gets of what it costs; only its cost when it gets nothing. */
static void money_draw(struct sheet *sheet, const struct row *row, double y)
{
	const int64_t cost =
	    row->poster->meeting->proposals[row->award->proposal].cost_minor;
	char money[MONEY_TEXT];

	words_money(row->funded ? award_money(row->award) : cost, money);
	sheet_text_end(sheet, &row->money,
		       sheet_inside(sheet) - row->money_width, y,
		       row->money_width, money);
}

/* Why it gets no money, or not all of it; "" for one that gets all. */
static void note_text(const struct row *row, char ret_text[POSTER_LINE])
{
	const int64_t cost =
	    row->poster->meeting->proposals[row->award->proposal].cost_minor;
	char given[MONEY_TEXT], all[MONEY_TEXT];

	ret_text[0] = '\0';
	if (!row->funded) {
		snprintf(ret_text, POSTER_LINE, "%s",
			 words_get(outcome_text(row->award->outcome,
						type_of(row->poster))));
		return;
	}
	if (award_money(row->award) == cost)
		return;
	words_money(award_money(row->award), given);
	words_money(cost, all);
	snprintf(ret_text, POSTER_LINE, _("Gets a part: %1$s of %2$s"), given,
		 all);
}

/* Draws the row from y on, and moves y below it. */
static void row_draw(struct sheet *sheet, const struct row *row)
{
	const char *title = title_in(row, 0);
	const double title_height =
	    sheet_height(sheet, &row->title, row->width, title);
	const double y = sheet->y;
	char note[POSTER_LINE];
	double at = y + title_height;

	sheet_text_start(sheet, &row->title, row->text, y, row->width, title);
	badge_draw(sheet, row, y + row->size * 0.1);
	money_draw(sheet, row, y);
	at += others_draw(sheet, row, at);
	note_text(row, note);
	sheet_text_start(sheet, &row->note, row->text, at,
			 sheet_inside(sheet) - row->text, note);
	at += sheet_height(sheet, &row->note, sheet_inside(sheet) - row->text,
			   note);
	at += row->size * 0.15;
	bar_draw(sheet, row, at);
	sheet->y = at + row->size * (BAR_HEIGHT + ROW_GAP);
}

static double row_height(struct sheet *sheet, const struct row *row)
{
	const bool dry = sheet->dry;
	const double y = sheet->y;
	double height;

	sheet->dry = true;
	row_draw(sheet, row);
	height = sheet->y - y - row->size * ROW_GAP;
	sheet->y = y;
	sheet->dry = dry;
	return height;
}

static double part_size(bool funded)
{
	return funded ? POSTER_LEAST_PT : UNFUNDED_SIZE;
}

/* The longest that a vote can be, alike in every row of the pot, so that bars
 * of the two parts can be compared: each has its number behind it. */
static double vote_length(struct sheet *sheet, const struct poster *poster)
{
	const struct result *result = &poster->bundle->result;
	const struct pot_result *pot = &result->pots[poster->pot];
	double least = sheet_inside(sheet);

	for (int i = pot->first_award; i < pot->end_award; i++) {
		const struct award *award = &result->awards[i];
		const double size = part_size(award_funded(award));
		const struct sheet_set set =
		    poster_set(poster, size, true, SHEET_DEEP);
		char votes[VOTES_TEXT];
		double room;

		votes_text(type_of(poster), award->votes, votes);
		room = sheet_inside(sheet) - sheet_width(sheet, &set, votes) -
		       1 - set.size * (BADGE_WIDTH + 2 * GAP);
		if (award->votes > 0 && room / award->votes < least)
			least = room / award->votes;
	}
	return least;
}

/* How a row is set; as wide as the widest amount is what all are left for
 * money. */
static struct row row_set(struct sheet *sheet, const struct poster *poster,
			  bool funded)
{
	const struct result *result = &poster->bundle->result;
	const struct pot_result *pot = &result->pots[poster->pot];
	const double size = part_size(funded);
	struct row row = {
	    .poster = poster,
	    .funded = funded,
	    .title = poster_set(poster, size, true, SHEET_INK),
	    .money = poster_set(poster, size, true, SHEET_DEEP),
	    .others = poster_set(poster, size * OTHERS_SIZE, false, SHEET_INK),
	    .note = poster_set(poster, size * NOTE_SIZE, false, SHEET_INK),
	    .number = poster_set(poster, size * 0.9, true,
				 funded ? SHEET_WHITE : SHEET_DEEP),
	    .size = size * poster->scale,
	    .vote = vote_length(sheet, poster),
	};

	for (int i = pot->first_award; i < pot->end_award; i++) {
		const struct award *award = &result->awards[i];
		char money[MONEY_TEXT];
		double width;

		if (award_funded(award) != funded)
			continue;
		words_money(funded ? award_money(award)
				   : poster->meeting->proposals[award->proposal]
					 .cost_minor,
			    money);
		width = sheet_width(sheet, &row.money, money) + 1;
		if (width > row.money_width)
			row.money_width = width;
	}
	row.text = row.size * (BADGE_WIDTH + GAP);
	row.width =
	    sheet_inside(sheet) - row.text - row.money_width - row.size * GAP;
	return row;
}

static bool row_whole(struct sheet *sheet, const struct row *row)
{
	for (int i = 0; i < row->poster->languages; i++) {
		const char *title = title_in(row, i);

		if (title &&
		    piece_word_width(sheet, i ? &row->others : &row->title,
				     title) > row->width)
			return false;
	}
	return true;
}

bool poster_words_whole(struct sheet *sheet, const struct poster *poster)
{
	const struct result *result = &poster->bundle->result;
	const struct pot_result *pot = &result->pots[poster->pot];

	for (int funded = 0; funded < 2; funded++) {
		struct row row = row_set(sheet, poster, funded);

		for (int i = pot->first_award; i < pot->end_award; i++) {
			row.award = &result->awards[i];
			if (award_funded(row.award) == funded &&
			    !row_whole(sheet, &row))
				return false;
		}
	}
	return true;
}

/* Whether no award behind number FROM is funded as ROW is. */
static bool is_last(const struct row *row, int from)
{
	const struct result *result = &row->poster->bundle->result;
	const int end = result->pots[row->poster->pot].end_award;

	for (int i = from + 1; i < end; i++)
		if (award_funded(&result->awards[i]) == row->funded)
			return false;
	return true;
}

void poster_rows(struct sheet *sheet, const struct poster *poster, bool funded,
		 double after, bool stop)
{
	const struct result *result = &poster->bundle->result;
	const struct pot_result *pot = &result->pots[poster->pot];
	const int page = sheet->page;
	struct row row = row_set(sheet, poster, funded);

	for (int i = pot->first_award; i < pot->end_award; i++) {
		row.award = &result->awards[i];
		if (award_funded(row.award) != funded)
			continue;
		sheet_room(
		    sheet,
		    row_height(sheet, &row) +
			(is_last(&row, i) ? row.size * ROW_GAP + after : 0));
		if (stop && sheet->page != page)
			return;
		row_draw(sheet, &row);
	}
}

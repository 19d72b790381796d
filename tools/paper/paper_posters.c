/* The result as posters, a pot each. */
#include "tools/paper/paper_poster.h"

#include <stdio.h>

#include "tools/paper/paper.h"
#include "tools/paper/paper_left.h"
#include "tools/paper/paper_told.h"
#include "words/words.h"

enum { DATE_TEXT = 64, OTHERS_LEAST = 2 };

#define FOOT_MM 10.0
#define CODE_SIDE MM(34)
#define SUMS_GAP MM(3)
#define BETWEEN " \u00b7 "

/* Tried from the first on until the pot fits on one page. */
static const double scales[] = {1.6, 1.45, 1.3, 1.15, 1.05, 1.0};

enum { SCALES = sizeof(scales) / sizeof(scales[0]) };

struct sheet_set poster_set(const struct poster *poster, double size, bool bold,
			    enum sheet_colour colour)
{
	return (struct sheet_set){size * poster->scale, bold, colour};
}

/* The languages that POSTER shows. */
static struct piece_languages shown(const struct poster *poster)
{
	return (struct piece_languages){poster->meeting, NULL,
					poster->languages};
}

/* The band at the head of every page: meeting, day, pot. */
static void head_draw(struct sheet *sheet)
{
	const struct poster *poster = sheet->context;
	const struct meeting *meeting = poster->meeting;
	const struct text *title = &meeting->pots[poster->pot].title;
	const struct piece_languages languages = shown(poster);
	char others[POSTER_LINE], line[POSTER_LINE], date[DATE_TEXT];

	words_date(meeting->date, date, sizeof(date));
	snprintf(line, sizeof(line), "%s" BETWEEN "%s",
		 meeting_text(meeting, &meeting->title, 0, NULL), date);
	piece_text_others(&languages, title, others);
	piece_band(sheet, &(struct piece_band){
			      line, meeting_text(meeting, title, 0, NULL),
			      others, 18, 46});
}

static void foot_draw(struct sheet *sheet)
{
	const struct poster *poster = sheet->context;
	const struct sheet_set small = {16, false, SHEET_INK};
	const double y = sheet->height - MM(SHEET_MARGIN_MM) - MM(8);
	char line[POSTER_LINE];

	snprintf(line, sizeof(line), _("Code of the rules: %s"), poster->code);
	sheet_text_start(sheet, &small, 0, y, sheet_inside(sheet), line);
	if (poster->pages < 2)
		return;
	snprintf(line, sizeof(line), _("Page %d of %d"),
		 sheet->page - poster->first_page + 1, poster->pages);
	sheet_text_end(sheet, &small, 0, y, sheet_inside(sheet), line);
}

static int count_funded(const struct poster *poster, bool funded)
{
	const struct result *result = &poster->bundle->result;
	const struct pot_result *pot = &result->pots[poster->pot];
	int count = 0;

	for (int i = pot->first_award; i < pot->end_award; i++)
		count += award_funded(&result->awards[i]) == funded;
	return count;
}

/* The head of a part: its words large, the other languages' behind them, or
 * below where they are too many. */
static void part_head(struct sheet *sheet, const struct poster *poster,
		      bool funded)
{
	static const char *const keys[] = {N_("Not this time"),
					   N_("Gets money")};
	const struct sheet_set set =
	    poster_set(poster, funded ? 34 : 26, true, SHEET_BLUE);
	const struct sheet_set small = poster_set(poster, 16, false, SHEET_INK);
	const double inside = sheet_inside(sheet), tick = set.size * 0.8;
	const char *text = words_get(keys[funded]);
	const double width = sheet_width(sheet, &set, text) + 1;
	const double height = sheet_height(sheet, &set, inside, text);
	double from = funded ? tick * 1.3 : 0;
	const struct piece_languages languages = shown(poster);
	char others[POSTER_LINE];
	double low;

	if (funded) {
		sheet_ink(sheet, SHEET_BLUE);
		sheet_tick(sheet, true, 0, sheet->y + set.size * 0.3, tick);
	}
	sheet_text_start(sheet, &set, from, sheet->y, width, text);
	from += width + small.size;
	piece_key_others(&languages, keys[funded], others);
	low = sheet_height(sheet, &small, inside, others);
	if (from + sheet_width(sheet, &small, others) < inside) {
		/* On the same line of letters: 1.069 em below a line's top. */
		sheet_text_start(sheet, &small, from,
				 sheet->y + 1.069 * (set.size - small.size),
				 inside - from, others);
		low = 0;
	} else {
		sheet_text_start(sheet, &small, 0, sheet->y + height, inside,
				 others);
	}
	sheet->y += height + low + MM(2);
}

/* Whether the part's head would stand without a row: its only one goes to the
 * next page together with what is below it. */
static bool part_parted(const struct sheet *sheet, const struct poster *poster,
			bool funded, double after)
{
	struct sheet tried = *sheet;

	tried.dry = true;
	part_head(&tried, poster, funded);
	poster_rows(&tried, poster, funded, after, true);
	return tried.page != sheet->page;
}

static void part_draw(struct sheet *sheet, const struct poster *poster,
		      bool funded, double after, bool stop)
{
	const int count = count_funded(poster, funded);

	if (count == 0)
		return;
	/* With one row below it at least. */
	sheet_room(sheet, MM(65));
	if (count == 1 && part_parted(sheet, poster, funded, after))
		sheet_page(sheet);
	part_head(sheet, poster, funded);
	poster_rows(sheet, poster, funded, after, stop);
}

/* What stands below the proposals. */
struct sums {
	struct sheet_set large, small;
	double side;  /* of the address's code; 0 without one */
	double width; /* of the words beside it */
	char given[POSTER_LINE], left[POSTER_LINE], voted[POSTER_LINE];
};

static void sums_write(struct sheet *sheet, const struct poster *poster,
		       struct sums *ret_sums)
{
	const struct result *result = &poster->bundle->result;
	const struct pot_result *pot = &result->pots[poster->pot];
	char given[MONEY_TEXT], money[MONEY_TEXT];

	ret_sums->large = poster_set(poster, 24, true, SHEET_DEEP);
	ret_sums->small = poster_set(poster, 16, false, SHEET_INK);
	ret_sums->side =
	    poster->address ? qr_side(poster->address, CODE_SIDE) : 0;
	ret_sums->width = sheet_inside(sheet) - ret_sums->side - MM(4);
	words_money(pot->given_minor, given);
	words_money(pot->money_minor, money);
	snprintf(ret_sums->given, POSTER_LINE, _("Given away: %1$s of %2$s"),
		 given, money);
	left_text(poster->told, result, poster->pot, 0, ret_sums->left,
		  POSTER_LINE);
	snprintf(ret_sums->voted, POSTER_LINE,
		 words_plural("%d ballot was cast.", "%d ballots were cast.",
			      (unsigned long)result->ballots),
		 result->ballots);
}

/* Draws TEXT at *Y and moves it below. */
static void sum_draw(struct sheet *sheet, const struct sums *sums,
		     const struct sheet_set *set, const char *text, double *y)
{
	sheet_text_start(sheet, set, 0, *y, sums->width, text);
	*y += sheet_height(sheet, set, sums->width, text);
}

/* The sums, the ballots, and the address as words and code. */
static void sums_draw(struct sheet *sheet, const struct poster *poster,
		      const struct sums *sums)
{
	double y;

	sheet_box(sheet, SHEET_DEEP, 0, sheet->y, sheet_inside(sheet), 2);
	sheet->y += SUMS_GAP;
	if (poster->address)
		qr_draw(sheet, poster->address,
			sheet_inside(sheet) - sums->side, sheet->y, sums->side);
	y = sheet->y;
	sum_draw(sheet, sums, &sums->large, sums->given, &y);
	sum_draw(sheet, sums, &sums->large, sums->left, &y);
	sum_draw(sheet, sums, &sums->small, sums->voted, &y);
	sum_draw(sheet, sums, &sums->small, poster->meeting->url, &y);
	sheet->y += sums->side;
	sheet->y = y > sheet->y ? y : sheet->y;
}

static double sums_height(struct sheet *sheet, const struct poster *poster,
			  const struct sums *sums)
{
	const bool dry = sheet->dry;
	const double y = sheet->y;
	double height;

	sheet->dry = true;
	sums_draw(sheet, poster, sums);
	height = sheet->y - y;
	sheet->y = y;
	sheet->dry = dry;
	return height;
}

static void pot_draw(struct sheet *sheet, const struct poster *poster,
		     bool stop)
{
	const int page = sheet->page;
	const bool others = count_funded(poster, false) > 0;
	struct sums sums;
	double after;

	sums_write(sheet, poster, &sums);
	after = sums_height(sheet, poster, &sums);
	part_draw(sheet, poster, true, others ? 0 : after, stop);
	if (stop && sheet->page != page)
		return;
	part_draw(sheet, poster, false, after, stop);
	if (stop && sheet->page != page)
		return;
	sheet_room(sheet, after);
	sums_draw(sheet, poster, &sums);
}

/* How many pages the pot takes as POSTER is set; with STOP it is only told
 * whether it is more than one. */
static int try_pages(const struct sheet *sheet, struct poster *poster,
		     bool stop)
{
	struct sheet tried = *sheet;
	const int first = sheet->page;

	tried.dry = true;
	tried.head = head_draw;
	poster->pages = 0;
	head_draw(&tried);
	pot_draw(&tried, poster, stop);
	return tried.page - first + 1;
}

/* Whether the pot fits on a page in one of the sizes, which it is then set in;
 * else it is set in the smallest, the only one that may break a word. */
static bool fits(struct sheet *sheet, struct poster *poster)
{
	for (int i = 0; i < SCALES; i++) {
		poster->scale = scales[i];
		if (i < SCALES - 1 && !poster_words_whole(sheet, poster))
			continue;
		poster->pages = try_pages(sheet, poster, true);
		if (poster->pages == 1)
			return true;
	}
	return false;
}

/* The largest type, whole titles and all languages with which the pot fits on a
 * page; where it never does, all on several pages. */
static void poster_fit(struct sheet *sheet, struct poster *poster)
{
	const int all = poster->meeting->language_count;

	poster->languages = all;
	poster->short_titles = false;
	if (fits(sheet, poster))
		return;
	poster->short_titles = true;
	if (fits(sheet, poster))
		return;
	while (--poster->languages >= OTHERS_LEAST) {
		poster->pages = try_pages(sheet, poster, true);
		if (poster->pages == 1)
			return;
	}
	poster->languages = all;
	poster->short_titles = false;
	poster->pages = try_pages(sheet, poster, false);
}

static void draw(struct sheet *sheet, void *context)
{
	struct poster *poster = context;

	for (int pot = 0; pot < poster->meeting->pot_count; pot++) {
		sheet->head = NULL;
		if (pot)
			sheet_page(sheet);
		poster->pot = pot;
		poster->first_page = sheet->page;
		poster_fit(sheet, poster);
		sheet->head = head_draw;
		head_draw(sheet);
		pot_draw(sheet, poster, false);
	}
}

enum status paper_posters(const struct bundle *bundle, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	struct poster poster = {.bundle = bundle, .meeting = meeting};
	const struct sheet_print print = {
	    .meeting = meeting,
	    .a3 = true,
	    .foot_mm = FOOT_MM,
	    .draw = draw,
	    .foot = foot_draw,
	    .context = &poster,
	};
	char address[QR_CONTACT];
	enum status status = STATUS_OK;

	if (!bundle->counted)
		return STATUS_PHASE;
	definition_code(bundle->definition_hash, poster.code);
	if (qr_contact(meeting->url, address))
		status = qr_open(address, &poster.address);
	poster.told = told_meeting_new(meeting);
	if (!poster.told)
		status = STATUS_MEMORY;
	if (status == STATUS_OK)
		status = sheet_print(&print, out);
	qr_free(poster.address);
	meeting_free(poster.told);
	return status;
}

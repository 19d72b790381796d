#include "hall/scene.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/tie.h"
#include "hall/turnout.h"
#include "ui/draw.h"
#include "words/lost.h"
#include "words/words.h"

enum {
	TITLE_H = 108,
	ROWS = 4,
	ROW_H = 104,
	PAD = 40,
	SIGN = 140,
	BALLOTS_H = 76,
	NUMBER_MAX = 16
};

/* Where every printed slip is: the room can add the lines up itself. */
static void draw_slips(struct ui *ui, struct rect rect,
		       const struct hall_turnout *turnout)
{
	const struct {
		const char *text;
		int count;
	} rows[ROWS] = {
	    {words_plural("Slip used", "Slips used",
			  (unsigned long)turnout->used),
	     turnout->used},
	    {words_plural("Slip made void", "Slips made void",
			  (unsigned long)turnout->voided),
	     turnout->voided},
	    {words_plural("Slip not used", "Slips not used",
			  (unsigned long)turnout->unused),
	     turnout->unused},
	    {words_plural("Slip printed", "Slips printed",
			  (unsigned long)turnout->printed),
	     turnout->printed},
	};

	for (int i = 0; i < ROWS; i++) {
		struct rect row = rect_take_top(&rect, ROW_H, 0);
		enum type type =
		    i == ROWS - 1 ? TYPE_HALL_STRONG : TYPE_HALL_BODY;
		char number[NUMBER_MAX];

		if (i == ROWS - 1) /* the sum stands under a line */
			draw_fill(ui, (struct rect){row.x, row.y, row.w, 4},
				  ROLE_TEXT);
		snprintf(number, sizeof(number), "%d", rows[i].count);
		draw_text_middle(ui, row, rows[i].text, type, ROLE_TEXT,
				 ALIGN_START);
		draw_text_middle(ui, row, number, TYPE_HALL_H2, ROLE_TEXT,
				 ALIGN_END);
	}
}

/* What is wrong when the numbers do not agree. */
static void error_text(const struct hall_turnout *turnout,
		       char ret_text[HALL_LINE])
{
	int more = turnout->ballots - turnout->used;
	unsigned long by = (unsigned long)(more > 0 ? more : -more);

	if (more == 0)
		snprintf(ret_text, HALL_LINE, "%s",
			 _("The slips do not add up."));
	else
		snprintf(ret_text, HALL_LINE,
			 more > 0
			     ? words_plural("%lu more than slips used",
					    "%lu more than slips used", by)
			     : words_plural("%lu less than slips used",
					    "%lu less than slips used", by),
			 by);
}

/* The line below the ballots in the box. */
static void slips_text(const struct hall_turnout *turnout,
		       char ret_text[LOST_TEXT])
{
	if (!turnout_agrees(turnout))
		error_text(turnout, ret_text);
	else if (turnout->ballots == HALL_ELSEWHERE)
		snprintf(ret_text, LOST_TEXT, "%s",
			 _("They are put together now."));
	else if (turnout->lost > 0)
		lost_text(turnout->lost, 0, ret_text);
	else
		snprintf(ret_text, LOST_TEXT,
			 words_plural("= %d slip used", "= %d slips used",
				      (unsigned long)turnout->used),
			 turnout->used);
}

/* The check that matters: as many ballots in the box as slips used, or a box
 * that is missing has the others. */
static void draw_check(struct ui *ui, struct rect rect,
		       const struct hall_turnout *turnout)
{
	bool agrees = turnout_agrees(turnout), whole = agrees && !turnout->lost;
	enum role role = whole	  ? ROLE_SUCCESS
			 : agrees ? ROLE_WARN
				  : ROLE_DANGER;
	enum type type = whole ? TYPE_HALL_BODY : TYPE_HALL_STRONG;
	struct rect sign;
	char ballots[HALL_LINE], slips[LOST_TEXT];
	int side, high;

	draw_panel(ui, rect, 8, ROLE_BG, role, 6);
	rect = (struct rect){rect.x + PAD, rect.y + PAD, rect.w - 2 * PAD,
			     rect.h - 2 * PAD};
	if (turnout->ballots == HALL_ELSEWHERE)
		snprintf(ballots, sizeof(ballots), "%s",
			 _("The ballots are in the kiosks' boxes"));
	else
		snprintf(ballots, sizeof(ballots),
			 words_plural("%d ballot in the box",
				      "%d ballots in the box",
				      (unsigned long)turnout->ballots),
			 turnout->ballots);
	slips_text(turnout, slips);
	high = text_height(ui, ballots, TYPE_HALL_STRONG, rect.w);
	high = high > BALLOTS_H ? high : BALLOTS_H;
	/* Long words need some of the sign's room. */
	side = rect.h - FRAME_GAP - high - 8 -
	       text_height(ui, slips, type, rect.w);
	side = side < SIGN ? side : SIGN;
	sign = rect_take_top(&rect, side, FRAME_GAP);
	sign.w = side;
	draw_icon(ui, sign, whole ? ICON_TICK : ICON_WARNING, role);
	frame_text(ui, rect_take_top(&rect, high, 8), ballots, TYPE_HALL_H2,
		   ROLE_TEXT, ALIGN_START);
	lines_draw(ui, rect, slips, type, role == ROLE_WARN ? ROLE_TEXT : role);
}

/* A line below the slips, in words. */
struct now {
	char text[LOST_TEXT];
	enum type type;
	enum role role;
};

static struct now now_make(enum type type, enum role role, const char *text)
{
	struct now now = {.type = type, .role = role};

	snprintf(now.text, sizeof(now.text), "%s", text);
	return now;
}

/* What comes now; but first why numbers are not as they were. */
static struct now now_of(const struct hall_view *view)
{
	char few[LOST_TEXT];
	int open = 0;

	for (int i = 0; i < view->tie_count; i++)
		open += !view->ties[i].settled;
	if (!turnout_agrees(&view->turnout))
		return now_make(TYPE_HALL_STRONG, ROLE_DANGER,
				_("The numbers do not agree. Stop here and "
				  "find the error before you count."));
	if (view->turnout.lost < 0) {
		lost_text(view->turnout.lost, view->meeting->publish_min, few);
		return now_make(TYPE_HALL_BODY, ROLE_TEXT, few);
	}
	if (open > 0)
		return now_make(TYPE_HALL_STRONG, ROLE_TEXT,
				_("There is a tie. Lots are drawn now."));
	if (view->tie_count > 0)
		return now_make(TYPE_HALL_STRONG, ROLE_TEXT,
				_("There was a tie. It is settled."));
	return now_make(TYPE_HALL_BODY, ROLE_MUTED,
			_("Should a tie decide the money, lots are drawn "
			  "here."));
}

static void draw_now(struct ui *ui, struct rect rect,
		     const struct hall_view *view)
{
	struct now now = now_of(view);

	lines_draw(ui, rect, now.text, now.type, now.role);
}

static void draw_box(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui), slips, check, title = body;

	if (!frame_upright(ui))
		title.h = TITLE_H;
	rect_take_top(&body,
		      frame_text(ui, title, _("Voting is closed"), TYPE_HALL_H1,
				 ROLE_TEXT, ALIGN_START),
		      8);
	rect_take_top(&body,
		      frame_text(ui, body, _("The votes are being counted."),
				 TYPE_HALL_H2, ROLE_PRIMARY, ALIGN_START),
		      2 * FRAME_GAP);
	slips = rect_take_top(&body, ROWS * ROW_H, 2 * FRAME_GAP);
	check = slips;
	if (frame_upright(ui)) {
		check = rect_take_top(&body, ROWS * ROW_H, 2 * FRAME_GAP);
	} else {
		slips.w = (slips.w - 4 * FRAME_GAP) / 2;
		check.x += slips.w + 4 * FRAME_GAP;
		check.w = slips.w;
	}
	draw_slips(ui, slips, &view->turnout);
	draw_check(ui, check, &view->turnout);
	draw_now(ui, body, view);
}

/* Which tie VIEW->page shows, and which page of it; the tie is -1 on the first
 * page, that of the slips. Returns how many pages there are in all. */
static int find_page(struct ui *ui, const struct hall_view *view, int *ret_tie,
		     int *ret_page)
{
	int before = 1;

	*ret_tie = -1;
	*ret_page = 0;
	for (int i = 0; i < view->tie_count; i++) {
		int pages = tie_pages(ui, view, &view->ties[i]);

		if (view->page >= before && view->page < before + pages) {
			*ret_tie = i;
			*ret_page = view->page - before;
		}
		before += pages;
	}
	return before;
}

int closed_pages(struct ui *ui, const struct hall_view *view)
{
	int tie, page;

	return find_page(ui, view, &tie, &page);
}

void closed_draw(struct ui *ui, const struct hall_view *view)
{
	int tie, page;

	find_page(ui, view, &tie, &page);
	if (tie < 0)
		draw_box(ui, view);
	else
		tie_draw(ui, view, &view->ties[tie], page);
}

void closed_line(struct ui *ui, const struct hall_view *view, int language,
		 char ret_text[HALL_LINE])
{
	int tie, page;

	/* The pages are as long as the room's words make them. */
	scene_speak(ui, view, view->language);
	find_page(ui, view, &tie, &page);
	scene_speak(ui, view, language);
	if (tie >= 0)
		snprintf(ret_text, HALL_LINE, "%s", tie_line(&view->ties[tie]));
	else
		snprintf(ret_text, HALL_LINE, "%s. %s", _("Voting is closed"),
			 _("The votes are being counted."));
}

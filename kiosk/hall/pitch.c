#include "hall/scene.h"

#include <limits.h>
#include <stdio.h>

#include "hall/clock.h"
#include "hall/foot.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "ui/draw.h"
#include "words/words.h"

enum {
	TITLE_H = 120, /* one line of 96 u, or two of 48 */
	TITLE_GAP = 16,
	NUMBER_PAD = 24,
	COLUMN_GAP = 48,
	COST_H = 76,
	SIGN = 48,
	CLOCK_H = 540,
	CLOCK_LEAST = 340,
	/* The picture, 4 : 3; the narrower leaves more to long names. */
	IMAGE_W = 960,
	IMAGE_NARROW_W = 800,
	FACTS = 2,
};

/* Who and where, each with its sign; those that are not given are left out. */
struct facts {
	int count;
	struct fact {
		enum icon icon;
		const char *text;
	} fact[FACTS];
};

static const struct proposal *shown(const struct hall_view *view)
{
	return &view->meeting->proposals[view->page];
}

static void facts_read(const struct proposal *proposal, struct facts *ret_facts)
{
	ret_facts->count = 0;
	if (*proposal->proposer)
		ret_facts->fact[ret_facts->count++] =
		    (struct fact){ICON_PERSON, proposal->proposer};
	if (*proposal->place)
		ret_facts->fact[ret_facts->count++] =
		    (struct fact){ICON_PLACE, proposal->place};
}

static int fact_height(struct ui *ui, const struct fact *fact, int width)
{
	return text_height(ui, fact->text, TYPE_HALL_BODY,
			   width - SIGN - FRAME_GAP);
}

/* The pot's name; "" when the meeting has but one. */
static const char *pot_name(const struct hall_view *view)
{
	const struct meeting *meeting = view->meeting;

	return meeting->pot_count < 2
		   ? ""
		   : meeting_text(meeting,
				  &meeting->pots[shown(view)->pot].title,
				  view->language, NULL);
}

/* Whether cost and pot stand side by side in WIDTH. */
static bool beside(struct ui *ui, const char *money, const char *pot, int width)
{
	return text_width(ui, money, TYPE_HALL_H2) + COLUMN_GAP +
		   text_width(ui, pot, TYPE_HALL_BODY) <=
	       width;
}

/* How high cost, pot, proposer and place are in WIDTH. */
static int column_height(struct ui *ui, const struct hall_view *view, int width)
{
	char money[MONEY_TEXT];
	const char *pot = pot_name(view);
	struct facts facts;
	int height = COST_H;

	words_money(shown(view)->cost_minor, money);
	if (*pot && !beside(ui, money, pot, width))
		height += text_height(ui, pot, TYPE_HALL_BODY, width);
	facts_read(shown(view), &facts);
	for (int i = 0; i < facts.count; i++)
		height += fact_height(ui, &facts.fact[i], width);
	return height;
}

static void draw_cost(struct ui *ui, const struct hall_view *view,
		      struct rect *rest)
{
	const char *pot = pot_name(view);
	struct rect line = rect_take_top(rest, COST_H, 0);
	char money[MONEY_TEXT];

	words_money(shown(view)->cost_minor, money);
	draw_text_middle(ui, line, money, TYPE_HALL_H2, ROLE_PRIMARY,
			 ALIGN_START);
	if (!*pot)
		return;
	if (beside(ui, money, pot, line.w)) {
		draw_text_middle(ui, line, pot, TYPE_HALL_BODY, ROLE_MUTED,
				 ALIGN_END);
		return;
	}
	line = rect_take_top(rest,
			     text_height(ui, pot, TYPE_HALL_BODY, rest->w), 0);
	draw_text(ui, line, pot, TYPE_HALL_BODY, ROLE_MUTED, ALIGN_START);
}

static void draw_fact(struct ui *ui, const struct fact *fact, struct rect *rest)
{
	struct rect line =
	    rect_take_top(rest, fact_height(ui, fact, rest->w), 0);
	struct rect sign = {line.x, line.y + (FRAME_LINE - SIGN) / 2, SIGN,
			    SIGN};

	draw_icon(ui, sign, fact->icon, ROLE_PRIMARY);
	line.x += SIGN + FRAME_GAP;
	line.w -= SIGN + FRAME_GAP;
	draw_text(ui, line, fact->text, TYPE_HALL_BODY, ROLE_TEXT, ALIGN_START);
}

static void draw_column(struct ui *ui, const struct hall_view *view,
			struct rect column)
{
	struct facts facts;

	draw_cost(ui, view, &column);
	facts_read(shown(view), &facts);
	for (int i = 0; i < facts.count; i++)
		draw_fact(ui, &facts.fact[i], &column);
	rect_take_top(&column, 0, FRAME_GAP);
	/* As large and where it is on the other pages. */
	if (column.h > CLOCK_H)
		rect_take_top(&column, column.h - CLOCK_H, 0);
	clock_draw(ui, column, view);
}

/* The number as it stands on slip and screen, then the name in one line if it
 * can be. Cuts them off the top of *BODY. */
static void draw_title(struct ui *ui, const struct hall_view *view,
		       struct rect *body)
{
	const char *title =
	    meeting_short_title(view->meeting, view->page, view->language);
	struct rect pill = *body, rest = *body, row;
	char number[16];
	enum type type;
	int high;

	snprintf(number, sizeof(number), "%d", shown(view)->number);
	pill.w = frame_width(ui, number, TYPE_HALL_H1) + 2 * NUMBER_PAD;
	if (pill.w < TITLE_H)
		pill.w = TITLE_H;
	pill.h = TITLE_H;
	rest.x += pill.w + FRAME_GAP;
	rest.w -= pill.w + FRAME_GAP;
	type = frame_fit(ui, title, rest.w, TITLE_H, TYPE_HALL_H1);
	high = text_height(ui, title, type, rest.w);
	row = rect_take_top(body, high > TITLE_H ? high : TITLE_H, TITLE_GAP);
	rest.h = row.h;
	draw_panel(ui, pill, 8, ROLE_PRIMARY, ROLE_PRIMARY, 0);
	draw_text_middle(ui, pill, number, TYPE_HALL_H1, ROLE_ON_PRIMARY,
			 ALIGN_CENTRE);
	lines_draw_middle(ui, rest, title, type, ROLE_TEXT);
}

static void draw_picture(struct ui *ui, const struct hall_view *view,
			 struct rect rect)
{
	const char *image = shown(view)->image;
	char path[PATH_MAX] = "";

	if (view->images && *view->images && *image &&
	    snprintf(path, sizeof(path), "%s/%s", view->images, image) >=
		(int)sizeof(path))
		path[0] = '\0';
	draw_image(ui, rect, path, shown(view)->image_hash);
}

/* Cuts the picture off *BODY: at its start side, or in an upright frame off its
 * top. What is left is for the rest. */
static struct rect cut_picture(struct ui *ui, const struct hall_view *view,
			       struct rect *body)
{
	struct rect all = ui_frame(ui), image = *body;
	int wide = IMAGE_W, room = body->w - IMAGE_W - COLUMN_GAP;

	if (all.h > all.w) {
		image = rect_take_top(body, body->w * 3 / 4, FRAME_GAP);
		return image;
	}
	if (column_height(ui, view, room) + FRAME_GAP + CLOCK_LEAST > body->h)
		wide = IMAGE_NARROW_W;
	if (wide * 3 / 4 > body->h)
		wide = body->h * 4 / 3;
	image.w = wide;
	image.h = wide * 3 / 4;
	body->x += wide + COLUMN_GAP;
	body->w -= wide + COLUMN_GAP;
	return image;
}

void pitch_draw(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui);

	draw_title(ui, view, &body);
	draw_picture(ui, view, cut_picture(ui, view, &body));
	draw_column(ui, view, body);
}

int pitch_pages(struct ui *ui, const struct hall_view *view)
{
	(void)ui;
	return view->meeting->proposal_count;
}

int pitch_wait(const struct hall_view *view)
{
	return stopwatch_wait_ms(&view->watch, view->now_ms);
}

void pitch_line(struct ui *ui, const struct hall_view *view, int language,
		char ret_text[HALL_LINE])
{
	const char *title =
	    meeting_short_title(view->meeting, view->page, language);
	const char *word = clock_word(&view->watch, view->now_ms);
	char money[MONEY_TEXT];

	words_money(shown(view)->cost_minor, money);
	words_fill(ret_text, HALL_LINE, *word ? "%s · %s · %s" : "%s · %s",
		   title, money, word);
	if (text_width(ui, ret_text, TYPE_HALL_BODY) > foot_width(ui))
		snprintf(ret_text, HALL_LINE, "%s", title);
}

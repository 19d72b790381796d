#include "hall/scene.h"

#include <stdio.h>

#include "hall/budget.h"
#include "hall/foot.h"
#include "hall/frame.h"
#include "hall/lines.h"
#include "hall/votes.h"
#include "words/steps.h"
#include "words/words.h"

enum {
	TITLE_GAP = 4,
	BAR_GAP = 4,
	SUMS_GAP = 18,
	STEP_GAP = 20,
	SIGN = 44,
	SIGN_GAP = 24,
};

int money_pages(struct ui *ui, const struct hall_view *view)
{
	(void)ui;
	return view->result->step_count > 0 ? view->result->step_count : 1;
}

/* Draws the heading and cuts it off the top of *BODY. */
static void draw_title(struct ui *ui, const struct hall_view *view, int pot,
		       struct rect *body)
{
	const struct meeting *meeting = view->meeting;
	char title[HALL_LINE], money[MONEY_TEXT];

	words_money(view->result->pots[pot].money_minor, money);
	/* TRANSLATORS: the title of a pot. */
	words_fill(title, sizeof(title), _("The money: %s"),
		   meeting_text(meeting, &meeting->pots[pot].title,
				view->language, NULL));
	frame_heading(
	    ui, rect_take_top(body, frame_heading_height(ui, title), TITLE_GAP),
	    title, money);
}

/* What is given and what is left, below the bar, off the top of *BODY: in a
 * line, or two where that has no room for both. */
static void draw_sums(struct ui *ui, struct rect *body,
		      const struct budget *budget)
{
	char money[MONEY_TEXT], given[HALL_LINE], left[HALL_LINE];
	struct rect line;
	bool two;

	words_money(budget->given_minor, money);
	words_fill(given, sizeof(given), _("%s given"), money);
	words_money(budget->left_minor, money);
	words_fill(left, sizeof(left), _("%s left"), money);
	two = text_width(ui, given, TYPE_HALL_STRONG) + FRAME_GAP +
		  text_width(ui, left, TYPE_HALL_STRONG) >
	      body->w;
	line = rect_take_top(body, FRAME_LINE, two ? 0 : SUMS_GAP);
	draw_text_middle(ui, line, given, TYPE_HALL_STRONG, ROLE_TEXT,
			 ALIGN_START);
	if (two)
		line = rect_take_top(body, FRAME_LINE, SUMS_GAP);
	draw_text_middle(ui, line, left, TYPE_HALL_STRONG, ROLE_PRIMARY,
			 ALIGN_END);
}

static int step_height(struct ui *ui, const struct hall_view *view, int step,
		       enum type type, int width)
{
	char text[STEP_TEXT];

	step_sentence(view->meeting, view->result, &view->result->steps[step],
		      view->language, text);
	return text_height(ui, text, type, width) + STEP_GAP;
}

/* The step of POT before STEP; -1 when there is none. */
static int step_before(const struct result *result, int pot, int step)
{
	do {
		step--;
	} while (step >= 0 && result->steps[step].pot != pot);
	return step;
}

static void draw_sign(struct ui *ui, const struct hall_view *view,
		      const struct step *step, enum type type, struct rect line)
{
	int line_h = text_height(ui, "", type, line.w);
	struct rect sign = {line.x - SIGN - SIGN_GAP,
			    line.y + (line_h - SIGN) / 2, SIGN, SIGN};
	const struct award *award;
	bool given;

	if (step->award < 0)
		return;
	award = &view->result->awards[step->award];
	given = step->kind == STEP_AGREED || award->outcome == OUTCOME_FUNDED ||
		award->amount_minor > 0;
	draw_icon(ui, sign, given ? ICON_CHECK : ICON_CROSS,
		  given ? ROLE_FUNDED : ROLE_MUTED);
}

static void draw_step(struct ui *ui, const struct hall_view *view, int step,
		      enum type type, struct rect *rest)
{
	const struct step *told = &view->result->steps[step];
	bool newest = type != TYPE_HALL_BODY;
	char text[STEP_TEXT];

	draw_sign(ui, view, told, type, *rest);
	step_sentence(view->meeting, view->result, told, view->language, text);
	lines_draw(ui, *rest, text, type, newest ? ROLE_TEXT : ROLE_MUTED);
	rect_take_top(rest, step_height(ui, view, step, type, rest->w), 0);
}

/* The steps up to STEP, as many of the last as fit, the newest lowest. */
static void draw_steps(struct ui *ui, const struct hall_view *view, int step,
		       struct rect rect)
{
	const struct result *result = view->result;
	int pot = result->steps[step].pot, first = step, before, used;
	char text[STEP_TEXT];
	enum type type;

	rect.x += SIGN + SIGN_GAP;
	rect.w -= SIGN + SIGN_GAP;
	step_sentence(view->meeting, result, &result->steps[step],
		      view->language, text);
	type = frame_fit(ui, text, rect.w, rect.h, TYPE_HALL_H2);
	used = text_height(ui, text, type, rect.w);
	while ((before = step_before(result, pot, first)) >= 0) {
		used += step_height(ui, view, before, TYPE_HALL_BODY, rect.w);
		if (used > rect.h)
			break;
		first = before;
	}
	for (int i = first; i <= step; i++)
		if (result->steps[i].pot == pot)
			draw_step(ui, view, i,
				  i == step ? type : TYPE_HALL_BODY, &rect);
}

void money_draw(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui), line;
	struct budget budget;

	if (view->result->step_count == 0)
		return;
	budget_read(view, view->page, &budget);
	draw_title(ui, view, budget.pot, &body);
	budget_draw(ui, view, rect_take_top(&body, BUDGET_H, BAR_GAP), &budget);
	draw_sums(ui, &body, &budget);
	if (votes_by_hand(view)) {
		const char *note = _("By the count by hand.");

		line = body;
		line.h = text_height(ui, note, TYPE_HALL_BODY, body.w);
		body.h -= line.h;
		line.y = body.y + body.h;
		draw_text(ui, line, note, TYPE_HALL_BODY, ROLE_TEXT,
			  ALIGN_START);
	}
	draw_steps(ui, view, view->page, body);
}

void money_line(struct ui *ui, const struct hall_view *view, int language,
		char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;
	int pot =
	    view->result->step_count ? view->result->steps[view->page].pot : 0;

	words_fill(
	    ret_text, HALL_LINE, _("The money: %s"),
	    meeting_text(meeting, &meeting->pots[pot].title, language, NULL));
	if (text_width(ui, ret_text, TYPE_HALL_BODY) > foot_width(ui))
		snprintf(ret_text, HALL_LINE, "%s", _("The money"));
}

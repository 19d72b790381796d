#include "hall/rules_head.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/lines.h"
#include "ui/draw.h"
#include "words/rule_card.h"
#include "words/words.h"

enum { ABOVE_GAP = 12, TITLE_GAP = 20, EXAMPLE_GAP = 14 };

const char *rules_code(const struct hall_view *view)
{
	return view->phase != PHASE_DRAFT && view->code && *view->code
		   ? view->code
		   : NULL;
}

/* What stands above every page: what this is, and the code of the rules. */
struct above {
	char title[HALL_LINE], code[HALL_LINE];
};

static void above_take(void *context, enum card_kind kind, const char *text)
{
	struct above *above = context;

	if (kind == CARD_TITLE)
		snprintf(above->title, sizeof(above->title), "%s", text);
	if (kind == CARD_CODE)
		snprintf(above->code, sizeof(above->code), "%s", text);
}

static void above_read(const struct hall_view *view, struct above *ret_above)
{
	const struct rule_card card = {.meeting = view->meeting,
				       .told = view->meeting,
				       .language = view->language,
				       .code = rules_code(view),
				       .take = above_take,
				       .context = ret_above};

	rule_card_head(&card);
}

/* Whether both have room in a line of WIDTH. */
static bool above_one_line(struct ui *ui, const struct above *above, int width)
{
	return text_width(ui, above->title, TYPE_HALL_STRONG) + FRAME_GAP +
		   text_width(ui, above->code, TYPE_HALL_BODY) <=
	       width;
}

/* Draws ABOVE, if DRAWS, and cuts it off the top of *BODY. */
static void above_draw(struct ui *ui, const struct hall_view *view, bool draws,
		       struct rect *body)
{
	struct above above;
	struct rect line;
	bool one;

	above_read(view, &above);
	one = above_one_line(ui, &above, body->w);
	line = rect_take_top(
	    body, text_height(ui, above.title, TYPE_HALL_STRONG, body->w),
	    one ? ABOVE_GAP : 0);
	if (draws)
		lines_draw(ui, line, above.title, TYPE_HALL_STRONG, ROLE_MUTED);
	if (!one)
		line = rect_take_top(
		    body, text_height(ui, above.code, TYPE_HALL_BODY, body->w),
		    ABOVE_GAP);
	if (draws && one)
		draw_text(ui, line, above.code, TYPE_HALL_BODY, ROLE_MUTED,
			  ALIGN_END);
	else if (draws)
		lines_draw(ui, line, above.code, TYPE_HALL_BODY, ROLE_MUTED);
}

/* That votes are made up must be seen on every page of them. */
static void example_draw(struct ui *ui, bool draws, struct rect *body)
{
	const char *title = _("An example");
	struct rect line = rect_take_top(
	    body, text_height(ui, title, TYPE_HALL_STRONG, body->w),
	    EXAMPLE_GAP);

	if (draws)
		lines_draw(ui, line, title, TYPE_HALL_STRONG, ROLE_PRIMARY);
}

static void rest_draw(struct ui *ui, bool draws, struct rect *body)
{
	const char *title = _("For all of the meeting");
	struct rect line = rect_take_top(
	    body, frame_title_height(ui, title, body->w), TITLE_GAP);

	if (draws)
		frame_text_middle(ui, line, title, TYPE_HALL_H1, ROLE_TEXT,
				  ALIGN_START);
}

/* Draws the heading of PART, if DRAWS, and cuts it off the top of *BODY. */
static void title_draw(struct ui *ui, const struct hall_view *view,
		       const struct rules_part *part, bool draws,
		       struct rect *body)
{
	const struct meeting *meeting = view->meeting;
	char money[MONEY_TEXT];
	const char *title;
	struct rect line;

	if (part->pot < 0) {
		rest_draw(ui, draws, body);
		return;
	}
	title = meeting_text(meeting, &meeting->pots[part->pot].title,
			     view->language, NULL);
	words_money(meeting->pots[part->pot].amount_minor, money);
	line = rect_take_top(body, frame_heading_height(ui, title), TITLE_GAP);
	if (draws)
		frame_heading(ui, line, title, money);
	if (part->example)
		example_draw(ui, draws, body);
}

void rules_head(struct ui *ui, const struct hall_view *view,
		const struct rules_part *part, bool draws, struct rect *body)
{
	above_draw(ui, view, draws, body);
	title_draw(ui, view, part, draws, body);
}

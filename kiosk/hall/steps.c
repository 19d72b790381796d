#include "hall/pages.h"

#include <stdio.h>

#include "hall/frame.h"
#include "words/steps.h"
#include "words/words.h"

enum {
	TITLE_MOST = 2 * FRAME_LINE,
	TITLE_GAP = 24,
	STEP_GAP = 18,
	SIGN = 44,
	SIGN_GAP = 24,
};

static void title_text(const struct hall_view *view, int pot,
		       char ret_text[STEP_TEXT])
{
	const struct meeting *meeting = view->meeting;

	snprintf(ret_text, STEP_TEXT, _("How the money was given: %s"),
		 meeting_text(meeting, &meeting->pots[pot].title,
			      view->language, NULL));
}

/* The part of the body for the steps, right of their signs. */
static struct rect steps_rect(struct ui *ui, const struct hall_view *view,
			      int pot)
{
	struct rect body = frame_body(ui);
	char title[STEP_TEXT];
	enum type type;

	title_text(view, pot, title);
	type = frame_fit(ui, title, body.w, TITLE_MOST, TYPE_HALL_H2);
	frame_cut(&body, text_height(ui, title, type, body.w), TITLE_GAP);
	body.x += SIGN + SIGN_GAP;
	body.w -= SIGN + SIGN_GAP;
	return body;
}

static int step_height(struct ui *ui, const struct hall_view *view,
		       const struct step *step, int width)
{
	char text[STEP_TEXT];

	step_sentence(view->meeting, view->result, step, view->language, text);
	return text_height(ui, text, TYPE_HALL_BODY, width) + STEP_GAP;
}

/* The first step of POT at or after FROM; step_count when there is none. */
static int next_step(const struct result *result, int pot, int from)
{
	while (from < result->step_count && result->steps[from].pot != pot)
		from++;
	return from;
}

/* Where the page that begins with step FIRST ends: the next page's first. */
static int page_end(struct ui *ui, const struct hall_view *view, int pot,
		    int first)
{
	struct rect rect = steps_rect(ui, view, pot);
	int used = 0, i = first;

	while (i < view->result->step_count) {
		used += step_height(ui, view, &view->result->steps[i], rect.w);
		if (used - STEP_GAP > rect.h && i != first)
			break;
		i = next_step(view->result, pot, i + 1);
	}
	return i;
}

int steps_pages(struct ui *ui, const struct hall_view *view, int pot)
{
	int pages = 0;

	for (int i = next_step(view->result, pot, 0);
	     i < view->result->step_count; i = page_end(ui, view, pot, i))
		pages++;
	return pages;
}

static void draw_sign(struct ui *ui, const struct hall_view *view,
		      const struct step *step, struct rect line)
{
	struct rect sign = {line.x - SIGN - SIGN_GAP,
			    line.y + (FRAME_LINE - SIGN) / 2, SIGN, SIGN};
	bool given;

	if (step->kind != STEP_AWARD || step->award < 0)
		return;
	given = view->result->awards[step->award].amount_minor > 0;
	draw_icon(ui, sign, given ? ICON_CHECK : ICON_CROSS,
		  given ? ROLE_FUNDED : ROLE_MUTED);
}

void steps_draw(struct ui *ui, const struct hall_view *view, int pot, int page)
{
	const struct meeting *meeting = view->meeting;
	const struct result *result = view->result;
	struct rect rect = steps_rect(ui, view, pot), title = frame_body(ui);
	char text[STEP_TEXT];
	int first = next_step(result, pot, 0), end;

	title.h = TITLE_MOST;
	title_text(view, pot, text);
	frame_text(ui, title, text, TYPE_HALL_H2, ROLE_TEXT, ALIGN_START);
	for (int i = 0; i < page; i++)
		first = page_end(ui, view, pot, first);
	end = page_end(ui, view, pot, first);
	for (int i = first; i < end; i = next_step(result, pot, i + 1)) {
		const struct step *step = &result->steps[i];
		int high = step_height(ui, view, step, rect.w);

		draw_sign(ui, view, step, rect);
		step_sentence(meeting, result, step, view->language, text);
		draw_text(ui, rect, text, TYPE_HALL_BODY, ROLE_TEXT,
			  ALIGN_START);
		frame_cut(&rect, high, 0);
	}
}

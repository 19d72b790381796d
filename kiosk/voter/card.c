#include "voter/card.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/card_shape.h"
#include "voter/form.h"
#include "voter/vote.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	RADIUS = 8,
	OUTLINE = 3,
	OUTLINE_CHOSEN = 6,
	SIGN = 56,
	SIGN_INSET = 4,
	LINE_SMALL = 32, /* line height of type.def */
	GAP = 4,
	PATH = 1024,
	NUMBER = 16,
};

int card_number(struct ui *ui, int x, int y, int height, int number)
{
	enum type type = height > 72   ? TYPE_DISPLAY
			 : height > 56 ? TYPE_H1
				       : TYPE_H2;
	struct rect rect = {x, y, 0, height};
	char text[NUMBER];

	snprintf(text, sizeof(text), "%d", number);
	rect.w = text_width(ui, text, type) + height / 3;
	if (rect.w < height)
		rect.w = height;
	draw_panel(ui, rect, RADIUS, ROLE_PRIMARY, ROLE_PRIMARY, 0);
	draw_text_middle(ui, rect, text, type, ROLE_ON_PRIMARY, ALIGN_CENTRE);
	return rect.w;
}

/* Stands where there is no picture: the number as large as it goes. */
static void number_box(struct ui *ui, struct rect rect, int number, bool chosen)
{
	static const enum type sizes[] = {TYPE_HALL_GIANT, TYPE_HALL_H1,
					  TYPE_DISPLAY};
	enum { SIZES = sizeof(sizes) / sizeof(sizes[0]) };
	char text[NUMBER];
	int i = 0;

	snprintf(text, sizeof(text), "%d", number);
	while (i < SIZES - 1 &&
	       (text_width(ui, text, sizes[i]) > rect.w * 3 / 4 ||
		text_height(ui, text, sizes[i], rect.w) > rect.h))
		i++;
	draw_panel(ui, rect, RADIUS, chosen ? ROLE_BG : ROLE_SELECTED,
		   ROLE_OUTLINE, OUTLINE);
	draw_text_middle(ui, rect, text, sizes[i],
			 chosen ? ROLE_TEXT : ROLE_ON_SELECTED, ALIGN_CENTRE);
}

void card_picture(struct ui *ui, const struct voter_view *view,
		  struct rect rect, int index, int number_h)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	bool chosen = vote_given(view, index);
	char path[PATH];

	if (!*proposal->image || !*view->images) {
		number_box(ui, rect, proposal->number,
			   chosen && view->session->screen == SCREEN_CHOOSE);
		return;
	}
	snprintf(path, sizeof(path), "%s/%s", view->images, proposal->image);
	draw_image(ui, rect, path, proposal->image_hash);
	card_number(ui, rect.x, rect.y, number_h, proposal->number);
}

/* Draws NOTE and PLACE in RECT, and tells whether they have room there. */
static bool place_drawn(struct ui *ui, struct rect rect, const char *note,
			const char *place, enum role role)
{
	char text[2 * WORDING_TEXT];

	snprintf(text, sizeof(text), "%s%s%s", note,
		 *note && *place ? " · " : "", place);
	/* Lines of some scripts are higher than the place for one. */
	if (!text_fits(ui, text, TYPE_SMALL, rect.w, rect.h) &&
	    !text_fits_line(ui, text, TYPE_SMALL, rect.w, rect.h))
		return false;
	draw_text(ui, rect, text, TYPE_SMALL, role, ALIGN_START);
	return true;
}

/* NOTE and where a proposal is, as much of it as has room in RECT. */
static void card_place(struct ui *ui, struct rect rect,
		       const struct proposal *proposal, const char *note,
		       enum role role)
{
	char place[WORDING_TEXT];

	wording_place(proposal, place);
	if (place_drawn(ui, rect, note, place, role))
		return;
	wording_walk(proposal, place);
	if (!place_drawn(ui, rect, note, place, role))
		place_drawn(ui, rect, note, "", role);
}

/* Cost and place; before the place, that the title is not translated. */
static void card_facts(struct ui *ui, const struct voter_view *view,
		       const struct card_shape *shape, int index, bool fallback,
		       enum role role)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	struct rect rect = shape->place;
	char cost[WORDING_TEXT];

	wording_money(proposal->cost_minor, cost);
	draw_text(ui, shape->cost, cost, shape->cost_type, role, ALIGN_START);
	if (shape->one_line) {
		rect = shape->cost;
		rect.x += text_width(ui, cost, shape->cost_type) + 20;
		rect.w -= rect.x - shape->cost.x;
		/* The smaller letters stand on the same line. */
		rect_take_top(&rect, (rect.h - LINE_SMALL) * 2 / 3, 0);
	}
	if (rect.w > 0)
		card_place(ui, rect, proposal,
			   fallback ? _("Not translated") : "", role);
}

/* TEXT from the top of *RECT, which shrinks by it; nothing when it does not
 * fit whole. */
static void extra_draw(struct ui *ui, struct rect *rect, const char *text,
		       enum type type, enum role role)
{
	int height = text_height(ui, text, type, rect->w);

	if (*text && height <= rect->h)
		draw_text(ui, rect_take_top(rect, height, GAP), text, type,
			  role, ALIGN_START);
}

/* The title; between it and the cost, which proposals this one excludes and
 * what it is in a sentence, as far as there is room. */
static void card_words(struct ui *ui, const struct voter_view *view,
		       const struct card_shape *shape, int index,
		       const char *title, enum role role)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	int lines = draw_text(ui, shape->title, title, shape->title_type, role,
			      ALIGN_START);
	int height =
	    lines * text_height(ui, "", shape->title_type, shape->title.w);
	int gap = shape->roomy ? GAP : 0;
	struct rect rect = {shape->title.x, shape->title.y + height + gap,
			    shape->title.w, 0};
	/* Beside a title no larger than itself it is not bold. */
	enum type plain =
	    shape->title_type == TYPE_SMALL_BOLD ? TYPE_SMALL : TYPE_SMALL_BOLD;
	const char *summary;
	char text[WORDING_TEXT];

	rect.h = shape->cost.y - rect.y;
	wording_incompatible(view->meeting, index, text);
	if (text_height(ui, text, plain, rect.w) > rect.h)
		wording_incompatible_short(view->meeting, index, text);
	extra_draw(ui, &rect, text, plain, role);
	if (!shape->roomy)
		return;
	summary = meeting_text(view->meeting, &proposal->summary,
			       view->session->language, NULL);
	extra_draw(ui, &rect, summary,
		   text_height(ui, summary, TYPE_BODY, rect.w) <= rect.h
		       ? TYPE_BODY
		       : TYPE_SMALL,
		   role);
}

void card_draw(struct ui *ui, const struct voter_view *view, struct rect rect,
	       int index, struct intent *ret_intent)
{
	struct card_shape shape = card_shape(ui, rect);
	bool chosen = vote_given(view, index), fallback;
	const char *title = wording_title(view, index, &fallback);
	enum role role = chosen ? ROLE_ON_SELECTED : ROLE_TEXT;
	struct action more = {
	    WIDGET_READ_MORE,
	    index,
	    {BUTTON_PLAIN, _("Read more"), NO_ICON, shape.button_type},
	    {INTENT_OPEN, index}};
	uint32_t body = UI_ID(WIDGET_OPEN, index);
	bool hot = chosen || ui_held(ui, body);

	draw_panel(ui, rect, RADIUS, chosen ? ROLE_SELECTED : ROLE_SURFACE,
		   hot ? ROLE_PRIMARY : ROLE_TRACK,
		   hot ? OUTLINE_CHOSEN : OUTLINE);
	if (ui_area(ui, body, shape.body, title))
		*ret_intent = (struct intent){INTENT_OPEN, index};
	ui_ringed(ui, rect);
	card_picture(ui, view, shape.picture, index, shape.number_h);
	if (chosen)
		vote_sign(ui, view,
			  shape.picture.x + shape.picture.w - SIGN - SIGN_INSET,
			  shape.picture.y + shape.picture.h - SIGN - SIGN_INSET,
			  SIGN, index);
	card_words(ui, view, &shape, index, title, role);
	card_facts(ui, view, &shape, index, fallback, role);
	if (shape.pick.w < vote_width(ui, view, index))
		rect_join(&shape.pick, shape.more); /* the body opens it too */
	else
		action_draw(ui, shape.more, &more, ret_intent);
	vote_draw(ui, view, shape.pick, index, ret_intent);
}

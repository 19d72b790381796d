#include "voter/card.h"

#include <stdio.h>

#include "voter/action.h"
#include "voter/form.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	RADIUS = 8,
	OUTLINE = 3,
	OUTLINE_CHOSEN = 6,
	TICK = 56,
	TICK_INSET = 4,
	LINE_TITLE = 38, /* line heights of type.def */
	LINE_COST = 44,
	LINE_SMALL = 32,
	PATH = 1024,
	NUMBER = 16,
};

/* Where the parts of a card stand, in the frame. */
struct card {
	struct rect picture, title, cost, place, more, pick, body;
	enum type title_type, cost_type, button_type;
	int number_h;
	bool one_line; /* cost and place share a line */
};

/* UX.md a1, V4: 592 by 340; a wider or higher card has more air. */
static struct card card_landscape(struct rect rect)
{
	const int pad = 16, side = 216, row = 80, more_w = 216;
	struct rect in = rect_inset(rect, pad);
	struct card card = {.title_type = TYPE_TITLE,
			    .cost_type = TYPE_COST,
			    .button_type = TYPE_TITLE,
			    .number_h = 76};
	int text_x = in.x + side + pad, text_w = in.w - side - pad;
	int row_y = in.y + in.h - row;

	card.picture = (struct rect){in.x, in.y, side, row_y - 12 - in.y};
	card.title = (struct rect){text_x, in.y, text_w, 3 * LINE_TITLE};
	card.cost =
	    (struct rect){text_x, in.y + 3 * LINE_TITLE + 8, text_w, LINE_COST};
	card.place =
	    (struct rect){text_x, card.cost.y + LINE_COST, text_w, LINE_SMALL};
	card.more = (struct rect){in.x, row_y, more_w, row};
	card.pick = (struct rect){text_x, row_y, text_w, row};
	card.body = (struct rect){rect.x, rect.y, rect.w, row_y - 16 - rect.y};
	return card;
}

/* 480 by 466: cost and place beside the picture, the title below both. */
static struct card card_portrait(struct rect rect)
{
	const int pad = 16, side = 216, row = 80, more_w = 200;
	struct rect in = rect_inset(rect, pad);
	struct card card = {.title_type = TYPE_TITLE,
			    .cost_type = TYPE_COST,
			    .button_type = TYPE_TITLE,
			    .number_h = 76};
	int row_y = in.y + in.h - row;
	int text_x = in.x + side + pad, text_w = in.w - side - pad;

	card.title = (struct rect){in.x, row_y - 12 - 3 * LINE_TITLE, in.w,
				   3 * LINE_TITLE};
	card.picture = (struct rect){in.x, in.y, side, card.title.y - 8 - in.y};
	card.cost = (struct rect){text_x, in.y, text_w, LINE_COST};
	card.place =
	    (struct rect){text_x, in.y + LINE_COST + 4, text_w, 3 * LINE_SMALL};
	card.more = (struct rect){in.x, row_y, more_w, row};
	card.pick =
	    (struct rect){in.x + more_w + pad, row_y, in.w - more_w - pad, row};
	card.body = (struct rect){rect.x, rect.y, rect.w, row_y - 16 - rect.y};
	return card;
}

/* 472 by 188: the picture at the start, two lines of title, one of cost and
 * place, the buttons. */
static struct card card_tablet(struct rect rect)
{
	const int pad = 8, row = 80, side = 132, more_w = 148;
	struct rect in = rect_inset(rect, pad);
	struct card card = {.title_type = TYPE_SMALL_BOLD,
			    .cost_type = TYPE_SMALL_BOLD,
			    .button_type = TYPE_SMALL_BOLD,
			    .number_h = 56,
			    .one_line = true};
	int row_y = in.y + in.h - row;
	int text_x = in.x + side + 12, text_w = in.w - side - 12;

	card.picture = (struct rect){in.x, in.y, side, in.h};
	card.cost =
	    (struct rect){text_x, row_y - LINE_SMALL - 2, text_w, LINE_SMALL};
	card.title = (struct rect){text_x, card.cost.y - 2 * LINE_SMALL, text_w,
				   2 * LINE_SMALL};
	card.more = (struct rect){text_x, row_y, more_w, row};
	card.pick = (struct rect){text_x + more_w + 16, row_y,
				  text_w - more_w - 16, row};
	card.body = (struct rect){rect.x, rect.y, rect.w, row_y - 16 - rect.y};
	return card;
}

/* One row of cards fills the page: the picture above everything. */
static struct card card_tall(struct rect rect)
{
	struct card card = card_landscape(rect);
	struct rect in = rect_inset(rect, 16);
	int text_y = card.more.y - 16 - LINE_COST - 8 - 2 * LINE_TITLE;

	card.picture = (struct rect){in.x, in.y, in.w, text_y - 16 - in.y};
	card.title = (struct rect){in.x, text_y, in.w, 2 * LINE_TITLE};
	card.cost =
	    (struct rect){in.x, text_y + 2 * LINE_TITLE + 8, in.w, LINE_COST};
	card.number_h = 96;
	card.one_line = true;
	return card;
}

static struct card (*const layouts[])(struct rect) = {
    [UI_LANDSCAPE] = card_landscape,
    [UI_PORTRAIT] = card_portrait,
    [UI_TABLET] = card_tablet,
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

void card_picture(struct ui *ui, const struct voter_view *view,
		  struct rect rect, int index)
{
	const char *image = view->meeting->proposals[index].image;
	char path[PATH] = "";

	if (*image)
		snprintf(path, sizeof(path), "%s/%s", view->images, image);
	if (*path) {
		draw_image(ui, rect, path);
		return;
	}
	/* Its sign stands clear of the number at the top. */
	draw_panel(ui, rect, RADIUS, ROLE_TRACK, ROLE_TRACK, 0);
	rect.y += rect.h * 2 / 5;
	rect.h = rect.h * 3 / 5;
	rect = rect_middle(rect, rect.h * 3 / 5, rect.h * 3 / 5);
	draw_icon(ui, rect, ICON_PICTURE, ROLE_OUTLINE);
}

void card_toggle(struct ui *ui, const struct voter_view *view, struct rect rect,
		 int index, struct intent *ret_intent)
{
	bool chosen = view->session->ballot.value[index] != 0;
	struct action action = {
	    WIDGET_TOGGLE,
	    index,
	    {chosen ? BUTTON_CHOSEN : BUTTON_PLAIN,
	     chosen ? _("Chosen") : _("Choose"), NO_ICON,
	     ui_form(ui) == UI_TABLET && view->session->screen == SCREEN_CHOOSE
		 ? TYPE_SMALL_BOLD
		 : TYPE_TITLE},
	    {INTENT_TOGGLE, index}};

	action_draw(ui, rect, &action, ret_intent);
}

/* Where a proposal is, as much of it as has room in RECT. */
static void card_place(struct ui *ui, struct rect rect,
		       const struct proposal *proposal, enum role role)
{
	char text[WORDING_TEXT];

	wording_place(proposal, text);
	if (text_height(ui, text, TYPE_SMALL, rect.w) > rect.h)
		wording_walk(proposal, text);
	if (text_height(ui, text, TYPE_SMALL, rect.w) <= rect.h)
		draw_text(ui, rect, text, TYPE_SMALL, role, ALIGN_START);
}

/* Cost and place; before the place, that the title is not translated. */
static void card_facts(struct ui *ui, const struct voter_view *view,
		       const struct card *card, int index, bool fallback,
		       enum role role)
{
	const struct proposal *proposal = &view->meeting->proposals[index];
	struct rect rect = card->place;
	char cost[WORDING_TEXT];

	wording_money(proposal->cost_minor, cost);
	draw_text(ui, card->cost, cost, card->cost_type, role, ALIGN_START);
	if (card->one_line) {
		rect = card->cost;
		rect.x += text_width(ui, cost, card->cost_type) + 20;
		rect.w -= rect.x - card->cost.x;
		/* The smaller letters stand on the same line. */
		rect_take_top(&rect, (rect.h - LINE_SMALL) * 2 / 3, 0);
	}
	if (fallback)
		draw_text(ui, rect_take_top(&rect, LINE_SMALL, 0),
			  _("not translated"), TYPE_SMALL, role, ALIGN_START);
	if (rect.h >= LINE_SMALL)
		card_place(ui, rect, proposal, role);
}

/* The chosen card's tick, in the picture's corner. */
static void card_tick(struct ui *ui, struct rect picture)
{
	struct rect rect = {picture.x + picture.w - TICK - TICK_INSET,
			    picture.y + picture.h - TICK - TICK_INSET, TICK,
			    TICK};

	draw_icon(ui, rect, ICON_TICK, ROLE_SUCCESS);
}

void card_draw(struct ui *ui, const struct voter_view *view, struct rect rect,
	       int index, struct intent *ret_intent)
{
	struct card card =
	    rect.h > rect.w ? card_tall(rect) : layouts[ui_form(ui)](rect);
	bool chosen = view->session->ballot.value[index] != 0, fallback;
	const char *title = wording_title(view, index, &fallback);
	enum role role = chosen ? ROLE_ON_SELECTED : ROLE_TEXT;
	struct action more = {
	    WIDGET_READ_MORE,
	    index,
	    {BUTTON_PLAIN, _("Read more"), NO_ICON, card.button_type},
	    {INTENT_OPEN, index}};
	uint32_t body = UI_ID(WIDGET_OPEN, index);
	bool hot = chosen || ui_held(ui, body);

	draw_panel(ui, rect, RADIUS, chosen ? ROLE_SELECTED : ROLE_SURFACE,
		   hot ? ROLE_PRIMARY : ROLE_TRACK,
		   hot ? OUTLINE_CHOSEN : OUTLINE);
	if (ui_area(ui, body, card.body, title))
		*ret_intent = (struct intent){INTENT_OPEN, index};
	card_picture(ui, view, card.picture, index);
	card_number(ui, card.picture.x, card.picture.y, card.number_h,
		    view->meeting->proposals[index].number);
	if (chosen)
		card_tick(ui, card.picture);
	draw_text(ui, card.title, title, card.title_type, role, ALIGN_START);
	card_facts(ui, view, &card, index, fallback, role);
	action_draw(ui, card.more, &more, ret_intent);
	card_toggle(ui, view, card.pick, index, ret_intent);
}

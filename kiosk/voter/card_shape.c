#include "voter/card_shape.h"

#include "voter/form.h"

enum {
	LINE_TITLE = 38, /* line heights of type.def */
	LINE_COST = 44,
	LINE_H2 = 48,
	LINE_SMALL = 32,
	PAD = 16,
	ROW = 80, /* the buttons */
	ROW_LEAST = 76,
	MORE_W = 216,
	MORE_W_SMALL = 208,
	HIGH = 400,  /* large letters from here on */
	WIDE = 800,  /* a card from this width on has its buttons at the side */
	LOW_W = 560, /* a low card so wide has a wider picture */
	LOW_H = 228, /* less high: two lines of small letters */
	WIDE_H = 320,	/* a wide card less high is a row */
	ROW_W = 600,	/* from here on a card may be a row */
	ROW_TEXT = 450, /* the width both buttons need under the words */
};

/* What the large cards have in common: RECT with its row of buttons. */
static struct card_shape shape_base(struct rect rect, int pick_x)
{
	struct rect in = {rect.x + PAD, rect.y + PAD, rect.w - 2 * PAD,
			  rect.h - 2 * PAD};
	int row_y = in.y + in.h - ROW;

	return (struct card_shape){
	    .more = {in.x, row_y, pick_x - PAD - in.x, ROW},
	    .pick = {pick_x, row_y, in.x + in.w - pick_x, ROW},
	    .body = {rect.x, rect.y, rect.w, row_y - PAD - rect.y},
	    .title_type = TYPE_TITLE,
	    .cost_type = TYPE_COST,
	    .button_type = TYPE_TITLE,
	    .number_h = 76,
	};
}

/* UX.md a1, V4: 592 by 340. */
static struct card_shape shape_landscape(struct rect rect)
{
	const int text_x = rect.x + PAD + MORE_W + PAD;
	struct card_shape shape = shape_base(rect, text_x);
	int x = rect.x + PAD, y = rect.y + PAD;
	int text_w = rect.x + rect.w - PAD - text_x;

	shape.picture = (struct rect){x, y, MORE_W, shape.more.y - 12 - y};
	shape.title = (struct rect){text_x, y, text_w, 3 * LINE_TITLE};
	shape.cost =
	    (struct rect){text_x, y + 3 * LINE_TITLE + 8, text_w, LINE_COST};
	shape.place =
	    (struct rect){text_x, shape.cost.y + LINE_COST, text_w, LINE_SMALL};
	return shape;
}

/* The picture above everything; with SUMMARY lines of it between title and
 * cost, which share a line with the place. */
static struct card_shape shape_above(struct rect rect, int lines, int summary)
{
	int share = rect.w * 2 / 5;
	int more_w = share < MORE_W_SMALL ? MORE_W_SMALL : share;
	struct card_shape shape = shape_base(rect, rect.x + PAD + more_w + PAD);
	int x = rect.x + PAD, y = rect.y + PAD, w = rect.w - 2 * PAD;
	int cost_y = shape.more.y - 12 - LINE_COST;
	int title_y = cost_y - 8 - summary * LINE_SMALL - lines * LINE_TITLE;

	shape.picture = (struct rect){x, y, w, title_y - 12 - y};
	shape.title = (struct rect){x, title_y, w, lines * LINE_TITLE};
	shape.cost = (struct rect){x, cost_y, w, LINE_COST};
	shape.one_line = true;
	shape.roomy = summary > 0;
	shape.number_h = summary > 0 ? 96 : 76;
	return shape;
}

/* As wide as the display, or half of it: the picture at the start. */
static struct card_shape shape_wide(struct rect rect)
{
	const int side = rect.w * 2 / 5, text_x = rect.x + PAD + side + 24;
	int text_w = rect.x + rect.w - PAD - text_x;
	int share = (text_w - PAD) * 2 / 5;
	int more_w = share < MORE_W ? MORE_W : share;
	struct card_shape shape = shape_base(rect, text_x + more_w + PAD);
	int y = rect.y + PAD;

	shape.more.w -= text_x - shape.more.x;
	shape.more.x = text_x;
	shape.picture = (struct rect){rect.x + PAD, y, side, rect.h - 2 * PAD};
	shape.place = (struct rect){text_x, shape.more.y - 12 - LINE_SMALL,
				    text_w, LINE_SMALL};
	shape.cost =
	    (struct rect){text_x, shape.place.y - LINE_COST, text_w, LINE_COST};
	shape.title = (struct rect){text_x, y, text_w, shape.cost.y - 8 - y};
	if (rect.h >= HIGH)
		shape.title_type = TYPE_H2;
	if (shape.title.h > 3 * LINE_H2)
		shape.title.h = 3 * LINE_H2;
	shape.number_h = 96;
	shape.roomy = true;
	return shape;
}

/* Wide, with a line for cost and place; both buttons at the side where they
 * have room, else one below the picture. */
static struct card_shape shape_row(struct rect rect)
{
	int pad = rect.h < LOW_H + 2 * PAD ? 12 : PAD, h = rect.h - 2 * pad;
	int side = rect.w * 2 / 5 < h * 4 / 3 ? rect.w * 2 / 5 : h * 4 / 3;
	int x = rect.x + pad, y = rect.y + pad, text_x = x + side + 24;
	int text_w = rect.x + rect.w - pad - text_x;
	int row_y = y + h - ROW, cost_y = row_y - 8 - LINE_COST;
	bool both = text_w >= ROW_TEXT;
	int pick_x = both ? text_x + MORE_W + PAD : text_x;

	return (struct card_shape){
	    .picture = {x, y, side, both ? h : h - ROW - 12},
	    .title = {text_x, y, text_w, cost_y - 4 - y},
	    .cost = {text_x, cost_y, text_w, LINE_COST},
	    .more = {both ? text_x : x, row_y, both ? MORE_W : side, ROW},
	    .pick = {pick_x, row_y, text_x + text_w - pick_x, ROW},
	    .body = {rect.x, rect.y, rect.w, row_y - PAD - rect.y},
	    .title_type = TYPE_TITLE,
	    .cost_type = TYPE_COST,
	    .button_type = TYPE_TITLE,
	    .number_h = 76,
	    .one_line = true,
	};
}

/* 472 by 188: the picture at the start, two lines of title, one of cost and
 * place, the buttons. */
static struct card_shape shape_low(struct rect rect)
{
	const int pad = 8, side = rect.w < LOW_W ? 116 : 176, more_w = 152;
	struct rect in = {rect.x + pad, rect.y + pad, rect.w - 2 * pad,
			  rect.h - 2 * pad};
	int row = rect.w < LOW_W ? ROW : ROW_LEAST;
	int row_y = in.y + in.h - row;
	int text_x = in.x + side + 12, text_w = in.w - side - 12;
	int cost_y = row_y - LINE_SMALL - (rect.w < LOW_W ? 2 : 0);

	return (struct card_shape){
	    .picture = {in.x, in.y, side, in.h},
	    .title = {text_x, cost_y - 2 * LINE_SMALL, text_w, 2 * LINE_SMALL},
	    .cost = {text_x, cost_y, text_w, LINE_SMALL},
	    .more = {text_x, row_y, more_w, row},
	    .pick = {text_x + more_w + 16, row_y, text_w - more_w - 16, row},
	    .body = {rect.x, rect.y, rect.w, row_y - 16 - rect.y},
	    .title_type = TYPE_SMALL_BOLD,
	    .cost_type = TYPE_SMALL_BOLD,
	    .button_type = TYPE_SMALL_BOLD,
	    .number_h = 56,
	    .one_line = true,
	};
}

struct card_shape card_shape(const struct ui *ui, struct rect rect)
{
	if (rect.h < LOW_H)
		return shape_low(rect);
	if (rect.h > rect.w)
		return shape_above(rect, 2, 3);
	if (rect.w >= WIDE && rect.h >= WIDE_H)
		return shape_wide(rect);
	if (form_upright(ui) && rect.w < ROW_W)
		return shape_above(rect, 3, 0);
	return rect.w < ROW_W ? shape_landscape(rect) : shape_row(rect);
}

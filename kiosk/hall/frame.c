#include "hall/frame.h"

#include "hall/lines.h"

enum { FRAME_FIGURE = 76 }; /* a line of HALL_H2 */

static const enum type types[] = {
    TYPE_HALL_GIANT,
    TYPE_HALL_H1,
    TYPE_HALL_H2,
    TYPE_HALL_STRONG,
};

static const struct ladder ladder = {types, sizeof(types) / sizeof(types[0]),
				     text_fits_whole};

bool frame_upright(const struct ui *ui)
{
	struct rect all = ui_frame(ui);

	return all.h > all.w;
}

/* An upright frame is too narrow for the words of a foot in one line. */
static int foot_height(const struct ui *ui)
{
	return frame_upright(ui) ? FRAME_FOOT_UPRIGHT : FRAME_FOOT;
}

struct rect frame_body(const struct ui *ui)
{
	struct rect all = ui_frame(ui);
	int below = FRAME_MARGIN_Y + foot_height(ui) + FRAME_FOOT_GAP;

	return (struct rect){FRAME_MARGIN_X, FRAME_MARGIN_Y,
			     all.w - 2 * FRAME_MARGIN_X,
			     all.h - FRAME_MARGIN_Y - below};
}

struct rect frame_foot(const struct ui *ui)
{
	struct rect all = ui_frame(ui);
	int high = foot_height(ui);

	return (struct rect){FRAME_MARGIN_X, all.h - FRAME_MARGIN_Y - high,
			     all.w - 2 * FRAME_MARGIN_X, high};
}

enum type frame_fit(struct ui *ui, const char *text, int width, int height,
		    enum type largest)
{
	return text_fit(ui, text, &ladder, largest, width, height);
}

int frame_text(struct ui *ui, struct rect rect, const char *text,
	       enum type largest, enum role role, enum align align)
{
	enum type type = frame_fit(ui, text, rect.w, rect.h, largest);

	if (align == ALIGN_START)
		lines_draw(ui, rect, text, type, role);
	else
		draw_text(ui, rect, text, type, role, align);
	return text_height(ui, text, type, rect.w);
}

void frame_text_middle(struct ui *ui, struct rect rect, const char *text,
		       enum type largest, enum role role, enum align align)
{
	enum type type = frame_fit(ui, text, rect.w, rect.h, largest);

	if (align == ALIGN_START)
		lines_draw_middle(ui, rect, text, type, role);
	else
		draw_text_middle(ui, rect, text, type, role, align);
}

int frame_title_height(struct ui *ui, const char *title, int width)
{
	enum { MOST = 3 * FRAME_LINE }; /* a smaller type first, then higher */
	enum type type;

	if (!frame_upright(ui))
		return FRAME_HEADING;
	type = frame_fit(ui, title, width, MOST, TYPE_HALL_H1);
	return text_height(ui, title, type, width);
}

int frame_heading_height(struct ui *ui, const char *title)
{
	int high = frame_title_height(ui, title, frame_body(ui).w);

	return frame_upright(ui) ? high + FRAME_FIGURE + FRAME_GAP : high;
}

void frame_heading(struct ui *ui, struct rect rect, const char *title,
		   const char *figure)
{
	if (frame_upright(ui)) {
		struct rect top = rect;

		top.h -= FRAME_FIGURE + FRAME_GAP;
		rect_take_top(&rect,
			      frame_text(ui, top, title, TYPE_HALL_H1,
					 ROLE_TEXT, ALIGN_START),
			      0);
		draw_text(ui, rect, figure, TYPE_HALL_H2, ROLE_PRIMARY,
			  ALIGN_START);
		return;
	}
	draw_text_middle(ui, rect, figure, TYPE_HALL_H2, ROLE_PRIMARY,
			 ALIGN_END);
	rect.w -= frame_width(ui, figure, TYPE_HALL_H2) + FRAME_GAP;
	frame_text_middle(ui, rect, title, TYPE_HALL_H1, ROLE_TEXT,
			  ALIGN_START);
}

int frame_balance(struct ui *ui, const char *text, enum type type, int width)
{
	enum { STEP = 32 };
	int high = text_height(ui, text, type, width);

	while (width > STEP &&
	       text_height(ui, text, type, width - STEP) == high &&
	       text_word_width(ui, text, type) <= width - STEP)
		width -= STEP;
	return width;
}

int frame_width(struct ui *ui, const char *text, enum type type)
{
	enum { GRID = 16, SLACK = 8 };

	return (text_width(ui, text, type) + SLACK + GRID - 1) / GRID * GRID;
}

#include "hall/frame.h"

static const enum type ladder[] = {
    TYPE_HALL_GIANT,
    TYPE_HALL_H1,
    TYPE_HALL_H2,
    TYPE_HALL_STRONG,
};

enum { LADDER = sizeof(ladder) / sizeof(ladder[0]) };

struct rect frame_all(const struct ui *ui)
{
	struct rect all = {0, 0, 0, 0};

	ui_size(ui, &all.w, &all.h);
	return all;
}

struct rect frame_body(const struct ui *ui)
{
	struct rect all = frame_all(ui);
	int below = FRAME_MARGIN_Y + FRAME_FOOT + FRAME_FOOT_GAP;

	return (struct rect){FRAME_MARGIN_X, FRAME_MARGIN_Y,
			     all.w - 2 * FRAME_MARGIN_X,
			     all.h - FRAME_MARGIN_Y - below};
}

struct rect frame_foot(const struct ui *ui)
{
	struct rect all = frame_all(ui);

	return (struct rect){FRAME_MARGIN_X,
			     all.h - FRAME_MARGIN_Y - FRAME_FOOT,
			     all.w - 2 * FRAME_MARGIN_X, FRAME_FOOT};
}

enum type frame_fit(struct ui *ui, const char *text, int width, int height,
		    enum type largest)
{
	int i = 0;

	while (i < LADDER - 1 && ladder[i] != largest)
		i++;
	while (i < LADDER - 1 &&
	       text_height(ui, text, ladder[i], width) > height)
		i++;
	return ladder[i];
}

int frame_text(struct ui *ui, struct rect rect, const char *text,
	       enum type largest, enum role role, enum align align)
{
	enum type type = frame_fit(ui, text, rect.w, rect.h, largest);

	draw_text(ui, rect, text, type, role, align);
	return text_height(ui, text, type, rect.w);
}

int frame_width(struct ui *ui, const char *text, enum type type)
{
	enum { GRID = 16, SLACK = 8 };

	return (text_width(ui, text, type) + SLACK + GRID - 1) / GRID * GRID;
}

struct rect frame_cut(struct rect *rect, int height, int gap)
{
	struct rect cut = {rect->x, rect->y, rect->w, height};

	rect->y += height + gap;
	rect->h -= height + gap;
	return cut;
}

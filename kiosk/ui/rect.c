#include "ui/rect.h"

struct rect rect_inset(struct rect rect, int margin)
{
	return (struct rect){rect.x + margin, rect.y + margin,
			     rect.w - 2 * margin, rect.h - 2 * margin};
}

struct rect rect_take_top(struct rect *rect, int height, int gap)
{
	struct rect top = {rect->x, rect->y, rect->w, height};

	rect->y += height + gap;
	rect->h -= height + gap;
	return top;
}

struct rect rect_take_bottom(struct rect *rect, int height, int gap)
{
	rect->h -= height + gap;
	return (struct rect){rect->x, rect->y + rect->h + gap, rect->w, height};
}

struct rect rect_take_start(struct rect *rect, int width, int gap)
{
	struct rect taken = *rect;

	taken.w = width;
	rect->x += width + gap;
	rect->w -= width + gap;
	return taken;
}

struct rect rect_take_end(struct rect *rect, int width, int gap)
{
	struct rect taken = *rect;

	taken.x += rect->w - width;
	taken.w = width;
	rect->w -= width + gap;
	return taken;
}

void rect_join(struct rect *rect, struct rect other)
{
	int end_x = rect->x + rect->w, end_y = rect->y + rect->h;

	if (other.x + other.w > end_x)
		end_x = other.x + other.w;
	if (other.y + other.h > end_y)
		end_y = other.y + other.h;
	if (other.x < rect->x)
		rect->x = other.x;
	if (other.y < rect->y)
		rect->y = other.y;
	rect->w = end_x - rect->x;
	rect->h = end_y - rect->y;
}

struct rect rect_middle(struct rect rect, int width, int height)
{
	return (struct rect){rect.x + (rect.w - width) / 2,
			     rect.y + (rect.h - height) / 2, width, height};
}

struct rect rect_cell(struct rect rect, int index, int columns, int height,
		      int gap_x, int gap_y)
{
	int width = (rect.w - (columns - 1) * gap_x) / columns;

	return (struct rect){rect.x + index % columns * (width + gap_x),
			     rect.y + index / columns * (height + gap_y), width,
			     height};
}

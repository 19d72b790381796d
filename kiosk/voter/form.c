#include "voter/form.h"

static const int measures[MEASURE_COUNT][3] = {
#define MEASURE(name, landscape, portrait, tablet)                             \
	[FORM_##name] = {[UI_LANDSCAPE] = (landscape),                         \
			 [UI_PORTRAIT] = (portrait),                           \
			 [UI_TABLET] = (tablet)},
#include "voter/form.def"
#undef MEASURE
};

/* How up to MOST cards stand on a page; the last row is a full page. */
struct grid {
	int most, columns, rows;
};

enum { GRIDS = 3 };

static const struct grid grids[][GRIDS] = {
    [UI_LANDSCAPE] = {{3, 3, 1}, {4, 2, 2}, {6, 3, 2}},
    [UI_PORTRAIT] = {{3, 1, 3}, {4, 2, 2}, {6, 2, 3}},
    [UI_TABLET] = {{4, 2, 2}, {4, 2, 2}, {4, 2, 2}},
};

int form_measure(const struct ui *ui, enum measure measure)
{
	return measures[measure][ui_form(ui)];
}

struct rect form_body(const struct ui *ui)
{
	int margin = form_measure(ui, FORM_MARGIN);
	int header = form_measure(ui, FORM_HEADER_H);
	struct rect all = ui_frame(ui);

	return (struct rect){margin, header, all.w - 2 * margin,
			     all.h - header};
}

struct rect form_content(const struct ui *ui)
{
	struct rect body = form_body(ui);

	body.h -= form_measure(ui, FORM_FOOTER_H);
	return body;
}

/* The part of the footer Y u below its top, as wide as the content. */
static struct rect footer_strip(const struct ui *ui, enum measure y,
				enum measure h)
{
	struct rect content = form_content(ui);

	return (struct rect){content.x,
			     content.y + content.h + form_measure(ui, y),
			     content.w, form_measure(ui, h)};
}

static struct rect footer_buttons(const struct ui *ui)
{
	return footer_strip(ui, FORM_FOOTER_BUTTON_Y, FORM_FOOTER_BUTTON_H);
}

struct rect form_back(const struct ui *ui)
{
	struct rect rect = footer_buttons(ui);

	rect.w = form_measure(ui, FORM_BACK_W);
	return rect;
}

struct rect form_primary(const struct ui *ui)
{
	struct rect rect = footer_buttons(ui);
	int w = form_measure(ui, FORM_PRIMARY_W);

	rect.x += rect.w - w;
	rect.w = w;
	return rect;
}

/* Leaves room at both sides for the buttons where they share a line. */
static struct rect between_buttons(const struct ui *ui, struct rect rect)
{
	struct rect back = form_back(ui), primary = form_primary(ui);
	int gutter = form_measure(ui, FORM_GUTTER);

	if (rect.y + rect.h <= back.y)
		return rect;
	rect.x = back.x + back.w + gutter;
	rect.w = primary.x - gutter - rect.x;
	return rect;
}

struct rect form_state(const struct ui *ui)
{
	return between_buttons(ui,
			       footer_strip(ui, FORM_STATE_Y, FORM_STATE_H));
}

struct rect form_banner(const struct ui *ui)
{
	return between_buttons(ui,
			       footer_strip(ui, FORM_BANNER_Y, FORM_BANNER_H));
}

struct rect form_cast(const struct ui *ui)
{
	struct rect rect = footer_strip(ui, FORM_CAST_Y, FORM_CAST_H);

	rect.w = form_measure(ui, FORM_CAST_W);
	rect.x = form_measure(ui, FORM_CAST_X);
	/* The same distance from the middle on a frame of another width. */
	if (ui_form(ui) != UI_TABLET)
		rect.x = (ui_frame(ui).w - rect.w) / 2;
	return rect;
}

struct rect form_card(const struct ui *ui, int slot, int most)
{
	const struct grid *grid = grids[ui_form(ui)];
	struct rect content = form_content(ui);
	int gutter = form_measure(ui, FORM_GUTTER);
	int gap = form_measure(ui, FORM_CARD_GAP);
	int h;

	while (grid->most < most && grid < grids[ui_form(ui)] + GRIDS - 1)
		grid++;
	rect_take_top(&content, form_measure(ui, FORM_CARDS_TOP), 0);
	content.h -= form_measure(ui, FORM_CARDS_BOTTOM);
	h = (content.h - (grid->rows - 1) * gap) / grid->rows;
	return rect_cell(content, slot, grid->columns, h, gutter, gap);
}

int form_page_size(const struct ui *ui)
{
	return grids[ui_form(ui)][GRIDS - 1].most;
}

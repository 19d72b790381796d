#include "voter/form.h"

#include "core/meeting.h"

/* The columns of form.def. */
enum form { LANDSCAPE, PORTRAIT, TABLET, MEDIUM, SLIM, SQUARE, COMPACT, FORMS };

static const int measures[MEASURE_COUNT][FORMS] = {
#define MEASURE(name, ...) [FORM_##name] = {__VA_ARGS__},
#include "voter/form.def"
#undef MEASURE
};

/* From which size on, in u, a frame has a form; the first row that fits. */
static const struct {
	int least_w, least_h;
	enum form form;
} wide[] = {
    {1600, 900, LANDSCAPE},
    {1400, 800, MEDIUM},
    {1000, 600, TABLET},
    {0, 0, COMPACT},
};

/* How up to MOST cards stand on a page; the last row is a full page. */
struct grid {
	int most, columns, rows;
};

enum {
	GRIDS = 3,
	SLIM_W = 1000, /* upright and narrower than this */
	LOW_GAP = 4,   /* more free above and below a low header */
	EDGE = 8,      /* free round a dialog, at least */
};

/* Where form.def has no CARD_LEAST_W. */
static const struct grid grids[][GRIDS] = {
    [LANDSCAPE] = {{3, 3, 1}, {4, 2, 2}, {6, 3, 2}},
    [PORTRAIT] = {{3, 1, 3}, {4, 2, 2}, {6, 2, 3}},
    [TABLET] = {{4, 2, 2}, {4, 2, 2}, {4, 2, 2}},
    [MEDIUM] = {{3, 3, 1}, {4, 2, 2}, {4, 2, 2}},
};

static enum form form_of(const struct ui *ui)
{
	struct rect all = ui_frame(ui);
	int i = 0;

	if (all.h > all.w)
		return all.w < SLIM_W ? SLIM : PORTRAIT;
	if (5 * all.w < 6 * all.h)
		return SQUARE;
	while (all.w < wide[i].least_w || all.h < wide[i].least_h)
		i++;
	return wide[i].form;
}

int form_measure(const struct ui *ui, enum measure measure)
{
	return measures[measure][form_of(ui)];
}

bool form_small(const struct ui *ui)
{
	return form_measure(ui, FORM_SMALL) != 0;
}

bool form_upright(const struct ui *ui)
{
	return form_measure(ui, FORM_UPRIGHT) != 0;
}

bool form_low(const struct ui *ui)
{
	return form_measure(ui, FORM_LOW) != 0;
}

bool form_header_low(const struct ui *ui)
{
	return ui_reach(ui) && ui_above(ui).h == 0;
}

struct rect form_header_alone(const struct ui *ui)
{
	struct rect all = ui_frame(ui);
	int h = form_measure(ui, FORM_HEADER_H);

	return (struct rect){0, form_header_low(ui) ? all.h - h : 0, all.w, h};
}

struct rect form_header(const struct ui *ui)
{
	struct rect rect = form_header_alone(ui);

	if (form_header_low(ui))
		rect.y -= form_measure(ui, FORM_FOOTER_H) + LOW_GAP;
	return rect;
}

struct rect form_body(const struct ui *ui)
{
	int margin = form_measure(ui, FORM_MARGIN);
	struct rect header = form_header_alone(ui);
	int y = form_header_low(ui) ? 0 : header.h;

	return (struct rect){margin, y, header.w - 2 * margin,
			     ui_frame(ui).h - header.h};
}

struct rect form_content(const struct ui *ui)
{
	struct rect body = form_body(ui);

	body.h -= form_measure(ui, FORM_FOOTER_H);
	if (form_header_low(ui))
		body.h -= 2 * LOW_GAP;
	return body;
}

/* The part of the footer Y u below its top, as wide as the content. */
static struct rect footer_strip(const struct ui *ui, enum measure y,
				enum measure h)
{
	struct rect content = form_content(ui);
	int top = ui_frame(ui).h - form_measure(ui, FORM_FOOTER_H);

	return (struct rect){content.x, top + form_measure(ui, y), content.w,
			     form_measure(ui, h)};
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

struct rect form_reach(const struct ui *ui)
{
	struct rect rect = footer_strip(ui, FORM_STATE_Y, FORM_STATE_H);

	rect.w = form_measure(ui, FORM_REACH);
	return rect_middle(rect, rect.w, rect.w);
}

/* Leaves room at both sides for the buttons where they share a line. */
static struct rect between_buttons(const struct ui *ui, struct rect rect)
{
	struct rect back = form_back(ui), primary = form_primary(ui);
	struct rect reach = form_reach(ui);
	int gutter = form_measure(ui, FORM_GUTTER);

	if (rect.y + rect.h > back.y) {
		rect.x = back.x + back.w + gutter;
		rect.w = primary.x - gutter - rect.x;
	} else if (reach.w > 0 && rect.y + rect.h > reach.y) {
		rect_take_start(&rect, reach.w, gutter);
	}
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
	struct rect free = between_buttons(ui, rect);
	int w = form_measure(ui, FORM_CAST_W), shift;

	if (w == 0)
		return free;
	rect.x += (rect.w - w) / 2;
	rect.w = w;
	/* Beside a button at the end, whatever is over stays at the start. */
	shift = rect.x + rect.w - free.x - free.w;
	if (shift > 0)
		rect.x -= shift;
	return rect;
}

/* As many cards of the least size as have room in CONTENT. */
static struct grid grid_fill(const struct ui *ui, struct rect content)
{
	int gutter = form_measure(ui, FORM_GUTTER);
	int gap = form_measure(ui, FORM_CARD_GAP);
	struct grid grid;

	grid.columns = (content.w + gutter) /
		       (form_measure(ui, FORM_CARD_LEAST_W) + gutter);
	grid.rows =
	    (content.h + gap) / (form_measure(ui, FORM_CARD_LEAST_H) + gap);
	grid.columns = grid.columns < 1 ? 1 : grid.columns;
	grid.rows = grid.rows < 1 ? 1 : grid.rows;
	grid.most = grid.columns * grid.rows;
	return grid;
}

static struct rect cards_area(const struct ui *ui)
{
	struct rect content = form_content(ui);

	rect_take_top(&content, form_measure(ui, FORM_CARDS_TOP), 0);
	content.h -= form_measure(ui, FORM_CARDS_BOTTOM);
	return content;
}

static struct grid grid_of(const struct ui *ui, int most)
{
	const struct grid *grid;
	int i = 0;

	if (form_measure(ui, FORM_CARD_LEAST_W) > 0)
		return grid_fill(ui, cards_area(ui));
	grid = grids[form_of(ui)];
	while (i < GRIDS - 1 && grid[i].most < most)
		i++;
	return grid[i];
}

struct rect form_card(const struct ui *ui, int slot, int most)
{
	struct grid grid = grid_of(ui, most);
	struct rect area = cards_area(ui);
	int gap = form_measure(ui, FORM_CARD_GAP);
	int h = (area.h - (grid.rows - 1) * gap) / grid.rows;

	return rect_cell(area, slot, grid.columns, h,
			 form_measure(ui, FORM_GUTTER), gap);
}

int form_page_size(const struct ui *ui)
{
	return grid_of(ui, MEETING_PROPOSALS).most;
}

int form_dialog_w(const struct ui *ui)
{
	int most = form_measure(ui, FORM_DIALOG_W);
	int room = ui_frame(ui).w - 2 * EDGE;

	return most < room ? most : room;
}

int form_dialog_h(const struct ui *ui)
{
	return ui_frame(ui).h - 2 * EDGE;
}

/* How large a unit of the layout is, and the frame that screens are laid out
 * in. */
#include "ui/inside.h"

#include <math.h>

enum {
	WIDTH_PX = 1920, /* the frame that screens are laid out for */
	HEIGHT_PX = 1080,
	LANDSCAPE_W = 1600, /* u: from here on six cards fit */
	LANDSCAPE_H = 900,
	TABLET_W = 1024,
	TABLET_H = 640,
	LOW_PX = 1000,	    /* less high: a tablet, whose pixels are small */
	REACH_PERCENT = 55, /* of an upright window's height, UX.md a1 */
};

static const double PX_PER_MM = 4.0, TABLET_PX_PER_MM = 5.9;
static const double SCALE_MOST = 1.25;

/* The scale at which the smallest frame still fits that screens are laid out
 * for: 1024 by 640 u, upright 1080 by 1920. */
static double least_scale(const struct ui *ui, double fit)
{
	if (ui->height_px > ui->width_px)
		return fit;
	return SDL_max(1.0, SDL_min((double)ui->width_px / TABLET_W,
				    (double)ui->height_px / TABLET_H));
}

/* As measured, or as such a display has them as a rule. */
static double px_per_mm_of(const struct ui *ui)
{
	if (ui->px_per_mm > 0)
		return ui->px_per_mm;
	return SDL_min(ui->width_px, ui->height_px) < LOW_PX ? TABLET_PX_PER_MM
							     : PX_PER_MM;
}

/* UX.md 0: s = px_per_mm / 4 between 1 and 1.25. A display of more pixels than
 * 1920 by 1080 shows the same frame larger, never more of it; upright, one
 * of fewer than 1080 by 1920 shows it smaller, never less of it. */
static double find_scale(const struct ui *ui)
{
	int longer = SDL_max(ui->width_px, ui->height_px);
	int shorter = SDL_min(ui->width_px, ui->height_px);
	double fit =
	    SDL_min((double)longer / WIDTH_PX, (double)shorter / HEIGHT_PX);
	double scale;

	if (ui->fit)
		return fit;
	scale = SDL_clamp(px_per_mm_of(ui) / PX_PER_MM, 1.0, SCALE_MOST);
	scale = SDL_min(scale, least_scale(ui, fit));
	return SDL_max(scale, fit);
}

/* The frame in u, from the window in px. */
static void find_frame(struct ui *ui)
{
	int h;

	ui->scale = find_scale(ui) * ui->zoom / UI_ZOOM_USUAL;
	ui->w = (int)lround(ui->width_px / ui->scale);
	h = (int)lround(ui->height_px / ui->scale);
	ui->h = ui->reach && h > ui->w ? h * REACH_PERCENT / 100 : h;
	ui->top = h - ui->h;
}

void ui_measure(struct ui *ui)
{
	double before = ui->scale;

	SDL_GetRendererOutputSize(ui->renderer, &ui->width_px, &ui->height_px);
	ui->width_px = SDL_max(ui->width_px, 1);
	ui->height_px = SDL_max(ui->height_px, 1);
	find_frame(ui);
	if (ui->scale != before)
		fonts_clear(ui->fonts);
	ui->dirty = true;
}

/* Fonts and texts of another zoom stay in the caches: their keys are in px. */
void ui_set_zoom(struct ui *ui, int zoom)
{
	ui->zoom = zoom;
	find_frame(ui);
}

void ui_set_reach(struct ui *ui, bool reach)
{
	ui->reach = reach;
	find_frame(ui);
}

bool ui_reach(const struct ui *ui)
{
	return ui->reach;
}

void ui_size(const struct ui *ui, int *ret_w, int *ret_h)
{
	*ret_w = ui->w;
	*ret_h = ui->top + ui->h;
}

struct rect ui_frame(const struct ui *ui)
{
	return (struct rect){0, 0, ui->w, ui->h};
}

struct rect ui_above(const struct ui *ui)
{
	return (struct rect){0, -ui->top, ui->w, ui->top};
}

enum ui_form ui_form(const struct ui *ui)
{
	if (ui->h > ui->w)
		return UI_PORTRAIT;
	return ui->w >= LANDSCAPE_W && ui->h >= LANDSCAPE_H ? UI_LANDSCAPE
							    : UI_TABLET;
}

int ui_px(const struct ui *ui, int u)
{
	return (int)lround(u * ui->scale);
}

SDL_Rect ui_px_rect(const struct ui *ui, struct rect rect)
{
	int x = ui_px(ui, rect.x), y = ui_px(ui, rect.y);

	return (SDL_Rect){x, y, ui_px(ui, rect.x + rect.w) - x,
			  ui_px(ui, rect.y + rect.h) - y};
}

struct rect ui_mirror(const struct ui *ui, struct rect rect)
{
	rect.y += ui->top;
	if (ui->rtl)
		rect.x = ui->w - rect.x - rect.w;
	return rect;
}

struct rect ui_fixed(const struct ui *ui, struct rect inside, struct rect rect)
{
	if (ui->rtl)
		rect.x = 2 * inside.x + inside.w - rect.x - rect.w;
	return rect;
}

int ui_mm(const struct ui *ui, int mm)
{
	return (int)(mm * px_per_mm_of(ui) / ui->scale + 0.5);
}

#include "ui/ui.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <SDL_image.h>

#include "ui/inside.h"
#include "ui/layout.h"
#include "ui/loader.h"

enum {
	WIDTH_PX = 1920, /* the frame that screens are laid out for */
	HEIGHT_PX = 1080,
	LANDSCAPE_W = 1600, /* u: from here on six cards fit */
	LANDSCAPE_H = 900,
	TABLET_W = 1024,
	TABLET_H = 640,
	LOW_PX = 1000, /* less high: a tablet, whose pixels are small */
	LAYOUT_BYTES = 4 * 1024 * 1024,
	LINE_BYTES = 16 * 1024 * 1024,
	SHAPE_BYTES = 8 * 1024 * 1024,
	REACH_PERCENT = 55, /* of an upright window's height, UX.md a1 */
};

static const double PX_PER_MM = 4.0, TABLET_PX_PER_MM = 5.9;
static const double SCALE_MOST = 1.25;

static void release_layout(void *layout)
{
	layout_free(layout);
}

static bool make_caches(struct ui *ui)
{
	ui->layouts = cache_new(LAYOUT_BYTES, release_layout);
	ui->lines = cache_new(LINE_BYTES, picture_free);
	ui->shapes = cache_new(SHAPE_BYTES, picture_free);
	ui->image_event = SDL_RegisterEvents(1);
	ui->loader = loader_new(ui->image_event);
	return ui->layouts && ui->lines && ui->shapes && ui->loader;
}

enum status ui_open(const struct ui_options *options, struct ui **ret_ui)
{
	struct ui *ui = calloc(1, sizeof(*ui));
	enum status status;

	if (!ui)
		return STATUS_MEMORY;
	ui->px_per_mm = options->px_per_mm;
	ui->fit = options->fit;
	ui->kiosk = options->kiosk;
	ui->enabled = true;
	ui->zoom = UI_ZOOM_USUAL;
	ui->focus.id = TARGET_NONE;
	ui->pointer.pressed = ui->pointer.held = ui->pointer.activated =
	    TARGET_NONE;
	status = window_start(ui);
	if (status != STATUS_OK)
		goto out;
	status = fonts_open(options->fonts, &ui->fonts);
	if (status != STATUS_OK)
		goto out;
	if (!window_open(ui, options)) {
		status = STATUS_DISPLAY;
		goto out;
	}
	if (!make_caches(ui)) {
		status = STATUS_MEMORY;
		goto out;
	}
	ui_measure(ui);
	*ret_ui = ui;
	ui = NULL;
out:
	ui_free(ui);
	return status;
}

void ui_free(struct ui *ui)
{
	if (!ui)
		return;
	grey_close(ui);
	loader_free(ui->loader);
	cache_free(ui->layouts);
	cache_free(ui->lines);
	cache_free(ui->shapes);
	fonts_free(ui->fonts);
	list_free(&ui->list);
	list_free(&ui->shown);
	free(ui->targets.items);
	free(ui->last.items);
	window_close(ui);
	free(ui);
}

/* The scale at which the smallest frame still fits that screens are laid out
 * for: 1024 by 640 u, upright 1080 by 1920. */
static double least_scale(const struct ui *ui, double fit)
{
	if (ui->height_px > ui->width_px)
		return fit;
	return SDL_max(1.0, SDL_min((double)ui->width_px / TABLET_W,
				    (double)ui->height_px / TABLET_H));
}

/* UX.md 0: s = px_per_mm / 4 between 1 and 1.25. A display of more pixels than
 * 1920 by 1080 shows the same frame larger, never more of it; upright, one
 * of fewer than 1080 by 1920 shows it smaller, never less of it. */
static double find_scale(const struct ui *ui)
{
	int longer = SDL_max(ui->width_px, ui->height_px);
	int shorter = SDL_min(ui->width_px, ui->height_px);
	double px_per_mm = ui->px_per_mm;
	double fit =
	    SDL_min((double)longer / WIDTH_PX, (double)shorter / HEIGHT_PX);
	double scale;

	if (ui->fit)
		return fit;
	if (px_per_mm <= 0)
		px_per_mm = shorter < LOW_PX ? TABLET_PX_PER_MM : PX_PER_MM;
	scale = SDL_clamp(px_per_mm / PX_PER_MM, 1.0, SCALE_MOST);
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

void ui_begin(struct ui *ui, uint64_t now_ms)
{
	ui->now_ms = now_ms;
	ui->enabled = true;
	ui->clipped = ui->missing = ui->parted = 0;
	list_clear(&ui->list);
	ui->targets.count = 0;
	ui->focus.met = false;
	pointer_step(ui);
}

static void show(struct ui *ui)
{
	render_list(ui, &ui->shown);
	SDL_RenderPresent(ui->renderer);
	ui->dirty = false;
}

bool ui_end(struct ui *ui)
{
	struct list kept = ui->shown;
	struct targets last = ui->last;
	bool changed;

	focus_draw(ui);
	grey_end(ui);
	ui->list.theme = (int32_t)ui->theme;
	ui->list.rtl = ui->rtl;
	ui->list.w = ui->w;
	ui->list.h = ui->top + ui->h;
	changed = loader_collect(ui->loader, ui) || ui->dirty ||
		  !list_same(&ui->list, &ui->shown);
	ui->shown = ui->list;
	ui->list = kept;
	ui->last = ui->targets;
	ui->targets = last;
	ui->last_clipped = ui->clipped;
	ui->last_missing = ui->missing;
	ui->last_parted = ui->parted;
	if (changed)
		show(ui);
	return changed;
}

uint64_t ui_now_ms(const struct ui *ui)
{
	return ui->now_ms;
}

void ui_set_theme(struct ui *ui, enum ui_theme theme)
{
	ui->theme = theme;
}

void ui_set_rtl(struct ui *ui, bool rtl)
{
	ui->rtl = rtl;
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

const char *ui_set_language(struct ui *ui, const char *language)
{
	const char *before = ui->language ? ui->language->code : "";

	if (language)
		ui->language = font_language_find(language);
	return before;
}

void ui_set_enabled(struct ui *ui, bool enabled)
{
	ui->enabled = enabled;
}

const struct ui_target *ui_targets(const struct ui *ui, int *ret_count)
{
	*ret_count = ui->last.count;
	return ui->last.items;
}

int ui_clipped(const struct ui *ui)
{
	return ui->last_clipped;
}

int ui_missing(const struct ui *ui)
{
	return ui->last_missing;
}

int ui_parted(const struct ui *ui)
{
	return ui->last_parted;
}

double ui_scale(const struct ui *ui)
{
	return ui->scale;
}

void ui_dump(const struct ui *ui, FILE *out)
{
	list_dump(&ui->shown, out);
}

enum status ui_screenshot(struct ui *ui, const char *path)
{
	SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(
	    0, ui->width_px, ui->height_px, 32, SDL_PIXELFORMAT_ARGB8888);
	enum status status = STATUS_FILE_WRITE;

	if (!surface)
		return STATUS_MEMORY;
	/* The first drawing asks for pictures, the second has them. */
	render_list(ui, &ui->shown);
	loader_wait(ui->loader);
	loader_collect(ui->loader, ui);
	render_list(ui, &ui->shown);
	if (SDL_RenderReadPixels(ui->renderer, NULL, SDL_PIXELFORMAT_ARGB8888,
				 surface->pixels, surface->pitch) == 0 &&
	    IMG_SavePNG(surface, path) == 0)
		status = STATUS_OK;
	ui->dirty = true;
	SDL_FreeSurface(surface);
	return status;
}

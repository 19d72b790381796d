#include "ui/ui.h"

#include <stdlib.h>
#include <string.h>

#include <cairo.h>

#include "ui/inside.h"
#include "ui/layout.h"
#include "ui/loader.h"

enum {
	LAYOUT_BYTES = 4 * 1024 * 1024,
	LINE_BYTES = 16 * 1024 * 1024,
	SHAPE_BYTES = 8 * 1024 * 1024,
};

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
	cairo_surface_t *surface = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, ui->width_px, ui->height_px);
	enum status status = STATUS_FILE_WRITE;

	if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
		cairo_surface_destroy(surface);
		return STATUS_MEMORY;
	}
	/* The first drawing asks for pictures, the second has them. */
	render_list(ui, &ui->shown);
	loader_wait(ui->loader);
	loader_collect(ui->loader, ui);
	render_list(ui, &ui->shown);
	if (SDL_RenderReadPixels(ui->renderer, NULL, SDL_PIXELFORMAT_RGB888,
				 cairo_image_surface_get_data(surface),
				 cairo_image_surface_get_stride(surface)) ==
	    0) {
		cairo_surface_mark_dirty(surface);
		if (cairo_surface_write_to_png(surface, path) ==
		    CAIRO_STATUS_SUCCESS)
			status = STATUS_OK;
	}
	ui->dirty = true;
	cairo_surface_destroy(surface);
	return status;
}

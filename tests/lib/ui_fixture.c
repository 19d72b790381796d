#include "tests/lib/ui_fixture.h"

#include <SDL_ttf.h>
#include <cairo.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"
#include "ui/font.h"

struct ui *fixture_open_with(struct ui_options options)
{
	struct ui *ui = NULL;

	setenv("SDL_VIDEODRIVER", "dummy", 0);
	options.fonts = "fonts";
	assert_int_equal(ui_open(&options, &ui), STATUS_OK);
	return ui;
}

struct ui *fixture_open(int w, int h)
{
	return fixture_open_with((struct ui_options){.title = "test",
						     .window.width_px = w,
						     .window.height_px = h,
						     .kiosk = true,
						     .px_per_mm = 4});
}

void fixture_frame(struct ui *ui, page_draw *page, void *context)
{
	ui_begin(ui, 1000);
	page(ui, context);
	ui_end(ui);
}

void fixture_settle(struct ui *ui, page_draw *page, void *context)
{
	do {
		fixture_frame(ui, page, context);
	} while (ui_pending(ui));
}

/* The size of the window in px. */
static void window_px(struct ui *ui, int *ret_w, int *ret_h)
{
	int w, h;

	ui_size(ui, &w, &h);
	*ret_w = (int)(w * ui_scale(ui) + 0.5);
	*ret_h = (int)(h * ui_scale(ui) + 0.5);
}

void finger(struct ui *ui, uint32_t type, int id, int x, int y)
{
	SDL_Event event = {.type = type};
	int w, h;

	window_px(ui, &w, &h);
	event.tfinger.touchId = 7;
	event.tfinger.fingerId = id;
	event.tfinger.x = ((float)x + 0.5F) / (float)w;
	event.tfinger.y = ((float)y + 0.5F) / (float)h;
	assert_true(ui_event(ui, &event));
}

void mouse(struct ui *ui, uint32_t type, uint32_t which, int x, int y)
{
	SDL_Event event = {.type = type};

	if (type == SDL_MOUSEMOTION) {
		event.motion.which = which;
		event.motion.x = x;
		event.motion.y = y;
	} else {
		event.button.which = which;
		event.button.button = SDL_BUTTON_LEFT;
		event.button.x = x;
		event.button.y = y;
	}
	assert_true(ui_event(ui, &event));
}

bool key(struct ui *ui, SDL_Scancode scancode, uint16_t mod)
{
	SDL_Event event = {.type = SDL_KEYDOWN};

	event.key.keysym.scancode = scancode;
	event.key.keysym.mod = mod;
	return ui_event(ui, &event);
}

SDL_Rect target_rect(struct ui *ui, uint32_t id)
{
	int count;
	const struct ui_target *targets = ui_targets(ui, &count);

	for (int i = 0; i < count; i++) {
		struct rect rect = targets[i].rect;

		if (targets[i].id == id)
			return (SDL_Rect){rect.x, rect.y, rect.w, rect.h};
	}
	fail_msg("no target %#x in the frame", (unsigned)id);
	return (SDL_Rect){0};
}

SDL_Surface *fixture_picture(struct ui *ui)
{
	char path[] = "/tmp/stemmeboks-test-XXXXXX";
	int file = mkstemp(path);
	cairo_surface_t *png;
	SDL_Surface *surface;

	assert_true(file >= 0);
	close(file);
	assert_int_equal(ui_screenshot(ui, path), STATUS_OK);
	png = cairo_image_surface_create_from_png(path);
	unlink(path);
	assert_int_equal(cairo_surface_status(png), CAIRO_STATUS_SUCCESS);
	surface = SDL_CreateRGBSurfaceWithFormat(
	    0, cairo_image_surface_get_width(png),
	    cairo_image_surface_get_height(png), 32, SDL_PIXELFORMAT_ARGB8888);
	assert_non_null(surface);
	SDL_ConvertPixels(surface->w, surface->h, SDL_PIXELFORMAT_RGB888,
			  cairo_image_surface_get_data(png),
			  cairo_image_surface_get_stride(png),
			  SDL_PIXELFORMAT_ARGB8888, surface->pixels,
			  surface->pitch);
	cairo_surface_destroy(png);
	return surface;
}

int fonts_set_up(void **state)
{
	struct fonts *fonts = NULL;

	if (TTF_Init() != 0 || fonts_open("fonts", &fonts) != STATUS_OK)
		return -1;
	*state = fonts;
	return 0;
}

int fonts_tear_down(void **state)
{
	fonts_free(*state);
	TTF_Quit();
	return 0;
}

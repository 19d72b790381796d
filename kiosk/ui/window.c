/* SDL started and ended, and a window with a renderer in it. */
#include <dirent.h>
#include <string.h>

#include <linebreak.h>

#include "ui/inside.h"

enum {
	LEAST_W_PX = 480, /* of a window that can be resized */
	LEAST_H_PX = 270,
};

static void set_hints(void)
{
	static const char *const HINTS[][2] = {
	    /* Both would report one tap twice. */
	    {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
	    {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
	    /* Without it a software frame goes through GL: four times slower.
	     */
	    {SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"},
	    {SDL_HINT_RENDER_SCALE_QUALITY, "1"},
	    {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
	    /* SIGTERM is the caller's: as SDL_QUIT a kiosk would swallow it. */
	    {SDL_HINT_NO_SIGNAL_HANDLERS, "1"},
	    {SDL_HINT_VIDEO_WAYLAND_ALLOW_LIBDECOR, "0"},
	};

	for (size_t i = 0; i < SDL_arraysize(HINTS); i++)
		SDL_SetHint(HINTS[i][0], HINTS[i][1]);
}

/* A GPU has a render node; software rendering through one is slower. */
static bool have_gpu(void)
{
	DIR *folder = opendir("/dev/dri");
	const struct dirent *entry;
	bool found = false;

	while (folder && !found && (entry = readdir(folder)))
		found = strncmp(entry->d_name, "renderD", 7) == 0;
	if (folder)
		closedir(folder);
	return found;
}

/* Asked for a display that is not there SDL would take another one: the hall
 * would lie over the kiosk. */
static bool find_display(int display, SDL_Rect *ret_bounds)
{
	if (display < 0 || display >= SDL_GetNumVideoDisplays()) {
		SDL_SetError("there is no display %d", display);
		return false;
	}
	return SDL_GetDisplayBounds(display, ret_bounds) == 0;
}

/* A kiosk's compositor gives each window a display, by its app-id, and all of
 * that. Asked for the whole display by the window itself it would take the one
 * that SDL names: so it is asked only when it did not do so already. */
static bool placed_by_compositor(const struct ui_options *options)
{
	const char *driver = SDL_GetCurrentVideoDriver();

	return options->fullscreen && options->display == 0 &&
	       strcmp(driver, "wayland") == 0;
}

/* After a compositor had its say about WINDOW: on the whole of a display. */
static void fill_display(SDL_Window *window)
{
	int w, h;
	SDL_Rect display;

	SDL_PumpEvents();
	SDL_GetWindowSize(window, &w, &h);
	for (int i = 0; i < SDL_GetNumVideoDisplays(); i++)
		if (SDL_GetDisplayBounds(i, &display) == 0 && display.w == w &&
		    display.h == h)
			return;
	SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

/* On a real GPU, else in memory; Wayland and KMSDRM take no frames that were
 * drawn in memory. */
static SDL_Renderer *renderer_open(SDL_Window *window)
{
	SDL_Renderer *renderer = NULL;

	if (have_gpu())
		renderer = SDL_CreateRenderer(window, -1,
					      SDL_RENDERER_ACCELERATED |
						  SDL_RENDERER_PRESENTVSYNC);
	if (!renderer)
		renderer =
		    SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
	return renderer ? renderer : SDL_CreateRenderer(window, -1, 0);
}

bool window_open(struct ui *ui, const struct ui_options *options)
{
	bool placed = placed_by_compositor(options);
	uint32_t flags = options->fullscreen && !placed
			     ? SDL_WINDOW_FULLSCREEN_DESKTOP
			     : SDL_WINDOW_RESIZABLE;
	const struct ui_window *asked = &options->window;
	int x = options->fullscreen
		    ? SDL_WINDOWPOS_CENTERED_DISPLAY(options->display)
		    : SDL_WINDOWPOS_UNDEFINED_DISPLAY(options->display);
	int y = x, w = asked->width_px, h = asked->height_px;
	SDL_Rect display;

	if (!find_display(options->display, &display))
		return false;
	if (w <= 0 || h <= 0) {
		w = display.w;
		/* A row less, so that it shows who gave the size. */
		h = display.h - placed;
	}
	if (asked->placed && !options->fullscreen) {
		x = display.x + asked->x_px;
		y = display.y + asked->y_px;
	}
	ui->window =
	    SDL_CreateWindow(options->title ? options->title : "", x, y, w, h,
			     flags | SDL_WINDOW_ALLOW_HIGHDPI);
	if (!ui->window)
		return false;
	if (placed)
		fill_display(ui->window);
	ui->renderer = renderer_open(ui->window);
	if (options->kiosk && options->fullscreen)
		SDL_SetWindowKeyboardGrab(ui->window, SDL_TRUE);
	if (!options->fullscreen)
		SDL_SetWindowMinimumSize(ui->window, LEAST_W_PX, LEAST_H_PX);
	/* Keys are read as scancodes; no input method is to open. */
	SDL_StopTextInput();
	SDL_ShowCursor(options->cursor ? SDL_ENABLE : SDL_DISABLE);
	return ui->renderer != NULL;
}

/* Without any display SDL draws into memory that nobody sees; right only where
 * it was asked for. */
static bool have_display(void)
{
	const char *driver = SDL_GetCurrentVideoDriver();

	if (SDL_getenv("SDL_VIDEODRIVER") || strcmp(driver, "offscreen") != 0)
		return true;
	SDL_SetError("no display was found");
	return false;
}

enum status window_start(struct ui *ui)
{
	set_hints();
	if (SDL_InitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0)
		return STATUS_DISPLAY;
	ui->video = true;
	if (!have_display())
		return STATUS_DISPLAY;
	if (TTF_Init() != 0)
		return STATUS_MEMORY;
	ui->ttf = true;
	init_linebreak();
	return STATUS_OK;
}

void window_close(struct ui *ui)
{
	if (ui->renderer)
		SDL_DestroyRenderer(ui->renderer);
	if (ui->window)
		SDL_DestroyWindow(ui->window);
	if (ui->ttf)
		TTF_Quit();
	if (ui->video)
		SDL_QuitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS);
}

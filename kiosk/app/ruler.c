#include "app/ruler.h"

#include <SDL.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/kept_file.h"
#include "app/kiosk_options.h"
#include "app/program.h"
#include "app/signals.h"
#include "ui/ui.h"
#include "ui/widget.h"
#include "words/place.h"
#include "words/words.h"

#define FILE_NAME "px-per-mm"

enum {
	LEAST = 100, /* hundredths of a pixel a millimetre */
	MOST = 4000,
	USUAL = 400,
	WHOLE = 100,
	STEP = 2, /* two pixels on the line */
	LEAP = 20,
	WAIT_MS = 100,
	MARGIN = 48,
	LINE_H = 24,
	TICK_H = 72,
	TICK_W = 3,
	TICKS = 10,
	LABEL_H = 40,
	BUTTON_W = 200,
	BUTTON_H = 112,
	GAP = 24,
	TEXT = 256,
};

enum { WIDGET_STEP = 1, WIDGET_KEEP };

static const struct {
	const char *label;
	int by;
} steps[] = {
    {"\u2212\u2212", -LEAP}, {"\u2212", -STEP}, {"+", STEP}, {"++", LEAP}};

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

/* The line with a tick every centimetre, from the start of RECT. */
static void line_draw(struct ui *ui, struct rect rect, int hundredths)
{
	double u_per_mm = hundredths / (double)WHOLE / ui_scale(ui);
	struct rect line = {rect.x, rect.y + TICK_H,
			    (int)(RULER_MM * u_per_mm + 0.5), LINE_H};

	draw_fill(ui, line, ROLE_PRIMARY);
	for (int i = 0; i <= TICKS; i++) {
		int x = rect.x + (int)(i * RULER_MM * u_per_mm / TICKS + 0.5);
		struct rect tick = {x - (i == TICKS ? TICK_W : 0), rect.y,
				    TICK_W, TICK_H};

		draw_fill(ui, tick, ROLE_TEXT);
	}
}

int ruler_draw(struct ui *ui, int hundredths)
{
	struct rect rect = rect_inset(ui_frame(ui), MARGIN), button;
	struct button keep = {BUTTON_PRIMARY, _("Keep"), -1, TYPE_TITLE};
	char text[TEXT];
	int now = hundredths;

	ui_set_rtl(ui, false);
	draw_fill(ui, ui_frame(ui), ROLE_BG);
	snprintf(text, sizeof(text),
		 _("Hold a ruler against the line. Touch + or − until it is %d "
		   "mm long."),
		 RULER_MM);
	draw_text(
	    ui,
	    rect_take_top(&rect, text_height(ui, text, TYPE_H2, rect.w), GAP),
	    text, TYPE_H2, ROLE_TEXT, ALIGN_START);
	line_draw(ui, rect_take_top(&rect, TICK_H + LINE_H, 2 * GAP),
		  hundredths);
	snprintf(text, sizeof(text), "%d.%02d px/mm", hundredths / WHOLE,
		 hundredths % WHOLE);
	draw_text(ui, rect_take_top(&rect, LABEL_H, GAP), text, TYPE_TITLE,
		  ROLE_MUTED, ALIGN_START);
	button = rect_take_top(&rect, BUTTON_H, GAP);
	rect.h = BUTTON_H;
	for (int i = 0; i < STEPS; i++) {
		struct button step = {BUTTON_PLAIN, steps[i].label, -1,
				      TYPE_H2};

		if (ui_button(ui, UI_ID(WIDGET_STEP, i),
			      rect_take_start(&button, BUTTON_W, GAP), &step))
			now += steps[i].by;
	}
	if (ui_button(ui, UI_ID(WIDGET_KEEP, 0),
		      rect_take_start(&rect, 2 * BUTTON_W + GAP, 0), &keep))
		return -1;
	return now < LEAST ? LEAST : now > MOST ? MOST : now;
}

/* The number that *REST begins with, or -1; *REST goes on behind it. */
static long next_number(char **rest)
{
	const char *at = *rest;
	long number = strtol(at, rest, 10);

	return *rest == at ? -1 : number;
}

double ruler_read(const char *path, int width_px, int height_px)
{
	FILE *in = fopen(path, "r");
	char line[64] = "", *rest = line;
	long width, height, hundredths;

	if (!in)
		return 0;
	if (!fgets(line, sizeof(line), in))
		line[0] = '\0';
	fclose(in);
	width = next_number(&rest);
	height = next_number(&rest);
	hundredths = next_number(&rest);
	if (width != width_px || height != height_px || hundredths < LEAST ||
	    hundredths > MOST)
		return 0;
	return (double)hundredths / WHOLE;
}

/* What the ruler's file holds: the screen in pixels, and hundredths of a pixel
 * a millimetre. */
struct measured {
	int width_px, height_px, hundredths;
};

static bool write_measured(const void *context, FILE *out)
{
	const struct measured *measured = context;

	return fprintf(out, "%d %d %d\n", measured->width_px,
		       measured->height_px, measured->hundredths) > 0;
}

enum status ruler_keep(const char *path, int width_px, int height_px,
		       int hundredths)
{
	const struct measured measured = {width_px, height_px, hundredths};

	return kept_file_write(path, write_measured, &measured);
}

enum status ruler_path(char *ret_path, size_t size)
{
	return place_own(FILE_NAME, ret_path, size);
}

double ruler_kept(const struct kiosk_options *options)
{
	SDL_DisplayMode mode = {0};
	char path[PATH_MAX];

	if (ruler_path(path, sizeof(path)) != STATUS_OK)
		return 0;
	mode.w = options->window.width_px;
	mode.h = options->window.height_px;
	if (mode.w <= 0) {
		if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
			return 0;
		if (SDL_GetDesktopDisplayMode(options->display, &mode) != 0)
			mode.w = 0;
		SDL_QuitSubSystem(SDL_INIT_VIDEO);
	}
	return ruler_read(path, mode.w, mode.h);
}

/* Frames until something is kept (true) or the program is to end. */
static bool measure(struct ui *ui, int *hundredths)
{
	while (!signals_asked()) {
		SDL_Event event;
		int next;

		if (!ui_pending(ui) && SDL_WaitEventTimeout(&event, WAIT_MS))
			do {
				if (event.type == SDL_QUIT)
					return false;
				ui_event(ui, &event);
			} while (SDL_PollEvent(&event));
		ui_begin(ui, SDL_GetTicks64());
		next = ruler_draw(ui, *hundredths);
		ui_end(ui);
		if (next < 0)
			return true;
		*hundredths = next;
	}
	return false;
}

enum status ruler_run(const struct kiosk_options *options)
{
	char path[PATH_MAX];
	int w, h, width_px, height_px, hundredths;
	struct ui *ui = NULL;
	sigset_t before;
	double kept;
	enum status status;

	signals_hold(&before);
	status = program_window((struct ui_options){.title = "stemmeboks-kiosk",
						    .window = options->window,
						    .display = options->display,
						    .cursor = true},
				&ui);
	if (status != STATUS_OK)
		goto out;
	status = ruler_path(path, sizeof(path));
	if (status != STATUS_OK)
		goto out;
	ui_size(ui, &w, &h);
	width_px = (int)(w * ui_scale(ui) + 0.5);
	height_px = (int)(h * ui_scale(ui) + 0.5);
	kept = ruler_read(path, width_px, height_px);
	hundredths = kept > 0 ? (int)(kept * WHOLE + 0.5) : USUAL;
	if (measure(ui, &hundredths))
		status = ruler_keep(path, width_px, height_px, hundredths);
out:
	ui_free(ui);
	signals_restore(&before);
	return status;
}

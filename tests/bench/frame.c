/* frame.c - milliseconds a full redraw takes: twelve cards with picture, title,
 * cost and two buttons. frame WIDTH HEIGHT FONTS IMAGES prints the median. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/bench/measure.h"
#include "ui/widget.h"

enum { FRAMES = 120, CARDS = 12 };

static const char *const pictures[] = {
    "allotments", "barbecue",	   "benches",	    "bicycles",
    "goals",	  "meeting-place", "movement-park", "raised-beds"};

static void card(struct ui *ui, int index, const char *images)
{
	const struct button read = {BUTTON_PLAIN, "Læs mere", -1, TYPE_SMALL};
	const struct button choose = {BUTTON_PRIMARY, "Vælg", -1, TYPE_TITLE};
	struct rect at = {48 + index % 4 * 462, 112 + index / 4 * 264, 438,
			  248};
	char path[512];

	snprintf(path, sizeof(path), "%s/%s.png", images, pictures[index % 8]);
	draw_panel(ui, at, 8, ROLE_SURFACE, ROLE_OUTLINE, 3);
	draw_image(ui, (struct rect){at.x + 12, at.y + 12, 130, 130}, path);
	draw_text(ui, (struct rect){at.x + 154, at.y + 12, 272, 114},
		  "Bevægelsespark for alle på plænen", TYPE_TITLE, ROLE_TEXT,
		  ALIGN_START);
	draw_text(ui, (struct rect){at.x + 154, at.y + 112, 272, 44},
		  "100.000 kr.", TYPE_COST, ROLE_TEXT, ALIGN_START);
	ui_button(ui, UI_ID(1, index),
		  (struct rect){at.x + 12, at.y + 160, 160, 76}, &read);
	ui_button(ui, UI_ID(2, index),
		  (struct rect){at.x + 184, at.y + 160, 242, 76}, &choose);
}

int main(int argc, char **argv)
{
	struct ui_options options = {.title = "frame"};
	double times_ms[FRAMES];
	struct ui *ui;

	if (argc != 5)
		return 2;
	options.window.width_px = atoi(argv[1]);
	options.window.height_px = atoi(argv[2]);
	options.fonts = argv[3];
	options.px_per_mm = 4;
	if (ui_open(&options, &ui) != STATUS_OK)
		return 1;
	for (int frame = 0; frame < FRAMES; frame++) {
		double start_ms = measure_now_ms();

		ui_begin(ui, (uint64_t)frame * 16);
		draw_fill(ui, (struct rect){0, 0, 1920, 1080}, ROLE_BG);
		for (int i = 0; i < CARDS; i++)
			card(ui, i, argv[4]);
		/* Something new each time, or nothing would be drawn. */
		draw_fill(ui, (struct rect){frame, 0, 8, 8}, ROLE_PRIMARY);
		if (!ui_end(ui))
			return 1;
		times_ms[frame] = measure_now_ms() - start_ms;
	}
	printf("%.2f\n", measure_median(times_ms, FRAMES));
	ui_free(ui);
	return 0;
}

/* frame.c - milliseconds a full redraw takes: twelve cards with picture, title,
 * cost, place and two buttons. frame WIDTH HEIGHT FONTS IMAGES LANGUAGE prints
 * the median and what the first took, when nothing had been laid out yet. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/bench/measure.h"
#include "ui/widget.h"

enum { FRAMES = 120, CARDS = 12 };

static const char *const pictures[] = {
    "allotments", "barbecue",	   "benches",	    "bicycles",
    "goals",	  "meeting-place", "movement-park", "raised-beds"};

/* What stands on a card. Every card has its number in it, so that no two lines
 * are the same picture. */
static const struct words {
	const char *language;
	bool rtl;
	const char *title, *place, *read, *choose;
} languages[] = {
    {"da", false, "Bevægelsespark %d for alle på plænen",
     "%d m væk, bag skolen og hallen", "Læs mere", "Vælg"},
    {"ar", true, "حديقة الحركة %d للجميع على العشب",
     "على بعد %d م، خلف المدرسة والقاعة", "اقرأ", "اختر"},
    {"ur", true, "سب کے لیے ورزش کا پارک %d، گھاس پر",
     "%d میٹر دور، اسکول اور ہال کے پیچھے", "پڑھیں", "چنیں"},
};

static const struct words *find_words(const char *language)
{
	size_t count = sizeof(languages) / sizeof(languages[0]);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(languages[i].language, language) == 0)
			return &languages[i];
	}
	return NULL;
}

/* Draws FORMAT, one of the table's, with NUMBER in it. */
static void numbered(struct ui *ui, struct rect rect, const char *format,
		     int number, enum type type)
{
	char text[256];
	const char *at = strstr(format, "%d");

	snprintf(text, sizeof(text), "%.*s\u2068%d\u2069%s", (int)(at - format),
		 format, number, at + 2);
	draw_text(ui, rect, text, type, ROLE_TEXT, ALIGN_START);
}

static void card(struct ui *ui, int index, const char *images,
		 const struct words *words)
{
	const struct button read = {BUTTON_PLAIN, words->read, -1, TYPE_SMALL};
	const struct button choose = {BUTTON_PRIMARY, words->choose, -1,
				      TYPE_TITLE};
	struct rect at = {48 + index % 4 * 462, 12 + index / 4 * 354, 438, 346};
	char path[512];

	snprintf(path, sizeof(path), "%s/%s.png", images, pictures[index % 8]);
	draw_panel(ui, at, 8, ROLE_SURFACE, ROLE_OUTLINE, 3);
	draw_image(ui, (struct rect){at.x + 12, at.y + 12, 130, 130}, path,
		   NULL);
	numbered(ui, (struct rect){at.x + 154, at.y + 4, 272, 160},
		 words->title, index + 1, TYPE_TITLE);
	draw_text(ui, (struct rect){at.x + 12, at.y + 150, 200, 44},
		  "\u2068100.000\u00A0kr.\u2069", TYPE_COST, ROLE_TEXT,
		  ALIGN_START);
	numbered(ui, (struct rect){at.x + 12, at.y + 194, 414, 64},
		 words->place, 100 + index, TYPE_SMALL);
	ui_button(ui, UI_ID(1, index),
		  (struct rect){at.x + 12, at.y + 258, 160, 76}, &read);
	ui_button(ui, UI_ID(2, index),
		  (struct rect){at.x + 184, at.y + 258, 242, 76}, &choose);
}

int main(int argc, char **argv)
{
	struct ui_options options = {.title = "frame"};
	double times_ms[FRAMES], first_ms;
	const struct words *words = argc == 6 ? find_words(argv[5]) : NULL;
	struct ui *ui;

	if (!words)
		return 2;
	options.window.width_px = atoi(argv[1]);
	options.window.height_px = atoi(argv[2]);
	options.fonts = argv[3];
	options.px_per_mm = 4;
	if (ui_open(&options, &ui) != STATUS_OK)
		return 1;
	ui_set_language(ui, words->language);
	ui_set_rtl(ui, words->rtl);
	for (int frame = 0; frame < FRAMES; frame++) {
		double start_ms = measure_now_ms();

		ui_begin(ui, (uint64_t)frame * 16);
		draw_fill(ui, (struct rect){0, 0, 1920, 1080}, ROLE_BG);
		for (int i = 0; i < CARDS; i++)
			card(ui, i, argv[4], words);
		/* Something new each time, or nothing would be drawn. */
		draw_fill(ui, (struct rect){frame, 0, 8, 8}, ROLE_PRIMARY);
		if (!ui_end(ui))
			return 1;
		times_ms[frame] = measure_now_ms() - start_ms;
	}
	first_ms = times_ms[0];
	printf("%.2f %.1f\n", measure_median(times_ms, FRAMES), first_ms);
	ui_free(ui);
	return 0;
}

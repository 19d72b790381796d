#include "tests/lib/display.h"

#include <limits.h>
#include <stdlib.h>

#include <SDL.h>

#include "tests/lib/cmocka_all.h"
#include "words/place.h"
#include "words/words.h"

const struct display displays[DISPLAYS] = {
    {"landscape", 1920, 1080, 4.0},
    {"portrait", 1080, 1920, 4.0},
    {"tablet", 1280, 800, 5.9},
};

struct ui *display_window(struct ui_options options)
{
	char fonts[PATH_MAX], words[PATH_MAX];
	struct ui *ui = NULL;

	setenv("SDL_VIDEODRIVER", "dummy", 1);
	assert_int_equal(place_find("fonts", fonts, sizeof(fonts)), STATUS_OK);
	assert_int_equal(place_find("lang", words, sizeof(words)), STATUS_OK);
	words_open(words);
	options.title = "test";
	options.fonts = fonts;
	assert_int_equal(ui_open(&options, &ui), STATUS_OK);
	return ui;
}

struct ui *display_open(int display)
{
	return display_window(
	    (struct ui_options){.window.width_px = displays[display].width_px,
				.window.height_px = displays[display].height_px,
				.px_per_mm = displays[display].px_per_mm});
}

const struct ui_target *display_find(const struct ui *ui, uint32_t id)
{
	int count;
	const struct ui_target *targets = ui_targets(ui, &count);

	for (int i = 0; i < count; i++)
		if (targets[i].id == id)
			return &targets[i];
	return NULL;
}

static void press(struct ui *ui, uint32_t type, int x, int y)
{
	SDL_Event event = {0};

	event.type = type;
	event.button.button = SDL_BUTTON_LEFT;
	event.button.state =
	    type == SDL_MOUSEBUTTONDOWN ? SDL_PRESSED : SDL_RELEASED;
	event.button.clicks = 1;
	event.button.x = x;
	event.button.y = y;
	ui_event(ui, &event);
}

void display_touch(struct ui *ui, const struct ui_target *target)
{
	int x = target->rect.x + target->rect.w / 2;
	int y = target->rect.y + target->rect.h / 2;

	press(ui, SDL_MOUSEBUTTONDOWN, x, y);
	press(ui, SDL_MOUSEBUTTONUP, x, y);
}

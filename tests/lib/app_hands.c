#include "tests/lib/app_hands.h"

#include <SDL.h>

#include "core/slip.h"
#include "tests/lib/cmocka_all.h"
#include "ui/ui.h"

static void press(uint32_t type, int x, int y)
{
	SDL_Event event = {
	    .button = {
		.type = type, .button = SDL_BUTTON_LEFT, .x = x, .y = y}};

	assert_int_equal(SDL_PushEvent(&event), 1);
}

bool hands_touch(const struct ui *ui, enum widget widget, int at)
{
	int count;
	const struct ui_target *targets = ui_targets(ui, &count);

	for (int i = 0; i < count; i++) {
		const struct rect *rect = &targets[i].rect;
		int x = rect->x + rect->w / 2, y = rect->y + rect->h / 2;

		if (targets[i].id >> 16 != (uint32_t)widget || at-- > 0)
			continue;
		press(SDL_MOUSEBUTTONDOWN, x, y);
		press(SDL_MOUSEBUTTONUP, x, y);
		return true;
	}
	return false;
}

static void key(SDL_Scancode code)
{
	SDL_Event event = {.key = {.type = SDL_KEYDOWN,
				   .state = SDL_PRESSED,
				   .keysym = {.scancode = code}}};

	assert_int_equal(SDL_PushEvent(&event), 1);
}

void hands_scan(const struct slip *slip)
{
	for (int i = 0; i < SLIP_SYMBOLS; i++) {
		char symbol = slip->symbols[i];

		if (symbol == '0')
			key(SDL_SCANCODE_0);
		else if (symbol <= '9')
			key((SDL_Scancode)(SDL_SCANCODE_1 + symbol - '1'));
		else
			key((SDL_Scancode)(SDL_SCANCODE_A + symbol - 'A'));
	}
	key(SDL_SCANCODE_RETURN);
}

#include "app/kiosk_input.h"

#include <SDL.h>

#include "app/kiosk_booth.h"
#include "scan/pipe.h"
#include "ui/ui.h"

static void take_line(struct kiosk_input *input, struct scan_line *line,
		      uint64_t now_ms)
{
	if (!input->deaf)
		booth_scanned(input->booth, line->text, line->length, now_ms);
	scan_line_wipe(line);
}

/* Returns whether the key was the scanner's. */
static bool take_key(struct kiosk_input *input, const SDL_KeyboardEvent *key,
		     uint64_t now_ms)
{
	struct scan_line line;

	switch (wedge_key(&input->wedge, key->keysym.scancode, now_ms)) {
	case WEDGE_LINE:
		wedge_take(&input->wedge, &line);
		take_line(input, &line, now_ms);
		return true;
	case WEDGE_TAKEN:
		return true;
	default:
		return false;
	}
}

bool kiosk_input_event(struct kiosk_input *input, const union SDL_Event *event,
		       uint64_t now_ms)
{
	/* A key that repeats may be held down by anything. */
	if (event->type == SDL_KEYDOWN && !event->key.repeat) {
		if (take_key(input, &event->key, now_ms))
			return true;
		booth_touched(input->booth, now_ms);
	} else if (event->type == SDL_FINGERDOWN ||
		   event->type == SDL_MOUSEBUTTONDOWN) {
		booth_touched(input->booth, now_ms);
	}
	ui_event(input->ui, event);
	/* A pointer on its way draws nothing new; all else may. */
	return event->type != SDL_MOUSEMOTION;
}

bool kiosk_input_scans(struct kiosk_input *input, uint64_t now_ms)
{
	struct scan_line line;
	bool taken = false;

	if (wedge_tick(&input->wedge, now_ms)) {
		wedge_take(&input->wedge, &line);
		take_line(input, &line, now_ms);
		taken = true;
	}
	if (input->pipe && pipe_line(input->pipe, &line)) {
		take_line(input, &line, now_ms);
		taken = true;
	}
	return taken;
}

/* The window still hears of them, so that it knows which finger is down. */
void kiosk_input_drop_touches(struct kiosk_input *input)
{
	static const struct {
		uint32_t first, last;
	} kinds[] = {
	    {SDL_FINGERDOWN, SDL_FINGERMOTION},
	    {SDL_MOUSEMOTION, SDL_MOUSEWHEEL},
	};
	SDL_Event event;

	SDL_PumpEvents();
	for (size_t i = 0; i < SDL_arraysize(kinds); i++)
		while (SDL_PeepEvents(&event, 1, SDL_GETEVENT, kinds[i].first,
				      kinds[i].last) > 0)
			ui_event(input->ui, &event);
	ui_cancel_press(input->ui);
}

#include "app/kiosk_input.h"

#include <SDL.h>
#include <sodium/utils.h>
#include <string.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_panel.h"
#include "app/kiosk_scanners.h"
#include "scan/scan_check.h"
#include "ui/ui.h"

/* What came of a test code, in the panel's words. */
static struct trial trial_of(const struct scan_line *line,
			     enum trial_source source, uint64_t first_ms,
			     uint64_t last_ms)
{
	static const enum trial_verdict verdicts[] = {
	    [SCAN_CHECK_GOOD] = TRIAL_GOOD,
	    [SCAN_CHECK_CHANGED] = TRIAL_CHANGED,
	    [SCAN_CHECK_MISSING] = TRIAL_MISSING,
	    [SCAN_CHECK_OTHER] = TRIAL_OTHER,
	};
	struct trial trial = {.source = source};
	struct scan_check check;

	scan_check_line(line, first_ms, last_ms, &check);
	trial.verdict = verdicts[check.verdict];
	if (trial.verdict != TRIAL_OTHER) {
		memcpy(trial.missing, check.missing, sizeof(trial.missing));
		memcpy(trial.came_as, check.came_as, sizeof(trial.came_as));
		trial.per_second = (int)check.per_second;
	}
	sodium_memzero(&check, sizeof(check));
	return trial;
}

/* A line whose first symbol came at FIRST_MS and whose last at LAST_MS. */
static void take_line(struct kiosk_input *input, struct scan_line *line,
		      enum trial_source source, uint64_t first_ms,
		      uint64_t last_ms)
{
	struct booth *booth = input->booth;

	if (input->panel && panel_is_open(&input->panel->panel)) {
		struct trial trial = trial_of(line, source, first_ms, last_ms);

		kiosk_panel_scanned(input->panel, line->text, line->length,
				    &trial, last_ms);
	} else if (!scan_repeat_is(&input->repeat, line, last_ms) ||
		   session_busy(&booth->session)) {
		booth_scanned(booth, line->text, line->length, last_ms);
	}
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
		take_line(input, &line, TRIAL_KEYBOARD, input->first_ms,
			  now_ms);
		return true;
	case WEDGE_TAKEN:
		if (input->wedge.line.length <= 1)
			input->first_ms = now_ms;
		return true;
	default:
		return false;
	}
}

/* Who reads what the screen says, closes it and scans once more means it. */
static void touched(struct kiosk_input *input, uint64_t now_ms)
{
	sodium_memzero(&input->repeat, sizeof(input->repeat));
	booth_touched(input->booth, now_ms);
}

bool kiosk_input_event(struct kiosk_input *input, const union SDL_Event *event,
		       uint64_t now_ms)
{
	/* A key that repeats may be held down by anything. */
	if (event->type == SDL_KEYDOWN && !event->key.repeat) {
		if (take_key(input, &event->key, now_ms))
			return true;
		touched(input, now_ms);
	} else if (event->type == SDL_FINGERDOWN ||
		   event->type == SDL_MOUSEBUTTONDOWN) {
		touched(input, now_ms);
	}
	ui_event(input->ui, event);
	/* A pointer on its way draws nothing new; all else may. */
	return event->type != SDL_MOUSEMOTION;
}

bool kiosk_input_scans(struct kiosk_input *input, uint64_t now_ms)
{
	enum trial_source source;
	struct scan_line line;
	bool taken = false;

	if (wedge_tick(&input->wedge, now_ms)) {
		uint64_t last_ms = input->wedge.last_ms;

		wedge_take(&input->wedge, &line);
		take_line(input, &line, TRIAL_KEYBOARD, input->first_ms,
			  last_ms);
		taken = true;
	}
	while (input->scanners &&
	       scanners_line(input->scanners, now_ms, &line, &source)) {
		take_line(input, &line, source, now_ms, now_ms);
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

#include "app/kiosk.h"

#include <SDL.h>
#include <malloc.h>

#include "app/kiosk_demo.h"
#include "app/kiosk_options.h"
#include "app/kiosk_parts.h"
#include "app/log.h"
#include "app/signals.h"
#include "panel/panel_view.h"
#include "store/forget.h"
#include "store/roll.h"
#include "ui/ui.h"
#include "words/words.h"

/* SDL says that all is over after a window was closed, which only one that is
 * not the whole display may be; and without that when the display is gone. */
static void take_quit(struct kiosk *kiosk)
{
	kiosk->lost = !kiosk->closing;
	kiosk->ended = kiosk->lost || kiosk->options->window.width_px > 0;
	kiosk->closing = false;
}

static void take_event(struct kiosk *kiosk, const SDL_Event *event)
{
	ears_event(kiosk->ears.ears, event);
	kiosk->closing |= event->type == SDL_WINDOWEVENT &&
			  event->window.event == SDL_WINDOWEVENT_CLOSE;
	if (event->type == SDL_QUIT)
		take_quit(kiosk);
	else
		kiosk->dirty |=
		    kiosk_input_event(&kiosk->input, event, SDL_GetTicks64());
}

static uint64_t sooner(uint64_t due_ms, uint64_t now_ms, int wait_ms)
{
	uint64_t other = wait_ms < 0 ? UINT64_MAX : now_ms + (uint64_t)wait_ms;

	return other < due_ms ? other : due_ms;
}

static int wait_ms(const struct kiosk *kiosk, uint64_t now_ms)
{
	uint64_t next = kiosk->poll_ms;

	if (kiosk->dirty || ui_pending(kiosk->ui))
		return 0;
	if (kiosk->draw_ms < next)
		next = kiosk->draw_ms;
	next = sooner(next, now_ms, wedge_wait_ms(&kiosk->input.wedge, now_ms));
	next = sooner(next, now_ms, scanners_wait_ms(&kiosk->scanners, now_ms));
	return next > now_ms ? (int)(next - now_ms) : 0;
}

static void take_events(struct kiosk *kiosk)
{
	int wait = wait_ms(kiosk, SDL_GetTicks64());
	SDL_Event event;

	if (wait > 0 ? !SDL_WaitEventTimeout(&event, wait)
		     : !SDL_PollEvent(&event))
		return;
	do {
		take_event(kiosk, &event);
	} while (SDL_PollEvent(&event));
}

/* The camera is on while a slip may be shown to it: never while someone votes.
 */
static void look_at_camera(struct kiosk *kiosk, uint64_t now_ms)
{
	const struct session *session = &kiosk->booth.session;
	struct scanners *scanners = &kiosk->scanners;
	struct trial_plugged *plugged = &kiosk->panel.facts.plugged;
	const struct trial_plugged before = *plugged;
	const struct grey *preview = &scanners->preview;
	bool panel = panel_is_open(&kiosk->panel.panel);
	bool camera = kiosk->panel.facts.setup.value[SETUP_CAMERA] == 0;
	bool shown = !panel && session->screen == SCREEN_ATTRACT &&
		     kiosk->booth.phase == PHASE_OPEN &&
		     kiosk->booth.roll_state == ROLL_LINK_READY;

	kiosk->dirty |= scanners_look(
	    scanners, camera && !session_busy(session), shown, now_ms);
	kiosk->view.sight = (struct voter_sight){
	    .pixels = preview->width > 0 ? preview->pixels : NULL,
	    .w = preview->width,
	    .h = preview->height,
	    .stamp = scanners->stamp,
	    .unread = scanners_unread(scanners),
	};
	*plugged = scanners_plugged(scanners);
	kiosk->dirty |= panel && (plugged->camera != before.camera ||
				  plugged->serial != before.serial);
}

/* Whether the next look has time: each costs a little, all evening. Keys and
 * touches do not wait for it. */
static bool calm(const struct kiosk *kiosk)
{
	struct trial_plugged plugged = scanners_plugged(&kiosk->scanners);

	return kiosk->booth.job == BOOTH_IDLE && !kiosk->options->scan_pipe &&
	       plugged.serial == 0 &&
	       (!plugged.camera || session_busy(&kiosk->booth.session));
}

/* Some times a second: the scans, the file, what waits, the clock. */
static void look_around(struct kiosk *kiosk, uint64_t now_ms)
{
	if (now_ms < kiosk->poll_ms)
		return;
	kiosk->poll_ms = now_ms + (calm(kiosk) ? BOOTH_CALM_MS : BOOTH_POLL_MS);
	kiosk->ended |= signals_asked() || kiosk->panel.anew;
	kiosk->dirty |= kiosk_input_scans(&kiosk->input, now_ms);
	if (ears_speaks(kiosk->ears.ears))
		session_heard(&kiosk->booth.session, now_ms);
	kiosk->dirty |= booth_tick(&kiosk->booth);
	kiosk->dirty |= kiosk_panel_tick(&kiosk->panel, now_ms);
	if (panel_is_open(&kiosk->panel.panel))
		kiosk->dirty |= kiosk_wall_look(&kiosk->wall, now_ms);
	else
		kiosk_wall_close(&kiosk->wall);
	if (kiosk->booth.job != BOOTH_IDLE) {
		booth_work(&kiosk->booth);
		kiosk->dirty = true;
	}
	/* Not while the screen still has something to tell. */
	if (!kiosk->dirty && !ui_pending(kiosk->ui))
		booth_publish(&kiosk->booth);
}

/* The resident's screen; and whether a finger lies in the panel's corner. */
static struct intent draw(struct kiosk *kiosk, uint64_t now_ms)
{
	struct intent intent;

	static const enum voter_roll rolls[] = {
	    [ROLL_LINK_READY] = VOTER_ROLL_READY,
	    [ROLL_LINK_WAIT] = VOTER_ROLL_AWAY,
	    [ROLL_LINK_STOPPED] = VOTER_ROLL_STOPPED,
	};

	kiosk->view.phase = kiosk->booth.phase;
	kiosk->view.slip_kiosk = roll_other_kiosk(kiosk->store);
	kiosk->view.roll = rolls[kiosk->booth.roll_state];
	ui_begin(kiosk->ui, now_ms);
	voter_draw(kiosk->ui, &kiosk->view, &intent);
	if (ui_end(kiosk->ui))
		demo_announce(kiosk->demo, kiosk->ui, &kiosk->booth.session,
			      &kiosk->panel.panel);
	kiosk->dirty = kiosk_panel_look(&kiosk->panel, kiosk->ui, now_ms);
	kiosk->draw_ms =
	    sooner(UINT64_MAX, now_ms, voter_wait_ms(&kiosk->view, now_ms));
	kiosk->draw_ms = sooner(kiosk->draw_ms, now_ms,
				kiosk_panel_wait_ms(&kiosk->panel, now_ms));
	return intent;
}

/* The panel instead of the resident's screen; what was meant is done. It speaks
 * the language of the room, whatever the kiosk waits in. */
static void step_panel(struct kiosk *kiosk, uint64_t now_ms)
{
	const struct meeting *meeting = kiosk->booth.meeting;
	struct panel_intent intent;
	struct rect place;
	int wall_ms = -1;

	words_language(meeting->languages[0]);
	ui_begin(kiosk->ui, now_ms);
	panel_draw(kiosk->ui, &kiosk->panel.panel, &kiosk->panel.facts, 0,
		   &intent, &place);
	if (place.w > 0)
		wall_ms =
		    kiosk_wall_draw(&kiosk->wall, kiosk->ui, place, now_ms);
	if (ui_end(kiosk->ui))
		demo_announce(kiosk->demo, kiosk->ui, &kiosk->booth.session,
			      &kiosk->panel.panel);
	kiosk->dirty = intent.kind != PANEL_INTENT_NONE;
	kiosk->draw_ms = sooner(UINT64_MAX, now_ms,
				kiosk_panel_wait_ms(&kiosk->panel, now_ms));
	kiosk->draw_ms = sooner(kiosk->draw_ms, now_ms, wall_ms);
	if (kiosk->dirty)
		kiosk_panel_apply(&kiosk->panel, intent, now_ms);
}

/* What is heard of this frame, and of the touch in it. */
static void listen(struct kiosk *kiosk, struct intent intent, uint64_t now_ms)
{
	enum effect asked = kiosk->booth.asked;

	kiosk->booth.asked = EFFECT_NONE;
	kiosk_ears_step(&kiosk->ears, kiosk->ui, &kiosk->view, asked,
			intent.kind != INTENT_NONE, now_ms);
}

/* Draws; what a touch meant is done, and a vote to be stored is shown as such
 * before the disk is asked. */
static void step(struct kiosk *kiosk, uint64_t now_ms)
{
	const struct session *session = &kiosk->booth.session;
	struct intent intent;

	if (panel_is_open(&kiosk->panel.panel)) {
		step_panel(kiosk, now_ms);
		return;
	}
	intent = draw(kiosk, now_ms);
	if (intent.kind == INTENT_NONE) {
		listen(kiosk, intent, now_ms);
		return;
	}
	booth_apply(&kiosk->booth, intent,
		    voter_page_size(kiosk->ui, &kiosk->view),
		    voter_review_size(kiosk->ui, &kiosk->view), now_ms);
	kiosk->dirty = true;
	listen(kiosk, intent, now_ms);
	if (session->screen != SCREEN_CASTING)
		return;
	do
		draw(kiosk, SDL_GetTicks64());
	while (ui_pending(kiosk->ui));
	booth_work(&kiosk->booth);
	kiosk->dirty = true;
}

/* Another screen: touches on their way were not meant for it, and what a
 * resident who has gone left in memory is overwritten. */
static void screen_changed(struct kiosk *kiosk)
{
	kiosk_input_drop_touches(&kiosk->input);
	if (session_busy(&kiosk->booth.session))
		return;
	store_forget(kiosk->store);
	/* What was freed goes back to the machine, which empties it: nothing of
	 * the evening so far stays, and memory is as large in the end. */
	malloc_trim(0);
}

enum status kiosk_run(struct kiosk *kiosk)
{
	const struct session *session = &kiosk->booth.session;
	uint64_t since = session->since_ms;

	log_write(stderr, KIOSK_PROGRAM, LOG_STARTED,
		  phase_name(kiosk->booth.phase));
	if (kiosk->demo)
		log_write(stderr, KIOSK_PROGRAM, LOG_DEMO, "");
	while (!kiosk->ended) {
		uint64_t heard;

		take_events(kiosk);
		heard = SDL_GetTicks64();
		look_around(kiosk, heard);
		if (kiosk->dirty || ui_pending(kiosk->ui) ||
		    SDL_GetTicks64() >= kiosk->draw_ms)
			step(kiosk, SDL_GetTicks64());
		if (session->since_ms != since)
			screen_changed(kiosk);
		since = session->since_ms;
		look_at_camera(kiosk, SDL_GetTicks64());
		wedge_unheard(&kiosk->input.wedge, SDL_GetTicks64() - heard);
		watchdog_turn(&kiosk->watchdog, kiosk->booth.phase,
			      SDL_GetTicks64());
	}
	watchdog_end();
	booth_wipe(&kiosk->booth, SDL_GetTicks64());
	if (kiosk->lost)
		log_write(stderr, KIOSK_PROGRAM, LOG_DISPLAY, "");
	log_write(stderr, KIOSK_PROGRAM, LOG_ENDED, "");
	return kiosk->lost ? STATUS_DISPLAY : STATUS_OK;
}

bool kiosk_anew(const struct kiosk *kiosk)
{
	return kiosk->panel.anew;
}

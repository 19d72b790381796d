#include "app/kiosk.h"

#include <SDL.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "app/announce.h"
#include "app/kiosk_booth.h"
#include "app/kiosk_demo.h"
#include "app/kiosk_ears.h"
#include "app/kiosk_input.h"
#include "app/kiosk_options.h"
#include "app/kiosk_panel.h"
#include "app/kiosk_scanners.h"
#include "app/log.h"
#include "app/program.h"
#include "app/ruler.h"
#include "app/signals.h"
#include "panel/panel_view.h"
#include "store/entropy.h"
#include "store/pictures.h"
#include "store/store.h"
#include "ui/ui.h"
#include "voter/voter.h"
#include "words/words.h"

#define PROGRAM "stemmeboks-kiosk"

struct kiosk {
	const struct kiosk_options *options;
	struct store *store;
	struct ui *ui;
	FILE *announce; /* NULL: nobody is told */
	struct demo *demo;
	struct scanners scanners;
	struct booth booth;
	struct kiosk_input input;
	struct kiosk_panel panel;
	struct kiosk_ears ears;
	struct voter_view view;
	sigset_t signals; /* as they were before */
	uint64_t poll_ms; /* when to look at file and scanners again */
	uint64_t draw_ms; /* when the screen changes by itself */
	bool dirty;	  /* the frame must be drawn again */
	bool ended;
};

/* Memory holds slips and choices: nothing may write it down or look into it. */
static void forbid_looking(void)
{
	const struct rlimit none = {0, 0};

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

static enum status open_window(struct kiosk *kiosk)
{
	const struct kiosk_options *options = kiosk->options;
	double px_per_mm =
	    options->px_per_mm > 0 ? options->px_per_mm : ruler_kept(options);

	return program_window(
	    (struct ui_options){.title = PROGRAM,
				.window = options->window,
				.display = options->display,
				.kiosk = options->window.width_px == 0,
				.cursor = options->demo,
				.px_per_mm = px_per_mm},
	    &kiosk->ui);
}

static enum status open_parts(struct kiosk *kiosk, const char **ret_about)
{
	const struct kiosk_options *options = kiosk->options;
	const char *about = options->announce;
	enum status status = announce_open(options->announce, &kiosk->announce);

	if (status == STATUS_OK) {
		about = options->file;
		status = store_open(options->file, STORE_WRITE, &kiosk->store);
	}
	if (status == STATUS_OK && options->demo) {
		about = options->demo;
		status = demo_open(options->demo, kiosk->announce,
				   store_meeting(kiosk->store), &kiosk->demo);
	}
	if (status == STATUS_OK) {
		about = options->scan_pipe ? options->scan_pipe : "";
		status = scanners_open(
		    &kiosk->scanners,
		    &(struct scanners_options){.pipe = options->scan_pipe,
					       .serial = options->serial,
					       .camera = options->camera});
	}
	if (status == STATUS_OK) {
		about = "";
		status = open_window(kiosk);
	}
	if (status == STATUS_OK)
		status = kiosk_ears_open(
		    &kiosk->ears,
		    &(struct ears_options){.sounds = options->sounds,
					   .headphones = options->headphones,
					   .clips = options->clips});
	*ret_about = about;
	return status;
}

static uint64_t read_clock(void *context)
{
	(void)context;
	return SDL_GetTicks64();
}

/* The folder of pictures if they are those the room adopted, else "": without
 * them people can still vote, with others they would be misled. */
static const char *find_images(const struct store *store)
{
	char name[PICTURES_NAME];
	enum status status = store_pictures_check(store, name);

	if (status == STATUS_OK)
		return store_images(store);
	log_write(stderr, PROGRAM, LOG_PICTURES, status_name(status));
	return "";
}

static void set_booth(struct kiosk *kiosk)
{
	const struct meeting *meeting = store_meeting(kiosk->store);
	const char *language = kiosk->options->language;
	int index = language ? meeting_language(meeting, language) : 0;

	kiosk->booth = (struct booth){
	    .store = kiosk->store,
	    .meeting = meeting,
	    .demo = kiosk->demo,
	    .random = &entropy,
	    .clock_ms = read_clock,
	    .log = stderr,
	    .language = index < 0 ? 0 : index,
	};
	kiosk->view = (struct voter_view){
	    .meeting = meeting,
	    .session = &kiosk->booth.session,
	    .images = find_images(kiosk->store),
	    .demo = kiosk->demo != NULL,
	};
	kiosk->panel = (struct kiosk_panel){.booth = &kiosk->booth};
	kiosk->input = (struct kiosk_input){
	    .ui = kiosk->ui,
	    .booth = &kiosk->booth,
	    .panel = &kiosk->panel.panel,
	    .scanners = &kiosk->scanners,
	};
}

enum status kiosk_open(const struct kiosk_options *options,
		       struct kiosk **ret_kiosk, const char **ret_about)
{
	struct kiosk *kiosk = calloc(1, sizeof(*kiosk));
	enum status status = STATUS_MEMORY;

	*ret_about = "";
	if (!kiosk)
		return STATUS_MEMORY;
	forbid_looking();
	signals_hold(&kiosk->signals);
	kiosk->options = options;
	if (sodium_init() < 0)
		goto out;
	status = open_parts(kiosk, ret_about);
	if (status != STATUS_OK)
		goto out;
	set_booth(kiosk);
	status = booth_start(&kiosk->booth, SDL_GetTicks64());
	if (status != STATUS_OK)
		goto out;
	kiosk->dirty = true;
	*ret_kiosk = kiosk;
	kiosk = NULL;
out:
	kiosk_free(kiosk);
	return status;
}

void kiosk_free(struct kiosk *kiosk)
{
	if (!kiosk)
		return;
	kiosk_panel_wipe(&kiosk->panel);
	booth_wipe(&kiosk->booth, 0);
	kiosk_ears_close(&kiosk->ears);
	scanners_close(&kiosk->scanners);
	demo_free(kiosk->demo);
	ui_free(kiosk->ui);
	store_free(kiosk->store);
	announce_close(kiosk->announce, kiosk->options->announce);
	signals_restore(&kiosk->signals);
	sodium_memzero(kiosk, sizeof(*kiosk));
	free(kiosk);
}

static void take_event(struct kiosk *kiosk, const SDL_Event *event)
{
	ears_event(kiosk->ears.ears, event);
	if (event->type == SDL_QUIT)
		kiosk->ended = kiosk->options->window.width_px > 0;
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
	bool shown = !panel && session->screen == SCREEN_ATTRACT &&
		     kiosk->booth.phase == PHASE_OPEN;

	kiosk->dirty |=
	    scanners_look(scanners, !session_busy(session), shown, now_ms);
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

/* Every tenth of a second: the scans, the file, what waits, the clock. */
static void look_around(struct kiosk *kiosk, uint64_t now_ms)
{
	if (now_ms < kiosk->poll_ms)
		return;
	kiosk->poll_ms = now_ms + BOOTH_POLL_MS;
	kiosk->ended |= signals_asked();
	kiosk->dirty |= kiosk_input_scans(&kiosk->input, now_ms);
	if (ears_speaks(kiosk->ears.ears))
		session_heard(&kiosk->booth.session, now_ms);
	kiosk->dirty |= booth_tick(&kiosk->booth);
	kiosk->dirty |= kiosk_panel_tick(&kiosk->panel, now_ms);
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

	kiosk->view.phase = kiosk->booth.phase;
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

/* The panel instead of the resident's screen; what was meant is done. */
static void step_panel(struct kiosk *kiosk, uint64_t now_ms)
{
	const struct meeting *meeting = kiosk->booth.meeting;
	struct panel_intent intent;

	words_language(meeting->languages[kiosk->booth.language]);
	ui_begin(kiosk->ui, now_ms);
	panel_draw(kiosk->ui, &kiosk->panel.panel, &kiosk->panel.facts,
		   kiosk->booth.language, &intent);
	if (ui_end(kiosk->ui))
		demo_announce(kiosk->demo, kiosk->ui, &kiosk->booth.session,
			      &kiosk->panel.panel);
	kiosk->dirty = intent.kind != PANEL_INTENT_NONE;
	kiosk->draw_ms = sooner(UINT64_MAX, now_ms,
				kiosk_panel_wait_ms(&kiosk->panel, now_ms));
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

void kiosk_run(struct kiosk *kiosk)
{
	const struct session *session = &kiosk->booth.session;
	uint64_t since = session->since_ms;

	log_write(stderr, PROGRAM, LOG_STARTED, phase_name(kiosk->booth.phase));
	if (kiosk->demo)
		log_write(stderr, PROGRAM, LOG_DEMO, "");
	while (!kiosk->ended) {
		uint64_t heard;

		take_events(kiosk);
		heard = SDL_GetTicks64();
		look_around(kiosk, heard);
		if (kiosk->dirty || ui_pending(kiosk->ui) ||
		    SDL_GetTicks64() >= kiosk->draw_ms)
			step(kiosk, SDL_GetTicks64());
		if (session->since_ms != since)
			kiosk_input_drop_touches(&kiosk->input);
		since = session->since_ms;
		look_at_camera(kiosk, SDL_GetTicks64());
		wedge_unheard(&kiosk->input.wedge, SDL_GetTicks64() - heard);
	}
	booth_wipe(&kiosk->booth, SDL_GetTicks64());
	log_write(stderr, PROGRAM, LOG_ENDED, "");
}

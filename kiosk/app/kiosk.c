#include "app/kiosk.h"

#include <SDL.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_demo.h"
#include "app/kiosk_options.h"
#include "app/log.h"
#include "app/signals.h"
#include "scan/pipe.h"
#include "scan/wedge.h"
#include "store/entropy.h"
#include "store/store.h"
#include "ui/ui.h"
#include "voter/voter.h"
#include "words/place.h"

#define PROGRAM "stemmeboks-kiosk"

struct kiosk {
	const struct kiosk_options *options;
	struct store *store;
	struct ui *ui;
	struct demo *demo;
	struct pipe *pipe;
	struct wedge wedge;
	struct booth booth;
	struct voter_view view;
	sigset_t signals; /* as they were before */
	uint64_t poll_ms; /* when to look at the file and the pipe again */
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
	bool window = options->width_px > 0;
	char fonts[PATH_MAX];
	enum status status = place_find("fonts", fonts, sizeof(fonts));

	if (status != STATUS_OK)
		return status;
	return ui_open(&(struct ui_options){.title = PROGRAM,
					    .fonts = fonts,
					    .width_px = options->width_px,
					    .height_px = options->height_px,
					    .display = options->display,
					    .fullscreen = !window,
					    .kiosk = !window,
					    .cursor = window || options->demo,
					    .px_per_mm = options->px_per_mm},
		       &kiosk->ui);
}

static enum status open_parts(struct kiosk *kiosk, const char **ret_about)
{
	const struct kiosk_options *options = kiosk->options;
	const char *about = options->file;
	enum status status =
	    store_open(options->file, STORE_WRITE, &kiosk->store);

	if (status == STATUS_OK && options->demo) {
		about = options->demo;
		status = demo_open(options->demo, options->announce,
				   store_meeting(kiosk->store), &kiosk->demo);
		if (status == STATUS_FILE_WRITE)
			about = options->announce;
	}
	if (status == STATUS_OK && options->scan_pipe) {
		about = options->scan_pipe;
		status = pipe_open(options->scan_pipe, &kiosk->pipe);
	}
	if (status == STATUS_OK) {
		about = "";
		status = open_window(kiosk);
	}
	*ret_about = about;
	return status;
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
	    .log = stderr,
	    .language = index < 0 ? 0 : index,
	};
	kiosk->view = (struct voter_view){
	    .meeting = meeting,
	    .session = &kiosk->booth.session,
	    .images = store_images(kiosk->store),
	    .demo = kiosk->demo != NULL,
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
	pipe_free(kiosk->pipe);
	demo_free(kiosk->demo);
	ui_free(kiosk->ui);
	store_free(kiosk->store);
	signals_restore(&kiosk->signals);
	sodium_memzero(kiosk, sizeof(*kiosk));
	free(kiosk);
}

static void take_line(struct kiosk *kiosk, struct scan_line *line,
		      uint64_t now_ms)
{
	booth_scanned(&kiosk->booth, line->text, line->length, now_ms);
	scan_line_wipe(line);
	kiosk->dirty = true;
}

/* Returns whether the key was the scanner's. */
static bool take_key(struct kiosk *kiosk, const SDL_KeyboardEvent *key,
		     uint64_t now_ms)
{
	struct scan_line line;

	if (key->repeat)
		return false;
	switch (wedge_key(&kiosk->wedge, key->keysym.scancode, now_ms)) {
	case WEDGE_LINE:
		wedge_take(&kiosk->wedge, &line);
		take_line(kiosk, &line, now_ms);
		return true;
	case WEDGE_TAKEN:
		return true;
	default:
		return false;
	}
}

static void take_event(struct kiosk *kiosk, const SDL_Event *event)
{
	uint64_t now = SDL_GetTicks64();

	if (event->type == SDL_QUIT) {
		kiosk->ended = kiosk->options->width_px > 0;
		return;
	}
	if (event->type == SDL_KEYDOWN && take_key(kiosk, &event->key, now))
		return;
	ui_event(kiosk->ui, event);
	/* A pointer on its way draws nothing new; all else may. */
	kiosk->dirty |= event->type != SDL_MOUSEMOTION;
}

static int wait_ms(const struct kiosk *kiosk, uint64_t now_ms)
{
	uint64_t next = kiosk->poll_ms;
	int wedge = wedge_wait_ms(&kiosk->wedge, now_ms);

	if (kiosk->dirty || ui_pending(kiosk->ui))
		return 0;
	if (kiosk->draw_ms < next)
		next = kiosk->draw_ms;
	if (wedge >= 0 && now_ms + (uint64_t)wedge < next)
		next = now_ms + (uint64_t)wedge;
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

static void take_scans(struct kiosk *kiosk, uint64_t now_ms)
{
	struct scan_line line;

	if (wedge_tick(&kiosk->wedge, now_ms)) {
		wedge_take(&kiosk->wedge, &line);
		take_line(kiosk, &line, now_ms);
	}
	if (kiosk->pipe && pipe_line(kiosk->pipe, &line))
		take_line(kiosk, &line, now_ms);
}

/* Every tenth of a second: the file, the pipe, the clock. */
static void look_around(struct kiosk *kiosk, uint64_t now_ms)
{
	if (now_ms < kiosk->poll_ms)
		return;
	kiosk->poll_ms = now_ms + BOOTH_POLL_MS;
	kiosk->ended |= signals_asked();
	take_scans(kiosk, now_ms);
	if (kiosk->booth.job != BOOTH_IDLE) {
		booth_work(&kiosk->booth, now_ms);
		kiosk->dirty = true;
	}
	kiosk->dirty |= booth_tick(&kiosk->booth, now_ms);
}

static struct intent draw(struct kiosk *kiosk, uint64_t now_ms)
{
	struct intent intent;
	int wait;

	kiosk->view.phase = kiosk->booth.phase;
	ui_begin(kiosk->ui, now_ms);
	voter_draw(kiosk->ui, &kiosk->view, &intent);
	if (ui_end(kiosk->ui))
		demo_announce(kiosk->demo, kiosk->ui, &kiosk->booth.session);
	wait = voter_wait_ms(&kiosk->view, now_ms);
	kiosk->draw_ms = wait < 0 ? UINT64_MAX : now_ms + (uint64_t)wait;
	kiosk->dirty = false;
	return intent;
}

/* Draws; what a touch meant is done, and a vote to be stored is shown as such
 * before the disk is asked. */
static void step(struct kiosk *kiosk, uint64_t now_ms)
{
	const struct session *session = &kiosk->booth.session;
	struct intent intent = draw(kiosk, now_ms);

	if (intent.kind == INTENT_NONE)
		return;
	booth_apply(&kiosk->booth, intent, voter_page_size(kiosk->ui),
		    voter_review_size(kiosk->ui, &kiosk->view), now_ms);
	kiosk->dirty = true;
	if (session->screen != SCREEN_CASTING)
		return;
	do
		draw(kiosk, SDL_GetTicks64());
	while (ui_pending(kiosk->ui));
	booth_work(&kiosk->booth, SDL_GetTicks64());
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
		uint64_t now;

		take_events(kiosk);
		now = SDL_GetTicks64();
		look_around(kiosk, now);
		if (kiosk->dirty || ui_pending(kiosk->ui) ||
		    now >= kiosk->draw_ms)
			step(kiosk, now);
		/* A finger that was down when the screen changed under it
		 * belongs to the screen before. */
		if (session->since_ms != since)
			ui_cancel_press(kiosk->ui);
		since = session->since_ms;
	}
	booth_wipe(&kiosk->booth, SDL_GetTicks64());
	log_write(stderr, PROGRAM, LOG_ENDED, "");
}

#include "app/kiosk_set_up.h"

#include <SDL.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/again.h"
#include "app/announce.h"
#include "app/kiosk_maker.h"
#include "app/kiosk_options.h"
#include "app/kiosk_parts.h"
#include "app/signals.h"
#include "core/meeting.h"
#include "hall/hall.h"
#include "panel/maker_view.h"
#include "store/definition.h"
#include "store/store.h"
#include "ui/ui.h"
#include "voter/voter.h"
#include "words/words.h"

enum { WAIT_MS = 100, HALL_W = 1920, HALL_H = 1080 };

/* The resident's own screens, which say DEMO on each. */
static void draw_kiosk(struct ui *ui, struct kiosk_maker *maker,
		       uint64_t now_ms)
{
	struct voter_view view = {.meeting = store_meeting(maker->store),
				  .session = &maker->session,
				  .phase = PHASE_OPEN,
				  .images = store_images(maker->store),
				  .demo = true};
	struct intent intent;

	voter_draw(ui, &view, &intent);
	if (intent.kind != INTENT_NONE)
		kiosk_maker_preview(maker, intent, voter_page_size(ui, &view),
				    voter_review_size(ui, &view), now_ms);
}

/* The hall's frame in this window: as large as it has room for. */
static void fit_hall(struct ui *ui)
{
	int w, h, wide, high;

	ui_set_theme(ui, UI_LIGHT);
	ui_set_rtl(ui, false);
	ui_set_reach(ui, false);
	ui_set_zoom(ui, UI_ZOOM_USUAL);
	ui_size(ui, &w, &h);
	wide = w * UI_ZOOM_USUAL / HALL_W;
	high = h * UI_ZOOM_USUAL / HALL_H;
	ui_set_zoom(ui, wide < high ? wide : high);
}

static void draw_hall(struct ui *ui, struct kiosk_maker *maker, uint64_t now_ms)
{
	const struct meeting *meeting = store_meeting(maker->store);
	char code[DEFINITION_CODE];
	struct hall_view view = {.meeting = meeting,
				 .scene = SCENE_WELCOME,
				 .phase = PHASE_DRAFT,
				 .images = store_images(maker->store),
				 .digest = "",
				 .code = code,
				 .now_ms = now_ms};
	struct panel_intent intent;

	definition_code(store_definition_hash(maker->store), code);
	fit_hall(ui);
	words_language(meeting->languages[0]);
	hall_draw(ui, &view);
	words_language(maker->language);
	ui_set_language(ui, maker->language);
	maker_hall_draw(ui, &intent);
	if (intent.kind != PANEL_INTENT_NONE)
		kiosk_maker_apply(maker, intent, now_ms);
}

static void draw_page(struct ui *ui, struct kiosk_maker *maker, uint64_t now_ms)
{
	struct panel_intent intent;

	words_language(maker->language);
	ui_set_language(ui, maker->language);
	ui_set_theme(ui, UI_LIGHT);
	maker_draw(ui, &maker->maker, &maker->facts, &intent);
	if (intent.kind != PANEL_INTENT_NONE)
		kiosk_maker_apply(maker, intent, now_ms);
}

bool kiosk_set_up_frame(struct ui *ui, struct kiosk_maker *maker,
			uint64_t now_ms)
{
	ui_begin(ui, now_ms);
	if (maker->maker.page == MAKER_KIOSK)
		draw_kiosk(ui, maker, now_ms);
	else if (maker->maker.page == MAKER_HALL)
		draw_hall(ui, maker, now_ms);
	else
		draw_page(ui, maker, now_ms);
	return ui_end(ui);
}

/* What the frame shows, for tests. The page may be another after a touch. */
static void announce(FILE *file, const struct ui *ui, enum maker_page page,
		     unsigned long frame)
{
	if (!file)
		return;
	fprintf(file, "screen set-up-%s overlay none frame %lu\n",
		maker_page_name(page), frame);
	announce_targets(file, ui);
}

/* Frames until a meeting is to start (true) or the program is to end. */
static bool run(struct ui *ui, struct kiosk_maker *maker, FILE *file,
		bool closable)
{
	struct watchdog watchdog = {0};
	unsigned long frames = 0;

	while (!signals_asked() && !maker->start) {
		enum maker_page page = maker->maker.page;
		SDL_Event event;

		if (!ui_pending(ui) && SDL_WaitEventTimeout(&event, WAIT_MS))
			do {
				if (event.type == SDL_QUIT && closable)
					return false;
				ui_event(ui, &event);
			} while (SDL_PollEvent(&event));
		kiosk_maker_tick(maker, SDL_GetTicks64());
		page = maker->maker.page;
		if (kiosk_set_up_frame(ui, maker, SDL_GetTicks64()))
			announce(file, ui, page, frames++);
		if (page != maker->maker.page)
			ui_cancel_press(ui);
		watchdog_turn(&watchdog, PHASE_DRAFT, SDL_GetTicks64());
	}
	return maker->start;
}

static enum status start(const char *file, char **argv)
{
	static const char *const dropped[] = {"--set-up", "--stick",
					      "--announce", NULL};
	const char *const words[] = {file, NULL};

	return again_run(argv, dropped, NULL, words);
}

enum status kiosk_set_up_again(const struct kiosk_options *options, char **argv)
{
	/* Slips of a demo are those of the meeting that is left. */
	static const char *const dropped[] = {"--demo", "--announce", NULL};
	const char *slash = strrchr(options->file, '/');
	char folder[MAKER_PATH] = ".";
	const char *const words[] = {"--set-up", folder, NULL};

	if (slash)
		snprintf(folder, sizeof(folder), "%.*s",
			 slash == options->file ? 1
						: (int)(slash - options->file),
			 options->file);
	return again_run(argv, dropped, options->file, words);
}

static struct kiosk_maker *maker_new(const struct kiosk_options *options,
				     const char *commands)
{
	struct kiosk_maker *maker = calloc(1, sizeof(*maker));

	if (!maker)
		return NULL;
	maker->folder = options->set_up;
	maker->stick = options->stick;
	maker->commands = commands;
	maker->language = words_language(
	    words_known(options->language) ? options->language : "da");
	kiosk_maker_begin(maker);
	return maker;
}

enum status kiosk_set_up_run(const struct kiosk_options *options,
			     const char **ret_about, char **argv)
{
	struct kiosk_maker *maker = NULL;
	char commands[PATH_MAX], file[MAKER_PATH] = "";
	FILE *announced = NULL;
	struct ui *ui = NULL;
	struct stat found;
	sigset_t before;
	enum status status;

	*ret_about = options->set_up;
	if (stat(options->set_up, &found) != 0 || !S_ISDIR(found.st_mode))
		return STATUS_FILE_MISSING;
	*ret_about = "";
	if (sodium_init() < 0)
		return STATUS_MEMORY;
	signals_hold(&before);
	kiosk_commands(commands);
	status = announce_open(options->announce, &announced);
	if (status == STATUS_OK)
		status = kiosk_window(options, &ui);
	if (status == STATUS_OK)
		maker = maker_new(options, commands);
	if (status == STATUS_OK && !maker)
		status = STATUS_MEMORY;
	if (status == STATUS_OK &&
	    run(ui, maker, announced, options->window.width_px > 0))
		snprintf(file, sizeof(file), "%s", maker->made);
	if (maker)
		kiosk_maker_end(maker);
	free(maker);
	ui_free(ui);
	announce_close(announced, options->announce);
	signals_restore(&before);
	return *file ? start(file, argv) : status;
}

#include "app/hall_loop.h"

#include <SDL.h>

#include "app/announce.h"
#include "app/hall_keys.h"
#include "app/hall_options.h"
#include "app/hall_source.h"
#include "app/hall_wall.h"
#include "app/program.h"
#include "app/signals.h"
#include "app/watchdog.h"
#include "ui/ui.h"

struct loop {
	struct ui *ui;
	struct hall_wall wall;
	struct watchdog watchdog;
	uint64_t poll_ms; /* when to look at the file again */
	uint64_t draw_ms; /* when the picture changes by itself */
	FILE *announce;	  /* told what each new frame shows; NULL: nobody */
	bool dirty;	  /* the frame must be drawn again */
	bool stopped;	  /* the program was asked to end */
};

static void take_key(struct loop *loop, const SDL_KeyboardEvent *event)
{
	struct cue cue = {0};

	if (event->repeat || !hall_keys_cue(&event->keysym, &cue.kind))
		return;
	loop->wall.view.now_ms = SDL_GetTicks64();
	loop->dirty |= hall_wall_take(&loop->wall, &cue);
}

static void take_event(struct loop *loop, const SDL_Event *event)
{
	if (event->type == SDL_QUIT) {
		loop->stopped = true;
		return;
	}
	if (event->type == SDL_KEYDOWN) {
		take_key(loop, &event->key);
		return;
	}
	if (event->type == SDL_WINDOWEVENT ||
	    event->type == SDL_RENDER_TARGETS_RESET)
		loop->dirty = true;
	ui_event(loop->ui, event);
}

/* Waits for the next event, at most until there is something to do, and takes
 * all there are until one changes the picture: the next press is about what is
 * drawn then, as many pages as that has. */
static void take_events(struct loop *loop)
{
	uint64_t now = SDL_GetTicks64(), until = loop->poll_ms;
	SDL_Event event;

	if (loop->draw_ms < until)
		until = loop->draw_ms;
	if (!SDL_WaitEventTimeout(&event, until > now ? (int)(until - now) : 0))
		return;
	do {
		take_event(loop, &event);
	} while (!loop->dirty && SDL_PollEvent(&event));
}

/* For tests: which scene this is, and then all that is drawn. */
static void announce(struct loop *loop)
{
	static const char *const covers[] = {"none", "black", "pause",
					     "message"};

	fprintf(loop->announce, "scene %s page %d of %d cover %s\n",
		scene_name(loop->wall.show.scene), loop->wall.show.page + 1,
		loop->wall.pages, covers[loop->wall.show.cover]);
	ui_dump(loop->ui, loop->announce);
	fflush(loop->announce);
}

static void draw(struct loop *loop)
{
	const struct hall_view *view = &loop->wall.view;
	int wait;

	ui_begin(loop->ui, view->now_ms);
	wait = hall_wall_draw(&loop->wall, loop->ui);
	if (ui_end(loop->ui) && loop->announce)
		announce(loop);
	loop->draw_ms = wait < 0 ? UINT64_MAX : view->now_ms + (uint64_t)wait;
	loop->dirty = false;
}

static void run(struct loop *loop)
{
	while (!loop->stopped) {
		uint64_t now;

		take_events(loop);
		now = SDL_GetTicks64();
		loop->wall.view.now_ms = now;
		if (now >= loop->poll_ms) {
			loop->stopped |= signals_asked();
			loop->dirty |= hall_wall_look(&loop->wall);
			loop->poll_ms = now + HALL_SOURCE_POLL_MS;
		}
		loop->dirty |= hall_wall_tick(&loop->wall);
		if ((loop->dirty || now >= loop->draw_ms) && !loop->stopped)
			draw(loop);
		watchdog_turn(&loop->watchdog, loop->wall.view.phase, now);
	}
	watchdog_end();
}

static enum status open_window(const struct hall_options *options,
			       struct ui **ret_ui)
{
	return program_window((struct ui_options){.title = "stemmeboks-hall",
						  .window = options->window,
						  .display = options->display,
						  .fit = true},
			      ret_ui);
}

enum status hall_run(const struct hall_options *options, const char **ret_about)
{
	struct loop loop = {
	    .wall.language = options->language,
	    .draw_ms = UINT64_MAX,
	    .dirty = true,
	};
	enum status status;
	sigset_t before;

	*ret_about = "";
	signals_hold(&before);
	status = announce_open(options->announce, &loop.announce);
	if (status != STATUS_OK) {
		*ret_about = options->announce;
		goto out;
	}
	status = open_window(options, &loop.ui);
	if (status != STATUS_OK)
		goto out;
	status = hall_wall_open(&loop.wall, options->file);
	if (status != STATUS_OK)
		goto out;
	run(&loop);
out:
	hall_wall_close(&loop.wall);
	ui_free(loop.ui);
	announce_close(loop.announce, options->announce);
	signals_restore(&before);
	return status;
}

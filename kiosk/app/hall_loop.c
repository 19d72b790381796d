#include "app/hall_loop.h"

#include <SDL.h>
#include <limits.h>

#include "app/announce.h"
#include "app/hall_options.h"
#include "app/hall_source.h"
#include "app/signals.h"
#include "hall/hall.h"
#include "hall/show.h"
#include "ui/ui.h"
#include "words/place.h"
#include "words/words.h"

/* Keys of keyboards and presenter remotes, and the pages they turn. */
static const struct {
	SDL_Keycode key;
	int step;
} turns[] = {
    {SDLK_PAGEDOWN, 1}, {SDLK_RIGHT, 1}, {SDLK_DOWN, 1}, {SDLK_SPACE, 1},
    {SDLK_PAGEUP, -1},	{SDLK_LEFT, -1}, {SDLK_UP, -1},
};

struct loop {
	struct ui *ui;
	struct hall_source *source;
	const char *language; /* asked for, or NULL */
	struct hall_view view;
	struct show show;
	int pages;
	int second;	/* language of the line at the bottom when last drawn */
	FILE *announce; /* told what each new frame shows; NULL: nobody */
	bool dirty;	/* the frame must be drawn again */
	bool stopped;	/* the program was asked to end */
};

static void turn_by_key(struct loop *loop, SDL_Keycode key)
{
	for (size_t i = 0; i < sizeof(turns) / sizeof(turns[0]); i++)
		if (turns[i].key == key)
			loop->dirty |=
			    show_turn(&loop->show, loop->pages, turns[i].step,
				      SDL_GetTicks64());
}

static void take_event(struct loop *loop, const SDL_Event *event)
{
	if (event->type == SDL_QUIT) {
		loop->stopped = true;
		return;
	}
	if (event->type == SDL_KEYDOWN) {
		if (!event->key.repeat)
			turn_by_key(loop, event->key.keysym.sym);
		return;
	}
	if (event->type == SDL_WINDOWEVENT ||
	    event->type == SDL_RENDER_TARGETS_RESET)
		loop->dirty = true;
	ui_event(loop->ui, event);
}

/* Waits for the next event, at most until UNTIL_MS, and takes all there are. */
static void take_events(struct loop *loop, uint64_t until_ms)
{
	uint64_t now = SDL_GetTicks64();
	SDL_Event event;
	int wait = until_ms > now ? (int)(until_ms - now) : 0;

	if (!SDL_WaitEventTimeout(&event, wait))
		return;
	do {
		take_event(loop, &event);
	} while (SDL_PollEvent(&event));
}

/* The room's language: the one asked for if the meeting has it. */
static void choose_language(struct loop *loop)
{
	const struct meeting *meeting = loop->view.meeting;
	int found;

	loop->view.language = 0;
	if (!meeting)
		return;
	found = loop->language ? meeting_language(meeting, loop->language) : -1;
	if (found >= 0)
		loop->view.language = found;
	words_language(meeting->languages[loop->view.language]);
}

static void look(struct loop *loop, uint64_t now_ms)
{
	loop->view.now_ms = now_ms;
	if (hall_source_poll(loop->source, now_ms)) {
		hall_source_view(loop->source, &loop->view);
		choose_language(loop);
		show_scene(&loop->show, hall_scene(&loop->view), now_ms);
		loop->dirty = true;
	}
	loop->dirty |= show_tick(&loop->show, loop->pages, now_ms);
	loop->dirty |= hall_second_language(&loop->view) != loop->second;
}

static void draw(struct loop *loop)
{
	loop->view.page = loop->show.page;
	loop->second = hall_second_language(&loop->view);
	ui_begin(loop->ui, loop->view.now_ms);
	hall_draw(loop->ui, &loop->view);
	if (ui_end(loop->ui) && loop->announce) {
		ui_dump(loop->ui, loop->announce);
		fflush(loop->announce);
	}
	loop->pages = hall_pages(loop->ui, &loop->view);
	loop->dirty = false;
}

static void run(struct loop *loop)
{
	uint64_t poll_ms = 0;

	while (!loop->stopped) {
		uint64_t now;

		take_events(loop, poll_ms);
		now = SDL_GetTicks64();
		if (now >= poll_ms) {
			loop->stopped |= signals_asked();
			look(loop, now);
			poll_ms = now + HALL_SOURCE_POLL_MS;
		}
		if (loop->dirty && !loop->stopped)
			draw(loop);
	}
}

static enum status open_window(const struct hall_options *options,
			       struct ui **ret_ui)
{
	char fonts[PATH_MAX];
	bool window = options->window.width_px > 0;
	enum status status = place_find("fonts", fonts, sizeof(fonts));

	if (status != STATUS_OK)
		return status;
	return ui_open(&(struct ui_options){.title = "stemmeboks-hall",
					    .fonts = fonts,
					    .window = options->window,
					    .display = options->display,
					    .fullscreen = !window,
					    .cursor = window,
					    .fit = true},
		       ret_ui);
}

enum status hall_run(const struct hall_options *options, const char **ret_about)
{
	struct loop loop = {
	    .language = options->language, .pages = 1, .dirty = true};
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
	status = hall_source_new(options->file, &loop.source);
	if (status != STATUS_OK)
		goto out;
	run(&loop);
out:
	hall_source_free(loop.source);
	ui_free(loop.ui);
	announce_close(loop.announce, options->announce);
	signals_restore(&before);
	return status;
}

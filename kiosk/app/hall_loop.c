#include "app/hall_loop.h"

#include <SDL.h>

#include "app/announce.h"
#include "app/hall_keys.h"
#include "app/hall_options.h"
#include "app/hall_source.h"
#include "app/program.h"
#include "app/signals.h"
#include "app/watchdog.h"
#include "hall/counted.h"
#include "hall/hall.h"
#include "hall/show.h"
#include "ui/ui.h"
#include "words/words.h"

struct loop {
	struct ui *ui;
	struct hall_source *source;
	const char *language; /* asked for, or NULL */
	struct hall_view view;
	struct show show;
	struct tally counted; /* the ballots that the count has come to */
	struct watchdog watchdog;
	int pages;
	uint64_t poll_ms; /* when to look at the file again */
	uint64_t draw_ms; /* when the picture changes by itself */
	int second;	/* language of the line at the bottom when last drawn */
	FILE *announce; /* told what each new frame shows; NULL: nobody */
	bool dirty;	/* the frame must be drawn again */
	bool stopped;	/* the program was asked to end */
};

static void take_key(struct loop *loop, const SDL_KeyboardEvent *event)
{
	struct cue cue = {0};

	if (event->repeat || !hall_keys_cue(&event->keysym, &cue.kind))
		return;
	loop->view.now_ms = SDL_GetTicks64();
	loop->dirty |= show_take(&loop->show, &loop->view, &cue, loop->pages);
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

/* The file may say something else now, and its newest cue be another. */
static void look(struct loop *loop)
{
	struct hall_view *view = &loop->view;
	struct cue cue;
	int number;

	if (!hall_source_poll(loop->source, view->now_ms))
		return;
	hall_source_view(loop->source, view);
	choose_language(loop);
	show_follow(&loop->show, view);
	tally_clear(&loop->counted); /* the ballots may be others */
	number = hall_source_cue(loop->source, &cue);
	show_newest(&loop->show, view, number, &cue, loop->pages);
	loop->dirty = true;
}

/* For tests: which scene this is, and then all that is drawn. */
static void announce(struct loop *loop)
{
	static const char *const covers[] = {"none", "black", "pause",
					     "message"};

	fprintf(loop->announce, "scene %s page %d of %d cover %s\n",
		scene_name(loop->show.scene), loop->show.page + 1, loop->pages,
		covers[loop->show.cover]);
	ui_dump(loop->ui, loop->announce);
	fflush(loop->announce);
}

/* What the scene has come to, and the sums of its ballots so far. */
static void fill(struct loop *loop)
{
	struct hall_view *view = &loop->view;

	show_fill(&loop->show, view);
	view->counted = NULL;
	if (!view->ballots || loop->show.scene != SCENE_TALLY)
		return;
	counted_go(&loop->counted, view->meeting, view->ballots,
		   view->playback.position);
	view->counted = &loop->counted;
}

static void draw(struct loop *loop)
{
	struct hall_view *view = &loop->view;
	int wait;

	ui_begin(loop->ui, view->now_ms);
	fill(loop);
	loop->pages = hall_pages(loop->ui, view);
	show_pages(&loop->show, loop->pages);
	show_fill(&loop->show, view);
	loop->second = hall_second_language(view);
	hall_draw(loop->ui, view);
	if (ui_end(loop->ui) && loop->announce)
		announce(loop);
	wait = hall_wait_ms(view);
	loop->draw_ms = wait < 0 ? UINT64_MAX : view->now_ms + (uint64_t)wait;
	loop->dirty = false;
}

static void run(struct loop *loop)
{
	while (!loop->stopped) {
		uint64_t now;

		take_events(loop);
		now = SDL_GetTicks64();
		loop->view.now_ms = now;
		if (now >= loop->poll_ms) {
			loop->stopped |= signals_asked();
			look(loop);
			loop->poll_ms = now + HALL_SOURCE_POLL_MS;
		}
		loop->dirty |= show_tick(&loop->show, &loop->view, loop->pages);
		loop->dirty |=
		    hall_second_language(&loop->view) != loop->second;
		if ((loop->dirty || now >= loop->draw_ms) && !loop->stopped)
			draw(loop);
		watchdog_turn(&loop->watchdog, loop->view.phase, now);
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
	    .language = options->language,
	    .pages = 1,
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

#include "hall/show.h"

#include <limits.h>
#include <string.h>

enum { LAST_PAGE = INT_MAX, SECOND_MS = 1000, MINUTE_MS = 60000 };

/* The scene that VIEW shows when CHOSEN is. */
static enum scene shown_as(const struct hall_view *view, enum scene chosen)
{
	struct hall_view chosen_view = *view;

	chosen_view.scene = chosen;
	return hall_scene(&chosen_view);
}

static void turn_to(struct show *show, const struct hall_view *view, int page,
		    int stay_ms)
{
	show->page = page;
	show->since_ms = view->now_ms;
	show->until_ms = view->now_ms + (uint64_t)stay_ms;
	if (show->scene == SCENE_PITCH && view->meeting)
		stopwatch_set(&show->watch, view->meeting->pitch_seconds *
						(int64_t)SECOND_MS);
}

/* Nothing is counted that the room cannot see. */
static void stop_count(struct show *show, const struct hall_view *view)
{
	if (show->playback.running)
		playback_toggle(&show->playback, view->now_ms);
}

static void enter(struct show *show, const struct hall_view *view,
		  enum scene scene, int page)
{
	stop_count(show, view);
	show->scene = scene;
	turn_to(show, view, page, SHOW_TURN_MS);
}

/* A scene that would come up by itself goes with the phase again. */
static void choose(struct show *show, const struct hall_view *view,
		   enum scene scene)
{
	show->chosen =
	    scene == scene_of_phase(view->phase) ? SCENE_WAITING : scene;
}

static bool follow_phase(struct show *show, enum phase phase)
{
	enum phase before = show->phase;

	if (phase == before)
		return false;
	show->phase = phase;
	if (before < PHASE_CLOSED || phase < PHASE_CLOSED)
		show->chosen = SCENE_WAITING;
	return true;
}

static void follow_meeting(struct show *show, const struct hall_view *view)
{
	if (show->began && memcmp(show->meeting, view->meeting->id,
				  sizeof(show->meeting)) == 0)
		return;
	*show = (struct show){.began = true, .phase = view->phase};
	memcpy(show->meeting, view->meeting->id, sizeof(show->meeting));
}

bool show_follow(struct show *show, const struct hall_view *view)
{
	enum scene scene;

	if (view->meeting) {
		follow_meeting(show, view);
		follow_phase(show, view->phase);
	}
	if (show->playback.count != view->ballot_count)
		playback_reset(&show->playback, view->ballot_count);
	scene = shown_as(view, show->chosen);
	if (scene == show->scene && show->until_ms)
		return false;
	enter(show, view, scene, 0);
	return true;
}

/* The page of its scene that CUE means, or -1: there is no such proposal. */
static int page_meant(const struct hall_view *view, const struct cue *cue)
{
	if (cue->number == 0 || cue->scene == SCENE_CLOSING)
		return 0;
	if (cue->scene == SCENE_PITCH)
		return meeting_proposal(view->meeting, cue->number);
	return cue->number - 1;
}

static void start_closing(struct show *show, const struct hall_view *view,
			  int minutes)
{
	int64_t whole_ms =
	    (int64_t)MINUTE_MS * (minutes ? minutes : SHOW_CLOSING_MINUTES);

	if (whole_ms > STOPWATCH_MOST_MS)
		whole_ms = STOPWATCH_MOST_MS;
	stopwatch_set(&show->watch, whole_ms);
	stopwatch_toggle(&show->watch, view->now_ms);
}

static bool take_scene(struct show *show, const struct hall_view *view,
		       const struct cue *cue)
{
	const struct playback *playback = &show->playback;
	int page;

	if (shown_as(view, cue->scene) != cue->scene)
		return false;
	page = page_meant(view, cue);
	if (page < 0)
		return false;
	show->cover = COVER_NONE;
	choose(show, view, cue->scene);
	if (show->scene != cue->scene)
		enter(show, view, cue->scene, page);
	else if (cue->number > 0)
		turn_to(show, view, page, SHOW_HAND_MS);
	if (cue->scene == SCENE_CLOSING)
		start_closing(show, view, cue->number);
	if (cue->scene == SCENE_TALLY &&
	    playback->position == playback->count) {
		playback_reset(&show->playback, view->ballot_count);
		turn_to(show, view, page, SHOW_TURN_MS);
	}
	return true;
}

/* Goes to the next scene of the chain that can be shown. */
static bool go_beside(struct show *show, const struct hall_view *view, int step)
{
	enum scene scene = show->scene, beside;

	do {
		beside = scene;
		scene = scene_beside(beside, step, view->phase);
		if (scene == beside)
			return false;
	} while (shown_as(view, scene) != scene);
	choose(show, view, scene);
	enter(show, view, scene, step > 0 ? 0 : LAST_PAGE);
	return true;
}

static bool turn(struct show *show, const struct hall_view *view, int step,
		 int pages)
{
	int page;

	show_pages(show, pages); /* it may still be LAST_PAGE */
	page = show->page + step;
	show->until_ms = view->now_ms + SHOW_HAND_MS;
	if (page < 0 || page >= pages)
		return go_beside(show, view, step);
	turn_to(show, view, page, SHOW_HAND_MS);
	return true;
}

/* In the count: another page while it goes on, else a ballot. */
static bool step_count(struct show *show, const struct hall_view *view,
		       int step, int pages)
{
	if (!show->playback.running || pages < 2)
		return playback_step(&show->playback, step, view->now_ms);
	show_pages(show, pages);
	turn_to(show, view, (show->page + step + pages) % pages, SHOW_HAND_MS);
	return true;
}

/* One step by hand: away with the cover; the clock, a ballot, a page. */
static bool step_on(struct show *show, const struct hall_view *view, int step,
		    int pages)
{
	struct stopwatch *watch = &show->watch;

	if (show->cover != COVER_NONE) {
		show->cover = COVER_NONE;
		return true;
	}
	if (show->scene == SCENE_PITCH && step > 0 && !watch->started &&
	    watch->left_ms > 0) {
		stopwatch_toggle(watch, view->now_ms);
		return true;
	}
	if (show->scene == SCENE_TALLY && step_count(show, view, step, pages))
		return true;
	return turn(show, view, step, pages);
}

static bool has_clock(const struct show *show)
{
	return show->scene == SCENE_PITCH || show->scene == SCENE_CLOSING;
}

static bool start(struct show *show, const struct hall_view *view)
{
	if (has_clock(show))
		stopwatch_toggle(&show->watch, view->now_ms);
	else if (show->scene == SCENE_TALLY)
		playback_toggle(&show->playback, view->now_ms);
	else
		return false;
	return true;
}

static bool change_speed(struct show *show, const struct hall_view *view,
			 int step)
{
	if (show->scene != SCENE_TALLY)
		return false;
	playback_change_speed(&show->playback, step, view->now_ms);
	return true;
}

static bool change_time(struct show *show, const struct hall_view *view,
			int step_ms)
{
	if (!has_clock(show))
		return false;
	stopwatch_add(&show->watch, step_ms, view->now_ms);
	return true;
}

static bool cover(struct show *show, const struct hall_view *view,
		  enum hall_cover with)
{
	bool same = show->cover == with;

	if (same && with == COVER_NONE)
		return false;
	show->cover = with;
	if (same && with != COVER_MESSAGE)
		show->cover = COVER_NONE;
	if (show->cover != COVER_NONE)
		stop_count(show, view);
	return true;
}

bool show_take(struct show *show, const struct hall_view *view,
	       const struct cue *cue, int pages)
{
	if (!view->meeting)
		return false;
	switch (cue->kind) {
	case CUE_NEXT:
		return step_on(show, view, 1, pages);
	case CUE_BACK:
		return step_on(show, view, -1, pages);
	case CUE_START:
		return start(show, view);
	case CUE_FASTER:
		return change_speed(show, view, 1);
	case CUE_SLOWER:
		return change_speed(show, view, -1);
	case CUE_LONGER:
		return change_time(show, view, STOPWATCH_STEP_MS);
	case CUE_SHORTER:
		return change_time(show, view, -STOPWATCH_STEP_MS);
	case CUE_BLACK:
		return cover(show, view, COVER_BLACK);
	case CUE_PAUSE:
		return cover(show, view, COVER_PAUSE);
	case CUE_MESSAGE:
		memcpy(show->message, cue->message, sizeof(show->message));
		return cover(show, view, COVER_MESSAGE);
	case CUE_CLEAR:
		return cover(show, view, COVER_NONE);
	case CUE_SCENE:
		return take_scene(show, view, cue);
	case CUE_COUNT:
		break;
	}
	return false;
}

bool show_newest(struct show *show, const struct hall_view *view, int number,
		 const struct cue *cue, int pages)
{
	bool old = !show->heard;

	if (!view->meeting || (show->heard && number == show->cue))
		return false;
	show->heard = true;
	show->cue = number;
	if (number == 0 || (old && cue->kind != CUE_SCENE))
		return false;
	return show_take(show, view, cue, pages);
}

static bool turns_by_itself(const struct show *show,
			    const struct hall_view *view)
{
	return show->cover == COVER_NONE &&
	       (show->scene == SCENE_LIVE ||
		show->scene == scene_of_phase(view->phase));
}

bool show_tick(struct show *show, const struct hall_view *view, int pages)
{
	bool counted = playback_tick(&show->playback, view->now_ms);
	int page = show->page;

	if (view->now_ms < show->until_ms || !turns_by_itself(show, view))
		return counted;
	if (pages > 1)
		turn_to(show, view, page + 1 < pages ? page + 1 : 0,
			SHOW_TURN_MS);
	return counted || show->page != page;
}

void show_pages(struct show *show, int pages)
{
	if (show->page >= pages)
		show->page = pages - 1;
}

void show_fill(const struct show *show, struct hall_view *view)
{
	view->scene = show->chosen;
	view->page = show->page;
	view->since_ms = show->since_ms;
	view->cover = show->cover;
	view->message = show->message;
	view->watch = show->watch;
	view->playback = show->playback;
}

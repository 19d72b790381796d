#include "app/hall_wall.h"

#include "app/hall_source.h"
#include "hall/counted.h"
#include "words/words.h"

enum status hall_wall_open(struct hall_wall *wall, const char *path)
{
	wall->pages = wall->pages > 0 ? wall->pages : 1;
	return hall_source_new(path, &wall->source);
}

void hall_wall_close(struct hall_wall *wall)
{
	uint64_t now_ms = wall->view.now_ms;

	hall_source_free(wall->source);
	wall->source = NULL;
	wall->view = (struct hall_view){.now_ms = now_ms};
	tally_clear(&wall->counted);
}

/* The room's language: the one asked for if the meeting has it. */
static void choose_language(struct hall_wall *wall)
{
	const struct meeting *meeting = wall->view.meeting;
	int found = -1;

	if (meeting && wall->language)
		found = meeting_language(meeting, wall->language);
	wall->view.language = found < 0 ? 0 : found;
}

bool hall_wall_look(struct hall_wall *wall)
{
	struct hall_view *view = &wall->view;
	struct cue cue;
	int number;

	if (!hall_source_poll(wall->source, view->now_ms))
		return false;
	hall_source_view(wall->source, view);
	choose_language(wall);
	show_follow(&wall->show, view);
	tally_clear(&wall->counted); /* the ballots may be others */
	number = hall_source_cue(wall->source, &cue);
	show_newest(&wall->show, view, number, &cue, wall->pages);
	return true;
}

bool hall_wall_take(struct hall_wall *wall, const struct cue *cue)
{
	return show_take(&wall->show, &wall->view, cue, wall->pages);
}

bool hall_wall_tick(struct hall_wall *wall)
{
	bool changed = show_tick(&wall->show, &wall->view, wall->pages);

	return changed | (hall_second_language(&wall->view) != wall->second);
}

/* What the scene has come to, and the sums of its ballots so far. */
static void fill(struct hall_wall *wall)
{
	struct hall_view *view = &wall->view;

	show_fill(&wall->show, view);
	view->counted = NULL;
	if (!view->ballots || wall->show.scene != SCENE_TALLY)
		return;
	counted_go(&wall->counted, view->meeting, view->ballots,
		   view->playback.position);
	view->counted = &wall->counted;
}

int hall_wall_draw(struct hall_wall *wall, struct ui *ui)
{
	struct hall_view *view = &wall->view;

	if (view->meeting)
		words_language(view->meeting->languages[view->language]);
	fill(wall);
	wall->pages = hall_pages(ui, view);
	show_pages(&wall->show, wall->pages);
	show_fill(&wall->show, view);
	wall->second = hall_second_language(view);
	hall_draw(ui, view);
	return hall_wait_ms(view);
}

#include "tests/lib/hall_room.h"

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

/* What is known in PHASE. */
static void set_phase(struct room *room, enum phase phase)
{
	bool voting = phase == PHASE_OPEN || phase == PHASE_PAUSED;
	bool closed = phase >= PHASE_CLOSED;
	struct hall_view *view = &room->view;

	view->phase = phase;
	view->live = voting ? &room->live : NULL;
	view->tally = closed ? &room->tally : NULL;
	view->ballots = closed ? room->ballots : NULL;
	view->ballot_count = closed ? ROOM_BALLOTS : 0;
	view->paper = closed ? &room->paper : NULL;
	view->result = phase >= PHASE_COUNTED ? &room->result : NULL;
}

struct room *room_open(enum phase phase)
{
	struct room *room = calloc(1, sizeof(*room));

	assert_non_null(room);
	room->meeting = bolbro_new();
	assert_non_null(room->meeting);
	room->meeting->pitch_seconds = ROOM_PITCH_S;
	room->view.meeting = room->meeting;
	room->view.now_ms = ROOM_START_MS;
	set_phase(room, phase);
	assert_true(show_follow(&room->show, &room->view));
	return room;
}

void room_close(struct room *room)
{
	meeting_free(room->meeting);
	free(room);
}

bool say_with(struct room *room, const char *text, int pages)
{
	struct cue cue;
	bool changed;

	assert_int_equal(cue_parse(text, &cue), STATUS_OK);
	changed = show_take(&room->show, &room->view, &cue, pages);
	show_fill(&room->show, &room->view);
	return changed;
}

bool say(struct room *room, const char *text)
{
	return say_with(room, text, ROOM_PAGES);
}

void go_to(struct room *room, enum phase phase)
{
	set_phase(room, phase);
	show_follow(&room->show, &room->view);
	show_fill(&room->show, &room->view);
}

void is_at(const struct room *room, enum scene scene, int page)
{
	assert_string_equal(scene_name(room->show.scene), scene_name(scene));
	assert_int_equal(hall_scene(&room->view), scene);
	assert_int_equal(room->show.page, page);
}

bool pass(struct room *room, int ms)
{
	bool changed;

	room->view.now_ms += (uint64_t)ms;
	changed = show_tick(&room->show, &room->view, ROOM_PAGES);
	show_fill(&room->show, &room->view);
	return changed;
}

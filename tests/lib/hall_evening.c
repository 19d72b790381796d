#include "tests/lib/hall_evening.h"

#include "tests/lib/demo_pictures.h"

#include <string.h>

#include "core/money.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_words.h"
#include "ui/ui.h"
#include "words/words.h"

static const struct {
	const char *proposer, *place, *image;
	int votes, before; /* of 40, and of the 35 until then */
} rows[] = {
    {"Havegruppen", "Bag blok 4", "allotments.png", 19, 17},
    {"Bevægelsesgruppen", "Plænen ved skolestien", "movement-park.png", 24, 20},
    {"Naboer i blok 2", "Ved parkeringspladsen", "meeting-place.png", 11, 10},
    {"Forældre ved legepladsen", "Legepladsen", "toys.png", 16, 13},
    {"Naboer i blok 5", "Den store plæne", "barbecue.png", 29, 26},
    {"Festgruppen", "Den store plæne", "summer-party.png", 22, 18},
    {"Seniorklubben", "Stien til butikkerne", "missing.png", 12, 12},
    {"Havegruppen", "Indgangene", "", 17, 14},
    {"Cykelgruppen", "", "bicycles.png", 0, 0},
    {"", "", "goals.png", 22, 19},
};

enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

void hall_evening_open(struct hall_evening *evening, enum phase phase)
{
	struct hall_view *view = &evening->hall.view;

	memset(evening, 0, sizeof(*evening));
	hall_case_open(&evening->hall, phase);
	evening->hall.meeting->live = LIVE_BATCHES;
	evening->hall.meeting->pitch_seconds = MEETING_PITCH_USUAL;
	for (int i = 0; i < ROWS; i++) {
		struct proposal *proposal =
		    &evening->hall.meeting->proposals[i];

		proposal->proposer = rows[i].proposer;
		proposal->place = rows[i].place;
		proposal->image = rows[i].image;
		evening->live.support[i] = rows[i].votes;
		evening->before.support[i] = rows[i].before;
	}
	evening->live.ballots = 40;
	evening->before.ballots = 35;
	demo_pictures_adopt(evening->hall.meeting);
	view->images = demo_pictures();
	view->digest = "";
	view->now_ms = EVENING_NOW_MS;
	stopwatch_set(&view->watch, INT64_C(1000) * MEETING_PITCH_USUAL);
}

void hall_evening_close(struct hall_evening *evening)
{
	hall_case_close(&evening->hall);
}

void hall_evening_clock(struct hall_evening *evening, int64_t left_ms,
			bool running)
{
	struct stopwatch *watch = &evening->hall.view.watch;
	uint64_t now = evening->hall.view.now_ms;
	int64_t whole = watch->whole_ms;

	stopwatch_set(watch, whole);
	stopwatch_toggle(watch, now - (uint64_t)(whole - left_ms));
	if (!running)
		stopwatch_toggle(watch, now);
}

void hall_evening_batch(struct hall_evening *evening, int since_ms)
{
	struct hall_view *view = &evening->hall.view;

	view->live = &evening->live;
	view->live_before = &evening->before;
	view->live_since_ms = view->now_ms - (uint64_t)since_ms;
}

/* Ballot I approves of what stands in turn: every ballot is another one. */
static void fill_ballot(const struct meeting *meeting, int i,
			struct ballot *ballot)
{
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int first, end;

		meeting_pot_range(meeting, pot, &first, &end);
		ballot->value[first + i % (end - first)] = 1;
	}
}

void hall_evening_count(struct hall_evening *evening)
{
	struct hall_view *view = &evening->hall.view;

	tally_clear(&evening->tally);
	for (int i = 0; i < EVENING_BALLOTS; i++) {
		fill_ballot(view->meeting, i, &evening->ballots[i]);
		tally_add(&evening->tally, view->meeting, &evening->ballots[i]);
	}
	evening->paper.ballots = EVENING_BALLOTS;
	evening->paper.reason = "";
	memcpy(evening->paper.votes, evening->tally.support,
	       sizeof(evening->paper.votes));
	view->ballots = evening->ballots;
	view->ballot_count = EVENING_BALLOTS;
	view->tally = &evening->tally;
	view->paper = &evening->paper;
	view->playback = (struct playback){.count = EVENING_BALLOTS,
					   .position = EVENING_BALLOTS / 2,
					   .speed = 2};
}

void hall_evening_hard(struct hall_evening *evening, int count)
{
	struct meeting *meeting = evening->hall.meeting;

	meeting->pot_count = 1;
	meeting->pots[0].title.in[0] =
	    "Den store fælles pulje for hele kvarteret og dets grupper";
	for (int i = 0; i < count; i++) {
		struct proposal *proposal = &meeting->proposals[i];

		*proposal = meeting->proposals[0];
		proposal->number = 990 - count + i;
		proposal->cost_minor = MONEY_MAX_MINOR;
		proposal->short_title.in[0] = "WWWWWWW MMMMMMM WWWWWWW MMMM";
		proposal->short_title.in[1] = "WWWWWWWWWWWWWWWWWWWWWWWWWWWW";
		proposal->proposer = "Foreningen for et grønnere kvarter, "
				     "afdeling Bolbro og Dalum";
		proposal->place = "Plænen mellem blok 14 og blok 15 ved stien "
				  "til Højstrupvej";
		evening->live.support[i] = 900000 + i;
		evening->before.support[i] = 1000 + i;
	}
	meeting->proposal_count = count;
	evening->live.ballots = 999999;
}

bool hall_evening_says(struct ui *ui, struct hall_view *view, int page,
		       const char *text)
{
	struct hall_words *words = malloc(sizeof(*words));
	bool found;

	assert_non_null(words);
	hall_frame(ui, view, page);
	hall_words_read(ui, words);
	found = hall_words_find(words, 0, text) >= 0;
	free(words);
	return found;
}

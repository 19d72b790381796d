/* Points, scores and ranks on the wall: counted stroke by stroke, and called
 * points wherever their numbers stand. */
#include "hall/hall.h"

#include <stdlib.h>
#include <string.h>

#include "core/ballot.h"
#include "hall/counted.h"
#include "tests/lib/ballots.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_strokes.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/votes.h"
#include "words/words.h"

enum { CARD_END = 600, WALL_END = 1920, BOX = 40, CARD_TEXT = 256 };
enum { ALL_TEXT = 16384 };

static void speak_english(struct hall_wall *wall)
{
	wall->hall.view.language = 1;
	words_language("en");
}

/* Ranks in the first pot, TYPE in the second. */
static void types_become(struct hall_wall *wall, enum ballot_type type)
{
	struct pot *pots = wall->hall.meeting->pots;

	pots[0].ballot_type = BALLOT_RANK;
	pots[0].choose_max = 3;
	pots[1].ballot_type = type;
	pots[1].points = type == BALLOT_POINTS ? 10 : 0;
	pots[1].value_most = type == BALLOT_POINTS ? 6 : 5;
	pots[1].choose_max = 7;
	hall_case_typed(&wall->hall, BOX, 11);
}

static int open_wall(void **state)
{
	hall_wall_open(state, PHASE_CLOSED);
	types_become(*state, BALLOT_POINTS);
	speak_english(*state);
	return 0;
}

static void draw_at(struct hall_wall *wall, int position)
{
	wall->hall.view.scene = SCENE_TALLY;
	wall->hall.view.playback.position = position;
	hall_wall_draw(wall, 0);
}

/* The strokes of all pages, folded ones too. */
static int64_t strokes_in_all(struct hall_wall *wall)
{
	int pages = hall_pages(wall->ui, &wall->hall.view);
	int64_t strokes = 0;

	for (int page = 0; page < pages; page++) {
		hall_wall_draw(wall, page);
		strokes += hall_strokes(wall->ui) + hall_folded(wall->ui);
	}
	return strokes;
}

/* What stands left of RIGHT, its lines joined by blanks. */
static void joined(const struct hall_wall *wall, int right,
		   char ret_text[ALL_TEXT])
{
	size_t length = 0;

	ret_text[0] = '\0';
	for (int i = 0; i < wall->words.count; i++)
		if (wall->words.words[i].x < right)
			length += (size_t)snprintf(ret_text + length,
						   ALL_TEXT - length, "%s ",
						   wall->words.words[i].text);
}

static bool tells(const struct hall_wall *wall, int right, const char *text)
{
	char all[ALL_TEXT];

	joined(wall, right, all);
	return strstr(all, text) != NULL;
}

static void there_is_a_stroke_for_every_point(void **state)
{
	static const enum ballot_type types[] = {BALLOT_POINTS, BALLOT_SCORE,
						 BALLOT_RANK};
	struct hall_wall *wall = *state;
	const struct hall_view *view = &wall->hall.view;

	for (int type = 0; type < 3; type++) {
		int64_t points = 0, most = 0;

		types_become(wall, types[type]);
		for (int position = 0; position <= BOX; position++) {
			const struct ballot *ballot =
			    &view->ballots[position - 1];

			for (int i = 0;
			     position > 0 && i < view->meeting->proposal_count;
			     i++)
				points +=
				    ballots_gives(view->meeting, ballot, i);
			for (int pot = 0; position > 0 && pot < 2; pot++)
				points += ballot_chosen(view->meeting, ballot,
							pot) == 0;
			draw_at(wall, position);
			assert_int_equal(strokes_in_all(wall), points);
			most = points > most ? points : most;
		}
		assert_true(most > 4 * BOX);
	}
}

static void the_card_says_the_points_of_every_choice(void **state)
{
	struct hall_wall *wall = *state;
	const struct hall_view *view = &wall->hall.view;
	struct meeting *meeting = wall->hall.meeting;
	int seen = 0;

	/* So few that their titles fit. */
	meeting->pots[0].choose_max = 2;
	meeting->pots[1].choose_max = 1;
	hall_case_typed(&wall->hall, BOX, 7);

	for (int position = 1; position <= BOX; position++) {
		const struct ballot *ballot = &view->ballots[position - 1];

		draw_at(wall, position);
		for (int i = 0; i < meeting->proposal_count; i++) {
			int gives = ballots_gives(meeting, ballot, i);
			char said[CARD_TEXT], place[16] = "";

			if (gives == 0)
				continue;
			if (meeting->proposals[i].pot == 0)
				snprintf(place, sizeof(place), "%d. ",
					 ballot->value[i]);
			/* In drawing order: the number, what it gets, the
			 * title. */
			snprintf(
			    said, sizeof(said), " %d %d %s%s ",
			    meeting->proposals[i].number, gives, place,
			    meeting_short_title(meeting, i, view->language));
			if (!tells(wall, CARD_END, said))
				fail_msg("ballot %d does not say %s", position,
					 said);
			seen++;
		}
	}
	assert_true(seen > BOX);
}

/* With sixty proposals only numbers fit on the card: each with its points. */
static void a_full_card_still_says_the_points(void **state)
{
	enum { MANY = 60 };
	struct hall_wall *wall = *state;
	struct meeting *meeting = wall->hall.meeting;
	const struct hall_view *view = &wall->hall.view;

	for (int i = meeting->proposal_count; i < MANY; i++) {
		meeting->proposals[i] = meeting->proposals[i % 7 + 3];
		meeting->proposals[i].number = i + 1;
	}
	meeting->proposal_count = MANY;
	meeting->pots[1].points = 100;
	meeting->pots[1].value_most = 1;
	meeting->pots[1].choose_max = MANY - 3;
	hall_case_typed(&wall->hall, BOX, 5);
	for (int position = 1; position <= BOX; position++) {
		const struct ballot *ballot = &view->ballots[position - 1];
		int chosen = ballot_chosen(meeting, ballot, 1), ones = 0;
		int more = 0;

		if (chosen < 30)
			continue;
		draw_at(wall, position);
		for (int i = 0; i < wall->words.count; i++) {
			const struct hall_word *word = &wall->words.words[i];

			if (word->x >= CARD_END)
				continue;
			ones += strcmp(word->text, "1") == 0;
			sscanf(word->text, "and %d more", &more);
		}
		/* What a rank gives, or a number, may be 1 as well. */
		if (ones + more < chosen)
			fail_msg("%d of %d points are shown", ones, chosen);
		assert_true(ones >= 20);
		return;
	}
	fail_msg("no ballot is full");
}

static void what_a_stroke_is_is_said_first(void **state)
{
	struct hall_wall *wall = *state;

	draw_at(wall, 0);
	assert_true(
	    tells(wall, WALL_END, "Each point is a stroke. Count along!"));
	wall->hall.meeting->pots[0].ballot_type = BALLOT_APPROVAL;
	hall_case_typed(&wall->hall, BOX, 3);
	draw_at(wall, 0);
	assert_true(tells(wall, WALL_END,
			  "Each choice or point is a stroke. Count along!"));
	wall->hall.meeting->pots[1].ballot_type = BALLOT_KNAPSACK;
	hall_case_typed(&wall->hall, BOX, 3);
	draw_at(wall, 0);
	assert_true(
	    tells(wall, WALL_END, "Each choice is a stroke. Count along!"));
}

static void order_result_and_day_after_speak_of_points(void **state)
{
	struct hall_wall wall_of_result = {
	    .ui = ((struct hall_wall *)*state)->ui};
	struct hall_wall *wall = &wall_of_result;
	int pages;
	bool points = false, votes = false;

	hall_case_open(&wall->hall, PHASE_COUNTED);
	speak_english(wall);
	for (int pot = 0; pot < 2; pot++) {
		wall->hall.meeting->pots[pot].ballot_type = BALLOT_SCORE;
		wall->hall.meeting->pots[pot].value_most = 5;
	}
	wall->hall.view.scene = SCENE_ORDER;
	hall_wall_draw(wall, 0);
	assert_true(tells(wall, WALL_END, "The points: "));
	wall->hall.view.scene = SCENE_RESULT;
	hall_wall_draw(wall, 0);
	assert_true(hall_wall_says(wall, "Points"));
	assert_false(hall_wall_says(wall, "Votes"));
	wall->hall.view.scene = SCENE_AFTER;
	pages = hall_pages(wall->ui, &wall->hall.view);
	for (int page = 0; page < pages; page++) {
		hall_wall_draw(wall, page);
		points |= tells(wall, WALL_END, " points · costs ");
		votes |= tells(wall, WALL_END, " votes");
	}
	assert_true(points);
	assert_false(votes);
	hall_case_close(&wall->hall);
}

static void live_bars_say_that_their_numbers_are_points(void **state)
{
	struct hall_wall wall_of_live = {.ui =
					     ((struct hall_wall *)*state)->ui};
	struct hall_wall *wall = &wall_of_live;
	struct snapshot live = {.ballots = 10, .support = {12, 30, 7}};

	hall_case_open(&wall->hall, PHASE_OPEN);
	speak_english(wall);
	wall->hall.meeting->live = LIVE_BATCHES;
	wall->hall.meeting->pots[0].ballot_type = BALLOT_RANK;
	wall->hall.view.live = &live;
	wall->hall.view.scene = SCENE_LIVE;
	hall_wall_draw(wall, 0);
	assert_true(tells(wall, WALL_END, "The numbers are points."));
	hall_wall_draw(wall, 1);
	assert_false(tells(wall, WALL_END, "The numbers are points."));
	hall_case_close(&wall->hall);
}

static void a_tie_of_points_speaks_of_points(void **state)
{
	struct hall_wall wall_of_tie = {.ui = ((struct hall_wall *)*state)->ui};
	struct hall_wall *wall = &wall_of_tie;

	hall_case_open(&wall->hall, PHASE_CLOSED);
	hall_case_tie(&wall->hall, 1, 3);
	speak_english(wall);
	wall->hall.meeting->pots[1].ballot_type = BALLOT_RANK;
	/* Behind that voting is closed. */
	hall_wall_draw(wall, 1);
	assert_true(tells(wall, WALL_END, "They have 24 points each."));
	hall_case_close(&wall->hall);
}

#define ON_WALL(test)                                                          \
	cmocka_unit_test_setup_teardown(test, open_wall, hall_wall_close)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    ON_WALL(there_is_a_stroke_for_every_point),
	    ON_WALL(the_card_says_the_points_of_every_choice),
	    ON_WALL(a_full_card_still_says_the_points),
	    ON_WALL(what_a_stroke_is_is_said_first),
	    ON_WALL(order_result_and_day_after_speak_of_points),
	    ON_WALL(live_bars_say_that_their_numbers_are_points),
	    ON_WALL(a_tie_of_points_speaks_of_points),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

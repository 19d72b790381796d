/* The public count: every ballot is seen, and the strokes are the box's sums.
 */
#include "hall/counted.h"

#include "core/ballot.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/hall_strokes.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/words.h"

static int open_wall(void **state)
{
	struct hall_wall *wall;

	hall_wall_open(state, PHASE_CLOSED);
	wall = *state;
	wall->hall.view.scene = SCENE_TALLY;
	return 0;
}

static void draw_at(struct hall_wall *wall, int position)
{
	wall->hall.view.playback.position = position;
	hall_wall_draw(wall, 0);
}

/* Compares the frame in both languages: hall/NAME-LANGUAGE. */
static void check_looks(struct hall_wall *wall, const char *name, int position)
{
	wall->hall.view.playback.position = position;
	hall_check(wall->ui, &wall->hall.view, 0, name);
}

static void it_looks_as_it_was_approved(void **state)
{
	struct hall_wall *wall = *state;
	struct playback *playback = &wall->hall.view.playback;

	check_looks(wall, "count-begins", 0);
	playback->running = true;
	check_looks(wall, "count-runs", 12);
	playback->running = false;
	playback->speed = 0;
	check_looks(wall, "count-by-hand", 30);
	check_looks(wall, "count-ends", 43);
	hall_case_few(&wall->hall);
	check_looks(wall, "count-few", 0);
}

static void a_box_too_large_for_strokes_folds_them(void **state)
{
	struct hall_wall *wall = *state;
	struct meeting *meeting = wall->hall.meeting;

	/* One pot of 17 proposals, 500 ballots. */
	for (int i = meeting->proposal_count; i < 17; i++) {
		meeting->proposals[i] = meeting->proposals[i % 10];
		meeting->proposals[i].number = i + 1;
		meeting->proposal_count++;
	}
	for (int i = 0; i < 17; i++)
		meeting->proposals[i].pot = 0;
	meeting->pot_count = 1;
	meeting->pots[0].choose_max = 9;
	hall_case_box(&wall->hall, 500, 3);
	assert_int_equal(hall_pages(wall->ui, &wall->hall.view), 2);
	check_looks(wall, "count-of-500", 321);
	for (int position = 0; position <= 500; position += 50) {
		struct tally sums;
		int64_t votes = 0;

		tally_clear(&sums);
		counted_go(&sums, meeting, wall->hall.ballots, position);
		for (int i = 0; i < 17; i++)
			votes += sums.support[i];
		votes += sums.blank[0];
		for (int page = 0; page < 2; page++) {
			wall->hall.view.playback.position = position;
			hall_frame(wall->ui, &wall->hall.view, page);
			votes -= hall_strokes(wall->ui) + hall_folded(wall->ui);
		}
		assert_int_equal(votes, 0);
	}
}

/* The ballot shown, read from the frame: its titles stand on the card. */
static void every_ballot_is_shown_with_its_choices(void **state)
{
	enum { CARD_END = 96 + 480 };
	struct hall_wall *wall = *state;
	const struct hall_view *view = &wall->hall.view;
	const struct meeting *meeting = view->meeting;

	for (int position = 1; position <= view->ballot_count; position++) {
		const struct ballot *ballot = &view->ballots[position - 1];
		int blank = 0, said = 0;

		draw_at(wall, position);
		for (int i = 0; i < meeting->proposal_count; i++) {
			bool shown = false;
			char number[16];

			snprintf(number, sizeof(number), "%d",
				 meeting->proposals[i].number);
			for (int j = 0; j < wall->words.count; j++)
				shown |= wall->words.words[j].x < CARD_END &&
					 strcmp(wall->words.words[j].text,
						number) == 0;
			assert_int_equal(shown, ballot->value[i] != 0);
		}
		for (int pot = 0; pot < meeting->pot_count; pot++)
			blank += ballot_chosen(meeting, ballot, pot) == 0;
		for (int j = 0; j < wall->words.count; j++)
			said += wall->words.words[j].x < CARD_END &&
				strcmp(wall->words.words[j].text, "Blank") == 0;
		assert_int_equal(said, blank);
	}
}

static void there_is_a_stroke_for_every_vote(void **state)
{
	struct hall_wall *wall = *state;
	const struct hall_view *view = &wall->hall.view;
	struct tally sums;

	tally_clear(&sums);
	for (int position = 0; position <= view->ballot_count; position++) {
		int64_t votes = 0;

		counted_go(&sums, view->meeting, view->ballots, position);
		for (int i = 0; i < view->meeting->proposal_count; i++)
			votes += sums.support[i];
		for (int pot = 0; pot < view->meeting->pot_count; pot++)
			votes += sums.blank[pot];
		draw_at(wall, position);
		assert_int_equal(hall_strokes(wall->ui), votes);
	}
}

static void the_rows_never_change_places(void **state)
{
	struct hall_wall *wall = *state;
	const struct hall_view *view = &wall->hall.view;
	int y[MEETING_PROPOSALS];

	for (int position = 0; position <= view->ballot_count; position++) {
		draw_at(wall, position);
		for (int i = 0; i < view->meeting->proposal_count; i++) {
			const char *title =
			    meeting_short_title(view->meeting, i, 0);
			const struct hall_word *found = NULL;

			for (int j = 0; j < wall->words.count; j++)
				if (wall->words.words[j].x > 640 &&
				    strcmp(wall->words.words[j].text, title) ==
					0)
					found = &wall->words.words[j];
			assert_non_null(found);
			if (position > 0)
				assert_int_equal(found->y, y[i]);
			y[i] = found->y;
		}
	}
}

static void at_the_end_it_says_whether_the_sums_are_right(void **state)
{
	struct hall_wall *wall = *state;

	draw_at(wall, 42);
	assert_true(hall_wall_says(wall, "Stemme 42 af 43"));
	assert_false(hall_wall_says(wall, "Summerne passer."));
	draw_at(wall, 43);
	assert_true(hall_wall_says(wall, "43 stemmer er talt"));
	assert_true(hall_wall_says(wall, "Summerne passer."));
	wall->hall.tally.support[9]++;
	draw_at(wall, 43);
	assert_false(hall_wall_says(wall, "Summerne passer."));
	assert_true(
	    hall_wall_says(wall, "Summerne er ikke ens. Hent en hjælper."));
}

static void few_ballots_show_only_their_sums_and_why(void **state)
{
	struct hall_wall *wall = *state;
	char *dump;

	hall_case_few(&wall->hall);
	wall->hall.meeting->publish_min = 50;
	draw_at(wall, 0);
	assert_true(hall_wall_says(wall, "Kun summerne"));
	dump = frame_dump(wall->ui);
	assert_non_null(strstr(dump, "færre"));
	assert_non_null(strstr(dump, "50"));
	free(dump);
	assert_true(hall_wall_says(wall, "31"));
	assert_int_equal(hall_wait_ms(&wall->hall.view), -1);
}

static void a_running_sum_is_used_and_a_stale_one_is_not(void **state)
{
	struct hall_wall *wall = *state;
	struct hall_view *view = &wall->hall.view;
	struct tally kept;
	char *with, *without;

	tally_clear(&kept);
	counted_go(&kept, view->meeting, view->ballots, 20);
	draw_at(wall, 20);
	without = frame_dump(wall->ui);
	view->counted = &kept;
	draw_at(wall, 20);
	with = frame_dump(wall->ui);
	assert_string_equal(with, without);
	free(with);
	kept.support[0] += 500;
	draw_at(wall, 20);
	with = frame_dump(wall->ui);
	assert_string_not_equal(with, without);
	free(with);
	kept.ballots = 19;
	draw_at(wall, 20);
	with = frame_dump(wall->ui);
	assert_string_equal(with, without);
	free(with);
	free(without);
}

/* However it comes there, forward, back or by leaps: at the end the sums are
 * those of the box, and on the way those of the ballots so far. */
static void the_sums_at_the_end_are_those_of_the_box(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 40; seed++) {
		struct hall_case hall;
		struct tally counted, anew;
		uint64_t draws = seed * 977;
		struct random random = bolbro_random(&draws);
		int count = (int)(seed * 7 % 120) + 1;

		hall_case_open(&hall, PHASE_CLOSED);
		hall_case_box(&hall, count, seed);
		tally_clear(&counted);
		for (int move = 0; move < 30; move++) {
			int to = (int)random.below(random.context,
						   (uint32_t)count + 1);

			counted_go(&counted, hall.meeting, hall.ballots, to);
			tally_clear(&anew);
			for (int i = 0; i < to; i++)
				tally_add(&anew, hall.meeting,
					  &hall.ballots[i]);
			assert_memory_equal(&counted, &anew, sizeof(anew));
		}
		counted_go(&counted, hall.meeting, hall.ballots, count);
		assert_true(
		    counted_agrees(hall.meeting, &counted, &hall.tally));
		counted.blank[hall.meeting->pot_count - 1]++;
		assert_false(
		    counted_agrees(hall.meeting, &counted, &hall.tally));
		counted.blank[hall.meeting->pot_count - 1]--;
		counted.support[hall.meeting->proposal_count - 1]++;
		assert_false(
		    counted_agrees(hall.meeting, &counted, &hall.tally));
		hall_case_close(&hall);
	}
}

static void the_next_frame_comes_with_the_next_ballot(void **state)
{
	struct hall_wall *wall = *state;
	struct hall_view *view = &wall->hall.view;

	view->now_ms = 5000;
	assert_int_equal(hall_wait_ms(view), -1);
	playback_toggle(&view->playback, 5000);
	assert_int_equal(hall_wait_ms(view), playback_ballot_ms(2, 43));
	view->now_ms += (uint64_t)playback_ballot_ms(2, 43) - 3;
	/* No more than 60 frames a second. */
	assert_int_equal(hall_wait_ms(view), 16);
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, open_wall, hall_wall_close)
	const struct CMUnitTest tests[] = {
	    TEST(it_looks_as_it_was_approved),
	    TEST(a_box_too_large_for_strokes_folds_them),
	    TEST(every_ballot_is_shown_with_its_choices),
	    TEST(there_is_a_stroke_for_every_vote),
	    TEST(the_rows_never_change_places),
	    TEST(at_the_end_it_says_whether_the_sums_are_right),
	    TEST(few_ballots_show_only_their_sums_and_why),
	    TEST(a_running_sum_is_used_and_a_stale_one_is_not),
	    cmocka_unit_test(the_sums_at_the_end_are_those_of_the_box),
	    TEST(the_next_frame_comes_with_the_next_ballot),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

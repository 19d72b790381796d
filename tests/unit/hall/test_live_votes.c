/* The votes so far, in batches: bars that grow, and what is said before. */
#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/hall_evening.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"

enum { FRAME_MS = 16 };

static void live_votes_grow_from_the_batch_before(void **state)
{
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;

	hall_evening_open(&evening, PHASE_OPEN);
	view->scene = SCENE_LIVE;
	hall_evening_batch(&evening, HALL_LIVE_MS);
	assert_int_equal(hall_pages(*state, view), 2);
	hall_check(*state, view, 0, "live-1");
	hall_check(*state, view, 1, "live-2");
	assert_int_equal(hall_wait_ms(view), -1);
	hall_evening_batch(&evening, HALL_LIVE_MS / 4);
	hall_check(*state, view, 1, "live-growing");
	assert_int_equal(hall_wait_ms(view), FRAME_MS);
	/* The first one known grows from nothing known. */
	view->live_before = NULL;
	assert_int_equal(hall_wait_ms(view), -1);
	hall_evening_close(&evening);
}

/* The lengths of the bars of the frame just drawn. */
static int bar_lengths(struct ui *ui, int *ret_lengths, int most)
{
	char *dump = frame_dump(ui), *rest = dump, *line;
	int count = 0, w;

	while ((line = strsep(&rest, "\n")) != NULL)
		if (strstr(line, "METER") && count < most &&
		    sscanf(line, "fill %*d %*d %d", &w) == 1)
			ret_lengths[count++] = w;
	free(dump);
	return count;
}

static void a_batch_begins_where_the_last_one_ended(void **state)
{
	enum { MOST = 10 };
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;
	int old[MOST], first[MOST], last[MOST], still[MOST], count;

	hall_evening_open(&evening, PHASE_OPEN);
	view->scene = SCENE_LIVE;
	view->live = &evening.before;
	hall_frame(*state, view, 1);
	count = bar_lengths(*state, old, MOST);
	assert_int_equal(count, 6); /* of 7: one has no votes */
	hall_evening_batch(&evening, 0);
	hall_frame(*state, view, 1);
	assert_int_equal(bar_lengths(*state, first, MOST), count);
	hall_evening_batch(&evening, HALL_LIVE_MS);
	hall_frame(*state, view, 1);
	assert_int_equal(bar_lengths(*state, last, MOST), count);
	view->live_before = NULL;
	hall_frame(*state, view, 1);
	assert_int_equal(bar_lengths(*state, still, MOST), count);
	assert_memory_equal(old, first, sizeof(int) * (size_t)count);
	assert_memory_equal(last, still, sizeof(int) * (size_t)count);
	assert_true(memcmp(first, last, sizeof(int) * (size_t)count) != 0);
	/* From nought: as long as they have votes. */
	for (int i = 0; i < count - 1; i++) {
		static const int votes[] = {16, 29, 22, 12, 17, 22};

		assert_in_range(last[i] * 29 / votes[i], last[1] - 3,
				last[1] + 3);
	}
	hall_evening_close(&evening);
}

static void the_values_are_there_at_once(void **state)
{
	struct hall_evening evening;

	hall_evening_open(&evening, PHASE_OPEN);
	evening.hall.view.scene = SCENE_LIVE;
	hall_evening_batch(&evening, 0);
	assert_true(hall_evening_says(*state, &evening.hall.view, 1, "29"));
	assert_false(hall_evening_says(*state, &evening.hall.view, 1, "26"));
	assert_true(hall_evening_says(*state, &evening.hall.view, 1,
				      "Foreløbigt – 40 stemmer"));
	hall_evening_close(&evening);
}

static void at_most_ten_bars_stand_on_a_page(void **state)
{
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;
	static const struct {
		int proposals, pages;
	} cases[] = {{1, 1}, {8, 1}, {10, 1}, {11, 2}, {20, 2}, {21, 3}};

	hall_evening_open(&evening, PHASE_OPEN);
	view->scene = SCENE_LIVE;
	hall_evening_batch(&evening, HALL_LIVE_MS);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		hall_evening_hard(&evening, cases[i].proposals);
		for (int k = 0; k < cases[i].proposals; k++)
			evening.hall.meeting->proposals[k].short_title.in[0] =
			    "Fælles grillplads i gården";
		assert_int_equal(hall_pages(*state, view), cases[i].pages);
	}
	hall_check(*state, view, 2, "live-many");
	hall_evening_hard(&evening, 10);
	hall_check(*state, view, 0, "live-long-names");
	hall_evening_close(&evening);
}

static void a_higher_frame_has_no_more_bars(void **state)
{
	struct ui *ui = hall_window(1280, 960, "da");
	struct hall_evening evening;

	(void)state;
	hall_evening_open(&evening, PHASE_OPEN);
	evening.hall.view.scene = SCENE_LIVE;
	hall_evening_hard(&evening, 11);
	for (int i = 0; i < 11; i++)
		evening.hall.meeting->proposals[i].short_title.in[0] = "Bænke";
	hall_evening_batch(&evening, HALL_LIVE_MS);
	assert_int_equal(hall_pages(ui, &evening.hall.view), 2);
	hall_evening_close(&evening);
	ui_free(ui);
}

static void open_shows_turnout_and_then_the_votes(void **state)
{
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;

	hall_evening_open(&evening, PHASE_OPEN);
	assert_int_equal(hall_pages(*state, view), 1);
	hall_evening_batch(&evening, 0);
	assert_int_equal(hall_pages(*state, view), 3);
	assert_true(hall_evening_says(*state, view, 0, "43 har stemt"));
	assert_int_equal(hall_wait_ms(view), -1);
	assert_true(hall_evening_says(*state, view, 1, "Store forslag"));
	assert_true(hall_evening_says(*state, view, 2, "Hurtigpulje"));
	assert_int_equal(hall_wait_ms(view), FRAME_MS);
	hall_evening_batch(&evening, HALL_LIVE_MS);
	hall_check(*state, view, 2, "open-live-3");
	hall_evening_close(&evening);
}

static void before_the_first_batch_the_room_hears_when(void **state)
{
	static const char first[] =
	    "De første stemmer vises, når mindst 10 har stemt.";
	struct hall_evening evening;
	struct hall_view *view = &evening.hall.view;

	hall_evening_open(&evening, PHASE_OPEN);
	memset(&evening.live, 0, sizeof(evening.live));
	view->live = &evening.live;
	assert_int_equal(hall_pages(*state, view), 1);
	assert_true(hall_evening_says(*state, view, 0, first));
	hall_check(*state, view, 0, "open-no-batch");
	view->scene = SCENE_LIVE;
	assert_int_equal(hall_pages(*state, view), 1);
	assert_true(hall_evening_says(*state, view, 0, first));
	hall_check(*state, view, 0, "live-none");
	hall_evening_close(&evening);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(live_votes_grow_from_the_batch_before),
	    cmocka_unit_test(a_batch_begins_where_the_last_one_ended),
	    cmocka_unit_test(the_values_are_there_at_once),
	    cmocka_unit_test(at_most_ten_bars_stand_on_a_page),
	    cmocka_unit_test(a_higher_frame_has_no_more_bars),
	    cmocka_unit_test(open_shows_turnout_and_then_the_votes),
	    cmocka_unit_test(before_the_first_batch_the_room_hears_when),
	};

	return cmocka_run_group_tests(tests, hall_window_open,
				      hall_window_close);
}

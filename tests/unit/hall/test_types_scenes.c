/* The wall of meetings whose pots have points, scores and ranks, with sums of
 * four and five digits: as somebody looked at it. */
#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"

enum { BOX = 40, SEED = 11, TIMES = 93, LIVE_BALLOTS = 40, ROUND = 1000 };

/* Points of a hundred each in the first pot, and TYPE in the second; what were
 * votes of the result are TIMES as many points. */
static void open_types(struct hall_case *hall, enum phase phase,
		       enum ballot_type type)
{
	struct pot *pots;

	hall_case_open(hall, phase);
	pots = hall->meeting->pots;
	pots[0].ballot_type = BALLOT_POINTS;
	pots[0].points = pots[0].value_most = MEETING_POINTS;
	pots[0].choose_max = 3;
	pots[1].ballot_type = type;
	pots[1].choose_max = 7;
	pots[1].score_least = 0;
	pots[1].value_most = type == BALLOT_SCORE ? MEETING_SCORE_BEST : 0;
	hall_case_typed(hall, BOX, SEED);
	for (int i = 0; i < hall->meeting->proposal_count; i++)
		hall->result->awards[i].votes *= TIMES;
	for (int i = 0; i < hall->result->tie_count; i++)
		hall->result->ties[i].votes *= TIMES;
}

static void points_that_come_in_are_bars(void **state)
{
	struct snapshot live = {.ballots = LIVE_BALLOTS};
	struct hall_case hall;

	open_types(&hall, PHASE_OPEN, BALLOT_SCORE);
	for (int i = 0; i < hall.meeting->proposal_count; i++)
		live.support[i] = (i % 4 + 1) * ROUND - i;
	hall.meeting->live = LIVE_BATCHES;
	hall.view.live = &live;
	hall.view.scene = SCENE_LIVE;
	hall_check_pages(*state, &hall.view, "types-live");
	hall_case_close(&hall);
}

static void points_are_counted_card_by_card(void **state)
{
	static const enum ballot_type types[] = {BALLOT_SCORE, BALLOT_RANK};
	static const char *const names[] = {"types-count-score",
					    "types-count-rank"};

	for (int i = 0; i < 2; i++) {
		struct hall_case hall;

		open_types(&hall, PHASE_CLOSED, types[i]);
		hall.view.scene = SCENE_TALLY;
		hall.view.playback.position = BOX;
		hall_check_pages(*state, &hall.view, names[i]);
		hall_case_close(&hall);
	}
}

static void order_money_and_result_of_points(void **state)
{
	struct hall_case hall;

	open_types(&hall, PHASE_COUNTED, BALLOT_RANK);
	hall.view.scene = SCENE_ORDER;
	hall_check_page(*state, &hall.view, hall_pages(*state, &hall.view) - 1,
			"types-order");
	hall.view.scene = SCENE_MONEY;
	hall_check_page(*state, &hall.view, 1, "types-money");
	hall_check_page(*state, &hall.view, 7, "types-money");
	hall.view.scene = SCENE_RESULT;
	hall_check_pages(*state, &hall.view, "types-result");
	hall_case_funds(&hall);
	for (int i = 0; i < hall.meeting->proposal_count; i++)
		hall.missing[i].votes *= TIMES;
	hall.view.scene = SCENE_AFTER;
	hall_check_pages(*state, &hall.view, "types-after");
	hall_case_close(&hall);
}

static void a_tie_of_points_on_the_wall(void **state)
{
	struct hall_case hall;

	open_types(&hall, PHASE_CLOSED, BALLOT_RANK);
	hall_case_tie(&hall, 1, 3);
	hall.tie.votes = 24 * TIMES;
	hall_check_page(*state, &hall.view, 1, "types-tie");
	hall_case_close(&hall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(points_that_come_in_are_bars),
	    cmocka_unit_test(points_are_counted_card_by_card),
	    cmocka_unit_test(order_money_and_result_of_points),
	    cmocka_unit_test(a_tie_of_points_on_the_wall),
	};

	return cmocka_run_group_tests(tests, hall_window_open,
				      hall_window_close);
}

/* From the closed box to the day after: every scene as somebody looked at it,
 * in Danish and English. What they must say stands in the other tests. */
#include "hall/hall.h"

#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/hall_wall.h"
#include "ui/ui.h"
#include "words/words.h"

enum { SINCE_MS = 1000, GROWING_MS = 300 };

/* As it looks while the bars of the page grow. */
static void check_growing(struct ui *ui, struct hall_view *view,
			  const char *name, int page)
{
	view->since_ms = SINCE_MS;
	view->now_ms = SINCE_MS + GROWING_MS;
	hall_check_page(ui, view, page, name);
	view->since_ms = view->now_ms = 0;
}

static void settled_ties_look_as_they_were_approved(void **state)
{
	static const enum decision_kind kinds[] = {
	    DECISION_LOTS, DECISION_AGREED, DECISION_SPLIT};

	for (int i = 0; i < 3; i++) {
		struct hall_case hall;
		char name[64];

		hall_case_open(&hall, PHASE_CLOSED);
		hall_case_tie(&hall, 1, 3);
		hall.tie.settled = true;
		hall.tie.kind = kinds[i];
		hall.tie.proposal[0] = meeting_proposal(hall.meeting, 10);
		hall.tie.proposal[2] = meeting_proposal(hall.meeting, 8);
		for (int j = 0; j < 3; j++)
			hall.tie.amount_minor[j] = 1000000;
		snprintf(name, sizeof(name), "tie-settled-by-%s",
			 decision_name(kinds[i]));
		hall_check_page(*state, &hall.view, 1, name);
		if (i == 0)
			hall_check_page(*state, &hall.view, 0, name);
		hall_case_close(&hall);
	}
}

static void the_order_looks_as_it_was_approved(void **state)
{
	struct hall_case hall;

	hall_case_open(&hall, PHASE_CLOSED);
	hall.view.scene = SCENE_ORDER;
	assert_int_equal(hall_pages(*state, &hall.view), 10);
	hall_check_page(*state, &hall.view, 0, "order");
	hall_check_page(*state, &hall.view, 2, "order");
	hall_check_page(*state, &hall.view, 6, "order");
	hall_check_page(*state, &hall.view, 9, "order");
	check_growing(*state, &hall.view, "order-grows", 9);
	hall_case_paper(&hall, true, 0, -3);
	hall_check_page(*state, &hall.view, 2, "order-by-hand");
	hall_case_close(&hall);
}

static void the_money_looks_as_it_was_approved(void **state)
{
	static const int pages[] = {0, 1, 2, 4, 7, 9, 13, 14};
	struct hall_case hall;

	hall_case_open(&hall, PHASE_COUNTED);
	hall.view.scene = SCENE_MONEY;
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		hall_check_page(*state, &hall.view, pages[i], "money");
	check_growing(*state, &hall.view, "money-line-grows", 0);
	check_growing(*state, &hall.view, "money-grows", 8);
	check_growing(*state, &hall.view, "money-skips", 13);
	hall_case_close(&hall);
}

static void what_was_agreed_looks_as_it_was_approved(void **state)
{
	struct hall_case hall;

	hall_case_open(&hall, PHASE_COUNTED);
	hall_case_agreed(&hall);
	hall.view.scene = SCENE_MONEY;
	hall_check_page(*state, &hall.view, 1, "money-agreed");
	hall_check_page(*state, &hall.view, 3, "money-agreed");
	hall_check_page(*state, &hall.view, hall_pages(*state, &hall.view) - 2,
			"money-agreed");
	hall.view.scene = SCENE_RESULT;
	hall_check_pages(*state, &hall.view, "result-agreed");
	hall_case_close(&hall);
}

static void the_paper_looks_as_it_was_approved(void **state)
{
	struct hall_case hall;

	hall_case_open(&hall, PHASE_CLOSED);
	hall.view.scene = SCENE_PAPER;
	hall_case_paper(&hall, false, 0, 0);
	hall_check_pages(*state, &hall.view, "paper-agrees");
	hall_case_paper(&hall, false, 4, 2);
	hall_check_pages(*state, &hall.view, "paper-machine-stands");
	hall_case_paper(&hall, true, 0, -3);
	hall.paper.votes[4] += 2;
	hall.paper.ballots++;
	hall_check_pages(*state, &hall.view, "paper-hand-stands");
	hall_case_close(&hall);
}

static void the_result_looks_as_it_was_approved(void **state)
{
	struct hall_case hall;

	hall_case_open(&hall, PHASE_COUNTED);
	hall.view.scene = SCENE_RESULT;
	check_growing(*state, &hall.view, "result-grows", 1);
	hall_case_paper(&hall, true, 0, 0);
	hall.result->ties[0].settled = hall.result->ties[0].changes_money =
	    true;
	hall.result->ties[0].kind = DECISION_LOTS;
	hall_check_page(*state, &hall.view, 1, "result-by-hand");
	hall_case_close(&hall);
}

static void the_day_after_looks_as_it_was_approved(void **state)
{
	struct hall_case hall;

	hall_case_open(&hall, PHASE_COUNTED);
	hall.view.scene = SCENE_AFTER;
	hall_check_pages(*state, &hall.view, "after-plain");
	hall_case_funds(&hall);
	hall.view.digest = "3f2a9c1b77d04e2188a6c5f3e0917b4d"
			   "5be26aa4f1907c3de8d25f6b40c91a72";
	hall_check_pages(*state, &hall.view, "after");
	hall_case_close(&hall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(settled_ties_look_as_they_were_approved),
	    cmocka_unit_test(the_order_looks_as_it_was_approved),
	    cmocka_unit_test(the_money_looks_as_it_was_approved),
	    cmocka_unit_test(what_was_agreed_looks_as_it_was_approved),
	    cmocka_unit_test(the_paper_looks_as_it_was_approved),
	    cmocka_unit_test(the_result_looks_as_it_was_approved),
	    cmocka_unit_test(the_day_after_looks_as_it_was_approved),
	};

	return cmocka_run_group_tests(tests, hall_window_open,
				      hall_window_close);
}

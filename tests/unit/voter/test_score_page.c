/* Scores, one proposal a page: the page is said where "2 of 6 scored" does not
 * say it already. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/voter_case.h"

enum { POT = 1, PAGES = 7, TEXT = 32 };

static struct voter_case voter;

/* A resident at PAGE, from 0, who has scored the pages whose bit is in SCORED;
 * whether the screen says which page it is. */
static bool page_is_said(int page, unsigned scored)
{
	char text[TEXT];
	char *dump;
	bool said;
	int first, end;
	struct pot *pot = &voter.meeting->pots[POT];

	pot->ballot_type = BALLOT_SCORE;
	pot->value_most = 5;
	pot->choose_min = 0;
	voter_case_begin(&voter, "da", POT);
	meeting_pot_range(voter.meeting, POT, &first, &end);
	assert_int_equal(end - first, PAGES);
	/* Not the order of their numbers. */
	for (int i = first; i < end; i++)
		voter.session.order[i] = end - 1 - (i - first);
	for (int i = 0; i < PAGES; i++) {
		int index = voter.session.order[first + i];

		if (!(scored & 1u << i))
			continue;
		voter.session.scored[index] = true;
		voter.session.ballot.value[index] = 3;
	}
	voter.session.at[POT] = page;
	voter_frame(&voter);
	dump = frame_dump(voter.ui);
	snprintf(text, sizeof(text), "Side %d af %d", page + 1, PAGES);
	said = strstr(dump, text) != NULL;
	free(dump);
	return said;
}

static void who_scores_one_after_another_is_not_told_twice(void **state)
{
	unsigned before = 0;

	(void)state;
	for (int page = 0; page < PAGES; page++) {
		assert_false(page_is_said(page, before));
		before |= 1u << page;
		assert_false(page_is_said(page, before));
	}
}

static void who_passed_one_over_or_came_back_is_told_the_page(void **state)
{
	(void)state;
	assert_true(page_is_said(1, 0));
	assert_true(page_is_said(5, 1));
	assert_true(page_is_said(0, 2 | 1));
	/* As many are scored as pages lie before, but not those. */
	assert_true(page_is_said(1, 4));
	assert_true(page_is_said(2, 1 | 32));
}

static void the_other_ballots_say_their_page_always(void **state)
{
	char *dump;

	(void)state;
	voter.meeting->pots[POT].ballot_type = BALLOT_APPROVAL;
	voter_case_begin(&voter, "da", POT);
	voter_frame(&voter);
	dump = frame_dump(voter.ui);
	assert_non_null(strstr(dump, "Side 1 af 2"));
	free(dump);
}

static int open_case(void **state)
{
	(void)state;
	voter_case_open(&voter, 2);
	return 0;
}

static int close_case(void **state)
{
	(void)state;
	voter_case_close(&voter);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(who_scores_one_after_another_is_not_told_twice),
	    cmocka_unit_test(who_passed_one_over_or_came_back_is_told_the_page),
	    cmocka_unit_test(the_other_ballots_say_their_page_always),
	};

	return cmocka_run_group_tests(tests, open_case, close_case);
}

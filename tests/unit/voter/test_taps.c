/* What touches mean: each button its intent, a vote its number of taps. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/shown_pixels.h"
#include "tests/lib/voter_case.h"

enum { FORMS = 3, MANY = 60 };

static int index_of(struct voter_case *voter, int number)
{
	return meeting_proposal(voter->meeting, number);
}

static int page_of(struct voter_case *voter)
{
	return session_page(&voter->session, voter->meeting,
			    voter_page_size(voter->ui, &voter->view));
}

static void go(struct voter_case *voter, enum screen screen,
	       enum overlay overlay)
{
	voter_case_begin(voter, "da", 1);
	voter->session.screen = screen;
	voter->session.overlay = overlay;
	voter->session.detail = 5;
	voter_all_seen(voter);
	voter->session.ballot.value[4] = 1;
	if (screen == SCREEN_LANGUAGE)
		voter->session.from = SCREEN_CHOOSE;
	voter->view.demo = true;
}

/* With seven cards in the pot, page 0 shown, proposal 5 (index 4) chosen. */
static const struct {
	enum screen screen;
	enum overlay overlay;
	enum widget widget;
	int index;
	enum intent_kind kind;
	int value;
} touches[] = {
    {SCREEN_ATTRACT, OVERLAY_NONE, WIDGET_TYPE_CODE, 0, INTENT_TYPE_CODE, 0},
    {SCREEN_ATTRACT, OVERLAY_NONE, WIDGET_DEMO_SCAN, 0, INTENT_DEMO_SCAN, 0},
    {SCREEN_CODE, OVERLAY_NONE, WIDGET_SYMBOL, 0, INTENT_SYMBOL, 0},
    {SCREEN_CODE, OVERLAY_NONE, WIDGET_SYMBOL, 31, INTENT_SYMBOL, 31},
    {SCREEN_CODE, OVERLAY_NONE, WIDGET_ERASE, 0, INTENT_ERASE, 0},
    {SCREEN_CODE, OVERLAY_NONE, WIDGET_BACK, 0, INTENT_BACK, 0},
    {SCREEN_MESSAGE, OVERLAY_NONE, WIDGET_DISMISS, 0, INTENT_DISMISS, 0},
    {SCREEN_LANGUAGE, OVERLAY_NONE, WIDGET_LANGUAGE, 1, INTENT_LANGUAGE, 1},
    {SCREEN_LANGUAGE, OVERLAY_NONE, WIDGET_BACK, 0, INTENT_BACK, 0},
    {SCREEN_LANGUAGE, OVERLAY_NONE, WIDGET_STOP, 0, INTENT_STOP, 0},
    {SCREEN_CHOOSE, OVERLAY_NONE, WIDGET_TOGGLE, 3, INTENT_TOGGLE, 3},
    {SCREEN_CHOOSE, OVERLAY_NONE, WIDGET_OPEN, 3, INTENT_OPEN, 3},
    {SCREEN_CHOOSE, OVERLAY_NONE, WIDGET_READ_MORE, 3, INTENT_OPEN, 3},
    {SCREEN_CHOOSE, OVERLAY_NONE, WIDGET_BACK, 0, INTENT_BACK, 0},
    {SCREEN_CHOOSE, OVERLAY_NONE, WIDGET_NEXT, 0, INTENT_NEXT, 0},
    {SCREEN_CHOOSE, OVERLAY_NONE, WIDGET_TO_LANGUAGE, 0, INTENT_OPEN_LANGUAGE,
     0},
    {SCREEN_CHOOSE, OVERLAY_NONE, WIDGET_HELP, 0, INTENT_HELP, 0},
    {SCREEN_CHOOSE, OVERLAY_NONE, WIDGET_STOP, 0, INTENT_STOP, 0},
    {SCREEN_DETAIL, OVERLAY_NONE, WIDGET_TOGGLE, 5, INTENT_TOGGLE, 5},
    {SCREEN_DETAIL, OVERLAY_NONE, WIDGET_MORE, 0, INTENT_MORE, 1},
    {SCREEN_DETAIL, OVERLAY_NONE, WIDGET_BACK, 0, INTENT_CLOSE, 0},
    {SCREEN_REVIEW, OVERLAY_NONE, WIDGET_REMOVE, 4, INTENT_TOGGLE, 4},
    {SCREEN_REVIEW, OVERLAY_NONE, WIDGET_EDIT, 0, INTENT_EDIT, 0},
    {SCREEN_REVIEW, OVERLAY_NONE, WIDGET_EDIT, 1, INTENT_EDIT, 0},
    {SCREEN_REVIEW, OVERLAY_NONE, WIDGET_CAST, 0, INTENT_CAST, 0},
    {SCREEN_THANKS, OVERLAY_NONE, WIDGET_DISMISS, 0, INTENT_DISMISS, 0},
    {SCREEN_CHOOSE, OVERLAY_IDLE, WIDGET_DISMISS, 0, INTENT_DISMISS, 0},
    {SCREEN_CHOOSE, OVERLAY_STOP, WIDGET_DISMISS, 0, INTENT_DISMISS, 0},
    {SCREEN_CHOOSE, OVERLAY_STOP, WIDGET_STOP_YES, 0, INTENT_STOP_YES, 0},
    {SCREEN_REVIEW, OVERLAY_BLANK, WIDGET_DISMISS, 0, INTENT_DISMISS, 0},
    {SCREEN_REVIEW, OVERLAY_BLANK, WIDGET_CAST_BLANK, 0, INTENT_CAST_BLANK, 0},
    {SCREEN_CHOOSE, OVERLAY_HELP, WIDGET_DISMISS, 0, INTENT_DISMISS, 0},
};

static void every_button_means_what_it_says_on_every_form(void **state)
{
	(void)state;
	for (int form = 0; form < FORMS; form++) {
		struct voter_case voter;

		voter_case_open(&voter, form);
		for (size_t i = 0; i < sizeof(touches) / sizeof(touches[0]);
		     i++) {
			struct intent intent;

			go(&voter, touches[i].screen, touches[i].overlay);
			intent = voter_touch(&voter, touches[i].widget,
					     touches[i].index);
			assert_string_equal(intent_name(intent.kind),
					    intent_name(touches[i].kind));
			assert_int_equal(intent.value, touches[i].value);
		}
		voter_case_close(&voter);
	}
}

static void under_an_overlay_nothing_can_be_touched(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	go(&voter, SCREEN_REVIEW, OVERLAY_BLANK);
	voter_frame(&voter);
	assert_true(voter_has(&voter, WIDGET_CAST_BLANK, 0));
	assert_false(voter_has(&voter, WIDGET_CAST, 0));
	assert_false(voter_has(&voter, WIDGET_EDIT, 0));
	assert_false(voter_has(&voter, WIDGET_STOP, 0));
	voter_case_close(&voter);
}

static void without_demo_no_slip_is_offered(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	voter_frame(&voter);
	assert_false(voter_has(&voter, WIDGET_DEMO_SCAN, 0));
	assert_true(voter_has(&voter, WIDGET_TYPE_CODE, 0));
	voter_case_close(&voter);
}

/* From the scan on: language, choices, "Next" per pot and extra page, cast. */
static void vote(struct voter_case *voter, int extra_pages)
{
	static const unsigned char hash[SLIP_HASH_BYTES] = {9};
	const int numbers[] = {2, 4, 5, 10};
	int next = 0, pots = voter->meeting->pot_count;

	voter_case_begin(voter, "da", 0);
	memcpy(voter->session.slip_hash, hash, sizeof(hash));
	voter->session.screen = SCREEN_LANGUAGE;
	voter->session.from = SCREEN_COUNT;
	memset(voter->session.seen, 0, sizeof(voter->session.seen));
	assert_int_equal(voter_tap(voter, WIDGET_LANGUAGE, 0), EFFECT_NONE);
	while (voter->session.screen == SCREEN_CHOOSE) {
		while (next < 4 && voter_has(voter, WIDGET_TOGGLE,
					     index_of(voter, numbers[next])))
			voter_tap(voter, WIDGET_TOGGLE,
				  index_of(voter, numbers[next++]));
		voter_tap(voter, WIDGET_NEXT, 0);
	}
	assert_int_equal(next, 4);
	assert_int_equal(voter->session.screen, SCREEN_REVIEW);
	while (!voter_has(voter, WIDGET_CAST, 0))
		voter_tap(voter, WIDGET_MORE, 0);
	assert_int_equal(voter_tap(voter, WIDGET_CAST, 0), EFFECT_CAST);
	assert_int_equal(voter->session.screen, SCREEN_CASTING);
	for (int i = 0; i < 4; i++)
		assert_int_equal(
		    voter->session.ballot.value[index_of(voter, numbers[i])],
		    1);
	/* k + 3 in one pot (UX.md d); one more for each further pot, and for
	 * each extra page of cards or of the review. */
	assert_int_equal(voter->taps, 4 + 3 + (pots - 1) + extra_pages);
}

static void a_vote_takes_as_many_taps_as_choices_and_three(void **state)
{
	static const int extra[FORMS] = {1, 1, 2};

	(void)state;
	for (int form = 0; form < FORMS; form++) {
		struct voter_case voter;

		voter_case_open(&voter, form);
		vote(&voter, extra[form]);
		voter_case_close(&voter);
	}
}

/* Back and on go through the pages one by one; no arrow stands beside them. */
static void next_is_offered_only_on_the_last_page(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	voter_case_begin(&voter, "da", 1);
	voter_tap(&voter, WIDGET_NEXT, 0);
	assert_int_equal(voter.session.screen, SCREEN_CHOOSE);
	assert_int_equal(page_of(&voter), 1);
	voter_tap(&voter, WIDGET_BACK, 0);
	assert_int_equal(page_of(&voter), 0);
	voter_tap(&voter, WIDGET_NEXT, 0);
	assert_int_equal(page_of(&voter), 1);
	voter_tap(&voter, WIDGET_NEXT, 0);
	assert_int_equal(voter.session.screen, SCREEN_REVIEW);
	voter_case_close(&voter);
}

/* Pages hold as many cards as each other, or one more. */
static void cards_are_shared_out_evenly_and_each_is_on_one_page(void **state)
{
	static const int on_page[FORMS][2] = {{4, 3}, {4, 3}, {4, 3}};

	(void)state;
	for (int form = 0; form < FORMS; form++) {
		struct voter_case voter;
		bool seen[MEETING_PROPOSALS] = {false};

		voter_case_open(&voter, form);
		voter_case_begin(&voter, "da", 1);
		for (int page = 0; page < 2; page++) {
			int count = 0;

			voter_show_page(&voter, page);
			voter_frame(&voter);
			for (int i = 0; i < voter.meeting->proposal_count; i++)
				if (voter_has(&voter, WIDGET_TOGGLE, i)) {
					assert_false(seen[i]);
					seen[i] = true;
					count++;
				}
			assert_int_equal(count, on_page[form][page]);
		}
		voter_case_close(&voter);
	}
}

static void one_choice_too_many_says_so_and_changes_nothing(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	voter_case_begin(&voter, "da", 0);
	voter_tap(&voter, WIDGET_TOGGLE, 0);
	voter_tap(&voter, WIDGET_TOGGLE, 1);
	voter_tap(&voter, WIDGET_TOGGLE, 2);
	assert_int_equal(voter.session.banner, BANNER_FULL);
	assert_int_equal(voter.session.ballot.value[2], 0);
	voter_tap(&voter, WIDGET_TOGGLE, 1);
	assert_int_equal(voter.session.ballot.value[1], 0);
	voter_tap(&voter, WIDGET_TOGGLE, 2);
	assert_int_equal(voter.session.ballot.value[2], 1);
	voter_case_close(&voter);
}

/* A text of about forty lines on the tablet: so few pages that each holds many
 * of them. */
static void the_whole_text_of_a_proposal_can_be_turned_through(void **state)
{
	static const int most[FORMS] = {3, 2, 6};

	(void)state;
	for (int form = 0; form < FORMS; form++) {
		struct voter_case voter;
		int pages = 1;

		voter_case_open(&voter, form);
		go(&voter, SCREEN_DETAIL, OVERLAY_NONE);
		do {
			voter_tap(&voter, WIDGET_MORE, 0);
			assert_int_equal(ui_clipped(voter.ui), 0);
			pages++;
		} while (voter.session.detail_page != 0 && pages < MANY);
		assert_in_range(pages, 3, most[form] + 1);
		voter_case_close(&voter);
	}
}

/* Whether what can be touched in the last frame at WIDGET lies over RECT. */
static bool over(struct voter_case *voter, enum widget widget, struct rect rect)
{
	int count;
	const struct ui_target *targets = ui_targets(voter->ui, &count);

	for (int i = 0; i < count; i++)
		if (targets[i].id >> 16 == (uint32_t)widget &&
		    targets[i].rect.x < rect.x + rect.w &&
		    rect.x < targets[i].rect.x + targets[i].rect.w &&
		    targets[i].rect.y < rect.y + rect.h &&
		    rect.y < targets[i].rect.y + targets[i].rect.h)
			return true;
	return false;
}

static struct rect place_of(struct voter_case *voter, enum widget widget)
{
	int count;
	const struct ui_target *targets = ui_targets(voter->ui, &count);

	for (int i = 0; i < count; i++)
		if (targets[i].id >> 16 == (uint32_t)widget)
			return targets[i].rect;
	fail_msg("there is no %s", widget_name(UI_ID(widget, 0)));
	return (struct rect){0, 0, 0, 0};
}

/* A meeting where one pot lets residents choose seven. */
static void fill_review(struct voter_case *voter)
{
	voter->meeting->pots[0].choose_max = 3;
	voter->meeting->pots[1].choose_max = 7;
	voter_case_begin(voter, "da", 1);
	voter->session.screen = SCREEN_REVIEW;
	for (int i = 0; i < voter->meeting->proposal_count; i++)
		voter->session.ballot.value[i] = 1;
}

static void a_long_review_is_cast_only_after_its_last_page(void **state)
{
	(void)state;
	for (int form = 0; form < FORMS; form++) {
		struct voter_case voter;
		bool seen[MEETING_PROPOSALS] = {false};
		int pages = 1;

		voter_case_open(&voter, form);
		fill_review(&voter);
		for (;;) {
			voter_frame(&voter);
			assert_int_equal(ui_clipped(voter.ui), 0);
			for (int i = 0; i < voter.meeting->proposal_count; i++)
				seen[i] |= voter_has(&voter, WIDGET_REMOVE, i);
			if (voter_has(&voter, WIDGET_CAST, 0))
				break;
			voter_tap(&voter, WIDGET_MORE, 0);
			pages++;
		}
		for (int i = 0; i < voter.meeting->proposal_count; i++)
			assert_true(seen[i]);
		assert_int_equal(pages, form == 0 ? 2 : form == 1 ? 1 : 4);
		if (pages > 1)
			voter_tap(&voter, WIDGET_MORE, 0);
		assert_int_equal(session_review_page(
				     &voter.session, voter.meeting,
				     voter_review_size(voter.ui, &voter.view)),
				 0);
		assert_int_equal(voter_tap(&voter, WIDGET_CAST, 0),
				 EFFECT_CAST);
		voter_case_close(&voter);
	}
}

/* Who taps on without looking must not cast: where the cast button comes, none
 * of the buttons before it stood. */
static void the_cast_button_stands_where_no_button_stood(void **state)
{
	static const enum widget before[] = {WIDGET_NEXT, WIDGET_BACK,
					     WIDGET_TOGGLE, WIDGET_MORE};
	enum { BEFORE = sizeof(before) / sizeof(before[0]) };

	(void)state;
	for (int form = 0; form < FORMS; form++) {
		struct voter_case voter;
		struct rect cast;

		voter_case_open(&voter, form);
		fill_review(&voter);
		voter.session.review_seen = MANY;
		voter_frame(&voter);
		cast = place_of(&voter, WIDGET_CAST);
		voter.session.review_seen = 0;
		voter_frame(&voter);
		assert_false(over(&voter, WIDGET_MORE, cast));
		for (int i = 0; i < 2; i++) {
			voter.session.screen =
			    i ? SCREEN_DETAIL : SCREEN_CHOOSE;
			voter_frame(&voter);
			for (int k = 0; k < BEFORE; k++)
				assert_false(over(&voter, before[k], cast));
		}
		voter_case_close(&voter);
	}
}

static void ids_have_names_and_indexes(void **state)
{
	(void)state;
	assert_string_equal(widget_name(UI_ID(WIDGET_CAST, 0)), "cast");
	assert_string_equal(widget_name(UI_ID(WIDGET_TOGGLE, 199)), "toggle");
	assert_int_equal(widget_index(UI_ID(WIDGET_TOGGLE, 199)), 199);
	assert_string_equal(widget_name(UI_ID(WIDGET_COUNT, 0)), "unknown");
	for (int i = 1; i < WIDGET_COUNT; i++)
		for (int k = 1; k < i; k++)
			assert_string_not_equal(widget_name(UI_ID(i, 0)),
						widget_name(UI_ID(k, 0)));
}

/* Lines of the last frame that draw a picture. */
static int pictures(struct voter_case *voter)
{
	char *dump = NULL;
	size_t size = 0;
	FILE *out = open_memstream(&dump, &size);
	int count = 0;

	assert_non_null(out);
	ui_dump(voter->ui, out);
	fclose(out);
	for (const char *at = dump; (at = strstr(at, "\nimage ")); at++)
		count++;
	free(dump);
	return count;
}

static void without_their_folder_no_pictures_are_shown(void **state)
{
	struct voter_case voter;

	(void)state;
	voter_case_open(&voter, 0);
	voter_case_begin(&voter, "da", 0);
	voter_frame(&voter);
	assert_true(pictures(&voter) > 0);
	voter.view.images = "";
	voter_frame(&voter);
	assert_int_equal(pictures(&voter), 0);
	voter_case_close(&voter);
}

/* Another picture than the adopted one is the same as none. */
static void pictures_that_were_not_adopted_are_not_shown(void **state)
{
	struct voter_case voter;
	uint64_t adopted, changed, none;

	(void)state;
	voter_case_open(&voter, 0);
	voter_case_begin(&voter, "da", 0);
	voter_frame(&voter);
	adopted = shown_pixels(voter.ui);
	for (int i = 0; i < voter.meeting->proposal_count; i++)
		voter.meeting->proposals[i].image_hash[31] ^= 1;
	voter_frame(&voter);
	changed = shown_pixels(voter.ui);
	voter.view.images = "/nonexistent";
	voter_frame(&voter);
	none = shown_pixels(voter.ui);
	assert_true(adopted != changed);
	assert_true(changed == none);
	voter_case_close(&voter);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_button_means_what_it_says_on_every_form),
	    cmocka_unit_test(under_an_overlay_nothing_can_be_touched),
	    cmocka_unit_test(without_demo_no_slip_is_offered),
	    cmocka_unit_test(a_vote_takes_as_many_taps_as_choices_and_three),
	    cmocka_unit_test(next_is_offered_only_on_the_last_page),
	    cmocka_unit_test(
		cards_are_shared_out_evenly_and_each_is_on_one_page),
	    cmocka_unit_test(one_choice_too_many_says_so_and_changes_nothing),
	    cmocka_unit_test(
		the_whole_text_of_a_proposal_can_be_turned_through),
	    cmocka_unit_test(a_long_review_is_cast_only_after_its_last_page),
	    cmocka_unit_test(the_cast_button_stands_where_no_button_stood),
	    cmocka_unit_test(ids_have_names_and_indexes),
	    cmocka_unit_test(without_their_folder_no_pictures_are_shown),
	    cmocka_unit_test(pictures_that_were_not_adopted_are_not_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

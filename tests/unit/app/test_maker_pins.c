/* Who may do what with a meeting made at the kiosk: its PINs. */
#include <unistd.h>

#include "store/pin.h"
#include "store/store.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/maker_case.h"
#include "tests/lib/store_fixture.h"

#define PIN "274913"
#define PIN_SECOND "918273"

enum { PATH_SIZE = 512 };

static const char *const evening[] = {"evening.ods", NULL};

static enum maker_page page(const struct maker_case *made)
{
	return made->maker->maker.page;
}

static void it_starts_only_once_it_has_a_pin(void **state)
{
	struct maker_case made;
	struct store *store;
	char path[PATH_SIZE];

	(void)state;
	maker_case_open(&made, 0, evening);
	maker_case_make(&made);
	maker_case_tap(&made, PANEL_WIDGET_ON, 0);
	assert_false(made.maker->start);
	maker_case_tap(&made, PANEL_WIDGET_SET_PIN, 0);
	maker_case_pin(&made, "111111");
	assert_false(made.maker->facts.pin_set);
	maker_case_pin(&made, PIN);
	assert_int_equal(page(&made), MAKER_MADE);
	maker_case_tap(&made, PANEL_WIDGET_ON, 0);
	assert_true(made.maker->start);
	snprintf(path, sizeof(path), "%s/meeting.stemmeboks", made.folder);
	assert_string_equal(made.maker->made, path);
	assert_ok(store_open(path, STORE_WRITE, &store));
	assert_ok(pin_check(store, PIN));
	assert_int_equal(access(store_images(store), R_OK), 0);
	store_free(store);
	maker_case_close(&made);
}

static void two_typed_pins_must_be_the_same(void **state)
{
	struct maker_case made;

	(void)state;
	maker_case_open(&made, 0, evening);
	maker_case_make(&made);
	maker_case_tap(&made, PANEL_WIDGET_SET_PIN, 0);
	for (int i = 0; i < 2 * PANEL_PIN_DIGITS; i++)
		maker_case_tap(&made, PANEL_WIDGET_DIGIT, i % 10);
	assert_true(made.maker->maker.differs);
	assert_false(made.maker->facts.pin_set);
	assert_int_equal(page(&made), MAKER_PIN);
	maker_case_close(&made);
}

static void a_meeting_made_before_with_a_pin_can_only_be_started(void **state)
{
	struct maker_case made;

	(void)state;
	maker_case_open(&made, 0, evening);
	maker_case_make(&made);
	maker_case_tap(&made, PANEL_WIDGET_SET_PIN, 0);
	maker_case_pin(&made, PIN);
	maker_case_tap(&made, PANEL_WIDGET_BACK, 0);
	assert_null(made.maker->store);
	maker_case_tap(&made, PANEL_WIDGET_PICK,
		       PANEL_PICK(PANEL_PICK_MEETING, 0));
	assert_int_equal(page(&made), MAKER_FIND);
	assert_true(made.maker->start);
	maker_case_close(&made);
}

/* The meeting in the folder evening, for which closing takes two people. */
static void two_persons(struct maker_case *made)
{
	char line[PATH_SIZE];

	snprintf(line, sizeof(line),
		 "sed -i '/^\\[meeting\\]/a two_persons = yes'"
		 " '%s/evening/meeting.ini'",
		 made->stick);
	assert_int_equal(system(line), 0);
	maker_case_make(made);
	maker_case_tap(made, PANEL_WIDGET_SET_PIN, 0);
}

static void a_meeting_of_two_takes_a_pin_of_each(void **state)
{
	static const char *const folder[] = {"evening", NULL};
	struct maker_case made;

	(void)state;
	maker_case_open(&made, 0, folder);
	two_persons(&made);
	maker_case_pin(&made, PIN);
	assert_int_equal(page(&made), MAKER_PIN);
	maker_case_pin(&made, PIN);
	assert_false(made.maker->facts.second_set);
	maker_case_pin(&made, PIN_SECOND);
	assert_int_equal(page(&made), MAKER_MADE);
	assert_ok(pin_check(made.maker->store, PIN));
	assert_ok(pin_second_check(made.maker->store, PIN_SECOND));
	maker_case_close(&made);
}

static void one_of_two_pins_guards_a_meeting_made_before(void **state)
{
	static const char *const folder[] = {"evening", NULL};
	struct maker_case made;

	(void)state;
	maker_case_open(&made, 0, folder);
	two_persons(&made);
	maker_case_pin(&made, PIN);
	maker_case_tap(&made, PANEL_WIDGET_BACK, 0);
	maker_case_tap(&made, PANEL_WIDGET_BACK, 0);
	maker_case_tap(&made, PANEL_WIDGET_PICK,
		       PANEL_PICK(PANEL_PICK_MEETING, 0));
	assert_int_equal(page(&made), MAKER_FIND);
	assert_true(made.maker->start);
	maker_case_close(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_starts_only_once_it_has_a_pin),
	    cmocka_unit_test(two_typed_pins_must_be_the_same),
	    cmocka_unit_test(
		a_meeting_made_before_with_a_pin_can_only_be_started),
	    cmocka_unit_test(a_meeting_of_two_takes_a_pin_of_each),
	    cmocka_unit_test(one_of_two_pins_guards_a_meeting_made_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Wrong PINs and codes are counted in the file, and nothing else about them. */
#include "store/wrong.h"

#include "core/tries.h"
#include "store/pin.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

#define UNCHECKED "PRAGMA ignore_check_constraints = ON;"
#define ROWS "SELECT count(*) FROM audit WHERE act = 'pin-wrong'"

static void assert_wrong(struct fixture *fixture, int pins, int codes)
{
	struct wrong wrong = {-1, -1};

	assert_ok(wrong_read(fixture->store, &wrong));
	assert_int_equal(wrong.pins, pins);
	assert_int_equal(wrong.codes, codes);
}

static void a_lock_is_fifteen_seconds_after_five_and_doubles_to_sixteen_minutes(
    void **state)
{
	static const struct {
		int wrong;
		unsigned seconds;
	} cases[] = {{0, 0},	{1, 0},	   {4, 0},    {5, 15},
		     {6, 30},	{7, 60},   {8, 120},  {9, 240},
		     {10, 480}, {11, 960}, {12, 960}, {100, 960}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(tries_lock_ms(cases[i].wrong),
				 1000 * cases[i].seconds);
}

static void what_was_wrong_is_counted_over_a_restart(void **state)
{
	struct fixture fixture;
	int pins = 0, codes = 0;

	(void)state;
	fixture_begin_in(&fixture, 4, PHASE_OPEN);
	assert_wrong(&fixture, 0, 0);
	for (int i = 1; i <= 6; i++) {
		assert_ok(wrong_pin(fixture.store, FIXTURE_AT, &pins));
		assert_int_equal(pins, i);
		fixture_leave(&fixture);
		fixture_enter(&fixture);
	}
	assert_ok(wrong_code(fixture.store, &codes));
	assert_ok(wrong_code(fixture.store, &codes));
	assert_int_equal(codes, 2);
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	assert_wrong(&fixture, 6, 2);
	assert_ok(wrong_pin_none(fixture.store));
	assert_wrong(&fixture, 0, 2);
	fixture_end(&fixture);
}

static void it_is_counted_to_a_hundred_and_no_further(void **state)
{
	struct fixture fixture;
	int pins = 0, codes = 0;

	(void)state;
	fixture_begin(&fixture, 0, false);
	for (int i = 0; i < TRIES_MOST + 2; i++) {
		assert_ok(wrong_pin(fixture.store, FIXTURE_AT, &pins));
		assert_ok(wrong_code(fixture.store, &codes));
	}
	assert_int_equal(pins, 100);
	assert_int_equal(codes, 100);
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	assert_wrong(&fixture, 100, 100);
	fixture_end(&fixture);
}

/* But for what SQLite counts in its header: how often it wrote. */
static void wrong_codes_change_one_byte_of_the_file(void **state)
{
	enum { COUNTER = 24, COUNTER_END = 28, VERSION = 92, VERSION_END = 96 };
	unsigned char *before, *after;
	size_t size, after_size, different = 0;
	struct fixture fixture;
	int codes;

	(void)state;
	fixture_begin_in(&fixture, 4, PHASE_OPEN);
	before = file_read(fixture.path, &size);
	for (int i = 0; i < 99; i++)
		assert_ok(wrong_code(fixture.store, &codes));
	after = file_read(fixture.path, &after_size);
	assert_int_equal(after_size, size);
	for (size_t i = 0; i < size; i++)
		different += before[i] != after[i] &&
			     !(i >= COUNTER && i < COUNTER_END) &&
			     !(i >= VERSION && i < VERSION_END);
	assert_int_equal(different, 1);
	free(before);
	free(after);
	fixture_end(&fixture);
}

static void each_wrong_pin_is_an_act_until_the_result_is_published(void **state)
{
	(void)state;
	for (int i = 0; i < PHASE_COUNT; i++) {
		struct fixture fixture;
		int pins, codes;

		fixture_begin_in(&fixture, 2, (enum phase)i);
		assert_ok(wrong_pin(fixture.store, FIXTURE_AT, &pins));
		assert_ok(wrong_pin(fixture.store, FIXTURE_AT, &pins));
		assert_ok(wrong_code(fixture.store, &codes));
		assert_int_equal(fixture_number(fixture.path, ROWS),
				 i == PHASE_PUBLISHED ? 0 : 2);
		fixture_leave(&fixture);
		fixture_enter(&fixture);
		assert_wrong(&fixture, 2, 1);
		fixture_end(&fixture);
	}
}

static void a_new_pin_begins_with_nothing_wrong(void **state)
{
	struct fixture fixture;
	int pins, codes;

	(void)state;
	fixture_begin(&fixture, 0, false);
	assert_ok(wrong_pin(fixture.store, FIXTURE_AT, &pins));
	assert_ok(wrong_code(fixture.store, &codes));
	assert_ok(pin_set(fixture.store, "481516"));
	assert_wrong(&fixture, 0, 1);
	fixture_end(&fixture);
}

static void a_row_that_makes_no_sense_is_damage(void **state)
{
	static const char *const cases[] = {
	    "DELETE FROM wrong",
	    UNCHECKED "UPDATE wrong SET pins = 1",
	    UNCHECKED "UPDATE wrong SET pins = 103",
	    UNCHECKED "UPDATE wrong SET codes = 0",
	    UNCHECKED "UPDATE wrong SET codes = 4294967298",
	};
	struct store *store = NULL;
	struct fixture fixture;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		fixture_begin(&fixture, 0, false);
		fixture_leave(&fixture);
		fixture_sql(fixture.path, cases[i]);
		assert_status(store_open(fixture.path, STORE_READ, &store),
			      STATUS_DAMAGED);
		fixture_end(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_lock_is_fifteen_seconds_after_five_and_doubles_to_sixteen_minutes),
	    cmocka_unit_test(what_was_wrong_is_counted_over_a_restart),
	    cmocka_unit_test(it_is_counted_to_a_hundred_and_no_further),
	    cmocka_unit_test(wrong_codes_change_one_byte_of_the_file),
	    cmocka_unit_test(
		each_wrong_pin_is_an_act_until_the_result_is_published),
	    cmocka_unit_test(a_new_pin_begins_with_nothing_wrong),
	    cmocka_unit_test(a_row_that_makes_no_sense_is_damage),
	};

	return cmocka_run_group_tests_name("wrong", tests, NULL, NULL);
}

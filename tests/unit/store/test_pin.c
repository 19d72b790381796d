/* The organisers' PIN: six digits, kept so that nobody can read them. */
#include "store/pin.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

/* Whoever has the file need not keep to its rules. */
#define UNCHECKED "PRAGMA ignore_check_constraints = ON;"

static void assert_exists(struct store *store, bool meant)
{
	bool exists = !meant;

	assert_ok(pin_exists(store, &exists));
	assert_int_equal(exists, meant);
}

static void without_a_pin_none_is_right(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 0, false);
	assert_exists(fixture.store, false);
	assert_status(pin_check(fixture.store, "000000"), STATUS_PIN);
	assert_status(pin_check(fixture.store, ""), STATUS_PIN);
	fixture_end(&fixture);
}

static void the_pin_is_right_and_every_other_wrong(void **state)
{
	static const char *const others[] = {
	    "481517", "48151", "4815160", "", " 481516", "481516\n", "000000"};
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 0, false);
	assert_ok(pin_set(fixture.store, "481516"));
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	assert_exists(fixture.store, true);
	assert_ok(pin_check(fixture.store, "481516"));
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_status(pin_check(fixture.store, others[i]), STATUS_PIN);
	assert_ok(pin_set(fixture.store, "007700"));
	assert_ok(pin_check(fixture.store, "007700"));
	assert_status(pin_check(fixture.store, "481516"), STATUS_PIN);
	fixture_end(&fixture);
}

static void
what_is_not_six_digits_is_refused_and_the_old_one_stays(void **state)
{
	static const char *const cases[] = {
	    "", "12345", "1234567", "12345a", "-12345", "12 345", "１２"};
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 0, false);
	assert_ok(pin_set(fixture.store, "481516"));
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_status(pin_set(fixture.store, cases[i]), STATUS_INPUT);
	assert_ok(pin_check(fixture.store, "481516"));
	fixture_end(&fixture);
}

static void the_folder_does_not_hold_the_pin(void **state)
{
	static const char pin[] = "481516";
	unsigned char *before, *after;
	size_t before_size, after_size;
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 0, false);
	before = file_read(fixture.path, &before_size);
	assert_ok(pin_set(fixture.store, pin));
	assert_int_equal(folder_count(fixture.folder, pin, 6), 0);
	assert_int_equal(folder_count(fixture.folder, "$argon2id$", 10), 1);
	/* The older hash is gone too, from the journal as well. */
	assert_ok(pin_set(fixture.store, "162342"));
	assert_int_equal(folder_count(fixture.folder, "$argon2id$", 10), 1);
	after = file_read(fixture.path, &after_size);
	assert_int_equal(after_size, before_size);
	free(before);
	free(after);
	fixture_end(&fixture);
}

static void a_hash_that_was_changed_is_damage_or_another_pin(void **state)
{
	static const struct {
		const char *sql;
		enum status meant;
	} cases[] = {
	    {"DELETE FROM organiser", STATUS_DAMAGED},
	    {UNCHECKED "UPDATE organiser SET pin = substr(pin, 1, 127)",
	     STATUS_DAMAGED},
	    {UNCHECKED "UPDATE organiser SET pin = char(0) || substr(pin, 2)",
	     STATUS_DAMAGED},
	    {"UPDATE organiser SET pin = replace(pin, ' ', 'x')",
	     STATUS_DAMAGED},
	    {"UPDATE organiser SET pin = replace(pin, 'id', 'di')", STATUS_PIN},
	};
	unsigned char *bytes;
	struct fixture fixture;
	size_t size;

	(void)state;
	fixture_begin(&fixture, 0, false);
	assert_ok(pin_set(fixture.store, "481516"));
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct store *store = NULL;
		enum status status;

		file_write(fixture.path, bytes, size);
		fixture_enter(&fixture);
		fixture_sql(fixture.path, cases[i].sql);
		assert_status(pin_check(fixture.store, "481516"),
			      cases[i].meant);
		fixture_leave(&fixture);
		status = store_open(fixture.path, STORE_READ, &store);
		assert_status(status, cases[i].meant == STATUS_PIN
					  ? STATUS_OK
					  : STATUS_DAMAGED);
		store_free(store);
	}
	file_write(fixture.path, bytes, size);
	free(bytes);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(without_a_pin_none_is_right),
	    cmocka_unit_test(the_pin_is_right_and_every_other_wrong),
	    cmocka_unit_test(
		what_is_not_six_digits_is_refused_and_the_old_one_stays),
	    cmocka_unit_test(the_folder_does_not_hold_the_pin),
	    cmocka_unit_test(a_hash_that_was_changed_is_damage_or_another_pin),
	};

	return cmocka_run_group_tests_name("pin", tests, NULL, NULL);
}

/* A file whose definition or chain was changed is refused, and it is said which
 * row is the first bad one. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { ROWS = 5 }; /* made, printed, adopted, opened, closed */

static void begin(struct fixture *fixture)
{
	fixture_begin_in(fixture, 4, PHASE_OPEN);
	assert_ok(fixture_cast(fixture, 0, 5));
	fixture_advance(fixture, PHASE_CLOSED);
	fixture_leave(fixture);
	assert_int_equal(
	    fixture_number(fixture->path, "SELECT count(*) FROM audit"), ROWS);
}

/* SQL done to the file, and what opening it says; the file is put back. */
static void expect(const struct fixture *fixture, const char *sql,
		   enum store_part part, int row)
{
	static const enum store_mode modes[] = {STORE_READ, STORE_WRITE};
	unsigned char *bytes;
	size_t size;

	bytes = file_read(fixture->path, &size);
	fixture_sql(fixture->path, sql);
	for (int i = 0; i < 2; i++) {
		struct store_fault fault = {STORE_PART_OTHER, -1};
		struct store *store = NULL;

		assert_status(
		    store_open_fault(fixture->path, modes[i], &store, &fault),
		    STATUS_DAMAGED);
		assert_null(store);
		if (fault.part != part || fault.row != row)
			print_error("%s: part %d, row %d\n", sql,
				    (int)fault.part, fault.row);
		assert_int_equal(fault.part, part);
		assert_int_equal(fault.row, row);
	}
	file_write(fixture->path, bytes, size);
	free(bytes);
}

static void a_change_in_any_column_of_any_row_names_the_row(void **state)
{
	static const char *const changes[] = {
	    "at = '2015-11-10 19:00'",	   "act = 'voided'",
	    "detail = detail || 'x'",	   "root = randomblob(32)",
	    "hash = randomblob(32)",	   "act = 'what'",
	    "detail = hex(zeroblob(200))",
	};
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	for (int row = 1; row <= ROWS; row++)
		for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]);
		     i++) {
			char sql[200];

			snprintf(sql, sizeof(sql),
				 "UPDATE audit SET %s WHERE number = %d",
				 changes[i], row);
			expect(&fixture, sql, STORE_PART_AUDIT, row);
		}
	fixture_end(&fixture);
}

static void
a_row_that_is_gone_or_moved_is_named_where_it_should_be(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	for (int row = 1; row < ROWS; row++) {
		char sql[200];

		snprintf(sql, sizeof(sql),
			 "DELETE FROM audit WHERE number = %d", row);
		expect(&fixture, sql, STORE_PART_AUDIT, row);
		snprintf(sql, sizeof(sql),
			 "UPDATE audit SET number = 77 WHERE number = %d", row);
		expect(&fixture, sql, STORE_PART_AUDIT, row);
		snprintf(sql, sizeof(sql),
			 "UPDATE audit SET number = 77 WHERE number = %d;"
			 "UPDATE audit SET number = %d WHERE number = %d;"
			 "UPDATE audit SET number = %d WHERE number = 77",
			 row, row, row + 1, row + 1);
		expect(&fixture, sql, STORE_PART_AUDIT, row);
	}
	expect(&fixture, "DELETE FROM audit", STORE_PART_AUDIT, 1);
	expect(&fixture, "UPDATE audit SET number = 0 WHERE number = 5",
	       STORE_PART_AUDIT, 1);
	expect(&fixture,
	       "INSERT INTO audit SELECT 6, at, 'counted', detail, root, hash"
	       " FROM audit WHERE number = 5",
	       STORE_PART_AUDIT, 6);
	fixture_end(&fixture);
}

static void the_last_row_and_the_phase_must_agree(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	expect(&fixture, "DELETE FROM audit WHERE number = 5", STORE_PART_PHASE,
	       4);
	expect(&fixture, "UPDATE meeting SET phase = 'counted  '",
	       STORE_PART_PHASE, 5);
	expect(&fixture, "UPDATE meeting SET phase = 'open     '",
	       STORE_PART_PHASE, 5);
	fixture_end(&fixture);
}

static void a_ballot_that_was_changed_is_not_the_last_rows_box(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	expect(&fixture,
	       "UPDATE box SET ballot = replace(ballot, '1', '0')"
	       " WHERE used = 3",
	       STORE_PART_BOX, 5);
	fixture_end(&fixture);
}

static void a_changed_definition_is_told_from_a_changed_chain(void **state)
{
	struct fixture fixture;

	(void)state;
	begin(&fixture);
	expect(&fixture,
	       "UPDATE meeting SET definition = replace(definition, '0', '1')",
	       STORE_PART_DEFINITION, 0);
	expect(&fixture, "UPDATE meeting SET definition = 'no JSON'",
	       STORE_PART_DEFINITION, 0);
	expect(&fixture, "UPDATE meeting SET definition_hash = randomblob(32)",
	       STORE_PART_DEFINITION, 0);
	expect(&fixture, "UPDATE live SET ballots = '000000001'",
	       STORE_PART_OTHER, 0);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_change_in_any_column_of_any_row_names_the_row),
	    cmocka_unit_test(
		a_row_that_is_gone_or_moved_is_named_where_it_should_be),
	    cmocka_unit_test(the_last_row_and_the_phase_must_agree),
	    cmocka_unit_test(
		a_ballot_that_was_changed_is_not_the_last_rows_box),
	    cmocka_unit_test(a_changed_definition_is_told_from_a_changed_chain),
	};

	return cmocka_run_group_tests_name("audit rows", tests, NULL, NULL);
}

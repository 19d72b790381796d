/* One allocation or one system call that fails, anywhere in a cast and in
 * opening a meeting: a clean error or success, and the file is true. */
#include "store/roll.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/scarce.h"
#include "tests/lib/store_fixture.h"

enum { SLIPS = 6 };

struct scarce_try {
	int ok, refused, uncertain;
};

static const char *const kind_names[SCARCE_KINDS] = {"allocation",
						     "system call"};

/* What is told of a cast is so in the file, which is sound. */
static void check(struct fixture *fixture, enum status status,
		  struct scarce_try *try)
{
	struct roll_count roll;
	int filled, slots;

	fixture_enter(fixture);
	assert_ok(roll_count(fixture->store, &roll));
	assert_ok(box_filled(fixture->store, &filled, &slots));
	fixture_leave(fixture);
	assert_int_equal(roll.used, filled);
	switch (status) {
	case STATUS_OK:
		assert_int_equal(filled, 1);
		try->ok++;
		break;
	case STATUS_UNCERTAIN:
		try->uncertain++;
		break;
	case STATUS_MEMORY:
	case STATUS_STORE:
	case STATUS_STORE_BUSY:
	case STATUS_DAMAGED: /* a page that cannot be read looks like that */
		assert_int_equal(filled, 0);
		try->refused++;
		break;
	default:
		fail_msg("a cast told %s", status_name(status));
	}
}

static struct scarce_try cast_everywhere(enum scarce kind, bool forever)
{
	struct scarce_try try = {0};
	struct fixture fixture;
	unsigned char *bytes;
	size_t size;
	int failed = 1;

	fixture_begin_in(&fixture, SLIPS, PHASE_OPEN);
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	for (int n = 1; failed > 0; n++) {
		struct ballot ballot = fixture_ballot(fixture.meeting, 9);
		enum status status;

		file_write(fixture.path, bytes, size);
		fixture_enter(&fixture);
		scarce_begin(kind, n, forever);
		status = box_cast(fixture.store, fixture.hashes[1], &ballot,
				  &fixture.random);
		failed = scarce_end();
		fixture_leave(&fixture);
		check(&fixture, status, &try);
	}
	free(bytes);
	fixture_end(&fixture);
	print_message("cast, %s%s: %d stored, %d refused, %d uncertain\n",
		      kind_names[kind], forever ? " and all after it" : "",
		      try.ok, try.refused, try.uncertain);
	return try;
}

static void a_cast_where_anything_fails_is_told_truly(void **state)
{
	(void)state;
	for (int kind = 0; kind < SCARCE_KINDS; kind++)
		for (int forever = 0; scarce_can(kind) && forever < 2;
		     forever++) {
			struct scarce_try try = cast_everywhere(kind, forever);

			assert_true(try.ok > 0);
			assert_true(try.refused > 1);
		}
}

/* Opens the file once with the failure; whether there was one. */
static bool open_once(struct fixture *fixture, enum scarce kind, int n,
		      struct scarce_try *try)
{
	struct store *store = NULL;
	enum status status;
	int failed;

	scarce_begin(kind, n, false);
	status = store_open(fixture->path, STORE_WRITE, &store);
	failed = scarce_end();
	if (status == STATUS_OK) {
		assert_non_null(store);
		try->ok++;
	} else {
		assert_null(store);
		try->refused++;
	}
	store_free(store);
	return failed > 0;
}

static void opening_where_anything_fails_leaves_the_file_as_it_was(void **state)
{
	(void)state;
	for (int kind = 0; kind < SCARCE_KINDS; kind++) {
		struct scarce_try try = {0};
		struct fixture fixture;
		unsigned char *bytes;
		size_t size;

		if (!scarce_can(kind))
			continue;
		fixture_begin_in(&fixture, SLIPS, PHASE_OPEN);
		assert_ok(fixture_cast(&fixture, 0, 3));
		fixture_leave(&fixture);
		bytes = file_read(fixture.path, &size);
		for (int n = 1; open_once(&fixture, kind, n, &try); n++)
			;
		print_message("open, %s: %d opened, %d refused\n",
			      kind_names[kind], try.ok, try.refused);
		assert_true(try.refused > 10);
		file_same(fixture.path, bytes, size);
		fixture_enter(&fixture);
		fixture_end(&fixture);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_cast_where_anything_fails_is_told_truly),
	    cmocka_unit_test(
		opening_where_anything_fails_leaves_the_file_as_it_was),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Cues for the big screen, as the file keeps them. */
#include "store/cue.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

static struct cue cue_of(const char *text)
{
	struct cue cue;

	assert_ok(cue_parse(text, &cue));
	return cue;
}

static void give(struct fixture *fixture, const char *text)
{
	struct cue cue = cue_of(text);

	assert_ok(cue_give(fixture->store, &cue));
}

static void assert_newest(struct store *store, int number, const char *text)
{
	struct cue cue = {.kind = CUE_COUNT};
	char found[CUE_TEXT];
	int at = -1;

	assert_ok(cue_newest(store, &at, &cue));
	assert_int_equal(at, number);
	if (number == 0) {
		assert_int_equal(cue.kind, CUE_COUNT);
		return;
	}
	cue_write(&cue, found);
	assert_string_equal(found, text);
}

static void every_cue_has_the_next_number_and_the_hall_sees_it(void **state)
{
	struct fixture fixture;
	struct store *hall;

	(void)state;
	fixture_begin(&fixture, 2, false);
	assert_ok(store_open(fixture.path, STORE_READ, &hall));
	assert_newest(hall, 0, "");
	give(&fixture, "next");
	assert_newest(hall, 1, "next");
	/* The same again is a cue of its own. */
	give(&fixture, "next");
	assert_newest(hall, 2, "next");
	give(&fixture, "pitch 7");
	assert_newest(hall, 3, "pitch 7");
	give(&fixture, "message Dørene lukker kl. 21 \"præcis\"");
	assert_newest(hall, 4, "message Dørene lukker kl. 21 \"præcis\"");
	store_free(hall);
	fixture_leave(&fixture);
	fixture_enter(&fixture);
	assert_newest(fixture.store, 4,
		      "message Dørene lukker kl. 21 \"præcis\"");
	fixture_end(&fixture);
}

static void a_scene_is_given_only_in_its_phases(void **state)
{
	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		const char *newest = "";
		struct fixture fixture;
		int given = 0;

		fixture_begin(&fixture, 2, false);
		fixture_advance(&fixture, (enum phase)phase);
		for (int scene = 0; scene < SCENE_COUNT; scene++) {
			struct cue cue = {.kind = CUE_SCENE,
					  .scene = (enum scene)scene};
			bool allowed =
			    scene_allowed(cue.scene, (enum phase)phase);

			assert_status(cue_give(fixture.store, &cue),
				      allowed ? STATUS_OK : STATUS_PHASE);
			given += allowed;
			if (allowed)
				newest = scene_name(cue.scene);
			assert_newest(fixture.store, given, newest);
		}
		assert_in_range(given, 1, SCENE_COUNT - 1);
		/* Whatever the phase: words are not a scene. */
		give(&fixture, "message Hej");
		fixture_end(&fixture);
	}
}

/* A hall that is started again later must not go back to a scene that the wall
 * left when the phase changed. */
static void a_cue_is_over_when_the_phase_takes_the_wall(void **state)
{
	struct fixture fixture;

	(void)state;
	fixture_begin(&fixture, 2, false);
	fixture_advance(&fixture, PHASE_READY);
	assert_newest(fixture.store, 0, "");
	give(&fixture, "pitch 7");
	fixture_advance(&fixture, PHASE_OPEN);
	assert_newest(fixture.store, 1, "clear");
	give(&fixture, "closing 5");
	fixture_advance(&fixture, PHASE_CLOSED);
	assert_newest(fixture.store, 2, "clear");
	/* From closing on the wall keeps its scene. */
	give(&fixture, "order");
	fixture_advance(&fixture, PHASE_COUNTED);
	assert_newest(fixture.store, 3, "order");
	fixture_end(&fixture);
}

static void a_cue_that_was_changed_is_damage(void **state)
{
	static const char *const cases[] = {
	    "UPDATE cue SET text = 'dance'",
	    "UPDATE cue SET text = ''",
	    "UPDATE cue SET number = -1",
	    "UPDATE cue SET number = 4294967297",
	    "DELETE FROM cue",
	};
	unsigned char *bytes;
	struct fixture fixture;
	size_t size;

	(void)state;
	fixture_begin(&fixture, 2, false);
	give(&fixture, "black");
	fixture_leave(&fixture);
	bytes = file_read(fixture.path, &size);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct cue cue = {.kind = CUE_COUNT};
		struct store *store;
		int number = 77;

		file_write(fixture.path, bytes, size);
		fixture_enter(&fixture);
		fixture_sql(fixture.path, cases[i]);
		assert_status(cue_newest(fixture.store, &number, &cue),
			      STATUS_DAMAGED);
		assert_int_equal(number, 77);
		assert_int_equal(cue.kind, CUE_COUNT);
		fixture_leave(&fixture);
		assert_status(store_open(fixture.path, STORE_READ, &store),
			      STATUS_DAMAGED);
	}
	free(bytes);
	fixture_end(&fixture);
}

static void a_reader_gives_no_cue(void **state)
{
	struct cue cue = cue_of("next");
	struct fixture fixture;
	struct store *hall;

	(void)state;
	fixture_begin(&fixture, 2, false);
	assert_ok(store_open(fixture.path, STORE_READ, &hall));
	assert_status(cue_give(hall, &cue), STATUS_STORE);
	store_free(hall);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		every_cue_has_the_next_number_and_the_hall_sees_it),
	    cmocka_unit_test(a_scene_is_given_only_in_its_phases),
	    cmocka_unit_test(a_cue_is_over_when_the_phase_takes_the_wall),
	    cmocka_unit_test(a_cue_that_was_changed_is_damage),
	    cmocka_unit_test(a_reader_gives_no_cue),
	};

	return cmocka_run_group_tests_name("cue", tests, NULL, NULL);
}

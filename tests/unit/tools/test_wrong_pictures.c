/* What the organisers' commands say when a picture is not the adopted one. */
#include <sodium/crypto_hash_sha256.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "words/words.h"

enum { PATH = 4 * FIXTURE_PATH };

static const char bytes[] = "a picture of a garden";

struct desk {
	struct fixture fixture;
	char folder[PATH], picture[PATH];
};

static int set_up(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));
	struct meeting *meeting = bolbro_new();

	words_language("en");
	assert_non_null(desk);
	assert_non_null(meeting);
	meeting->proposals[1].image = "garden.png";
	crypto_hash_sha256(meeting->proposals[1].image_hash,
			   (const unsigned char *)bytes, strlen(bytes));
	fixture_begin_with(&desk->fixture, meeting, 4);
	snprintf(desk->folder, PATH, "%s.images", desk->fixture.path);
	assert_true(snprintf(desk->picture, PATH, "%s/garden.png",
			     desk->folder) < PATH);
	assert_int_equal(mkdir(desk->folder, 0755), 0);
	file_write(desk->picture, bytes, strlen(bytes));
	fixture_leave(&desk->fixture);
	*state = desk;
	return 0;
}

static int tear_down(void **state)
{
	struct desk *desk = *state;

	unlink(desk->picture);
	rmdir(desk->folder);
	fixture_end(&desk->fixture);
	free(desk);
	return 0;
}

static void spoil(const struct desk *desk)
{
	file_write(desk->picture, "another picture", 15);
}

static void the_rules_are_not_adopted_with_another_picture(void **state)
{
	struct desk *desk = *state;

	spoil(desk);
	expect_no_write(&desk->fixture, 6,
			"The picture garden.png is missing or was changed. "
			"Copy the right one to ",
			WORDS("ready", desk->fixture.path));
	unlink(desk->picture);
	expect_no_write(&desk->fixture, 6, "The picture garden.png is missing",
			WORDS("ready", desk->fixture.path));
	file_write(desk->picture, bytes, strlen(bytes));
	expect_run(0, "Adopted", WORDS("ready", desk->fixture.path));
}

static void voting_is_not_opened_with_another_picture(void **state)
{
	struct desk *desk = *state;
	json_t *json;

	expect_run(0, NULL, WORDS("ready", desk->fixture.path));
	spoil(desk);
	expect_no_write(&desk->fixture, 6, "The picture garden.png is missing",
			WORDS("open", desk->fixture.path));
	json = expect_json(6, WORDS("open", desk->fixture.path, "--json"));
	assert_string_equal(json_string_value(json_object_get(json, "error")),
			    "disagrees");
	assert_non_null(strstr(
	    json_string_value(json_object_get(json, "message")), "garden.png"));
	json_decref(json);
	file_write(desk->picture, bytes, strlen(bytes));
	expect_run(0, NULL, WORDS("open", desk->fixture.path));
	expect_run(0, NULL, WORDS("pause", desk->fixture.path));
	spoil(desk);
	expect_no_write(&desk->fixture, 6, "The picture garden.png is missing",
			WORDS("open", desk->fixture.path));
	/* Closing never waits for a picture. */
	expect_run(0, NULL, WORDS("close", desk->fixture.path));
}

static void status_and_verify_report_it_beside_the_numbers(void **state)
{
	static const char *const commands[] = {"status", "verify"};
	struct desk *desk = *state;

	for (int i = 0; i < 2; i++) {
		const char *path = desk->fixture.path;
		json_t *json;

		file_write(desk->picture, bytes, strlen(bytes));
		json = expect_json(0, WORDS(commands[i], path, "--json"));
		assert_true(
		    json_is_null(json_object_get(json, "wrong_picture")));
		json_decref(json);
		expect_run(0, NULL, WORDS(commands[i], path));
		spoil(desk);
		json = expect_json(6, WORDS(commands[i], path, "--json"));
		assert_string_equal(
		    json_string_value(json_object_get(json, "wrong_picture")),
		    "garden.png");
		assert_string_equal(
		    json_string_value(json_object_get(json, "phase")), "draft");
		json_decref(json);
		expect_no_write(&desk->fixture, 6,
				"The picture garden.png is missing",
				WORDS(commands[i], path));
		expect_run(6, "Root of the box:", WORDS(commands[i], path));
	}
}

int main(void)
{
#define DESK(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
	    DESK(the_rules_are_not_adopted_with_another_picture),
	    DESK(voting_is_not_opened_with_another_picture),
	    DESK(status_and_verify_report_it_beside_the_numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

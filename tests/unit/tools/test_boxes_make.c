/* `stemmeboks boxes`: a file for each kiosk or meeting; slips for kiosks; and
 * the meetings of a city counted. */
#include <stdlib.h>
#include <unistd.h>

#include "store/audit.h"
#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_kiosks.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_slips.h"
#include "words/words.h"

enum { SLIPS = 12, KIOSKS = 3 };

static int set_up(void **state, bool shares)
{
	struct kiosks *kiosks = malloc(sizeof(*kiosks));

	assert_non_null(kiosks);
	words_language("en");
	kiosks_begin(kiosks, NULL, SLIPS, KIOSKS, shares);
	fixture_leave(&kiosks->fixture);
	*state = kiosks;
	return 0;
}

static int shares_set_up(void **state)
{
	return set_up(state, true);
}

static int any_set_up(void **state)
{
	return set_up(state, false);
}

/* The folders beside the fixture's file, too. */
static void folders_remove(const struct fixture *fixture)
{
	char command[FIXTURE_PATH + 16];

	snprintf(command, sizeof(command), "rm -rf '%s'/*/", fixture->folder);
	assert_int_equal(system(command), 0);
}

static int tear_down(void **state)
{
	struct kiosks *kiosks = *state;

	folders_remove(&kiosks->fixture);
	kiosks_end(kiosks);
	free(kiosks);
	return 0;
}

/* A meeting of a city: COUNT slips of its own, BALLOTS of them for 2. */
static void meeting_hold(const char *path, int count, int ballots)
{
	uint64_t seed = (uint64_t)ballots * 7919 + 1;
	struct random random = bolbro_random(&seed);
	struct slip slips[FIXTURE_SLIPS];
	struct store *store = NULL;
	int first;

	assert_ok(store_open(path, STORE_WRITE, &store));
	assert_ok(
	    roll_add(store, count, "", &random, FIXTURE_AT, slips, &first));
	assert_ok(audit_act(store, ACT_OPENED, "", FIXTURE_AT));
	for (int i = 0; i < ballots; i++) {
		unsigned char hash[SLIP_HASH_BYTES];
		struct ballot ballot =
		    fixture_ballot(store_meeting(store), 2 | 1U << 4);

		slip_hash(store_meeting(store), &slips[i], hash);
		assert_ok(box_cast(store, hash, &ballot, &random));
	}
	assert_ok(audit_act(store, ACT_CLOSED, "", FIXTURE_AT));
	store_free(store);
}

static void a_city_is_one_result_and_a_line_for_each_meeting(void **state)
{
	static const char names[] = "Vollsmose\nBolbro; with a note\nDalum\n";
	static const int ballots[] = {12, 7, 31};
	struct fixture fixture;
	char list[KIOSKS_PATH], folder[KIOSKS_PATH], all[KIOSKS_PATH];
	char paths[KIOSKS][KIOSKS_PATH];
	json_t *json, *meetings;
	struct ran run;

	(void)state;
	words_language("en");
	fixture_begin_in(&fixture, 0, PHASE_READY);
	fixture_leave(&fixture);
	snprintf(list, sizeof(list), "%s/names.csv", fixture.folder);
	file_write(list, names, strlen(names));
	snprintf(folder, sizeof(folder), "%s/city", fixture.folder);
	expect_run(0, "bolbro-2.box  Bolbro",
		   WORDS("boxes", fixture.path, "--names", list, "-o", folder));
	for (int i = 0; i < KIOSKS; i++) {
		snprintf(paths[i], KIOSKS_PATH, "%s/city/bolbro-%d.box",
			 fixture.folder, i + 1);
		meeting_hold(paths[i], 40, ballots[i]);
	}
	run = ran(WORDS("count", paths[0], paths[1], paths[2]));
	assert_int_equal(run.exit_code, 0);
	assert_non_null(strstr(run.text, "50 ballots were cast"));
	assert_non_null(strstr(run.text, "Dalum           31  1: 0 · 2: 31"));
	/* Seven are not shown, and so nor are twelve. */
	assert_non_null(strstr(run.text, "Vollsmose        –  –"));
	assert_non_null(strstr(run.text, "Bolbro           –  –"));
	assert_non_null(strstr(run.text, "fewer than 10 ballots"));
	assert_non_null(strstr(run.text, "1 more meeting is not shown"));
	ran_free(&run);
	json = expect_json(
	    0, WORDS("count", paths[0], paths[1], paths[2], "--json"));
	meetings = json_object_get(json, "meetings");
	assert_int_equal(json_array_size(meetings), 3);
	for (size_t i = 0; i < 3; i++) {
		const json_t *one = json_array_get(meetings, i);

		assert_int_equal(json_is_null(json_object_get(one, "votes")),
				 i < 2);
		assert_int_equal(json_is_null(json_object_get(one, "ballots")),
				 i < 2);
	}
	/* Nor does it say how many slips were used there. */
	assert_null(json_object_get(json, "boxes"));
	assert_int_equal(json_array_size(json_object_get(json, "missing")), 0);
	json_decref(json);
	json = expect_json(0, WORDS("count", paths[0], paths[2], "--json"));
	assert_int_equal(json_integer_value(json_array_get(
			     json_object_get(json, "missing"), 0)),
			 2);
	json_decref(json);
	expect_run(0, "1 box is missing", WORDS("count", paths[0], paths[2]));
	/* Stubs have the same numbers in each meeting. */
	snprintf(all, sizeof(all), "%s/city.meeting", fixture.folder);
	expect_run(0, "Slips: 120 printed = 50 used",
		   WORDS("collect", paths[0], paths[1], paths[2], "-o", all));
	expect_run(0, NULL, WORDS("verify", all));
	folders_remove(&fixture);
	fixture_end(&fixture);
}

static void a_roll_is_shared_within_one_meeting_alone(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct fixture fixture;
	char folder[KIOSKS_PATH];

	(void)state;
	words_language("en");
	meeting->roll_url = "postgresql://192.168.1.10/city";
	fixture_begin_with(&fixture, meeting, 0);
	fixture_advance(&fixture, PHASE_READY);
	fixture_leave(&fixture);
	snprintf(folder, sizeof(folder), "%s/city", fixture.folder);
	expect_no_write(&fixture, 2, "A roll is shared within one meeting",
			WORDS("boxes", fixture.path, "--name", "Bolbro",
			      "--name", "Dalum", "-o", folder));
	assert_false(file_exists(folder));
	fixture_end(&fixture);
}

static void boxes_makes_a_file_for_each_kiosk_or_none(void **state)
{
	struct kiosks *kiosks = *state;
	struct fixture *fixture = &kiosks->fixture;
	char folder[KIOSKS_PATH], file[KIOSKS_PATH + 32];

	snprintf(folder, sizeof(folder), "%s/kiosks", fixture->folder);
	expect_no_write(
	    fixture, 2, "The slips are for 3 kiosks: --kiosks 3",
	    WORDS("boxes", fixture->path, "--kiosks", "2", "-o", folder));
	expect_no_write(fixture, 2, "Say how many kiosks",
			WORDS("boxes", fixture->path, "-o", folder));
	expect_no_write(fixture, 2, "has slips already",
			WORDS("boxes", fixture->path, "--name", "Bolbro",
			      "--name", "Dalum", "-o", folder));
	assert_false(file_exists(folder));
	expect_run(
	    0, "it needs no network",
	    WORDS("boxes", fixture->path, "--kiosks", "3", "-o", folder));
	snprintf(file, sizeof(file), "%s/bolbro-3.box", folder);
	assert_true(file_exists(file));
	expect_run(4, "This is the file of kiosk 3 already",
		   WORDS("boxes", file, "--kiosks", "3", "-o", folder));
	/* One that is there already stops it, and takes none away. */
	unlink(file);
	snprintf(file, sizeof(file), "%s/bolbro-1.box", folder);
	expect_run(
	    2, "is there already",
	    WORDS("boxes", fixture->path, "--kiosks", "3", "-o", folder));
	assert_true(file_exists(file));
	expect_run(
	    4, "Voting was opened in this file",
	    WORDS("boxes", kiosks->paths[0], "--kiosks", "3", "-o", folder));
}

static void boxes_warns_where_only_a_network_helps(void **state)
{
	struct kiosks *kiosks = *state;
	char folder[KIOSKS_PATH];

	snprintf(folder, sizeof(folder), "%s/kiosks", kiosks->fixture.folder);
	expect_run(0, "That needs one roll on the network",
		   WORDS("boxes", kiosks->fixture.path, "--kiosks", "3", "-o",
			 folder));
}

static void names_of_meetings_are_checked(void **state)
{
	static const char *const lists[][2] = {
	    {"Bolbro\nDalum\nBolbro\n", "Two meetings have the same name"},
	    {"Bolbro\n;x\n", "A meeting has no name"},
	    {"Bolbro\nDal\xe2\x80\xaeum\n", "not plain text"},
	};
	struct fixture fixture;
	char list[KIOSKS_PATH], folder[KIOSKS_PATH];

	(void)state;
	words_language("en");
	fixture_begin_in(&fixture, 0, PHASE_READY);
	fixture_leave(&fixture);
	snprintf(list, sizeof(list), "%s/names.csv", fixture.folder);
	snprintf(folder, sizeof(folder), "%s/city", fixture.folder);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		file_write(list, lists[i][0], strlen(lists[i][0]));
		expect_no_write(&fixture, 2, lists[i][1],
				WORDS("boxes", fixture.path, "--names", list,
				      "-o", folder));
	}
	expect_no_write(&fixture, 2, "not both",
			WORDS("boxes", fixture.path, "--names", list, "--name",
			      "A", "-o", folder));
	assert_false(file_exists(folder));
	fixture_end(&fixture);
}

/* How often the roll of PATH has a slip for KIOSK. */
static int slips_for(const char *path, int kiosk)
{
	char sql[80];

	snprintf(sql, sizeof(sql), "SELECT count(*) FROM roll WHERE kiosk = %d",
		 kiosk);
	return (int)fixture_number(path, sql);
}

/* The numbers stand alone on lines of the PDF's text. */
static void slips_carry_their_kiosk_and_the_roll_keeps_it(void **state)
{
	struct fixture fixture;
	char pdf[KIOSKS_PATH], more[KIOSKS_PATH];
	char *text;
	int code;

	(void)state;
	words_language("en");
	fixture_begin_in(&fixture, 0, PHASE_DRAFT);
	fixture_leave(&fixture);
	snprintf(pdf, sizeof(pdf), "%s/slips.pdf", fixture.folder);
	snprintf(more, sizeof(more), "%s/more.pdf", fixture.folder);
	expect_run(2, "at least one slip for each of the 8 kiosks",
		   WORDS("slips", fixture.path, "--count", "7", "--kiosks", "8",
			 "-o", pdf));
	expect_run(0, "11 slips",
		   WORDS("slips", fixture.path, "--count", "11", "--kiosks",
			 "4", "-o", pdf));
	for (int kiosk = 1; kiosk <= 4; kiosk++)
		assert_int_equal(slips_for(fixture.path, kiosk), 3 - kiosk / 4);
	assert_int_equal(slips_for(fixture.path, 0), 0);
	text = tool_output("pdftotext -raw '%s' - | grep -ow Kiosk | wc -l",
			   pdf, &code);
	assert_int_equal(atoi(text), 11);
	free(text);
	text =
	    tool_output("tools/dev/decode-slips.sh '%s' | wc -l", pdf, &code);
	assert_int_equal(atoi(text), 11);
	free(text);
	/* More slips are for the same kiosks, and go on where those ended. */
	expect_no_write(
	    &fixture, 2, "Add --kiosks 4",
	    WORDS("slips", fixture.path, "--count", "1", "-o", more));
	expect_no_write(&fixture, 2, "Add --kiosks 4",
			WORDS("slips", fixture.path, "--count", "5", "--kiosks",
			      "5", "-o", more));
	expect_run(0, "1 slip",
		   WORDS("slips", fixture.path, "--count", "1", "--kiosks", "4",
			 "-o", more));
	assert_int_equal(slips_for(fixture.path, 4), 3);
	fixture_end(&fixture);
}

static void a_kiosks_own_file_prints_slips_for_it_alone(void **state)
{
	struct kiosks *kiosks = *state;
	char pdf[KIOSKS_PATH];

	snprintf(pdf, sizeof(pdf), "%s/more.pdf", kiosks->fixture.folder);
	assert_ok(audit_act(kiosks->stores[1], ACT_PAUSED, "", FIXTURE_AT));
	expect_run(2, "This is the file of kiosk 2",
		   WORDS("slips", kiosks->paths[1], "--count", "5", "--kiosks",
			 "3", "-o", pdf));
	expect_run(0, "5 slips",
		   WORDS("slips", kiosks->paths[1], "--count", "5", "-o", pdf));
	assert_int_equal(slips_for(kiosks->paths[1], 2), SLIPS / KIOSKS + 5);
	expect_run(0, "Box: 9 slots", WORDS("open", kiosks->paths[1]));
}

static void a_slip_is_made_void_in_the_file_of_its_kiosk(void **state)
{
	struct kiosks *kiosks = *state;

	expect_run(5, "This slip is for kiosk 3: make it void in that file.",
		   WORDS("void", kiosks->paths[0], "--serial", "3"));
	expect_run(0, "Slip no. 3 is void.",
		   WORDS("void", kiosks->paths[2], "--serial", "3"));
}

#define WITH_SHARES(test)                                                      \
	cmocka_unit_test_setup_teardown(test, shares_set_up, tear_down)
#define WITH_ANY(test)                                                         \
	cmocka_unit_test_setup_teardown(test, any_set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_roll_is_shared_within_one_meeting_alone),
	    cmocka_unit_test(a_city_is_one_result_and_a_line_for_each_meeting),
	    WITH_SHARES(boxes_makes_a_file_for_each_kiosk_or_none),
	    WITH_ANY(boxes_warns_where_only_a_network_helps),
	    cmocka_unit_test(names_of_meetings_are_checked),
	    cmocka_unit_test(slips_carry_their_kiosk_and_the_roll_keeps_it),
	    WITH_SHARES(a_kiosks_own_file_prints_slips_for_it_alone),
	    WITH_SHARES(a_slip_is_made_void_in_the_file_of_its_kiosk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

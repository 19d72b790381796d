/* new, check and build as organisers run them, one after the other. */
#include "tests/lib/cmocka_all.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <jansson.h>

#include "store/store.h"
#include "tests/lib/tools_run.h"
#include "tools/import/picture_file.h"
#include "words/words.h"

/* A folder with a template in "m", as `new` writes it. */
static char *folder_with_template(void)
{
	char *folder = disk_folder(), *meeting = disk_path(folder, "m");
	struct run run = run_command("new", meeting);

	assert_int_equal(run.code, 0);
	run_free(&run);
	free(meeting);
	return folder;
}

static struct run run_in(const char *folder, const char *command,
			 const char *output, const char *more)
{
	char *meeting = disk_path(folder, "m");
	char *file = disk_path(folder, output ? output : "none");
	const char *words[] = {command, meeting, more, NULL, NULL, NULL};
	int count = more ? 3 : 2;
	struct run run;

	if (output) {
		words[count++] = "-o";
		words[count] = file;
	}
	run = run_words(words);
	free(meeting);
	free(file);
	return run;
}

static void the_template_is_complete_and_has_nothing_to_correct(void **state)
{
	char *folder = folder_with_template();
	struct run run = run_in(folder, "check", NULL, NULL);

	(void)state;
	assert_int_equal(run.code, 0);
	assert_string_equal(run.err, "");
	assert_null(strstr(run.out, "Worth a look"));
	assert_non_null(strstr(run.out, "Store pulje"));
	assert_non_null(strstr(run.out, "No mistakes"));
	run_free(&run);
	disk_remove(folder);
}

static void the_template_explains_every_column_and_key(void **state)
{
	static const char *const words[] = {
#define COLUMN(name, spelled, per_language, most, need) spelled,
#include "tools/import/import_column.def"
#undef COLUMN
	    "languages",
	    "title_da",
	    "place",
	    "date",
	    "closes",
	    "url",
	    "live",
	    "batches",
	    "turnout",
	    "off",
	    "live_batch",
	    "pitch",
	    "publish_min",
	    "two_persons",
	    "next_steps_da",
	    "amount",
	    "ballot",
	    "choose_min",
	    "choose_max",
	    "rule",
	    "misfit",
	    "threshold_votes",
	    "threshold_percent",
	    "leftover_to",
	    "funding.csv",
	    "amount  ",
	    "deadline",
	    "url  ",
	};
	char *text = disk_read("assets/template/meeting.ini", NULL);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (!strstr(text, words[i]))
			fail_msg("%s is not explained", words[i]);
	free(text);
}

static void new_refuses_a_folder_that_holds_something(void **state)
{
	char *folder = folder_with_template();
	char *ini = disk_path(folder, "m/meeting.ini");
	struct run run;
	char *kept;

	(void)state;
	disk_write_text(folder, "m/meeting.ini", "mine");
	run = run_in(folder, "new", NULL, NULL);
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "not an empty folder"));
	kept = disk_read(ini, NULL);
	assert_string_equal(kept, "mine");
	free(kept);
	free(ini);
	run_free(&run);
	disk_remove(folder);
}

static void new_takes_an_empty_folder(void **state)
{
	char *folder = disk_folder();
	struct run run = run_command("new", folder);

	(void)state;
	assert_int_equal(run.code, 0);
	assert_int_equal(disk_count(folder), 4);
	run_free(&run);
	disk_remove(folder);
}

static void new_tells_where_it_cannot_write(void **state)
{
	struct run run = run_command("new", "/proc/nowhere/m");

	(void)state;
	assert_int_equal(run.code, 1);
	run_free(&run);
}

static void build_makes_a_meeting_file_that_opens(void **state)
{
	char *folder = folder_with_template();
	char *file = disk_path(folder, "b.meeting");
	struct run run = run_in(folder, "build", "b.meeting", NULL);
	struct store *store = NULL;
	const struct meeting *meeting;
	enum phase phase;

	(void)state;
	assert_int_equal(run.code, 0);
	assert_int_equal(store_open(file, STORE_READ, &store), STATUS_OK);
	meeting = store_meeting(store);
	assert_int_equal(meeting->proposal_count, 6);
	assert_int_equal(meeting->pot_count, 2);
	assert_int_equal(strlen(meeting->code), MEETING_CODE_SYMBOLS);
	assert_int_equal(store_phase(store, &phase), STATUS_OK);
	assert_int_equal(phase, PHASE_DRAFT);
	assert_true(disk_there(store_images(store)));
	store_free(store);
	run_free(&run);
	free(file);
	disk_remove(folder);
}

static void two_builds_of_one_folder_are_two_meetings(void **state)
{
	char *folder = folder_with_template();
	unsigned char ids[2][MEETING_ID_BYTES];

	(void)state;
	for (int i = 0; i < 2; i++) {
		const char *name = i ? "b" : "a";
		char *file = disk_path(folder, name);
		struct run run = run_in(folder, "build", name, NULL);
		struct store *store = NULL;

		assert_int_equal(run.code, 0);
		assert_int_equal(store_open(file, STORE_READ, &store),
				 STATUS_OK);
		memcpy(ids[i], store_meeting(store)->id, MEETING_ID_BYTES);
		store_free(store);
		run_free(&run);
		free(file);
	}
	assert_memory_not_equal(ids[0], ids[1], MEETING_ID_BYTES);
	disk_remove(folder);
}

static void build_refuses_a_file_that_is_there(void **state)
{
	static const char *const there[] = {"b", "b.images"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		char *folder = folder_with_template();
		struct run run;

		disk_write_text(folder, there[i], "mine");
		run = run_in(folder, "build", "b", NULL);
		assert_int_equal(run.code, 2);
		assert_non_null(strstr(run.err, there[i]));
		assert_int_equal(disk_count(folder), 2);
		run_free(&run);
		disk_remove(folder);
	}
}

static void build_with_mistakes_writes_nothing(void **state)
{
	char *folder = folder_with_template();
	struct run run;

	(void)state;
	disk_write_text(folder, "m/proposals.csv", "number;title_da;cost\n");
	run = run_in(folder, "build", "b", NULL);
	assert_int_equal(run.code, 2);
	assert_non_null(strstr(run.err, "m/proposals.csv:1: "));
	assert_non_null(strstr(run.err, "Nothing was written."));
	assert_string_equal(run.out, "");
	assert_int_equal(disk_count(folder), 1);
	run_free(&run);
	disk_remove(folder);
}

static void build_that_fails_on_the_way_leaves_nothing(void **state)
{
	char *folder = folder_with_template();
	char *meeting = disk_path(folder, "m");
	struct run run = run_command("build", meeting, "-o", "/nowhere/at/all");

	(void)state;
	assert_int_equal(run.code, 1);
	assert_int_equal(disk_count(folder), 1);
	run_free(&run);

	/* The images can be written, the meeting file cannot: its own journal
	 * is in the way as a folder. */
	{
		char *journal = disk_path(folder, "b-journal");
		char *file = disk_path(folder, "b");

		assert_int_equal(mkdir(journal, 0777), 0);
		run = run_command("build", meeting, "-o", file);
		assert_int_not_equal(run.code, 0);
		assert_int_equal(disk_count(folder), 2);
		run_free(&run);
		free(journal);
		free(file);
	}
	free(meeting);
	disk_remove(folder);
}

/* The test data's good pictures as a meeting of its own. */
static char *folder_with_pictures(void)
{
	static const char *const names[] = {"good.png", "good.jpg"};
	char *folder = folder_with_template();
	char *images = disk_path(folder, "m/images");

	for (int i = 0; i < 2; i++) {
		char *path =
		    disk_path("tests/data/import/images/images", names[i]);
		size_t length;
		char *bytes = disk_read(path, &length);

		disk_write(images, names[i], bytes, length);
		free(bytes);
		free(path);
	}
	disk_write_text(folder, "m/proposals.csv",
			"number;pot;title_da;title_en;cost;image\n"
			"1;stor;A;A;10;good.png\n"
			"2;hurtig;B;B;10;good.jpg\n"
			"3;hurtig;C;C;10;good.png\n"
			"4;hurtig;D;D;10;\n");
	disk_write_text(
	    folder, "m/meeting.ini",
	    "[meeting]\nlanguages = da, en\ntitle_da = M\nplace = S\n"
	    "date = 2026-04-16\n[pot stor]\ntitle_da = S\namount = 10\n"
	    "[pot hurtig]\ntitle_da = H\namount = 10\n");
	free(images);
	return folder;
}

static void pictures_are_copied_and_their_hashes_kept(void **state)
{
	char *folder = folder_with_pictures();
	struct run run = run_in(folder, "build", "b", NULL);
	char *file = disk_path(folder, "b");
	struct store *store = NULL;
	static const unsigned char none[MEETING_HASH_BYTES];

	(void)state;
	assert_int_equal(run.code, 0);
	assert_int_equal(store_open(file, STORE_READ, &store), STATUS_OK);
	assert_int_equal(disk_count(store_images(store)), 2);
	for (int i = 0; i < 4; i++) {
		const struct proposal *proposal =
		    &store_meeting(store)->proposals[i];
		unsigned char hash[MEETING_HASH_BYTES] = {0};
		char *path = disk_path(store_images(store), proposal->image);
		size_t length;
		char *bytes =
		    *proposal->image ? disk_read(path, &length) : NULL;

		if (bytes)
			picture_hash((unsigned char *)bytes, length, hash);
		assert_true((bytes != NULL) ==
			    (memcmp(hash, none, sizeof(none)) != 0));
		assert_memory_equal(hash, proposal->image_hash, sizeof(hash));
		free(bytes);
		free(path);
	}
	store_free(store);
	free(file);
	run_free(&run);
	disk_remove(folder);
}

static void check_says_pots_and_sums_as_json(void **state)
{
	char *folder = folder_with_template();
	struct run run = run_in(folder, "check", NULL, "--json");
	json_t *said = json_loads(run.out, 0, NULL), *pot;

	(void)state;
	assert_int_equal(run.code, 0);
	assert_non_null(said);
	assert_true(json_is_true(json_object_get(said, "ok")));
	assert_string_equal(json_string_value(json_object_get(said, "title")),
			    "Beboermøde: vi fordeler pengene");
	assert_string_equal(json_string_value(json_object_get(said, "date")),
			    "2026-04-16");
	assert_int_equal(json_integer_value(json_object_get(said, "proposals")),
			 6);
	pot = json_array_get(json_object_get(said, "pots"), 0);
	assert_string_equal(json_string_value(json_object_get(pot, "key")),
			    "stor");
	assert_int_equal(
	    json_integer_value(json_object_get(pot, "amount_minor")), 10000000);
	assert_int_equal(
	    json_integer_value(json_object_get(pot, "asked_minor")), 16500000);
	json_decref(said);
	run_free(&run);
	disk_remove(folder);
}

static void mistakes_are_json_when_asked_for(void **state)
{
	char *folder = folder_with_template();
	struct run run;
	json_t *said, *first;

	(void)state;
	disk_write_text(folder, "m/proposals.csv",
			"number;pot;title_da;cost\n1;stor;A;-1\n"
			"2;hurtig;B;1\n");
	run = run_in(folder, "check", NULL, "--json");
	said = json_loads(run.out, 0, NULL);
	assert_int_equal(run.code, 2);
	assert_string_equal(run.err, "");
	assert_string_equal(json_string_value(json_object_get(said, "error")),
			    "input");
	first = json_array_get(json_object_get(said, "problems"), 0);
	assert_string_equal(json_string_value(json_object_get(first, "file")),
			    "meeting.ini");
	/* Each pot now has fewer proposals than its choose_max. */
	first = json_array_get(json_object_get(said, "problems"), 2);
	assert_string_equal(json_string_value(json_object_get(first, "file")),
			    "proposals.csv");
	assert_int_equal(json_integer_value(json_object_get(first, "line")), 2);
	json_decref(said);
	run_free(&run);
	disk_remove(folder);
}

static void check_writes_nothing(void **state)
{
	char *folder = folder_with_template();
	struct run run = run_in(folder, "check", NULL, NULL);
	char *meeting = disk_path(folder, "m");

	(void)state;
	assert_int_equal(disk_count(folder), 1);
	assert_int_equal(disk_count(meeting), 4);
	free(meeting);
	run_free(&run);
	disk_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		the_template_is_complete_and_has_nothing_to_correct),
	    cmocka_unit_test(the_template_explains_every_column_and_key),
	    cmocka_unit_test(new_refuses_a_folder_that_holds_something),
	    cmocka_unit_test(new_takes_an_empty_folder),
	    cmocka_unit_test(new_tells_where_it_cannot_write),
	    cmocka_unit_test(build_makes_a_meeting_file_that_opens),
	    cmocka_unit_test(two_builds_of_one_folder_are_two_meetings),
	    cmocka_unit_test(build_refuses_a_file_that_is_there),
	    cmocka_unit_test(build_with_mistakes_writes_nothing),
	    cmocka_unit_test(build_that_fails_on_the_way_leaves_nothing),
	    cmocka_unit_test(pictures_are_copied_and_their_hashes_kept),
	    cmocka_unit_test(check_says_pots_and_sums_as_json),
	    cmocka_unit_test(mistakes_are_json_when_asked_for),
	    cmocka_unit_test(check_writes_nothing),
	};

	words_language("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* `stemmeboks slips`: what is printed is in the roll, and the other way round.
 */
#include <jansson.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/roll.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_run.h"
#include "tests/lib/tools_slips.h"
#include "words/words.h"

/* A draft meeting with no slips and the name of a PDF beside it. */
struct desk {
	struct fixture fixture;
	char pdf[4 * FIXTURE_PATH];
};

static int desk_set_up(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	assert_non_null(desk);
	words_language("en");
	fixture_begin(&desk->fixture, 0, false);
	fixture_leave(&desk->fixture);
	snprintf(desk->pdf, sizeof(desk->pdf), "%s/slips.pdf",
		 desk->fixture.folder);
	*state = desk;
	return 0;
}

static int desk_tear_down(void **state)
{
	struct desk *desk = *state;

	fixture_end(&desk->fixture);
	free(desk);
	return 0;
}

static struct roll_count count_of(struct desk *desk)
{
	struct roll_count count;

	fixture_enter(&desk->fixture);
	assert_ok(roll_count(desk->fixture.store, &count));
	fixture_leave(&desk->fixture);
	return count;
}

/* Runs WORDS, which must fail so, leaving the meeting's file and its folder as
 * they were. */
static void expect_no_slips(struct desk *desk, int exit_code, const char *text,
			    const char *const *words)
{
	int files = disk_count(desk->fixture.folder);

	expect_no_write(&desk->fixture, exit_code, text, words);
	assert_int_equal(disk_count(desk->fixture.folder), files);
}

static void every_printed_slip_is_unused_in_the_roll(void **state)
{
	struct desk *desk = *state;
	struct slip slips[PAPER_SLIPS];
	unsigned char hash[SLIP_HASH_BYTES];
	struct stat found;

	expect_run(0, "11 slips, no. 1-11",
		   WORDS("slips", desk->fixture.path, "--count", "11", "-o",
			 desk->pdf));
	assert_int_equal(stat(desk->pdf, &found), 0);
	assert_int_equal(found.st_mode & 07777, 0600);
	assert_int_equal(paper_decode(desk->pdf, slips, PAPER_SLIPS), 11);
	assert_int_equal(count_of(desk).unused, 11);
	fixture_enter(&desk->fixture);
	for (int i = 0; i < 11; i++) {
		unsigned char stub[SLIP_HASH_BYTES];

		slip_hash(store_meeting(desk->fixture.store), &slips[i], hash);
		assert_ok(roll_look_up(desk->fixture.store, hash));
		/* The stub beside it leads to the same slip. */
		assert_ok(roll_serial(desk->fixture.store, i + 1, stub));
		assert_memory_equal(hash, stub, sizeof(stub));
	}
	fixture_leave(&desk->fixture);
}

static void slips_added_later_go_on_counting(void **state)
{
	struct desk *desk = *state;
	char more[4 * FIXTURE_PATH];

	snprintf(more, sizeof(more), "%s/more.pdf", desk->fixture.folder);
	expect_run(0, "no. 1-3",
		   WORDS("slips", desk->fixture.path, "-n", "3", "-k", "adult",
			 "-o", desk->pdf));
	expect_run(0, "no. 4-5",
		   WORDS("slips", desk->fixture.path, "-n", "2", "-k", "child",
			 "-s", "a6", "-o", more));
	assert_int_equal(count_of(desk).printed, 5);
}

static void json_says_what_was_printed(void **state)
{
	struct desk *desk = *state;
	json_t *json =
	    expect_json(0, WORDS("slips", desk->fixture.path, "--count", "9",
				 "--kind", "child", "-o", desk->pdf, "--json"));

	assert_int_equal(json_integer_value(json_object_get(json, "slips")), 9);
	assert_int_equal(
	    json_integer_value(json_object_get(json, "last_serial")), 9);
	assert_int_equal(json_integer_value(json_object_get(json, "pages")), 2);
	assert_string_equal(json_string_value(json_object_get(json, "kind")),
			    "child");
	json_decref(json);
}

static void a_file_that_is_there_is_not_overwritten(void **state)
{
	struct desk *desk = *state;
	size_t size;
	unsigned char *bytes;

	file_write(desk->pdf, "mine", 4);
	expect_no_slips(desk, 2, "is there already",
			WORDS("slips", desk->fixture.path, "--count", "2", "-o",
			      desk->pdf));
	bytes = file_read(desk->pdf, &size);
	assert_int_equal(size, 4);
	free(bytes);
	/* A link to nowhere is a name that is taken, too. */
	assert_int_equal(unlink(desk->pdf), 0);
	assert_int_equal(symlink("/nowhere/at/all", desk->pdf), 0);
	expect_no_slips(desk, 2, "is there already",
			WORDS("slips", desk->fixture.path, "--count", "2", "-o",
			      desk->pdf));
	assert_int_equal(unlink(desk->pdf), 0);
}

static void an_unwritable_folder_makes_no_slips(void **state)
{
	struct desk *desk = *state;

	expect_no_slips(desk, 1, "could not be written",
			WORDS("slips", desk->fixture.path, "--count", "2", "-o",
			      "/nowhere/slips.pdf"));
	expect_no_slips(desk, 1, "could not be written",
			WORDS("slips", desk->fixture.path, "--count", "2", "-o",
			      "/proc/slips.pdf"));
}

/* The disk is full while the PDF is written: files may grow to LIMIT bytes. */
static int print_on_full_disk(const struct desk *desk, rlim_t limit)
{
	int code;
	pid_t child = fork();

	if (child == 0) {
		const struct rlimit full = {limit, limit};
		struct ran answer;

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &full);
		answer = ran(WORDS("slips", desk->fixture.path, "--count",
				   "500", "-o", desk->pdf));
		if (answer.exit_code == 1 &&
		    !strstr(answer.text, "no slip was made"))
			_exit(99);
		_exit(answer.exit_code);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &code, 0), child);
	return WIFEXITED(code) ? WEXITSTATUS(code) : -1;
}

static void a_full_disk_makes_no_slips_and_leaves_no_file(void **state)
{
	struct desk *desk = *state;
	int files = disk_count(desk->fixture.folder);

	assert_int_equal(print_on_full_disk(desk, 150000), 1);
	assert_int_equal(count_of(desk).printed, 0);
	assert_int_equal(disk_count(desk->fixture.folder), files);
	assert_int_equal(print_on_full_disk(desk, 1 << 30), 0);
	assert_int_equal(count_of(desk).printed, 500);
}

static void mistyped_options_are_told(void **state)
{
	struct desk *desk = *state;
	const char *path = desk->fixture.path, *pdf = desk->pdf;
	const struct {
		const char *text;
		const char *const *words;
	} cases[] = {
	    {"--count 60", WORDS("slips", path, "-o", pdf)},
	    {"-o slips.pdf", WORDS("slips", path, "-n", "2")},
	    {"from 1 to 60000", WORDS("slips", path, "-n", "0", "-o", pdf)},
	    {"from 1 to 60000", WORDS("slips", path, "-n", "-3", "-o", pdf)},
	    {"from 1 to 60000", WORDS("slips", path, "-n", "60001", "-o", pdf)},
	    {"from 1 to 60000", WORDS("slips", path, "-n", "many", "-o", pdf)},
	    {"a4 or a6",
	     WORDS("slips", path, "-n", "2", "-o", pdf, "-s", "a5")},
	    {"one word",
	     WORDS("slips", path, "-n", "2", "-o", pdf, "-k", "Two words")},
	    {"one word", WORDS("slips", path, "-n", "2", "-o", pdf, "-k",
			       "more-than-fifteen-letters")},
	    {"not both", WORDS("slips", path, "-n", "2", "-o", pdf, "--test")},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		expect_no_slips(desk, 2, cases[i].text, cases[i].words);
}

static void a_meeting_holds_so_many_slips_and_no_more(void **state)
{
	struct desk *desk = *state;
	char more[4 * FIXTURE_PATH];

	snprintf(more, sizeof(more), "%s/more.pdf", desk->fixture.folder);
	expect_run(
	    0, "no. 1-2",
	    WORDS("slips", desk->fixture.path, "-n", "2", "-o", desk->pdf));
	expect_no_slips(
	    desk, 2, "at most 60000 slips",
	    WORDS("slips", desk->fixture.path, "-n", "59999", "-o", more));
}

static void slips_to_tick_are_slips_like_others(void **state)
{
	struct desk *desk = *state;
	struct slip slips[PAPER_SLIPS];
	unsigned char hash[SLIP_HASH_BYTES];
	json_t *json =
	    expect_json(0, WORDS("slips", desk->fixture.path, "--count", "3",
				 "--choices", "-o", desk->pdf, "--json"));

	assert_string_equal(json_string_value(json_object_get(json, "size")),
			    "choices-a5");
	assert_int_equal(json_integer_value(json_object_get(json, "pages")), 2);
	json_decref(json);
	assert_int_equal(paper_decode(desk->pdf, slips, PAPER_SLIPS), 3);
	fixture_enter(&desk->fixture);
	for (int i = 0; i < 3; i++) {
		slip_hash(store_meeting(desk->fixture.store), &slips[i], hash);
		assert_ok(roll_look_up(desk->fixture.store, hash));
	}
	fixture_leave(&desk->fixture);
}

static void slips_to_tick_have_no_other_size(void **state)
{
	struct desk *desk = *state;

	expect_no_slips(desk, 2, "Leave --size out.",
			WORDS("slips", desk->fixture.path, "-n", "2", "-c",
			      "--size", "a6", "-o", desk->pdf));
	expect_no_slips(desk, 2, "Leave --test out.",
			WORDS("slips", desk->fixture.path, "--test",
			      "--choices", "-o", desk->pdf));
}

/* With 120 proposals no slip is made, and none is in the roll. */
static void too_many_proposals_to_tick_make_no_slip(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct desk desk;

	(void)state;
	for (int i = meeting->proposal_count; i < 120; i++) {
		meeting->proposals[i] = meeting->proposals[9];
		meeting->proposals[i].number = i + 1;
	}
	meeting->proposal_count = 120;
	fixture_begin_with(&desk.fixture, meeting, 0);
	fixture_leave(&desk.fixture);
	snprintf(desk.pdf, sizeof(desk.pdf), "%s/slips.pdf",
		 desk.fixture.folder);
	expect_no_slips(&desk, 2, "too many proposals for one sheet",
			WORDS("slips", desk.fixture.path, "-n", "2",
			      "--choices", "-o", desk.pdf));
	assert_int_equal(count_of(&desk).printed, 0);
	fixture_end(&desk.fixture);
}

static void the_scanner_test_touches_no_roll(void **state)
{
	struct desk *desk = *state;

	expect_no_write(
	    &desk->fixture, 0, "test scanners",
	    WORDS("slips", desk->fixture.path, "--test", "-o", desk->pdf));
}

static enum status refuse(void *context, const struct slip *slips, int count,
			  int first_serial)
{
	struct slip *copy = context;

	assert_int_equal(first_serial, 1);
	memcpy(copy, slips, (size_t)count * sizeof(*slips));
	return STATUS_FILE_WRITE;
}

static void slips_that_paper_refused_are_unknown(void **state)
{
	struct desk *desk = *state;
	struct fixture *fixture = &desk->fixture;
	struct slip slips[4];
	unsigned char hash[SLIP_HASH_BYTES];

	fixture_enter(fixture);
	assert_status(roll_print(fixture->store, 4, "",
				 (struct roll_share){0, 0}, &fixture->random,
				 FIXTURE_AT, refuse, slips),
		      STATUS_FILE_WRITE);
	for (int i = 0; i < 4; i++) {
		slip_hash(store_meeting(fixture->store), &slips[i], hash);
		assert_status(roll_look_up(fixture->store, hash),
			      STATUS_SLIP_OTHER);
	}
	fixture_leave(fixture);
	assert_int_equal(count_of(desk).printed, 0);
}

int main(void)
{
#define DESK(test)                                                             \
	cmocka_unit_test_setup_teardown(test, desk_set_up, desk_tear_down)
	const struct CMUnitTest tests[] = {
	    DESK(every_printed_slip_is_unused_in_the_roll),
	    DESK(slips_added_later_go_on_counting),
	    DESK(json_says_what_was_printed),
	    DESK(a_file_that_is_there_is_not_overwritten),
	    DESK(an_unwritable_folder_makes_no_slips),
	    DESK(a_full_disk_makes_no_slips_and_leaves_no_file),
	    DESK(mistyped_options_are_told),
	    DESK(a_meeting_holds_so_many_slips_and_no_more),
	    DESK(slips_to_tick_are_slips_like_others),
	    DESK(slips_to_tick_have_no_other_size),
	    cmocka_unit_test(too_many_proposals_to_tick_make_no_slip),
	    DESK(the_scanner_test_touches_no_roll),
	    DESK(slips_that_paper_refused_are_unknown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

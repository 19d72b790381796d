/* backup, restore and practice as organisers type them. */
#include <limits.h>
#include <sodium/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/audit.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_pdf.h"
#include "tests/lib/tools_run.h"
#include "words/words.h"

enum { SLIPS = 20 };

struct place {
	struct fixture fixture;
	char *copy, *other;
};

static int english(void **state)
{
	(void)state;
	words_language("en");
	return sodium_init() < 0;
}

static void begin(struct place *place, enum phase phase)
{
	fixture_begin_in(&place->fixture, SLIPS, phase);
	fixture_leave(&place->fixture);
	place->copy = disk_path(place->fixture.folder, "copy");
	place->other = disk_path(place->fixture.folder, "other");
}

static void remove_images(const char *path)
{
	char *images = NULL;

	assert_true(asprintf(&images, "%s.images", path) > 0);
	rmdir(images);
	free(images);
}

static void end(struct place *place)
{
	char *kept = NULL;

	remove_images(place->copy);
	remove_images(place->other);
	assert_true(asprintf(&kept, "%s.copy", place->fixture.path) > 0);
	remove_images(kept);
	free(kept);
	free(place->copy);
	free(place->other);
	fixture_end(&place->fixture);
}

static void vote(struct place *place, int first, int count)
{
	fixture_enter(&place->fixture);
	for (int i = first; i < first + count; i++)
		assert_ok(fixture_cast(&place->fixture, i, 1));
	fixture_leave(&place->fixture);
}

static void pdf_says(char *path, const char *wanted, int least)
{
	struct pdf pdf = {.path = path};
	char *text = pdf_text(&pdf);

	if (least == 0)
		expect_not_in(text, wanted);
	else
		assert_in_range(times_in(text, wanted), least, INT_MAX);
	free(text);
}

/* WORDS end with CODE and say SAYS, on either output. */
static void says(const char *const *words, int code, const char *text)
{
	struct run run = run_words(words);

	if (run.code != code)
		fail_msg("%s: %d, %s%s", words[0], run.code, run.out, run.err);
	if (!strstr(run.out, text) && !strstr(run.err, text))
		fail_msg("%s: %s%s", words[0], run.out, run.err);
	run_free(&run);
}

#define assert_says(code, text, ...)                                           \
	says((const char *const[]){__VA_ARGS__, NULL}, code, text)

static void a_copy_takes_the_place_of_the_older_one(void **state)
{
	struct place place;
	char *to;

	(void)state;
	begin(&place, PHASE_OPEN);
	vote(&place, 0, 6);
	assert_says(0, "phase \"open\", 20 slips (6 used, 0 void), 6 ballots.",
		    "backup", place.fixture.path, "-o", place.copy);
	vote(&place, 6, 2);
	assert_says(4, "Only 2 have voted since the last copy.", "backup",
		    place.fixture.path, "-o", place.copy);
	assert_int_equal(fixture_number(place.copy, "SELECT count(*) FROM box"
						    " WHERE used = 3"),
			 6);
	vote(&place, 8, 3);
	assert_says(0, "Copied over the older one", "backup",
		    place.fixture.path, "-o", place.copy);
	assert_int_equal(fixture_number(place.copy, "SELECT count(*) FROM box"
						    " WHERE used = 3"),
			 11);
	assert_says(0, "\"ballots\":11,\"wait\":5", "backup",
		    place.fixture.path, "--to", place.fixture.folder, "--json");
	assert_true(asprintf(&to, "%s.copy", place.fixture.path) > 0);
	assert_true(disk_there(to));
	free(to);
	assert_says(2, "Say where to", "backup", place.fixture.path);
	end(&place);
}

static void what_is_no_copy_is_not_overwritten(void **state)
{
	struct place place;
	unsigned char *before;
	size_t size;

	(void)state;
	begin(&place, PHASE_READY);
	disk_write_text(place.fixture.folder, "copy", "The minutes");
	assert_says(2, "is not a copy of this meeting", "backup",
		    place.fixture.path, "-o", place.copy);
	before = file_read(place.fixture.path, &size);
	assert_says(2, "is not a copy of this meeting", "backup",
		    place.fixture.path, "-o", place.fixture.path);
	file_same(place.fixture.path, before, size);
	before = file_read(place.copy, &size);
	assert_memory_equal(before, "The minutes", size);
	free(before);
	end(&place);
}

static void what_a_killed_copy_left_is_cleared(void **state)
{
	struct place place;
	char *left;

	(void)state;
	begin(&place, PHASE_READY);
	assert_says(0, "Copied", "backup", place.fixture.path, "-o",
		    place.copy);
	left = disk_path(place.fixture.folder, "copy.new");
	assert_int_equal(rename(place.copy, left), 0);
	assert_says(0, "Copied", "backup", place.fixture.path, "-o",
		    place.other);
	/* The other has pictures of its own; this one's are there still. */
	remove_images(place.copy);
	assert_says(0, "Copied", "backup", place.fixture.path, "-o",
		    place.copy);
	assert_false(disk_there(left));
	assert_true(disk_there(place.copy));
	free(left);
	end(&place);
}

static void closing_asks_to_copy_over_a_copy_that_lacks_a_few(void **state)
{
	struct place place;

	(void)state;
	begin(&place, PHASE_OPEN);
	vote(&place, 0, 5);
	assert_says(0, "Copied", "backup", place.fixture.path, "-o",
		    place.copy);
	vote(&place, 5, 2);
	assert_says(0, "2 people voted after the last copy", "close",
		    place.fixture.path);
	assert_says(0, "Copied over", "backup", place.fixture.path, "-o",
		    place.copy);
	end(&place);
}

static void a_meeting_goes_on_from_its_copy_and_says_what_is_lost(void **state)
{
	struct place place;

	(void)state;
	begin(&place, PHASE_OPEN);
	vote(&place, 0, 5);
	assert_says(0, "Copied", "backup", place.fixture.path, "-o",
		    place.copy);
	vote(&place, 5, 3);
	assert_says(2, "--reason is missing", "restore", place.copy, "-o",
		    place.other);
	assert_false(disk_there(place.other));
	assert_says(0, "those slips can vote again", "restore", place.copy,
		    "-o", place.other, "--reason", "The disk died");
	assert_says(2, "is there already", "restore", place.copy, "-o",
		    place.other, "--reason", "The disk died");
	assert_says(0, "Ballots in box:    5", "status", place.other);
	assert_says(0, "Voting goes on.", "open", place.other);
	assert_says(0, "Voting is closed.", "close", place.other);
	assert_says(0, "", "count", place.other);
	assert_says(0, "\"phase\":\"counted\"", "status", place.other,
		    "--json");
	end(&place);
}

/* A folder as of a published practice: which no command writes. */
static void practise_folder(struct place *place, const char *folder)
{
	char *path = disk_path(place->fixture.folder, "practice");
	struct store *store = NULL;

	assert_says(0, "Made", "practice", place->other, "-o", path);
	assert_ok(store_open(path, STORE_READ, &store));
	disk_write_text(folder, "meeting.json", store_definition(store));
	store_free(store);
	free(path);
}

static void the_bundle_of_a_restored_meeting_agrees_with_itself(void **state)
{
	struct place place;
	char *result, *protocol;

	(void)state;
	begin(&place, PHASE_OPEN);
	vote(&place, 0, 12);
	assert_says(0, "Copied", "backup", place.fixture.path, "-o",
		    place.copy);
	assert_says(0, "Made", "restore", place.copy, "-o", place.other,
		    "--reason", "The disk died");
	assert_says(0, "", "close", place.other);
	assert_says(0, "", "count", place.other);
	result = disk_path(place.fixture.folder, "result");
	setenv("XDG_DATA_HOME", place.fixture.folder, 1);
	assert_says(0, "", "publish", place.other, "-o", result);
	assert_says(0, "", "verify", result);
	protocol = disk_path(result, "protocol.pdf");
	pdf_says(protocol, "Made from a copy", 1);
	pdf_says(protocol, "12 ballots were cast. The disk died", 1);
	free(protocol);
	practise_folder(&place, result);
	assert_says(4, "This is practice.", "verify", result);
	free(result);
	free(place.copy);
	free(place.other);
	disk_remove(strdup(place.fixture.folder));
	fixture_leave(&place.fixture);
	meeting_free(place.fixture.meeting);
}

static void practice_is_said_by_every_command_and_never_counted(void **state)
{
	static const char word[] = "PRACTICE";
	struct place place;
	char *pdf;

	(void)state;
	begin(&place, PHASE_OPEN);
	pdf = disk_path(place.fixture.folder, "p.pdf");
	assert_says(0, word, "practice", place.fixture.path, "-o", place.other);
	assert_says(0, word, "slips", place.other, "--count", "4", "-o", pdf);
	pdf_says(pdf, word, 2 * 4); /* slip and stub */
	pdf_says(pdf, "One vote", 0);
	assert_says(0, word, "ready", place.other);
	assert_says(0, word, "open", place.other);
	assert_says(0, word, "hall", place.other, "open");
	assert_says(0, word, "pause", place.other);
	assert_says(0, word, "status", place.other);
	assert_says(0, "\"practice\":true", "status", place.other, "--json");
	assert_says(0, word, "backup", place.other, "-o", place.copy);
	assert_says(0, word, "close", place.other);
	assert_says(4, "This is practice.", "count", place.other);
	assert_says(4, "This is practice.", "count", place.other, place.other);
	assert_says(4, "This is practice.", "publish", place.other, "-o", pdf);
	assert_says(4, "This is practice.", "verify", place.other);
	assert_says(0, "\"phase\":\"closed\"", "status", place.other, "--json");
	/* And the meeting itself says nothing of the kind. */
	assert_says(0, "\"name\":\"\"}}\n", "status", place.fixture.path,
		    "--json");
	free(pdf);
	end(&place);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_copy_takes_the_place_of_the_older_one),
	    cmocka_unit_test(what_is_no_copy_is_not_overwritten),
	    cmocka_unit_test(what_a_killed_copy_left_is_cleared),
	    cmocka_unit_test(closing_asks_to_copy_over_a_copy_that_lacks_a_few),
	    cmocka_unit_test(
		a_meeting_goes_on_from_its_copy_and_says_what_is_lost),
	    cmocka_unit_test(
		the_bundle_of_a_restored_meeting_agrees_with_itself),
	    cmocka_unit_test(
		practice_is_said_by_every_command_and_never_counted),
	};

	return cmocka_run_group_tests(tests, english, NULL);
}

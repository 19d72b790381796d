/* A published folder on a stick: named, read back, and whole or not there. */
#include <errno.h>
#include <signal.h>
#include <sodium.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/audit.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

enum { PATH = 4 * FIXTURE_PATH };

struct evening {
	struct fixture fixture;
	struct bundle_files files;
	char stick[PATH], out[2 * PATH];
};

static int setup(void **state)
{
	struct evening *evening = calloc(1, sizeof(*evening));

	assert_non_null(evening);
	evening_usual(&evening->fixture, PHASE_COUNTED);
	evening_files(&evening->fixture, &evening->files, NULL);
	snprintf(evening->stick, PATH, "%s/stick", evening->fixture.folder);
	snprintf(evening->out, sizeof(evening->out),
		 "%s/2015-11-10-bolbro-beslutter", evening->stick);
	assert_int_equal(mkdir(evening->stick, 0755), 0);
	*state = evening;
	return 0;
}

static int teardown(void **state)
{
	struct evening *evening = *state;
	char command[4 * PATH];

	snprintf(command, sizeof(command), "rm -rf '%s'", evening->stick);
	assert_int_equal(system(command), 0);
	bundle_files_free(&evening->files);
	fixture_end(&evening->fixture);
	free(evening);
	return 0;
}

/* How many entries the stick has, hidden ones too. */
static int entries(const struct evening *evening)
{
	char command[4 * PATH], text[16] = "";
	FILE *pipe;

	snprintf(command, sizeof(command), "ls -A '%s' | wc -l",
		 evening->stick);
	pipe = popen(command, "r");
	assert_non_null(pipe);
	assert_non_null(fgets(text, sizeof(text), pipe));
	assert_int_equal(pclose(pipe), 0);
	return atoi(text);
}

static void the_folder_on_a_stick_is_named_for_the_meeting(void **state)
{
	struct evening *evening = *state;
	const char *meeting = evening->fixture.path;

	expect_run(0, evening->out,
		   WORDS("publish", meeting, "--to", evening->stick));
	expect_run(0, "every number agrees", WORDS("verify", evening->out));
	assert_int_equal(entries(evening), 1);
	expect_run(2, "File exists",
		   WORDS("publish", meeting, "--to", evening->stick));
	expect_run(
	    2, "Say where to: -o DIR",
	    WORDS("publish", meeting, "--to", evening->stick, "-o", "/tmp/x"));
	expect_run(2, "Say where to: -o DIR", WORDS("publish", meeting));
	expect_run(2, "No such file",
		   WORDS("publish", meeting, "--to", "/nowhere/stick"));
}

static const struct {
	const char *date, *title, *name;
} names[] = {
    {"2015-11-10", "Bolbro beslutter", "2015-11-10-bolbro-beslutter"},
    {"2026-03-01", "Æbler, Øl & Åer!", "2026-03-01-aebler-oel-aaer"},
    {"2026-03-01", "../../etc/passwd", "2026-03-01-etc-passwd"},
    {"2026-03-01", "  ", "2026-03-01"},
    {"2026-03-01", "بولبرو", "2026-03-01"},
    {"", "", "result"},
    {"..", "/", "result"},
    {"2026-03-01",
     "En meget lang titel som ingen nogen sinde ville skrive på en plakat",
     "2026-03-01-en-meget-lang-titel-som-ingen-nogen-sinde-ville-skri"},
};

static void the_name_has_only_letters_that_every_stick_has(void **state)
{
	struct meeting *meeting = bolbro_new();
	char name[BUNDLE_FOLDER];

	(void)state;
	assert_non_null(meeting);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		meeting->date = names[i].date;
		meeting->title.in[0] = names[i].title;
		meeting->title.in[1] = NULL;
		bundle_folder_name(meeting, name);
		assert_string_equal(name, names[i].name);
	}
	meeting_free(meeting);
}

static void what_is_read_back_must_be_what_was_written(void **state)
{
	struct evening *evening = *state;
	char why[BUNDLE_WHY], path[4 * PATH];

	assert_ok(
	    bundle_files_save(&evening->files, evening->out, NULL, NULL, why));
	assert_ok(bundle_files_back(&evening->files, evening->out, why));
	for (int i = 0; i < evening->files.count; i++) {
		struct bundle_file *file = &evening->files.file[i];

		/* One byte other, one less, one more, and none at all. */
		file->data[file->length / 2] ^= 1;
		assert_status(
		    bundle_files_back(&evening->files, evening->out, why),
		    STATUS_FILE_WRITE);
		assert_true(strncmp(why, file->name, strlen(file->name)) == 0);
		assert_non_null(strstr(why, "not what was written"));
		file->data[file->length / 2] ^= 1;
		file->length--;
		assert_status(
		    bundle_files_back(&evening->files, evening->out, why),
		    STATUS_FILE_WRITE);
		file->length += 2;
		assert_status(
		    bundle_files_back(&evening->files, evening->out, why),
		    STATUS_FILE_WRITE);
		file->length--;
		assert_ok(
		    bundle_files_back(&evening->files, evening->out, why));
		snprintf(path, sizeof(path), "%s/%s", evening->out, file->name);
		assert_int_equal(unlink(path), 0);
		assert_status(
		    bundle_files_back(&evening->files, evening->out, why),
		    STATUS_FILE_WRITE);
		assert_non_null(strstr(why, "pulled out"));
		file_write(path, file->data, file->length);
	}
}

/* The folder that is being written loses a byte before it is named. */
static enum status spoil(void *context, const char *folder)
{
	char command[4 * PATH];

	(void)context;
	snprintf(command, sizeof(command), "rm -rf '%s'", folder);
	return system(command) == 0 ? STATUS_OK : STATUS_FILE_READ;
}

static void a_stick_pulled_out_is_said_to_be_gone(void **state)
{
	struct evening *evening = *state;
	char why[BUNDLE_WHY];

	assert_status(
	    bundle_files_save(&evening->files, evening->out, spoil, NULL, why),
	    STATUS_FILE_WRITE);
	assert_non_null(strstr(why, "Was the stick pulled out?"));
	assert_int_equal(entries(evening), 0);
}

/* A limit on the size of files stands for a disk that is full. */
static void without_room_nothing_is_left_behind(void **state)
{
	struct evening *evening = *state;
	struct rlimit before, small;
	char why[BUNDLE_WHY];
	enum status status;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_IGN);
	for (rlim_t room = 0; room < 9000; room += 4096) {
		small = before;
		small.rlim_cur = room;
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
		status = bundle_files_save(&evening->files, evening->out, NULL,
					   NULL, why);
		assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
		assert_status(status, STATUS_FILE_WRITE);
		assert_non_null(strstr(why, "There is no room left"));
		assert_int_equal(entries(evening), 0);
	}
}

static void every_error_of_a_stick_has_its_words(void **state)
{
	static const struct {
		int error;
		const char *said;
	} errors[] = {
	    {ENOSPC, "no room left"}, {EDQUOT, "no room left"},
	    {EROFS, "only be read"},  {EIO, "pulled out"},
	    {ENODEV, "pulled out"},   {EACCES, "Permission denied"},
	};

	(void)state;
	words_language("en");
	for (size_t i = 0; i < sizeof(errors) / sizeof(errors[0]); i++)
		assert_non_null(
		    strstr(bundle_error_text(errors[i].error), errors[i].said));
}

static enum status keep_row(void *context, const struct audit_row *row)
{
	struct audit_row *last = context;

	*last = *row;
	return STATUS_OK;
}

/* What the hall shows, and what people compare with `sha256sum SHA256SUMS`. */
static void the_meeting_knows_the_sum_of_what_was_published(void **state)
{
	struct evening *evening = *state;
	struct audit_row last = {0};
	char path[4 * PATH], hex[65], detail[AUDIT_DETAIL], *audit;
	unsigned char hash[32], *sums;
	size_t size;

	expect_run(
	    0, NULL,
	    WORDS("publish", evening->fixture.path, "--to", evening->stick));
	snprintf(path, sizeof(path), "%s/SHA256SUMS", evening->out);
	sums = file_read(path, &size);
	crypto_hash_sha256(hash, sums, size);
	free(sums);
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	snprintf(detail, sizeof(detail), "sums %s", hex);
	fixture_enter(&evening->fixture);
	assert_ok(audit_each(evening->fixture.store, keep_row, &last));
	fixture_leave(&evening->fixture);
	assert_int_equal(last.act, ACT_PUBLISHED);
	assert_string_equal(last.detail, detail);
	/* The folder itself cannot hold it. */
	snprintf(path, sizeof(path), "%s/audit.csv", evening->out);
	audit = (char *)file_read(path, &size);
	audit[size - 1] = '\0';
	assert_null(strstr(audit, ";published;"));
	free(audit);
}

/* A meeting published by an earlier Stemmeboks says there how many files. */
static void older_rows_of_publishing_are_no_hindrance(void **state)
{
	struct evening *evening = *state;

	fixture_enter(&evening->fixture);
	assert_ok(audit_act(evening->fixture.store, ACT_PUBLISHED, "12 files",
			    FIXTURE_AT));
	fixture_leave(&evening->fixture);
	expect_run(0, NULL, WORDS("verify", evening->fixture.path));
	expect_run(
	    0, NULL,
	    WORDS("publish", evening->fixture.path, "--to", evening->stick));
	expect_run(0, "every number agrees", WORDS("verify", evening->out));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(the_folder_on_a_stick_is_named_for_the_meeting),
	    TEST(what_is_read_back_must_be_what_was_written),
	    TEST(a_stick_pulled_out_is_said_to_be_gone),
	    TEST(without_room_nothing_is_left_behind),
	    TEST(the_meeting_knows_the_sum_of_what_was_published),
	    TEST(older_rows_of_publishing_are_no_hindrance),
	    cmocka_unit_test(the_name_has_only_letters_that_every_stick_has),
	    cmocka_unit_test(every_error_of_a_stick_has_its_words),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What a published folder holds, and how it comes to stand on the disk. */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/audit.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/cmocka_all.h"
#include "tools/bundle/bundle_render.h"
#include "words/words.h"

enum { PATH = 4 * FIXTURE_PATH };

/* FOLDER/NAME beside the meeting's file. */
static const char *beside(const struct fixture *fixture, const char *name,
			  char ret_path[PATH])
{
	snprintf(ret_path, PATH, "%s/%s", fixture->folder, name);
	return ret_path;
}

/* What the shell command prints, run in FOLDER; it must succeed. */
static void shell(const char *folder, const char *command, char *ret_text,
		  size_t size)
{
	char line[8192];
	FILE *pipe;
	size_t length;

	assert_true(snprintf(line, sizeof(line), "cd '%s' && %s 2>&1", folder,
			     command) < (int)sizeof(line));
	pipe = popen(line, "r");
	assert_non_null(pipe);
	length = fread(ret_text, 1, size - 1, pipe);
	ret_text[length] = '\0';
	if (pclose(pipe) != 0)
		fail_msg("%s\n%s", line, ret_text);
}

static bool same_files(const struct bundle_files *a,
		       const struct bundle_files *b)
{
	bool same = a->count == b->count;

	for (int i = 0; i < a->count && same; i++)
		same = strcmp(a->file[i].name, b->file[i].name) == 0 &&
		       a->file[i].length == b->file[i].length &&
		       memcmp(a->file[i].data, b->file[i].data,
			      a->file[i].length) == 0;
	return same;
}

static void the_same_meeting_gives_the_same_bytes_however_often(void **state)
{
	struct fixture *fixture = *state;
	struct bundle_files *first = files_new();
	struct bundle_files *second = files_new();
	char one[PATH], two[PATH], why[BUNDLE_WHY];

	beside(fixture, "one", one);
	beside(fixture, "two", two);
	expect_run(0, "18 files", WORDS("publish", fixture->path, "-o", one));
	expect_run(0, "18 files", WORDS("publish", fixture->path, "-o", two));
	assert_ok(bundle_files_load(one, first, why));
	assert_ok(bundle_files_load(two, second, why));
	assert_int_equal(first->count, 18);
	assert_true(same_files(first, second));
	bundle_files_free(first);
	bundle_files_free(second);
	free(first);
	free(second);
}

static void the_frozen_definition_is_published_byte_for_byte(void **state)
{
	struct fixture *fixture = *state;
	struct bundle *bundle = bundle_of(fixture);
	struct bundle_files *files = files_new();
	const struct bundle_file *definition;

	files_of(bundle, files);
	definition = bundle_files_find(files, "meeting.json");
	assert_non_null(definition);
	fixture_enter(fixture);
	assert_string_equal(definition->data, store_definition(fixture->store));
	fixture_leave(fixture);
	files_end(files);
	bundle_free(bundle);
}

static void the_root_of_the_published_slots_is_the_root_of_the_box(void **state)
{
	struct bundle *bundle = bundle_of(*state);
	unsigned char root[BOX_ROOT_BYTES];

	bundle_root(bundle, false, root);
	assert_memory_equal(root, bundle->root, sizeof(root));
	bundle->slots[3].id[0] ^= 1;
	bundle_root(bundle, false, root);
	assert_memory_not_equal(root, bundle->root, sizeof(root));
	bundle_free(bundle);
}

static void sha256sum_finds_every_file_right(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], text[4096];

	beside(fixture, "out", out);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	shell(out, "sha256sum -c --strict --quiet SHA256SUMS", text,
	      sizeof(text));
	assert_string_equal(text, "");
	shell(out, "wc -l < SHA256SUMS; ls | wc -l", text, sizeof(text));
	assert_string_equal(text, "16\n18\n");
}

/* The line of README.txt that begins with two blanks and START. */
static void readme_command(const char *folder, const char *start,
			   char *ret_command, size_t size)
{
	char grep[PATH];

	snprintf(grep, sizeof(grep), "grep -m1 -F '  %s' README.txt", start);
	shell(folder, grep, ret_command, size);
	ret_command[strcspn(ret_command, "\n")] = '\0';
}

static void the_commands_of_the_readme_give_the_published_votes(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], command[4096], text[4096];

	beside(fixture, "out", out);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	readme_command(out, "awk", command, sizeof(command));
	shell(out, command, text, sizeof(text));
	assert_string_equal(text, "1 6\n2 13\n3 12\n4 13\n5 15\n6 6\n7 1\n"
				  "8 9\n9 5\n10 6\n");
	readme_command(out, "sqlite3", command, sizeof(command));
	shell(out, command, text, sizeof(text));
	assert_string_equal(text, "24;6;13;12;13;15;6;1;9;5;6\n");
}

static void a_resident_finds_the_used_slip_in_the_list(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], command[2048], grep[4096], text[64], *token;
	char spoken[SLIP_SPOKEN];

	beside(fixture, "out", out);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	readme_command(out, "{ printf", command, sizeof(command));
	token = strstr(command, "TOKEN");
	assert_non_null(token);
	/* Slip 0 was made void, 1 to 24 were used, 25 never was. */
	for (int i = 0; i <= 25; i += 5) {
		slip_spoken(&fixture->slips[i], spoken);
		snprintf(grep, sizeof(grep),
			 "code=$(%.*s%s%s) && echo $code | wc -c && "
			 "grep -c $code slips.csv || true",
			 (int)(token - command), command, spoken,
			 token + strlen("TOKEN"));
		shell(out, grep, text, sizeof(text));
		assert_string_equal(text,
				    i >= 1 && i <= 24 ? "17\n1\n" : "17\n0\n");
	}
}

static void a_folder_that_is_there_is_refused_and_left_alone(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], text[256];

	beside(fixture, "out", out);
	assert_int_equal(mkdir(out, 0755), 0);
	expect_run(2, "File exists",
		   WORDS("publish", fixture->path, "-o", out));
	shell(fixture->folder, "ls -A out; ls -A | wc -l", text, sizeof(text));
	assert_string_equal(text, "2\n");
}

static void without_a_place_nothing_is_written_and_the_phase_stays(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], text[256];
	enum phase phase;

	expect_run(2, "-o DIR", WORDS("publish", fixture->path));
	beside(fixture, "no/out", out);
	expect_run(2, "No such file",
		   WORDS("publish", fixture->path, "-o", out));
	shell(fixture->folder, "ls -A | wc -l", text, sizeof(text));
	assert_string_equal(text, "1\n");
	fixture_enter(fixture);
	assert_ok(store_phase(fixture->store, &phase));
	assert_int_equal(phase, PHASE_COUNTED);
	fixture_leave(fixture);
}

static enum status refuse(void *context, const char *folder)
{
	bool *called = context;

	/* The folder is whole when it is looked at. */
	*called = access(folder, R_OK) == 0;
	return STATUS_DISAGREES;
}

static void a_folder_that_does_not_prove_right_is_taken_away(void **state)
{
	struct fixture *fixture = *state;
	struct bundle *bundle = bundle_of(fixture);
	struct bundle_files *files = files_new();
	char out[PATH], text[64], why[BUNDLE_WHY];
	bool called = false;

	files_of(bundle, files);
	beside(fixture, "out", out);
	assert_status(bundle_files_save(files, out, refuse, &called, why),
		      STATUS_DISAGREES);
	assert_true(called);
	shell(fixture->folder, "ls -A | wc -l", text, sizeof(text));
	assert_string_equal(text, "1\n");
	files_end(files);
	bundle_free(bundle);
}

static void what_is_no_folder_of_ours_is_said_to_be_so(void **state)
{
	struct fixture *fixture = *state;
	static const char *const listed[] = {"votes.csv", "SHA256SUMS",
					     "main.pb"};
	char out[PATH], link[2 * PATH], missing[2 * PATH], said[PATH];

	beside(fixture, "out", out);
	beside(fixture, "missing", missing);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	expect_run(2, "No such file", WORDS("verify", missing));
	for (size_t i = 0; i < sizeof(listed) / sizeof(listed[0]); i++) {
		snprintf(link, sizeof(link), "%s/%s", out, listed[i]);
		snprintf(missing, sizeof(missing), "%s/.kept", out);
		snprintf(said, sizeof(said), "%s: this is not a plain file",
			 listed[i]);
		assert_int_equal(rename(link, missing), 0);
		assert_int_equal(symlink(".kept", link), 0);
		expect_run(6, said, WORDS("verify", out));
		assert_int_equal(unlink(link), 0);
		assert_int_equal(mkdir(link, 0755), 0);
		expect_run(6, said, WORDS("verify", out));
		assert_int_equal(rmdir(link), 0);
		assert_int_equal(mkfifo(link, 0644), 0);
		expect_run(6, said, WORDS("verify", out));
		assert_int_equal(unlink(link), 0);
		assert_int_equal(rename(missing, link), 0);
	}
	expect_run(0, NULL, WORDS("verify", out));
	assert_int_equal(
	    truncate(strcat(strcpy(link, out), "/votes.csv"), INT64_C(1) << 30),
	    0);
	expect_run(6, "votes.csv: this file is too large",
		   WORDS("verify", out));
}

/* How often TEXT stands in what `verify FOLDER` says, with CODE at its end. */
static int said_often(const char *folder, int code, const char *text)
{
	struct ran answer = ran(WORDS("verify", folder));
	int count = 0;

	assert_int_equal(answer.exit_code, code);
	for (const char *at = answer.text; (at = strstr(at, text)); at++)
		count++;
	ran_free(&answer);
	return count;
}

static void what_a_stick_or_a_desktop_adds_is_a_note(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], command[4 * PATH];
	json_t *json, *extra;

	beside(fixture, "out", out);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	snprintf(command, sizeof(command),
		 "cd '%s' && touch .DS_Store ._main.pb ._votes.csv a.txt &&"
		 " mkdir 'System Volume Information' &&"
		 " ln -s /nowhere link",
		 out);
	assert_int_equal(system(command), 0);
	assert_int_equal(said_often(out, 0, "Not part of the result"), 6);
	assert_int_equal(said_often(out, 0, ": .DS_Store\n"), 1);
	json = expect_json(0, WORDS("verify", out, "--json"));
	assert_true(json_is_true(json_object_get(json, "agrees")));
	extra = json_object_get(json, "extra");
	assert_int_equal(json_array_size(extra), 6);
	assert_string_equal(json_string_value(json_array_get(extra, 3)),
			    "System Volume Information");
	json_decref(json);
	/* With sums of its own it pretends to be published. */
	snprintf(command, sizeof(command),
		 "cd '%s' && sha256sum a.txt >> SHA256SUMS", out);
	assert_int_equal(system(command), 0);
	expect_run(6, "a.txt: This file does not belong in the folder",
		   WORDS("verify", out));
}

static void a_missing_file_is_named_once(void **state)
{
	static const char *const names[] = {"SHA256SUMS", "votes.csv",
					    "main.pb", "meeting.json"};
	struct fixture *fixture = *state;
	char out[PATH], command[4 * PATH], text[PATH];

	beside(fixture, "out", out);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
		snprintf(command, sizeof(command), "rm '%s/%s'", out, names[i]);
		assert_int_equal(system(command), 0);
		snprintf(text, sizeof(text), "%s: The file is missing.\n",
			 names[i]);
		assert_int_equal(said_often(out, 6, text), 1);
		snprintf(command, sizeof(command), "rm -r '%s'", out);
		assert_int_equal(system(command), 0);
	}
}

static void a_folder_of_other_things_holds_no_result(void **state)
{
	struct fixture *fixture = *state;
	struct ran answer = ran(WORDS("verify", fixture->folder));

	assert_int_equal(answer.exit_code, 6);
	assert_string_equal(
	    answer.text,
	    "stemmeboks: This folder holds no published result.\n");
	ran_free(&answer);
}

static const struct cell {
	const char *text, *written;
} cells[] = {
    {"Byhaver", "Byhaver"}, {"", ""},
    {"a;b", "\"a;b\""},	    {"say \"hi\"", "\"say \"\"hi\"\"\""},
    {"=1+1", "'=1+1"},	    {"+45 12", "'+45 12"},
    {"-1", "'-1"},	    {"@x", "'@x"},
    {"=a;b", "\"'=a;b\""},  {"two\nlines", "\"two lines\""},
    {"\t=1", "\"' =1\""},   {"1-2", "1-2"},
};

static void cells_are_quoted_and_cannot_run_as_formulas(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++) {
		char *text = NULL;
		size_t length;
		FILE *out = open_memstream(&text, &length);

		assert_non_null(out);
		bundle_write_cell(cells[i].text, out);
		assert_int_equal(fclose(out), 0);
		assert_string_equal(text, cells[i].written);
		free(text);
	}
}

static void amounts_keep_their_hundredths(void **state)
{
	static const struct {
		int64_t minor;
		const char *written;
	} amounts[] = {{0, "0"},
		       {2500000, "25000"},
		       {2500050, "25000,50"},
		       {7, "0,07"},
		       {1000000000000, "10000000000"}};

	(void)state;
	for (size_t i = 0; i < sizeof(amounts) / sizeof(amounts[0]); i++) {
		char *text = NULL;
		size_t length;
		FILE *out = open_memstream(&text, &length);

		assert_non_null(out);
		bundle_write_amount(amounts[i].minor, ',', out);
		assert_int_equal(fclose(out), 0);
		assert_string_equal(text, amounts[i].written);
		free(text);
	}
}

static void exports_are_those_of_the_folder(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], file[PATH], text[512];

	beside(fixture, "out", out);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	expect_run(0, NULL,
		   WORDS("export", fixture->path, "--format", "csv", "-o",
			 beside(fixture, "out/p", file)));
	expect_run(0, NULL,
		   WORDS("export", fixture->path, "--format", "csv",
			 "--ballots", "-o", beside(fixture, "out/v", file)));
	expect_run(0, NULL,
		   WORDS("export", fixture->path, "--format", "pb", "--pot",
			 "quick", "-o", beside(fixture, "out/q", file)));
	expect_run(0, NULL,
		   WORDS("export", fixture->path, "--format", "json", "-o",
			 beside(fixture, "out/j", file)));
	shell(out, "cmp p proposals.csv && cmp v votes.csv && cmp q quick.pb",
	      text, sizeof(text));
	assert_string_equal(text, "");
	shell(out,
	      "python3 -c \"import json; j = json.load(open('j')); "
	      "r = json.load(open('result.json')); "
	      "del r['sha256'], r['signer'], r['pdf']; "
	      "print(j['result'] == r, len(j['ballots']), "
	      "j['definition'] == json.load(open('meeting.json')))\"",
	      text, sizeof(text));
	assert_string_equal(text, "True 24 True\n");
	expect_run(2, "which with --pot KEY",
		   WORDS("export", fixture->path, "--format", "pb", "-o", "x"));
	expect_run(2, "There is no pot",
		   WORDS("export", fixture->path, "--format", "pb", "--pot",
			 "nope", "-o", "x"));
	expect_run(2, "Say which format", WORDS("export", fixture->path));
	expect_run(2, "File exists",
		   WORDS("export", fixture->path, "--format", "csv", "-o",
			 beside(fixture, "out/p", file)));
}

static void nothing_of_the_votes_is_exported_before_closing(void **state)
{
	struct fixture fixture;
	char file[PATH], text[512];

	(void)state;
	evening_begin(&fixture, 12);
	fixture_vote(&fixture, 11, "1 5");
	fixture_leave(&fixture);
	expect_run(4, "before voting is closed",
		   WORDS("export", fixture.path, "--format", "csv", "--ballots",
			 "-o", beside(&fixture, "v", file)));
	expect_run(4, "before voting is closed",
		   WORDS("export", fixture.path, "--format", "pb", "--pot",
			 "main", "-o", beside(&fixture, "v", file)));
	assert_false(file_exists(file));
	expect_run(0, NULL,
		   WORDS("export", fixture.path, "--format", "csv", "--pot",
			 "main", "-o", beside(&fixture, "p", file)));
	shell(fixture.folder, "tail -n +2 p | cut -d';' -f1,6-", text,
	      sizeof(text));
	assert_string_equal(text,
			    "1;100000;;;;;\n2;100000;;;;;\n3;50000;;;;;\n");
	expect_run(4, "stemmeboks count",
		   WORDS("publish", fixture.path, "-o",
			 beside(&fixture, "out", file)));
	fixture_end(&fixture);
}

int main(void)
{
#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, evening_set_up, evening_tear_down)
	const struct CMUnitTest tests[] = {
	    TEST(the_same_meeting_gives_the_same_bytes_however_often),
	    TEST(the_frozen_definition_is_published_byte_for_byte),
	    TEST(the_root_of_the_published_slots_is_the_root_of_the_box),
	    TEST(sha256sum_finds_every_file_right),
	    TEST(the_commands_of_the_readme_give_the_published_votes),
	    TEST(a_resident_finds_the_used_slip_in_the_list),
	    TEST(a_folder_that_is_there_is_refused_and_left_alone),
	    TEST(without_a_place_nothing_is_written_and_the_phase_stays),
	    TEST(a_folder_that_does_not_prove_right_is_taken_away),
	    TEST(what_is_no_folder_of_ours_is_said_to_be_so),
	    TEST(what_a_stick_or_a_desktop_adds_is_a_note),
	    TEST(a_missing_file_is_named_once),
	    TEST(a_folder_of_other_things_holds_no_result),
	    TEST(exports_are_those_of_the_folder),
	    cmocka_unit_test(nothing_of_the_votes_is_exported_before_closing),
	    cmocka_unit_test(cells_are_quoted_and_cannot_run_as_formulas),
	    cmocka_unit_test(amounts_keep_their_hundredths),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}

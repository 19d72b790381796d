/* What verify finds in a published folder, from a real meeting's file. */
#include <sodium.h>
#include <unistd.h>

#include "tests/lib/tools_bundle.h"
#include "tests/lib/cmocka_all.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_sign.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

struct evening {
	struct fixture fixture;
	struct bundle *bundle;
	struct bundle_files files;
	char code[DEFINITION_CODE];
	char root[2 * BOX_ROOT_BYTES + 1];
};

static int setup(void **state)
{
	struct evening *evening = calloc(1, sizeof(*evening));
	unsigned char root[BOX_ROOT_BYTES];

	assert_non_null(evening);
	evening_usual(&evening->fixture, PHASE_COUNTED);
	evening->bundle = bundle_of(&evening->fixture);
	files_of(evening->bundle, &evening->files);
	/* As the store has them, which is where the minutes got them from. */
	fixture_enter(&evening->fixture);
	definition_code(store_definition_hash(evening->fixture.store),
			evening->code);
	assert_ok(box_root(evening->fixture.store, root));
	sodium_bin2hex(evening->root, sizeof(evening->root), root,
		       sizeof(root));
	fixture_leave(&evening->fixture);
	*state = evening;
	return 0;
}

static int teardown(void **state)
{
	struct evening *evening = *state;

	bundle_files_free(&evening->files);
	bundle_free(evening->bundle);
	fixture_end(&evening->fixture);
	free(evening);
	return 0;
}

/* Fails unless FILES are wrong and the complaint number AT (from 0) is about
 * FILE, line LINE, and says TEXT. */
static void expect_complaint(const struct bundle_files *files, int at,
			     const char *file, int line, const char *text)
{
	struct verdict verdict;

	if (bundle_verify(files, &verdict) != STATUS_DISAGREES)
		fail_msg("%s passed: wanted %s", file, text);
	assert_true(at < verdict.complaint_count);
	if (strcmp(verdict.complaints[at].file, file) != 0 ||
	    verdict.complaints[at].line != line ||
	    !strstr(verdict.complaints[at].text, text))
		fail_msg("wanted %s:%d: …%s…, got %s:%d: %s", file, line, text,
			 verdict.complaints[at].file,
			 verdict.complaints[at].line,
			 verdict.complaints[at].text);
}

static void a_folder_as_published_is_right(void **state)
{
	struct evening *evening = *state;
	struct verdict verdict;

	assert_ok(bundle_verify(&evening->files, &verdict));
	assert_int_equal(verdict.complaint_count, 0);
	assert_int_equal(verdict.file_count, 18);
	assert_true(verdict.pdfs_compared);
	assert_int_equal(verdict.ballots, 24);
	assert_true(verdict.ballots_shown);
	assert_true(verdict.compared);
	assert_string_equal(verdict.code, evening->code);
	assert_string_equal(verdict.root, evening->root);
}

/* The message tells where it begins to differ. */
static void a_forged_pdf_is_named_with_its_first_other_byte(void **state)
{
	struct evening *evening = *state;
	struct bundle_files *forged = files_new();
	struct bundle_file *file;
	char *date;

	files_copy(&evening->files, false, forged);
	file = file_of(forged, "protocol.pdf");
	date = memmem(file->data, file->length, "(20151110", 9);
	assert_non_null(date);
	date[8] = '1';
	files_sum_again(forged);
	file = file_of(forged, "protocol.pdf");
	assert_true(asprintf(&date, "differs from byte %zu on",
			     (size_t)((char *)memmem(file->data, file->length,
						     "(20151111", 9) -
				      file->data) +
				 9) > 0);
	expect_complaint(forged, 0, "protocol.pdf", 0, date);
	free(date);
	files_end(forged);
}

/* One text in one file replaced by another, the sums made again, and where the
 * first difference must be said to be. */
static const struct forgery {
	const char *file, *old, *new;
	const char *told;
	int line;
	const char *text;
} forgeries[] = {
    {"votes.csv", ";1;0;0;0;1;1;", ";0;0;0;0;1;1;", "votes.csv", 0,
     "do not give the box root"},
    {"votes.csv", ";1\n", ";2\n", "votes.csv", 2, "does not follow the rules"},
    {"votes.csv", ";1\n", ";\n", "votes.csv", 2, "no number for proposal 10"},
    {"votes.csv", ";1\n", ";1;0\n", "votes.csv", 2, "longer than"},
    {"votes.csv", "slot;1;2", "slot;2;1", "votes.csv", 1,
     "It says \"slot;2;1;3"},
    {"votes.csv", "slot;1;2;3;4;5;6;7;8;9;10\n", "", "slips.csv", 0,
     "24 used slips, but 23 ballots"},
    {"proposals.csv", ";13;;1;funded;100000", ";14;;1;funded;100000",
     "proposals.csv", 3, "counted again it is"},
    {"proposals.csv", "too-dear;0", "funded;100000", "proposals.csv", 2,
     "too-dear"},
    {"result.json", "\"votes\": 13", "\"votes\": 31", "result.json", 22,
     "\"votes\": 31"},
    {"result.json", "\"used\": 24", "\"used\": 25", "result.json", 0,
     "30 slips were printed"},
    {"result.json", "\"printed\": 30,\n    \"used\": 24",
     "\"printed\": 31,\n    \"used\": 25", "result.json", 0,
     "25 used slips, but 24 ballots"},
    {"result.json", "\"decisions\": []",
     "\"decisions\": [{\"kind\": \"lots\", \"pot\": \"main\", \"order\": [1, "
     "2],"
     " \"reason\": \"\"}]",
     "result.json", 0, "A decision is missing in audit.csv"},
    {"result.json", "{", "[", "result.json", 2, "not the result of a count"},
    {"result.json", "\"cairo\": \"", "\"cairo\": \" ", "result.json", 0,
     "versions of the libraries"},
    {"result.json", "\"pango\": ", "\"tango\": ", "result.json", 0,
     "versions of the libraries"},
    {"steps.txt", "24 ballots", "42 ballots", "steps.txt", 7, "42 ballots"},
    {"steps.txt", "Brugerhus", "Brugerhuz", "steps.txt", 4, "Brugerhuz"},
    {"steps.txt", "Slips: 30", "Sold: 30", "steps.txt", 10, "Sold: 30"},
    {"README.txt", "without asking us", "but ask us", "README.txt", 6,
     "but ask us"},
    {"README.txt", "TOKEN'", "SERIAL'", "README.txt", 51, "SERIAL"},
    {"index.html", "✓ Gets the money", "– Gets no money", "index.html", 129,
     "Gets no money"},
    {"index.html", "<dd>7 of 10", "<dd>8 of 10", "index.html", 119, "8 of 10"},
    {"slips.csv", "slip\n", "slips\n", "slips.csv", 1, "slips"},
    {"slips.csv", "slip\n", "slip\r\n", "slips.csv", 1, "slip?"},
    {"audit.csv", "number;", "row;", "audit.csv", 1, "row;"},
    {"quick.pb", "\n7;\n", "\n7;4\n", "quick.pb", 35, "7;4"},
    {"main.pb", "rule;greedy", "rule;unknown", "main.pb", 12, "rule;greedy"},
    {"slips.csv", "slip\n0", "slip\n1", "slips.csv", 3, "not sorted"},
    {"audit.csv", "closed;;", "closed;x;", "audit.csv", 7, "chain of acts"},
    {"audit.csv", ";opened;", ";paused;", "audit.csv", 5, "chain of acts"},
    {"meeting.json", "10000000", "10000001", "votes.csv", 0, "box root"},
    {"meeting.json", "{", "", "meeting.json", 0, "not a meeting's definition"},
    {"free-slots.csv", "slot\n", "slot\n00\n", "free-slots.csv", 2,
     "not a slot"},
};

/* The evening's files to forge. */
static struct bundle_files *copy_of(const struct evening *evening)
{
	struct bundle_files *copy = files_new();

	files_copy(&evening->files, false, copy);
	return copy;
}

/* Replaces the first OLD in FILE by NEW. */
static void replace(struct bundle_file *file, const char *old, const char *new)
{
	char *at = strstr(file->data, old), *data;
	size_t before;

	if (!at)
		fail_msg("\"%s\" is not in %s", old, file->name);
	before = (size_t)(at - file->data);
	assert_true(asprintf(&data, "%.*s%s%s", (int)before, file->data, new,
			     at + strlen(old)) >= 0);
	free(file->data);
	file->data = data;
	file->length = strlen(data);
}

static void a_forgery_is_named_with_file_and_line(void **state)
{
	for (size_t i = 0; i < sizeof(forgeries) / sizeof(forgeries[0]); i++) {
		const struct forgery *forgery = &forgeries[i];
		struct bundle_files *forged = copy_of(*state);

		replace(file_of(forged, forgery->file), forgery->old,
			forgery->new);
		if (strcmp(forgery->file, "result.json") == 0)
			files_sum_again(forged);
		else
			files_forge_sums(forged);
		expect_complaint(forged, 0, forgery->told, forgery->line,
				 forgery->text);
		files_end(forged);
	}
}

/* A strange folder must not play with the terminal, nor spoil the JSON. */
static void what_is_shown_of_a_strange_file_is_clean(void **state)
{
	struct bundle_files *forged = copy_of(*state);

	replace(file_of(forged, "proposals.csv"), ";13;",
		";1\x1b[31m\xff\xc2\x85\u00e6;");
	files_sum_again(forged);
	expect_complaint(forged, 0, "proposals.csv", 3, ";1?[31m???\u00e6;");
	files_end(forged);
}

static void without_new_sums_the_file_is_named_and_then_the_line(void **state)
{
	struct bundle_files *forged = copy_of(*state);

	replace(file_of(forged, "proposals.csv"), ";13;", ";99;");
	expect_complaint(forged, 0, "proposals.csv", 0, "its sum is wrong");
	expect_complaint(forged, 1, "proposals.csv", 3, ";99;");
	files_end(forged);
}

/* Moves one vote from proposal 5 to 7 and publishes all of it anew, box root
 * and all: only the acts of the evening, each in the chain, still tell. */
static void votes_forged_with_all_that_follows_break_the_chain(void **state)
{
	struct evening *evening = *state;
	struct bundle *bundle = bundle_of(&evening->fixture);
	struct bundle_files *forged = files_new();
	struct ballot *ballot = NULL;

	for (int i = 0; !ballot; i++)
		if (bundle->slots[i].ballot.value[4] == 1)
			ballot = &bundle->slots[i].ballot;
	ballot->value[4] = 0;
	ballot->value[6] = 1;
	bundle->tally.support[4]--;
	bundle->tally.support[6]++;
	bundle_stand(bundle);
	bundle_root(bundle, false, bundle->root);
	assert_ok(bundle_count(bundle, NULL, 0, &bundle->result));
	files_of(bundle, forged);
	expect_complaint(forged, 0, "audit.csv", 7, "another one then");
	memcpy(bundle->rows[5].root, bundle->root, sizeof(bundle->root));
	memcpy(bundle->rows[6].root, bundle->root, sizeof(bundle->root));
	bundle_files_free(forged);
	files_of(bundle, forged);
	expect_complaint(forged, 0, "audit.csv", 7, "chain of acts");
	files_end(forged);
	bundle_free(bundle);
}

static void a_missing_and_a_stray_file_are_named(void **state)
{
	struct evening *evening = *state;
	struct bundle_files *files = files_new();
	struct bundle_file stray = {.name = "x.txt"};

	for (int i = 0; i < evening->files.count; i++) {
		const char *name = evening->files.file[i].name;
		files_copy(&evening->files, false, files);
		free(files->file[i].data);
		files->file[i] = files->file[--files->count];
		if (strcmp(name, BUNDLE_SUMS) != 0 &&
		    strcmp(name, BUNDLE_SIGNATURE) != 0)
			files_sum_again(files);
		expect_complaint(files, 0, name, 0, "missing");
		bundle_files_free(files);
	}
	files_copy(&evening->files, false, files);
	stray.data = strdup("x");
	stray.length = 1;
	files->file[files->count++] = stray;
	expect_complaint(files, 0, "x.txt", 0, "no sum");
	files_sum_again(files);
	expect_complaint(files, 0, "x.txt", 0, "does not belong");
	files_end(files);
}

static void every_file_that_was_changed_is_named(void **state)
{
	static const struct {
		const char *file, *old, *new;
	} changed[] = {
	    {"README.txt", "sqlite3", "sqlite2"},
	    {"proposals.csv", "funded", "fundet"},
	    {"quick.pb", "budget", "budge"},
	    {"steps.txt", "void", "lost"},
	    {"result.json", "true", "false"},
	};
	enum { CHANGED = sizeof(changed) / sizeof(changed[0]) };
	struct bundle_files *forged = copy_of(*state);
	struct verdict verdict;

	for (int i = 0; i < CHANGED; i++)
		replace(file_of(forged, changed[i].file), changed[i].old,
			changed[i].new);
	files_sum_again(forged);
	assert_status(bundle_verify(forged, &verdict), STATUS_DISAGREES);
	assert_true(verdict.compared);
	assert_int_equal(verdict.complaint_count, CHANGED);
	for (int i = 0; i < CHANGED; i++) {
		assert_string_equal(verdict.complaints[i].file,
				    changed[i].file);
		assert_int_not_equal(verdict.complaints[i].line, 0);
	}
	files_end(forged);
}

static void what_cannot_be_made_again_is_not_said_to_be_compared(void **state)
{
	struct bundle_files *forged = copy_of(*state);
	struct verdict verdict;

	replace(file_of(forged, "votes.csv"), ";1\n", ";2\n");
	files_sum_again(forged);
	assert_status(bundle_verify(forged, &verdict), STATUS_DISAGREES);
	assert_false(verdict.compared);
	files_end(forged);
}

/* The sums themselves in another order are another file. */
static void sums_in_another_order_are_found(void **state)
{
	struct bundle_files *forged = copy_of(*state);
	struct bundle_file *sums = file_of(forged, "SHA256SUMS");
	char *second, *swapped;

	second = strchr(sums->data, '\n') + 1;
	assert_true(asprintf(&swapped, "%s%.*s", second,
			     (int)(second - sums->data), sums->data) > 0);
	free(sums->data);
	sums->data = swapped;
	files_sign_again(forged);
	expect_complaint(forged, 0, "SHA256SUMS", 1, "It says");
	files_end(forged);
}

static void few_ballots_are_totals_only_and_still_checked(void **state)
{
	struct bundle_files *files = files_new();
	struct bundle_file *votes;
	struct fixture fixture;
	struct bundle *bundle;
	struct verdict verdict;

	(void)state;
	evening_few(&fixture);
	bundle = bundle_of(&fixture);
	files_of(bundle, files);
	assert_null(bundle_files_find(files, "votes.csv"));
	assert_null(bundle_files_find(files, "free-slots.csv"));
	assert_null(bundle_files_find(files, "main.pb"));
	assert_ok(bundle_verify(files, &verdict));
	assert_int_equal(verdict.ballots, 9);
	assert_false(verdict.ballots_shown);
	/* Ballots that must not be seen are not let through either. */
	votes = &files->file[files->count++];
	*votes = (struct bundle_file){.name = "votes.csv"};
	votes->data = strdup("slot\n");
	votes->length = strlen(votes->data);
	files_sum_again(files);
	assert_status(bundle_verify(files, &verdict), STATUS_DISAGREES);
	files_end(files);
	bundle_free(bundle);
	fixture_end(&fixture);
}

/* No slot id of a meeting with few ballots stands in any file: with the ids
 * anyone could try out from the box root who voted what. */
static void few_ballots_give_no_slot_away(void **state)
{
	struct bundle_files *files = files_new();
	struct fixture fixture;
	struct bundle *bundle;

	(void)state;
	evening_begin(&fixture, 12);
	fixture_vote(&fixture, 3, "1 5");
	evening_end_in(&fixture, PHASE_COUNTED);
	bundle = bundle_of(&fixture);
	assert_int_equal(bundle->slot_count, 12);
	files_of(bundle, files);
	for (int i = 0; i < bundle->slot_count; i++) {
		char hex[BUNDLE_SLOT_HEX + 1];

		for (int j = 0; j < BOX_SLOT_BYTES; j++)
			snprintf(hex + 2 * (size_t)j, 3, "%02x",
				 bundle->slots[i].id[j]);
		for (int j = 0; j < files->count; j++)
			assert_null(strstr(files->file[j].data, hex));
	}
	files_end(files);
	bundle_free(bundle);
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_folder_as_published_is_right),
	    cmocka_unit_test(a_forged_pdf_is_named_with_its_first_other_byte),
	    cmocka_unit_test(a_forgery_is_named_with_file_and_line),
	    cmocka_unit_test(what_is_shown_of_a_strange_file_is_clean),
	    cmocka_unit_test(
		without_new_sums_the_file_is_named_and_then_the_line),
	    cmocka_unit_test(
		votes_forged_with_all_that_follows_break_the_chain),
	    cmocka_unit_test(a_missing_and_a_stray_file_are_named),
	    cmocka_unit_test(every_file_that_was_changed_is_named),
	    cmocka_unit_test(
		what_cannot_be_made_again_is_not_said_to_be_compared),
	    cmocka_unit_test(sums_in_another_order_are_found),
	    cmocka_unit_test(few_ballots_are_totals_only_and_still_checked),
	    cmocka_unit_test(few_ballots_give_no_slot_away),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

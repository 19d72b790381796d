/* The papers in a published folder: which lie there, what they say, and what
 * publish and verify say of them. */
#include <limits.h>
#include <unistd.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_pdf.h"
#include "tests/lib/tools_slips.h"
#include "tools/bundle/bundle_render.h"
#include "words/words.h"

enum { PATH = PATH_MAX };

static int setup(void **state)
{
	words_open("/nonexistent");
	return evening_set_up(state);
}

/* The meeting and what was published beside it. */
static void end(struct fixture *fixture)
{
	char command[PATH];

	snprintf(command, sizeof(command), "rm -rf '%s/result'",
		 fixture->folder);
	assert_int_equal(system(command), 0);
	fixture_end(fixture);
}

static int teardown(void **state)
{
	end(*state);
	free(*state);
	return 0;
}

/* The folder that FIXTURE's meeting is published in. */
static const char *out_of(const struct fixture *fixture, char ret_path[PATH])
{
	snprintf(ret_path, PATH, "%s/result", fixture->folder);
	return ret_path;
}

static char *pdf_in(const char *folder, const char *name)
{
	char path[PATH];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	assert_true(file_exists(path));
	return tool_output("pdftotext -raw '%s' - | tr -d '\\n \u00a0'", path,
			   NULL);
}

static void what_is_to_be_printed_is_told_and_lies_there(void **state)
{
	struct fixture *fixture = *state;
	struct ran answer;
	char out[PATH], *text;

	answer =
	    ran(WORDS("publish", fixture->path, "-o", out_of(fixture, out)));
	assert_int_equal(answer.exit_code, 0);
	assert_non_null(strstr(answer.text, "To print: protocol.pdf to sign, "
					    "posters.pdf (A3) to hang up.\n"));
	assert_non_null(strstr(answer.text, "For those who lack money: "
					    "take-home.pdf, a sheet for "
					    "each.\n"));
	ran_free(&answer);
	text = pdf_in(out, "posters.pdf");
	assert_non_null(strstr(text, "100.000"));
	free(text);
	text = tool_output("cat '%s/README.txt'", out, NULL);
	assert_non_null(strstr(text, "protocol.pdf    the protocol, to print"));
	assert_non_null(strstr(text, "posters.pdf     the result on posters"));
	assert_non_null(strstr(text, "take-home.pdf   a sheet for each"));
	free(text);
	expect_run(0, "Every file was made again", WORDS("verify", out));
}

static void the_protocol_has_the_fingerprint_of_who_signed(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], *text, *found, fingerprint[BUNDLE_FINGERPRINT];
	json_t *json = expect_json(0, WORDS("publish", fixture->path, "-o",
					    out_of(fixture, out), "--json"));
	const char *from = json_string_value(json_object_get(json, "signer"));
	char *to = fingerprint;

	assert_non_null(from);
	for (; *from; from++)
		if (*from != ' ')
			*to++ = *from;
	*to = '\0';
	json_decref(json);
	text = pdf_in(out, "protocol.pdf");
	found = strstr(text, "Keythatsigns");
	assert_non_null(found);
	assert_non_null(strstr(found, fingerprint));
	free(text);
}

/* The money that proposal 3 lacks is said by all who say it. */
static void the_sheets_lack_what_the_result_says(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], *text;

	expect_run(0, NULL,
		   WORDS("publish", fixture->path, "-o", out_of(fixture, out)));
	text = tool_output("python3 -c \"import json; "
			   "r = json.load(open('%s/result.json')); "
			   "print([(a['proposal'], a['missing']) for p in "
			   "r['pots'] for a in p['awards'] if "
			   "a['proposal'] == 3])\"",
			   out, NULL);
	assert_string_equal(text, "[(3, {'votes': 2, 'money_minor': "
				  "5000000})]\n");
	free(text);
	text = pdf_in(out, "take-home.pdf");
	assert_non_null(strstr(text, "Itlacks50.000kr.With2votesmoreitwould"));
	free(text);
}

static void where_nobody_lacks_money_there_is_no_sheet(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct fixture fixture;
	struct bundle *bundle;
	struct bundle_files *files = files_new();
	struct ran answer;
	char out[PATH];

	(void)state;
	meeting->pots[0].amount_minor = meeting->pots[1].amount_minor =
	    INT64_C(50000000);
	fixture_begin_with(&fixture, meeting, 30);
	fixture_advance(&fixture, PHASE_OPEN);
	fixture_vote(&fixture, 12, "1 2 4 5 6");
	fixture_vote(&fixture, 8, "3 7 8 9");
	fixture_vote(&fixture, 3, "10");
	evening_end_in(&fixture, PHASE_COUNTED);
	bundle = bundle_of(&fixture);
	files_of(bundle, files);
	assert_null(bundle_files_find(files, "take-home.pdf"));
	assert_null(
	    strstr(bundle_files_find(files, "README.txt")->data, "take-home"));
	assert_null(
	    strstr(bundle_files_find(files, "index.html")->data, "take-home"));
	files_end(files);
	bundle_free(bundle);
	answer =
	    ran(WORDS("publish", fixture.path, "-o", out_of(&fixture, out)));
	assert_int_equal(answer.exit_code, 0);
	assert_null(strstr(answer.text, "take-home"));
	ran_free(&answer);
	expect_run(0, NULL, WORDS("verify", out));
	end(&fixture);
}

static void of_other_libraries_verify_says_what_it_did_not_do(void **state)
{
	struct fixture *fixture = *state;
	struct bundle *bundle = bundle_of(fixture);
	struct bundle_files *files = files_new();
	char out[PATH], why[BUNDLE_WHY];
	json_t *json;

	files_elsewhere(bundle, files);
	assert_ok(
	    bundle_files_save(files, out_of(fixture, out), NULL, NULL, why));
	expect_run(0, "The PDFs were not made again", WORDS("verify", out));
	expect_run(0, "Every file but the PDFs", WORDS("verify", out));
	json = expect_json(0, WORDS("verify", out, "--json"));
	assert_true(json_is_true(json_object_get(json, "agrees")));
	assert_true(json_is_false(json_object_get(json, "pdfs_compared")));
	json_decref(json);
	files_end(files);
	bundle_free(bundle);
}

static void without_our_fonts_nothing_is_published_or_proven(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH];

	setenv("STEMMEBOKS_DATA", "/nonexistent", 1);
	expect_run(2, "the folder with the fonts",
		   WORDS("publish", fixture->path, "-o", out_of(fixture, out)));
	assert_false(file_exists(out));
	unsetenv("STEMMEBOKS_DATA");
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	setenv("STEMMEBOKS_DATA", "/nonexistent", 1);
	expect_run(2, "the folder with the fonts", WORDS("verify", out));
	unsetenv("STEMMEBOKS_DATA");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(what_is_to_be_printed_is_told_and_lies_there),
	    TEST(the_protocol_has_the_fingerprint_of_who_signed),
	    TEST(the_sheets_lack_what_the_result_says),
	    cmocka_unit_test(where_nobody_lacks_money_there_is_no_sheet),
	    TEST(of_other_libraries_verify_says_what_it_did_not_do),
	    TEST(without_our_fonts_nothing_is_published_or_proven),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}

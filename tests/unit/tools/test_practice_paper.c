/* Paper and status of a practice meeting: nobody takes it for the real one, and
 * nothing is asked for that practice refuses. */
#include <unistd.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_paper.h"
#include "tests/lib/tools_run.h"
#include "tests/lib/tools_slips.h"
#include "words/words.h"

enum { PATH = 4 * FIXTURE_PATH };

static void begin(struct fixture *fixture, bool practice, enum phase phase)
{
	struct meeting *meeting = bolbro_new();

	words_language("en");
	assert_non_null(meeting);
	meeting->practice = practice;
	fixture_begin_with(fixture, meeting, 8);
	if (phase != PHASE_DRAFT)
		fixture_advance(fixture, phase);
	fixture_leave(fixture);
}

/* How many pages of the PDF at PATH have WORD on them; *ret_pages of how many.
 */
static int pages_with(const char *path, const char *word, int *ret_pages)
{
	const struct pdf pdf = {.path = (char *)path};
	int found = 0;

	*ret_pages = pdf_pages(&pdf);
	for (int page = 1; page <= *ret_pages; page++) {
		char command[64], *text;

		snprintf(command, sizeof(command),
			 "pdftotext -f %d -l %d '%%s' -", page, page);
		text = tool_output(command, path, NULL);
		found += strstr(text, word) != NULL;
		free(text);
	}
	return found;
}

/* What each prints, and the languages on its first page. */
static const struct {
	const char *command, *option, *value;
	const char *marks[2];
} papers[] = {
    {"posters", "--size", "a3", {"ØVELSE", "PRACTICE"}},
    {"posters", "--size", "a4", {"ØVELSE", "PRACTICE"}},
    {"rules", "--lang", "da", {"ØVELSE", "PRACTICE"}},
    {"rules", "--lang", "en", {"PRACTICE", "ØVELSE"}},
};

static void try_papers(bool practice)
{
	for (size_t i = 0; i < sizeof(papers) / sizeof(*papers); i++) {
		struct fixture fixture;
		char pdf[PATH], command[3 * PATH];
		int pages;

		begin(&fixture, practice, PHASE_READY);
		snprintf(pdf, sizeof(pdf), "%s/paper.pdf", fixture.folder);
		/* The program itself: it has all languages. */
		snprintf(command, sizeof(command),
			 "$STEMMEBOKS_BUILD/stemmeboks %s '%s' %s %s -o '%s' "
			 ">/dev/null 2>&1",
			 papers[i].command, fixture.path, papers[i].option,
			 papers[i].value, pdf);
		assert_int_equal(system(command), 0);
		for (int k = 0; k < 2; k++) {
			int found = pages_with(pdf, papers[i].marks[k], &pages);

			if (found != (practice ? pages : 0))
				fail_msg("%s: \"%s\" on %d of %d pages",
					 papers[i].command, papers[i].marks[k],
					 found, pages);
		}
		assert_true(pages > 0);
		assert_int_equal(unlink(pdf), 0);
		fixture_end(&fixture);
	}
}

static void every_page_of_practice_says_so_in_two_languages(void **state)
{
	(void)state;
	try_papers(true);
}

static void no_page_of_a_meeting_does(void **state)
{
	(void)state;
	try_papers(false);
}

static void status_names_no_command_that_practice_refuses(void **state)
{
	struct fixture fixture;
	json_t *json;

	(void)state;
	begin(&fixture, true, PHASE_CLOSED);
	json = expect_json(0, WORDS("status", fixture.path, "--json"));
	assert_string_equal(json_string_value(json_object_get(json, "phase")),
			    "closed");
	assert_string_equal(json_string_value(json_object_get(json, "next")),
			    "");
	json_decref(json);
	expect_run(4, NULL, WORDS("count", fixture.path));
	fixture_end(&fixture);
	begin(&fixture, true, PHASE_OPEN);
	expect_run(0, "stemmeboks close", WORDS("status", fixture.path));
	fixture_end(&fixture);
	begin(&fixture, false, PHASE_CLOSED);
	expect_run(0, "stemmeboks count", WORDS("status", fixture.path));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_page_of_practice_says_so_in_two_languages),
	    cmocka_unit_test(no_page_of_a_meeting_does),
	    cmocka_unit_test(status_names_no_command_that_practice_refuses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What lies on a stick, and where the meeting made from it goes. */
#include <unistd.h>

#include "app/maker_find.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/maker_case.h"
#include "tests/lib/store_fixture.h"

enum { PATH_SIZE = 512 };

static const char *const evening[] = {"evening.ods", NULL};

static enum maker_page page(const struct maker_case *made)
{
	return made->maker->maker.page;
}

static void a_meeting_is_never_made_over_another(void **state)
{
	struct maker_case made;
	struct maker_sources meetings;

	(void)state;
	maker_case_open(&made, 0, evening);
	for (int i = 0; i < 2; i++) {
		maker_case_make(&made);
		maker_case_tap(&made, PANEL_WIDGET_BACK, 0);
		assert_int_equal(page(&made), MAKER_FIND);
	}
	maker_find_meetings(made.folder, &meetings);
	assert_int_equal(meetings.count, 2);
	assert_string_equal(meetings.source[0].name, "evening-2.stemmeboks");
	assert_string_equal(meetings.source[1].name, "evening.stemmeboks");
	maker_case_close(&made);
}

/* Folders, workbooks, a meeting in a folder below; what programs and machines
 * leave on sticks is none. */
static void a_stick_is_looked_through(void **state)
{
	static const char *const many[] = {"evening",	"alone.csv",
					   "saved-ods", "saved-xlsx",
					   "wrong.txt", NULL};
	struct maker_case made;
	const struct maker_sources *sources;
	char path[PATH_SIZE];

	(void)state;
	maker_case_open(&made, 0, many);
	snprintf(path, sizeof(path), "%s/.~lock.alone.ods", made.stick);
	file_write(path, "x", 1);
	snprintf(path, sizeof(path), "%s/~$alone.xlsx", made.stick);
	file_write(path, "x", 1);
	maker_case_tap(&made, PANEL_WIDGET_ON, 0);
	sources = &made.maker->facts.sources;
	assert_int_equal(sources->count, 4);
	assert_string_equal(sources->source[0].name, "alone.csv");
	assert_string_equal(sources->source[1].name, "evening");
	assert_string_equal(sources->source[2].name, "meeting.ods");
	assert_string_equal(sources->source[2].where, "saved-ods");
	for (int i = 0; i < 4; i++) {
		maker_case_choose(&made, i);
		assert_int_equal(page(&made), MAKER_GOOD);
		maker_case_tap(&made, PANEL_WIDGET_ON, 0);
		assert_int_equal(page(&made), MAKER_MADE);
		maker_case_tap(&made, PANEL_WIDGET_BACK, 0);
	}
	assert_int_equal(made.maker->facts.meetings.count, 4);
	assert_string_equal(made.maker->facts.meetings.source[2].name,
			    "saved-ods.stemmeboks");
	maker_case_close(&made);
}

static void a_real_file_of_the_chosen_name_is_never_replaced(void **state)
{
	struct maker_case made;
	char path[PATH_SIZE], chosen[PATH_SIZE];

	(void)state;
	maker_case_open(&made, 0, evening);
	snprintf(path, sizeof(path), "%s/meeting.stemmeboks", made.folder);
	file_write(path, "x", 1);
	assert_status(maker_find_choose(made.folder, "evening.stemmeboks",
					sizeof(chosen), chosen),
		      STATUS_FILE_EXISTS);
	assert_int_equal(access(path, R_OK), 0);
	maker_case_close(&made);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_stick_is_looked_through),
	    cmocka_unit_test(a_meeting_is_never_made_over_another),
	    cmocka_unit_test(a_real_file_of_the_chosen_name_is_never_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* A new meeting without a terminal: from the stick to a kiosk that can start,
 * with workbooks that LibreOffice saved. */
#include "app/maker_find.h"
#include "store/box.h"
#include "store/roll.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/maker_case.h"
#include "tests/lib/store_fixture.h"
#include "ui/widget.h"
#include "voter/widget.h"

enum { PATH_SIZE = 512 };

static const char *const evening[] = {"evening.ods", NULL};

static enum maker_page page(const struct maker_case *made)
{
	return made->maker->maker.page;
}

static void every_mistake_is_shown_with_its_sheet_and_cell(void **state)
{
	static const char *const files[] = {"three.xlsx", "three.ods"};
	static const char *const cells[] = {
	    "ark Forslag, F3", "ark Forslag, B6", "ark Puljer, F2"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		const char *const one[] = {files[i], NULL};
		struct maker_case made;

		maker_case_open(&made, 0, one);
		maker_case_choose(&made, 0);
		assert_int_equal(page(&made), MAKER_WRONG);
		assert_int_equal(made.maker->facts.wrong.all, 3);
		for (int cell = 0; cell < 3; cell++)
			assert_true(maker_case_shows(&made, cells[cell]));
		assert_true(maker_case_shows(&made, "Mener du lille?"));
		maker_case_close(&made);
	}
}

/* More of them than one page has room for: the cells and sentences of all, as
 * wrong.txt has them, are on one page or the next. */
static void many_mistakes_are_on_several_pages(void **state)
{
	static const char *const wrong[] = {"wrong.xlsx", NULL};
	struct maker_case made;
	bool *seen;
	int all;

	(void)state;
	maker_case_open(&made, 2, wrong);
	maker_case_choose(&made, 0);
	all = made.maker->facts.wrong.all;
	assert_int_equal(all, 23);
	seen = calloc((size_t)all, sizeof(*seen));
	do
		for (int i = 0; i < all; i++)
			seen[i] |= maker_case_shows(
			    &made, made.maker->facts.wrong.note[i].place);
	while (maker_case_tap(&made, PANEL_WIDGET_MORE, 0),
	       made.maker->maker.typed.rows_page > 0);
	for (int i = 0; i < all; i++)
		assert_true(seen[i]);
	free(seen);
	maker_case_close(&made);
}

static void
what_was_corrected_on_the_stick_is_checked_again_and_nothing_was_made(
    void **state)
{
	static const char *const three[] = {"three.ods", NULL};
	struct maker_case made;
	struct maker_sources meetings;
	char line[4 * PATH_SIZE];

	(void)state;
	maker_case_open(&made, 0, three);
	maker_case_choose(&made, 0);
	assert_int_equal(page(&made), MAKER_WRONG);
	maker_find_meetings(made.folder, &meetings);
	assert_int_equal(meetings.count, 0);
	snprintf(line, sizeof(line),
		 "cp tests/data/sheets/evening.ods '%s/three.ods'", made.stick);
	assert_int_equal(system(line), 0);
	maker_case_tap(&made, PANEL_WIDGET_ON, 0);
	assert_int_equal(page(&made), MAKER_GOOD);
	maker_case_close(&made);
}

static void what_will_be_voted_on_is_shown_before_it_is_made(void **state)
{
	struct maker_case made;

	(void)state;
	maker_case_open(&made, 0, evening);
	maker_case_choose(&made, 0);
	assert_true(maker_case_shows(&made, "Beboermøde i Bolbro"));
	assert_true(maker_case_shows(&made, "16. april 2026"));
	assert_true(maker_case_shows(&made, "Fælleshuset"));
	assert_true(maker_case_shows(&made, "Store pulje"));
	assert_true(maker_case_shows(&made, "100.000\u00a0kr. · 2 forslag"));
	assert_true(maker_case_shows(&made, "ark Forslag, N1"));
	maker_case_close(&made);
}

static void slips_and_posters_come_out_of_the_printer(void **state)
{
	struct maker_case made;
	struct roll_count count;
	char path[PATH_SIZE], line[2 * PATH_SIZE];

	(void)state;
	maker_case_open(&made, 0, evening);
	maker_case_make(&made);
	maker_case_tap(&made, PANEL_WIDGET_PRINT, 0);
	maker_case_tap(&made, PANEL_WIDGET_PICK,
		       PANEL_PICK(PANEL_PICK_PRINTER, 1));
	maker_case_tap(&made, PANEL_WIDGET_POSTERS, 0);
	assert_status(made.maker->maker.typed.outcome, STATUS_OK);
	/* Of four proposals and of the rest of a wall, on A4. */
	snprintf(line, sizeof(line),
		 "pdfinfo '%s/job.pdf' | grep -q '(A4)' &&"
		 " pdftotext '%s/job.pdf' - | grep -q Nyttehaver",
		 made.printed, made.printed);
	assert_int_equal(system(line), 0);
	maker_case_tap(&made, PANEL_WIDGET_ON, 0);
	assert_status(made.maker->maker.typed.outcome, STATUS_OK);
	assert_ok(roll_count(made.maker->store, &count));
	assert_int_equal(count.printed, PANEL_PRINT_USUAL);
	snprintf(path, sizeof(path), "%s/asked", made.printed);
	snprintf(line, sizeof(line), "grep -qx Kontor_farve '%s'", path);
	assert_int_equal(system(line), 0);
	maker_case_close(&made);
}

static void a_printer_that_refuses_is_told_in_its_own_words(void **state)
{
	struct maker_case made;
	char path[PATH_SIZE];

	(void)state;
	maker_case_open(&made, 0, evening);
	maker_case_make(&made);
	snprintf(path, sizeof(path), "%s/fails", made.printed);
	file_write(path, "lp: out of paper\n", 17);
	maker_case_tap(&made, PANEL_WIDGET_PRINT, 0);
	maker_case_tap(&made, PANEL_WIDGET_POSTERS, 0);
	assert_status(made.maker->maker.typed.outcome, STATUS_PRINTER);
	assert_non_null(
	    strstr(made.maker->maker.typed.said, "lp: out of paper"));
	maker_case_close(&made);
}

static void
the_preview_is_the_residents_screens_and_stores_nothing(void **state)
{
	struct maker_case made;
	int filled, slots;

	(void)state;
	maker_case_open(&made, 0, evening);
	maker_case_make(&made);
	maker_case_tap(&made, PANEL_WIDGET_LOOK, 0);
	assert_int_equal(page(&made), MAKER_KIOSK);
	maker_case_tap(&made, WIDGET_LANGUAGE, 0);
	assert_true(maker_case_shows(&made, "DEMO"));
	while (made.maker->session.screen != SCREEN_REVIEW)
		maker_case_tap(&made, WIDGET_NEXT, 0);
	maker_case_tap(&made, WIDGET_CAST, 0);
	if (display_find(made.ui, UI_ID(WIDGET_CAST_BLANK, 0)))
		maker_case_tap(&made, WIDGET_CAST_BLANK, 0);
	assert_int_equal(page(&made), MAKER_MADE);
	assert_ok(box_filled(made.maker->store, &filled, &slots));
	assert_int_equal(filled, 0);
	maker_case_close(&made);
}

static void a_touch_ends_the_preview_of_the_big_screen(void **state)
{
	(void)state;
	for (int form = 0; form < DISPLAYS; form++) {
		struct maker_case made;

		maker_case_open(&made, form, evening);
		maker_case_make(&made);
		maker_case_tap(&made, PANEL_WIDGET_LOOK, 1);
		assert_int_equal(page(&made), MAKER_HALL);
		assert_true(maker_case_shows(&made, "Prøvebillede"));
		assert_int_equal(ui_clipped(made.ui), 0);
		maker_case_tap(&made, PANEL_WIDGET_BACK, 0);
		assert_int_equal(page(&made), MAKER_MADE);
		maker_case_close(&made);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_mistake_is_shown_with_its_sheet_and_cell),
	    cmocka_unit_test(many_mistakes_are_on_several_pages),
	    cmocka_unit_test(
		what_was_corrected_on_the_stick_is_checked_again_and_nothing_was_made),
	    cmocka_unit_test(what_will_be_voted_on_is_shown_before_it_is_made),
	    cmocka_unit_test(slips_and_posters_come_out_of_the_printer),
	    cmocka_unit_test(a_printer_that_refuses_is_told_in_its_own_words),
	    cmocka_unit_test(
		the_preview_is_the_residents_screens_and_stores_nothing),
	    cmocka_unit_test(a_touch_ends_the_preview_of_the_big_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

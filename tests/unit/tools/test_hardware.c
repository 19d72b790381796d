/* The hardware on the command line, and the sheet to set up by. */
#include <jansson.h>

#include "core/meeting.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_paper.h"
#include "tests/lib/tools_run.h"
#include "tools/paper/paper_setup.h"
#include "words/words.h"

enum { MARGIN_MM = 18 };

static struct check_facts some_facts(void)
{
	return (struct check_facts){
	    .disk = {.count = CHECK_SYNCS, .median_us = 3140, .worst_us = 8960},
	    .free_mib = 48211,
	    .battery = 83,
	    .draining = true,
	    .now = "2015-11-10 16:05",
	    .day = "2015-11-10",
	    .display_count = 2,
	    .display = {{1280, 720, 0, 0}, {1920, 1080, 476, 268}},
	    .own = 1,
	    .ruler = true,
	    .camera = true,
	};
}

static struct check_hands some_hands(void)
{
	struct check_hands hands = {
	    .touched = CHECK_TARGETS, .miss_tenths = {12, 34}, .fingers = 2};

	hands.scanner.verdict = TRIAL_GOOD;
	hands.scanner.per_second = 60;
	return hands;
}

static const struct check_facts facts_none = {.free_mib = -1, .battery = -1};
static const struct check_hands hands_none = {0};

static void print(const struct meeting *meeting, int second,
		  const struct check_facts *facts,
		  const struct check_hands *hands, struct pdf *ret_pdf)
{
	const struct setup_print setup = {meeting, second, facts, hands};

	pdf_make(ret_pdf, paper_setup(&setup, out));
}

static void the_sheet_has_tape_measures_and_what_was_measured(void **state)
{
	struct check_facts facts = some_facts();
	struct check_hands hands = some_hands();
	struct meeting *meeting = bolbro_new();
	struct pdf pdf;
	char *text;

	(void)state;
	paper_danish();
	print(meeting, -1, &facts, &hands, &pdf);
	text = pdf_text(&pdf);
	assert_int_equal(pdf_pages(&pdf), 1);
	expect_in(text, "Opstillingsark");
	expect_in(text, "Nederste knap, over gulvet mindst 80 cm");
	expect_in(text, "Øverste knap, over gulvet højst 110 cm");
	expect_in(text, "Fri gulvplads foran hver boks, i bredden "
			"mindst 130 cm");
	expect_in(text, "Fjerneste plads fra væggen, i billedhøjder højst 6");
	expect_in(text, "Seddel fra scanner eller kamera 10 til 15 cm");
	expect_in(text, "Højst 3,4 mm ved siden af, 2 fingre");
	expect_in(text, "60 tegn i sekundet");
	expect_in(text, "1920 × 1080 (476 × 268 mm), 1280 × 720");
	expect_in(text, "Som regel 3,1 ms, højst 9,0");
	expect_in(text, "47 GB");
	expect_in(text, "83 %");
	expect_laid_out(&pdf, MARGIN_MM);
	expect_fonts(&pdf);
	free(text);
	pdf_free(&pdf);
	meeting_free(meeting);
}

/* The same sheet holds where every row is said twice, with the longest words,
 * and where nothing is known. */
static void two_languages_are_on_one_page_too(void **state)
{
	struct check_facts facts = some_facts();
	struct check_hands hands = some_hands();
	struct meeting *meeting = bolbro_new();
	struct pdf pdf;
	char *text;

	(void)state;
	paper_danish();
	facts.disk.median_us = 90;
	hands.scanner.verdict = TRIAL_CHANGED;
	for (int i = 0; i < 2; i++) {
		print(meeting, 1, i ? &facts_none : &facts,
		      i ? &hands_none : &hands, &pdf);
		text = pdf_text(&pdf);
		assert_int_equal(pdf_pages(&pdf), 1);
		expect_in(text, "Lowest button, above the floor");
		expect_in(text, "Nederste knap, over gulvet");
		if (!i)
			expect_in(text, "Mistænkeligt hurtig");
		expect_laid_out(&pdf, MARGIN_MM);
		free(text);
		pdf_free(&pdf);
	}
	meeting_free(meeting);
}

static json_t *said(struct run *run)
{
	json_t *object = json_loads(run->out, 0, NULL);

	if (!object)
		fail_msg("%d %s %s", run->code, run->out, run->err);
	return object;
}

/* What `name` of the checks has under KEY. */
static const char *check_said(const json_t *object, const char *name,
			      const char *key)
{
	size_t index;
	json_t *row;

	json_array_foreach(
	    json_object_get(object, "checks"), index,
	    row) if (strcmp(json_string_value(json_object_get(row, "name")),
			    name) ==
		     0) return json_string_value(json_object_get(row, key));
	fail_msg("no check %s", name);
	return "";
}

static void what_was_tried_by_hand_is_taken(void **state)
{
	struct run run = run_command(
	    "hardware", "--json", "--tried", "touch=3,2", "--tried",
	    "scanner=60", "--tried", "sound=no", "--tried", "headphones=yes",
	    "--tried", "clock=no", "--tried", "camera=yes", "--display",
	    "1920,1080,403", "--display", "1280,720,0");
	json_t *object = said(&run);

	(void)state;
	assert_int_equal(run.code, 0);
	assert_int_equal(json_integer_value(json_object_get(
			     json_object_get(object, "disk"), "count")),
			 CHECK_SYNCS);
	assert_string_equal(check_said(object, "touch", "says"), "touch-good");
	assert_string_equal(check_said(object, "scanner", "figures"),
			    "60 symbols a second");
	assert_string_equal(check_said(object, "sound", "says"),
			    "sound-silent");
	assert_string_equal(check_said(object, "headphones", "state"), "ok");
	assert_string_equal(check_said(object, "camera", "state"), "ok");
	assert_string_equal(check_said(object, "clock", "state"), "look");
	assert_string_equal(check_said(object, "displays", "figures"),
			    "1920 × 1080 (476 × 268 mm), 1280 × 720");
	assert_string_equal(check_said(object, "ruler", "state"), "ok");
	json_decref(object);
	run_free(&run);
}

static void what_makes_no_sense_is_refused(void **state)
{
	static const char *const tried[] = {
	    "",		 "touch",      "touch=3",    "touch=-1,2",
	    "touch=3,0", "touch=3,2x", "scanner=-1", "scanner=maybe",
	    "disk=yes",	 "nose=yes",   "sound=loud"};
	static const char *const displays[] = {
	    "",		  "1920",	  "1920,1080",
	    "0,1080,400", "1920,1080,-4", "1920,1080,4.0"};

	(void)state;
	for (size_t i = 0; i < sizeof(tried) / sizeof(tried[0]); i++) {
		struct run run = run_command("hardware", "--tried", tried[i]);

		if (run.code != 2)
			fail_msg("--tried %s: %d", tried[i], run.code);
		run_free(&run);
	}
	for (size_t i = 0; i < sizeof(displays) / sizeof(displays[0]); i++) {
		struct run run =
		    run_command("hardware", "--display", displays[i]);

		if (run.code != 2)
			fail_msg("--display %s: %d", displays[i], run.code);
		run_free(&run);
	}
}

static void a_sheet_takes_a_meeting_and_a_free_name(void **state)
{
	char *folder = disk_folder(), *file = disk_path(folder, "b.meeting");
	char *pdf = disk_path(folder, "sheet.pdf");
	struct run run;

	(void)state;
	run = run_command("hardware", "-o", pdf);
	assert_int_equal(run.code, 2);
	run_free(&run);
	run = run_command("build", "assets/demo", "-o", file);
	assert_int_equal(run.code, 0);
	run_free(&run);
	run = run_command("hardware", file, "-o", pdf, "--lang", "en");
	assert_int_equal(run.code, 0);
	run_free(&run);
	assert_true(disk_there(pdf));
	run = run_command("hardware", file, "-o", pdf);
	assert_int_not_equal(run.code, 0);
	run_free(&run);
	run = run_command("hardware", file, "-o", pdf, "--printer", "x");
	assert_int_equal(run.code, 2);
	run_free(&run);
	run = run_command("hardware", file, "--lang", "xx");
	assert_int_equal(run.code, 2);
	run_free(&run);
	free(file);
	free(pdf);
	disk_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup(
		the_sheet_has_tape_measures_and_what_was_measured,
		paper_set_up),
	    cmocka_unit_test_setup(two_languages_are_on_one_page_too,
				   paper_set_up),
	    cmocka_unit_test_setup(what_was_tried_by_hand_is_taken,
				   paper_set_up),
	    cmocka_unit_test_setup(what_makes_no_sense_is_refused,
				   paper_set_up),
	    cmocka_unit_test_setup(a_sheet_takes_a_meeting_and_a_free_name,
				   paper_set_up),
	};

	return cmocka_run_group_tests_name("hardware", tests, NULL, NULL);
}

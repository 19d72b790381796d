/* The hardware checked at the panel, with the real file and the real command
 * behind it. */
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/app_desk.h"
#include "tests/lib/cmocka_all.h"

enum { PATH_SIZE = 256 };

static const struct trial good = {
    .verdict = TRIAL_GOOD, .source = TRIAL_KEYBOARD, .per_second = 60};

static void begin(struct desk *desk)
{
	desk_begin(desk, PHASE_OPEN, false);
	desk_open(desk);
	desk->panel.own = (struct check_display){1920, 1080, 476, 268};
	desk->panel.ruler = true;
	desk_enter(desk);
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_CHECK);
	kiosk_panel_tick(&desk->panel, desk->now_ms);
	assert_int_equal(desk->panel.panel.page, PANEL_CHECK);
}

static void touch_all(struct desk *desk)
{
	desk_mean(desk, PANEL_INTENT_CHECK, CHECK_TOUCH);
	assert_int_equal(desk->panel.panel.page, PANEL_CORNERS);
	for (int i = 0; i < CHECK_TARGETS; i++)
		desk_mean(desk, PANEL_INTENT_MISS, 10 + i);
	desk_mean(desk, PANEL_INTENT_FINGERS, 2);
	desk_mean(desk, PANEL_INTENT_BACK, 0);
}

static enum check_says says(const struct desk *desk, enum check_item item)
{
	return check_judge(&desk->panel.facts.check, &desk->panel.panel.hands,
			   item);
}

/* The file of this test lies in memory, which the command finds out. */
static void the_disk_is_measured_beside_the_window(void **state)
{
	const struct check_disk *disk;
	struct desk desk;

	(void)state;
	begin(&desk);
	disk = &desk.panel.facts.check.disk;
	assert_int_equal(disk->count, 0);
	desk_mean(&desk, PANEL_INTENT_CHECK, CHECK_DISK);
	/* The window goes on, and a second touch starts no second program. */
	assert_true(desk.panel.facts.busy);
	desk_mean(&desk, PANEL_INTENT_CHECK, CHECK_DISK);
	desk_wait(&desk);
	assert_false(desk.panel.panel.told);
	assert_int_equal(disk->count, CHECK_SYNCS);
	assert_true(disk->worst_us >= disk->median_us);
	assert_true(disk->median_us > 0);
	assert_true(disk->memory);
	assert_int_equal(says(&desk, CHECK_DISK), CHECK_SAYS_DISK_MEMORY);
	assert_int_equal(desk.panel.panel.page, PANEL_CHECK);
	desk_end(&desk);
}

static void the_clock_is_held_against_the_meetings_last_act(void **state)
{
	struct check_facts *check;
	struct desk desk;

	(void)state;
	begin(&desk);
	check = &desk.panel.facts.check;
	assert_string_equal(check->day, "2015-11-10");
	assert_string_equal(check->last, FIXTURE_AT);
	assert_true(strcmp(check->now, check->last) > 0);
	assert_int_equal(says(&desk, CHECK_CLOCK), CHECK_SAYS_CLOCK_DAY);
	desk_mean(&desk, PANEL_INTENT_CHECK, CHECK_CLOCK);
	assert_int_equal(desk.panel.panel.page, PANEL_CLOCK);
	desk_mean(&desk, PANEL_INTENT_YES, CHECK_CLOCK);
	assert_int_equal(desk.panel.panel.page, PANEL_CHECK);
	strcpy(check->day, "");
	assert_int_equal(says(&desk, CHECK_CLOCK), CHECK_SAYS_CLOCK_GOOD);
	desk_end(&desk);
}

static void a_scanner_tried_is_kept_and_leads_back_to_the_check(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	desk_mean(&desk, PANEL_INTENT_CHECK, CHECK_SCANNER);
	assert_int_equal(desk.panel.panel.page, PANEL_SCANNER);
	kiosk_panel_scanned(&desk.panel, "x", 1, &good, desk.now_ms);
	desk_mean(&desk, PANEL_INTENT_BACK, 0);
	assert_int_equal(desk.panel.panel.page, PANEL_CHECK);
	assert_int_equal(says(&desk, CHECK_SCANNER), CHECK_SAYS_SCANNER_GOOD);
	/* Nothing of it was the camera's. */
	desk.panel.facts.check.camera = true;
	assert_int_equal(says(&desk, CHECK_CAMERA), CHECK_SAYS_CAMERA_TRY);
	/* From the page Status it goes back there. */
	desk_mean(&desk, PANEL_INTENT_TAB, PANEL_STATUS);
	desk_mean(&desk, PANEL_INTENT_SCANNER, 0);
	desk_mean(&desk, PANEL_INTENT_BACK, 0);
	assert_int_equal(desk.panel.panel.page, PANEL_STATUS);
	desk_end(&desk);
}

static void what_was_tried_outlives_the_panel_and_begins_anew(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	touch_all(&desk);
	assert_int_equal(says(&desk, CHECK_TOUCH), CHECK_SAYS_TOUCH_GOOD);
	desk_mean(&desk, PANEL_INTENT_LEAVE, 0);
	assert_false(panel_is_open(&desk.panel.panel));
	desk_enter(&desk);
	assert_int_equal(says(&desk, CHECK_TOUCH), CHECK_SAYS_TOUCH_GOOD);
	/* Who begins and gives up has tried nothing. */
	desk_mean(&desk, PANEL_INTENT_TAB, PANEL_CHECK);
	desk_mean(&desk, PANEL_INTENT_CHECK, CHECK_TOUCH);
	desk_mean(&desk, PANEL_INTENT_MISS, 400);
	desk_mean(&desk, PANEL_INTENT_FINGERS, 2);
	desk_mean(&desk, PANEL_INTENT_BACK, 0);
	assert_int_equal(says(&desk, CHECK_TOUCH), CHECK_SAYS_TOUCH_TRY);
	assert_int_equal(desk.panel.panel.hands.fingers, 0);
	desk_end(&desk);
}

/* Without a device nothing is heard, and nothing breaks. */
static void sounds_without_a_device_are_silent(void **state)
{
	struct desk desk;

	(void)state;
	begin(&desk);
	desk_mean(&desk, PANEL_INTENT_CHECK, CHECK_SOUND);
	assert_int_equal(desk.panel.panel.page, PANEL_SOUNDS);
	for (int i = 0; i <= PANEL_SOUNDS_COUNT; i++)
		desk_mean(&desk, PANEL_INTENT_PLAY, i);
	assert_int_equal(says(&desk, CHECK_SOUND), CHECK_SAYS_SOUND_NONE);
	desk_end(&desk);
}

/* What lp got, and how it was asked, is in FOLDER. */
static void text_of(const char *folder, char *ret_text, size_t size)
{
	char command[2 * PATH_SIZE];
	size_t length;
	FILE *text;

	snprintf(command, sizeof(command), "pdftotext -layout '%s/job.pdf' -",
		 folder);
	text = popen(command, "r");
	assert_non_null(text);
	length = fread(ret_text, 1, size - 1, text);
	ret_text[length] = '\0';
	assert_int_equal(pclose(text), 0);
}

static void the_sheet_is_printed_with_what_was_tried(void **state)
{
	char folder[PATH_SIZE], text[16384], line[2 * PATH_SIZE];
	struct desk desk;

	(void)state;
	begin(&desk);
	snprintf(folder, sizeof(folder), "%s-sheet", desk.fixture.folder);
	mkdir(folder, 0700);
	setenv("PRINTED", folder, 1);
	touch_all(&desk);
	desk_mean(&desk, PANEL_INTENT_CHECK, CHECK_SCANNER);
	kiosk_panel_scanned(&desk.panel, "x", 1, &good, desk.now_ms);
	desk_mean(&desk, PANEL_INTENT_BACK, 0);
	/* As a desktop with two displays has it. */
	desk.panel.facts.check.display_count = 2;
	desk.panel.facts.check.display[0] = desk.panel.own;
	desk.panel.facts.check.display[1] =
	    (struct check_display){1280, 720, 0, 0};
	desk_mean(&desk, PANEL_INTENT_PRINT, 0);
	assert_int_equal(desk.panel.panel.page, PANEL_SHEET);
	desk_wait(&desk);
	assert_true(desk.panel.facts.printers.count > 1);
	desk_mean(&desk, PANEL_INTENT_PICK, PANEL_PICK(PANEL_PICK_PRINTER, 1));
	desk_mean(&desk, PANEL_INTENT_ON, 0);
	desk_wait(&desk);
	if (desk.panel.panel.outcome != STATUS_OK)
		fail_msg("%s", desk.panel.panel.said);
	text_of(folder, text, sizeof(text));
	assert_non_null(strstr(text, "60 tegn i sekundet"));
	/* Whole millimetres, rounded up: never better than it was. */
	assert_non_null(strstr(text, "Højst 2,0 mm ved siden af, 2 fingre"));
	assert_non_null(strstr(text, "mindst 130"));
	snprintf(line, sizeof(line), "rm -rf '%s'", folder);
	assert_int_equal(system(line), 0);
	unsetenv("PRINTED");
	desk_end(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_disk_is_measured_beside_the_window),
	    cmocka_unit_test(the_clock_is_held_against_the_meetings_last_act),
	    cmocka_unit_test(
		a_scanner_tried_is_kept_and_leads_back_to_the_check),
	    cmocka_unit_test(what_was_tried_outlives_the_panel_and_begins_anew),
	    cmocka_unit_test(sounds_without_a_device_are_silent),
	    cmocka_unit_test(the_sheet_is_printed_with_what_was_tried),
	};

	desk_printer();
	return cmocka_run_group_tests_name("kiosk_check", tests, NULL, NULL);
}

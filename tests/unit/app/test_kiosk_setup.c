/* How a kiosk is set up at the panel: kept for the next evening, and what every
 * resident begins with. */
#include <unistd.h>

#include "app/kiosk_options.h"
#include "app/kiosk_setup.h"
#include "tests/lib/app_desk.h"
#include "tests/lib/cmocka_all.h"

static void set(struct desk *desk, enum setup_item item, const char *word)
{
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_SETUP);
	desk_mean(
	    desk, PANEL_INTENT_PICK,
	    PANEL_PICK(PANEL_PICK_SETUP + (int)item, setup_find(item, word)));
	assert_status(desk->panel.panel.outcome, STATUS_OK);
}

static void keep_clean(struct desk *desk)
{
	remove(desk->setup_file);
	*strrchr(desk->setup_file, '/') = '\0';
	remove(desk->setup_file);
}

static void every_setting_is_kept_and_the_next_resident_has_it(void **state)
{
	struct settings *settings;
	struct setup kept;
	struct desk desk;
	int rows;

	(void)state;
	desk_begin(&desk, PHASE_OPEN, false);
	desk_open(&desk);
	desk.panel.facts.setup = setup_usual();
	desk_enter(&desk);
	settings = &desk.booth.session.settings;
	rows = (int)fixture_number(desk.fixture.path,
				   "SELECT count(*) FROM audit");
	set(&desk, SETUP_TEXT, "large");
	set(&desk, SETUP_THEME, "contrast");
	set(&desk, SETUP_VOLUME, "1");
	set(&desk, SETUP_IDLE, "60");
	set(&desk, SETUP_CAMERA, "off");
	assert_int_equal(settings->text, TEXT_LARGE);
	assert_int_equal(settings->theme, LOOK_CONTRAST);
	assert_int_equal(settings->volume, 0);
	/* Between two residents it is all there again. */
	settings->theme = LOOK_DARK;
	settings->text = TEXT_LARGEST;
	booth_stop(&desk.booth, desk.now_ms);
	assert_int_equal(settings->text, TEXT_LARGE);
	assert_int_equal(settings->theme, LOOK_CONTRAST);
	assert_int_equal(settings->volume, 0);
	assert_false(settings_changed(settings, &desk.booth.session.usual));
	/* Kept, and nothing of it in the meeting. */
	kiosk_setup_read(desk.setup_file, &kept);
	assert_memory_equal(&kept, &desk.panel.facts.setup, sizeof(kept));
	assert_int_equal(kept.value[SETUP_CAMERA], 1);
	assert_int_equal(
	    fixture_number(desk.fixture.path, "SELECT count(*) FROM audit"),
	    rows);
	keep_clean(&desk);
	desk_end(&desk);
}

static int picked(const struct desk *desk, const char *language)
{
	return PANEL_PICK(PANEL_PICK_LANGUAGE,
			  meeting_language(desk->booth.meeting, language));
}

static void the_kiosk_waits_in_the_language_that_was_chosen(void **state)
{
	struct setup kept;
	struct desk desk;
	int language;

	(void)state;
	desk_begin(&desk, PHASE_OPEN, false);
	desk_open(&desk);
	desk.panel.facts.setup = setup_usual();
	desk_enter(&desk);
	language = meeting_language(desk.booth.meeting, "en");
	assert_true(language > 0);
	desk_mean(&desk, PANEL_INTENT_TAB, PANEL_SETUP);
	desk_mean(&desk, PANEL_INTENT_LANGUAGE, 0);
	assert_int_equal(desk.panel.panel.page, PANEL_LANGUAGE);
	desk_mean(&desk, PANEL_INTENT_PICK, picked(&desk, "en"));
	assert_status(desk.panel.panel.outcome, STATUS_OK);
	assert_int_equal(desk.booth.session.language, language);
	/* Who votes in another leaves it as it was. */
	booth_scanned(&desk.booth, desk.fixture.slips[5].symbols, SLIP_SYMBOLS,
		      desk.now_ms);
	desk.booth.session.language = 0;
	booth_stop(&desk.booth, desk.now_ms);
	assert_int_equal(desk.booth.session.language, language);
	kiosk_setup_read(desk.setup_file, &kept);
	assert_string_equal(kept.language, "en");
	/* The first is no language but the usual, at every meeting. */
	desk_mean(&desk, PANEL_INTENT_PICK, PANEL_PICK(PANEL_PICK_LANGUAGE, 0));
	assert_int_equal(desk.booth.session.language, 0);
	kiosk_setup_read(desk.setup_file, &kept);
	assert_string_equal(kept.language, "");
	keep_clean(&desk);
	desk_end(&desk);
}

static void a_language_that_the_meeting_has_not_is_its_first(void **state)
{
	struct setup setup = setup_usual();
	struct desk desk;

	(void)state;
	desk_begin(&desk, PHASE_OPEN, false);
	desk_open(&desk);
	desk.panel.facts.setup = setup;
	strcpy(setup.language, "ja");
	assert_true(meeting_language(desk.booth.meeting, "ja") < 0);
	booth_usual(&desk.booth, &setup);
	assert_int_equal(desk.booth.session.language, 0);
	desk_enter(&desk);
	desk_mean(&desk, PANEL_INTENT_TAB, PANEL_SETUP);
	desk_mean(&desk, PANEL_INTENT_LANGUAGE, 0);
	desk_mean(&desk, PANEL_INTENT_PICK,
		  PANEL_PICK(PANEL_PICK_LANGUAGE,
			     desk.booth.meeting->language_count));
	assert_false(desk.panel.panel.told);
	desk_end(&desk);
}

static void a_shorter_time_asks_whether_anyone_is_there_sooner(void **state)
{
	struct session *session;
	struct desk desk;

	(void)state;
	for (int seconds = 60; seconds <= 300; seconds += 240) {
		desk_begin(&desk, PHASE_OPEN, false);
		desk_open(&desk);
		session = &desk.booth.session;
		session->usual.idle_ms = (unsigned)seconds * 1000;
		booth_scanned(&desk.booth, desk.fixture.slips[5].symbols,
			      SLIP_SYMBOLS, desk.now_ms);
		assert_true(session->has_slip);
		session->screen = SCREEN_CHOOSE;
		session_touched(session, desk.now_ms);
		desk.now_ms += (uint64_t)seconds * 1000 - 1;
		booth_tick(&desk.booth);
		assert_int_equal(session->overlay, OVERLAY_NONE);
		desk.now_ms += 1;
		booth_tick(&desk.booth);
		assert_int_equal(session->overlay, OVERLAY_IDLE);
		desk_end(&desk);
	}
}

/* A file that somebody wrote into gives the usual for what it says wrong. */
static void what_makes_no_sense_in_the_file_is_the_usual(void **state)
{
	char path[] = "/tmp/stemmeboks-setup-XXXXXX";
	static const char text[] = "theme pink\ntext large\n\nnonsense\n"
				   "idle 1\nvolume\nlanguage ../etc\n";
	struct setup setup, usual = setup_usual();
	int file = mkstemp(path);

	(void)state;
	assert_true(file >= 0);
	close(file);
	file_write(path, text, strlen(text));
	kiosk_setup_read(path, &setup);
	assert_int_equal(setup.value[SETUP_TEXT], TEXT_LARGE);
	usual.value[SETUP_TEXT] = setup.value[SETUP_TEXT];
	assert_memory_equal(&setup, &usual, sizeof(setup));
	remove(path);
	kiosk_setup_read(path, &setup);
	usual = setup_usual();
	assert_memory_equal(&setup, &usual, sizeof(setup));
	assert_status(kiosk_setup_keep("/proc/nowhere/kiosk", &setup),
		      STATUS_FILE_WRITE);
}

/* The same on the command line: an option for every item, and its values. */
static void every_item_is_an_option_that_takes_its_values_alone(void **state)
{
	(void)state;
	for (int item = 0; item < SETUP_ITEMS; item++) {
		char option[64], value[SETUP_WORD];
		char program[] = "stemmeboks-kiosk", file[] = "a.meeting";
		char *argv[] = {program, file, option, NULL};
		struct kiosk_options options;
		FILE *errors = tmpfile();

		for (int i = 0; i < setup_values(item); i++) {
			setup_value(item, i, value);
			snprintf(option, sizeof(option), "--%s=%s",
				 setup_name(item), value);
			assert_ok(
			    kiosk_options_read(3, argv, errors, &options));
			assert_string_equal(options.setup[item], value);
		}
		snprintf(option, sizeof(option), "--%s=pink", setup_name(item));
		assert_status(kiosk_options_read(3, argv, errors, &options),
			      STATUS_USAGE);
		assert_true(ftell(errors) > 0);
		fclose(errors);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		every_setting_is_kept_and_the_next_resident_has_it),
	    cmocka_unit_test(the_kiosk_waits_in_the_language_that_was_chosen),
	    cmocka_unit_test(a_language_that_the_meeting_has_not_is_its_first),
	    cmocka_unit_test(
		a_shorter_time_asks_whether_anyone_is_there_sooner),
	    cmocka_unit_test(what_makes_no_sense_in_the_file_is_the_usual),
	    cmocka_unit_test(
		every_item_is_an_option_that_takes_its_values_alone),
	};

	return cmocka_run_group_tests_name("kiosk_setup", tests, NULL, NULL);
}

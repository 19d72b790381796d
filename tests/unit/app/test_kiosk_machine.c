/* The machine that the kiosk runs on, and what the panel tells of the acts. */
#include "machine/machine.h"

#include <string.h>

#include "tests/lib/app_desk.h"
#include "tests/lib/cmocka_all.h"

static bool whole_minutes(const char *at, int minutes)
{
	int year, month, day, hour, minute;

	return sscanf(at, "%d-%d-%d %d:%d", &year, &month, &day, &hour,
		      &minute) == 5 &&
	       minute % minutes == 0;
}

static void the_panel_knows_disk_clock_and_program(void **state)
{
	const struct panel_machine *machine;
	struct desk desk;

	(void)state;
	desk_begin(&desk, PHASE_OPEN, false);
	desk_open(&desk);
	desk_enter(&desk);
	kiosk_panel_tick(&desk.panel, desk.now_ms);
	machine = &desk.panel.facts.machine;
	assert_true(machine->free_mib >= 0);
	assert_true(whole_minutes(machine->clock, 1));
	/* Never finer: it would tell when the last vote was cast. */
	assert_true(whole_minutes(machine->written, 5));
	assert_int_equal(strncmp(machine->version, STEMMEBOKS_VERSION " ",
				 strlen(STEMMEBOKS_VERSION) + 1),
			 0);
	assert_int_equal(strlen(machine->version),
			 strlen(STEMMEBOKS_VERSION) + 1 + 8);
	assert_int_equal(desk.panel.facts.used, 2);
	assert_int_equal(desk.panel.facts.filled, 2);
	desk_end(&desk);
}

static void the_log_has_the_newest_acts_first_and_tells_no_hashes(void **state)
{
	const struct panel_log *log;
	struct desk desk;

	(void)state;
	desk_begin(&desk, PHASE_CLOSED, false);
	desk_open(&desk);
	desk_enter(&desk);
	/* Lots: their row has a hash for its detail. */
	desk_mean(&desk, PANEL_INTENT_TAB, PANEL_COUNT);
	desk_mean(&desk, PANEL_INTENT_TIE, 0);
	for (int person = 0; person < 2; person++) {
		for (int i = 1; i <= 2; i++)
			desk_mean(&desk, PANEL_INTENT_DRAW,
				  meeting_proposal(desk.booth.meeting, i));
		desk_mean(&desk, PANEL_INTENT_ON, 0);
	}
	log = desk.panel.facts.log;
	assert_non_null(log);
	assert_int_equal(log->row[0].act, ACT_DECIDED);
	assert_int_equal(log->row[1].act, ACT_CLOSED);
	assert_int_equal(log->row[log->count - 1].act, ACT_MADE);
	for (int i = 0; i < log->count; i++) {
		assert_true(whole_minutes(log->row[i].at, 5));
		if (log->row[i].act == ACT_PRINTED)
			assert_string_equal(log->row[i].detail, "1-12 adult");
		else
			assert_string_equal(log->row[i].detail, "");
	}
	desk_end(&desk);
}

/* More acts than it keeps: the oldest are left out. */
static void a_long_log_keeps_the_newest(void **state)
{
	struct desk desk;
	const struct panel_log *log;

	(void)state;
	desk_begin(&desk, PHASE_OPEN, false);
	for (int i = 0; i < PANEL_LOG_ROWS / 2; i++) {
		fixture_advance(&desk.fixture, PHASE_PAUSED);
		fixture_advance(&desk.fixture, PHASE_OPEN);
	}
	desk_open(&desk);
	desk_enter(&desk);
	log = desk.panel.facts.log;
	assert_int_equal(log->count, PANEL_LOG_ROWS);
	for (int i = 0; i < log->count; i++)
		assert_int_equal(log->row[i].act,
				 i % 2 ? ACT_PAUSED : ACT_OPENED);
	desk_end(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_panel_knows_disk_clock_and_program),
	    cmocka_unit_test(
		the_log_has_the_newest_acts_first_and_tells_no_hashes),
	    cmocka_unit_test(a_long_log_keeps_the_newest),
	};

	return cmocka_run_group_tests_name("kiosk_machine", tests, NULL, NULL);
}

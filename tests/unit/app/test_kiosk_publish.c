/* The result published at the panel: to a stick, and the protocol on paper. */
#include <sys/stat.h>

#include "app/sticks.h"
#include "store/audit.h"
#include "tests/lib/app_desk.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

enum { PATH_SIZE = 256 };

static void to_the_publishing(struct desk *desk, const char *stick)
{
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	desk_mean(desk, PANEL_INTENT_PUBLISH, 0);
	desk_wait(desk);
	assert_int_equal(desk->panel.panel.page, PANEL_PUBLISH);
	desk->panel.facts.places.count = 1;
	snprintf(desk->panel.facts.places.name[0], PANEL_NAME, "%s", stick);
}

static void count_it(struct desk *desk)
{
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	desk_mean(desk, PANEL_INTENT_TIE, 0);
	for (int person = 0; person < 2; person++) {
		for (int i = 2; i > 0; i--)
			desk_mean(desk, PANEL_INTENT_DRAW,
				  meeting_proposal(desk->booth.meeting, i));
		desk_mean(desk, PANEL_INTENT_ON, 0);
	}
	desk_mean(desk, PANEL_INTENT_COUNT, 0);
	assert_int_equal(desk->panel.facts.phase, PHASE_COUNTED);
}

static void
the_result_goes_to_a_stick_and_its_protocol_to_the_printer(void **state)
{
	char stick[PATH_SIZE], job[PATH_SIZE + 16], line[PATH_SIZE + 16];
	struct desk desk;
	char protocol[2 * PANEL_SAID];

	(void)state;
	desk_begin(&desk, PHASE_CLOSED, false);
	snprintf(stick, sizeof(stick), "%s-stick", desk.fixture.folder);
	mkdir(stick, 0700);
	setenv("PRINTED", stick, 1);
	setenv("XDG_DATA_HOME", stick, 1);
	setenv("XDG_CONFIG_HOME", stick, 1);
	setenv("HOME", stick, 1);
	desk_open(&desk);
	desk_enter(&desk);
	count_it(&desk);
	assert_int_equal(strlen(desk.panel.facts.root), PANEL_ROOT - 1);
	/* A stick that was pulled out. */
	to_the_publishing(&desk, "/nonexistent/stick");
	desk_mean(&desk, PANEL_INTENT_ON, 0);
	desk_wait(&desk);
	assert_status(desk.panel.panel.outcome, STATUS_FILE_MISSING);
	assert_non_null(strstr(desk.panel.panel.said, "/nonexistent/stick"));
	assert_int_equal(desk.panel.facts.phase, PHASE_COUNTED);
	/* Nothing to print yet. */
	desk_mean(&desk, PANEL_INTENT_PRINT, 0);
	assert_false(desk.panel.facts.busy);
	to_the_publishing(&desk, stick);
	desk_mean(&desk, PANEL_INTENT_ON, 0);
	desk_wait(&desk);
	assert_status(desk.panel.panel.outcome, STATUS_OK);
	assert_int_equal(desk.panel.facts.phase, PHASE_PUBLISHED);
	assert_non_null(strstr(desk.panel.facts.published, stick));
	snprintf(protocol, sizeof(protocol), "%s/protocol.pdf",
		 desk.panel.facts.published);
	assert_true(file_exists(protocol));
	desk_mean(&desk, PANEL_INTENT_PRINT, 0);
	desk_wait(&desk);
	assert_status(desk.panel.panel.outcome, STATUS_OK);
	snprintf(job, sizeof(job), "%s/asked", stick);
	assert_true(file_exists(job));
	unsetenv("PRINTED");
	snprintf(line, sizeof(line), "rm -rf '%s'", stick);
	assert_int_equal(system(line), 0);
	desk_end(&desk);
}

static void sticks_are_found_where_desktops_put_them(void **state)
{
	static const char table[] =
	    "/dev/sda1 / ext4 rw 0 0\n"
	    "/dev/sdb1 /media/anna/MY\\040STICK vfat rw 0 0\n"
	    "tmpfs /run tmpfs rw 0 0\n"
	    "/dev/sdc1 /run/media/kiosk/BOLBRO exfat rw 0 0\n"
	    "/dev/sdd1 /mediation vfat rw 0 0\n"
	    "/dev/sde1 /media/"
	    "0123456789012345678901234567890123456789012345678901234567890123"
	    " vfat rw 0 0\n";
	char path[] = "/tmp/stemmeboks-mounts-XXXXXX";
	struct panel_names folders;

	(void)state;
	assert_true(mkstemp(path) >= 0);
	file_write(path, table, strlen(table));
	sticks_find(path, &folders);
	assert_int_equal(folders.count, 2);
	assert_string_equal(folders.name[0], "/media/anna/MY STICK");
	assert_string_equal(folders.name[1], "/run/media/kiosk/BOLBRO");
	remove(path);
	sticks_find(path, &folders);
	assert_int_equal(folders.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		the_result_goes_to_a_stick_and_its_protocol_to_the_printer),
	    cmocka_unit_test(sticks_are_found_where_desktops_put_them),
	};

	desk_printer();
	return cmocka_run_group_tests_name("kiosk_publish", tests, NULL, NULL);
}

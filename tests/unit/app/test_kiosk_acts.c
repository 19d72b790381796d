/* Every act at the panel and the command for it, on two copies of one file: the
 * same rows of the audit chain. */
#include <sodium.h>
#include <sqlite3.h>

#include "app/kiosk_booth.h"
#include "app/kiosk_panel.h"
#include "app/kiosk_panel_inside.h"
#include "store/audit.h"
#include "store/backup.h"
#include "store/deal.h"
#include "store/pin.h"
#include "tests/lib/app_desk.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

#define FIRST DESK_PIN
#define SECOND DESK_SECOND

enum { ROWS = 4096 };

/* One act: where the meeting is, what is touched, what is typed instead. */
struct act_case {
	const char *name;
	enum phase phase;
	bool two_persons;
	void (*touch)(struct desk *desk);
	const char *command, *options; /* the file stands between */
	const char *input;
	bool drawn; /* slots by lot, sums of that: in each file others */
};

static void vote(struct desk *desk, enum panel_effect effect)
{
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_VOTE);
	desk_mean(desk, PANEL_INTENT_ACT, (int)effect);
}

static void adopt(struct desk *desk)
{
	vote(desk, PANEL_EFFECT_ADOPT);
	desk_type(desk, FIRST);
}

static void open_voting(struct desk *desk)
{
	vote(desk, PANEL_EFFECT_OPEN);
}

static void pause_voting(struct desk *desk)
{
	vote(desk, PANEL_EFFECT_PAUSE);
}

static void close_voting(struct desk *desk)
{
	vote(desk, PANEL_EFFECT_CLOSE);
	desk_type(desk, FIRST);
}

static void reopen_two(struct desk *desk)
{
	open_voting(desk);
	desk_type(desk, FIRST);
	desk_type(desk, SECOND);
}

static void close_two(struct desk *desk)
{
	close_voting(desk);
	desk_type(desk, SECOND);
}

static void close_wrong(struct desk *desk)
{
	close_voting(desk);
	desk_type(desk, FIRST);
}

static void lots(struct desk *desk)
{
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_COUNT);
	desk_mean(desk, PANEL_INTENT_TIE, 0);
	for (int person = 0; person < 2; person++) {
		desk_mean(desk, PANEL_INTENT_DRAW,
			  meeting_proposal(desk->booth.meeting, 2));
		desk_mean(desk, PANEL_INTENT_DRAW,
			  meeting_proposal(desk->booth.meeting, 1));
		desk_mean(desk, PANEL_INTENT_ON, 0);
	}
}

static void lots_and_count(struct desk *desk)
{
	lots(desk);
	desk_mean(desk, PANEL_INTENT_COUNT, 0);
}

static void lots_and_count_two(struct desk *desk)
{
	lots(desk);
	desk_type(desk, FIRST);
	desk_type(desk, SECOND);
	desk_mean(desk, PANEL_INTENT_COUNT, 0);
	desk_type(desk, FIRST);
	desk_type(desk, SECOND);
}

static void void_slip(struct desk *desk)
{
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_SLIPS);
	desk_mean(desk, PANEL_INTENT_DIGIT, 7);
	desk_mean(desk, PANEL_INTENT_ON, 0);
	desk_mean(desk, PANEL_INTENT_VOID, 0);
}

static void void_slip_two(struct desk *desk)
{
	void_slip(desk);
	desk_type(desk, FIRST);
	desk_type(desk, SECOND);
}

static void print_slips(struct desk *desk)
{
	desk_mean(desk, PANEL_INTENT_TAB, PANEL_SLIPS);
	desk_mean(desk, PANEL_INTENT_PRINT, 0);
	desk_wait(desk);
	desk_mean(desk, PANEL_INTENT_STEP, -17);
	desk_mean(desk, PANEL_INTENT_ON, 0);
	desk_wait(desk);
}

static void publish(struct desk *desk)
{
	lots_and_count(desk);
	desk_mean(desk, PANEL_INTENT_PUBLISH, 0);
	desk_wait(desk);
	desk->panel.facts.places.count = 1;
	snprintf(desk->panel.facts.places.name[0], PANEL_NAME, "%s",
		 desk->fixture.folder);
	desk_mean(desk, PANEL_INTENT_ON, 0);
	desk_wait(desk);
}

static const struct act_case cases[] = {
    {"adopt", PHASE_DRAFT, false, adopt, "ready", "", "", false},
    {"open", PHASE_READY, false, open_voting, "open", "", "", false},
    {"open, two persons", PHASE_READY, true, open_voting, "open", "", "",
     false},
    {"pause", PHASE_OPEN, false, pause_voting, "pause", "", "", false},
    {"pause, two persons", PHASE_OPEN, true, pause_voting, "pause", "", "",
     false},
    {"reopen", PHASE_PAUSED, false, open_voting, "open", "", "", false},
    {"reopen, two persons", PHASE_PAUSED, true, reopen_two, "open", "",
     FIRST "\\n" SECOND "\\n", false},
    {"close", PHASE_OPEN, false, close_voting, "close", "", "", false},
    {"close, paused", PHASE_PAUSED, false, close_voting, "close", "", "",
     false},
    {"close, two persons", PHASE_OPEN, true, close_two, "close", "",
     FIRST "\\n" SECOND "\\n", false},
    {"close, a wrong PIN", PHASE_OPEN, true, close_wrong, "close", "",
     FIRST "\\n" FIRST "\\n", false},
    {"void", PHASE_OPEN, false, void_slip, "void", "--serial 7", "", false},
    {"void, two persons", PHASE_PAUSED, true, void_slip_two, "void",
     "--serial 7", FIRST "\\n" SECOND "\\n", false},
    {"print", PHASE_PAUSED, false, print_slips, "slips",
     "--count 3 --printer Kontor", "", true},
    {"lots and count", PHASE_CLOSED, false, lots_and_count, "count",
     "--lots main:2,1 --again main:2,1", "", false},
    {"count and publish", PHASE_CLOSED, false, publish, "count",
     "--lots main:2,1 --again main:2,1 >/dev/null;"
     " LC_ALL=C $PROGRAM publish $FILE -o $FILE.published",
     "", true},
    {"lots and count, two persons", PHASE_CLOSED, true, lots_and_count_two,
     "count", "--lots main:2,1 --again main:2,1", FIRST "\\n" SECOND "\\n",
     false},
};

enum { CASES = sizeof(cases) / sizeof(cases[0]) };

/* The rows behind the first KNOWN of the file at PATH, without their times: two
 * runs may fall on both sides of five minutes. */
static void rows_read(const char *path, int known, bool drawn,
		      char ret_text[ROWS])
{
	sqlite3 *file = NULL;
	sqlite3_stmt *rows = NULL;
	size_t used = 0;

	assert_int_equal(
	    sqlite3_open_v2(path, &file, SQLITE_OPEN_READONLY, NULL),
	    SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(file,
			       "SELECT number || ' ' || act || ' ' ||"
			       " iif(?2, substr(detail, 1, 5), detail) ||"
			       " iif(?2, '', ' ' || hex(root)) FROM audit"
			       " WHERE number > ?1 ORDER BY number",
			       -1, &rows, NULL),
	    SQLITE_OK);
	sqlite3_bind_int(rows, 1, known);
	sqlite3_bind_int(rows, 2, drawn);
	ret_text[0] = '\0';
	while (sqlite3_step(rows) == SQLITE_ROW && used < ROWS)
		used += (size_t)snprintf(
		    ret_text + used, ROWS - used, "%s\n",
		    (const char *)sqlite3_column_text(rows, 0));
	sqlite3_finalize(rows);
	assert_int_equal(sqlite3_close(file), SQLITE_OK);
}

static void run_command(const struct act_case *act, const char *path)
{
	const char *build = getenv("STEMMEBOKS_BUILD");
	char line[1024], program[256];

	snprintf(line, sizeof(line),
		 "printf '%s' | LC_ALL=C %s/stemmeboks %s %s %s >%s.told 2>&1",
		 act->input, build ? build : "build", act->command, path,
		 act->options, path);
	snprintf(program, sizeof(program), "%s/stemmeboks",
		 build ? build : "build");
	setenv("PROGRAM", program, 1);
	setenv("FILE", path, 1);
	(void)!system(line);
}

/* What was published lies in folders. */
static void folders_remove(const struct desk *desk)
{
	char line[256];

	snprintf(line, sizeof(line), "rm -rf '%s'/*", desk->fixture.folder);
	assert_int_equal(system(line), 0);
}

static void one_case(const struct act_case *act)
{
	char other[2 * FIXTURE_PATH + 8], panel_rows[ROWS], command_rows[ROWS];
	struct desk desk;
	unsigned char *bytes;
	size_t size;
	int known;

	desk_begin(&desk, act->phase, act->two_persons);
	known = (int)fixture_number(desk.fixture.path,
				    "SELECT max(number) FROM audit");
	fixture_leave(&desk.fixture);
	snprintf(other, sizeof(other), "%s.other", desk.fixture.path);
	bytes = file_read(desk.fixture.path, &size);
	file_write(other, bytes, size);
	free(bytes);
	run_command(act, other);
	desk_open(&desk);
	desk_enter(&desk);
	act->touch(&desk);
	rows_read(desk.fixture.path, known, act->drawn, panel_rows);
	rows_read(other, known, act->drawn, command_rows);
	if (!*panel_rows || strcmp(panel_rows, command_rows) != 0)
		fail_msg("%s: the panel's rows\n%sthe command's\n%s", act->name,
			 panel_rows, command_rows);
	folders_remove(&desk);
	desk_end(&desk);
}

static void panel_and_command_leave_the_same_rows(void **state)
{
	(void)state;
	for (int i = 0; i < CASES; i++)
		one_case(&cases[i]);
}

/* What the panel wrote is not news to its own connection to the file. */
static void the_kiosk_follows_what_its_panel_did_at_once(void **state)
{
	struct desk desk;

	(void)state;
	desk_begin(&desk, PHASE_READY, false);
	desk_open(&desk);
	desk_enter(&desk);
	open_voting(&desk);
	assert_true(booth_tick(&desk.booth));
	assert_int_equal(desk.booth.phase, PHASE_OPEN);
	pause_voting(&desk);
	assert_true(booth_tick(&desk.booth));
	assert_int_equal(desk.booth.phase, PHASE_PAUSED);
	desk_end(&desk);
}

static void
closing_takes_the_pin_again_and_a_wrong_one_counts_as_a_try(void **state)
{
	struct desk desk;
	enum phase phase;

	(void)state;
	desk_begin(&desk, PHASE_OPEN, false);
	desk_open(&desk);
	desk_enter(&desk);
	vote(&desk, PANEL_EFFECT_CLOSE);
	assert_int_equal(desk.panel.panel.page, PANEL_SURE);
	for (int i = 0; i < 5; i++)
		desk_type(&desk, "111111");
	assert_int_equal(panel_locked_seconds(&desk.panel.panel, desk.now_ms),
			 15);
	desk_type(&desk, FIRST);
	assert_ok(store_phase(desk.fixture.store, &phase));
	assert_int_equal(phase, PHASE_OPEN);
	/* Closing the panel gives no new tries, nor does starting anew. */
	desk_mean(&desk, PANEL_INTENT_LEAVE, 0);
	desk_open(&desk);
	panel_open(&desk.panel.panel, desk.now_ms);
	kiosk_panel_tick(&desk.panel, desk.now_ms);
	assert_true(panel_locked_seconds(&desk.panel.panel, desk.now_ms) > 0);
	desk.now_ms += 60000;
	panel_close(&desk.panel.panel);
	desk_enter(&desk);
	close_voting(&desk);
	assert_ok(store_phase(desk.fixture.store, &phase));
	assert_int_equal(phase, PHASE_CLOSED);
	assert_int_equal(desk.panel.panel.page, PANEL_VOTE);
	desk_end(&desk);
}

static void votes(struct desk *desk, int first, int count)
{
	for (int i = first; i < first + count; i++) {
		struct ballot ballot = fixture_ballot(desk->booth.meeting, i);

		assert_ok(box_cast(desk->fixture.store, desk->fixture.hashes[i],
				   &ballot, &desk->fixture.random));
	}
}

static void copy_to(struct desk *desk, const char *name)
{
	char path[FIXTURE_PATH + 16];
	struct backup backup;

	snprintf(path, sizeof(path), "%s/%s", desk->fixture.folder, name);
	assert_ok(backup_write(desk->fixture.store, path, "2015-11-10 19:00",
			       &backup));
	remove(path);
}

static void an_older_copy_is_warned_of_until_it_is_copied_over(void **state)
{
	struct desk desk;

	(void)state;
	desk_begin(&desk, PHASE_OPEN, false);
	desk_open(&desk);
	votes(&desk, 2, BACKUP_LEAST);
	copy_to(&desk, "first");
	votes(&desk, 2 + BACKUP_LEAST, 2);
	desk_enter(&desk);
	vote(&desk, PANEL_EFFECT_CLOSE);
	assert_int_equal(desk.panel.facts.copy_shows, 0);
	desk_type(&desk, FIRST);
	assert_int_equal(desk.panel.facts.phase, PHASE_CLOSED);
	assert_int_equal(desk.panel.facts.copy_shows, 2);
	copy_to(&desk, "second");
	desk_mean(&desk, PANEL_INTENT_TAB, PANEL_STATUS);
	kiosk_panel_read(&desk.panel);
	assert_int_equal(desk.panel.facts.copy_shows, 0);
	desk_end(&desk);
}

static void without_a_second_pin_two_persons_close_nothing(void **state)
{
	struct desk desk;
	enum phase phase;

	(void)state;
	desk_begin(&desk, PHASE_OPEN, true);
	fixture_sql(desk.fixture.path,
		    "UPDATE organiser SET second = printf('%128s', '')");
	desk_open(&desk);
	desk_enter(&desk);
	close_two(&desk);
	assert_ok(store_phase(desk.fixture.store, &phase));
	assert_int_equal(phase, PHASE_OPEN);
	desk_end(&desk);
}

/* Opened with other pictures than were adopted, people would be misled. */
static void
without_its_pictures_nothing_is_opened_and_it_says_which(void **state)
{
	struct meeting *meeting = bolbro_new();
	enum phase phase;
	struct desk desk;

	(void)state;
	assert_non_null(meeting);
	meeting->proposals[0].image = "tree.png";
	memset(meeting->proposals[0].image_hash, 7, MEETING_HASH_BYTES);
	memset(&desk, 0, sizeof(desk));
	fixture_begin_with(&desk.fixture, meeting, DESK_SLIPS);
	fixture_advance(&desk.fixture, PHASE_READY);
	desk_open(&desk);
	desk_enter(&desk);
	open_voting(&desk);
	assert_status(desk.panel.panel.outcome, STATUS_DISAGREES);
	assert_non_null(strstr(desk.panel.panel.said, "tree.png"));
	assert_ok(store_phase(desk.fixture.store, &phase));
	assert_int_equal(phase, PHASE_READY);
	desk_end(&desk);
}

static void what_a_phase_does_not_allow_is_not_done(void **state)
{
	(void)state;
	for (int phase = 0; phase < PHASE_COUNTED; phase++) {
		struct desk desk;
		int rows;

		desk_begin(&desk, (enum phase)phase, false);
		desk_open(&desk);
		desk_enter(&desk);
		rows = (int)fixture_number(desk.fixture.path,
					   "SELECT count(*) FROM audit");
		if (!act_allowed(ACT_ADOPTED, (enum phase)phase))
			adopt(&desk);
		if (!act_allowed(ACT_OPENED, (enum phase)phase))
			open_voting(&desk);
		if (!act_allowed(ACT_PAUSED, (enum phase)phase))
			pause_voting(&desk);
		if (!act_allowed(ACT_CLOSED, (enum phase)phase))
			close_voting(&desk);
		assert_int_equal(fixture_number(desk.fixture.path,
						"SELECT count(*) FROM audit"),
				 rows);
		desk_end(&desk);
	}
}

static void
another_meeting_takes_the_pin_and_a_box_that_nobody_votes_in(void **state)
{
	(void)state;
	for (int phase = 0; phase < PHASE_COUNT; phase++) {
		bool votes = phase == PHASE_OPEN || phase == PHASE_PAUSED;
		struct desk desk;

		desk_begin(&desk, (enum phase)phase, false);
		desk_open(&desk);
		desk_enter(&desk);
		desk_mean(&desk, PANEL_INTENT_TAB, PANEL_SETUP);
		desk_mean(&desk, PANEL_INTENT_ANEW, 0);
		desk_mean(&desk, PANEL_INTENT_ON, 0);
		assert_int_equal(desk.panel.panel.page,
				 votes ? PANEL_ANEW : PANEL_SURE);
		if (!votes) {
			desk_type(&desk, "111111");
			assert_false(desk.panel.anew);
		}
		desk_type(&desk, DESK_PIN);
		assert_int_equal(desk.panel.anew, !votes);
		desk_end(&desk);
	}
}

int main(void)
{
	char home[] = "/tmp/stemmeboks-home-XXXXXX";
	char line[128];
	int failed;

	/* The signing key is made on first use. */
	assert_non_null(mkdtemp(home));
	setenv("HOME", home, 1);
	setenv("XDG_DATA_HOME", home, 1);
	setenv("XDG_CONFIG_HOME", home, 1);
	desk_printer();
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(panel_and_command_leave_the_same_rows),
	    cmocka_unit_test(the_kiosk_follows_what_its_panel_did_at_once),
	    cmocka_unit_test(
		closing_takes_the_pin_again_and_a_wrong_one_counts_as_a_try),
	    cmocka_unit_test(
		an_older_copy_is_warned_of_until_it_is_copied_over),
	    cmocka_unit_test(without_a_second_pin_two_persons_close_nothing),
	    cmocka_unit_test(
		without_its_pictures_nothing_is_opened_and_it_says_which),
	    cmocka_unit_test(what_a_phase_does_not_allow_is_not_done),
	    cmocka_unit_test(
		another_meeting_takes_the_pin_and_a_box_that_nobody_votes_in),
	};

	failed = cmocka_run_group_tests_name("kiosk_acts", tests, NULL, NULL);
	snprintf(line, sizeof(line), "rm -rf '%s'", home);
	return failed + (system(line) != 0);
}

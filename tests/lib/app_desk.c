#include "tests/lib/app_desk.h"

#include <string.h>
#include <time.h>

#include "roll/roll_link.h"
#include "store/pin.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

enum {
	START_MS = 1000000,
	TIED = 2,
	PIN_TEXTS = 256,
	PATH_SIZE = 4096,
	STEP_MS = 10,
	LIMIT_MS = 10000
};

static uint64_t read_clock(void *context)
{
	return ((struct desk *)context)->now_ms;
}

static void cast_a_tie(struct fixture *fixture)
{
	static const int tied[TIED] = {1, 2};

	for (int i = 0; i < TIED; i++) {
		struct ballot ballot = {{0}};

		ballot.value[meeting_proposal(fixture->meeting, tied[i])] = 1;
		assert_ok(box_cast(fixture->store, fixture->hashes[i], &ballot,
				   &fixture->random));
	}
}

/* To hash a PIN takes long on purpose: the same hashes for all. */
static void set_pins(struct fixture *fixture)
{
	static char pins[PIN_TEXTS + 1];
	char sql[2 * PIN_TEXTS];

	if (!*pins) {
		assert_ok(pin_set(fixture->store, DESK_PIN));
		assert_ok(pin_second_set(fixture->store, DESK_SECOND));
		fixture_blob(fixture->path,
			     "SELECT CAST(pin || second AS BLOB)"
			     " FROM organiser",
			     pins, PIN_TEXTS);
		return;
	}
	snprintf(sql, sizeof(sql),
		 "UPDATE organiser SET pin = '%.128s', second = '%.128s'", pins,
		 pins + PIN_TEXTS / 2);
	fixture_sql(fixture->path, sql);
}

void desk_begin(struct desk *desk, enum phase phase, bool two_persons)
{
	struct meeting *meeting = bolbro_new();

	memset(desk, 0, sizeof(*desk));
	assert_non_null(meeting);
	meeting->two_persons = two_persons;
	fixture_begin_with(&desk->fixture, meeting, DESK_SLIPS);
	set_pins(&desk->fixture);
	if (phase >= PHASE_OPEN) {
		fixture_advance(&desk->fixture, PHASE_OPEN);
		cast_a_tie(&desk->fixture);
	}
	fixture_advance(&desk->fixture, phase);
	desk->now_ms = START_MS;
}

static void desk_leave(struct desk *desk)
{
	kiosk_panel_wipe(&desk->panel);
	booth_wipe(&desk->booth, desk->now_ms);
	roll_link_free(desk->roll);
	desk->roll = NULL;
	fixture_leave(&desk->fixture);
}

void desk_open(struct desk *desk)
{
	const char *build = getenv("STEMMEBOKS_BUILD");

	desk_leave(desk);
	fixture_enter(&desk->fixture);
	assert_ok(roll_link_open(desk->fixture.store, &desk->roll));
	desk->booth = (struct booth){
	    .store = desk->fixture.store,
	    .roll = desk->roll,
	    .meeting = store_meeting(desk->fixture.store),
	    .random = &desk->fixture.random,
	    .clock_ms = read_clock,
	    .clock = desk,
	    .log = tmpfile(),
	};
	snprintf(desk->setup_file, sizeof(desk->setup_file), "%s/own/kiosk",
		 desk->fixture.folder);
	snprintf(desk->commands, sizeof(desk->commands), "%s/stemmeboks",
		 build ? build : "build");
	desk->panel = (struct kiosk_panel){.booth = &desk->booth,
					   .file = desk->fixture.path,
					   .commands = desk->commands,
					   .setup_file = desk->setup_file};
	assert_ok(booth_start(&desk->booth, desk->now_ms));
}

void desk_end(struct desk *desk)
{
	desk_leave(desk);
	fixture_end(&desk->fixture);
}

void desk_printer(void)
{
	char path[PATH_SIZE];

	snprintf(path, sizeof(path), "tests/lib/printer:%s", getenv("PATH"));
	setenv("PATH", path, 1);
}

void desk_wait(struct desk *desk)
{
	const struct timespec step = {0, STEP_MS * 1000000L};

	for (int i = 0; i < LIMIT_MS / STEP_MS; i++) {
		kiosk_panel_tick(&desk->panel, desk->now_ms);
		if (!desk->panel.facts.busy)
			return;
		nanosleep(&step, NULL);
	}
	fail_msg("%s takes too long", panel_effect_name(desk->panel.running));
}

void desk_mean(struct desk *desk, enum panel_intent_kind kind, int value)
{
	desk->now_ms += 1000;
	kiosk_panel_apply(&desk->panel, (struct panel_intent){kind, value},
			  desk->now_ms);
}

void desk_type(struct desk *desk, const char *pin)
{
	for (; *pin; pin++)
		desk_mean(desk, PANEL_INTENT_DIGIT, *pin - '0');
}

void desk_enter(struct desk *desk)
{
	panel_open(&desk->panel.panel, desk->now_ms);
	kiosk_panel_tick(&desk->panel, desk->now_ms);
	panel_pin_checked(&desk->panel.panel, &desk->panel.facts, STATUS_OK,
			  desk->now_ms);
	assert_int_equal(desk->panel.panel.page, PANEL_HALL);
}

/* Every page of the panel on every display, as it was looked at; nothing cut,
 * no target over another. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/layout.h"
#include "tests/lib/panel_case.h"
#include "ui/widget.h"

enum { FORMS = 3, NAME = 96 };

static const char *const languages[] = {"da", "en"};

static void pin(struct panel_case *panel)
{
	panel->panel.pin_length = 4;
}

static void pin_wrong(struct panel_case *panel)
{
	panel_pin_checked(&panel->panel, &panel->facts, STATUS_PIN,
			  panel->now_ms);
}

static void pin_locked(struct panel_case *panel)
{
	panel_recall(&panel->panel, 5, panel->now_ms);
}

static void pin_missing(struct panel_case *panel)
{
	panel->facts.pin_set = false;
}

static void voter(struct panel_case *panel)
{
	panel->facts.voter = true;
	panel_case_enter(panel);
}

static void locked(struct panel_case *panel)
{
	panel->facts.locked = true;
	voter(panel);
}

static void hall(struct panel_case *panel)
{
	panel_case_enter(panel);
}

static void hall_counted(struct panel_case *panel)
{
	panel_case_closed(panel);
	panel->facts.phase = PHASE_COUNTED;
	panel_case_enter(panel);
	panel_done(&panel->panel, STATUS_OK, panel->now_ms);
}

static void message(struct panel_case *panel)
{
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_WRITE, 0);
	snprintf(panel->panel.text, sizeof(panel->panel.text),
		 "Maden er klar i køkkenet");
}

static void message_empty(struct panel_case *panel)
{
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_WRITE, 0);
}

static void count_open(struct panel_case *panel)
{
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_COUNT);
}

/* Closed, but the box is damaged. */
static void count_damaged(struct panel_case *panel)
{
	panel->facts.phase = PHASE_CLOSED;
	count_open(panel);
}

static void count_tie(struct panel_case *panel)
{
	panel_case_closed(panel);
	count_open(panel);
}

static void count_ready(struct panel_case *panel)
{
	panel_case_closed(panel);
	panel->result->stopped = false;
	panel->result->tie_count = 0;
	count_open(panel);
	panel_done(&panel->panel, STATUS_STORE_BUSY, panel->now_ms);
}

static void lots(struct panel_case *panel)
{
	count_tie(panel);
	panel_case_tap(panel, PANEL_WIDGET_TIE, 0);
	panel_case_tap(panel, PANEL_WIDGET_DRAW,
		       panel->result->ties[0].proposal[1]);
}

static void lots_many(struct panel_case *panel)
{
	struct tie *tie = &panel->result->ties[0];

	panel_case_closed(panel);
	tie->count = 7;
	for (int i = 0; i < tie->count; i++)
		tie->proposal[i] = 3 + i;
	count_open(panel);
	panel_case_tap(panel, PANEL_WIDGET_TIE, 0);
	panel->panel.person = 1;
	panel->panel.differs = true;
	panel_case_tap(panel, PANEL_WIDGET_DRAW, 5);
	panel->panel.differs = true;
}

static void hand(struct panel_case *panel)
{
	count_tie(panel);
	panel_case_tap(panel, PANEL_WIDGET_BY_HAND, 0);
	panel_case_number(panel, 24);
	panel_case_tap(panel, PANEL_WIDGET_DIGIT, 1);
}

static void hand_over(struct panel_case *panel)
{
	hand(panel);
	panel_case_number(panel, 99);
}

static void typed(struct panel_case *panel, int more)
{
	count_tie(panel);
	panel_case_tap(panel, PANEL_WIDGET_BY_HAND, 0);
	for (int person = 0; person < 2; person++) {
		panel_case_number(panel, panel->box.ballots);
		for (int i = 0; i < panel->meeting->proposal_count; i++)
			panel_case_number(panel, (int)panel->box.support[i] +
						     (i == 4 ? more : 0));
	}
}

static void stands_agree(struct panel_case *panel)
{
	typed(panel, 0);
}

static void stands_differ(struct panel_case *panel)
{
	typed(panel, 1);
}

/* A pot of points: the sums have all the digits there may be. */
static void many_points(struct panel_case *panel)
{
	struct pot *pot = &panel->meeting->pots[0];

	count_tie(panel);
	pot->ballot_type = BALLOT_POINTS;
	pot->points = pot->value_most = MEETING_POINTS;
	panel->box.ballots = 999999;
	for (int i = 0; i < panel->meeting->proposal_count; i++)
		panel->box.support[i] = 99000000 + 12345 * i;
	panel_case_tap(panel, PANEL_WIDGET_BY_HAND, 0);
}

static void hand_points(struct panel_case *panel)
{
	many_points(panel);
	panel_case_number(panel, panel->box.ballots);
	for (int i = 0; i < 8; i++)
		panel_case_tap(panel, PANEL_WIDGET_DIGIT, 8);
}

static void stands_points(struct panel_case *panel)
{
	many_points(panel);
	panel->panel.page = PANEL_STANDS;
	panel->panel.hand[0].ballots = panel->box.ballots;
	for (int i = 0; i < panel->meeting->proposal_count; i++)
		panel->panel.hand[0].votes[i] =
		    panel->box.support[i] - (i == 1);
}

static void reason(struct panel_case *panel)
{
	typed(panel, 1);
	panel_case_tap(panel, PANEL_WIDGET_STAND, 1);
}

static void status(struct panel_case *panel)
{
	panel_case_closed(panel);
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_STATUS);
}

/* With a roll that others share. */
static void status_kiosk(struct panel_case *panel)
{
	panel->facts.kiosk = 2;
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_STATUS);
}

/* The scanner test, a code read. */
static void scanned(struct panel_case *panel, const struct trial *trial)
{
	panel_case_enter(panel);
	panel->facts.plugged = (struct trial_plugged){true, 1};
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_STATUS);
	panel_case_tap(panel, PANEL_WIDGET_SCANNER, 0);
	if (trial)
		panel_tried(&panel->panel, trial, panel->now_ms);
}

static void scanner(struct panel_case *panel)
{
	scanned(panel, NULL);
}

static void scanner_good(struct panel_case *panel)
{
	scanned(panel, &(struct trial){.verdict = TRIAL_GOOD,
				       .source = TRIAL_KEYBOARD,
				       .per_second = 128});
}

static void scanner_changed(struct panel_case *panel)
{
	scanned(panel, &(struct trial){.verdict = TRIAL_CHANGED,
				       .source = TRIAL_SERIAL,
				       .missing = "AQWZ",
				       .came_as = "QAZ?"});
}

static void scanner_missing(struct panel_case *panel)
{
	scanned(panel, &(struct trial){.verdict = TRIAL_MISSING,
				       .source = TRIAL_KEYBOARD,
				       .missing = "0123456789",
				       .per_second = 1});
}

static void scanner_other(struct panel_case *panel)
{
	scanned(panel, &(struct trial){.verdict = TRIAL_OTHER,
				       .source = TRIAL_CAMERA});
}

static const struct {
	const char *name;
	void (*set)(struct panel_case *panel);
} states[] = {
    {"pin", pin},
    {"pin-wrong", pin_wrong},
    {"pin-locked", pin_locked},
    {"pin-missing", pin_missing},
    {"voter", voter},
    {"locked", locked},
    {"count-damaged", count_damaged},
    {"hall", hall},
    {"hall-counted", hall_counted},
    {"message", message},
    {"message-empty", message_empty},
    {"count-open", count_open},
    {"count-tie", count_tie},
    {"count-ready", count_ready},
    {"lots", lots},
    {"lots-many", lots_many},
    {"hand", hand},
    {"hand-over", hand_over},
    {"stands-agree", stands_agree},
    {"stands-differ", stands_differ},
    {"reason", reason},
    {"hand-points", hand_points},
    {"stands-points", stands_points},
    {"status", status},
    {"status-kiosk", status_kiosk},
    {"scanner", scanner},
    {"scanner-good", scanner_good},
    {"scanner-changed", scanner_changed},
    {"scanner-missing", scanner_missing},
    {"scanner-other", scanner_other},
};

enum { STATES = sizeof(states) / sizeof(states[0]) };

static void check(struct panel_case *panel, int form, int state,
		  const char *language)
{
	/* Organisers may have smaller targets than residents: UX.md a2. */
	const struct layout_rules rules = {
	    .px_per_mm = displays[form].px_per_mm,
	    .least_mm = 11,
	    .gap = 8,
	};
	char name[NAME];

	states[state].set(panel);
	panel_case_frame(panel);
	snprintf(name, sizeof(name), "panel/%s-%s-%s", states[state].name,
		 displays[form].name, language);
	print_message("%s\n", name);
	golden_check(panel->ui, name);
	layout_check(panel->ui, &rules);
}

static void every_page_is_as_it_was_looked_at(void **state)
{
	(void)state;
	for (int form = 0; form < FORMS; form++)
		for (int i = 0; i < STATES; i++)
			for (int l = 0; l < 2; l++) {
				struct panel_case panel;

				panel_case_open(&panel, form, languages[l]);
				check(&panel, form, i, languages[l]);
				panel_case_close(&panel);
			}
}

static void practice_says_so_on_every_page(void **state)
{
	const struct layout_rules rules = {0};

	(void)state;
	for (int i = 0; i < FORMS * STATES; i++) {
		int form = i / STATES;
		struct panel_case panel;
		char *dump, name[NAME];

		panel_case_open(&panel, form, "da");
		panel.meeting->practice = true;
		states[i % STATES].set(&panel);
		panel_case_frame(&panel);
		dump = frame_dump(panel.ui);
		if (!strstr(dump, "ØVELSE"))
			fail_msg("%s %d", states[i % STATES].name, form);
		free(dump);
		layout_check(panel.ui, &rules);
		if (strcmp(states[i % STATES].name, "hall") == 0) {
			snprintf(name, sizeof(name), "panel/practice-%s",
				 displays[form].name);
			golden_check(panel.ui, name);
		}
		panel_case_close(&panel);
	}
}

static void every_page_is_shown(void **state)
{
	bool seen[PANEL_PAGES] = {[PANEL_OFF] = true};

	(void)state;
	for (int i = 0; i < STATES; i++) {
		struct panel_case panel;

		panel_case_open(&panel, 0, "da");
		states[i].set(&panel);
		seen[panel.panel.page] = true;
		panel_case_close(&panel);
	}
	for (int page = 0; page < PANEL_PAGES; page++)
		if (!seen[page])
			fail_msg("%s is shown by no state",
				 panel_page_name((enum panel_page)page));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_page_is_shown),
	    cmocka_unit_test(practice_says_so_on_every_page),
	    cmocka_unit_test(every_page_is_as_it_was_looked_at),
	};

	return cmocka_run_group_tests_name("panel_screens", tests, NULL, NULL);
}

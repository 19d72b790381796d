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

static void vote(struct panel_case *panel, enum phase phase)
{
	panel->facts.phase = phase;
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_VOTE);
}

static void vote_draft(struct panel_case *panel)
{
	vote(panel, PHASE_DRAFT);
}

static void vote_ready(struct panel_case *panel)
{
	panel->facts.used = panel->facts.filled = 0;
	panel->facts.unused = 58;
	vote(panel, PHASE_READY);
}

static void vote_open(struct panel_case *panel)
{
	vote(panel, PHASE_OPEN);
}

static void vote_paused(struct panel_case *panel)
{
	vote(panel, PHASE_PAUSED);
	panel_done(&panel->panel, STATUS_OK, panel->now_ms);
}

static void vote_closed(struct panel_case *panel)
{
	panel_case_closed(panel);
	vote(panel, PHASE_CLOSED);
}

static void vote_copy(struct panel_case *panel)
{
	panel->facts.copy_shows = 3;
	panel->facts.file = "/home/kiosk/bolbro.stemmeboks";
	vote_closed(panel);
}

static void vote_shared(struct panel_case *panel)
{
	panel->facts.shared = true;
	panel->facts.kiosk = 2;
	vote(panel, PHASE_OPEN);
}

static void sure_close(struct panel_case *panel)
{
	vote_open(panel);
	panel_case_tap(panel, PANEL_WIDGET_ACT, PANEL_EFFECT_CLOSE);
	panel_case_tap(panel, PANEL_WIDGET_DIGIT, 4);
}

static void sure_two(struct panel_case *panel)
{
	panel->meeting->two_persons = true;
	panel->facts.second_set = true;
	vote_open(panel);
	panel_case_tap(panel, PANEL_WIDGET_ACT, PANEL_EFFECT_CLOSE);
	for (int i = 0; i < PANEL_PIN_DIGITS + 2; i++)
		panel_case_tap(panel, PANEL_WIDGET_DIGIT, 4);
}

static void sure_wrong(struct panel_case *panel)
{
	sure_two(panel);
	panel_sure_wrong(&panel->panel, STATUS_PIN, panel->now_ms);
}

static void sure_locked(struct panel_case *panel)
{
	sure_close(panel);
	panel_recall(&panel->panel, 5, panel->now_ms);
}

static void sure_missing(struct panel_case *panel)
{
	panel->meeting->two_persons = true;
	vote_open(panel);
	panel_case_tap(panel, PANEL_WIDGET_ACT, PANEL_EFFECT_CLOSE);
}

static void slips(struct panel_case *panel)
{
	panel->facts.phase = PHASE_PAUSED;
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_SLIPS);
	panel_case_tap(panel, PANEL_WIDGET_DIGIT, 1);
	panel_case_tap(panel, PANEL_WIDGET_DIGIT, 7);
}

static void slips_open(struct panel_case *panel)
{
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_SLIPS);
}

static void slips_shared(struct panel_case *panel)
{
	panel->facts.shared = true;
	slips_open(panel);
}

static void slip(struct panel_case *panel, int serial, enum status status)
{
	const struct panel_slip found = {.serial = serial, .status = status};

	slips_open(panel);
	panel_slip_found(&panel->panel, &found, panel->now_ms);
}

static void slip_unused(struct panel_case *panel)
{
	slip(panel, 17, STATUS_OK);
}

static void slip_used(struct panel_case *panel)
{
	slip(panel, 0, STATUS_SLIP_USED);
}

static void slip_void(struct panel_case *panel)
{
	slip(panel, 18, STATUS_SLIP_VOID);
}

static void slip_other(struct panel_case *panel)
{
	slip(panel, 999, STATUS_SLIP_OTHER);
}

static void sure_void(struct panel_case *panel)
{
	panel->meeting->two_persons = true;
	panel->facts.second_set = true;
	slip_unused(panel);
	panel_case_tap(panel, PANEL_WIDGET_VOID, 0);
}

static void print_none(struct panel_case *panel)
{
	slips(panel);
	panel->facts.kinds = (struct panel_names){3, {"", "adult", "child"}};
	panel_case_tap(panel, PANEL_WIDGET_PRINT, 0);
}

static void print_ready(struct panel_case *panel)
{
	print_none(panel);
	panel->facts.printers =
	    (struct panel_names){4,
				 {"HP_LaserJet_M110we", "Kontor", "Brother_HL",
				  "Lokalet_i_kaelderen"}};
	panel_case_tap(panel, PANEL_WIDGET_STEP, 3);
	panel_case_tap(panel, PANEL_WIDGET_PICK,
		       PANEL_PICK(PANEL_PICK_KIND, 1));
}

static void print_speech(struct panel_case *panel)
{
	print_ready(panel);
	panel_case_tap(panel, PANEL_WIDGET_LANGUAGE, 0);
	panel_case_tap(panel, PANEL_WIDGET_PICK,
		       PANEL_PICK(PANEL_PICK_LANGUAGE, 1));
	panel_case_tap(panel, PANEL_WIDGET_CHOICES, 0);
}

static void speech(struct panel_case *panel)
{
	print_ready(panel);
	panel_case_tap(panel, PANEL_WIDGET_LANGUAGE, 0);
}

static void print_busy(struct panel_case *panel)
{
	print_ready(panel);
	panel->facts.busy = true;
}

static void print_failed(struct panel_case *panel)
{
	print_ready(panel);
	panel_done_said(&panel->panel, STATUS_PRINTER,
			"HP_LaserJet_M110we: no slip was made. lp: The "
			"printer or class does not exist.",
			panel->now_ms);
}

static void setup(struct panel_case *panel)
{
	panel->facts.setup.value[SETUP_THEME] = 1;
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_SETUP);
}

static void language(struct panel_case *panel)
{
	static const char *const spoken[] = {"da", "en", "ar", "fa", "ku",
					     "pl", "so", "tr", "uk", "ur"};
	const int count = sizeof(spoken) / sizeof(spoken[0]);

	memcpy(panel->meeting->languages, spoken, sizeof(spoken));
	panel->meeting->language_count = count;
	snprintf(panel->facts.setup.language, SETUP_WORD, "ar");
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_SETUP);
	panel_case_tap(panel, PANEL_WIDGET_LANGUAGE, 0);
}

static void rules(struct panel_case *panel)
{
	setup(panel);
	panel_case_tap(panel, PANEL_WIDGET_RULES, 0);
}

static void rules_draft(struct panel_case *panel)
{
	panel->facts.phase = PHASE_DRAFT;
	rules(panel);
}

static void anew(struct panel_case *panel)
{
	panel->facts.phase = PHASE_COUNTED;
	setup(panel);
	panel_case_tap(panel, PANEL_WIDGET_ANEW, 0);
}

static void sure_anew(struct panel_case *panel)
{
	anew(panel);
	panel_case_tap(panel, PANEL_WIDGET_ON, 0);
}

static void anew_open(struct panel_case *panel)
{
	setup(panel);
	panel_case_tap(panel, PANEL_WIDGET_ANEW, 0);
}

static void counted(struct panel_case *panel)
{
	struct award *awards = panel->result->awards;

	panel_case_closed(panel);
	panel->facts.phase = PHASE_COUNTED;
	panel->result->stopped = false;
	snprintf(panel->facts.root, PANEL_ROOT,
		 "ce4fb0cdb28902d48eb36e281bef122c"
		 "2b49257b5c1c00dfc6ae1a97820a5ef2");
	panel->result->pots[0].end_award = 3;
	panel->result->pots[1].first_award = 3;
	panel->result->pots[1].end_award = panel->meeting->proposal_count;
	for (int i = 0; i < panel->meeting->proposal_count; i++)
		awards[i] = (struct award){
		    .proposal = i,
		    .votes = (int)panel->box.support[i],
		    .outcome = i % 3 ? OUTCOME_FUNDED : OUTCOME_TOO_DEAR,
		    .amount_minor =
			i % 3 ? panel->meeting->proposals[i].cost_minor : 0};
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_COUNT);
}

static void result(struct panel_case *panel)
{
	counted(panel);
	panel_case_tap(panel, PANEL_WIDGET_RESULT, 0);
}

static void publish_none(struct panel_case *panel)
{
	counted(panel);
	panel_case_tap(panel, PANEL_WIDGET_PUBLISH, 0);
}

static void publish(struct panel_case *panel)
{
	publish_none(panel);
	panel->facts.places =
	    (struct panel_names){2, {"/media/stick/BOLBRO", "/mnt/sd"}};
}

static void published(struct panel_case *panel)
{
	publish(panel);
	panel->facts.phase = PHASE_PUBLISHED;
	panel->facts.printers =
	    (struct panel_names){2, {"Kontor", "Kontor_farve"}};
	snprintf(panel->facts.published, PANEL_SAID,
		 "/media/stick/BOLBRO/2015-11-10-bolbro");
	panel_done_said(&panel->panel, STATUS_OK,
			"Udgivet: /media/stick/BOLBRO/2015-11-10-bolbro",
			panel->now_ms);
}

/* Many acts: more than a page. */
static void log_page(struct panel_case *panel)
{
	static struct panel_log rows;

	rows.count = 40;
	for (int i = 0; i < rows.count; i++) {
		rows.row[i] = (struct panel_log_row){
		    .at = "2015-11-10 19:35",
		    .act = (enum act)((rows.count - 1 - i) % ACT_COUNT)};
		if (rows.row[i].act == ACT_PRINTED)
			snprintf(rows.row[i].detail, PANEL_NAME, "1-60 adult");
	}
	panel->facts.log = &rows;
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_LOG);
}

static void log_second(struct panel_case *panel)
{
	log_page(panel);
	panel_case_tap(panel, PANEL_WIDGET_MORE, 0);
}

/* What must not be: more slips used than ballots, no room, no current. */
static void status_bad(struct panel_case *panel)
{
	panel->facts.filled = 23;
	panel->facts.machine.free_mib = 211;
	panel->facts.machine.battery = 9;
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

/* A machine that is nearly ready. */
static void check_facts(struct panel_case *panel)
{
	panel->facts.check = (struct check_facts){
	    .disk = {.count = CHECK_SYNCS, .median_us = 3140, .worst_us = 8960},
	    .free_mib = 48211,
	    .battery = 83,
	    .draining = true,
	    .now = "2015-11-10 19:42",
	    .last = "2015-11-10 19:00",
	    .day = "2015-11-10",
	    .display_count = 2,
	    .display = {{1920, 1080, 476, 268}, {1280, 720, 0, 0}},
	    .ruler = true,
	    .sound = true,
	};
}

static void hardware(struct panel_case *panel)
{
	check_facts(panel);
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_CHECK);
}

/* As touched, on whatever page of rows it stands. */
static void hardware_try(struct panel_case *panel, enum check_item item)
{
	panel_apply(&panel->panel, &panel->facts,
		    (struct panel_intent){PANEL_INTENT_CHECK, item},
		    panel->now_ms);
}

/* Much is wrong, and told with the longest words. */
static void hardware_bad(struct panel_case *panel)
{
	check_facts(panel);
	panel->facts.check.disk.median_us = 120;
	panel->facts.check.display_count = 1;
	panel->facts.check.free_mib = 700;
	strcpy(panel->facts.check.now, "2015-11-10 18:42");
	panel->panel.hands.touched = CHECK_TARGETS;
	panel->panel.hands.miss_tenths[3] = 231;
	panel->panel.hands.scanner.verdict = TRIAL_CHANGED;
	panel->panel.hands.answer[CHECK_SOUND] = CHECK_NO;
	panel_case_enter(panel);
	panel_case_tap(panel, PANEL_WIDGET_TAB, PANEL_CHECK);
}

/* The second page, where there is one. */
static void hardware_second(struct panel_case *panel)
{
	hardware_bad(panel);
	panel->panel.rows_page = 1;
}

static void corners(struct panel_case *panel)
{
	hardware(panel);
	hardware_try(panel, CHECK_TOUCH);
	panel->panel.hands.touched = 3;
	panel->panel.hands.miss_tenths[0] = 12;
	panel->panel.hands.miss_tenths[1] = 231;
	panel->panel.hands.miss_tenths[2] = 40;
}

static void corners_done(struct panel_case *panel)
{
	corners(panel);
	panel->panel.hands.miss_tenths[1] = 31;
	panel->panel.hands.touched = CHECK_TARGETS;
	panel->panel.hands.fingers = 2;
}

static void sounds(struct panel_case *panel)
{
	hardware(panel);
	hardware_try(panel, CHECK_SOUND);
}

static void sounds_heard(struct panel_case *panel)
{
	hardware(panel);
	panel->facts.check.headphones = true;
	hardware_try(panel, CHECK_SOUND);
	panel_case_tap(panel, PANEL_WIDGET_YES, CHECK_SOUND);
	panel_case_tap(panel, PANEL_WIDGET_NO, CHECK_HEADPHONES);
}

static void clock_page(struct panel_case *panel)
{
	hardware(panel);
	hardware_try(panel, CHECK_CLOCK);
}

static void clock_behind(struct panel_case *panel)
{
	clock_page(panel);
	strcpy(panel->facts.check.now, "2015-11-10 18:42");
}

static void sheet(struct panel_case *panel)
{
	hardware(panel);
	panel_case_tap(panel, PANEL_WIDGET_SHEET, 0);
	panel->facts.printers =
	    (struct panel_names){2, {"Kontoret", "Brother_HL_L2350"}};
}

static void sheet_none(struct panel_case *panel)
{
	sheet(panel);
	panel->facts.printers.count = 0;
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
    {"vote-draft", vote_draft},
    {"vote-ready", vote_ready},
    {"vote-open", vote_open},
    {"vote-paused", vote_paused},
    {"vote-closed", vote_closed},
    {"vote-copy", vote_copy},
    {"vote-shared", vote_shared},
    {"sure-close", sure_close},
    {"sure-two", sure_two},
    {"sure-wrong", sure_wrong},
    {"sure-locked", sure_locked},
    {"sure-missing", sure_missing},
    {"slips", slips},
    {"slips-open", slips_open},
    {"slips-shared", slips_shared},
    {"slip-unused", slip_unused},
    {"slip-used", slip_used},
    {"slip-void", slip_void},
    {"slip-other", slip_other},
    {"sure-void", sure_void},
    {"print-none", print_none},
    {"print-ready", print_ready},
    {"print-speech", print_speech},
    {"speech", speech},
    {"print-busy", print_busy},
    {"print-failed", print_failed},
    {"setup", setup},
    {"hardware", hardware},
    {"hardware-bad", hardware_bad},
    {"hardware-second", hardware_second},
    {"corners", corners},
    {"corners-done", corners_done},
    {"sounds", sounds},
    {"sounds-heard", sounds_heard},
    {"clock", clock_page},
    {"clock-behind", clock_behind},
    {"sheet", sheet},
    {"sheet-none", sheet_none},
    {"language", language},
    {"rules", rules},
    {"rules-draft", rules_draft},
    {"anew", anew},
    {"anew-open", anew_open},
    {"sure-anew", sure_anew},
    {"counted", counted},
    {"result", result},
    {"publish-none", publish_none},
    {"publish", publish},
    {"published", published},
    {"log", log_page},
    {"log-second", log_second},
    {"status-bad", status_bad},
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

static char *setup_dump(bool after)
{
	struct panel_case panel;
	char *dump;

	panel_case_open(&panel, 0, "da");
	if (after) {
		ui_set_rtl(panel.ui, true);
		ui_set_language(panel.ui, "ur");
	}
	setup(&panel);
	panel_case_frame(&panel);
	dump = frame_dump(panel.ui);
	panel_case_close(&panel);
	return dump;
}

static void who_read_from_the_right_leaves_the_panel_as_it_is(void **state)
{
	char *before = setup_dump(false), *after = setup_dump(true);

	(void)state;
	assert_string_equal(after, before);
	free(before);
	free(after);
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
	    cmocka_unit_test(who_read_from_the_right_leaves_the_panel_as_it_is),
	    cmocka_unit_test(practice_says_so_on_every_page),
	    cmocka_unit_test(every_page_is_as_it_was_looked_at),
	};

	return cmocka_run_group_tests_name("panel_screens", tests, NULL, NULL);
}

/* Every screen, on every form, in Danish and English: as it was looked at. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/golden.h"
#include "tests/lib/layout.h"
#include "tests/lib/voter_case.h"

enum { FORMS = 3, NAME = 96 };

static const char *const languages[] = {"da", "en"};

static void choose(struct voter_case *voter, int number)
{
	voter->session.ballot.value[meeting_proposal(voter->meeting, number)] =
	    1;
}

static void attract(struct voter_case *voter, const char *language,
		    enum phase phase, bool demo)
{
	voter_case_reset(voter, language);
	voter->view.phase = phase;
	voter->view.demo = demo;
}

static void attract_open(struct voter_case *voter, const char *language)
{
	attract(voter, language, PHASE_OPEN, false);
}

static void attract_demo(struct voter_case *voter, const char *language)
{
	attract(voter, language, PHASE_OPEN, true);
}

static void attract_ready(struct voter_case *voter, const char *language)
{
	attract(voter, language, PHASE_READY, false);
}

static void attract_paused(struct voter_case *voter, const char *language)
{
	attract(voter, language, PHASE_PAUSED, false);
}

static void attract_closed(struct voter_case *voter, const char *language)
{
	attract(voter, language, PHASE_CLOSED, true);
}

static void attract_counted(struct voter_case *voter, const char *language)
{
	attract(voter, language, PHASE_COUNTED, false);
}

static void type_code(struct voter_case *voter, const char *language,
		      const char *code, bool wrong)
{
	voter_case_reset(voter, language);
	voter->session.screen = SCREEN_CODE;
	voter->session.code_length = (int)strlen(code);
	voter->session.code_wrong = wrong;
	memcpy(voter->session.code, code, strlen(code));
}

static void code_empty(struct voter_case *voter, const char *language)
{
	type_code(voter, language, "", false);
}

static void code_half(struct voter_case *voter, const char *language)
{
	type_code(voter, language, "B57K9QX0WM", false);
}

static void code_wrong(struct voter_case *voter, const char *language)
{
	type_code(voter, language, "B57K9QX0WMB57K9QX0WM", true);
}

static void message(struct voter_case *voter, const char *language,
		    enum status status)
{
	voter_case_reset(voter, language);
	voter->session.screen = SCREEN_MESSAGE;
	voter->session.message = status;
}

static void message_used(struct voter_case *voter, const char *language)
{
	message(voter, language, STATUS_SLIP_USED);
}

static void message_void(struct voter_case *voter, const char *language)
{
	message(voter, language, STATUS_SLIP_VOID);
}

static void message_other(struct voter_case *voter, const char *language)
{
	message(voter, language, STATUS_SLIP_OTHER);
}

static void message_syntax(struct voter_case *voter, const char *language)
{
	message(voter, language, STATUS_SLIP_SYNTAX);
}

static void message_not_open(struct voter_case *voter, const char *language)
{
	message(voter, language, STATUS_NOT_OPEN);
}

static void message_store(struct voter_case *voter, const char *language)
{
	message(voter, language, STATUS_STORE);
	voter->view.demo = true;
}

static void message_paused(struct voter_case *voter, const char *language)
{
	message(voter, language, STATUS_NOT_OPEN);
	voter->session.uncast = true;
}

static void message_voided(struct voter_case *voter, const char *language)
{
	message(voter, language, STATUS_SLIP_VOID);
	voter->session.uncast = true;
}

static void language_first(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 0);
	voter->session.screen = SCREEN_LANGUAGE;
}

static void language_again(struct voter_case *voter, const char *language)
{
	language_first(voter, language);
	voter->session.from = SCREEN_CHOOSE;
	voter->view.demo = true;
}

static void choose_first(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 0);
}

static void choose_chosen(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 0);
	choose(voter, 2);
	voter->view.demo = true;
}

static void choose_page(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 1);
	choose(voter, 5);
}

static void choose_last_page(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 1);
	voter->session.page[1] = 1;
	voter->session.seen[1] = 3;
	choose(voter, 4);
	choose(voter, 10);
}

static void choose_full(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 1);
	voter->session.seen[1] = 3;
	choose(voter, 4);
	choose(voter, 5);
	choose(voter, 10);
	voter->session.banner = BANNER_FULL;
	voter->session.banner_pot = 1;
}

/* Fewer than the least. */
static void choose_few(struct voter_case *voter, const char *language)
{
	voter->meeting->pots[0].choose_min = 2;
	voter->meeting->pots[0].choose_max = 3;
	voter_case_begin(voter, language, 0);
	choose(voter, 1);
	voter->session.banner = BANNER_FEW;
}

static void detail(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 0);
	voter->session.screen = SCREEN_DETAIL;
	voter->session.detail = 1;
}

static void detail_long(struct voter_case *voter, const char *language)
{
	detail(voter, language);
	voter->session.pot = 1;
	voter->session.detail = 5;
	voter->session.detail_page = 1;
	choose(voter, 6);
}

static void detail_first_page(struct voter_case *voter, const char *language)
{
	detail_long(voter, language);
	voter->session.detail_page = 0;
}

static void detail_untranslated(struct voter_case *voter, const char *language)
{
	detail(voter, language);
	voter->session.detail = 2;
	voter->view.demo = true;
}

static void detail_full(struct voter_case *voter, const char *language)
{
	choose_full(voter, language);
	voter->session.screen = SCREEN_DETAIL;
	voter->session.detail = 8;
}

static void review(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 1);
	voter->session.screen = SCREEN_REVIEW;
	choose(voter, 2);
	choose(voter, 4);
	choose(voter, 10);
}

static void review_blank_pot(struct voter_case *voter, const char *language)
{
	review(voter, language);
	voter->session.ballot.value[1] = 0;
	voter->view.demo = true;
}

static void review_blank(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 1);
	voter->session.screen = SCREEN_REVIEW;
}

static void review_all(struct voter_case *voter, const char *language)
{
	review(voter, language);
	choose(voter, 3);
	choose(voter, 6);
	voter->session.banner = BANNER_REPEAT;
}

static void review_end(struct voter_case *voter, const char *language)
{
	review_all(voter, language);
	voter->session.banner = BANNER_NONE;
	voter->session.review_page = 1;
	voter->session.review_seen = 2;
}

/* More rows than any page has. */
static void review_many(struct voter_case *voter, const char *language)
{
	voter->meeting->pots[1].choose_max = 7;
	voter_case_begin(voter, language, 1);
	voter->session.screen = SCREEN_REVIEW;
	for (int number = 2; number <= 10; number++)
		choose(voter, number);
}

static void review_many_end(struct voter_case *voter, const char *language)
{
	review_many(voter, language);
	voter->session.review_page = 1;
	voter->session.review_seen = 2;
}

/* As many as the fullest page of a larger form holds. */
static void choose_six(struct voter_case *voter, const char *language)
{
	voter->meeting->proposal_count = 9;
	voter_case_begin(voter, language, 1);
	choose(voter, 8);
	choose(voter, 9);
}

static void casting(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 0);
	voter->session.screen = SCREEN_CASTING;
}

static void thanks(struct voter_case *voter, const char *language)
{
	voter_case_reset(voter, language);
	voter->session.screen = SCREEN_THANKS;
	voter->now_ms += 2000;
}

static void locked(struct voter_case *voter, const char *language)
{
	voter_case_reset(voter, language);
	voter->session.screen = SCREEN_LOCKED;
}

static void overlay_idle(struct voter_case *voter, const char *language)
{
	choose_page(voter, language);
	voter->session.overlay = OVERLAY_IDLE;
	voter->now_ms += 7500;
}

static void overlay_stop(struct voter_case *voter, const char *language)
{
	choose_page(voter, language);
	voter->session.overlay = OVERLAY_STOP;
	voter->view.demo = true;
}

static void overlay_blank(struct voter_case *voter, const char *language)
{
	review_blank(voter, language);
	voter->session.overlay = OVERLAY_BLANK;
}

static void overlay_help(struct voter_case *voter, const char *language)
{
	choose_first(voter, language);
	voter->session.overlay = OVERLAY_HELP;
}

static const struct {
	const char *name;
	void (*set)(struct voter_case *voter, const char *language);
	bool touchless; /* nothing to touch is right */
} screens[] = {
    {"attract-open", attract_open, false},
    {"attract-demo", attract_demo, false},
    {"attract-ready", attract_ready, true},
    {"attract-paused", attract_paused, true},
    {"attract-closed", attract_closed, true},
    {"attract-counted", attract_counted, true},
    {"code-empty", code_empty, false},
    {"code-half", code_half, false},
    {"code-wrong", code_wrong, false},
    {"message-used", message_used, false},
    {"message-void", message_void, false},
    {"message-other", message_other, false},
    {"message-syntax", message_syntax, false},
    {"message-not-open", message_not_open, false},
    {"message-store", message_store, false},
    {"message-paused", message_paused, false},
    {"message-voided", message_voided, false},
    {"language", language_first, false},
    {"language-again", language_again, false},
    {"choose-first", choose_first, false},
    {"choose-chosen", choose_chosen, false},
    {"choose-page", choose_page, false},
    {"choose-last-page", choose_last_page, false},
    {"choose-full", choose_full, false},
    {"detail", detail, false},
    {"detail-long", detail_long, false},
    {"detail-first-page", detail_first_page, false},
    {"detail-untranslated", detail_untranslated, false},
    {"detail-full", detail_full, false},
    {"review", review, false},
    {"review-blank-pot", review_blank_pot, false},
    {"review-blank", review_blank, false},
    {"review-all", review_all, false},
    {"review-end", review_end, false},
    {"casting", casting, true},
    {"thanks", thanks, false},
    {"locked", locked, true},
    {"overlay-idle", overlay_idle, false},
    {"overlay-stop", overlay_stop, false},
    {"overlay-blank", overlay_blank, false},
    {"overlay-help", overlay_help, false},
    /* These come last: they change the meeting. */
    {"review-many", review_many, false},
    {"review-many-end", review_many_end, false},
    {"choose-six", choose_six, false},
    {"choose-few", choose_few, false},
};

enum { SCREENS = sizeof(screens) / sizeof(screens[0]) };

static void check_form(int form)
{
	struct voter_case voter;
	const struct layout_rules rules = {displays[form].px_per_mm, 15, 12};
	char name[NAME];

	voter_case_open(&voter, form);
	for (int i = 0; i < SCREENS; i++) {
		for (int k = 0; k < 2; k++) {
			int count;

			screens[i].set(&voter, languages[k]);
			voter_frame(&voter);
			snprintf(name, sizeof(name), "voter/%s-%s-%s",
				 screens[i].name, displays[form].name,
				 languages[k]);
			print_message("%s\n", name);
			golden_check(voter.ui, name);
			ui_targets(voter.ui, &count);
			if (screens[i].touchless) {
				assert_int_equal(count, 0);
				assert_int_equal(ui_clipped(voter.ui), 0);
			} else {
				layout_check(voter.ui, &rules);
			}
		}
	}
	voter_case_close(&voter);
}

static void every_screen_in_landscape_is_as_it_was_looked_at(void **state)
{
	(void)state;
	check_form(0);
}

static void every_screen_in_portrait_is_as_it_was_looked_at(void **state)
{
	(void)state;
	check_form(1);
}

static void every_screen_on_a_tablet_is_as_it_was_looked_at(void **state)
{
	(void)state;
	check_form(2);
}

int main(void)
{
	const struct CMUnitTest tests[FORMS] = {
	    cmocka_unit_test(every_screen_in_landscape_is_as_it_was_looked_at),
	    cmocka_unit_test(every_screen_in_portrait_is_as_it_was_looked_at),
	    cmocka_unit_test(every_screen_on_a_tablet_is_as_it_was_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

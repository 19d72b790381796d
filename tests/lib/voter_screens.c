#include "tests/lib/voter_screens.h"

#include <string.h>

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

/* A camera sees a sheet of paper on a table. */
static void attract_camera(struct voter_case *voter, const char *language)
{
	enum { SIDE = 240 };
	static unsigned char pixels[SIDE * SIDE];

	for (int i = 0; i < SIDE * SIDE; i++) {
		int x = i % SIDE, y = i / SIDE;
		bool paper = x > 60 && x < 200 && y > 30 && y < 210;

		pixels[i] = (unsigned char)(paper ? 230 : 40 + y / 4);
	}
	attract(voter, language, PHASE_OPEN, false);
	voter->view.sight = (struct voter_sight){
	    .pixels = pixels, .w = SIDE, .h = SIDE, .stamp = 1};
}

static void attract_unread(struct voter_case *voter, const char *language)
{
	attract_camera(voter, language);
	voter->view.sight.unread = true;
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
	voter_show_page(voter, 1);
	voter_all_seen(voter);
	choose(voter, 4);
	choose(voter, 10);
}

static void choose_full(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 1);
	voter_all_seen(voter);
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
	voter_show_review(voter, 1);
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
	voter_show_review(voter, 1);
}

/* As many as the fullest page of a larger form holds. */
static void choose_six(struct voter_case *voter, const char *language)
{
	voter->meeting->proposal_count = 9;
	voter_case_begin(voter, language, 1);
	choose(voter, 8);
	choose(voter, 9);
}

/* The smaller pot voted on in another way. */
static struct pot *type_pot(struct voter_case *voter, const char *language,
			    enum ballot_type type)
{
	struct pot *pot = &voter->meeting->pots[1];

	pot->ballot_type = type;
	pot->choose_min = 0;
	pot->choose_max = type == BALLOT_RANK ? 3 : 7;
	pot->points = type == BALLOT_POINTS ? 10 : 0;
	pot->value_most = type == BALLOT_POINTS	 ? 6
			  : type == BALLOT_SCORE ? 5
						 : 0;
	voter_case_begin(voter, language, 1);
	voter_all_seen(voter);
	return pot;
}

static void give(struct voter_case *voter, int number, int value)
{
	int index = meeting_proposal(voter->meeting, number);

	voter->session.ballot.value[index] = (short)value;
	voter->session.scored[index] = true;
}

static void knapsack(struct voter_case *voter, const char *language)
{
	struct pot *pot = type_pot(voter, language, BALLOT_KNAPSACK);

	pot->amount_minor = 5000000;
	give(voter, 4, 1);
	give(voter, 5, 1);
}

static void knapsack_dear(struct voter_case *voter, const char *language)
{
	knapsack(voter, language);
	voter->session.banner = BANNER_DEAR;
	voter->session.banner_pot = 1;
	voter->session.banner_proposal = meeting_proposal(voter->meeting, 6);
}

static void knapsack_review(struct voter_case *voter, const char *language)
{
	knapsack(voter, language);
	voter->session.screen = SCREEN_REVIEW;
}

static void points_rules(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_POINTS);
	voter->session.screen = SCREEN_RULES;
}

static void points(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_POINTS)->choose_min = 3;
	give(voter, 4, 6);
	give(voter, 5, 1);
}

static void points_spent(struct voter_case *voter, const char *language)
{
	points(voter, language);
	give(voter, 6, 3);
	voter->session.banner = BANNER_SPENT;
	voter->session.banner_pot = 1;
}

static void points_detail(struct voter_case *voter, const char *language)
{
	points(voter, language);
	voter->session.screen = SCREEN_DETAIL;
	voter->session.detail = meeting_proposal(voter->meeting, 4);
}

static void points_review(struct voter_case *voter, const char *language)
{
	points(voter, language);
	voter->session.screen = SCREEN_REVIEW;
}

static void rank_rules(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_RANK);
	voter->session.screen = SCREEN_RULES;
}

static void rank(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_RANK);
	give(voter, 6, 1);
	give(voter, 4, 2);
}

static void rank_review(struct voter_case *voter, const char *language)
{
	rank(voter, language);
	give(voter, 10, 3);
	voter->session.screen = SCREEN_REVIEW;
}

static void score_rules(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_SCORE);
	voter->session.screen = SCREEN_RULES;
}

static void score(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_SCORE);
	give(voter, 4, 3);
}

static void score_none(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_SCORE)->score_least = 1;
	voter->session.at[1] = 5;
	voter->session.banner = BANNER_FEW;
	voter->session.banner_pot = 1;
}

static void score_ten(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_SCORE)->value_most = 10;
	voter->session.at[1] = 2;
	give(voter, 6, 10);
}

static void numbers(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_APPROVAL)->choose_max = 3;
	give(voter, 4, 1);
	give(voter, 10, 1);
	voter->session.screen = SCREEN_NUMBERS;
}

static void numbers_full(struct voter_case *voter, const char *language)
{
	numbers(voter, language);
	give(voter, 6, 1);
	voter->session.banner = BANNER_FULL;
	voter->session.banner_pot = 1;
}

static void numbers_none(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_RANK);
	voter->session.screen = SCREEN_NUMBERS;
}

/* So many that they have to be typed. */
static void numbers_typed(struct voter_case *voter, const char *language)
{
	struct meeting *meeting = voter->meeting;

	for (int i = 10; i < 60; i++) {
		meeting->proposals[i] = meeting->proposals[9];
		meeting->proposals[i].number = i + 1;
	}
	meeting->proposal_count = 60;
	type_pot(voter, language, BALLOT_APPROVAL)->choose_max = 20;
	for (int i = 0; i < 12; i++)
		give(voter, 4 + i, 1);
	voter->session.screen = SCREEN_NUMBERS;
	voter->session.digits[0] = 4;
	voter->session.digits[1] = 2;
	voter->session.digit_count = 2;
}

static void numbers_wrong(struct voter_case *voter, const char *language)
{
	numbers_typed(voter, language);
	voter->session.digits[1] = 9;
	voter->session.digits[0] = 9;
}

static void score_review(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_SCORE);
	give(voter, 4, 5);
	give(voter, 5, 0);
	give(voter, 8, 3);
	voter->session.screen = SCREEN_REVIEW;
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

static void overlay_look(struct voter_case *voter, const char *language)
{
	choose_first(voter, language);
	voter->view.speech = true;
	voter->session.overlay = OVERLAY_LOOK;
}

static void overlay_menu(struct voter_case *voter, const char *language)
{
	choose_first(voter, language);
	voter->view.speech = true;
	voter->session.overlay = OVERLAY_MENU;
}

static void overlay_help_on(struct voter_case *voter, const char *language)
{
	overlay_help(voter, language);
	voter->session.overlay_page = 1;
}

static void overlay_listen(struct voter_case *voter, const char *language)
{
	choose_first(voter, language);
	voter->view.speech = true;
	voter->session.settings.volume = SESSION_VOLUMES - 1;
	voter->session.overlay = OVERLAY_LISTEN;
}

const struct voter_screen voter_screens[] = {
    {"attract-open", attract_open, false},
    {"attract-demo", attract_demo, false},
    {"attract-camera", attract_camera, false},
    {"attract-unread", attract_unread, false},
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
    {"overlay-look", overlay_look, false},
    {"overlay-listen", overlay_listen, false},
    {"overlay-menu", overlay_menu, false},
    {"overlay-help-on", overlay_help_on, false},
    /* These come last: they change the meeting. */
    {"review-many", review_many, false},
    {"review-many-end", review_many_end, false},
    {"choose-six", choose_six, false},
    {"choose-few", choose_few, false},
    {"rules-points", points_rules, false},
    {"rules-rank", rank_rules, false},
    {"rules-score", score_rules, false},
    {"points", points, false},
    {"points-spent", points_spent, false},
    {"points-detail", points_detail, false},
    {"points-review", points_review, false},
    {"rank", rank, false},
    {"rank-review", rank_review, false},
    {"score-review", score_review, false},
    {"numbers", numbers, false},
    {"numbers-none", numbers_none, false},
    {"numbers-full", numbers_full, false},
    {"score", score, false},
    {"score-ten", score_ten, false},
    {"score-none", score_none, false},
    {"knapsack", knapsack, false},
    {"knapsack-dear", knapsack_dear, false},
    {"knapsack-review", knapsack_review, false},
    {"numbers-typed", numbers_typed, false},
    {"numbers-wrong", numbers_wrong, false},
};

const int voter_screen_count = sizeof(voter_screens) / sizeof(voter_screens[0]);

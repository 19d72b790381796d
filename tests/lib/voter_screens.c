#include "tests/lib/voter_screens.h"

#include <string.h>

#include "tests/lib/cmocka_all.h"

static void choose(struct voter_case *voter, int number)
{
	voter->session.ballot.value[meeting_proposal(voter->meeting, number)] =
	    1;
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
	voter_case_reset(voter, language);
	voter->view.sight = (struct voter_sight){
	    .pixels = pixels, .w = SIDE, .h = SIDE, .stamp = 1};
}

static void attract_unread(struct voter_case *voter, const char *language)
{
	attract_camera(voter, language);
	voter->view.sight.unread = true;
}

static void attract_roll_away(struct voter_case *voter, const char *language)
{
	voter_case_reset(voter, language);
	voter->view.roll = VOTER_ROLL_AWAY;
}

static void attract_stopped(struct voter_case *voter, const char *language)
{
	voter_case_reset(voter, language);
	voter->view.roll = VOTER_ROLL_STOPPED;
}

static void message_kiosk(struct voter_case *voter, const char *language)
{
	voter_case_reset(voter, language);
	voter->view.slip_kiosk = 12;
}

static void choose_first(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 0);
}

static void choose_second(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 1);
}

static void language_again(struct voter_case *voter, const char *language)
{
	choose_first(voter, language);
	voter->session.from = SCREEN_CHOOSE;
}

/* A kiosk with headphones, and a voice for all languages but these. */
static void speakers(struct voter_case *voter)
{
	voter->view.speech = true;
	for (int i = 0; i < voter->meeting->language_count; i++)
		voter->view.names[i] =
		    strcmp(voter->meeting->languages[i], "so") != 0 &&
		    strcmp(voter->meeting->languages[i], "ti") != 0;
}

static void language_said(struct voter_case *voter, const char *language)
{
	choose_first(voter, language);
	speakers(voter);
}

/* More languages than some frames have room for. */
static void language_many(struct voter_case *voter, const char *language)
{
	static const char *const many[] = {"da", "en", "ar", "so", "tr",
					   "ur", "fa", "ku", "pl", "uk",
					   "ti", "ta", "vi", "ckb"};
	struct meeting *meeting = voter->meeting;

	for (size_t i = 0; i < sizeof(many) / sizeof(many[0]); i++)
		if (meeting_language(meeting, many[i]) < 0)
			meeting->languages[meeting->language_count++] = many[i];
	language_again(voter, language);
	speakers(voter);
}

static void language_many_on(struct voter_case *voter, const char *language)
{
	language_many(voter, language);
	voter->session.language_page = 1;
}

static void choose_chosen(struct voter_case *voter, const char *language)
{
	voter_case_begin(voter, language, 0);
	choose(voter, 2);
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

static void points_pot(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_POINTS);
}

static void rank_pot(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_RANK);
}

static void score_pot(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_SCORE);
}

static void give(struct voter_case *voter, int number, int value)
{
	int index = meeting_proposal(voter->meeting, number);

	assert_true(index >= 0);
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

static void points(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_POINTS)->choose_min = 3;
	give(voter, 4, 6);
	give(voter, 5, 1);
}

static void points_detail(struct voter_case *voter, const char *language)
{
	points(voter, language);
	voter->session.detail = meeting_proposal(voter->meeting, 4);
}

static void points_spent(struct voter_case *voter, const char *language)
{
	points(voter, language);
	give(voter, 6, 3);
	voter->session.banner = BANNER_SPENT;
	voter->session.banner_pot = 1;
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
}

static void score(struct voter_case *voter, const char *language)
{
	type_pot(voter, language, BALLOT_SCORE);
	give(voter, 4, 3);
}

static void score_none(struct voter_case *voter, const char *language)
{
	struct pot *pot = type_pot(voter, language, BALLOT_SCORE);

	pot->score_least = 1;
	pot->score_all = true;
	give(voter, 4, 2);
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
}

static void numbers_full(struct voter_case *voter, const char *language)
{
	numbers(voter, language);
	give(voter, 6, 1);
	voter->session.banner = BANNER_FULL;
	voter->session.banner_pot = 1;
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
}

static void overlay_listen(struct voter_case *voter, const char *language)
{
	choose_first(voter, language);
	voter->session.settings.volume = SESSION_VOLUMES - 1;
}

void voter_screen_set(const struct voter_screen *screen,
		      struct voter_case *voter, const char *language)
{
	struct session *session = &voter->session;

	screen->set(voter, language);
	if (screen->phase)
		voter->view.phase = screen->phase;
	if (screen->screen)
		session->screen = screen->screen;
	if (screen->overlay)
		session->overlay = screen->overlay;
	if (screen->code) {
		session->code_length = (int)strlen(screen->code);
		memcpy(session->code, screen->code, strlen(screen->code));
	}
	if (screen->message)
		session->message = screen->message;
	if (screen->overlay_page)
		session->overlay_page = screen->overlay_page;
	session->code_wrong |= screen->wrong;
	session->uncast |= screen->uncast;
	voter->view.demo |= screen->demo;
	voter->view.speech |= screen->speech;
	voter->now_ms += screen->later_ms;
}

const struct voter_screen voter_screens[] = {
    {"attract-open", .set = voter_case_reset},
    {"attract-demo", .set = voter_case_reset, .demo = true},
    {"attract-camera", .set = attract_camera},
    {"attract-unread", .set = attract_unread},
    {"attract-ready", .set = voter_case_reset, .phase = PHASE_READY,
     .touchless = true},
    {"attract-paused", .set = voter_case_reset, .phase = PHASE_PAUSED,
     .touchless = true},
    {"attract-roll-away", .set = attract_roll_away, .touchless = true},
    {"attract-stopped", .set = attract_stopped, .touchless = true},
    {"attract-closed", .set = voter_case_reset, .phase = PHASE_CLOSED,
     .demo = true, .touchless = true},
    {"attract-counted", .set = voter_case_reset, .phase = PHASE_COUNTED,
     .touchless = true},
    {"code-empty", .set = voter_case_reset, .screen = SCREEN_CODE, .code = ""},
    {"code-half", .set = voter_case_reset, .screen = SCREEN_CODE,
     .code = "B57K9QX0WM"},
    {"code-wrong", .set = voter_case_reset, .screen = SCREEN_CODE,
     .code = "B57K9QX0WMB57K9QX0WM", .wrong = true},
    {"message-used", .set = voter_case_reset, .screen = SCREEN_MESSAGE,
     .message = STATUS_SLIP_USED},
    {"message-void", .set = voter_case_reset, .screen = SCREEN_MESSAGE,
     .message = STATUS_SLIP_VOID},
    {"message-other", .set = voter_case_reset, .screen = SCREEN_MESSAGE,
     .message = STATUS_SLIP_OTHER},
    {"message-syntax", .set = voter_case_reset, .screen = SCREEN_MESSAGE,
     .message = STATUS_SLIP_SYNTAX},
    {"message-not-open", .set = voter_case_reset, .screen = SCREEN_MESSAGE,
     .message = STATUS_NOT_OPEN},
    {"message-store", .set = voter_case_reset, .screen = SCREEN_MESSAGE,
     .message = STATUS_STORE, .demo = true},
    {"message-paused", .set = voter_case_reset, .screen = SCREEN_MESSAGE,
     .message = STATUS_NOT_OPEN, .uncast = true},
    {"message-kiosk", .set = message_kiosk, .screen = SCREEN_MESSAGE,
     .message = STATUS_SLIP_KIOSK},
    {"message-typing", .set = voter_case_reset, .screen = SCREEN_MESSAGE,
     .message = STATUS_CODE_LOCKED},
    {"message-voided", .set = voter_case_reset, .screen = SCREEN_MESSAGE,
     .message = STATUS_SLIP_VOID, .uncast = true},
    {"language", .set = choose_first, .screen = SCREEN_LANGUAGE},
    {"language-again", .set = language_again, .screen = SCREEN_LANGUAGE,
     .demo = true},
    {"language-said", .set = language_said, .screen = SCREEN_LANGUAGE},
    {"choose-first", .set = choose_first},
    {"choose-chosen", .set = choose_chosen, .demo = true},
    {"choose-page", .set = choose_page},
    {"choose-last-page", .set = choose_last_page},
    {"choose-full", .set = choose_full},
    {"detail", .set = detail},
    {"detail-long", .set = detail_long},
    {"detail-first-page", .set = detail_first_page},
    {"detail-untranslated", .set = detail_untranslated, .demo = true},
    {"detail-full", .set = detail_full},
    {"review", .set = review},
    {"review-blank-pot", .set = review_blank_pot, .demo = true},
    {"review-blank", .set = choose_second, .screen = SCREEN_REVIEW},
    {"review-all", .set = review_all},
    {"review-end", .set = review_end},
    {"casting", .set = choose_first, .screen = SCREEN_CASTING,
     .touchless = true},
    {"thanks", .set = voter_case_reset, .screen = SCREEN_THANKS,
     .later_ms = 2000},
    {"locked", .set = voter_case_reset, .screen = SCREEN_LOCKED,
     .touchless = true},
    {"overlay-idle", .set = choose_page, .overlay = OVERLAY_IDLE,
     .later_ms = 7500},
    {"overlay-stop", .set = choose_page, .overlay = OVERLAY_STOP, .demo = true},
    {"overlay-blank", .set = choose_second, .screen = SCREEN_REVIEW,
     .overlay = OVERLAY_BLANK},
    {"overlay-help", .set = choose_first, .overlay = OVERLAY_HELP},
    {"overlay-look", .set = choose_first, .overlay = OVERLAY_LOOK,
     .speech = true},
    {"overlay-listen", .set = overlay_listen, .overlay = OVERLAY_LISTEN,
     .speech = true},
    {"overlay-menu", .set = choose_first, .overlay = OVERLAY_MENU,
     .speech = true},
    {"overlay-help-on", .set = choose_first, .overlay = OVERLAY_HELP,
     .overlay_page = 1},
    /* These come last: they change the meeting. */
    {"review-many", .set = review_many},
    {"review-many-end", .set = review_many_end},
    {"choose-six", .set = choose_six},
    {"choose-few", .set = choose_few},
    {"rules-points", .set = points_pot, .screen = SCREEN_RULES},
    {"rules-rank", .set = rank_pot, .screen = SCREEN_RULES},
    {"rules-score", .set = score_pot, .screen = SCREEN_RULES},
    {"points", .set = points},
    {"points-spent", .set = points_spent},
    {"points-detail", .set = points_detail, .screen = SCREEN_DETAIL},
    {"points-review", .set = points, .screen = SCREEN_REVIEW},
    {"rank", .set = rank},
    {"rank-review", .set = rank_review, .screen = SCREEN_REVIEW},
    {"score-review", .set = score_review, .screen = SCREEN_REVIEW},
    {"numbers", .set = numbers, .screen = SCREEN_NUMBERS},
    {"numbers-none", .set = rank_pot, .screen = SCREEN_NUMBERS},
    {"numbers-full", .set = numbers_full, .screen = SCREEN_NUMBERS},
    {"score", .set = score},
    {"score-ten", .set = score_ten},
    {"score-none", .set = score_none},
    {"knapsack", .set = knapsack},
    {"knapsack-dear", .set = knapsack_dear},
    {"knapsack-review", .set = knapsack, .screen = SCREEN_REVIEW},
    {"numbers-typed", .set = numbers_typed, .screen = SCREEN_NUMBERS},
    {"numbers-wrong", .set = numbers_wrong, .screen = SCREEN_NUMBERS},
    {"language-many", .set = language_many, .screen = SCREEN_LANGUAGE},
    {"language-many-on", .set = language_many_on, .screen = SCREEN_LANGUAGE},
};

const int voter_screen_count = sizeof(voter_screens) / sizeof(voter_screens[0]);

#include "tests/lib/hall_case.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "ui/ui.h"
#include "words/place.h"
#include "words/words.h"

enum { KRONE = MONEY_MINOR };

/* One line of a result as a person would write it down. */
struct line {
	int number, votes, place;
	enum outcome outcome;
	int64_t given, left_before; /* kroner */
};

static const struct line large[] = {
    {2, 26, 1, OUTCOME_FUNDED, 100000, 100000},
    {1, 21, 2, OUTCOME_TOO_DEAR, 0, 0},
    {3, 12, 3, OUTCOME_TOO_DEAR, 0, 0},
};

static const struct line quick[] = {
    {5, 31, 1, OUTCOME_FUNDED, 25000, 100000},
    {6, 24, 2, OUTCOME_FUNDED, 25000, 75000},
    {10, 24, 2, OUTCOME_FUNDED, 10000, 50000},
    {8, 18, 4, OUTCOME_FUNDED, 10000, 40000},
    {4, 17, 5, OUTCOME_FUNDED, 5000, 30000},
    {7, 13, 6, OUTCOME_FUNDED, 15000, 25000},
    {9, 12, 7, OUTCOME_TOO_DEAR, 0, 10000},
};

static struct step *add_step(struct result *result, enum step_kind kind,
			     int pot)
{
	struct step *step = &result->steps[result->step_count++];

	*step = (struct step){
	    .kind = kind, .pot = pot, .award = -1, .tie = -1, .other = -1};
	return step;
}

static void add_tie(struct hall_case *hall, int pot, int first_number,
		    int second_number, int votes)
{
	struct result *result = hall->result;
	struct tie *tie = &result->ties[result->tie_count];

	*tie = (struct tie){.pot = pot, .votes = votes, .count = 2};
	tie->proposal[0] = meeting_proposal(hall->meeting, first_number);
	tie->proposal[1] = meeting_proposal(hall->meeting, second_number);
	add_step(result, STEP_TIE, pot)->tie = result->tie_count++;
}

static void add_line(struct hall_case *hall, int pot, const struct line *line)
{
	struct result *result = hall->result;
	struct pot_result *sums = &result->pots[pot];
	struct award *award = &result->awards[sums->end_award];

	*award = (struct award){
	    .proposal = meeting_proposal(hall->meeting, line->number),
	    .votes = line->votes,
	    .place = line->place,
	    .outcome = line->outcome,
	    .amount_minor = line->given * KRONE,
	    .left_before_minor = line->left_before * KRONE,
	    .because = -1};
	assert_true(award->proposal >= 0);
	sums->given_minor += award->amount_minor;
	sums->left_minor = sums->money_minor - sums->given_minor;
	add_step(result, STEP_AWARD, pot)->award = sums->end_award++;
}

static void begin_pot(struct hall_case *hall, int pot, int first_award)
{
	struct result *result = hall->result;
	struct pot_result *sums = &result->pots[pot];

	sums->money_minor = hall->meeting->pots[pot].amount_minor;
	sums->left_minor = sums->money_minor;
	sums->first_award = sums->end_award = first_award;
	add_step(result, STEP_POT, pot)->amount_minor = sums->money_minor;
}

static void end_pot(struct hall_case *hall, int pot)
{
	add_step(hall->result, STEP_LEFT, pot)->amount_minor =
	    hall->result->pots[pot].left_minor;
}

static void begin_case(struct hall_case *hall, enum phase phase)
{
	memset(hall, 0, sizeof(*hall));
	hall->meeting = bolbro_new();
	hall->result = calloc(1, sizeof(*hall->result));
	assert_non_null(hall->meeting);
	assert_non_null(hall->result);
	hall->view = (struct hall_view){
	    .meeting = hall->meeting,
	    .phase = phase,
	    .code = "K7Q2-9XPA",
	    .turnout = {60, 43, 2, 15, 43},
	};
	hall->meeting->url = "https://bolbro.example/penge";
	hall->meeting->next_steps.in[0] =
	    "De valgte forslag begynder i denne uge.\n"
	    "Pengene udbetales til grupperne inden jul.\n"
	    "Fik du ikke penge? Kom til rådgivning på torsdag.\n"
	    "Vi mødes igen og ser på resultatet til maj.";
	hall->meeting->next_steps.in[1] =
	    "The chosen proposals begin this week.\n"
	    "The money is paid to the groups before Christmas.\n"
	    "No money this time? Come for advice on Thursday.\n"
	    "We meet again in May and look at the result.";
	if (phase >= PHASE_COUNTED)
		hall->view.result = hall->result;
}

void hall_case_open(struct hall_case *hall, enum phase phase)
{
	enum {
		LARGE = sizeof(large) / sizeof(large[0]),
		QUICK = sizeof(quick) / sizeof(quick[0])
	};

	begin_case(hall, phase);
	hall->result->ballots = hall->view.turnout.ballots;
	begin_pot(hall, 0, 0);
	for (int i = 0; i < LARGE; i++)
		add_line(hall, 0, &large[i]);
	end_pot(hall, 0);
	begin_pot(hall, 1, LARGE);
	for (int i = 0; i < QUICK; i++) {
		if (quick[i].number == 6)
			add_tie(hall, 1, 6, 10, 24);
		add_line(hall, 1, &quick[i]);
	}
	end_pot(hall, 1);
}

/* One in full and one in part take all the money, the others go without for
 * each reason in turn. */
static const enum outcome reasons[] = {OUTCOME_TOO_DEAR, OUTCOME_AFTER_STOP,
				       OUTCOME_EXCLUDED, OUTCOME_BELOW,
				       OUTCOME_UNDECIDED};

static void add_hard(struct hall_case *hall, int i)
{
	static const int64_t full = INT64_C(9876543210);
	enum { REASONS = sizeof(reasons) / sizeof(reasons[0]) };
	struct meeting *meeting = hall->meeting;
	struct line line = {i + 101, 999 - i, i + 1, reasons[i % REASONS],
			    0,	     0};

	meeting->proposals[i] = meeting->proposals[0];
	meeting->proposals[i].number = line.number;
	meeting->proposals[i].short_title.in[0] =
	    "WWWWWWW MMMMMMM WWWWWWW MMMM";
	meeting->proposals[i].short_title.in[1] =
	    "WWWWWWWWWWWWWWWWWWWWWWWWWWWW";
	meeting->proposals[i].cost_minor = (full + i) * KRONE;
	meeting->proposal_count = i + 1;
	if (i == 0) {
		line.outcome = OUTCOME_FUNDED;
		line.given = full;
	} else if (i == 1) {
		line.outcome = OUTCOME_PART;
		line.given = INT64_C(10000000000) - full;
	}
	add_line(hall, 0, &line);
	if (line.outcome == OUTCOME_EXCLUDED)
		hall->result->awards[i].because = 0;
}

void hall_case_open_hard(struct hall_case *hall, int count)
{
	struct meeting *meeting;

	begin_case(hall, PHASE_COUNTED);
	meeting = hall->meeting;
	meeting->title.in[0] = "Byudviklingsmødet for hele kvarteret i "
			       "Bolbro og Dalum, efterår 2015";
	meeting->pot_count = 1;
	meeting->pots[0].amount_minor = MONEY_MAX_MINOR;
	meeting->pots[0].title.in[0] =
	    "Den store fælles pulje for hele kvarteret og alle dets grupper";
	meeting->place =
	    "Bolbro Brugerhus, Stadionvej 38, 5200 Odense V, sal 2";
	meeting->url = "https://www.bolbro-brugerhus.example/borgernes-penge";
	hall->view.turnout = (struct hall_turnout){20000, 19999, 0, 1, 19999};
	begin_pot(hall, 0, 0);
	for (int i = 0; i < count; i++)
		add_hard(hall, i);
	hall->result->ballots = 19999;
	for (int kind = 0; kind < 2 && count >= 4; kind++) {
		struct tie *tie = &hall->result->ties[kind];

		add_tie(hall, 0, 101 + 2 * kind, 102 + 2 * kind, 500);
		tie->changes_money = tie->settled = true;
		tie->kind = kind ? DECISION_AGREED : DECISION_LOTS;
	}
	end_pot(hall, 0);
}

void hall_case_tie(struct hall_case *hall, int pot, int count)
{
	int first, end;

	hall->view.phase = PHASE_CLOSED;
	hall->view.result = NULL;
	meeting_pot_range(hall->meeting, pot, &first, &end);
	assert_true(end - first >= count);
	hall->tie = (struct hall_tie){
	    .pot = pot, .votes = 24, .left_minor = 30000 * KRONE};
	hall->tie.count = count;
	for (int i = 0; i < count; i++)
		hall->tie.proposal[i] = end - count + i;
	hall->view.ties = &hall->tie;
	hall->view.tie_count = 1;
}

void hall_case_close(struct hall_case *hall)
{
	meeting_free(hall->meeting);
	free(hall->result);
}

struct ui *hall_window(int width, int height, const char *language)
{
	struct ui_options options = {.title = "test",
				     .window.width_px = width,
				     .window.height_px = height,
				     .fit = true};
	char fonts[PATH_MAX], words[PATH_MAX];
	struct ui *ui = NULL;

	setenv("SDL_VIDEODRIVER", "dummy", 1);
	assert_int_equal(place_find("fonts", fonts, sizeof(fonts)), STATUS_OK);
	assert_int_equal(place_find("lang", words, sizeof(words)), STATUS_OK);
	words_open(words);
	assert_string_equal(words_language(language), language);
	options.fonts = fonts;
	assert_int_equal(ui_open(&options, &ui), STATUS_OK);
	return ui;
}

void hall_frame(struct ui *ui, struct hall_view *view, int page)
{
	view->page = page;
	ui_begin(ui, view->now_ms);
	hall_draw(ui, view);
	ui_end(ui);
}

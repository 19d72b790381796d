#include "tests/lib/hall_case.h"

#include <stdlib.h>
#include <string.h>

#include "tests/lib/ballots.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/display.h"
#include "ui/ui.h"
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
    {8, 15, 4, OUTCOME_FUNDED, 10000, 40000},
    {4, 12, 5, OUTCOME_FUNDED, 5000, 30000},
    {7, 9, 6, OUTCOME_FUNDED, 15000, 25000},
    {9, 6, 7, OUTCOME_TOO_DEAR, 0, 10000},
};

enum {
	LARGE = sizeof(large) / sizeof(large[0]),
	QUICK = sizeof(quick) / sizeof(quick[0]),
	BALLOTS = 43,
	LARGE_BALLOTS = 40, /* the other three are blank there */
	QUICK_BALLOTS = 41,
	HARD_BALLOTS = 300,
	STRIDE = 17, /* shuffles: has no divisor in common with BALLOTS */
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

/* Deals the votes of LINES to the VOTERS ballots from FIRST on, one after
 * another: never two of a proposal to one ballot, as none has more votes than
 * there are voters. */
static void deal(struct hall_case *hall, const struct line *lines, int count,
		 int first, int voters)
{
	int dealt = 0;

	for (int i = 0; i < count; i++) {
		int proposal = meeting_proposal(hall->meeting, lines[i].number);

		assert_true(lines[i].votes <= voters);
		for (int vote = 0; vote < lines[i].votes; vote++, dealt++) {
			int voter = first + dealt % voters;

			hall->ballots[voter * STRIDE % BALLOTS]
			    .value[proposal] = 1;
		}
	}
}

/* Adds HALL's ballots up and shows them as those of the box. */
static void fill_box(struct hall_case *hall, int count)
{
	struct hall_view *view = &hall->view;

	tally_clear(&hall->tally);
	for (int i = 0; i < count; i++) {
		assert_int_equal(ballot_check(hall->meeting, &hall->ballots[i]),
				 STATUS_OK);
		tally_add(&hall->tally, hall->meeting, &hall->ballots[i]);
	}
	view->ballots = hall->ballots;
	view->ballot_count = count;
	view->tally = &hall->tally;
	playback_reset(&view->playback, count);
}

void hall_case_box(struct hall_case *hall, int count, uint64_t seed)
{
	struct random random = bolbro_random(&seed);

	free(hall->ballots);
	hall->ballots = calloc((size_t)count + 1, sizeof(*hall->ballots));
	assert_non_null(hall->ballots);
	for (int i = 0; i < count; i++) {
		for (int pot = 0; pot < hall->meeting->pot_count; pot++) {
			int first, end, most;

			meeting_pot_range(hall->meeting, pot, &first, &end);
			most = hall->meeting->pots[pot].choose_max + 1;
			most =
			    (int)random.below(random.context, (uint32_t)most);
			for (int choice = 0; choice < most && end > first;
			     choice++)
				hall->ballots[i]
				    .value[first +
					   (int)random.below(
					       random.context,
					       (uint32_t)(end - first))] = 1;
		}
	}
	fill_box(hall, count);
}

void hall_case_typed(struct hall_case *hall, int count, uint64_t seed)
{
	struct random random = bolbro_random(&seed);

	free(hall->ballots);
	hall->ballots = calloc((size_t)count + 1, sizeof(*hall->ballots));
	assert_non_null(hall->ballots);
	for (int i = 0; i < count; i++)
		hall->ballots[i] = ballots_draw(&random, hall->meeting);
	fill_box(hall, count);
}

void hall_case_few(struct hall_case *hall)
{
	hall->view.ballots = NULL;
	hall->view.ballot_count = 0;
	playback_reset(&hall->view.playback, 0);
}

void hall_case_paper(struct hall_case *hall, bool stands, int proposal,
		     int difference)
{
	hall->paper = (struct hall_paper){
	    .stands = stands,
	    .ballots = hall->tally.ballots,
	    .reason = stands ? "To sedler var ulæselige for maskinen." : ""};
	for (int i = 0; i < hall->meeting->proposal_count; i++)
		hall->paper.votes[i] = hall->tally.support[i];
	hall->paper.votes[proposal] += difference;
	hall->view.paper = &hall->paper;
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
	    .turnout = {60, BALLOTS, 2, 15, BALLOTS},
	    .digest = "",
	    .images = "",
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
	hall->view.example = hall->result;
	hall->view.example_people = 30;
	if (phase >= PHASE_COUNTED)
		hall->view.result = hall->result;
}

void hall_case_open(struct hall_case *hall, enum phase phase)
{
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
	hall->ballots = calloc(BALLOTS, sizeof(*hall->ballots));
	assert_non_null(hall->ballots);
	deal(hall, large, LARGE, 0, LARGE_BALLOTS);
	deal(hall, quick, QUICK, 1, QUICK_BALLOTS);
	if (phase >= PHASE_CLOSED)
		fill_box(hall, BALLOTS);
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
	hall->view.turnout =
	    (struct hall_turnout){20000, 19999, 0, 1, 19999, 0};
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
	hall_case_box(hall, HARD_BALLOTS, 1);
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
	hall->tie.kind = DECISION_LOTS;
	for (int i = 0; i < count; i++)
		hall->tie.proposal[i] = end - count + i;
	hall->view.ties = &hall->tie;
	hall->view.tie_count = 1;
}

static void agree(struct hall_case *hall, int index, int64_t kroner)
{
	struct award *award = &hall->result->awards[index];

	award->outcome = OUTCOME_AGREED;
	award->votes = 26;
	award->place = 1;
	award->amount_minor = kroner * KRONE;
}

void hall_case_agreed(struct hall_case *hall)
{
	struct result *result = hall->result;
	struct pot_result *sums = &result->pots[1];
	struct step left = result->steps[--result->step_count];

	agree(hall, 0, 60000);
	agree(hall, 1, 40000);
	add_tie(hall, 0, 2, 1, 26);
	result->ties[1].changes_money = result->ties[1].settled = true;
	result->ties[1].kind = DECISION_SPLIT;
	/* The tie is told before its awards. */
	memmove(&result->steps[2], &result->steps[1],
		(size_t)(result->step_count - 2) * sizeof(left));
	result->steps[1] = (struct step){STEP_TIE, 0, -1, 1, -1, 0};
	result->awards[sums->end_award - 1].agreed_minor = sums->left_minor;
	add_step(result, STEP_AGREED, 1)->amount_minor = sums->left_minor;
	result->steps[result->step_count - 1].award = sums->end_award - 1;
	sums->given_minor += sums->left_minor;
	sums->left_minor = 0;
	add_step(result, STEP_LEFT, 1);
}

/* Puts a step of KIND about POT before step AT. */
static void insert_step(struct result *result, int at, enum step_kind kind,
			int pot)
{
	memmove(&result->steps[at + 1], &result->steps[at],
		(size_t)(result->step_count++ - at) * sizeof(*result->steps));
	result->steps[at] = (struct step){
	    .kind = kind, .pot = pot, .award = -1, .tie = -1, .other = -1};
}

void hall_case_shares(struct hall_case *hall)
{
	struct result *result = hall->result;
	struct pot_result *sums = &result->pots[1];
	struct award *last = NULL;
	int at = 0;

	hall->meeting->pots[1].rule = "equal-shares";
	sums->share_minor = 2999 * KRONE;
	sums->share_exactly = true;
	sums->ballots = hall->result->ballots;
	for (int i = sums->first_award; i < sums->end_award; i++) {
		struct award *award = &result->awards[i];

		if (award->outcome == OUTCOME_TOO_DEAR)
			award->outcome = OUTCOME_SHARES;
		if (award->outcome != OUTCOME_FUNDED)
			continue;
		last = award;
		award->backers = award->votes;
		award->emptied = award->votes / 3;
		award->pays_minor = 123456;
	}
	assert_non_null(last);
	last->backers = last->emptied = 0;
	last->completed = true;
	while (result->steps[at].kind != STEP_POT || result->steps[at].pot != 1)
		at++;
	insert_step(result, at + 1, STEP_SHARE, 1);
	while (result->steps[at].award < 0 ||
	       &result->awards[result->steps[at].award] != last)
		at++;
	insert_step(result, at, STEP_COMPLETE, 1);
	result->steps[at].amount_minor = last->left_before_minor;
}

void hall_case_funds(struct hall_case *hall)
{
	static const struct fund funds[] = {
	    {.title = {{"Folkets Fond", "The People's Fund"}},
	     .text = {{"Til foreninger, der gør noget for børn og unge.",
		       "For groups that do something for the young."}},
	     .amount = "op til 50.000 kr.",
	     .deadline = "1. marts",
	     .url = "https://folkets-fond.example"},
	    {.title = {{"Odense Kommune, § 18", "The city, section 18"}},
	     .text = {{"Til frivilligt socialt arbejde. Du kan få hjælp til "
		       "ansøgningen i Brugerhuset.",
		       "For voluntary social work. You can get help with the "
		       "application."}},
	     .amount = "",
	     .deadline = "15. oktober",
	     .url = ""},
	};
	enum { FUNDS = sizeof(funds) / sizeof(funds[0]) };

	memcpy(hall->meeting->funds, funds, sizeof(funds));
	hall->meeting->fund_count = FUNDS;
	hall->missing[1] = (struct hall_missing){6, 100000 * KRONE};
	hall->missing[2] = (struct hall_missing){15, 50000 * KRONE};
	hall->missing[9] = (struct hall_missing){4, 15000 * KRONE};
	hall->view.missing = hall->missing;
}

void hall_case_close(struct hall_case *hall)
{
	meeting_free(hall->meeting);
	free(hall->result);
	free(hall->ballots);
}

struct ui *hall_window(int width, int height, const char *language)
{
	struct ui *ui = display_window((struct ui_options){
	    .window.width_px = width, .window.height_px = height, .fit = true});

	assert_string_equal(words_language(language), language);
	return ui;
}

void hall_frame(struct ui *ui, struct hall_view *view, int page)
{
	view->page = page;
	ui_begin(ui, view->now_ms);
	hall_draw(ui, view);
	ui_end(ui);
}

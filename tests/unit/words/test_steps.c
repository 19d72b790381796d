/* Every step of a count as a sentence, in Danish and in English. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/words_build.h"

#include "words/steps.h"
#include "words/words.h"

enum { DANISH, ENGLISH };

/* A meeting whose quick pool has room for every outcome. */
struct room {
	struct meeting *meeting;
	struct result *result;
};

static int room_open(void **state)
{
	struct room *room = calloc(1, sizeof(*room));

	assert_non_null(room);
	room->meeting = bolbro_new();
	room->result = calloc(1, sizeof(*room->result));
	assert_true(room->meeting && room->result);
	room->result->ballots = 98;
	*state = room;
	return 0;
}

static int room_close(void **state)
{
	struct room *room = *state;

	meeting_free(room->meeting);
	free(room->result);
	free(room);
	return 0;
}

/* "kr." in these tests stands for a no-break space before it. */
static void blanks_plain(char *text)
{
	for (char *at; (at = strstr(text, "\u00a0"));) {
		*at = ' ';
		memmove(at + 1, at + 2, strlen(at + 2) + 1);
	}
}

static void said(struct room *room, const struct step *step, const char *danish,
		 const char *english)
{
	char text[STEP_TEXT];

	words_language("da");
	step_sentence(room->meeting, room->result, step, DANISH, text);
	blanks_plain(text);
	assert_string_equal(text, danish);
	words_language("en");
	step_sentence(room->meeting, room->result, step, ENGLISH, text);
	blanks_plain(text);
	assert_string_equal(text, english);
}

static void award_said(struct room *room, struct award award,
		       const char *danish, const char *english)
{
	const struct step step = {.kind = STEP_AWARD};

	room->result->awards[0] = award;
	said(room, &step, danish, english);
}

static void pot_and_its_money_are_said(void **state)
{
	struct step step = {.kind = STEP_POT, .pot = 1, .other = -1};

	step.amount_minor = 10000000;
	said(*state, &step, "Hurtigpulje: Der er 100.000 kr. at dele ud.",
	     "Quick pool: there is 100,000 kr. to give away.");
	step.kind = STEP_LEFT;
	said(*state, &step, "Hurtigpulje: Der er 100.000 kr. tilbage.",
	     "Quick pool: 100,000 kr. is left.");
	step.amount_minor = 0;
	said(*state, &step, "Hurtigpulje: Alle pengene er delt ud.",
	     "Quick pool: all the money is given away.");
}

static void moved_money_is_said_on_both_sides(void **state)
{
	struct step step = {.kind = STEP_MOVED, .pot = 1, .other = 0};

	step.amount_minor = 1200000;
	said(*state, &step,
	     "Hurtigpulje: Der kommer 12.000 kr. oveni, som var tilbage i "
	     "Store forslag.",
	     "Quick pool: 12,000 kr. comes on top, left over from Large "
	     "proposals.");
	step = (struct step){.kind = STEP_MOVES_TO, .pot = 0, .other = 1};
	step.amount_minor = 1200000;
	said(*state, &step,
	     "Store forslag: Resten, 12.000 kr., går videre til Hurtigpulje.",
	     "Large proposals: the 12,000 kr. that is left goes on to Quick "
	     "pool.");
}

static void money_given_is_said(void **state)
{
	award_said(*state,
		   (struct award){.proposal = 4,
				  .votes = 31,
				  .place = 2,
				  .outcome = OUTCOME_FUNDED,
				  .amount_minor = 2500000,
				  .left_before_minor = 4800000},
		   "2. plads: 5 Fælles grillplads, 31 stemmer, koster 25.000 "
		   "kr. Der er 48.000 kr. tilbage: får pengene.",
		   "Place 2: 5 Shared barbecue place, 31 votes, costs 25,000 "
		   "kr. There is 48,000 kr. left: it gets the money.");
	award_said(*state,
		   (struct award){.proposal = 4,
				  .votes = 1,
				  .place = 2,
				  .outcome = OUTCOME_PART,
				  .amount_minor = 1800050,
				  .left_before_minor = 1800050},
		   "2. plads: 5 Fælles grillplads, 1 stemme, koster 25.000 kr. "
		   "Der er 18.000,50 kr. tilbage: får det hele.",
		   "Place 2: 5 Shared barbecue place, 1 vote, costs 25,000 kr. "
		   "There is 18,000.50 kr. left: it gets all of that.");
}

/* 41 supporters who pay alike, three of whom have less left; and points. */
static void who_pays_how_much_is_said_under_equal_shares(void **state)
{
	struct room *room = *state;
	struct pot *pot = &room->meeting->pots[1];
	struct award award = {.proposal = 4,
			      .votes = 41,
			      .place = 1,
			      .outcome = OUTCOME_FUNDED,
			      .left_before_minor = 4800000,
			      .backers = 41,
			      .emptied = 3,
			      .pays_minor = 61047};

	pot->rule = "equal-shares";
	award_said(
	    room, award,
	    "1. plads: 5 Fælles grillplads, 41 stemmer, koster 25.000 "
	    "kr. 38, der støtter det, betaler hver ca. 610,47 kr. 3, der "
	    "støtter det, betaler alt, hvad deres stemmesedler har.",
	    "Place 1: 5 Shared barbecue place, 41 votes, costs 25,000 "
	    "kr. 38 supporters each pay about 610.47 kr. 3 supporters "
	    "pay all that their ballots have.");
	award.emptied = 40;
	award.pays_minor = 61000;
	award.pays_exactly = true;
	pot->ballot_type = BALLOT_POINTS;
	award_said(room, award,
		   "1. plads: 5 Fælles grillplads, 41 point, koster 25.000 "
		   "kr. 1, der støtter det, betaler 610 kr. for hvert point. "
		   "40, der støtter det, betaler alt, hvad deres stemmesedler "
		   "har.",
		   "Place 1: 5 Shared barbecue place, 41 points, costs 25,000 "
		   "kr. 1 supporter pays 610 kr. for each point. 40 supporters "
		   "pay all that their ballots have.");
	pot->ballot_type = BALLOT_APPROVAL;
	award.completed = true;
	award_said(room, award,
		   "1. plads: 5 Fælles grillplads, 41 stemmer, koster 25.000 "
		   "kr. Der er 48.000 kr. tilbage: får pengene.",
		   "Place 1: 5 Shared barbecue place, 41 votes, costs 25,000 "
		   "kr. There is 48,000 kr. left: it gets the money.");
	award.completed = false;
	pot->rule = "phragmen";
	award.emptied = 41;
	award_said(room, award,
		   "1. plads: 5 Fælles grillplads, 41 stemmer, koster 25.000 "
		   "kr. 41, der støtter det, betaler alt, hvad deres "
		   "stemmesedler har.",
		   "Place 1: 5 Shared barbecue place, 41 votes, costs 25,000 "
		   "kr. 41 supporters pay all that their ballots have.");
}

/* 100 kr. on three ballots are 33.33 and a third each: no more than that. */
static void a_share_is_said_and_whether_it_was_raised(void **state)
{
	struct room *room = *state;
	struct pot_result *pot = &room->result->pots[1];
	const struct step step = {.kind = STEP_SHARE, .pot = 1, .other = -1};

	*pot = (struct pot_result){
	    .money_minor = 10000, .ballots = 3, .share_minor = 3333};
	said(room, &step,
	     "Hurtigpulje: hver stemmeseddel har ca. 33,33 kr. at bruge.",
	     "Quick pool: every ballot has about 33.33 kr. to spend.");
	pot->share_minor = 3400;
	pot->share_exactly = true;
	said(room, &step,
	     "Hurtigpulje: hver stemmeseddel har 34 kr. at bruge. Det er mere "
	     "end en lige del: det hele bliver ikke brugt, så delen er hævet, "
	     "så langt pengene rækker.",
	     "Quick pool: every ballot has 34 kr. to spend. That is more than "
	     "an even share: not all of it is spent, so it was raised as far "
	     "as the money goes.");
}

static void too_dear_says_what_is_missing(void **state)
{
	struct room *room = *state;
	const struct award award = {.proposal = 1,
				    .votes = 31,
				    .place = 2,
				    .outcome = OUTCOME_TOO_DEAR,
				    .left_before_minor = 4800000};

	room->meeting->proposals[1].cost_minor = 7845000;
	award_said(room, award,
		   "2. plads: 2 Bevægelsespark for alle, 31 stemmer, koster "
		   "78.450 kr. Der er 48.000 kr. tilbage: springes over. Der "
		   "mangler 30.450 kr.",
		   "Place 2: 2 Movement park for all, 31 votes, costs 78,450 "
		   "kr. There is 48,000 kr. left: skipped. It lacks 30,450 "
		   "kr.");
	room->meeting->pots[0].misfit = MISFIT_STOP;
	award_said(room, award,
		   "2. plads: 2 Bevægelsespark for alle, 31 stemmer, koster "
		   "78.450 kr. Der er 48.000 kr. tilbage: optællingen stopper "
		   "her. Der mangler 30.450 kr.",
		   "Place 2: 2 Movement park for all, 31 votes, costs 78,450 "
		   "kr. There is 48,000 kr. left: the count stops here. It "
		   "lacks 30,450 kr.");
}

static void limit_that_was_missed_is_said(void **state)
{
	struct room *room = *state;
	struct award award = {
	    .proposal = 3, .votes = 3, .place = 9, .outcome = OUTCOME_BELOW};

	room->meeting->pots[1].threshold_votes = 8;
	award_said(room, award,
		   "9. plads: 4 Legetøj til deling, 3 stemmer, koster 5.000 "
		   "kr. Grænsen er 8 stemmer.",
		   "Place 9: 4 Toys to share, 3 votes, costs 5,000 kr. The "
		   "limit is 8 votes.");
	/* 10 % of 98 ballots: 9 are too few, 10 are enough. */
	room->meeting->pots[1].threshold_percent = 10;
	award_said(room, award,
		   "9. plads: 4 Legetøj til deling, 3 stemmer, koster 5.000 "
		   "kr. Grænsen er 10 stemmer: 10 % af alle, der har stemt.",
		   "Place 9: 4 Toys to share, 3 votes, costs 5,000 kr. The "
		   "limit is 10 votes: 10 % of the ballots.");
	award.votes = 0;
	award_said(room, award,
		   "9. plads: 4 Legetøj til deling, 0 stemmer, koster 5.000 "
		   "kr. Ingen har valgt det.",
		   "Place 9: 4 Toys to share, 0 votes, costs 5,000 kr. Nobody "
		   "chose it.");
}

static void why_others_get_nothing_is_said(void **state)
{
	struct award award = {.proposal = 3,
			      .votes = 3,
			      .place = 9,
			      .outcome = OUTCOME_AFTER_STOP};

	award_said(*state, award,
		   "9. plads: 4 Legetøj til deling, 3 stemmer, koster 5.000 "
		   "kr. Optællingen var stoppet: får ikke penge.",
		   "Place 9: 4 Toys to share, 3 votes, costs 5,000 kr. The "
		   "count had stopped: it gets no money.");
	award.outcome = OUTCOME_EXCLUDED;
	award.because = 6;
	award_said(*state, award,
		   "9. plads: 4 Legetøj til deling, 3 stemmer, koster 5.000 "
		   "kr. Kan ikke gives sammen med 7 Bænke langs stien, som får "
		   "penge.",
		   "Place 9: 4 Toys to share, 3 votes, costs 5,000 kr. It "
		   "cannot be combined with 7 Benches along the path, which "
		   "gets money.");
	award.outcome = OUTCOME_UNDECIDED;
	award_said(*state, award,
		   "9. plads: 4 Legetøj til deling, 3 stemmer, koster 5.000 "
		   "kr. Venter på, at stemmeligheden bliver afgjort.",
		   "Place 9: 4 Toys to share, 3 votes, costs 5,000 kr. It "
		   "waits until the tie is settled.");
}

static void ties_are_said(void **state)
{
	struct room *room = *state;
	struct tie *tie = &room->result->ties[0];
	const struct step step = {.kind = STEP_TIE, .award = -1, .other = -1};

	*tie = (struct tie){.votes = 12, .count = 2, .proposal = {3, 5}};
	said(room, &step,
	     "Forslag 4 og 6 har begge 12 stemmer. Det ændrer ikke pengene.",
	     "Proposals 4 and 6 both have 12 votes. That does not change the "
	     "money.");
	tie->changes_money = true;
	said(room, &step,
	     "Forslag 4 og 6 har begge 12 stemmer. Lodtrækning afgør, hvem der "
	     "får penge.",
	     "Proposals 4 and 6 both have 12 votes. Drawing lots decides who "
	     "gets money.");
	*tie = (struct tie){.votes = 1,
			    .count = 3,
			    .proposal = {5, 3, 6},
			    .changes_money = true,
			    .settled = true,
			    .kind = DECISION_LOTS};
	said(room, &step,
	     "Forslag 6, 4 og 7 har hver 1 stemme. Lodtrækningen gav "
	     "rækkefølgen 6, 4, 7.",
	     "Proposals 6, 4 and 7 have 1 vote each. Lots were drawn and gave "
	     "the order 6, 4, 7.");
	tie->kind = DECISION_AGREED;
	said(room, &step,
	     "Forslag 6, 4 og 7 har hver 1 stemme. Salen blev enig om "
	     "rækkefølgen 6, 4, 7.",
	     "Proposals 6, 4 and 7 have 1 vote each. The room agreed on the "
	     "order 6, 4, 7.");
}

static void what_the_room_agreed_on_is_said(void **state)
{
	struct room *room = *state;
	struct award award = {.proposal = 3,
			      .votes = 17,
			      .place = 3,
			      .outcome = OUTCOME_AGREED,
			      .amount_minor = 1387200,
			      .left_before_minor = 2774400};
	struct step step = {.kind = STEP_AGREED,
			    .pot = 1,
			    .tie = -1,
			    .other = -1,
			    .amount_minor = 400050};

	room->result->ties[0] = (struct tie){.votes = 17,
					     .count = 2,
					     .proposal = {3, 5},
					     .changes_money = true,
					     .settled = true,
					     .kind = DECISION_SPLIT};
	said(room, &(struct step){.kind = STEP_TIE, .award = -1, .other = -1},
	     "Forslag 4 og 6 har begge 17 stemmer. Salen blev enig om, hvordan "
	     "de deler pengene.",
	     "Proposals 4 and 6 both have 17 votes. The room agreed how they "
	     "share the money.");
	award_said(room, award,
		   "3. plads: 4 Legetøj til deling, 17 stemmer, koster 5.000 "
		   "kr. Salen blev enig om 13.872 kr.",
		   "Place 3: 4 Toys to share, 17 votes, costs 5,000 kr. The "
		   "room agreed on 13,872 kr.");
	award.amount_minor = 0;
	award_said(room, award,
		   "3. plads: 4 Legetøj til deling, 17 stemmer, koster 5.000 "
		   "kr. Salen blev enig om, at det ikke får penge.",
		   "Place 3: 4 Toys to share, 17 votes, costs 5,000 kr. The "
		   "room agreed: it gets no money.");
	said(room, &step,
	     "Salen blev enig: Af resten får 4 Legetøj til deling 4.000,50 "
	     "kr.",
	     "The room agreed: of what is left, 4 Toys to share gets 4,000.50 "
	     "kr.");
	room->result->pots[1].left_unused = true;
	step.kind = STEP_LEFT;
	said(room, &step,
	     "Hurtigpulje: Der er 4.000,50 kr. tilbage. Det, salen blev enig "
	     "om, passer ikke og bliver ikke brugt.",
	     "Quick pool: 4,000.50 kr. is left. What the room agreed about it "
	     "does not fit: not used.");
	/* Only what is left is told of so. */
	step.kind = STEP_POT;
	said(room, &step, "Hurtigpulje: Der er 4.000,50 kr. at dele ud.",
	     "Quick pool: there is 4,000.50 kr. to give away.");
}

static void numbers_of_a_tie_stay_on_one_line(void **state)
{
	struct room *room = *state;
	struct tie tie = {.count = 3, .proposal = {5, 3, 6}};
	char text[STEP_LIST];

	words_language("da");
	tie_list(room->meeting, &tie, false, text);
	assert_string_equal(text, "6,\u00a04\u00a0og\u00a07");
	tie_list(room->meeting, &tie, true, text);
	assert_string_equal(text, "6,\u00a04,\u00a07");
	/* So many may be broken: a line has no room for them all. */
	tie.count = MEETING_PROPOSALS;
	for (int i = 0; i < MEETING_PROPOSALS; i++)
		tie.proposal[i] = i % 7;
	tie_list(room->meeting, &tie, true, text);
	assert_null(strstr(text, "\u00a0"));
	assert_non_null(strchr(text, ' '));
}

/* Whether TEXT is whole UTF-8 characters. */
static bool utf8_whole(const char *text)
{
	while (*text) {
		unsigned char lead = (unsigned char)*text++;
		int more = lead >= 0xf0	  ? 3
			   : lead >= 0xe0 ? 2
			   : lead >= 0xc0 ? 1
					  : 0;

		if ((lead & 0xc0) == 0x80)
			return false;
		while (more-- > 0)
			if (((unsigned char)*text++ & 0xc0) != 0x80)
				return false;
	}
	return true;
}

static void longest_titles_and_ties_are_cut_at_a_character(void **state)
{
	struct room *room = *state;
	struct meeting *meeting = room->meeting;
	struct step step = {.kind = STEP_TIE, .award = -1, .other = -1};
	char title[1200] = "", text[STEP_TEXT];

	words_language("da");
	for (int i = 0; i < MEETING_PROPOSALS; i++) {
		meeting->proposals[i].number = 800 + i;
		room->result->ties[0].proposal[i] = i;
	}
	room->result->ties[0].count = MEETING_PROPOSALS;
	step_sentence(meeting, room->result, &step, DANISH, text);
	assert_non_null(strstr(text, "800, 801, "));
	assert_non_null(strstr(text, " … har hver 0 stemmer."));
	for (int cut = 0; cut < 3; cut++) {
		strcpy(title, cut == 0 ? "" : cut == 1 ? "x" : "xx");
		while (strlen(title) < sizeof(title) - 8)
			strcat(title, "€");
		meeting->pots[0].title.in[DANISH] = title;
		meeting->proposals[0].title.in[DANISH] = title;
		for (int kind = 0; kind <= STEP_COMPLETE; kind++) {
			step.kind = (enum step_kind)kind;
			step.award = step.tie = step.other = 0;
			step_sentence(meeting, room->result, &step, DANISH,
				      text);
			assert_true(utf8_whole(text));
			if (kind != STEP_TIE)
				assert_non_null(strstr(text, "€€…"));
		}
	}
}

/* Whether TEXT holds what a forgotten or wrong argument leaves behind. */
static bool unfilled(const char *text)
{
	for (const char *at = text; (at = strchr(at, '%')); at++)
		if (at == text || (at[1] && at[1] != ' '))
			return true;
	return strstr(text, "(null)") || strstr(text, "kr..") ||
	       strchr(text, '$') || strstr(text, "  ") || !*text;
}

/* STEP in both languages: filled in, and the Danish none of the English. */
static void step_filled(struct room *room, const struct step *step)
{
	char danish[STEP_TEXT], english[STEP_TEXT];

	words_language("da");
	step_sentence(room->meeting, room->result, step, DANISH, danish);
	words_language("en");
	step_sentence(room->meeting, room->result, step, DANISH, english);
	assert_false(unfilled(danish));
	assert_false(unfilled(english));
	for (char *word = strtok(english, " "); word;
	     word = strtok(NULL, " ")) {
		static const char *const tells[] = {
		    "votes", "vote",  "costs", "There", "there", "gets",
		    "money", "order", "left",  "count", "The",	 "limit"};

		for (size_t i = 0; i < sizeof(tells) / sizeof(tells[0]); i++)
			if (strncmp(word, tells[i], strlen(tells[i])) == 0)
				assert_null(strstr(danish, tells[i]));
	}
}

static void every_outcome_and_step_is_filled_in_and_danish(void **state)
{
	struct room *room = *state;
	struct award *award = &room->result->awards[0];
	struct tie *tie = &room->result->ties[0];
	struct step step = {.pot = 1};

	for (int outcome = 0; outcome <= OUTCOME_OUTWEIGHED; outcome++) {
		const char *text =
		    outcome_text((enum outcome)outcome, BALLOT_APPROVAL);

		words_language("da");
		assert_string_not_equal(words_get(text), text);
		for (int votes = 0; votes < 3; votes++) {
			*award = (struct award){
			    .outcome = (enum outcome)outcome, .votes = votes};
			step.kind = STEP_AWARD;
			step_filled(room, &step);
		}
	}
	for (int rule = 0; rule < 3 * 2; rule++) {
		static const char *const rules[] = {"equal-shares", "phragmen",
						    "knapsack"};

		for (int pot = 0; pot < 2; pot++)
			room->meeting->pots[pot].rule = rules[rule / 2];
		*award = (struct award){.outcome = OUTCOME_FUNDED,
					.backers = 2 * (rule % 2),
					.emptied = rule % 2};
		step.kind = STEP_AWARD;
		step_filled(room, &step);
		*tie = (struct tie){.count = 2, .proposal = {1, 2}};
		step.kind = STEP_TIE;
		step_filled(room, &step);
	}
	for (int pot = 0; pot < 2; pot++)
		room->meeting->pots[pot].rule = "greedy";
	for (int i = 0; i < 16 * DECISION_LEFT; i++) {
		*tie = (struct tie){.count = 2 + (i & 1),
				    .votes = 1 + (i >> 1 & 1),
				    .changes_money = i >> 2 & 1,
				    .settled = (i >> 2 & 1) && (i >> 3 & 1),
				    .kind = (enum decision_kind)(i >> 4),
				    .proposal = {1, 2, 3}};
		step.kind = STEP_TIE;
		step_filled(room, &step);
	}
	for (int kind = 0; kind <= STEP_COMPLETE; kind++) {
		step.kind = (enum step_kind)kind;
		step.amount_minor = kind % 2 ? 0 : 100;
		step_filled(room, &step);
	}
}

int main(void)
{
#define IN_ROOM(test)                                                          \
	cmocka_unit_test_setup_teardown(test, room_open, room_close)
	const struct CMUnitTest tests[] = {
	    IN_ROOM(pot_and_its_money_are_said),
	    IN_ROOM(moved_money_is_said_on_both_sides),
	    IN_ROOM(money_given_is_said),
	    IN_ROOM(who_pays_how_much_is_said_under_equal_shares),
	    IN_ROOM(a_share_is_said_and_whether_it_was_raised),
	    IN_ROOM(too_dear_says_what_is_missing),
	    IN_ROOM(limit_that_was_missed_is_said),
	    IN_ROOM(why_others_get_nothing_is_said),
	    IN_ROOM(ties_are_said),
	    IN_ROOM(what_the_room_agreed_on_is_said),
	    IN_ROOM(numbers_of_a_tie_stay_on_one_line),
	    IN_ROOM(longest_titles_and_ties_are_cut_at_a_character),
	    IN_ROOM(every_outcome_and_step_is_filled_in_and_danish),
	};

	return cmocka_run_group_tests(tests, words_build_open, NULL);
}

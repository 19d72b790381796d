/* `stemmeboks rules`: how the money will be given, with an example. */
#include "tests/lib/cmocka_all.h"

#include <jansson.h>

#include "rules/count.h"
#include "tests/lib/any_pot.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/tools_pdf.h"
#include "tests/lib/tools_run.h"
#include "tools/card/card.h"
#include "counting/card_example.h"
#include "tools/paper/paper_card.h"
#include "words/words.h"

enum { MEETINGS = 40 };

#define MARGIN_MM 15.0

/* Both of Bolbro's pots with ballots of TYPE. */
static struct meeting *meeting_of(enum ballot_type type)
{
	struct meeting *meeting = bolbro_new();

	assert_non_null(meeting);
	for (int i = 0; i < meeting->pot_count; i++) {
		struct pot *pot = &meeting->pots[i];
		int first, end;

		meeting_pot_range(meeting, i, &first, &end);
		pot->ballot_type = type;
		if (type == BALLOT_POINTS) {
			pot->points = 10;
			pot->value_most = 6;
		}
		if (type == BALLOT_SCORE) {
			pot->value_most = 5;
			pot->score_all = true;
			pot->choose_max = end - first;
		}
	}
	return meeting;
}

static void words_begin(void)
{
	const char *build = getenv("STEMMEBOKS_BUILD");
	char *folder = NULL;

	assert_true(asprintf(&folder, "%s/lang", build ? build : "build") > 0);
	words_open(folder);
	words_language("en");
	free(folder);
}

static struct card *carded(const struct meeting *meeting, int language,
			   const char *code)
{
	struct card *card = NULL;

	assert_int_equal(card_new(meeting, language, code, &card), STATUS_OK);
	return card;
}

static int lines_of(const struct card *card, enum card_kind kind)
{
	int count = 0;

	for (int i = 0; i < card->count; i++)
		count += card->lines[i].kind == kind;
	return count;
}

static bool says(const struct card *card, const char *text)
{
	for (int i = 0; i < card->count; i++)
		if (strstr(card->lines[i].text, text))
			return true;
	return false;
}

static void expect_says(const struct card *card, const char *text)
{
	if (says(card, text))
		return;
	for (int i = 0; i < card->count; i++)
		print_error("%s\n", card->lines[i].text);
	fail_msg("does not say: %s", text);
}

/* What each type's card must say, in English and Danish. */
static const char *const voting[BALLOT_TYPE_COUNT][2] = {
    [BALLOT_APPROVAL] = {"A slip may choose up to 2 proposals, or none.",
			 "En stemmeseddel kan vælge op til 2 forslag"},
    [BALLOT_KNAPSACK] = {"as long as the money of the pot lasts",
			 "så længe puljens penge rækker"},
    [BALLOT_POINTS] = {"Each has 10 points to share out.", "10 point"},
    [BALLOT_SCORE] = {"a score from 0 to 5", "0 til 5"},
    [BALLOT_RANK] = {"Each puts up to 2 proposals in order", "op til 2"},
};

static void every_ballot_type_has_its_card_in_danish_and_english(void **state)
{
	(void)state;
	words_begin();
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++) {
		struct meeting *meeting = meeting_of((enum ballot_type)type);

		for (int language = 0; language < 2; language++) {
			const bool danish = language == 0;
			struct card *card =
			    carded(meeting, language, "K7Q2-9XPA");

			assert_int_equal(card->lines[0].kind, CARD_TITLE);
			assert_int_equal(lines_of(card, CARD_POT), 2);
			assert_int_equal(lines_of(card, CARD_EXAMPLE), 2);
			assert_true(lines_of(card, CARD_STEP) >= 6);
			expect_says(card, voting[type][danish]);
			expect_says(card, "K7Q2-9XPA");
			expect_says(card, danish ? "Store forslag: 100.000"
						 : "Large proposals: 100,000");
			expect_says(card, danish ? "Stemmelighed" : "Ties");
			expect_says(card, danish ? "Byhaver bag blok 4"
						 : "Allotments behind block 4");
			card_free(card);
		}
		meeting_free(meeting);
	}
	assert_string_equal(words_language(NULL), "en");
}

static void what_was_adopted_is_what_is_said(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct card *card;

	(void)state;
	words_begin();
	meeting->live = LIVE_BATCHES;
	meeting->live_batch = 7;
	meeting->pots[0].misfit = MISFIT_STOP;
	meeting->pots[0].leftover_to = 1;
	meeting->pots[0].threshold_votes = 3;
	meeting->pots[1].misfit = MISFIT_PART;
	meeting->proposals[4].accepts_partial = true;
	meeting->proposals[4].min_cost_minor = 900000;
	meeting->proposals[5].incompatible_count = 1;
	meeting->proposals[5].incompatible[0] = 9;
	card = carded(meeting, 1, NULL);
	expect_says(card, "Draft: these rules are not adopted yet.");
	assert_false(says(card, "Code of the rules"));
	expect_says(card, "random batches of 7");
	expect_says(card, "The first that costs too much ends the count.");
	expect_says(card, "What is left goes on to: Quick pool");
	expect_says(card, "A proposal needs at least 3 votes.");
	expect_says(card, "Proposal 5 can make do with 9,000");
	expect_says(card, "Only one of proposals 6 and 9 can get money.");
	expect_says(card, "Voting is to close at 20:30");
	card_free(card);
	meeting->live = LIVE_OFF;
	card = carded(meeting, 1, "K7Q2-9XPA");
	expect_says(card, "The big screen shows no numbers.");
	assert_false(says(card, "Draft"));
	card_free(card);
	meeting_free(meeting);
}

/* By what equal shares and phragmen go stands on the card, whether the meeting
 * says it or leaves it open. */
static void what_a_rule_goes_by_is_said_even_where_nothing_was(void **state)
{
	static const struct {
		const char *rule, *utility, *completion;
		enum ballot_type type;
		int score_least;
		const char *says[3];
	} cases[] = {
	    {"equal-shares",
	     NULL,
	     NULL,
	     BALLOT_APPROVAL,
	     0,
	     {"of which each supporter pays the smallest part",
	      "raised by one krone at a time",
	      "What they cannot buy goes to those with most support"}},
	    {"equal-shares",
	     "count",
	     "none",
	     BALLOT_APPROVAL,
	     0,
	     {"that costs each supporter least", "is left over", "share"}},
	    {"equal-shares",
	     "cost",
	     "add1",
	     BALLOT_POINTS,
	     0,
	     {"the smallest part for each point", "one krone at a time",
	      "money would not last."}},
	    {"equal-shares",
	     "count",
	     "greedy",
	     BALLOT_SCORE,
	     1,
	     {"costs them least for each point",
	      "The lowest score, 1, is no support",
	      "goes to those with most support, as long as"}},
	    {"phragmen",
	     NULL,
	     NULL,
	     BALLOT_SCORE,
	     0,
	     {"a score of 4 or more supports it", "saves up money",
	      "costs more than is left is skipped"}},
	    {"phragmen",
	     NULL,
	     NULL,
	     BALLOT_RANK,
	     0,
	     {"one as much as the other", "saves up money", "skipped"}},
	};

	(void)state;
	words_begin();
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct meeting *meeting = meeting_of(cases[i].type);
		struct pot *pot = &meeting->pots[0];
		struct card *card;

		pot->rule = cases[i].rule;
		pot->utility = cases[i].utility;
		pot->completion = cases[i].completion;
		pot->score_least = cases[i].score_least;
		pot->support_from = 4;
		card = carded(meeting, 1, NULL);
		for (int k = 0; k < 3; k++)
			expect_says(card, cases[i].says[k]);
		card_free(card);
		meeting_free(meeting);
	}
}

/* Of any meeting: its ballots are such as may be cast, and the example is what
 * the rules make of just these. */
static void the_example_is_counted_from_its_ballots(void **state)
{
	uint64_t seed = 41;
	struct random random = bolbro_random(&seed);
	int filled = 0;

	(void)state;
	for (int i = 0; i < MEETINGS; i++) {
		struct meeting *meeting = bolbro_new();
		struct card_example *example = NULL, *again = NULL;
		struct result *result = calloc(1, sizeof(*result));
		struct tally tally;

		for (int pot = 0; pot < meeting->pot_count; pot++)
			any_pot_draw(meeting, pot, &random);
		assert_int_equal(card_example_new(meeting, &example),
				 STATUS_OK);
		tally_clear(&tally);
		for (int k = 0; k < EXAMPLE_BALLOTS; k++) {
			assert_int_equal(
			    ballot_check(meeting, &example->ballots[k]),
			    STATUS_OK);
			filled += !ballot_blank(meeting, &example->ballots[k]);
			tally_add(&tally, meeting, &example->ballots[k]);
		}
		count_meeting(meeting, &tally, NULL, NULL, 0, result);
		assert_int_equal(result->step_count,
				 example->result.step_count);
		for (int k = 0; k < meeting->proposal_count; k++) {
			assert_int_equal(result->awards[k].proposal,
					 example->result.awards[k].proposal);
			assert_int_equal(
			    result->awards[k].amount_minor,
			    example->result.awards[k].amount_minor);
		}
		assert_int_equal(card_example_new(meeting, &again), STATUS_OK);
		assert_memory_equal(again->ballots, example->ballots,
				    sizeof(again->ballots));
		free(again);
		free(example);
		free(result);
		meeting_free(meeting);
	}
	assert_true(filled > MEETINGS * EXAMPLE_BALLOTS / 2);
}

/* Bolbro's three large proposals cost all there is, or half of it: one at least
 * gets money and one does not. */
static void the_example_shows_money_and_what_does_not_fit(void **state)
{
	struct meeting *meeting = bolbro_new();
	struct card_example *example = NULL;
	bool funded = false, dear = false;

	(void)state;
	assert_int_equal(card_example_new(meeting, &example), STATUS_OK);
	assert_false(example->result.stopped);
	for (int i = 0; i < 3; i++) {
		funded |= example->result.awards[i].outcome == OUTCOME_FUNDED;
		dear |= example->result.awards[i].outcome == OUTCOME_TOO_DEAR;
	}
	assert_true(funded && dear);
	free(example);
	meeting_free(meeting);
}

static void the_sheet_holds_every_line_and_is_laid_out(void **state)
{
	(void)state;
	words_begin();
	for (int type = 0; type < BALLOT_TYPE_COUNT; type++)
		for (int language = 0; language < 2; language++) {
			struct meeting *meeting =
			    meeting_of((enum ballot_type)type);
			struct card *card =
			    carded(meeting, language, "K7Q2-9XPA");
			const struct card_print print = {
			    meeting, card, language, type % 2 == 1};
			struct pdf pdf;
			int pages = 0;
			char *text;

			pdf_make(&pdf, paper_card(&print, out, &pages));
			assert_int_equal(pdf_pages(&pdf), pages);
			assert_in_range(pages, 1, 3);
			expect_laid_out(&pdf, MARGIN_MM);
			expect_fonts(&pdf);
			text = pdf_text(&pdf);
			for (int i = 0; i < card->count; i++)
				expect_in(text, card->lines[i].text);
			free(text);
			pdf_free(&pdf);
			card_free(card);
			meeting_free(meeting);
		}
}

static void expect_said(int code, const char *said, const char *const *words)
{
	struct run run = run_words(words);

	if (run.code != code ||
	    (!strstr(run.out, said) && !strstr(run.err, said)))
		fail_msg("exit code %d\n%s%s", run.code, run.out, run.err);
	run_free(&run);
}

#define SAID(code, said, ...)                                                  \
	expect_said(code, said, (const char *const[]){__VA_ARGS__, NULL})

static void a_folder_and_a_file_have_a_card(void **state)
{
	char *folder = disk_folder();
	char *meeting = disk_path(folder, "m.stemmeboks");
	char *pdf = disk_path(folder, "card.pdf");
	struct run run;
	json_t *json;

	(void)state;
	words_begin();
	SAID(0, "Draft: these rules", "rules", "assets/template", "--lang",
	     "en");
	SAID(0, "Udkast: reglerne", "rules", "assets/template");
	SAID(2, "no language \"ar\"", "rules", "assets/template", "--lang",
	     "ar");
	SAID(2, "a3 or a4", "rules", "assets/template", "--size", "a5");
	SAID(2, "not found", "rules", meeting);
	SAID(0, "", "build", "assets/template", "-o", meeting);
	SAID(0, "Draft: these rules", "rules", meeting, "--lang", "en");
	run = run_command("ready", meeting, "--json");
	json = json_loads(run.out, 0, NULL);
	assert_non_null(json);
	SAID(0, json_string_value(json_object_get(json, "code")), "rules",
	     meeting, "-l", "en", "-o", pdf, "--size", "a3");
	json_decref(json);
	run_free(&run);
	assert_true(disk_there(pdf));
	SAID(2, "there already", "rules", meeting, "-o", pdf);
	run = run_command("rules", meeting, "--json");
	json = json_loads(run.out, 0, NULL);
	assert_int_equal(run.code, 0);
	assert_true(json_array_size(json_object_get(json, "lines")) > 20);
	json_decref(json);
	run_free(&run);
	free(pdf);
	free(meeting);
	disk_remove(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		every_ballot_type_has_its_card_in_danish_and_english),
	    cmocka_unit_test(what_was_adopted_is_what_is_said),
	    cmocka_unit_test(
		what_a_rule_goes_by_is_said_even_where_nothing_was),
	    cmocka_unit_test(the_example_is_counted_from_its_ballots),
	    cmocka_unit_test(the_example_shows_money_and_what_does_not_fit),
	    cmocka_unit_test(the_sheet_holds_every_line_and_is_laid_out),
	    cmocka_unit_test(a_folder_and_a_file_have_a_card),
	};

	return cmocka_run_group_tests_name("card", tests, NULL, NULL);
}

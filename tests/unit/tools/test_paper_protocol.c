/* The protocol as PDF: every number of the result is in it, nothing is cut. */
#include <time.h>

#include "store/hand.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/tools_paper.h"
#include "tests/lib/tools_slips.h"
#include "words/words.h"

enum { LINE = 1024 };

static void made_twice_it_is_the_same_bytes(void **state)
{
	(void)state;
	expect_same_again(paper_protocol);
}

static void the_language_in_use_stays(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct printed made;

	(void)state;
	paper_danish();
	words_language("en");
	made = printed(bundle, paper_protocol);
	assert_string_equal(words_language(NULL), "en");
	printed_free(&made);
}

/* Every row of every pot, from its rank to what it gets, in one piece. */
static void expect_rows(const struct bundle *bundle, const char *text)
{
	const struct meeting *meeting = bundle->meeting;
	char row[LINE], cost[MONEY_TEXT], gets[MONEY_TEXT];

	words_language(meeting->languages[0]);
	for (int i = 0; i < meeting->proposal_count; i++) {
		const struct award *award = &bundle->result.awards[i];
		const struct proposal *proposal =
		    &meeting->proposals[award->proposal];

		words_money(proposal->cost_minor, cost);
		words_money(award_money(award), gets);
		snprintf(row, sizeof(row), "%d. %d %s %d %s %s", award->place,
			 proposal->number, proposal->title.in[0], award->votes,
			 cost, award_funded(award) ? gets : "–");
		expect_in(text, row);
	}
	words_language("en");
}

static void every_number_and_title_of_the_result_stands_in_it(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct printed made;
	char *broken;

	(void)state;
	strcpy(bundle->rows[5].detail, "24 ballots");
	made = printed(bundle, paper_protocol);
	expect_rows(bundle, made.text);
	expect_in(made.text, "Counted 24 ballots were cast.");
	expect_in(made.text, "Bolbro beslutter");
	expect_in(made.text, "10 November 2015");
	expect_in(made.text,
		  "Given away: 100.000 kr. of 100.000 kr. 0 kr. left");
	expect_in(made.text, "Slips printed 35 Slips used 24 Slips made void 1 "
			     "Slips not used 10 Ballots in the box 24");
	expect_in(made.text, "Ballots in the box = slips used");
	expect_in(made.text, "Checksum of the rules 5e5e5e5e");
	expect_in(made.text,
		  "Root of the box c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3"
		  "c3c3c3c3c3c3c3c3c3c3c3c3c3");
	expect_in(made.text, "Stemmeboks " STEMMEBOKS_VERSION);
	expect_in(made.text, "2 2015-11-10 19:05 Slips printed 1-60 adult");
	expect_in(made.text, bundle->rows[4].detail);
	/* Checksums break between their groups only: elsewhere a line would end
	 * in a hyphen, and that be taken for one of the digits. */
	broken = tool_output("pdftotext -bbox '%s' - | grep -cE "
			     "'>[0-9a-f]{9,}</word>'",
			     made.pdf.path, NULL);
	assert_string_equal(broken, "0\n");
	free(broken);
	expect_fonts(&made.pdf);
	expect_laid_out(&made.pdf, 20);
	printed_free(&made);
}

static void a_meeting_from_its_file_is_told_whole(void **state)
{
	struct fixture fixture;
	struct bundle *bundle;
	struct pdf pdf;
	char *text, key[LINE];

	(void)state;
	evening_usual(&fixture, PHASE_COUNTED);
	bundle = bundle_of(&fixture);
	pdf_make(&pdf, paper_protocol(bundle, out));
	text = pdf_text(&pdf);
	expect_rows(bundle, text);
	snprintf(key, sizeof(key), "Key that signs %s", bundle->fingerprint);
	expect_in(text, key);
	expect_in(text, "Slips printed 30 Slips used 24 Slips made void 1 "
			"Slips not used 5 Ballots in the box 24");
	free(text);
	pdf_free(&pdf);
	bundle_free(bundle);
	fixture_end(&fixture);
}

static void slips_that_do_not_add_up_are_said_to(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct printed made;

	(void)state;
	bundle->roll.used++;
	made = printed(bundle, paper_protocol);
	expect_in(made.text, "Printed is NOT used + void + not used");
	expect_in(made.text,
		  "Ballots in the box are NOT as many as slips used");
	printed_free(&made);
}

static void every_rule_of_every_pot_is_in_words(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct meeting *meeting = bundle->meeting;
	struct printed made;

	(void)state;
	meeting->pots[0].choose_min = 2;
	meeting->pots[0].choose_max = 3;
	meeting->pots[0].misfit = MISFIT_PART;
	meeting->pots[0].threshold_percent = 10;
	meeting->pots[0].leftover_to = 1;
	meeting->pots[1].misfit = MISFIT_STOP;
	meeting->pots[1].threshold_votes = 4;
	meeting->proposals[1].accepts_partial = true;
	meeting->proposals[1].min_cost_minor = 4000000;
	meeting->proposals[3].incompatible_count = 1;
	meeting->proposals[3].incompatible[0] = 6;
	meeting->live = LIVE_BATCHES;
	made = printed(bundle, paper_protocol);
	expect_in(made.text, "Store forslag: 100.000 kr.");
	expect_in(made.text, "A slip chooses 2 to 3 proposals, or none.");
	expect_in(made.text, "A slip may choose up to 3 proposals, or none.");
	expect_in(made.text, "Most votes first, as long as there is money.");
	expect_in(made.text, "One that costs too much may get a part.");
	expect_in(made.text, "The first that costs too much ends the count.");
	expect_in(made.text, "A proposal needs at least 4 votes.");
	expect_in(made.text, "as many as 10 % of the ballots");
	expect_in(made.text, "What is left goes on to: Hurtigpulje");
	expect_in(made.text, "Proposal 2 can make do with 40.000 kr.");
	expect_in(made.text, "Only one of proposals 4 and 6 can get money.");
	expect_in(made.text, "random batches of 5");
	assert_int_equal(times_in(made.text, "Only one of proposals"), 1);
	printed_free(&made);
}

static const int tied[] = {6, 12, 12, 13, 15, 9, 9, 9, 5, 7};

static void what_the_room_decided_stands_there_with_its_reason(void **state)
{
	static const struct decision decisions[] = {
	    {.kind = DECISION_AGREED,
	     .pot = 0,
	     .count = 2,
	     .proposal = {2, 1},
	     .reason = "The first was to be last"},
	    {.kind = DECISION_SPLIT,
	     .pot = 0,
	     .count = 2,
	     .proposal = {1, 2},
	     .amount_minor = {6000000, 3500000},
	     .reason = "Both can begin with less"},
	    {.kind = DECISION_LOTS,
	     .pot = 1,
	     .count = 3,
	     .proposal = {7, 5, 6},
	     .reason = ""},
	    {.kind = DECISION_LEFT,
	     .pot = 0,
	     .count = 1,
	     .proposal = {0},
	     .amount_minor = {500000},
	     .reason = "For the first spade"},
	};
	struct bundle *bundle =
	    pdf_bundle(bolbro_new(), tied, 24, decisions, 4);
	struct printed made;

	(void)state;
	assert_false(bundle->result.stopped);
	made = printed(bundle, paper_protocol);
	expect_in(made.text,
		  "The reason: The first was to be last It was decided "
		  "anew later; the later decision counts.");
	expect_in(made.text,
		  "No. 2 Bevægelsespark for alle: 60.000 kr. No. 3 "
		  "Mødested under halvtaget: 35.000 kr. The reason: Both "
		  "can begin with less");
	expect_in(made.text,
		  "Hurtigpulje: Lots were drawn in public. The order is: "
		  "1. No. 8 Højbede ved indgangen 2. No. 6 Sommerfest på "
		  "plænen 3. No. 7 Bænke langs stien");
	expect_in(made.text,
		  "No. 1 Byhaver bag blok 4: 5.000 kr. The reason: For "
		  "the first spade");
	assert_int_equal(times_in(made.text, "decided anew"), 1);
	expect_in(made.text,
		  "3. 1 Byhaver bag blok 4 6 100.000 kr. 5.000 kr. Gets "
		  "what the room agreed on");
	printed_free(&made);
}

static void the_count_by_hand_stands_beside_the_box(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	int64_t votes[MEETING_PROPOSALS];
	struct printed made;

	(void)state;
	for (int i = 0; i < bundle->meeting->proposal_count; i++)
		votes[i] = bundle->tally.support[i];
	votes[1] = 15;
	votes[2] = 11;
	pdf_hand(bundle, votes, 23, true, "Two slips were stuck");
	made = printed(bundle, paper_protocol);
	expect_in(made.text, "Ballots 24 23 \u22121");
	expect_in(made.text, "1 Byhaver bag blok 4 6 6 0");
	expect_in(made.text, "2 Bevægelsespark for alle 13 15 +2");
	expect_in(made.text, "3 Mødested under halvtaget 12 11 \u22121");
	expect_in(made.text,
		  "The money goes by the count by hand. The reason: Two "
		  "slips were stuck");
	expect_in(made.text, "These are the votes counted by hand.");
	expect_in(made.text, "1. 2 Bevægelsespark for alle 15 100.000 kr.");
	/* The slips are held beside the ballots in the box all the same. */
	expect_in(made.text, "Ballots in the box 24");
	expect_not_in(made.text, "Both counts say the same");
	votes[1] = 13;
	votes[2] = 12;
	pdf_hand(bundle, votes, 24, false, "");
	printed_again(&made, paper_protocol);
	expect_in(made.text,
		  "Both counts say the same in every number. The money "
		  "goes by the count by machine.");
	printed_free(&made);
}

static void a_hard_meeting_is_told_whole_and_inside_the_margins(void **state)
{
	struct printed made = printed(pdf_hard(60, 8), paper_protocol);
	char page[LINE];
	int pages;

	(void)state;
	expect_laid_out(&made.pdf, 20);
	expect_fonts(&made.pdf);
	pages = pdf_pages(&made.pdf);
	for (int i = 1; i <= pages; i++) {
		snprintf(page, sizeof(page), "Page %d of %d", i, pages);
		assert_int_equal(times_in(made.text, page), 1);
	}
	made.bundle->meeting->proposals[1].title.in[0] = "";
	for (int i = 0; i < 60; i++)
		if (i != 1)
			expect_in(
			    made.text,
			    made.bundle->meeting->proposals[i].title.in[0]);
	printed_free(&made);
}

static void a_table_that_breaks_repeats_its_head(void **state)
{
	struct printed made = printed(pdf_hard(60, 1), paper_protocol);

	(void)state;
	assert_true(times_in(made.text, "Rank No. Proposal Votes Cost Gets") >=
		    3);
	/* Never a head without a row, on any page. */
	assert_int_equal(times_in(made.text, "Gets Code of the rules"), 0);
	printed_free(&made);
}

static void the_last_row_of_a_table_never_begins_a_page_alone(void **state)
{
	(void)state;
	for (int proposals = 16; proposals < 34; proposals++) {
		char alone[LINE];
		struct printed made =
		    printed(pdf_hard(proposals, 1), paper_protocol);

		snprintf(alone, sizeof(alone), "Cost Gets %d. %d Forslag",
			 proposals, proposals);
		expect_not_in(made.text, alone);
		printed_free(&made);
	}
}

/* Whether PAGE says WHAT just above its foot. */
static bool ends_with(const char *page, const char *what)
{
	char end[LINE];

	snprintf(end, sizeof(end), "%s Code of the rules:", what);
	return times_in(page, end) > 0;
}

/* On every page of PDF. */
static void expect_heads_above_rows(const struct pdf *pdf)
{
	static const char *const heads[] = {"bogstaver 40",    "Store forslag",
					    "Votes and money", "Cost Gets",
					    "Slips Number",    "About"};
	int pages = pdf_pages(pdf);

	for (int page = 1; page <= pages; page++) {
		char *text = pdf_page_text(pdf, page);

		for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
			if (ends_with(text, heads[i]))
				fail_msg("page %d ends with %s", page,
					 heads[i]);
		if (strncmp(text, "Givenaway", strlen("Givenaway")) == 0)
			fail_msg("page %d begins with the sums", page);
		free(text);
	}
}

/* A head at the foot of a page would be lost, and sums without their rows. */
static void heads_stand_with_their_rows_and_sums_with_the_last(void **state)
{
	(void)state;
	for (int proposals = 6; proposals < 30; proposals++) {
		struct printed made =
		    printed(pdf_hard(proposals, 3), paper_protocol);

		print_message("# %d proposals\n", proposals);
		expect_heads_above_rows(&made.pdf);
		printed_free(&made);
	}
}

static void two_hundred_proposals_take_less_than_a_second(void **state)
{
	struct bundle *bundle = pdf_hard(MEETING_PROPOSALS, MEETING_POTS);
	struct pdf pdf;
	clock_t before;
	double seconds;

	(void)state;
	pdf_hand(bundle, bundle->tally.support, bundle->tally.ballots, false,
		 "");
	before = clock();
	pdf_make(&pdf, paper_protocol(bundle, out));
	seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
	print_message("# %.3f s, %d pages\n", seconds, pdf_pages(&pdf));
#ifndef __SANITIZE_ADDRESS__
	assert_true(seconds < 1);
#endif
	pdf_free(&pdf);
	pdf_bundle_free(bundle);
}

static void before_the_count_there_is_none(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct pdf pdf;
	FILE *out = pdf_open(&pdf);

	(void)state;
	bundle->counted = false;
	assert_int_equal(paper_protocol(bundle, out), STATUS_PHASE);
	assert_int_equal(paper_posters(bundle, out), STATUS_PHASE);
	assert_int_equal(paper_take_home(bundle, out), STATUS_PHASE);
	pdf_close(&pdf, out);
	assert_int_equal(pdf.size, 0);
	pdf_free(&pdf);
	pdf_bundle_free(bundle);
}

static void a_full_disk_is_told(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	FILE *full = fopen("/dev/full", "w");

	(void)state;
	assert_non_null(full);
	assert_int_equal(paper_protocol(bundle, full), STATUS_FILE_WRITE);
	fclose(full);
	pdf_bundle_free(bundle);
}

static void in_danish_it_is_danish(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct printed made;

	(void)state;
	paper_danish();
	made = printed(bundle, paper_protocol);
	expect_rows(bundle, made.text);
	expect_in(made.text, "10. november 2015");
	expect_in(made.text, "Reglernes kode");
	expect_in(made.text, "Side 1 af ");
	expect_in(made.text, "Flest stemmer først, så længe der er penge.");
	expect_laid_out(&made.pdf, 20);
	printed_free(&made);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, paper_set_up)
	const struct CMUnitTest tests[] = {
	    TEST(made_twice_it_is_the_same_bytes),
	    TEST(the_language_in_use_stays),
	    TEST(every_number_and_title_of_the_result_stands_in_it),
	    TEST(a_meeting_from_its_file_is_told_whole),
	    TEST(slips_that_do_not_add_up_are_said_to),
	    TEST(every_rule_of_every_pot_is_in_words),
	    TEST(what_the_room_decided_stands_there_with_its_reason),
	    TEST(the_count_by_hand_stands_beside_the_box),
	    TEST(a_hard_meeting_is_told_whole_and_inside_the_margins),
	    TEST(a_table_that_breaks_repeats_its_head),
	    TEST(the_last_row_of_a_table_never_begins_a_page_alone),
	    TEST(heads_stand_with_their_rows_and_sums_with_the_last),
	    TEST(two_hundred_proposals_take_less_than_a_second),
	    TEST(before_the_count_there_is_none),
	    TEST(a_full_disk_is_told),
	    TEST(in_danish_it_is_danish),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}

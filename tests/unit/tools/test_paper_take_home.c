/* Sheets to take home: what was missing, and where there is other money. */
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_paper.h"
#include "tools/paper/paper_qr.h"

static void made_twice_they_are_the_same_bytes(void **state)
{
	(void)state;
	expect_same_again(paper_take_home);
}

static void each_that_lacks_money_gets_a_sheet_with_what_it_lacked(void **state)
{
	struct printed made = printed(pdf_bolbro(), paper_take_home);

	(void)state;
	/* Three sheets, English on their back. */
	assert_int_equal(pdf_pages(&made.pdf), 6);
	assert_int_equal(times_in(made.text, "Thank you for your proposal."),
			 6);
	expect_in(made.text,
		  "Proposal 3 Mødested under halvtaget 12 votes, rank 2 "
		  "of 3 in Store forslag It costs 50.000 kr. Not this "
		  "time: too dear for what was left It lacks 50.000 kr. "
		  "With 2 votes more it would have got all it asked "
		  "for.");
	expect_in(made.text, "Proposal 3 Meeting place under the roof");
	expect_in(made.text,
		  "Proposal 7 Bænke langs stien 1 vote, rank 7 of 7 in "
		  "Hurtigpulje It costs 15.000 kr. Not this time: too "
		  "dear for what was left It lacks 15.000 kr. With 5 "
		  "votes more it would have got all it asked for.");
	expect_in(made.text, "It got 1 vote: you are not alone with it.");
	expect_in(made.text,
		  "Boligforeningens pulje Til det, beboere laver sammen. "
		  "op til 20.000 kr. · Apply by: 1. februar "
		  "https://fond.example/boligforening");
	expect_in(made.text, "The housing association's fund");
	expect_in(made.text, "What happens now Forslag med penge går i gang i "
			     "morgen. Vi mødes her igen om tre måneder.");
	expect_not_in(made.text, "Fælles grillplads");
	expect_laid_out(&made.pdf, 20);
	expect_fonts(&made.pdf);
	printed_free(&made);
}

static void a_telephone_opens_or_dials_where_the_money_is(void **state)
{
	struct printed made = printed(pdf_bolbro(), paper_take_home);
	char *codes;

	(void)state;
	codes = pdf_codes(&made.pdf);
	assert_int_equal(times_in(codes, "https://fond.example/boligforening"),
			 6);
	assert_int_equal(times_in(codes, "tel:+4565510000"), 6);
	free(codes);
	printed_free(&made);
}

static void one_that_got_a_part_is_told_the_rest(void **state)
{
	static const int votes[] = {12, 13, 4, 13, 15, 6, 1, 9, 5, 7};
	struct meeting *meeting = bolbro_new();
	struct bundle *bundle;
	struct printed made;

	(void)state;
	meeting->pots[0].amount_minor = 15000000;
	meeting->pots[0].misfit = MISFIT_PART;
	meeting->proposals[0].accepts_partial = true;
	meeting->proposals[0].min_cost_minor = 4000000;
	bundle = pdf_bundle(meeting, votes, 24, NULL, 0);
	made = printed(bundle, paper_take_home);
	expect_in(made.text, "Proposal 1 Byhaver bag blok 4");
	expect_in(made.text, "Gets a part: 50.000 kr. of 100.000 kr. It lacks "
			     "50.000 kr.");
	/* The meeting knows of no other money. */
	expect_in(made.text, "Ask the organisers where.");
	expect_not_in(made.text, "Other money you can seek");
	printed_free(&made);
}

static void one_that_costs_more_than_there_is_is_not_told_of_votes(void **state)
{
	static const int votes[] = {6, 13, 12, 13, 15, 6, 1, 9, 5, 7};
	struct meeting *meeting = bolbro_new();
	struct bundle *bundle;
	struct printed made;

	(void)state;
	meeting->pots[0].amount_minor = 6000000;
	bundle = pdf_bundle(meeting, votes, 24, NULL, 0);
	made = printed(bundle, paper_take_home);
	expect_in(made.text,
		  "It costs 100.000 kr. Not this time: too dear for what "
		  "was left It lacks 90.000 kr. More votes would not "
		  "have changed that.");
	expect_not_in(made.text, "-1");
	printed_free(&made);
}

/* Both got as many votes: the room shared, and then gave away what was left. */
static void what_the_room_agreed_on_is_a_part_too(void **state)
{
	static const int votes[] = {6, 12, 12, 13, 15, 9, 8, 7, 5, 4};
	static const struct decision decisions[] = {
	    {.kind = DECISION_SPLIT,
	     .pot = 0,
	     .count = 2,
	     .proposal = {1, 2},
	     .amount_minor = {6000000, 3500000},
	     .reason = "Both can begin with less"},
	    {.kind = DECISION_LEFT,
	     .pot = 0,
	     .count = 1,
	     .proposal = {0},
	     .amount_minor = {500000},
	     .reason = "For the first spade"},
	};
	struct printed made = printed(
	    pdf_bundle(bolbro_new(), votes, 24, decisions, 2), paper_take_home);

	(void)state;
	expect_in(made.text, "Gets a part: 60.000 kr. of 100.000 kr. It lacks "
			     "40.000 kr.");
	expect_in(made.text, "Gets a part: 35.000 kr. of 50.000 kr. It lacks "
			     "15.000 kr.");
	expect_in(made.text, "Gets a part: 5.000 kr. of 100.000 kr. It lacks "
			     "95.000 kr.");
	printed_free(&made);
}

static void where_all_got_their_money_there_is_no_sheet(void **state)
{
	struct meeting *meeting = bolbro_new();
	static const int votes[] = {6, 13, 12, 13, 15, 6, 1, 9, 5, 7};
	struct bundle *bundle;

	(void)state;
	meeting->pots[0].amount_minor = INT64_C(25000000);
	meeting->pots[1].amount_minor = INT64_C(100000000);
	bundle = pdf_bundle(meeting, votes, 24, NULL, 0);
	assert_false(paper_take_home_wanted(bundle));
	pdf_bundle_free(bundle);
	meeting = bolbro_new();
	meeting->pots[0].amount_minor = INT64_C(25000000) - 1;
	meeting->pots[1].amount_minor = INT64_C(100000000);
	bundle = pdf_bundle(meeting, votes, 24, NULL, 0);
	assert_true(paper_take_home_wanted(bundle));
	pdf_bundle_free(bundle);
}

/* As many funds as there may be, with long addresses. */
static void funds_fill(struct meeting *meeting)
{
	char title[64], url[256];

	meeting->fund_count = MEETING_FUNDS;
	for (int i = 0; i < MEETING_FUNDS; i++) {
		struct fund *fund = &meeting->funds[i];

		snprintf(title, sizeof(title), "Fond nummer %d for naboskab",
			 100 + i);
		snprintf(url, sizeof(url),
			 "https://fond.example/en/meget/lang/vej/til/skemaet/"
			 "for/alle/dem/som/bor/her/%d",
			 100 + i);
		*fund = meeting->funds[0];
		fund->title.in[0] =
		    meeting_string(meeting, title, strlen(title));
		fund->title.in[1] = NULL;
		fund->url = meeting_string(meeting, url, strlen(url));
	}
}

static void a_full_list_of_funds_is_whole(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct meeting *meeting = bundle->meeting;
	struct printed made;

	(void)state;
	funds_fill(meeting);
	made = printed(bundle, paper_take_home);
	for (int i = 0; i < MEETING_FUNDS; i++) {
		assert_int_equal(
		    times_in(made.text, meeting->funds[i].title.in[0]), 6);
		assert_int_equal(times_in(made.text, meeting->funds[i].url), 6);
	}
	expect_laid_out(&made.pdf, 20);
	printed_free(&made);
}

static void every_sheet_begins_on_a_front_page(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct printed made;

	(void)state;
	funds_fill(bundle->meeting);
	bundle->meeting->language_count = 1;
	made = printed(bundle, paper_take_home);
	/* Three sheets of three pages, the first two with an empty back. */
	assert_int_equal(pdf_pages(&made.pdf), 11);
	printed_free(&made);
}

static void a_hard_meeting_stays_inside_the_margins(void **state)
{
	struct printed made = printed(pdf_hard(60, 3), paper_take_home);

	(void)state;
	expect_laid_out(&made.pdf, 20);
	printed_free(&made);
}

static void the_room_s_language_is_in_front_the_second_on_the_back(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct printed made;

	(void)state;
	paper_danish();
	made = printed(bundle, paper_take_home);
	assert_int_equal(pdf_pages(&made.pdf), 6);
	expect_in(made.text, "Bolbro beslutter · 10. november 2015");
	expect_in(made.text,
		  "Ikke denne gang: for dyrt til resten af pengene Der "
		  "mangler 50.000 kr.");
	expect_in(made.text, "Bolbro decides · 10 November 2015");
	expect_in(made.text,
		  "Not this time: too dear for what was left It lacks "
		  "50,000 kr.");
	expect_laid_out(&made.pdf, 20);
	printed_free(&made);
}

static void addresses_become_what_a_telephone_can_use(void **state)
{
	static const struct {
		const char *address, *text;
	} rows[] = {
	    {"https://a.example/b", "https://a.example/b"},
	    {"www.a.example", "https://www.a.example"},
	    {"65 51 00 00", "tel:65510000"},
	    {"+45 (65) 51-00-00", "tel:+4565510000"},
	    {"penge@a.example", "mailto:penge@a.example"},
	    {"https://a.example/@b", "https://a.example/@b"},
	    {"Spørg i huset.", NULL},
	    {"112", NULL},
	    {"", NULL},
	};
	char text[QR_CONTACT];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		bool is = qr_contact(rows[i].address, text);

		assert_int_equal(is, rows[i].text != NULL);
		if (is)
			assert_string_equal(text, rows[i].text);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, paper_set_up)
	const struct CMUnitTest tests[] = {
	    TEST(made_twice_they_are_the_same_bytes),
	    TEST(each_that_lacks_money_gets_a_sheet_with_what_it_lacked),
	    TEST(a_telephone_opens_or_dials_where_the_money_is),
	    TEST(one_that_got_a_part_is_told_the_rest),
	    TEST(one_that_costs_more_than_there_is_is_not_told_of_votes),
	    TEST(what_the_room_agreed_on_is_a_part_too),
	    TEST(where_all_got_their_money_there_is_no_sheet),
	    TEST(a_full_list_of_funds_is_whole),
	    TEST(every_sheet_begins_on_a_front_page),
	    TEST(a_hard_meeting_stays_inside_the_margins),
	    TEST(the_room_s_language_is_in_front_the_second_on_the_back),
	    TEST(addresses_become_what_a_telephone_can_use),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}

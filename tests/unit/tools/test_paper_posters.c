/* The posters: who gets money, read from three metres, and by a telephone. */
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_paper.h"
#include "tests/lib/tools_slips.h"

static void made_twice_they_are_the_same_bytes(void **state)
{
	(void)state;
	expect_same_again(paper_posters);
}

static void every_pot_has_a_page_with_all_of_its_result(void **state)
{
	struct printed made = printed(pdf_bolbro(), paper_posters);

	(void)state;
	assert_int_equal(pdf_pages(&made.pdf), 2);
	expect_in(made.text, "Store forslag");
	expect_in(made.text, "Gets money");
	expect_in(made.text,
		  "Bevægelsespark for alle 2 100.000 kr. Movement park "
		  "for all 13 votes");
	expect_in(made.text,
		  "Mødested under halvtaget 3 50.000 kr. Meeting place "
		  "under the roof Not this time: too dear for what was "
		  "left 12 votes");
	expect_in(made.text,
		  "Bænke langs stien 7 15.000 kr. Benches along the path "
		  "Not this time: too dear for what was left 1 vote");
	expect_in(made.text,
		  "Given away: 100.000 kr. of 100.000 kr. 0 kr. left 24 "
		  "ballots were cast. https://bolbro.example/resultat");
	expect_laid_out(&made.pdf, 20);
	expect_fonts(&made.pdf);
	printed_free(&made);
}

static void who_gets_money_is_read_from_three_metres(void **state)
{
	struct printed made = printed(pdf_bolbro(), paper_posters);

	(void)state;
	/* The fuller of the two. */
	assert_true(pdf_type_size(&made.pdf, 0, "grillplads") > 29.9);
	assert_true(pdf_type_size(&made.pdf, 0, "Hurtigpulje") > 40);
	printed_free(&made);
}

/* A compound is long in Danish: the type becomes smaller before it is cut. */
static void no_word_of_a_title_is_broken(void **state)
{
	static const int votes[] = {6, 13, 12, 13, 15, 6, 1, 9, 5, 7};
	struct printed made = printed(
	    pdf_bundle(bolbro_new(), votes, 24, NULL, 0), paper_posters);

	(void)state;
	assert_true(pdf_type_size(&made.pdf, 0, "Bevægelsespark") >= 30);
	printed_free(&made);
}

static void a_telephone_reads_where_the_result_is(void **state)
{
	struct printed made = printed(pdf_bolbro(), paper_posters);
	char *codes;

	(void)state;
	codes = pdf_codes(&made.pdf);
	assert_string_equal(codes, "https://bolbro.example/resultat\n"
				   "https://bolbro.example/resultat\n");
	free(codes);
	made.bundle->meeting->url = "";
	printed_again(&made, paper_posters);
	codes = pdf_codes(&made.pdf);
	assert_string_equal(codes, "");
	free(codes);
	printed_free(&made);
}

static void
part_of_the_money_and_a_left_over_that_goes_on_are_said(void **state)
{
	static const int votes[] = {12, 13, 4, 13, 15, 6, 1, 9, 5, 7};
	struct meeting *meeting = bolbro_new();
	struct bundle *bundle;
	struct printed made;

	(void)state;
	meeting->pots[0].amount_minor = 15000000;
	meeting->pots[0].misfit = MISFIT_PART;
	meeting->pots[0].leftover_to = 1;
	meeting->proposals[0].accepts_partial = true;
	meeting->proposals[0].min_cost_minor = 4000000;
	meeting->pots[1].amount_minor = 10500000;
	bundle = pdf_bundle(meeting, votes, 24, NULL, 0);
	made = printed(bundle, paper_posters);
	expect_in(made.text,
		  "Byhaver bag blok 4 1 50.000 kr. Allotments behind "
		  "block 4 Gets a part: 50.000 kr. of 100.000 kr. 12 "
		  "votes");
	expect_in(made.text, "5.000 kr. left");
	printed_free(&made);
	meeting = bolbro_new();
	meeting->pots[0].amount_minor = 12000000;
	meeting->pots[0].leftover_to = 1;
	bundle = pdf_bundle(meeting, votes, 24, NULL, 0);
	made = printed(bundle, paper_posters);
	expect_in(made.text, "20.000 kr. goes on to Hurtigpulje");
	printed_free(&made);
}

static void what_does_not_fit_goes_on_with_its_pages_numbered(void **state)
{
	struct printed made = printed(pdf_hard(60, 2), paper_posters);
	char row[1024];

	(void)state;
	expect_laid_out(&made.pdf, 20);
	expect_in(made.text, "Page 1 of ");
	for (int i = 0; i < 60; i++) {
		const struct award *award = &made.bundle->result.awards[i];
		const struct proposal *proposal =
		    &made.bundle->meeting->proposals[award->proposal];

		/* Arabic comes out in the order it is read. */
		if (proposal->number == 2)
			continue;
		snprintf(row, sizeof(row), "%s %d", proposal->title.in[0],
			 proposal->number);
		expect_in(made.text, row);
		snprintf(row, sizeof(row), "%d votes", award->votes);
		expect_in(made.text, row);
	}
	printed_free(&made);
}

static void
in_danish_the_words_are_in_all_languages_of_the_meeting(void **state)
{
	struct bundle *bundle = pdf_bolbro();
	struct printed made;

	(void)state;
	paper_danish();
	made = printed(bundle, paper_posters);
	expect_in(made.text, "Får penge Gets money");
	expect_in(made.text, "Ikke denne gang Not this time");
	expect_laid_out(&made.pdf, 20);
	printed_free(&made);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, paper_set_up)
	const struct CMUnitTest tests[] = {
	    TEST(made_twice_they_are_the_same_bytes),
	    TEST(every_pot_has_a_page_with_all_of_its_result),
	    TEST(who_gets_money_is_read_from_three_metres),
	    TEST(no_word_of_a_title_is_broken),
	    TEST(a_telephone_reads_where_the_result_is),
	    TEST(part_of_the_money_and_a_left_over_that_goes_on_are_said),
	    TEST(what_does_not_fit_goes_on_with_its_pages_numbered),
	    TEST(in_danish_the_words_are_in_all_languages_of_the_meeting),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}

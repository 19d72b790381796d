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

/* Points of the proposals of the first pot, five of which get money: 468 of
 * them are the longest. */
static struct bundle *bundle_of_points(void)
{
	static const int points[10] = {468, 462, 458, 420, 418,
				       379, 277, 248, 1,   1};
	struct meeting *meeting = bolbro_new();

	meeting->pots[0].ballot_type = BALLOT_POINTS;
	meeting->pots[0].points = meeting->pots[0].value_most = 20;
	meeting->pots[0].amount_minor = 20000000;
	for (int i = 0; i < 10; i++) {
		struct proposal *proposal = &meeting->proposals[i];

		proposal->pot = i < 8 ? 0 : 1;
		proposal->incompatible_count = 0;
		proposal->cost_minor = i == 4 || i > 5 ? 9900000 : 3000000;
		proposal->accepts_partial = false;
	}
	return pdf_bundle(meeting, points, 60, NULL, 0);
}

/* How long the shapes in the blue of bars are on page 1, in their order. */
static int bars_of(const struct pdf *pdf, double ret_lengths[16])
{
	char *lines = tool_output("pdftocairo -svg -l 1 '%s' - | "
				  "grep -F '<path' | grep -F 'rgb(0%,44.7'",
				  pdf->path, NULL);
	int count = 0;

	for (char *line = strtok(lines, "\n"); line;
	     line = strtok(NULL, "\n")) {
		const char *corners = strstr(line, " d=\"M ");
		const char *matrix = strstr(line, "matrix(");
		double from, to, y, y_to, scale = 1;

		assert_int_equal(sscanf(corners, " d=\"M %lf %lf L %lf %lf",
					&from, &y, &to, &y_to),
				 4);
		if (y != y_to)
			continue; /* the tick */
		assert_true(count < 16);
		/* The line of an outline is 2 wide and lies inside it. */
		if (matrix)
			sscanf(matrix, "matrix(%lf", &scale);
		ret_lengths[count++] = scale * (to - from + (matrix ? 2 : 0));
	}
	free(lines);
	return count;
}

/* A point is as long for those who get nothing as for those who do. */
static void bars_of_all_proposals_can_be_compared(void **state)
{
	static const double points[] = {468, 462, 458, 420, 379, 418, 277};
	struct printed made = printed(bundle_of_points(), paper_posters);
	double lengths[16];

	(void)state;
	/* The last is on the next page. */
	assert_int_equal(bars_of(&made.pdf, lengths), 7);
	for (int i = 1; i < 7; i++)
		assert_float_equal(lengths[i] / lengths[0],
				   points[i] / points[0], 0.005);
	printed_free(&made);
}

/* So many PROPOSALS in the first pot, of which only the last gets no money. */
static struct bundle *bundle_but_one(int proposals)
{
	static const int votes[10] = {20, 19, 18, 17, 16, 15, 14, 13, 12, 11};
	struct meeting *meeting = bolbro_new();

	meeting->proposal_count = proposals;
	meeting->pot_count = 1;
	meeting->pots[0].leftover_to = -1;
	meeting->pots[0].amount_minor = INT64_C(1000000) * (proposals - 1);
	for (int i = 0; i < proposals; i++) {
		meeting->proposals[i].pot = 0;
		meeting->proposals[i].incompatible_count = 0;
		meeting->proposals[i].accepts_partial = false;
		meeting->proposals[i].cost_minor = 1000000;
	}
	return pdf_bundle(meeting, votes, 24, NULL, 0);
}

static void no_head_is_left_without_a_proposal(void **state)
{
	(void)state;
	for (int i = 0; i < 3 * 8; i++) {
		struct bundle *bundle = bundle_but_one(7 + i / 8);
		struct printed made;

		/* A line less for each without its English title. */
		for (int k = 0; k < i % 8; k++)
			bundle->meeting->proposals[k].title.in[1] = NULL;
		made = printed(bundle, paper_posters);
		expect_in(made.text, "Not this time");
		expect_not_in(made.text, "Not this time Code of the");
		printed_free(&made);
	}
}

/* What does not fit takes the last proposal with it to the next page. */
static void sums_never_have_a_page_to_themselves(void **state)
{
	(void)state;
	for (int pots = 1; pots <= 3; pots++)
		for (int proposals = 6; proposals < 24; proposals += 2) {
			struct printed made =
			    printed(pdf_hard(proposals, pots), paper_posters);
			int pages = pdf_pages(&made.pdf);

			for (int page = 1; page <= pages; page++) {
				char *text = pdf_page_text(&made.pdf, page);

				if (strstr(text, "Givenaway:") &&
				    !strstr(text, "votes"))
					fail_msg("%d proposals, page %d has "
						 "the sums alone",
						 proposals, page);
				free(text);
			}
			printed_free(&made);
		}
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
	    TEST(bars_of_all_proposals_can_be_compared),
	    TEST(no_head_is_left_without_a_proposal),
	    TEST(sums_never_have_a_page_to_themselves),
	    TEST(in_danish_the_words_are_in_all_languages_of_the_meeting),
	};
#undef TEST

	return cmocka_run_group_tests(tests, NULL, NULL);
}

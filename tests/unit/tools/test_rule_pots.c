/* An evening whose pots are given away by equal shares and phragmen, from the
 * count with its lots to the published folder. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/tools_bundle.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

enum { PATH = 4 * FIXTURE_PATH, SLIPS = 14, BALLOTS = 12 };

/* Numbers 1 and 2 cost 60.000 kr. each of 100.000 and have the votes of half
 * the room each. With 10.000 kr. a ballot both could be bought, which is too
 * much: so nobody can pay, and what is left, all, goes by votes, which are
 * equal. In the other pot number 4 costs 30.000 kr. and has all votes. */
static struct meeting *rules_meeting(void)
{
	struct meeting *meeting = bolbro_new();

	assert_non_null(meeting);
	meeting->pots[0].rule = "equal-shares";
	meeting->pots[1].rule = "phragmen";
	meeting->proposals[0].cost_minor = 6000000;
	meeting->proposals[1].cost_minor = 6000000;
	meeting->proposals[3].cost_minor = 3000000;
	return meeting;
}

static void rules_begin_with(struct fixture *fixture, struct meeting *meeting,
			     int ballots)
{
	words_language("en");
	fixture_begin_with(fixture, meeting, SLIPS);
	fixture_advance(fixture, PHASE_OPEN);
	for (int i = 0; i < ballots; i++)
		fixture_vote(fixture, 1, i % 2 ? "2 4" : "1 4");
	evening_end_in(fixture, PHASE_CLOSED);
}

static void rules_begin(struct fixture *fixture, int ballots)
{
	rules_begin_with(fixture, rules_meeting(), ballots);
}

static int setup(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	assert_non_null(fixture);
	rules_begin(fixture, BALLOTS);
	*state = fixture;
	return 0;
}

static void a_count_by_hand_stands_only_where_sums_are_enough(void **state)
{
	static const char text[] = "number;votes\nballots;12\n1;7\n2;6\n3;0\n"
				   "4;12\n5;0\n6;0\n7;0\n8;0\n9;0\n10;0\n";
	struct fixture *fixture = *state;
	char sheet[PATH], again[PATH];

	snprintf(sheet, sizeof(sheet), "%s/sheet.csv", fixture->folder);
	snprintf(again, sizeof(again), "%s/again.csv", fixture->folder);
	file_write(sheet, text, strlen(text));
	file_write(again, text, strlen(text));
	expect_run(4, NULL,
		   WORDS("recount", fixture->path, "--from", sheet, "--again",
			 again, "--stands", "hand", "--reason", "paper"));
	expect_run(0, "The money goes by the machine's count.",
		   WORDS("recount", fixture->path, "--from", sheet, "--again",
			 again, "--stands", "machine", "--reason", "paper"));
}

static void lots_settle_the_tie_of_the_completion(void **state)
{
	struct fixture *fixture = *state;

	expect_run(3, "main:_,_", WORDS("count", fixture->path));
	expect_run(2, "a proposal gets all it costs or nothing",
		   WORDS("count", fixture->path, "--split",
			 "main:1=30.000,2=30.000", "--reason", "fair"));
	expect_run(2, NULL,
		   WORDS("count", fixture->path, "--lots", "main:1,3",
			 "--again", "main:1,3"));
	expect_run(0, "Gets the money",
		   WORDS("count", fixture->path, "--lots", "main:2,1",
			 "--again", "main:2,1"));
}

/* 20.000 kr., and a share raised to as much: 1 costs that and has one
 * supporter, 2 twice as much and two, one of them the same. If 2 comes first
 * that is too much, and a krone less buys nothing: of the tie the result then
 * says no word.
 */
static void lots_count_for_a_tie_that_the_last_share_does_not_have(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	struct meeting *meeting = bolbro_new();
	void *own = fixture;

	(void)state;
	assert_true(fixture && meeting);
	words_language("en");
	meeting->pots[0].rule = "equal-shares";
	meeting->pots[0].utility = "count";
	meeting->pots[0].amount_minor = 2000000;
	meeting->proposals[0].cost_minor = 2000000;
	meeting->proposals[1].cost_minor = 4000000;
	fixture_begin_with(fixture, meeting, SLIPS);
	fixture_advance(fixture, PHASE_OPEN);
	fixture_vote(fixture, 1, "1 2");
	fixture_vote(fixture, 1, "2");
	fixture_vote(fixture, 1, "");
	evening_end_in(fixture, PHASE_CLOSED);
	expect_run(3, "main:_,_", WORDS("count", fixture->path));
	expect_run(0, "Gets the money",
		   WORDS("count", fixture->path, "--lots", "main:2,1",
			 "--again", "main:2,1"));
	assert_int_equal(evening_tear_down(&own), 0);
}

static void the_folder_says_who_paid_and_is_verified(void **state)
{
	static const struct {
		const char *file, *text;
	} said[] = {
	    {"steps.txt",
	     "every ballot has 9.999\u00a0kr. to spend. That is more "
	     "than an even share"},
	    {"steps.txt",
	     "the 100.000\u00a0kr. that is left goes to those with "
	     "most support."},
	    {"steps.txt", " stand equal under the rule. Lots were drawn and "
			  "gave the order 2,\u00a01."},
	    {"steps.txt", "There is 100.000\u00a0kr. left: it gets the money."},
	    {"steps.txt", "There is 40.000\u00a0kr. left: skipped. It lacks "
			  "20.000\u00a0kr."},
	    {"steps.txt", "12 supporters pay all that their ballots have."},
	    {"index.html", "Every ballot has an equal share of the money."},
	    {"index.html",
	     "The shares are raised by one krone at a time, until nothing more "
	     "fits or the money would not last."},
	    {"index.html", "Every ballot saves up money at the same pace."},
	    /* Seven of thirteen pay 8.571,43 kr. each before six pay 10.000. */
	    {"index.html",
	     "With 1 ballot more that names it alone it would get its money."},
	    /* Six times 9.999 kr. is what they can pay together. */
	    {"index.html",
	     "If it cost 6\u00a0kr. less it would get its money."},
	    {"result.json", "\"money_minor\": 600"},
	    {"main.pb", "\nrule;equalshares/add1u\n"},
	    {"quick.pb", "\nrule;phragmen\n"},
	};
	struct fixture *fixture = *state;
	struct bundle *bundle = bundle_of(fixture);
	struct bundle_files *files = files_new();
	char out[PATH];

	snprintf(out, sizeof(out), "%s/out", fixture->folder);
	expect_run(0,
		   "If it cost 6\u00a0kr. less it would get its money. With 1 "
		   "ballot more that names it alone it would get its money.",
		   WORDS("count", fixture->path));
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	expect_run(0, NULL, WORDS("verify", out));
	files_of(bundle, files);
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		if (!strstr(file_of(files, said[i].file)->data, said[i].text))
			fail_msg("%s: no \"%s\" in\n%s", said[i].file,
				 said[i].text,
				 file_of(files, said[i].file)->data);
	/* What says something about greedy alone. */
	assert_null(strstr(file_of(files, "index.html")->data,
			   ">One that costs more than is left"));
	assert_null(
	    strstr(file_of(files, "index.html")->data, "Most votes first"));
	files_end(files);
	bundle_free(bundle);
}

/* With nine ballots no single one is published, and sums are not enough. */
static void a_folder_without_ballots_says_what_was_not_counted(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	void *own = fixture;
	char out[PATH];

	(void)state;
	assert_non_null(fixture);
	rules_begin(fixture, 9);
	snprintf(out, sizeof(out), "%s/out", fixture->folder);
	expect_run(0, NULL, WORDS("count", fixture->path));
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	expect_run(0, "Not counted again: the pot main.", WORDS("verify", out));
	expect_run(0, "Not counted again: the pot quick.",
		   WORDS("verify", out));
	expect_run(0, "Not checked there: that the rule gives the money",
		   WORDS("verify", out));
	expect_run(0, "Not checked: that the totals are the sums",
		   WORDS("verify", out));
	expect_run(0, "\"pots_not_counted\":[\"main\",\"quick\"]",
		   WORDS("verify", out, "--json"));
	assert_int_equal(evening_tear_down(&own), 0);
}

/* As expect_disagrees(), for what the money itself says: also where all other
 * files were made to fit. */
static void expect_senseless(const struct bundle_files *files, const char *old,
			     const char *new)
{
	struct bundle_files *forged = files_forged(files, old, new);
	struct verdict verdict;
	bool found = false;

	assert_status(bundle_verify(forged, &verdict), STATUS_DISAGREES);
	for (int i = 0; i < verdict.complaint_count; i++)
		found |= strcmp(verdict.complaints[i].text,
				"The money makes no sense.") == 0;
	if (!found)
		fail_msg("%s makes sense", new);
	files_end(forged);
}

/* With 12.000 kr. a ballot the five supporters of number 1 pay its 60.000 kr.
 * Phragmen gives number 4 its 30.000 kr. */
static void a_told_pot_must_agree_with_its_money(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	struct bundle_files *files = files_new();
	void *own = fixture;
	struct bundle *bundle;
	struct verdict verdict;

	(void)state;
	assert_non_null(fixture);
	rules_begin(fixture, 9);
	expect_run(0, NULL, WORDS("count", fixture->path));
	bundle = bundle_of(fixture);
	files_of(bundle, files);
	assert_ok(bundle_verify(files, &verdict));
	assert_true(verdict.pots_told);
	expect_disagrees(files, "\"amount_minor\": 3000000",
			 "\"amount_minor\": 3000001");
	expect_disagrees(files, "\"outcome\": \"funded\"",
			 "\"outcome\": \"shares\"");
	expect_disagrees(files, "\"outcome\": \"below\"",
			 "\"outcome\": \"agree\"");
	expect_disagrees(files, "\"backers\": 9", "\"backers\": -");
	expect_disagrees(files, "\"share_minor\": ", "\"share_minox\": ");
	/* More than name number 1; four times 12.000 kr. are too little; one
	 * who pays for what nobody bought; nobody, though it was bought. */
	expect_senseless(files, "\"backers\": 5", "\"backers\": 6");
	expect_senseless(files, "\"backers\": 5", "\"backers\": 4");
	expect_senseless(files, "\"backers\": 0", "\"backers\": 1");
	expect_senseless(files, "\"backers\": 9", "\"backers\": 0");
	/* Shares that do not pay for it. */
	expect_senseless(files, "\"share_minor\": 1200000",
			 "\"share_minor\": 1199998");
	files_end(files);
	bundle_free(bundle);
	assert_int_equal(evening_tear_down(&own), 0);
}

/* Nine have 11.111,11 kr. each of 100.000 and no more: five of them pay 50.000
 * kr. Told with another share than that it is refused, more or less. */
static void a_told_share_must_be_that_of_the_money(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	struct bundle_files *files = files_new();
	struct meeting *meeting = rules_meeting();
	void *own = fixture;
	struct bundle *bundle;

	(void)state;
	assert_non_null(fixture);
	meeting->pots[0].completion = "none";
	meeting->proposals[0].cost_minor = 5000000;
	rules_begin_with(fixture, meeting, 9);
	expect_run(0, NULL, WORDS("count", fixture->path));
	bundle = bundle_of(fixture);
	files_of(bundle, files);
	expect_senseless(files, "\"share_minor\": 1111111",
			 "\"share_minor\": 1111113");
	expect_senseless(files, "\"share_minor\": 1111111",
			 "\"share_minor\": 1111110");
	files_end(files);
	bundle_free(bundle);
	assert_int_equal(evening_tear_down(&own), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_count_by_hand_stands_only_where_sums_are_enough),
	    cmocka_unit_test(lots_settle_the_tie_of_the_completion),
	    cmocka_unit_test(
		lots_count_for_a_tie_that_the_last_share_does_not_have),
	    cmocka_unit_test(the_folder_says_who_paid_and_is_verified),
	    cmocka_unit_test(
		a_folder_without_ballots_says_what_was_not_counted),
	    cmocka_unit_test(a_told_pot_must_agree_with_its_money),
	    cmocka_unit_test(a_told_share_must_be_that_of_the_money),
	};

	return cmocka_run_group_tests(tests, setup, evening_tear_down);
}

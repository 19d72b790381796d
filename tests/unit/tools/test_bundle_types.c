/* A meeting with a pot of every ballot type, from the box to the published
 * folder: sums, money, words, and what anyone counts again. */
#include <stdio.h>
#include <stdlib.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/tools_bundle.h"
#include "tests/lib/cmocka_all.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_verify.h"
#include "words/words.h"

enum { PATH = 4 * FIXTURE_PATH, SLIPS = 8, BALLOTS = 6 };

/* Each pot gives 50.000 kr. and every proposal costs that: one gets it. The
 * ranks need four ballots, so number 8 has most points and gets nothing. */
static const struct pot pots[BALLOT_TYPE_COUNT] = {
    {.key = "tick", .ballot_type = BALLOT_APPROVAL, .choose_max = 1},
    {.key = "basket", .ballot_type = BALLOT_KNAPSACK, .choose_max = 2},
    {.key = "share",
     .ballot_type = BALLOT_POINTS,
     .choose_max = 2,
     .points = 10,
     .value_most = 7},
    {.key = "score",
     .ballot_type = BALLOT_SCORE,
     .choose_max = 2,
     .value_most = 5},
    {.key = "rank",
     .ballot_type = BALLOT_RANK,
     .choose_max = 3,
     .threshold_votes = 4},
};

static const int pot_of[10] = {0, 1, 1, 2, 2, 3, 3, 4, 4, 4};

/* Three of the first, two of the second, one blank. */
static const struct ballot cast[BALLOTS] = {
    {{1, 1, 0, 7, 3, 5, 1, 1, 2, 3}}, {{1, 1, 0, 7, 3, 5, 1, 1, 2, 3}},
    {{1, 1, 0, 7, 3, 5, 1, 1, 2, 3}}, {{0, 0, 1, 0, 7, 0, 4, 0, 1, 0}},
    {{0, 0, 1, 0, 7, 0, 4, 0, 1, 0}}, {{0}},
};

/* Ranks 1 2 3 give 3, 2 and 1 point, a single 1 gives 1. */
static const int64_t sums[10] = {3, 3, 2, 21, 23, 15, 11, 9, 8, 3};
static const int named[10] = {3, 3, 2, 3, 5, 3, 5, 3, 5, 3};

static struct meeting *types_meeting(int publish_min)
{
	struct meeting *meeting = bolbro_new();

	assert_non_null(meeting);
	meeting->publish_min = publish_min;
	meeting->pot_count = BALLOT_TYPE_COUNT;
	for (int i = 0; i < BALLOT_TYPE_COUNT; i++) {
		struct text title = {{pots[i].key, pots[i].key}};

		meeting->pots[i] = pots[i];
		meeting->pots[i].title = title;
		meeting->pots[i].amount_minor = 5000000;
		meeting->pots[i].rule = "greedy";
		meeting->pots[i].leftover_to = -1;
		if (meeting->pots[i].threshold_votes == 0)
			meeting->pots[i].threshold_votes = 1;
	}
	for (int i = 0; i < 10; i++) {
		meeting->proposals[i].pot = pot_of[i];
		meeting->proposals[i].cost_minor = 5000000;
		meeting->proposals[i].accepts_partial = false;
	}
	return meeting;
}

static void types_begin(struct fixture *fixture, int publish_min,
			enum phase phase)
{
	words_language("en");
	fixture_begin_with(fixture, types_meeting(publish_min), SLIPS);
	fixture_advance(fixture, PHASE_OPEN);
	for (int i = 0; i < BALLOTS; i++)
		assert_ok(box_cast(fixture->store, fixture->hashes[i], &cast[i],
				   &fixture->random));
	evening_end_in(fixture, phase);
}

static int setup(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	assert_non_null(fixture);
	types_begin(fixture, 5, PHASE_COUNTED);
	*state = fixture;
	return 0;
}

static const struct award *award_of(const struct bundle *bundle, int number)
{
	const struct award *award = bundle->result.awards;

	while (bundle->meeting->proposals[award->proposal].number != number)
		award++;
	return award;
}

static void sums_and_money_of_every_type_are_those_worked_out(void **state)
{
	static const int gets[] = {1, 2, 5, 6, 9};
	struct bundle *bundle = bundle_of(*state);

	for (int i = 0; i < 10; i++) {
		assert_int_equal(bundle->tally.support[i], sums[i]);
		assert_int_equal(bundle->tally.named[i], named[i]);
		assert_int_equal(award_of(bundle, i + 1)->votes, sums[i]);
	}
	for (int i = 0; i < 5; i++)
		assert_int_equal(award_of(bundle, gets[i])->outcome,
				 OUTCOME_FUNDED);
	assert_int_equal(award_of(bundle, 8)->place, 1);
	assert_int_equal(award_of(bundle, 8)->outcome, OUTCOME_BELOW);
	bundle_free(bundle);
}

static void the_folder_is_verified_with_and_without_the_ballots(void **state)
{
	struct fixture hidden;
	struct fixture *both[] = {*state, &hidden};

	types_begin(&hidden, 10, PHASE_COUNTED);
	for (int i = 0; i < 2; i++) {
		struct bundle *bundle = bundle_of(both[i]);
		struct bundle_files *files = files_new();
		struct verdict verdict;

		files_of(bundle, files);
		assert_int_equal(bundle_files_find(files, "votes.csv") != NULL,
				 i == 0);
		assert_ok(bundle_verify(files, &verdict));
		assert_int_equal(verdict.ballots, BALLOTS);
		files_end(files);
		bundle_free(bundle);
	}
	fixture_end(&hidden);
}

static void ballots_that_cannot_have_given_the_points_are_refused(void **state)
{
	struct bundle_files *files = files_new();
	struct fixture hidden;
	struct bundle *bundle;

	(void)state;
	types_begin(&hidden, 10, PHASE_COUNTED);
	bundle = bundle_of(&hidden);
	files_of(bundle, files);
	/* 23 points of at most 7 need four ballots, and there are six. The
	 * first is in the sums, the second in the award. */
	expect_disagrees(files, "\"votes\": 23,\n      \"named\": 5",
			 "\"votes\": 23,\n      \"named\": 3");
	expect_disagrees(files, "\"votes\": 23,\n      \"named\": 5",
			 "\"votes\": 23,\n      \"named\": 7");
	/* Four could, but then the other numbers are not those. */
	expect_disagrees(files, "\"votes\": 23,\n      \"named\": 5",
			 "\"votes\": 23,\n      \"named\": 4");
	files_end(files);
	bundle_free(bundle);
	fixture_end(&hidden);
}

/* What the shell prints for the README's command that begins with START. */
static void readme_run(const char *folder, const char *start, char *ret_text,
		       size_t size)
{
	char line[PATH];
	FILE *pipe;
	size_t length;

	snprintf(line, sizeof(line),
		 "cd '%s' && grep -m1 -F '  %s' README.txt | sh", folder,
		 start);
	pipe = popen(line, "r");
	assert_non_null(pipe);
	length = fread(ret_text, 1, size - 1, pipe);
	ret_text[length] = '\0';
	assert_int_equal(pclose(pipe), 0);
}

static void the_commands_of_the_readme_turn_ranks_into_points(void **state)
{
	struct fixture *fixture = *state;
	char out[PATH], text[4096];

	snprintf(out, sizeof(out), "%s/out", fixture->folder);
	expect_run(0, NULL, WORDS("publish", fixture->path, "-o", out));
	readme_run(out, "awk", text, sizeof(text));
	assert_string_equal(
	    text, "1 3\n2 3\n3 2\n4 21\n5 23\n6 15\n7 11\n8 9\n9 8\n10 3\n");
	readme_run(out, "sqlite3", text, sizeof(text));
	assert_string_equal(text, "6;3;3;2;21;23;15;11;9;8;3\n");
}

static void points_are_never_called_votes(void **state)
{
	static const struct {
		const char *file, *text;
	} said[] = {
	    {"steps.txt", ", 3 votes, costs "},
	    {"steps.txt", ", 23 points, costs "},
	    {"steps.txt", " 3 ballots name it. The limit is 4 ballots."},
	    {"index.html", "Most votes first, as long as there is money."},
	    {"index.html", "Most points first, as long as there is money."},
	    {"index.html", "Not this time: chosen by too few"},
	    {"index.html", "Each has 10 points to share out."},
	    {"index.html", "One proposal gets at most 7 of them."},
	    {"index.html", "Each gives proposals a score from 0 to 5."},
	    {"index.html", "The last one that a ballot names gets 1 point, the "
			   "one before it 2, and so on."},
	    {"index.html", "At least 4 ballots must name a proposal."},
	    {"index.html", "Each chooses as long as the money of the pot "
			   "lasts."},
	    {"index.html", "With 3 points more it would have got all it asked "
			   "for."},
	};
	static const char *const never[] = {
	    "too few votes", "23 votes", "21 votes", "15 votes",
	    "11 votes",	     "9 votes",	 "8 votes"};
	struct bundle *bundle = bundle_of(*state);
	struct bundle_files *files = files_new();

	files_of(bundle, files);
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		if (!strstr(file_of(files, said[i].file)->data, said[i].text))
			fail_msg("%s: no \"%s\"", said[i].file, said[i].text);
	for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++) {
		assert_null(
		    strstr(file_of(files, "steps.txt")->data, never[i]));
		assert_null(
		    strstr(file_of(files, "index.html")->data, never[i]));
	}
	files_end(files);
	bundle_free(bundle);
}

static void every_pot_is_a_pabulib_file_of_its_type(void **state)
{
	static const struct {
		const char *file, *text;
	} said[] = {
	    {"tick.pb", "\nvote_type;choose-1\n"},
	    {"basket.pb", "\nvote_type;approval\n"},
	    {"basket.pb", "\nmax_length;2\n"},
	    {"share.pb", "\nvote_type;cumulative\n"},
	    {"share.pb", "\nmin_points;1\nmax_points;7\nmax_sum_points;10\n"},
	    {"share.pb", ";4,5;7,3\n"},
	    {"share.pb", ";;none\n"},
	    {"score.pb", "\nvote_type;scoring\n"},
	    {"score.pb", "\nmin_points;0\nmax_points;5\ndefault_score;0\n"},
	    {"score.pb", ";7;4\n"},
	    {"score.pb", ";;none\n"},
	    {"rank.pb", "\nvote_type;ordinal\nrule;greedy-custom\n"},
	    {"rank.pb", "\nproject_id;cost;votes;score;name;selected\n8;50000;"
			"3;9;"},
	    {"rank.pb", ";8,9,10\n"},
	};
	struct bundle *bundle = bundle_of(*state);
	struct bundle_files *files = files_new();

	files_of(bundle, files);
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
		if (!strstr(file_of(files, said[i].file)->data, said[i].text))
			fail_msg("%s: no \"%s\" in\n%s", said[i].file,
				 said[i].text,
				 file_of(files, said[i].file)->data);
	files_end(files);
	bundle_free(bundle);
}

static void count_status_and_export_know_every_type(void **state)
{
	struct fixture fixture;

	(void)state;
	types_begin(&fixture, 5, PHASE_CLOSED);
	expect_run(0, "points", WORDS("count", fixture.path));
	expect_run(0, NULL, WORDS("status", fixture.path));
	expect_run(0, "vote_type;ordinal",
		   WORDS("export", fixture.path, "--format", "pb", "--pot",
			 "rank", "-o", "-"));
	expect_run(0, "votes",
		   WORDS("export", fixture.path, "--format", "csv", "-o", "-"));
	fixture_end(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(sums_and_money_of_every_type_are_those_worked_out),
	    cmocka_unit_test(
		the_folder_is_verified_with_and_without_the_ballots),
	    cmocka_unit_test(
		ballots_that_cannot_have_given_the_points_are_refused),
	    cmocka_unit_test(the_commands_of_the_readme_turn_ranks_into_points),
	    cmocka_unit_test(points_are_never_called_votes),
	    cmocka_unit_test(every_pot_is_a_pabulib_file_of_its_type),
	    cmocka_unit_test(count_status_and_export_know_every_type),
	};

	return cmocka_run_group_tests(tests, setup, evening_tear_down);
}

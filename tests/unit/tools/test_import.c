/* Every folder of tests/data/import: meeting.ini, proposals.csv, perhaps
 * images/ and funding.csv, and expected.txt with what must be said about them,
 *one line each:
 *
 *	FILE:LINE: what is wrong
 *	warning FILE:LINE: what is worth a look
 *
 * in the order in which it is said; lines that begin with # are notes. A folder
 * without mistakes must give a meeting. */
#include "tests/lib/cmocka_all.h"

#include <dirent.h>

#include "tests/lib/tools_run.h"
#include "tools/import/import.h"
#include "words/votes.h"
#include "words/words.h"

#define CASES "tests/data/import"

static void add_problems(FILE *out, const struct problems *problems,
			 bool warnings)
{
	for (int i = 0; i < problems->count; i++) {
		const struct problem *problem = &problems->list[i];

		if (problem->warning != warnings)
			continue;
		fprintf(out, "%s%s", warnings ? "warning " : "", problem->file);
		if (problem->line)
			fprintf(out, ":%d", problem->line);
		fprintf(out, ": %s\n", problem->text);
	}
}

/* What import_read() says about FOLDER, in the form of expected.txt. */
static char *said_about(const char *folder, enum status *ret_status)
{
	struct problems problems = {0};
	struct meeting *meeting = NULL;
	char *said = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&said, &length);

	*ret_status = import_read(folder, &problems, &meeting);
	assert_true((*ret_status == STATUS_OK) == (meeting != NULL));
	assert_true((*ret_status == STATUS_OK) == (problems.mistakes == 0));
	add_problems(out, &problems, false);
	add_problems(out, &problems, true);
	fclose(out);
	problems_clear(&problems);
	meeting_free(meeting);
	return said;
}

/* Takes the notes out of TEXT. */
static void without_notes(char *text)
{
	char *to = text;

	for (char *line = text; *line;) {
		size_t length = strcspn(line, "\n");

		length += line[length] == '\n';
		if (*line != '#') {
			memmove(to, line, length);
			to += length;
		}
		line += length;
	}
	*to = '\0';
}

static bool case_holds(const char *name)
{
	char *folder = disk_path(CASES, name);
	char *path = disk_path(folder, "expected.txt");
	char *expected = disk_read(path, NULL);
	enum status status;
	char *said = said_about(folder, &status);

	bool holds;

	if (!expected)
		fail_msg("%s is missing", path);
	without_notes(expected);
	holds = strcmp(expected, said) == 0;
	if (!holds)
		fprintf(stderr, "%s\n--- expected\n%s--- said\n%s", name,
			expected, said);
	free(folder);
	free(path);
	free(expected);
	free(said);
	return holds;
}

static int is_case(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void an_old_workbook_is_to_be_saved_as_another(void **state)
{
	static const char *const names[] = {"proposals.xls", "funding.xls"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		char *folder = disk_folder(), said[64], csv[64];
		struct run run;

		disk_write_text(folder, names[i], "PK");
		snprintf(said, sizeof(said), "Save %s as .xlsx, .ods or CSV.",
			 names[i]);
		snprintf(csv, sizeof(csv), "%.*s.csv",
			 (int)strcspn(names[i], "."), names[i]);
		run = run_command("check", folder);
		assert_int_equal(run.code, 2);
		assert_non_null(strstr(run.out, said));
		assert_null(strstr(run.out, "funding.csv: The file is not"));
		if (i == 0)
			assert_null(
			    strstr(run.out, "proposals.csv: The file is not"));
		run_free(&run);
		disk_write_text(folder, csv, "number\n");
		run = run_command("check", folder);
		assert_null(strstr(run.out, said));
		run_free(&run);
		disk_remove(folder);
	}
}

static void every_folder_is_told_what_is_wrong_with_it(void **state)
{
	struct dirent **names;
	int count = scandir(CASES, &names, is_case, alphasort), wrong = 0;

	(void)state;
	assert_true(count > 30);
	for (int i = 0; i < count; i++) {
		wrong += !case_holds(names[i]->d_name);
		free(names[i]);
	}
	free(names);
	assert_int_equal(wrong, 0);
}

static struct meeting *import_case(const char *name)
{
	struct problems problems = {0};
	char *folder = disk_path(CASES, name);
	struct meeting *meeting = NULL;

	assert_int_equal(import_read(folder, &problems, &meeting), STATUS_OK);
	problems_clear(&problems);
	free(folder);
	return meeting;
}

static void everything_written_down_is_in_the_meeting(void **state)
{
	struct meeting *meeting = import_case("good-everything");
	const struct pot *big = &meeting->pots[0];
	const struct proposal *park = &meeting->proposals[0];

	(void)state;
	assert_string_equal(meeting->date, "2026-04-16");
	assert_string_equal(meeting->closes, "20:30");
	assert_string_equal(meeting->place, "Salen");
	assert_int_equal(meeting->live, LIVE_OFF);
	assert_int_equal(meeting->live_batch, 12);
	assert_int_equal(meeting->pitch_seconds, 150);
	assert_int_equal(meeting->publish_min, 20);
	assert_true(meeting->two_persons);
	assert_string_equal(meeting->next_steps.in[0],
			    "Pengene kommer om to uger; vi ringer.\n"
			    "Vi ses til juni.");
	assert_int_equal(meeting->language_count, 2);
	assert_int_equal(meeting->pot_count, 2);
	assert_true(big->amount_minor == 10000000);
	assert_int_equal(big->choose_max, 1);
	assert_int_equal(big->misfit, MISFIT_PART);
	assert_int_equal(big->threshold_votes, 2);
	assert_int_equal(big->threshold_percent, 10);
	assert_int_equal(big->leftover_to, 1);
	assert_int_equal(meeting->pots[1].leftover_to, -1);
	assert_int_equal(meeting->pots[1].choose_max, 1);
	assert_int_equal(meeting->proposal_count, 3);
	assert_string_equal(park->body.in[0],
			    "Første linje\nanden \"linje\"; tredje");
	assert_string_equal(park->short_title.in[0], "Bevægelsespark");
	assert_string_equal(park->short_title.in[1], "Movement park");
	assert_true(park->cost_minor == 6000000);
	assert_true(park->min_cost_minor == 2000000);
	assert_true(park->accepts_partial);
	assert_int_equal(park->walk_minutes, 3);
	assert_string_equal(park->start_by, "2026-05-01");
	assert_int_equal(park->incompatible_count, 1);
	meeting_free(meeting);
}

static void every_rule_and_what_it_says_is_in_the_meeting(void **state)
{
	struct meeting *meeting = import_case("good-rules");
	const struct pot *pots = meeting->pots;

	(void)state;
	assert_string_equal(pots[0].rule, "equal-shares");
	assert_string_equal(pots[0].utility, "count");
	assert_string_equal(pots[0].completion, "greedy");
	assert_string_equal(pots[1].rule, "equal-shares");
	assert_null(pots[1].utility);
	assert_null(pots[1].completion);
	assert_string_equal(pots[2].rule, "phragmen");
	assert_string_equal(pots[3].rule, "knapsack");
	assert_int_equal(pots[2].support_from, 0);
	assert_string_equal(pots[4].rule, "phragmen");
	assert_int_equal(pots[4].support_from, 3);
	meeting_free(meeting);
}

static void other_money_to_seek_is_in_the_meeting(void **state)
{
	struct meeting *meeting = import_case("good-everything");
	const struct fund *club = &meeting->funds[0];
	const struct fund *housing = &meeting->funds[1];

	(void)state;
	assert_int_equal(meeting->fund_count, 2);
	assert_string_equal(club->title.in[0], "Foreningspuljen");
	assert_string_equal(club->title.in[1], "The club fund");
	assert_string_equal(club->text.in[0],
			    "Til foreninger, som laver noget for børn.");
	assert_string_equal(club->text.in[1],
			    "For clubs that do something for children.");
	assert_string_equal(club->amount, "op til 10.000 kr.");
	assert_string_equal(club->deadline, "1. maj 2026");
	assert_string_equal(club->url, "https://example.org/puljen");
	assert_null(housing->text.in[0]);
	assert_string_equal(housing->amount, "");
	assert_string_equal(housing->deadline, "");
	assert_string_equal(housing->url, "spørg i afdelingen");
	meeting_free(meeting);
	meeting = import_case("good-funding-tabs");
	assert_string_equal(meeting->funds[0].title.in[0],
			    "Boligforeningens pulje til børn");
	assert_string_equal(meeting->funds[0].url, "spørg");
	meeting_free(meeting);
}

static void
without_a_word_votes_show_in_fives_and_pitches_take_three_minutes(void **state)
{
	struct meeting *meeting = import_case("good");

	(void)state;
	assert_int_equal(meeting->live, LIVE_BATCHES);
	assert_int_equal(meeting->live_batch, 5);
	assert_int_equal(meeting->pitch_seconds, 180);
	assert_int_equal(meeting->fund_count, 0);
	meeting_free(meeting);
}

#define INI                                                                    \
	"[meeting]\nlanguages = da\ntitle_da = Møde\nplace = Salen\n"         \
	"date = 2026-04-16\n"
#define POT "[pot stor]\ntitle_da = Stor\namount = 100.000\n"

/* The seconds that ENTRY makes a pitch; -1 when it is told to be wrong. */
static int pitch_of(const char *entry)
{
	struct problems problems = {0};
	struct meeting *meeting = NULL;
	char *folder = disk_folder(), *ini = NULL;
	int seconds = -1;

	assert_true(asprintf(&ini, INI "%s\n" POT, entry) > 0);
	disk_write_text(folder, "meeting.ini", ini);
	disk_write_text(folder, "proposals.csv",
			"number;title_da;cost\n1;Haver;60.000\n");
	if (import_read(folder, &problems, &meeting) == STATUS_OK)
		seconds = meeting->pitch_seconds;
	else
		assert_int_equal(problems.list[0].line, 6);
	problems_clear(&problems);
	meeting_free(meeting);
	disk_remove(folder);
	free(ini);
	return seconds;
}

static void the_numbers_of_every_ballot_type_are_in_the_meeting(void **state)
{
	static const struct pot meant[] = {
	    {.key = "kryds", .choose_max = 2},
	    {.key = "kurv",
	     .ballot_type = BALLOT_KNAPSACK,
	     .choose_min = 1,
	     .choose_max = 4},
	    {.key = "point",
	     .ballot_type = BALLOT_POINTS,
	     .choose_min = 2,
	     .choose_max = 4,
	     .points = 10,
	     .value_most = 4},
	    {.key = "karakter",
	     .ballot_type = BALLOT_SCORE,
	     .choose_max = 4,
	     .value_most = 10,
	     .score_least = 1,
	     .score_all = true},
	    /* What is not written is 3 ranks, or all that there are; as many
	     * points for one as for all; and 0 to 5, not for all. */
	    {.key = "rang", .ballot_type = BALLOT_RANK, .choose_max = 3},
	    {.key = "kort", .ballot_type = BALLOT_RANK, .choose_max = 2},
	    {.key = "rund",
	     .ballot_type = BALLOT_POINTS,
	     .choose_max = 4,
	     .points = 7,
	     .value_most = 7},
	    {.key = "let",
	     .ballot_type = BALLOT_SCORE,
	     .choose_max = 4,
	     .value_most = 5},
	};
	struct meeting *meeting = import_case("good-ballots");

	(void)state;
	assert_int_equal(meeting->pot_count, 8);
	for (int i = 0; i < 8; i++) {
		const struct pot *pot = &meeting->pots[i];

		assert_string_equal(pot->key, meant[i].key);
		assert_int_equal(pot->ballot_type, meant[i].ballot_type);
		assert_int_equal(pot->choose_min, meant[i].choose_min);
		assert_int_equal(pot->choose_max, meant[i].choose_max);
		assert_int_equal(pot->points, meant[i].points);
		assert_int_equal(pot->value_most, meant[i].value_most);
		assert_int_equal(pot->score_least, meant[i].score_least);
		assert_int_equal(pot->score_all, meant[i].score_all);
	}
	meeting_free(meeting);
}

static void the_check_says_what_a_ballot_of_each_pot_is(void **state)
{
	struct run run = run_command("check", CASES "/good-ballots");

	(void)state;
	assert_int_equal(run.code, 0);
	for (int i = 0; i < BALLOT_TYPE_COUNT; i++)
		assert_non_null(
		    strstr(run.out, ballot_type_text((enum ballot_type)i)));
	run_free(&run);
}

static void a_pitch_is_written_in_minutes(void **state)
{
	static const struct {
		const char *entry;
		int seconds;
	} pitches[] = {
	    {"pitch = 3", 180},	   {"pitch = 2,5", 150}, {"pitch = 2.5", 150},
	    {"pitch = 0,5", 30},   {"pitch = 0.50", 30}, {"pitch = 30", 1800},
	    {"pitch = 2,25", 135}, {"pitch = 1,1", 66},	 {"pitch = 0,4", -1},
	    {"pitch = 30,1", -1},  {"pitch = 31", -1},	 {"pitch = 1,33", -1},
	    {"pitch = 3 min", -1}, {"pitch = -3", -1},	 {"pitch =", -1},
	    {"pitch = ,5", -1},	   {"pitch = 3,", -1},	 {"pitch = 2,500", -1},
	    {"pitch = 99999", -1}, {"pitch = 2:30", -1},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pitches) / sizeof(*pitches); i++)
		if (pitch_of(pitches[i].entry) != pitches[i].seconds)
			fail_msg("%s", pitches[i].entry);
}

static void proposals_stand_by_pot_and_number(void **state)
{
	struct meeting *meeting = import_case("good-everything");

	(void)state;
	assert_int_equal(meeting->proposals[0].number, 1);
	assert_int_equal(meeting->proposals[1].number, 3);
	assert_int_equal(meeting->proposals[2].number, 2);
	assert_int_equal(meeting->proposals[2].pot, 1);
	meeting_free(meeting);
}

static void one_byte_letters_become_the_letters_they_are(void **state)
{
	struct meeting *meeting = import_case("good-windows-1252");

	(void)state;
	assert_string_equal(meeting->title.in[0], "Møde");
	assert_string_equal(meeting->proposals[0].title.in[0],
			    "Nøgler, café – “hygge”");
	meeting_free(meeting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_old_workbook_is_to_be_saved_as_another),
	    cmocka_unit_test(every_folder_is_told_what_is_wrong_with_it),
	    cmocka_unit_test(everything_written_down_is_in_the_meeting),
	    cmocka_unit_test(every_rule_and_what_it_says_is_in_the_meeting),
	    cmocka_unit_test(other_money_to_seek_is_in_the_meeting),
	    cmocka_unit_test(
		without_a_word_votes_show_in_fives_and_pitches_take_three_minutes),
	    cmocka_unit_test(
		the_numbers_of_every_ballot_type_are_in_the_meeting),
	    cmocka_unit_test(the_check_says_what_a_ballot_of_each_pot_is),
	    cmocka_unit_test(a_pitch_is_written_in_minutes),
	    cmocka_unit_test(proposals_stand_by_pot_and_number),
	    cmocka_unit_test(one_byte_letters_become_the_letters_they_are),
	};

	words_language("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Files of elections: what is read, told and refused. */
#include "tests/lib/cmocka_all.h"

#include <jansson.h>

#include "tests/lib/tools_election.h"
#include "tests/lib/tools_run.h"

#define QUIRKS "tests/data/pabulib/quirks"

/* A body in which the rows of PROJECTS and VOTES are to be filled in. */
#define BODY(meta, projects, votes)                                            \
	"budget;100\n" meta "PROJECTS\nproject_id;cost\n" projects             \
	"VOTES\nvoter_id;vote\n" votes
#define POINTS_BODY(meta, votes)                                               \
	"budget;100\n" meta "PROJECTS\nproject_id;cost\nA;1\nB;1\nC;1\n"       \
	"VOTES\nvoter_id;vote;points\n" votes

static int project_of(const struct election *election, const char *id)
{
	for (int i = 0; i < election->project_count; i++)
		if (strcmp(election->projects[i].id, id) == 0)
			return i;
	fail_msg("there is no project %s", id);
	return -1;
}

/* The file is as its entry in expected.json says. */
static void quirk_expect(const char *name, json_t *wanted,
			 const struct pabulib *pabulib)
{
	const struct election *election = pabulib->election;
	json_t *support = json_object_get(wanted, "score"), *value;
	const char *id;

	if (!support)
		support = json_object_get(wanted, "votes");
	json_object_foreach(support, id, value)
	{
		int project = project_of(election, id);

		if (election->projects[project].support !=
		    json_integer_value(value))
			fail_msg("%s: project %s has %ld", name, id,
				 (long)election->projects[project].support);
	}
	json_object_foreach(json_object_get(wanted, "names"), id, value)
	    assert_string_equal(pabulib->names[project_of(election, id)],
				json_string_value(value));
	value = json_object_get(wanted, "num_voters");
	if (value)
		assert_int_equal(election->ballots, json_integer_value(value));
}

static void quirk_read(const char *name, json_t *wanted, bool lenient)
{
	json_t *accept = json_object_get(wanted, "accept");
	struct pabulib_notes notes = {.list = NULL};
	struct pabulib *pabulib = NULL;
	char *path = disk_path(QUIRKS, name);
	enum status status = pabulib_read(path, lenient, &notes, &pabulib);
	int warned = 0;

	for (int i = 0; i < notes.count; i++)
		warned += note_level(notes.list[i].kind) == LEVEL_WARN;
	if (status != (json_is_false(accept) ? STATUS_INPUT : STATUS_OK))
		fail_msg("%s: %s: %s", name, status_name(status),
			 notes.refusal ? notes.refusal : "");
	if (json_is_string(accept))
		assert_true(warned > 0);
	if (pabulib)
		quirk_expect(name, wanted, pabulib);
	else
		assert_non_null(notes.refusal);
	pabulib_free(pabulib);
	notes_clear(&notes);
	free(path);
}

static void every_quirk_is_read_or_refused_as_it_should(void **state)
{
	json_t *all = json_load_file(QUIRKS "/expected.json", 0, NULL);
	json_t *wanted;
	const char *name;

	(void)state;
	assert_true(json_object_size(all) >= 27);
	json_object_foreach(all, name, wanted)
	{
		quirk_read(name, wanted, false);
		quirk_read(name, wanted, true);
	}
	json_decref(all);
}

/* What is refused whatever the mode, where, and with which words. */
static const struct {
	const char *type, *body, *said;
	long line;
} refused[] = {
    {"approval", BODY("", "A;1\n", "1;A\n2;B\n"), "project \"B\"", 11},
    {"approval", BODY("", "A;1\n", "1;A\n1;A\n"), "voter_id 1", 11},
    {"approval", BODY("", "A;1\n", "1;A\n\"1\";A\n"), "voter_id 1", 11},
    /* Of several things that are wrong, what comes first. */
    {"approval", BODY("", "A;1\n", "1;A\n1;A\n2;B\n"), "voter_id 1", 11},
    {"approval", BODY("", "A;1\n", "1;A\n1;B\n"), "voter_id 1", 11},
    {"approval", BODY("", "A;1\n", "1;A\n2;B\n1;A\n"), "project \"B\"", 11},
    {"approval", BODY("", "A;1\n", "1;A\n2;A\n2;A\n1;A\n1;A\n"), "voter_id 2",
     12},
    {"approval", BODY("", "A;1\nA;2\n", "1;A\n"), "Project A", 8},
    {"approval", BODY("", "A,B;1\n", "1;A\n"), "comma", 7},
    {"approval", BODY("", ";1\n", "1;A\n"), "no project_id", 7},
    {"approval", BODY("", "A;\n", "1;A\n"), "cost", 7},
    {"approval", BODY("", "A;-1\n", "1;A\n"), "out of range", 7},
    {"approval", BODY("", "A;1.005\n", "1;A\n"), "hundredths", 7},
    {"approval", BODY("", "A;1,500\n", "1;A\n"), "two ways", 7},
    {"approval", BODY("", "A;1e3\n", "1;A\n"), "no number", 7},
    {"approval", BODY("", "A;1 000\n", "1;A\n"), "no number", 7},
    {"approval", BODY("", "A;9999999999999999999\n", "1;A\n"), "range", 7},
    {"approval", BODY("", "A;10000000000000001\n", "1;A\n"), "too large", 7},
    {"approval", BODY("", "A;9000000000000000\nB;9000000000000000\n", "1;A\n"),
     "together", 8},
    {"approval", BODY("", "A;1\n", "1\n"), "no cell for the vote", 10},
    {"approval", BODY("", "A;1\n", "1;A;2\n"), "3 cells", 10},
    {"approval", BODY("", "A;1\n", "1;\"A\n"), "not closed", 10},
    {"approval", BODY("", "A;1;x\n", "1;A\n"), "3 cells", 7},
    {"approval", BODY("budget;100\n", "A;1\n", "1;A\n"), "line 4", 5},
    {"approval", BODY("num_votes;x\n", "A;1\n", "1;A\n"), "num_votes", 5},
    {"approval", BODY("", "A;1\n", "1;A\nPROJECTS\n"), "PROJECTS", 11},
    {"approval", "budget;1\nPROJECTS\nproject_id;cost\nA;1\n", "VOTES", 7},
    {"approval", "budget;1\nVOTES\nvoter_id;vote\n1;A\n", "VOTES", 5},
    {"approval", "PROJECTS\nproject_id;cost\nA;1\nVOTES\n", "budget", 4},
    {"approval", "budget;1\nPROJECTS\nVOTES\n", "PROJECTS is empty", 6},
    {"approval", "budget;1\nPROJECTS\nid;cost\nA;1\n", "project_id", 6},
    {"approval", "budget;1\nPROJECTS\nproject_id;cost;cost\n", "two columns",
     6},
    {"approval",
     "budget;1\nPROJECTS\nproject_id;cost;name\nA;1;\"a;b\"c\nVOTES\n"
     "voter_id;vote\n1;A\n",
     "not closed", 7},
    {"ticks", BODY("", "A;1\n", "1;A\n"), "vote_type \"ticks\"", 3},
    {"cumulative", BODY("", "A;1\n", "1;A\n"), "no column points", 9},
    {"cumulative", POINTS_BODY("", "1;A,B;1\n"), "more projects", 12},
    {"cumulative", POINTS_BODY("", "1;A;1,2\n"), "more points", 12},
    {"cumulative", POINTS_BODY("", "1;;1\n"), "more points", 12},
    {"cumulative", POINTS_BODY("", "1;A;\n"), "more projects", 12},
    {"cumulative", POINTS_BODY("", "1;A;-1\n"), "out of range", 12},
    {"cumulative", POINTS_BODY("", "1;A;x\n"), "no number", 12},
    {"cumulative", POINTS_BODY("", "1;A;3000000000\n"), "more points", 12},
    {"cumulative", POINTS_BODY("", "1;A,A;2000000000,2000000000\n"),
     "more points", 12},
    {"cumulative", POINTS_BODY("", "1;A,,B;1,1,1\n"), "project \"\"", 12},
};

static void
what_would_make_a_wrong_number_is_refused_in_both_modes(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		char *text = election_file(refused[i].type, refused[i].body);

		for (int lenient = 0; lenient < 2; lenient++) {
			struct pabulib_notes notes;

			if (election_of_text(text, strlen(text), lenient,
					     &notes))
				fail_msg("read: %s", refused[i].body);
			if (notes.refused_line != refused[i].line ||
			    !strstr(notes.refusal, refused[i].said))
				fail_msg("%s\ngave line %ld: %s",
					 refused[i].body, notes.refused_line,
					 notes.refusal);
			notes_clear(&notes);
		}
		free(text);
	}
}

/* What lenient repairs and strict refuses, with the support of A then. */
static const struct {
	const char *type, *body;
	enum note kind;
	long line;
	int support;
} repaired[] = {
    {"scoring", POINTS_BODY("", "1;A,A;1,2\n"), NOTE_AGAIN_SCORE, 12, 3},
    {"choose-1", BODY("", "A;1\nB;1\n", "1;A,B\n"), NOTE_CHOOSE_1, 11, 1},
    {"approval", BODY("num_votes;3\n", "A;1\n", "1;A\n2;A"), NOTE_CUT, 5, 2},
    {"approval",
     "budget;1\nPROJECTS\nproject_id;cost\nA;1\n"
     "VOTES\nvoter_id;vote;age\n1;A\n",
     NOTE_SHORT_ROW, 10, 1},
    {"approval", BODY("", "A;1\n", "1;A;\n"), NOTE_TRAILING, 10, 1},
    {"approval",
     "budget;1\nPROJECTS;;\nproject_id;cost\nA;1\nVOTES\n"
     "voter_id;vote\n1;A\n",
     NOTE_TRAILING, 5, 1},
    {"approval", "budget;1\nPROJECTS\nproject_id;cost\nA;1\nVOTES\nvote\nA\n",
     NOTE_NO_VOTER_IDS, 9, 1},
    {"approval", BODY("", "A;1\n", ";A\n"), NOTE_NO_VOTER_ID, 10, 1},
    {"approval", BODY("", "A;1\nB;1\n", "1;A,,B\n"), NOTE_GAP, 11, 1},
    {"approval", BODY("", "A;1\n", "1;A,\n"), NOTE_GAP, 10, 1},
    {"approval", BODY("comment;a;b\n", "A;1\n", "1;A\n"), NOTE_NO_PAIR, 5, 1},
    {"approval", BODY("unit;a\nunit;b\n", "A;1\n", "1;A\n"), NOTE_KEY_TWICE, 6,
     1},
};

static void what_can_be_repaired_is_told_when_lenient_else_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(repaired) / sizeof(*repaired); i++) {
		char *text = election_file(repaired[i].type, repaired[i].body);
		struct pabulib_notes notes;
		struct pabulib *pabulib;

		if (election_of_text(text, strlen(text), false, &notes))
			fail_msg("strict read: %s", repaired[i].body);
		assert_int_equal(notes.refused_line, repaired[i].line);
		assert_non_null(strstr(notes.refusal, "--lenient"));
		notes_clear(&notes);
		pabulib = election_of_text(text, strlen(text), true, &notes);
		if (!pabulib)
			fail_msg("%s\nrefused: %s", repaired[i].body,
				 notes.refusal);
		assert_int_equal(notes.counts[repaired[i].kind], 1);
		assert_int_equal(notes.last_line[repaired[i].kind],
				 repaired[i].line);
		assert_int_equal(pabulib->election->projects[0].support,
				 repaired[i].support);
		pabulib_free(pabulib);
		notes_clear(&notes);
		free(text);
	}
}

/* What both take, with the support of A and B. */
static const struct {
	const char *type, *body;
	int scale, a, b;
} taken[] = {
    /* Three in order: 3, 2, 1; a repeated one keeps its better place. */
    {"ordinal", BODY("", "A;1\nB;1\nC;1\n", "1;B,A,C\n2;A\n3;A,B,A\n"), 1,
     2 + 1 + 2, 3 + 1},
    {"approval", BODY("", "A;1\nB;1\n", "1;A,A\n2;A,B\n3;\n"), 1, 2, 1},
    /* Cells in quotes, with line ends and semicolons in them. */
    {"approval",
     "budget;1\nPROJECTS\nproject_id;cost;name\n"
     "A;1;\"one\ntwo; \"\"three\"\"\"\nB;1;\"x\" y\n"
     "VOTES\nvoter_id;vote\n\"1\";\"A,B\"\n2;A\n",
     1, 2, 1},
    {"cumulative", POINTS_BODY("", "1;A,B;0.5,2\n2;A,A;1,0.25\n"), 100,
     50 + 125, 200},
    {"cumulative", POINTS_BODY("", "1;A,B;2.0,3.00\n2;;\n3;;none\n"), 1, 2, 3},
    /* Those that are not named get 1; a 0 that is written stays. */
    {"scoring", POINTS_BODY("default_score;1\n", "1;A;5\n2;;none\n3;A,B;0,2\n"),
     1, 5 + 1 + 0, 1 + 1 + 2},
    {"approval", BODY("default_score;7\n", "A;1\nB;1\n", "1;A\n"), 1, 1, 0},
    {"scoring", POINTS_BODY("default_score;0.5\n", "1;A;5\n"), 10, 50, 5},
};

static void every_vote_type_gives_the_support_it_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(taken) / sizeof(*taken); i++) {
		char *text = election_file(taken[i].type, taken[i].body);
		struct pabulib_notes notes;
		struct pabulib *pabulib =
		    election_of_text(text, strlen(text), false, &notes);
		const struct election *election;

		if (!pabulib)
			fail_msg("%s\nrefused: %s", taken[i].body,
				 notes.refusal);
		election = pabulib->election;
		assert_int_equal(election->value_scale, taken[i].scale);
		assert_int_equal(election->projects[0].support, taken[i].a);
		assert_int_equal(election->projects[1].support, taken[i].b);
		pabulib_free(pabulib);
		notes_clear(&notes);
		free(text);
	}
}

static void money_is_kept_to_the_hundredth(void **state)
{
	char *text = election_file(
	    "approval", "budget;1501571.88\nPROJECTS\nproject_id;cost\n"
			"A;0.01\nB;40.5\nC;33.330\nD;9999999999999900.99\n"
			"VOTES\nvoter_id;vote\n1;A\n");
	struct pabulib_notes notes;
	struct pabulib *pabulib =
	    election_of_text(text, strlen(text), false, &notes);
	const struct election *election = pabulib->election;

	(void)state;
	assert_int_equal(election->budget_minor, 150157188);
	assert_int_equal(election->projects[0].cost_minor, 1);
	assert_int_equal(election->projects[1].cost_minor, 4050);
	assert_int_equal(election->projects[2].cost_minor, 3333);
	assert_true(election->projects[3].cost_minor == 999999999999990099);
	pabulib_free(pabulib);
	notes_clear(&notes);
	free(text);
}

/* A row of META, and how many of the notes are told in each mode. */
static void oddities_are_told_only_when_lenient(void **state)
{
	static const char text[] =
	    "\xEF\xBB\xBFmeta\r\nbudget; 100\nvote_type;approval\n\n"
	    "num_votes;\nPROJECTS\nproject_id;cost;name\nA;1;a \"b\" c\n"
	    "VOTES\nvoter_id;vote\n1;A";
	static const enum note odd[] = {
	    NOTE_MARK,	  NOTE_ENDS,	   NOTE_OPEN,
	    NOTE_BLANKS,  NOTE_BLANK_LINE, NOTE_INNER_QUOTE,
	    NOTE_SECTION, NOTE_NO_HEAD,	   NOTE_NO_VALUE,
	};
	struct pabulib_notes notes;
	struct pabulib *pabulib =
	    election_of_text(text, sizeof(text) - 1, false, &notes);

	(void)state;
	assert_non_null(pabulib);
	assert_int_equal(pabulib->election->budget_minor, 10000);
	assert_string_equal(pabulib->names[0], "a \"b\" c");
	for (size_t i = 0; i < sizeof(odd) / sizeof(*odd); i++) {
		assert_int_equal(note_level(odd[i]), LEVEL_ODD);
		if (notes.counts[odd[i]] != 1)
			fail_msg("note %d stands there %ld times", (int)odd[i],
				 notes.counts[odd[i]]);
	}
	pabulib_free(pabulib);
	notes_clear(&notes);
}

static void count_line(void *context, const char *line)
{
	int *counts = context;

	counts[0]++;
	counts[1] += strstr(line, "file.pb:5011: and 4990 more") != NULL;
}

static void thousands_of_one_kind_are_ten_lines_and_a_number(void **state)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);
	struct pabulib_notes notes;
	struct pabulib *pabulib;
	int told[2] = {0, 0}, lenient[2] = {0, 0};

	(void)state;
	fputs("META\nkey;value\nbudget;1\nvote_type;approval\n"
	      "num_votes;5000\nnum_projects;1\nPROJECTS\nproject_id;cost\n"
	      "A;1\nVOTES\nvoter_id;vote\n",
	      out);
	for (int i = 0; i < 5000; i++)
		fprintf(out, "%d;A,A\n", i);
	fclose(out);
	pabulib = election_of_text(text, length, false, &notes);
	assert_int_equal(notes.counts[NOTE_AGAIN], 5000);
	notes_tell(&notes, "file.pb", false, count_line, told);
	notes_tell(&notes, "file.pb", true, count_line, lenient);
	assert_int_equal(told[0], 11);
	assert_int_equal(told[1], 1);
	assert_int_equal(lenient[0], 11);
	pabulib_free(pabulib);
	notes_clear(&notes);
	free(text);
}

/* A file of COUNT voters, the last of whom has the id LAST. */
static char *many_voters(int count, int last, size_t *ret_length)
{
	char *text = NULL;
	FILE *out = open_memstream(&text, ret_length);

	fputs("META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\n"
	      "project_id;cost\nA;1\nVOTES\nvoter_id;vote\n",
	      out);
	for (int i = 1; i < count; i++)
		fprintf(out, "voter-%d;A\n", i);
	fprintf(out, "\"voter-%d\";A\n", last);
	fclose(out);
	return text;
}

static void one_double_voter_among_100000_is_found(void **state)
{
	static const int cases[][2] = {
	    {100000, 0}, {1, 1}, {99999, 1}, {50000, 1}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		size_t length;
		char *text = many_voters(100000, cases[i][0], &length);
		struct pabulib_notes notes;
		struct pabulib *pabulib =
		    election_of_text(text, length, true, &notes);

		assert_int_equal(pabulib == NULL, cases[i][1]);
		if (!pabulib)
			assert_int_equal(notes.refused_line, 100009);
		pabulib_free(pabulib);
		notes_clear(&notes);
		free(text);
	}
}

static void round_trip(void *context, const char *path)
{
	struct pabulib_notes notes = {.list = NULL};
	struct pabulib *first = NULL, *second;
	size_t length;
	char *text;

	if (pabulib_read(path, true, &notes, &first) == STATUS_OK) {
		notes_clear(&notes);
		text = election_written(first, &length);
		second = election_of_text(text, length, false, &notes);
		if (!second)
			fail_msg("%s: written:%ld: %s", path,
				 notes.refused_line, notes.refusal);
		election_same(path, first, second);
		/* Ours has none of the oddities. */
		for (int i = 0; i < notes.count; i++)
			assert_true(note_level(notes.list[i].kind) ==
				    LEVEL_WARN);
		pabulib_free(second);
		free(text);
		++*(int *)context;
	}
	notes_clear(&notes);
	pabulib_free(first);
}

static void what_is_written_reads_as_the_same_election(void **state)
{
	int done = 0;

	(void)state;
	election_files(QUIRKS, ".pb", round_trip, &done);
	assert_int_equal(done, 22);
	election_files("tests/data/pabulib/scoring", ".pb", round_trip, &done);
	assert_int_equal(done, 24);
}

static void real_files_are_written_as_the_same_election(void **state)
{
	int done = 0;

	(void)state;
	if (election_files("../shared/data/pabulib", ".pb", round_trip,
			   &done) == 0)
		skip();
	assert_int_equal(done, 25);
}

static void names_and_ids_with_marks_in_them_come_back(void **state)
{
	char *text = election_file(
	    "approval", "budget;1\nPROJECTS\nproject_id;cost;name\n"
			"\"a;\"\"1\";1;\"= \"\"x\"\";\ny\"\n-2;1; plain\n"
			"VOTES\nvoter_id;vote\n1;\"a;\"\"1,-2\"\n2;-2\n");
	struct pabulib_notes notes, again;
	struct pabulib *first =
	    election_of_text(text, strlen(text), false, &notes);
	struct pabulib *second;
	size_t length;
	char *written;

	(void)state;
	assert_string_equal(first->election->projects[0].id, "a;\"1");
	assert_string_equal(first->names[0], "= \"x\";\ny");
	written = election_written(first, &length);
	second = election_of_text(written, length, false, &again);
	election_same("marks", first, second);
	pabulib_free(first);
	pabulib_free(second);
	notes_clear(&notes);
	notes_clear(&again);
	free(written);
	free(text);
}

static void a_file_that_is_not_there_or_a_folder_is_told(void **state)
{
	struct pabulib_notes notes = {.list = NULL};
	struct pabulib *pabulib = NULL;

	(void)state;
	assert_int_equal(
	    pabulib_read("tests/data/none.pb", false, &notes, &pabulib),
	    STATUS_FILE_MISSING);
	assert_int_equal(pabulib_read("tests/data", false, &notes, &pabulib),
			 STATUS_FILE_READ);
	assert_null(pabulib);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_quirk_is_read_or_refused_as_it_should),
	    cmocka_unit_test(
		what_would_make_a_wrong_number_is_refused_in_both_modes),
	    cmocka_unit_test(
		what_can_be_repaired_is_told_when_lenient_else_refused),
	    cmocka_unit_test(every_vote_type_gives_the_support_it_should),
	    cmocka_unit_test(money_is_kept_to_the_hundredth),
	    cmocka_unit_test(oddities_are_told_only_when_lenient),
	    cmocka_unit_test(thousands_of_one_kind_are_ten_lines_and_a_number),
	    cmocka_unit_test(one_double_voter_among_100000_is_found),
	    cmocka_unit_test(what_is_written_reads_as_the_same_election),
	    cmocka_unit_test(real_files_are_written_as_the_same_election),
	    cmocka_unit_test(names_and_ids_with_marks_in_them_come_back),
	    cmocka_unit_test(a_file_that_is_not_there_or_a_folder_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

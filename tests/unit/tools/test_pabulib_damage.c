/* Damaged files: each byte changed, each length cut. Whatever comes out is a
 * refusal that names a line, or an election that is sound. */
#include "tests/lib/cmocka_all.h"

#include "tests/lib/tools_election.h"
#include "tests/lib/tools_run.h"

/* All that the reader looks at, in few bytes. */
static const char *const files[] = {
    "META\nkey;value\nbudget;9.5\nvote_type;approval\nmax_length;2\n"
    "PROJECTS\nproject_id;cost;name;votes\nA1;3;\"x;\"\"y\";2\nB;4;z;1\n"
    "VOTES\nvoter_id;vote\n1;A1,B\n2;\"A1\"\n3;\n",
    "META\r\nbudget;9\r\nvote_type;scoring\r\ndefault_score;1\r\n"
    "PROJECTS\r\nproject_id;cost\r\nA;3\r\nB;0\r\nVOTES\r\n"
    "voter_id;vote;points\r\n1;A,B;2.5,1\r\n2;;none\r\n",
};

static const char bytes[] = "\0\n\r\";,-9A \x80\xC3";

/* Sums hold, and what is written of it is read again. */
static void expect_sound(const struct pabulib *pabulib)
{
	const struct election *election = pabulib->election;
	struct pabulib_notes notes;
	struct pabulib *again;
	int64_t named = 0, values = 0;
	int ballots = 0;
	size_t length;
	char *text = election_written(pabulib, &length);

	for (int i = 0; i < election->project_count; i++)
		named += election->projects[i].named;
	for (int i = 0; i < election->group_count; i++) {
		const struct election_group *group = &election->groups[i];

		ballots += group->ballots;
		values += (int64_t)(group->end - group->first) * group->ballots;
	}
	assert_true(ballots <= election->ballots);
	assert_true(named == values);
	again = election_of_text(text, length, true, &notes);
	assert_non_null(again);
	election_same(text, pabulib, again);
	pabulib_free(again);
	notes_clear(&notes);
	free(text);
}

/* Reads a copy that ends where its room ends: a checker sees whoever reads on.
 */
static bool try(const char *text, size_t length)
{
	char *copy = malloc(length ? length : 1);
	bool read = false;

	assert_non_null(copy);
	memcpy(copy, text, length);
	for (int lenient = 0; lenient < 2; lenient++) {
		struct pabulib_notes notes;
		struct pabulib *pabulib =
		    election_of_text(copy, length, lenient, &notes);

		if (pabulib)
			expect_sound(pabulib);
		read |= pabulib != NULL;
		pabulib_free(pabulib);
		notes_clear(&notes);
	}
	free(copy);
	return read;
}

static void every_byte_changed_is_refused_or_a_sound_election(void **state)
{
	int read = 0, refused = 0;

	(void)state;
	for (size_t f = 0; f < sizeof(files) / sizeof(*files); f++) {
		size_t length = strlen(files[f]);
		char *text = strdup(files[f]);

		assert_true(try(text, length));
		for (size_t i = 0; i < length; i++) {
			for (size_t j = 0; j < sizeof(bytes) - 1; j++) {
				text[i] = bytes[j];
				if (try(text, length))
					read++;
				else
					refused++;
			}
			text[i] = files[f][i];
		}
		free(text);
	}
	/* Both happen, and often: else nothing would have been tried. */
	assert_true(read > 500);
	assert_true(refused > 1000);
}

static void every_length_is_refused_or_a_sound_election(void **state)
{
	(void)state;
	for (size_t f = 0; f < sizeof(files) / sizeof(*files); f++)
		for (size_t i = 0; i < strlen(files[f]); i++)
			try(files[f], i);
}

/* A byte left out or written twice, too. */
static void every_byte_lost_or_doubled_is_refused_or_sound(void **state)
{
	(void)state;
	for (size_t f = 0; f < sizeof(files) / sizeof(*files); f++) {
		size_t length = strlen(files[f]);
		char *text = malloc(length + 2);

		for (size_t i = 0; i < length; i++) {
			memcpy(text, files[f], i);
			memcpy(text + i, files[f] + i + 1, length - i - 1);
			try(text, length - 1);
			memcpy(text, files[f], i + 1);
			memcpy(text + i + 1, files[f] + i, length - i);
			try(text, length + 1);
		}
		free(text);
	}
}

/* A file that was cut within its last lines tells of it when it is counted. */
static void a_file_cut_in_its_votes_is_never_silent(void **state)
{
	static const char text[] =
	    "META\nkey;value\nbudget;9\nvote_type;approval\nnum_projects;2\n"
	    "num_votes;4\nPROJECTS\nproject_id;cost;votes\nA1;3;4\nA12;4;4\n"
	    "VOTES\nvoter_id;vote;age\n";
	char *whole = NULL;
	int length = asprintf(&whole, "%s%s", text,
			      "1;A12,A1;30\n2;A1,A12;31\n3;A1,A12;32\n"
			      "4;A1,A12;44\n");

	(void)state;
	/* But for the last line's end and the age in it, which nobody needs. */
	for (size_t cut = strlen(text); cut < (size_t)length - 3; cut++) {
		struct pabulib_notes notes;
		struct pabulib *pabulib =
		    election_of_text(whole, cut, false, &notes);
		bool told = !pabulib;

		for (int i = 0; i < notes.count; i++)
			told |= note_level(notes.list[i].kind) == LEVEL_WARN;
		if (!told)
			fail_msg("cut at %zu: nothing was told", cut);
		pabulib_free(pabulib);
		notes_clear(&notes);
	}
	free(whole);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_byte_changed_is_refused_or_a_sound_election),
	    cmocka_unit_test(every_length_is_refused_or_a_sound_election),
	    cmocka_unit_test(every_byte_lost_or_doubled_is_refused_or_sound),
	    cmocka_unit_test(a_file_cut_in_its_votes_is_never_silent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

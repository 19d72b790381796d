/* Ids of every length, wherever they stand in a ballot. */
#include "tests/lib/cmocka_all.h"

#include "tests/lib/tools_election.h"

/* Short ones, and long ones that begin like others. */
static const char *const ids[] = {
    "A",	 "1234567",	     "12345678", "123456789",
    "123456780", "1234567890123456", "1234567;", "\xC3\xA6\xC3\xB8\xC3\xA5",
};

enum { IDS = sizeof(ids) / sizeof(*ids) };

/* An election of IDS, and one ballot: VOTE, behind which the cell REST stands.
 */
static struct pabulib *voted(const char *vote, const char *rest)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);
	struct pabulib_notes notes;
	struct pabulib *pabulib;

	fputs("META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\n"
	      "project_id;cost\n",
	      out);
	for (int i = 0; i < IDS; i++)
		fprintf(out, "\"%s\";1\n", ids[i]);
	fprintf(out, "VOTES\nvoter_id;vote;rest\n1;%s;%s", vote, rest);
	fclose(out);
	pabulib = election_of_text(text, length, true, &notes);
	notes_clear(&notes);
	free(text);
	return pabulib;
}

static void expect_two(struct pabulib *pabulib, int a, int b)
{
	assert_non_null(pabulib);
	for (int i = 0; i < IDS; i++)
		assert_int_equal(pabulib->election->projects[i].support,
				 i == a || i == b);
	pabulib_free(pabulib);
}

static void ids_of_every_length_are_told_apart(void **state)
{
	(void)state;
	for (int a = 0; a < IDS; a++)
		for (int b = 0; b < IDS; b++) {
			char vote[64];

			snprintf(vote, sizeof(vote), "\"%s,%s\"", ids[a],
				 ids[b]);
			expect_two(voted(vote, "x"), a, b);
			expect_two(voted(vote, ""), a, b);
			if (strchr(vote, ';'))
				continue;
			snprintf(vote, sizeof(vote), "%s,%s", ids[a], ids[b]);
			expect_two(voted(vote, ",A,A"), a, b);
			expect_two(voted(vote, ""), a, b);
		}
}

static void what_only_begins_like_an_id_is_none(void **state)
{
	static const char *const strangers[] = {
	    "B", "123456", "12345679", "12345678 9", "1234567890", "A\xC3\xA6",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(strangers) / sizeof(*strangers); i++) {
		assert_null(voted(strangers[i], "x"));
		assert_null(voted(strangers[i], ""));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(ids_of_every_length_are_told_apart),
	    cmocka_unit_test(what_only_begins_like_an_id_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

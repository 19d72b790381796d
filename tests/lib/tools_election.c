#include "tests/lib/tools_election.h"

#include <dirent.h>
#include <string.h>

#include "tests/lib/cmocka_all.h"

int election_files(const char *folder, const char *ending,
		   void (*see)(void *context, const char *path), void *context)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, NULL, alphasort), seen = 0;

	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;
		size_t length = strlen(name), end = strlen(ending);
		char *path = NULL;

		if (length > end && strcmp(name + length - end, ending) == 0) {
			assert_true(asprintf(&path, "%s/%s", folder, name) > 0);
			see(context, path);
			free(path);
			seen++;
		}
		free(entries[i]);
	}
	free(entries);
	return seen;
}

static long lines_of(const char *text, size_t length)
{
	long lines = 1;

	for (size_t i = 0; i < length; i++)
		lines += text[i] == '\n' || text[i] == '\r';
	return lines;
}

struct pabulib *election_of_text(const char *text, size_t length, bool lenient,
				 struct pabulib_notes *notes)
{
	struct pabulib *pabulib = NULL;
	enum status status;

	*notes = (struct pabulib_notes){.list = NULL};
	status = pabulib_read_bytes(text, length, lenient, notes, &pabulib);
	if (status == STATUS_OK) {
		assert_null(notes->refusal);
		assert_non_null(pabulib);
		return pabulib;
	}
	assert_int_equal(status, STATUS_INPUT);
	assert_null(pabulib);
	assert_non_null(notes->refusal);
	assert_true(strlen(notes->refusal) > 20);
	assert_in_range(notes->refused_line, 1, lines_of(text, length));
	return NULL;
}

struct pabulib *election_of_file(const char *path, bool lenient)
{
	struct pabulib_notes notes = {.list = NULL};
	struct pabulib *pabulib = NULL;
	enum status status = pabulib_read(path, lenient, &notes, &pabulib);

	if (status != STATUS_OK)
		fail_msg("%s:%ld: %s", path, notes.refused_line,
			 notes.refusal ? notes.refusal : status_name(status));
	notes_clear(&notes);
	return pabulib;
}

static void groups_same(const char *where, const struct election *left,
			const struct election *right)
{
	if (left->group_count != right->group_count)
		fail_msg("%s: %d groups, %d", where, left->group_count,
			 right->group_count);
	for (int i = 0; i < left->group_count; i++) {
		const struct election_group *a = &left->groups[i];
		const struct election_group *b = &right->groups[i];

		if (a->ballots != b->ballots ||
		    a->end - a->first != b->end - b->first ||
		    memcmp(left->values + a->first, right->values + b->first,
			   (a->end - a->first) * sizeof(*left->values)) != 0)
			fail_msg("%s: group %d differs", where, i);
	}
}

void election_same(const char *where, const struct pabulib *a,
		   const struct pabulib *b)
{
	const struct election *left = a->election, *right = b->election;

	if (left->budget_minor != right->budget_minor ||
	    left->value_scale != right->value_scale ||
	    left->ballots != right->ballots ||
	    left->project_count != right->project_count ||
	    a->vote_type != b->vote_type)
		fail_msg("%s: budget, scale, ballots, projects or type differ",
			 where);
	for (int i = 0; i < left->project_count; i++) {
		const struct election_project *one = &left->projects[i];
		const struct election_project *two = &right->projects[i];

		if (strcmp(one->id, two->id) != 0 ||
		    strcmp(a->names[i], b->names[i]) != 0 ||
		    one->cost_minor != two->cost_minor ||
		    one->support != two->support || one->named != two->named)
			fail_msg("%s: project %s differs", where, one->id);
	}
	groups_same(where, left, right);
}

char *election_written(const struct pabulib *pabulib, size_t *ret_length)
{
	char *text = NULL;
	FILE *out = open_memstream(&text, ret_length);

	assert_non_null(out);
	assert_int_equal(pabulib_write(pabulib, out), STATUS_OK);
	assert_int_equal(fclose(out), 0);
	return text;
}

char *election_file(const char *vote_type, const char *body)
{
	char *text = NULL;

	assert_true(asprintf(&text, "META\nkey;value\nvote_type;%s\n%s",
			     vote_type, body) > 0);
	return text;
}

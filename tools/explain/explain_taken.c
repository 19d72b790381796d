/* What those without money would have needed. */
#include "tools/explain/explain_count.h"

#include <stdlib.h>

#include "rules/taken.h"
#include "tools/pabulib/pabulib.h"
#include "words/explain.h"
#include "words/words.h"

enum { LINE = 2 * EXPLAIN_TEXT + ELECTION_LABEL + sizeof(":  ") };

static void price_text(const struct explained *explained,
		       const struct taken *taken, char ret_text[EXPLAIN_TEXT])
{
	char amount[ELECTION_AMOUNT];

	election_amount(explained->named, taken->cheaper_minor, amount);
	explain_cheaper(taken->price == TAKEN_FOUND ? amount : NULL, ret_text);
}

/* "5 points", in the election's points. */
static void points_text(const struct election *election, int value,
			char ret_text[EXPLAIN_AMOUNT])
{
	char number[ELECTION_AMOUNT] = "";
	FILE *out = fmemopen(number, sizeof(number), "w");

	if (out) {
		pabulib_write_value(value, election->value_scale, out);
		fclose(out);
	}
	words_fill(ret_text, EXPLAIN_AMOUNT,
		   value == election->value_scale ? _("%s point")
						  : _("%s points"),
		   number);
}

static void votes_text(const struct explained *explained,
		       const struct taken *taken, char ret_text[EXPLAIN_TEXT])
{
	const struct election *election = explained->named->election;
	const bool ticked = taken->value == 1 && election->value_scale == 1;
	char points[EXPLAIN_AMOUNT];

	if (taken->votes == TAKEN_NEVER) {
		explain_never(taken->ballots, ret_text);
		return;
	}
	points_text(election, taken->value, points);
	explain_more(taken->ballots, ticked ? NULL : points, ret_text);
}

/* Both in a line, without what was not worked out; false when neither was. */
static bool say_taken(const struct explained *explained, int project,
		      const struct taken *taken)
{
	char name[ELECTION_LABEL], price[EXPLAIN_TEXT] = "";
	char votes[EXPLAIN_TEXT] = "", line[LINE];
	bool known = taken->price != TAKEN_UNKNOWN;

	if (known)
		price_text(explained, taken, price);
	if (taken->votes != TAKEN_UNKNOWN)
		votes_text(explained, taken, votes);
	if (!known && !*votes)
		return false;
	election_project(explained->named, project, name);
	snprintf(line, sizeof(line), "%s: %s%s%s", name, price,
		 known && *votes ? " " : "", votes);
	explained->tell(explained->context, line);
	return known && *votes;
}

static int by_support(const void *a, const void *b, void *context)
{
	const struct election_project *projects = context;
	int left = *(const int *)a, right = *(const int *)b;

	if (projects[left].support != projects[right].support)
		return projects[left].support > projects[right].support ? -1
									: 1;
	return left < right ? -1 : left > right;
}

/* Those without money into RET_PROJECTS, which has room for all. */
static int left_out(const struct explained *explained, int *ret_projects)
{
	const struct election *election = explained->named->election;
	int count = 0;

	for (int p = 0; p < election->project_count; p++)
		if (explained->funding->reasons[p] != REASON_FUNDED)
			ret_projects[count++] = p;
	qsort_r(ret_projects, (size_t)count, sizeof(*ret_projects), by_support,
		election->projects);
	return count;
}

static void say_unknown(const struct explained *explained, int count)
{
	char line[EXPLAIN_TEXT];

	snprintf(line, sizeof(line),
		 words_plural("For %d project it was not worked out in full, "
			      "as the file is large.",
			      "For %d projects it was not worked out in full, "
			      "as the file is large.",
			      (unsigned long)count),
		 count);
	explained->tell(explained->context, line);
}

bool explain_taken_wanted(const struct explained *explained)
{
	for (int p = 0; p < explained->named->election->project_count; p++)
		if (explained->funding->reasons[p] != REASON_FUNDED)
			return !explained->funding->stopped;
	return false;
}

enum status explain_taken(const struct explained *explained)
{
	const struct election *election = explained->named->election;
	struct taken_search search = {
	    .election = election,
	    .options = &explained->options->options,
	    .rule = explained->options->rule->run,
	};
	int *projects =
	    calloc((size_t)election->project_count + 1, sizeof(*projects));
	enum status status = projects ? STATUS_OK : STATUS_MEMORY;
	int count = projects ? left_out(explained, projects) : 0, unknown = 0;

	search.recounts = taken_recounts(&search);
	for (int i = 0; i < count && status == STATUS_OK; i++) {
		struct taken taken;

		status = taken_find(&search, projects[i], &taken);
		if (status == STATUS_OK)
			unknown += !say_taken(explained, projects[i], &taken);
	}
	if (unknown > 0 && status == STATUS_OK)
		say_unknown(explained, unknown);
	free(projects);
	return status;
}

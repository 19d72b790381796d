#include "tools/pabulib/pabulib.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/money.h"

void pabulib_write_cell(const char *text, FILE *out)
{
	size_t length = strlen(text);
	bool quoted = strpbrk(text, ";\"\r\n") != NULL ||
		      (length > 0 && (strchr(" \t", text[0]) ||
				      strchr(" \t", text[length - 1])));

	if (quoted)
		fputc('"', out);
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
	if (quoted)
		fputc('"', out);
}

void pabulib_write_money(int64_t minor, FILE *out)
{
	fprintf(out, "%" PRId64, minor / MONEY_MINOR);
	if (minor % MONEY_MINOR)
		fprintf(out, ".%02" PRId64, minor % MONEY_MINOR);
}

void pabulib_write_value(int64_t value, int scale, FILE *out)
{
	int64_t rest = value % scale;

	fprintf(out, "%" PRId64, value / scale);
	if (rest)
		fputc('.', out);
	while (rest) {
		scale /= 10;
		fputc((char)('0' + rest / scale), out);
		rest %= scale;
	}
}

static void write_meta(const struct pabulib *pabulib, FILE *out)
{
	const struct election *election = pabulib->election;

	fputs("META\nkey;value\n", out);
	for (int i = 0; i < PABULIB_KEY_COUNT; i++) {
		const char *text = pabulib->meta[i].text;

		if (i == PABULIB_NUM_PROJECTS)
			fprintf(out, "num_projects;%d\n",
				election->project_count);
		else if (i == PABULIB_NUM_VOTES)
			fprintf(out, "num_votes;%d\n", election->ballots);
		else if (i == PABULIB_BUDGET) {
			fputs("budget;", out);
			pabulib_write_money(election->budget_minor, out);
			fputc('\n', out);
		} else if (text && i != PABULIB_DEFAULT_SCORE) {
			fprintf(out, "%s;", pabulib_key_name(i));
			pabulib_write_cell(text, out);
			fputc('\n', out);
		}
	}
}

static void write_projects(const struct pabulib *pabulib, FILE *out)
{
	const struct election *election = pabulib->election;
	bool score = vote_type_points(pabulib->vote_type) ||
		     pabulib->vote_type == VOTE_ORDINAL;

	fprintf(out, "PROJECTS\nproject_id;cost;votes;%sname\n",
		score ? "score;" : "");
	for (int i = 0; i < election->project_count; i++) {
		const struct election_project *project = &election->projects[i];

		pabulib_write_cell(project->id, out);
		fputc(';', out);
		pabulib_write_money(project->cost_minor, out);
		fprintf(out, ";%d;", project->named);
		if (score) {
			pabulib_write_value(project->support,
					    election->value_scale, out);
			fputc(';', out);
		}
		pabulib_write_cell(pabulib->names[i], out);
		fputc('\n', out);
	}
}

/* The best first, as an order of preference is written. */
static int best_first(const void *a, const void *b)
{
	const struct election_value *left = a, *right = b;

	return (right->value > left->value) - (right->value < left->value);
}

/* What a ballot with the COUNT values at VALUES says: its cells behind the
 * voter's. */
static void write_ballot(const struct pabulib *pabulib,
			 const struct election_value *values, size_t count,
			 FILE *out)
{
	const struct election *election = pabulib->election;
	char *list = NULL;
	size_t length;
	FILE *cell = open_memstream(&list, &length);

	if (!cell)
		return;
	for (size_t i = 0; i < count; i++)
		fprintf(cell, "%s%s", i ? "," : "",
			election->projects[values[i].project].id);
	if (fclose(cell) == 0)
		pabulib_write_cell(list, out);
	free(list);
	if (vote_type_points(pabulib->vote_type)) {
		fputs(count ? ";" : ";" VOTE_NO_POINTS, out);
		for (size_t i = 0; i < count; i++) {
			fputs(i ? "," : "", out);
			pabulib_write_value(values[i].value,
					    election->value_scale, out);
		}
	}
	fputc('\n', out);
}

/* COUNT ballots alike, of voters from *VOTER on. */
static bool write_alike(const struct pabulib *pabulib,
			const struct election_value *values, size_t count,
			int ballots, int *voter, FILE *out)
{
	struct election_value *ordered = calloc(count + 1, sizeof(*ordered));

	if (!ordered)
		return false;
	if (count > 0)
		memcpy(ordered, values, count * sizeof(*ordered));
	if (pabulib->vote_type == VOTE_ORDINAL)
		qsort(ordered, count, sizeof(*ordered), best_first);
	for (int i = 0; i < ballots; i++) {
		fprintf(out, "%d;", ++*voter);
		write_ballot(pabulib, ordered, count, out);
	}
	free(ordered);
	return true;
}

enum status pabulib_write(const struct pabulib *pabulib, FILE *out)
{
	const struct election *election = pabulib->election;
	int voter = 0;

	write_meta(pabulib, out);
	write_projects(pabulib, out);
	fprintf(out, "VOTES\n%s\n", vote_type_head(pabulib->vote_type));
	for (int i = 0; i < election->group_count; i++) {
		const struct election_group *group = &election->groups[i];

		if (!write_alike(pabulib, election->values + group->first,
				 group->end - group->first, group->ballots,
				 &voter, out))
			return STATUS_MEMORY;
	}
	if (!write_alike(pabulib, NULL, 0, election->ballots - voter, &voter,
			 out))
		return STATUS_MEMORY;
	return ferror(out) ? STATUS_FILE_WRITE : STATUS_OK;
}

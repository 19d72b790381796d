#include "tests/lib/rules_pabulib.h"

#include "tests/lib/cmocka_all.h"

#include <stdbool.h>

enum { FIELDS = 64, LINE = 1 << 16, KEY = 64, LISTED = 512, COLUMNS = 4 };

struct table {
	char *fields[FIELDS];
	int count;
};

struct reading {
	struct election_builder *builder;
	struct pabulib_election read;
	char section[KEY], vote_type[KEY];
	long default_score;
	int64_t budget_minor;
	int id, cost, vote, points; /* columns, or -1 */
	bool header;		    /* the next line names the columns */
	int projects;
};

/* Cuts LINE at ";", in place; a field in quotes may hold one. */
static struct table line_cut(char *line)
{
	struct table table = {.count = 0};
	char *to = line;
	bool quoted = false;

	table.fields[table.count++] = to;
	for (char *at = line; *at && *at != '\n' && *at != '\r'; at++) {
		if (*at == '"') {
			quoted = !quoted;
		} else if (*at == ';' && !quoted) {
			*to++ = '\0';
			assert_true(table.count < FIELDS);
			table.fields[table.count++] = to;
		} else {
			*to++ = *at;
		}
	}
	*to = '\0';
	return table;
}

static int64_t money_read(const char *text)
{
	long whole;
	char decimals[3] = "00";

	assert_true(sscanf(text, "%ld.%2[0-9]", &whole, decimals) >= 1);
	if (decimals[1] == '\0')
		decimals[1] = '0';
	return (int64_t)whole * 100 + atoi(decimals);
}

static void meta_read(struct reading *reading, const struct table *row)
{
	if (strcmp(row->fields[0], "budget") == 0)
		reading->budget_minor = money_read(row->fields[1]);
	else if (strcmp(row->fields[0], "vote_type") == 0)
		snprintf(reading->vote_type, KEY, "%s", row->fields[1]);
	else if (strcmp(row->fields[0], "default_score") == 0)
		reading->default_score = atol(row->fields[1]);
	else if (strcmp(row->fields[0], "min_project_score_threshold") == 0)
		reading->read.threshold = atol(row->fields[1]);
}

static void header_read(struct reading *reading, const struct table *row)
{
	struct {
		const char *name;
		int *column;
	} columns[COLUMNS] = {{"project_id", &reading->id},
			      {"cost", &reading->cost},
			      {"vote", &reading->vote},
			      {"points", &reading->points}};

	for (int c = 0; c < COLUMNS; c++) {
		*columns[c].column = -1;
		for (int i = 0; i < row->count; i++)
			if (strcmp(row->fields[i], columns[c].name) == 0)
				*columns[c].column = i;
	}
	reading->header = false;
}

static void project_read(struct reading *reading, const struct table *row)
{
	const char *id = row->fields[reading->id];

	if (!reading->builder)
		reading->builder =
		    election_builder_new(reading->budget_minor, 1);
	assert_non_null(reading->builder);
	assert_int_equal(
	    election_add_project(reading->builder, id, strlen(id),
				 money_read(row->fields[reading->cost])),
	    STATUS_OK);
	reading->projects++;
}

/* What the ballot gives each project it lists, by place in the list. */
static long listed_value(const struct reading *reading, int at, int listed,
			 char **points)
{
	if (*points)
		return strtol(strsep(points, ","), NULL, 10);
	return strcmp(reading->vote_type, "ordinal") == 0 ? listed - at : 1;
}

static void ballot_read(struct reading *reading, const struct table *row)
{
	struct election_value values[LISTED];
	char *vote = row->fields[reading->vote];
	char *points =
	    reading->points >= 0 ? row->fields[reading->points] : NULL;
	bool scores = strcmp(reading->vote_type, "scoring") == 0 ||
		      strcmp(reading->vote_type, "cumulative") == 0;
	int listed = *vote != '\0';

	assert_true(reading->projects <= LISTED);
	for (int p = 0; p < reading->projects; p++)
		values[p] = (struct election_value){
		    p, scores ? (int)reading->default_score : 0};
	for (const char *at = vote; *at; at++)
		listed += *at == ',';
	for (int at = 0; at < listed; at++) {
		const char *id = strsep(&vote, ",");
		int project = election_find(reading->builder, id, strlen(id));

		assert_true(project >= 0);
		values[project].value =
		    (int)listed_value(reading, at, listed, &points);
	}
	assert_int_equal(election_add_ballots(reading->builder, values,
					      (size_t)reading->projects, 1),
			 STATUS_OK);
}

static void line_read(struct reading *reading, char *line)
{
	static const char *const sections[] = {"META", "PROJECTS", "VOTES"};
	struct table row = line_cut(line);

	for (int i = 0; i < 3; i++)
		if (strcmp(row.fields[0], sections[i]) == 0) {
			strcpy(reading->section, sections[i]);
			reading->header = true;
			return;
		}
	if (reading->header)
		header_read(reading, &row);
	else if (row.count < 2)
		return;
	else if (reading->section[0] == 'M')
		meta_read(reading, &row);
	else if (reading->section[0] == 'P')
		project_read(reading, &row);
	else
		ballot_read(reading, &row);
}

struct pabulib_election rules_pabulib_read(const char *path)
{
	static char line[LINE];
	struct reading reading = {.projects = 0};
	FILE *file = fopen(path, "r");

	if (!file)
		fail_msg("%s is not there", path);
	while (fgets(line, LINE, file)) {
		const char bom[] = "\xef\xbb\xbf";
		bool marked = strncmp(line, bom, 3) == 0;

		line_read(&reading, marked ? line + 3 : line);
	}
	fclose(file);
	assert_non_null(reading.builder);
	reading.read.election = election_build(reading.builder);
	assert_non_null(reading.read.election);
	election_builder_free(reading.builder);
	return reading.read;
}

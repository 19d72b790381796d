#include "tests/lib/rules_election.h"

#include "tests/lib/cmocka_all.h"

enum { PROJECTS_MOST = 64 };

/* Adds "3 ballots: A B=2". */
static void ballots_read(struct election_builder *builder, const char *line)
{
	struct election_value values[PROJECTS_MOST];
	size_t count = 0;
	int ballots, at = 0;
	char word[ELECTION_LINE];

	assert_int_equal(sscanf(line, "%d ballots:%n", &ballots, &at), 1);
	for (int used; sscanf(line + at, " %255s%n", word, &used) == 1;
	     at += used) {
		char *equals = strchr(word, '=');

		assert_true(count < PROJECTS_MOST);
		values[count].value = equals ? atoi(equals + 1) : 1;
		if (equals)
			*equals = '\0';
		values[count].project =
		    election_find(builder, word, strlen(word));
		if (values[count++].project < 0)
			fail_msg("no project %s", word);
	}
	assert_int_equal(election_add_ballots(builder, values, count, ballots),
			 STATUS_OK);
}

/* "100", or "100.50" with both hundredths. */
static int64_t money_read(const char *text)
{
	long whole;
	int hundredths = 0;

	assert_true(sscanf(text, "%ld.%2d", &whole, &hundredths) >= 1);
	return whole * 100 + hundredths;
}

/* Reads up to the first "Rule: ", whose line is left in LINE. */
static struct election *election_read(FILE *file, char line[ELECTION_LINE])
{
	struct election_builder *builder = NULL;
	struct election *election;
	char id[ELECTION_LINE], money[ELECTION_LINE];

	while (fgets(line, ELECTION_LINE, file) &&
	       strncmp(line, "Rule: ", 6) != 0) {
		if (sscanf(line, "Budget: %255s", money) == 1)
			builder = election_builder_new(money_read(money), 1);
		else if (sscanf(line, "%255[^: ] costs %255s", id, money) == 2)
			assert_int_equal(
			    election_add_project(builder, id, strlen(id),
						 money_read(money)),
			    STATUS_OK);
		else if (strstr(line, " ballots:"))
			ballots_read(builder, line);
		else if (line[0] != '\n' && line[0] != '#')
			fail_msg("%s", line);
	}
	assert_non_null(builder);
	election = election_build(builder);
	assert_non_null(election);
	election_builder_free(builder);
	return election;
}

/* The next line that says something; false at the end. */
static bool line_next(FILE *file, char line[ELECTION_LINE])
{
	while (fgets(line, ELECTION_LINE, file))
		if (line[0] != '\n' && line[0] != '#')
			return true;
	return false;
}

bool election_case_read(FILE *file, struct election_case *test)
{
	char line[ELECTION_LINE];
	long start = ftell(file);

	if (!line_next(file, line)) {
		election_free(test->election);
		test->election = NULL;
		return false;
	}
	if (sscanf(line, "Case: %255[^\n]", test->name) == 1) {
		election_free(test->election);
		test->election = election_read(file, line);
	}
	if (sscanf(line, "Rule: %255[^\n]", test->rule) != 1)
		fail_msg("%s", line);
	test->expected[0] = '\0';
	while ((start = ftell(file)) >= 0 && line_next(file, line)) {
		if (strncmp(line, "Rule: ", 6) == 0 ||
		    strncmp(line, "Case: ", 6) == 0) {
			fseek(file, start, SEEK_SET);
			break;
		}
		assert_true(strlen(test->expected) + strlen(line) <
			    ELECTION_TEXT);
		strcat(test->expected, line);
	}
	return true;
}

static void option_read(const char *word, struct rule_options *options)
{
	long number;

	if (strcmp(word, "stop") == 0)
		options->fit = FIT_STOP;
	else if (strcmp(word, "skip") == 0)
		options->convention = CONVENTION_SKIP;
	else if (strcmp(word, "pabutools") == 0)
		options->convention = CONVENTION_PABUTOOLS;
	else if (strcmp(word, "worth support times cost") == 0)
		options->value = VALUE_SUPPORT_COST;
	else if (strcmp(word, "ties by file") == 0)
		options->ties = tie_break_file;
	else if (strcmp(word, "ties stop") == 0)
		options->ties = tie_break_stop;
	else if (sscanf(word, "threshold %ld", &number) == 1)
		options->threshold = number;
	else if (strcmp(word, "count") == 0)
		options->utility = UTILITY_COUNT;
	else if (strcmp(word, "greedy") == 0)
		options->completion = COMPLETION_GREEDY;
	else if (strcmp(word, "add1") == 0)
		options->completion = COMPLETION_ADD1;
	else if (strcmp(word, "add1u") == 0)
		options->completion = COMPLETION_ADD1U;
	else if (strcmp(word, "checker") == 0)
		options->convention = CONVENTION_CHECKER;
	else if (sscanf(word, "less %ld", &number) == 1)
		options->value_less = (int)number;
	else if (sscanf(word, "backed from %ld", &number) == 1)
		options->phragmen_least = (int)number;
	else
		fail_msg("option: %s", word);
}

election_rule *election_rule_read(const char *line,
				  struct rule_options *ret_options)
{
	static const struct {
		const char *name;
		election_rule *rule;
	} rules[] = {
	    {"greedy", rule_greedy},
	    {"greedy by ratio", rule_greedy_ratio},
	    {"welfare", rule_welfare},
	    {"phragmen", rule_phragmen},
	    {"equal shares", rule_equal_shares},
	};
	char words[ELECTION_LINE], *rest = words, *name;

	snprintf(words, sizeof(words), "%s", line);
	*ret_options = (struct rule_options){.ties = tie_break_canonical};
	name = strsep(&rest, ",");
	while (rest)
		option_read(strsep(&rest, ",") + 1, ret_options);
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (strcmp(rules[i].name, name) == 0)
			return rules[i].rule;
	fail_msg("no rule %s", name);
	return NULL;
}

static void tied_tell(FILE *out, const struct election *election,
		      const struct funding_round *round)
{
	for (int i = 0; i < round->tied_count; i++)
		fprintf(out, " %s", election->projects[round->tied[i]].id);
}

static void share_tell(FILE *out, const struct funding *funding)
{
	mpq_t share, unit;

	mpq_inits(share, unit, NULL);
	mpq_set_ui(unit, 1, ELECTION_UNIT_MINOR);
	mpq_mul(share, funding->endowment_minor, unit);
	gmp_fprintf(out, "a share of %Qd, tried %ld\n", share, funding->runs);
	mpq_clears(share, unit, NULL);
}

static void round_tell(FILE *out, const struct election *election,
		       const struct funding_round *round)
{
	mpq_t left, unit;

	mpq_inits(left, unit, NULL);
	mpq_set_ui(unit, 1, ELECTION_UNIT_MINOR);
	mpq_mul(left, round->left_minor, unit);
	gmp_fprintf(out, "%s, %Qd left", election->projects[round->project].id,
		    left);
	mpq_clears(left, unit, NULL);
	if (round->has_rho)
		gmp_fprintf(out, ", at %Qd", round->rho);
	if (round->backers > 0)
		fprintf(out, ", paid by %d", round->backers);
	if (round->emptied != round->backers)
		fprintf(out, " (%d emptied)", round->emptied);
	if (round->completed)
		fprintf(out, ", as completion");
	if (round->tied)
		fprintf(out, ", level:");
	tied_tell(out, election, round);
	fprintf(out, "\n");
}

void election_tell(const struct election *election,
		   const struct funding *funding, char ret_text[ELECTION_TEXT])
{
	static const char *const reasons[] = {
	    [REASON_TOO_DEAR] = "too dear",
	    [REASON_AFTER_STOP] = "after the stop",
	    [REASON_BELOW] = "below the threshold",
	    [REASON_UNBACKED] = "backed by nobody",
	    [REASON_SHARES] = "shares too small",
	    [REASON_LESS] = "worth less",
	};
	FILE *out = fmemopen(ret_text, ELECTION_TEXT, "w");
	int rounds = funding->round_count - funding->stopped;

	assert_non_null(out);
	for (int i = 0; i < rounds; i++)
		round_tell(out, election, &funding->rounds[i]);
	if (funding->stopped) {
		fprintf(out, "stopped:");
		tied_tell(out, election, &funding->rounds[rounds]);
		fprintf(out, "\n");
	}
	if (funding->end_tied_count > 0) {
		fprintf(out, "ended by %s, level:",
			election->projects[funding->end_first].id);
		for (int i = 0; i < funding->end_tied_count; i++)
			fprintf(out, " %s",
				election->projects[funding->end_tied[i]].id);
		fprintf(out, "\n");
	}
	for (int p = 0; p < election->project_count; p++)
		if (funding->reasons[p] != REASON_FUNDED)
			fprintf(out, "%s: %s\n", election->projects[p].id,
				reasons[funding->reasons[p]]);
	if (funding->has_endowment)
		share_tell(out, funding);
	if (funding->has_optimum)
		gmp_fprintf(out, "worth %Zd%s\n", funding->optimum,
			    funding->unique ? "" : ", as others are");
	fclose(out);
}

static int draw_below(const struct random *random, int limit)
{
	return (int)random->below(random->context, (uint32_t)limit);
}

struct election *election_drawn(const struct random *random,
				const struct election_draw *draw)
{
	int projects = 1 + draw_below(random, draw->projects);
	int budget_minor =
	    draw_below(random, draw->cost_minor * projects * 2 / 3 + 2);
	struct election_builder *builder =
	    election_builder_new(budget_minor, 1);
	struct election *election;

	assert_true(builder && projects <= PROJECTS_MOST);
	for (int p = 0; p < projects; p++) {
		char id[16];

		snprintf(id, sizeof(id), "p%d", p);
		assert_int_equal(election_add_project(
				     builder, id, strlen(id),
				     draw_below(random, draw->cost_minor + 1)),
				 STATUS_OK);
	}
	for (int b = draw_below(random, draw->ballots + 1); b > 0; b--) {
		struct election_value values[PROJECTS_MOST];
		size_t count = 0;

		for (int p = 0; p < projects; p++)
			if (draw_below(random, 10) < draw->named_of_10)
				values[count++] = (struct election_value){
				    p, 1 + draw_below(random, draw->value)};
		assert_int_equal(
		    election_add_ballots(builder, values, count, 1), STATUS_OK);
	}
	election = election_build(builder);
	assert_non_null(election);
	election_builder_free(builder);
	return election;
}

int election_value_of(const struct election *election, int group, int project)
{
	const struct election_group *in = &election->groups[group];

	for (size_t i = in->first; i < in->end; i++)
		if (election->values[i].project == project)
			return election->values[i].value;
	return 0;
}

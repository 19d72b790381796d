/* rules.c - milliseconds that a rule takes for a made-up election.
 * rules RULE BALLOTS PROJECTS: prints the median of five of adding the ballots
 * up, the same of the rule itself, how many projects are funded and what they
 * cost in units of currency. tests/bench/plain_rules.py makes the same one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/funding.h"
#include "tests/bench/measure.h"

enum { RUNS = 5, NAMED = 10, PROJECTS = 1000 };

typedef enum status rule(const struct election *election,
			 const struct rule_options *options,
			 struct funding **ret_funding);

static const struct {
	const char *name;
	rule *rule;
} rules[] = {
    {"greedy", rule_greedy},
    {"greedy-ratio", rule_greedy_ratio},
    {"welfare", rule_welfare},
    {"phragmen", rule_phragmen},
};

/* The generator of POSIX's example of rand(), 31 bits of it. */
static int draw(uint32_t *seed)
{
	*seed = (*seed * 1103515245u + 12345u) & 0x7fffffffu;
	return (int)(*seed >> 8);
}

/* One ballot: up to NAMED projects, the first ones more often. */
static size_t ballot_draw(uint32_t *seed, int projects,
			  struct election_value values[NAMED])
{
	size_t count = 0;

	for (int i = 1 + draw(seed) % NAMED; i > 0; i--) {
		int a = draw(seed) % projects, b = draw(seed) % projects;
		int project = a < b ? a : b;
		bool doubled = false;

		for (size_t k = 0; k < count; k++)
			doubled |= values[k].project == project;
		if (!doubled)
			values[count++] = (struct election_value){project, 1};
	}
	return count;
}

static struct election *election_draw(int ballots, int projects)
{
	int64_t costs[PROJECTS], sum = 0;
	struct election_builder *builder;
	struct election *election = NULL;
	uint32_t seed = 1;

	for (int p = 0; p < projects; p++) {
		costs[p] = 1 + draw(&seed) % 600;
		sum += costs[p];
	}
	builder = election_builder_new(sum / 4 * 100000, 1);
	if (!builder)
		return NULL;
	for (int p = 0; p < projects; p++) {
		char id[16];

		snprintf(id, sizeof(id), "%d", p);
		if (election_add_project(builder, id, strlen(id),
					 costs[p] * 100000) != STATUS_OK)
			goto out;
	}
	for (int b = 0; b < ballots; b++) {
		struct election_value values[NAMED];
		size_t count = ballot_draw(&seed, projects, values);

		if (election_add_ballots(builder, values, count, 1) !=
		    STATUS_OK)
			goto out;
	}
	election = election_build(builder);
out:
	election_builder_free(builder);
	return election;
}

int main(int argc, char **argv)
{
	const struct rule_options options = {.convention = CONVENTION_PABUTOOLS,
					     .ties = tie_break_canonical};
	double build_ms[RUNS], rule_ms[RUNS];
	rule *chosen = NULL;
	int projects = argc == 4 ? atoi(argv[3]) : 0;

	for (size_t i = 0; argc == 4 && i < sizeof(rules) / sizeof(rules[0]);
	     i++)
		if (strcmp(argv[1], rules[i].name) == 0)
			chosen = rules[i].rule;
	if (!chosen || projects < 1 || projects > PROJECTS)
		return 2;
	for (int run = 0; run < RUNS; run++) {
		double start_ms = measure_now_ms(), built_ms;
		struct election *election =
		    election_draw(atoi(argv[2]), projects);
		struct funding *funding = NULL;

		built_ms = measure_now_ms();
		if (!election ||
		    chosen(election, &options, &funding) != STATUS_OK)
			return 1;
		rule_ms[run] = measure_now_ms() - built_ms;
		build_ms[run] = built_ms - start_ms;
		if (run == RUNS - 1) {
			double build = measure_median(build_ms, RUNS);

			printf("%.2f %.2f %d %lld\n", build,
			       measure_median(rule_ms, RUNS),
			       funding->round_count,
			       (long long)(funding->total_minor / 100));
		}
		funding_free(funding);
		election_free(election);
	}
	return 0;
}

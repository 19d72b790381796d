/* shares.c - equal shares with Add1U on a drawn election.
 *
 * shares time BALLOTS PROJECTS UNIT: for each utility a line: milliseconds of
 * plain equal shares, of Add1U by each convention (median of RUNS), and how
 * many endowments the first convention accounts for. shares print BALLOTS
 * PROJECTS UNIT: the election itself: its budget; a line of costs; a line for
 * each ballot, of places of projects. shares funded BALLOTS PROJECTS UNIT: the
 * last endowment by cost utility and Add1, and who is funded.
 *
 * Costs are multiples of 1,000 UNIT of currency; a ballot approves of 1 to 15
 * projects, the better known the more likely. As in forint: UNIT 300. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/funding.h"
#include "tests/bench/measure.h"
#include "tests/lib/bolbro.h"

enum { RUNS = 3, LONGEST = 15, PROJECTS_MOST = 1000 };

struct drawn {
	int projects, ballots;
	int64_t cost[PROJECTS_MOST], budget; /* in units of currency */
	double known[PROJECTS_MOST]; /* part of the choices up to each */
	struct random random;
};

static int draw(const struct drawn *drawn, int limit)
{
	return (int)drawn->random.below(drawn->random.context, (uint32_t)limit);
}

static void drawn_start(struct drawn *drawn, int unit)
{
	int64_t costs = 0;
	double sum = 0;

	for (int p = 0; p < drawn->projects; p++) {
		/* Few are dear. */
		int step = 1 + draw(drawn, 40) * (1 + draw(drawn, 30));

		drawn->cost[p] = (int64_t)step * 1000 * unit;
		costs += drawn->cost[p];
		sum += 1.0 / (2 + draw(drawn, 40));
		drawn->known[p] = sum;
	}
	for (int p = 0; p < drawn->projects; p++)
		drawn->known[p] /= sum;
	drawn->budget = costs / 2;
}

/* Fills CHOSEN with different projects and returns how many. */
static int ballot_draw(const struct drawn *drawn, int chosen[LONGEST])
{
	int length = 1 + draw(drawn, LONGEST), count = 0;

	for (int i = 0; i < length; i++) {
		double at = draw(drawn, 1 << 24) / (double)(1 << 24);
		int p = 0, seen = 0;

		while (p + 1 < drawn->projects && drawn->known[p] <= at)
			p++;
		while (seen < count && chosen[seen] != p)
			seen++;
		if (seen == count)
			chosen[count++] = p;
	}
	return count;
}

static void election_print(const struct drawn *drawn)
{
	int chosen[LONGEST];

	printf("%lld\n", (long long)drawn->budget);
	for (int p = 0; p < drawn->projects; p++)
		printf("%lld%c", (long long)drawn->cost[p],
		       p + 1 < drawn->projects ? ' ' : '\n');
	for (int v = 0; v < drawn->ballots; v++) {
		int count = ballot_draw(drawn, chosen);

		for (int i = 0; i < count; i++)
			printf("%d%c", chosen[i], i + 1 < count ? ' ' : '\n');
	}
}

static struct election *election_draw(const struct drawn *drawn)
{
	struct election_builder *builder =
	    election_builder_new(drawn->budget * ELECTION_UNIT_MINOR, 1);
	struct election *election;
	int chosen[LONGEST];

	for (int p = 0; p < drawn->projects; p++) {
		char id[16];

		snprintf(id, sizeof(id), "%d", p);
		election_add_project(builder, id, strlen(id),
				     drawn->cost[p] * ELECTION_UNIT_MINOR);
	}
	for (int v = 0; v < drawn->ballots; v++) {
		struct election_value values[LONGEST];
		int count = ballot_draw(drawn, chosen);

		for (int i = 0; i < count; i++)
			values[i] = (struct election_value){chosen[i], 1};
		election_add_ballots(builder, values, (size_t)count, 1);
	}
	election = election_build(builder);
	election_builder_free(builder);
	return election;
}

static double rule_time(const struct election *election,
			const struct rule_options *options, long *ret_runs)
{
	double times_ms[RUNS];

	for (int run = 0; run < RUNS; run++) {
		struct funding *funding;

		times_ms[run] = measure_now_ms();
		if (rule_equal_shares(election, options, &funding) != STATUS_OK)
			exit(1);
		times_ms[run] = measure_now_ms() - times_ms[run];
		*ret_runs = funding->runs;
		funding_free(funding);
	}
	return measure_median(times_ms, RUNS);
}

static void election_time(const struct election *election)
{
	for (int utility = 0; utility < 2; utility++) {
		struct rule_options options = {
		    .utility = (enum rule_utility)utility,
		    .ties = tie_break_canonical,
		};
		long runs, ignored;

		printf("%.2f", rule_time(election, &options, &runs));
		options.completion = COMPLETION_ADD1U;
		printf(" %.2f", rule_time(election, &options, &runs));
		for (int convention = 1; convention < 3; convention++) {
			options.convention = (enum rule_convention)convention;
			printf(" %.2f",
			       rule_time(election, &options, &ignored));
		}
		printf(" %ld\n", runs);
	}
}

static void funded_print(const struct election *election)
{
	const struct rule_options options = {.completion = COMPLETION_ADD1,
					     .ties = tie_break_canonical};
	struct funding *funding;

	if (rule_equal_shares(election, &options, &funding) != STATUS_OK)
		exit(1);
	printf("%.0f",
	       mpq_get_d(funding->endowment_minor) / ELECTION_UNIT_MINOR);
	for (int i = 0; i < funding->round_count; i++)
		printf(" %s",
		       election->projects[funding->rounds[i].project].id);
	printf("\n");
	funding_free(funding);
}

int main(int argc, char **argv)
{
	uint64_t seed = 2026;
	struct drawn *drawn = calloc(1, sizeof(*drawn));
	struct election *election;

	if (argc != 5 || !drawn)
		return 2;
	drawn->ballots = atoi(argv[2]);
	drawn->projects = atoi(argv[3]);
	if (drawn->projects < 1 || drawn->projects > PROJECTS_MOST)
		return 2;
	drawn->random = bolbro_random(&seed);
	drawn_start(drawn, atoi(argv[4]));
	if (strcmp(argv[1], "print") == 0) {
		election_print(drawn);
		goto out;
	}
	election = election_draw(drawn);
	if (!election)
		return 1;
	if (strcmp(argv[1], "funded") == 0)
		funded_print(election);
	else
		election_time(election);
	election_free(election);
out:
	free(drawn);
	return 0;
}

/* Equal shares against the slow and plain counter, on random small elections.
 */
#include "core/random.h"
#include "rules/funding.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/rules_shares_slow.h"

enum { ELECTIONS = 1500, SOME_RUNS = 3000 };

static int draw(const struct random *random, int limit)
{
	return (int)random->below(random->context, (uint32_t)limit);
}

/* How the drawn elections differ. */
struct shape {
	int projects, ballots, value_most, value_scale;
	int cost_most; /* in units of cost_unit_minor, */
	int64_t cost_unit_minor;
	int64_t cost_base_minor; /* and this besides */
};

static struct election *election_draw(const struct random *random,
				      const struct shape *shape)
{
	int projects = 1 + draw(random, shape->projects);
	int worth = 1 + draw(random, projects); /* projects that it pays for */
	struct election_builder *builder =
	    election_builder_new(draw(random, shape->cost_most * worth + 1) *
					 shape->cost_unit_minor +
				     worth * shape->cost_base_minor,
				 shape->value_scale);
	struct election *election;

	assert_non_null(builder);
	for (int p = 0; p < projects; p++) {
		int64_t cost_minor = (1 + draw(random, shape->cost_most)) *
					 shape->cost_unit_minor +
				     shape->cost_base_minor;
		char id[16];

		snprintf(id, sizeof(id), "p%d", p);
		assert_int_equal(
		    election_add_project(builder, id, strlen(id),
					 draw(random, 12) ? cost_minor : 0),
		    STATUS_OK);
	}
	for (int v = draw(random, shape->ballots + 1); v > 0; v--) {
		struct election_value values[64];
		int density = 1 + draw(random, 3);

		for (int p = 0; p < projects; p++)
			values[p] = (struct election_value){
			    p, draw(random, 4) < density
				   ? 1 + draw(random, shape->value_most)
				   : 0};
		assert_int_equal(
		    election_add_ballots(builder, values, (size_t)projects,
					 1 + (draw(random, 4) == 0)),
		    STATUS_OK);
	}
	election = election_build(builder);
	assert_non_null(election);
	election_builder_free(builder);
	return election;
}

static void rounds_agree(const struct funding *found,
			 const struct funding *slow)
{
	assert_int_equal(found->round_count, slow->round_count);
	for (int i = 0; i < slow->round_count; i++) {
		const struct funding_round *l = &found->rounds[i];
		const struct funding_round *r = &slow->rounds[i];

		assert_int_equal(l->project, r->project);
		assert_int_equal(l->completed, r->completed);
		assert_int_equal(l->has_rho, r->has_rho);
		assert_true(mpq_equal(l->rho, r->rho));
		assert_true(mpq_equal(l->left_minor, r->left_minor));
		assert_int_equal(l->backers, r->backers);
		assert_int_equal(l->emptied, r->emptied);
		/* What greedy tells of ties is tested with greedy. */
		if (r->completed)
			continue;
		assert_int_equal(l->tied_count, r->tied_count);
		if (r->tied_count > 0)
			assert_memory_equal(l->tied, r->tied,
					    (size_t)r->tied_count *
						sizeof(int));
	}
}

static void fundings_agree(const struct election *election,
			   const struct funding *found,
			   const struct funding *slow)
{
	rounds_agree(found, slow);
	assert_int_equal(found->total_minor, slow->total_minor);
	assert_true(found->total_minor <= election->budget_minor);
	assert_int_equal(found->has_endowment, slow->has_endowment);
	if (slow->has_endowment)
		assert_true(
		    mpq_equal(found->endowment_minor, slow->endowment_minor));
	assert_int_equal(found->runs, slow->runs);
}

/* What was seen, so that the elections drawn are known to try things. */
struct seen {
	int ties, emptied, completed, long_climbs, unfinished;
};

static void see(const struct funding *funding, struct seen *seen)
{
	for (int i = 0; i < funding->round_count; i++) {
		seen->ties += funding->rounds[i].tied_count > 1;
		seen->emptied += funding->rounds[i].emptied > 0;
		seen->completed += funding->rounds[i].completed;
	}
	seen->long_climbs += funding->runs > 100;
}

static void election_compare(const struct election *election,
			     const struct rule_options *options,
			     struct seen *seen)
{
	struct funding *found;
	struct slow_shares slow;

	if (!slow_shares_count(election, options, SOME_RUNS, &slow)) {
		seen->unfinished++;
		slow_shares_free(&slow);
		return;
	}
	assert_int_equal(rule_equal_shares(election, options, &found),
			 STATUS_OK);
	fundings_agree(election, found, slow.funding);
	see(found, seen);
	funding_free(found);
	slow_shares_free(&slow);
}

/* Every utility, completion and convention. */
static void options_each(const struct election *election,
			 const struct rule_options *given, struct seen *seen)
{
	struct rule_options options = *given;

	for (int utility = 0; utility < 2; utility++)
		for (int completion = 0; completion < 4; completion++)
			for (int convention = 0; convention < 3; convention++) {
				if (completion < COMPLETION_ADD1 &&
				    convention > 0)
					continue;
				options.utility = (enum rule_utility)utility;
				options.completion =
				    (enum rule_completion)completion;
				options.convention =
				    (enum rule_convention)convention;
				election_compare(election, &options, seen);
			}
}

static const struct shape shapes[] = {
    {5, 6, 1, 1, 8, 100, 0},	 /* approvals, small sums: ties */
    {6, 8, 1, 1, 40, 37, 0},	 /* øre */
    {5, 6, 5, 1, 20, 100, 0},	 /* points */
    {4, 5, 300, 100, 15, 50, 0}, /* points with decimals */
    {3, 4, 2, 1, 900, 100, 0},	 /* long climbs, */
};

/* Costs that doubles cannot tell from each other. */
static const struct shape alike = {
    5, 8, 3, 1, 4, 1, INT64_C(30000000000000000)};

static void random_elections_are_counted_as_the_slow_counter_does(void **state)
{
	uint64_t seed = 2021;
	struct random random = bolbro_random(&seed);
	struct seen seen = {0};
	int elections = getenv("STEMMEBOKS_LONG") ? 60 * ELECTIONS : ELECTIONS;

	(void)state;
	for (int i = 0; i < elections; i++) {
		const struct shape *shape = &shapes[i % 5];
		struct election *election;
		struct rule_options options = {
		    .ties = i % 2 ? tie_break_canonical : tie_break_file};

		/* Few of the long ones: the slow counter visits every step. */
		if (i % 5 == 4 && i % 25 != 4)
			continue;
		election = election_draw(&random, shape);
		if (draw(&random, 4) == 0)
			options.threshold = draw(&random, 4);
		if (draw(&random, 3) == 0)
			options.value_less = draw(&random, shape->value_most);
		options_each(election, &options, &seen);
		election_free(election);
	}
	assert_int_equal(seen.unfinished, 0);
	assert_true(seen.ties > 1000 && seen.emptied > 1000 &&
		    seen.completed > 1000 && seen.long_climbs > 50);
}

static void
sums_that_doubles_cannot_tell_apart_are_counted_exactly(void **state)
{
	uint64_t seed = 64;
	struct random random = bolbro_random(&seed);
	struct seen seen = {0};

	(void)state;
	for (int i = 0; i < ELECTIONS; i++) {
		struct election *election = election_draw(&random, &alike);
		struct rule_options options = {.ties = tie_break_canonical};

		for (int way = 0; way < 4; way++) {
			options.utility = (enum rule_utility)(way % 2);
			options.completion = (enum rule_completion)(way / 2);
			election_compare(election, &options, &seen);
		}
		election_free(election);
	}
	assert_true(seen.ties > 50 && seen.emptied > 1000);
}

/* What a ballot of each group holds after FUNDING's rounds, all of whose
 * payments are asked anew: nobody pays more than is left of the share, and
 * together they pay the cost. */
static void payments_hold(const struct election *election,
			  const struct rule_options *options,
			  const struct funding *funding)
{
	mpq_t *money =
	    calloc((size_t)election->group_count + 1, sizeof(*money));
	mpq_t asked, paid, part;

	assert_non_null(money);
	assert_true(election_back(election));
	mpq_inits(asked, paid, part, NULL);
	for (int g = 0; g < election->group_count; g++) {
		mpq_init(money[g]);
		mpq_set(money[g], funding->endowment_minor);
	}
	for (int i = 0; i < funding->round_count; i++) {
		const struct funding_round *round = &funding->rounds[i];
		int64_t cost_minor =
		    election->projects[round->project].cost_minor;

		if (!round->has_rho)
			continue;
		mpq_set_ui(paid, 0, 1);
		for (size_t b = election->backers->first[round->project];
		     b < election->backers->first[round->project + 1]; b++) {
			const struct election_backer *backer =
			    &election->backers->list[b];

			/* rho times the utility, in minor units */
			mpq_set_si(part, backer->value,
				   (unsigned long)election->value_scale);
			mpq_canonicalize(part);
			mpq_mul(asked, round->rho, part);
			mpq_set_si(part,
				   options->utility == UTILITY_COST
				       ? cost_minor
				       : ELECTION_UNIT_MINOR,
				   1);
			mpq_mul(asked, asked, part);
			if (mpq_cmp(asked, money[backer->group]) > 0)
				mpq_set(asked, money[backer->group]);
			mpq_sub(money[backer->group], money[backer->group],
				asked);
			mpq_set_si(part,
				   election->groups[backer->group].ballots, 1);
			mpq_mul(asked, asked, part);
			mpq_add(paid, paid, asked);
		}
		mpq_set_si(part, cost_minor, 1);
		assert_true(mpq_equal(paid, part));
	}
	for (int g = 0; g < election->group_count; g++) {
		assert_true(mpq_sgn(money[g]) >= 0);
		mpq_clear(money[g]);
	}
	mpq_clears(asked, paid, part, NULL);
	free(money);
}

static const struct shape larger = {30, 300, 4, 1, 5000, 100, 0};

static void nobody_pays_more_than_the_share_and_all_pay_the_cost(void **state)
{
	uint64_t seed = 300;
	struct random random = bolbro_random(&seed);

	(void)state;
	for (int i = 0; i < 60; i++) {
		struct election *election = election_draw(&random, &larger);
		struct rule_options options = {
		    .ties = tie_break_canonical,
		    .utility = (enum rule_utility)(i % 2),
		    .completion = i % 3 ? COMPLETION_ADD1U : COMPLETION_NONE,
		    .convention = (enum rule_convention)(i / 3 % 3),
		};
		struct funding *funding;

		assert_int_equal(
		    rule_equal_shares(election, &options, &funding), STATUS_OK);
		assert_true(funding->total_minor <= election->budget_minor);
		payments_hold(election, &options, funding);
		funding_free(funding);
		election_free(election);
	}
}

/* ELECTION with its projects and ballots put in other orders; PLACE of each
 * project. No two groups of ballots are alike, so each is added by itself. */
static struct election *election_shuffled(const struct random *random,
					  const struct election *election,
					  int *ret_place)
{
	struct election_builder *builder =
	    election_builder_new(election->budget_minor, election->value_scale);
	int *projects =
	    calloc((size_t)election->project_count + 1, sizeof(int));
	int *groups = calloc((size_t)election->group_count + 1, sizeof(int));
	struct election *made;
	int blank = election->ballots;

	assert_true(builder && projects && groups);
	for (int p = 0; p < election->project_count; p++)
		projects[p] = p;
	for (int g = 0; g < election->group_count; g++)
		groups[g] = g;
	random_shuffle(random, projects, election->project_count);
	random_shuffle(random, groups, election->group_count);
	for (int p = 0; p < election->project_count; p++) {
		const struct election_project *project =
		    &election->projects[projects[p]];

		ret_place[projects[p]] = p;
		assert_int_equal(election_add_project(builder, project->id,
						      strlen(project->id),
						      project->cost_minor),
				 STATUS_OK);
	}
	for (int g = 0; g < election->group_count; g++) {
		const struct election_group *group =
		    &election->groups[groups[g]];
		struct election_value values[64];
		size_t count = group->end - group->first;

		for (size_t i = 0; i < count; i++) {
			values[i] = election->values[group->first + i];
			values[i].project = ret_place[values[i].project];
		}
		assert_int_equal(election_add_ballots(builder, values, count,
						      group->ballots),
				 STATUS_OK);
		blank -= group->ballots;
	}
	assert_int_equal(election_add_ballots(builder, NULL, 0, blank),
			 STATUS_OK);
	made = election_build(builder);
	assert_non_null(made);
	election_builder_free(builder);
	free(projects);
	free(groups);
	return made;
}

static bool costs_differ(const struct election *election)
{
	for (int a = 0; a < election->project_count; a++)
		for (int b = 0; b < a; b++)
			if (election->projects[a].cost_minor ==
			    election->projects[b].cost_minor)
				return false;
	return true;
}

/* The same rounds, but for PLACE; what the checker funds without asking is told
 * in the file's order. */
static void fundings_same(const struct funding *left,
			  const struct funding *right, const int *place)
{
	unsigned left_bits = 0, right_bits = 0;

	assert_int_equal(left->runs, right->runs);
	assert_int_equal(left->round_count, right->round_count);
	for (int i = 0; i < left->round_count; i++) {
		const struct funding_round *l = &left->rounds[i];
		const struct funding_round *r = &right->rounds[i];

		assert_true(mpq_equal(l->rho, r->rho));
		assert_int_equal(l->emptied, r->emptied);
		if (l->has_rho)
			assert_int_equal(place[l->project], r->project);
		left_bits |= 1u << place[l->project];
		right_bits |= 1u << r->project;
	}
	assert_int_equal(left_bits, right_bits);
}

static void order_of_ballots_and_projects_is_no_matter(void **state)
{
	uint64_t seed = 7;
	struct random random = bolbro_random(&seed);
	const struct shape shape = {6, 40, 3, 1, 60, 100, 0};
	int compared = 0;

	(void)state;
	for (int i = 0; i < 600; i++) {
		struct election *election = election_draw(&random, &shape);
		struct rule_options options = {
		    .ties = tie_break_canonical,
		    .utility = (enum rule_utility)(i % 2),
		    .completion = (enum rule_completion)(i / 2 % 4),
		    .convention = (enum rule_convention)(i / 8 % 3),
		};
		struct election *other;
		struct funding *left, *right;
		int place[64];

		other = election_shuffled(&random, election, place);
		assert_int_equal(rule_equal_shares(election, &options, &left),
				 STATUS_OK);
		assert_int_equal(rule_equal_shares(other, &options, &right),
				 STATUS_OK);
		/* Where costs are equal, the file's order breaks ties. */
		if (costs_differ(election)) {
			compared++;
			fundings_same(left, right, place);
		}
		funding_free(left);
		funding_free(right);
		election_free(election);
		election_free(other);
	}
	assert_true(compared > 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		random_elections_are_counted_as_the_slow_counter_does),
	    cmocka_unit_test(
		sums_that_doubles_cannot_tell_apart_are_counted_exactly),
	    cmocka_unit_test(
		nobody_pays_more_than_the_share_and_all_pay_the_cost),
	    cmocka_unit_test(order_of_ballots_and_projects_is_no_matter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

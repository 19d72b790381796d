/* `count FILE.pb --explain`: the steps add up to what the projects cost and to
 * the money that is left. */
#include "tests/lib/cmocka_all.h"

#include <jansson.h>

#include "tests/lib/bolbro.h"
#include "tests/lib/rules_election.h"
#include "tests/lib/tools_election.h"
#include "tests/lib/tools_run.h"
#include "tools/explain/explain_count.h"
#include "tools/explain/shares_replay.h"
#include "words/words.h"

#define BASE "tests/data/pabulib/quirks/00_base.pb"
#define REAL "../shared/data/pabulib"

enum { ELECTIONS = 1500 };

static const struct election_draw ticks = {.projects = 7,
					   .ballots = 12,
					   .cost_minor = 40,
					   .value = 1,
					   .named_of_10 = 5};
static const struct election_draw points = {.projects = 6,
					    .ballots = 9,
					    .cost_minor = 40,
					    .value = 4,
					    .named_of_10 = 6};

/* COUNT times NUMBER is added to SUM. */
static void add_times(mpq_ptr sum, int count, mpq_srcptr number)
{
	mpq_t product;

	mpq_init(product);
	mpq_set_si(product, count, 1);
	mpq_mul(product, product, number);
	mpq_add(sum, sum, product);
	mpq_clear(product);
}

/* Where ballots are ticked: those who pay alike, and those who pay what they
 * have, pay what it costs, to the last fraction. */
static void payments_add_up(const struct election *election,
			    const struct funding *funding,
			    const struct shares_replay *replay)
{
	mpq_t sum;

	mpq_init(sum);
	for (int i = 0; i < replay->round_count; i++) {
		const struct funding_round *round = &funding->rounds[i];
		const struct election_project *project =
		    &election->projects[round->project];
		const struct shares_paid *paid = &replay->paid[i];

		mpq_set(sum, paid->emptied_minor);
		add_times(sum, paid->supporters - paid->emptied,
			  paid->each_minor);
		assert_int_equal(mpq_cmp_si(sum, project->cost_minor, 1), 0);
		assert_int_equal(paid->supporters, project->named);
		/* The rule's emptied are also those who have just enough. */
		if (project->cost_minor > 0)
			assert_true(paid->supporters - paid->emptied >=
				    round->backers - round->emptied);
	}
	mpq_clear(sum);
}

static enum rule_utility utility_of(int index)
{
	return index % 2 == 0 ? UTILITY_COST : UTILITY_COUNT;
}

static void what_supporters_pay_is_what_it_costs(void **state)
{
	static const enum rule_completion completions[] = {
	    COMPLETION_NONE, COMPLETION_GREEDY, COMPLETION_ADD1U};
	uint64_t seed = 17;
	struct random random = bolbro_random(&seed);
	int rounds = 0, emptied = 0;

	(void)state;
	for (int i = 0; i < ELECTIONS; i++) {
		struct election *election = election_drawn(&random, &ticks);
		const struct rule_options options = {
		    .utility = utility_of(i),
		    .completion = completions[i % 3],
		    .ties = tie_break_canonical};
		struct funding *funding = NULL;
		struct shares_replay *replay = NULL;

		assert_int_equal(
		    rule_equal_shares(election, &options, &funding), STATUS_OK);
		assert_int_equal(
		    shares_replay_new(election, &options, funding, &replay),
		    STATUS_OK);
		assert_non_null(replay);
		payments_add_up(election, funding, replay);
		rounds += replay->round_count;
		for (int k = 0; k < replay->round_count; k++)
			emptied += replay->paid[k].emptied > 0;
		shares_replay_free(replay);
		funding_free(funding);
		election_free(election);
	}
	assert_true(rounds > ELECTIONS && emptied > ELECTIONS / 10);
}

/* ELECTION with one project more, which every ballot names and nobody can
 * afford. */
static struct election *with_one_for_all(const struct election *election)
{
	struct election_builder *builder =
	    election_builder_new(election->budget_minor, election->value_scale);
	const int last = election->project_count;
	struct election_value values[64];
	int blank = election->ballots;
	struct election *built;

	for (int i = 0; i < last; i++)
		assert_int_equal(
		    election_add_project(builder, election->projects[i].id,
					 strlen(election->projects[i].id),
					 election->projects[i].cost_minor),
		    STATUS_OK);
	assert_int_equal(election_add_project(builder, "all", 3, 1000000),
			 STATUS_OK);
	for (int i = 0; i < election->group_count; i++) {
		const struct election_group *group = &election->groups[i];
		size_t count = group->end - group->first;

		memcpy(values, election->values + group->first,
		       count * sizeof(*values));
		values[count++] = (struct election_value){last, 1};
		assert_int_equal(election_add_ballots(builder, values, count,
						      group->ballots),
				 STATUS_OK);
		blank -= group->ballots;
	}
	values[0] = (struct election_value){last, 1};
	if (blank > 0)
		assert_int_equal(
		    election_add_ballots(builder, values, 1, blank), STATUS_OK);
	built = election_build(builder);
	election_builder_free(builder);
	return built;
}

/* What everybody holds at the end, and what was paid, are all shares. */
static void what_is_held_at_the_end_is_what_was_not_paid(void **state)
{
	uint64_t seed = 23;
	struct random random = bolbro_random(&seed);

	(void)state;
	for (int i = 0; i < ELECTIONS; i++) {
		struct election *drawn = election_drawn(&random, &points);
		struct election *election = with_one_for_all(drawn);
		const struct rule_options options = {
		    .utility = utility_of(i), .ties = tie_break_canonical};
		struct funding *funding = NULL;
		struct shares_replay *replay = NULL;
		mpq_t sum;

		assert_int_equal(
		    rule_equal_shares(election, &options, &funding), STATUS_OK);
		assert_int_equal(
		    shares_replay_new(election, &options, funding, &replay),
		    STATUS_OK);
		mpq_init(sum);
		mpq_set_si(sum, funding->total_minor, 1);
		mpq_add(sum, sum,
			replay->held_minor[election->project_count - 1]);
		if (election->ballots > 0)
			assert_int_equal(
			    mpq_cmp_si(sum, election->budget_minor, 1), 0);
		mpq_clear(sum);
		shares_replay_free(replay);
		funding_free(funding);
		election_free(election);
		election_free(drawn);
	}
}

/* Whether A's turn is before B's. */
static bool before(const struct election *election, int a, int b)
{
	const struct election_project *x = &election->projects[a];
	const struct election_project *y = &election->projects[b];

	if (x->support != y->support)
		return x->support > y->support;
	return x->cost_minor != y->cost_minor ? x->cost_minor < y->cost_minor
					      : a < b;
}

/* The money left in greedy when each has its turn, by looking for who is next
 * again and again. */
static void lefts_are_told(const struct explained *explained)
{
	const struct election *election = explained->named->election;
	bool seen[64] = {false};
	int64_t left = election->budget_minor;

	for (int turn = 0; turn < election->project_count; turn++) {
		int next = -1;

		for (int p = 0; p < election->project_count; p++)
			if (!seen[p] && (next < 0 || before(election, p, next)))
				next = p;
		seen[next] = true;
		if (explained->funding->reasons[next] == REASON_FUNDED)
			left -= election->projects[next].cost_minor;
		else
			assert_int_equal(explain_left_minor(explained, next),
					 left);
	}
	assert_int_equal(left, election->budget_minor -
				   explained->funding->total_minor);
}

static void what_is_left_at_each_turn_is_what_others_took(void **state)
{
	uint64_t seed = 5;
	struct random random = bolbro_random(&seed);

	(void)state;
	for (int i = 0; i < ELECTIONS; i++) {
		struct election *election = election_drawn(&random, &points);
		const struct election_named named = {.election = election};
		const struct election_options options = {
		    .rule = &election_rules[0],
		    .options = {.ties = tie_break_canonical}};
		struct explained explained = {&named, &options, NULL, NULL,
					      NULL};
		struct funding *funding = NULL;

		assert_int_equal(
		    rule_greedy(election, &options.options, &funding),
		    STATUS_OK);
		explained.funding = funding;
		lefts_are_told(&explained);
		funding_free(funding);
		election_free(election);
	}
}

static void expect_said(const char *const *words, const char *const *said)
{
	struct run run = run_words(words);

	assert_int_equal(run.code, 0);
	for (; *said; said++)
		if (!strstr(run.out, *said))
			fail_msg("not said: %s\n%s", *said, run.out);
	run_free(&run);
}

#define SAID(words, ...)                                                       \
	expect_said(words, (const char *const[]){__VA_ARGS__, NULL})
#define WORDS(...)                                                             \
	(const char *const[])                                                  \
	{                                                                      \
		"count", BASE, "--explain", __VA_ARGS__, NULL                  \
	}

/* The election is worked out at equal_shares_is_told_in_exact_numbers(). 60 of
 * 100 leave 40: Beta, at 50, is 10 too dear; at 40 it is level with Gamma and
 * before it in the file. With two more it has 4 and is first (Alpha then fits
 * no more); with one more it has as many as Alpha and is cheaper: first as
 * well. */
static void every_rule_says_its_steps(void **state)
{
	(void)state;
	SAID(WORDS("--rule", "greedy"),
	     "1 Alpha (support 3, costs 60): there is 100, so it gets the "
	     "money, and 40 is left over.",
	     "2 Beta (support 2, costs 50): only 0 is left, so it is skipped.",
	     "2 Beta: If it cost 10 less it would get its money. With 1 ballot "
	     "more that names it alone it would get its money.");
	SAID(WORDS("--rule", "greedy", "--fit", "stop", "--ties", "file"),
	     "2 Beta (support 2, costs 50): only 40 is left, so the count ends "
	     "here.",
	     "3 Gamma (support 2, costs 40): the count had ended before its "
	     "turn.");
	SAID(WORDS("--rule", "greedy", "--threshold", "3"),
	     "3 Gamma (support 2, costs 40): it has less support than is "
	     "needed.");
	SAID(WORDS("--rule", "equal-shares"),
	     "Each of the 4 ballots gets the same money, 25, to spend",
	     "1 Alpha (support 3, costs 60): each of the 3 supporters pays 20 "
	     "for it.",
	     "2 Beta (support 2, costs 50): its 2 supporters have only 30 left "
	     "together.");
	SAID(WORDS("--rule", "equal-shares", "--completion", "greedy"),
	     "The 40 that is left goes to those with most support",
	     "3 Gamma (support 2, costs 40): there is 40, so it gets the "
	     "money, and 0 is left over.");
	SAID(WORDS("--rule", "phragmen", "--convention", "skip"),
	     "when every ballot had earned about 26.67, its 3 supporters",
	     "when every ballot had earned 20, its 2 supporters could pay");
	SAID(WORDS("--rule", "welfare"), "none is worth more than this: 5.",
	     "1 Alpha (support 3, costs 60): it is one of the best set.",
	     "2 Beta (support 2, costs 50): the best set of projects is "
	     "without it.");
}

static void the_steps_are_told_in_danish(void **state)
{
	const char *build = getenv("STEMMEBOKS_BUILD");
	char *folder = NULL;

	(void)state;
	assert_true(asprintf(&folder, "%s/lang", build ? build : "build") > 0);
	words_open(folder);
	words_language("da");
	SAID(WORDS("--rule", "equal-shares"),
	     "hver af de 3, der støtter det, betaler 20 for det.",
	     "2 Beta: Hvis det kostede");
	SAID(WORDS("--rule", "greedy"), "så det springes over.");
	words_language("en");
	words_open("/nonexistent");
	free(folder);
}

static void json_has_the_steps_only_when_they_are_asked_for(void **state)
{
	struct run run = run_command("count", BASE, "--rule", "greedy",
				     "--explain", "--json");
	json_t *json = json_loads(run.out, 0, NULL);

	(void)state;
	assert_int_equal(json_array_size(json_object_get(json, "steps")), 3);
	assert_int_equal(json_array_size(json_object_get(json, "taken")), 1);
	json_decref(json);
	run_free(&run);
}

static void explain_real(void *context, const char *path)
{
	const struct rule_options options = {.completion = COMPLETION_ADD1U,
					     .ties = tie_break_canonical};
	struct pabulib *pabulib = election_of_file(path, true);
	const struct election *election = pabulib->election;
	struct funding *funding = NULL;
	struct shares_replay *replay = NULL;
	int *added_up = context;

	assert_int_equal(rule_equal_shares(election, &options, &funding),
			 STATUS_OK);
	assert_int_equal(
	    shares_replay_new(election, &options, funding, &replay), STATUS_OK);
	if (replay && !replay->points) {
		payments_add_up(election, funding, replay);
		(*added_up)++;
	}
	shares_replay_free(replay);
	funding_free(funding);
	pabulib_free(pabulib);
}

static void payments_of_real_elections_add_up(void **state)
{
	int added_up = 0;

	(void)state;
	if (election_files(REAL, ".pb", explain_real, &added_up) == 0)
		skip();
	assert_true(added_up > 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_supporters_pay_is_what_it_costs),
	    cmocka_unit_test(what_is_held_at_the_end_is_what_was_not_paid),
	    cmocka_unit_test(what_is_left_at_each_turn_is_what_others_took),
	    cmocka_unit_test(every_rule_says_its_steps),
	    cmocka_unit_test(the_steps_are_told_in_danish),
	    cmocka_unit_test(json_has_the_steps_only_when_they_are_asked_for),
	    cmocka_unit_test(payments_of_real_elections_add_up),
	};

	return cmocka_run_group_tests_name("explain", tests, NULL, NULL);
}

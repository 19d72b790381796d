/* An election as a value: what is kept of ballots, and what is refused. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/bolbro.h"

#include <limits.h>

#include "rules/election.h"

enum { PROJECTS = 6, BALLOTS = 60 };

static struct election_builder *builder_of(int projects)
{
	struct election_builder *builder = election_builder_new(1000, 1);

	assert_non_null(builder);
	for (int p = 0; p < projects; p++) {
		char id[16];

		snprintf(id, sizeof(id), "%d", p);
		assert_int_equal(election_add_project(builder, id, strlen(id),
						      100 * (p + 1)),
				 STATUS_OK);
	}
	return builder;
}

static struct election *built(struct election_builder *builder)
{
	struct election *election = election_build(builder);

	assert_non_null(election);
	assert_true(election_back(election));
	election_builder_free(builder);
	return election;
}

static enum status add(struct election_builder *builder, int project, int value,
		       int ballots)
{
	struct election_value one = {project, value};

	return election_add_ballots(builder, &one, 1, ballots);
}

/* Every number of both is the same. */
static void elections_equal(const struct election *a, const struct election *b)
{
	size_t values;

	assert_int_equal(a->ballots, b->ballots);
	assert_int_equal(a->project_count, b->project_count);
	assert_int_equal(a->group_count, b->group_count);
	for (int p = 0; p < a->project_count; p++) {
		assert_string_equal(a->projects[p].id, b->projects[p].id);
		assert_int_equal(a->projects[p].cost_minor,
				 b->projects[p].cost_minor);
		assert_int_equal(a->projects[p].support,
				 b->projects[p].support);
		assert_int_equal(a->projects[p].named, b->projects[p].named);
	}
	assert_memory_equal(a->backers->first, b->backers->first,
			    ((size_t)a->project_count + 1) *
				sizeof(*a->backers->first));
	values = a->backers->first[a->project_count];
	assert_memory_equal(a->backers->list, b->backers->list,
			    values * sizeof(*a->backers->list));
	for (int g = 0; g < a->group_count; g++) {
		const struct election_group *x = &a->groups[g];
		const struct election_group *y = &b->groups[g];

		assert_int_equal(x->ballots, y->ballots);
		assert_int_equal(x->end - x->first, y->end - y->first);
		assert_memory_equal(a->values + x->first, b->values + y->first,
				    (x->end - x->first) * sizeof(*a->values));
	}
}

/* The BALLOTS ballots, of few kinds, in the order given; the values of each in
 * an order of its own. */
static struct election *drawn(const struct random *random,
			      int ballots[BALLOTS][PROJECTS],
			      const int order[BALLOTS])
{
	struct election_builder *builder = builder_of(PROJECTS);

	for (int b = 0; b < BALLOTS; b++) {
		struct election_value values[PROJECTS];
		int projects[PROJECTS] = {0, 1, 2, 3, 4, 5};

		random_shuffle(random, projects, PROJECTS);
		for (int i = 0; i < PROJECTS; i++)
			values[i] = (struct election_value){
			    projects[i], ballots[order[b]][projects[i]]};
		assert_int_equal(
		    election_add_ballots(builder, values, PROJECTS, 1),
		    STATUS_OK);
	}
	return built(builder);
}

static void order_of_ballots_leaves_no_trace(void **state)
{
	uint64_t seed = 22;
	struct random random = bolbro_random(&seed);

	(void)state;
	for (int i = 0; i < 200; i++) {
		int ballots[BALLOTS][PROJECTS], order[BALLOTS];
		struct election *first, *other;

		for (int b = 0; b < BALLOTS; b++) {
			order[b] = b;
			for (int p = 0; p < PROJECTS; p++)
				ballots[b][p] =
				    random.below(random.context, 3) == 0
					? 1 + (int)random.below(random.context,
								2)
					: 0;
		}
		first = drawn(&random, ballots, order);
		random_shuffle(&random, order, BALLOTS);
		other = drawn(&random, ballots, order);
		elections_equal(first, other);
		election_free(first);
		election_free(other);
	}
}

static void ballots_alike_are_one_group_and_blank_ones_none(void **state)
{
	struct election_builder *builder = builder_of(3);
	struct election_value ab[] = {{1, 2}, {0, 1}}, ba[] = {{0, 1}, {1, 2}};
	struct election_value with_zero[] = {{2, 0}, {1, 2}, {0, 1}};
	struct election *election;

	(void)state;
	assert_int_equal(election_add_ballots(builder, ab, 2, 3), STATUS_OK);
	assert_int_equal(election_add_ballots(builder, ba, 2, 1), STATUS_OK);
	assert_int_equal(election_add_ballots(builder, with_zero, 3, 1),
			 STATUS_OK);
	assert_int_equal(add(builder, 0, 1, 4), STATUS_OK);
	assert_int_equal(add(builder, 0, 0, 5), STATUS_OK);
	assert_int_equal(election_add_ballots(builder, NULL, 0, 7), STATUS_OK);
	assert_int_equal(add(builder, 0, 2, 0), STATUS_OK);
	election = built(builder);
	assert_int_equal(election->ballots, 3 + 1 + 1 + 4 + 5 + 7);
	assert_int_equal(election->group_count, 2);
	/* The shorter of two that begin alike comes first. */
	assert_int_equal(election->groups[0].ballots, 4);
	assert_int_equal(election->groups[1].ballots, 5);
	assert_int_equal(election->projects[0].support, 9);
	assert_int_equal(election->projects[1].support, 10);
	assert_int_equal(election->projects[1].named, 5);
	assert_int_equal(election->projects[2].named, 0);
	assert_int_equal(election->backers->first[1], 2);
	assert_int_equal(election->backers->first[2], 3);
	assert_int_equal(election->backers->first[3], 3);
	assert_int_equal(election->backers->list[2].group, 1);
	assert_int_equal(election->backers->list[2].value, 2);
	election_free(election);
}

static void ids_are_strings_and_stand_once(void **state)
{
	struct election_builder *builder = election_builder_new(0, 1);
	struct election *election;

	(void)state;
	assert_int_equal(election_find(builder, "7", 1), -1);
	assert_int_equal(election_add_project(builder, "007", 3, 1), STATUS_OK);
	assert_int_equal(election_add_project(builder, "7", 1, 2), STATUS_OK);
	assert_int_equal(election_add_project(builder, "OGM/0015x", 8, 3),
			 STATUS_OK);
	assert_int_equal(election_add_project(builder, "7.", 1, 4),
			 STATUS_INPUT);
	assert_int_equal(election_find(builder, "007", 3), 0);
	assert_int_equal(election_find(builder, "7", 1), 1);
	assert_int_equal(election_find(builder, "OGM/0015", 8), 2);
	assert_int_equal(election_find(builder, "OGM/0015x", 9), -1);
	assert_int_equal(election_find(builder, "OGM/001", 7), -1);
	election = built(builder);
	assert_int_equal(election->project_count, 3);
	assert_string_equal(election->projects[2].id, "OGM/0015");
	assert_int_equal(election->projects[1].cost_minor, 2);
	election_free(election);
}

static void what_is_too_much_is_refused_and_adds_nothing(void **state)
{
	struct election_builder *builder = builder_of(2);
	struct election_value below[] = {{0, 1}, {1, -1}};
	struct election *election;

	(void)state;
	assert_int_equal(election_add_project(builder, "x", 1, -1),
			 STATUS_LIMIT);
	assert_int_equal(
	    election_add_project(builder, "x", 1, ELECTION_MONEY_MOST + 1),
	    STATUS_LIMIT);
	assert_int_equal(
	    election_add_project(builder, "x", 1, ELECTION_MONEY_MOST),
	    STATUS_OK);
	assert_int_equal(election_add_ballots(builder, below, 2, 1),
			 STATUS_LIMIT);
	assert_int_equal(add(builder, 0, 1, -1), STATUS_LIMIT);
	assert_int_equal(add(builder, 0, 1, INT_MAX), STATUS_OK);
	assert_int_equal(add(builder, 0, 1, 1), STATUS_LIMIT);
	election = built(builder);
	assert_int_equal(election->project_count, 3);
	assert_int_equal(election->ballots, INT_MAX);
	assert_int_equal(election->projects[0].support, INT_MAX);
	assert_int_equal(election->projects[1].support, 0);
	election_free(election);
}

static void sum_of_values_stops_at_its_limit(void **state)
{
	struct election_builder *builder = builder_of(1);
	struct election *election;

	(void)state;
	/* 10^9 times 10^9 is the limit itself. */
	assert_int_equal(add(builder, 0, 1000000000, 1000000000), STATUS_OK);
	assert_int_equal(add(builder, 0, 1, 1), STATUS_LIMIT);
	election = built(builder);
	assert_int_equal(election->projects[0].support, ELECTION_MONEY_MOST);
	assert_int_equal(election->ballots, 1000000000);
	election_free(election);
}

static void projects_are_as_many_as_the_limit_says(void **state)
{
	struct election_builder *builder = builder_of(ELECTION_PROJECTS);
	struct election *election;

	(void)state;
	assert_int_equal(election_add_project(builder, "more", 4, 1),
			 STATUS_LIMIT);
	assert_int_equal(election_find(builder, "19999", 5), 19999);
	assert_int_equal(election_find(builder, "20000", 5), -1);
	election = built(builder);
	assert_int_equal(election->project_count, ELECTION_PROJECTS);
	election_free(election);
}

/* 200,000 ballots of which every third has a value of its own. */
static void large_election_is_grouped_whole(void **state)
{
	enum { LARGE = 200000 };
	struct election_builder *builder = builder_of(PROJECTS);
	struct election *election;
	int64_t support = 0, ballots = 0;

	(void)state;
	for (int i = 0; i < LARGE; i++) {
		struct election_value values[] = {{i % 5, 1},
						  {5, i % 3 ? 1 : i + 1}};

		support += values[1].value;
		assert_int_equal(election_add_ballots(builder, values, 2, 1),
				 STATUS_OK);
	}
	election = built(builder);
	assert_int_equal(election->ballots, LARGE);
	assert_int_equal(election->projects[5].support, support);
	assert_int_equal(election->projects[0].support, LARGE / 5);
	/* Value 1 with each of five; ballot 0 is alike. The others differ. */
	assert_int_equal(election->group_count, 5 + (LARGE + 2) / 3 - 1);
	for (int g = 0; g < election->group_count; g++)
		ballots += election->groups[g].ballots;
	assert_int_equal(ballots, LARGE);
	for (size_t i = election->backers->first[5] + 1;
	     i < election->backers->first[6]; i++)
		assert_true(election->backers->list[i - 1].group <
			    election->backers->list[i].group);
	election_free(election);
}

static void what_is_empty_is_built_and_freed(void **state)
{
	struct election_builder *builder = election_builder_new(5, 10);
	struct election *election = built(builder);

	(void)state;
	assert_int_equal(election->budget_minor, 5);
	assert_int_equal(election->value_scale, 10);
	assert_int_equal(election->ballots, 0);
	assert_int_equal(election->backers->first[0], 0);
	election_free(election);
	election_free(NULL);
	election_builder_free(NULL);
	election_builder_free(builder_of(2));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(order_of_ballots_leaves_no_trace),
	    cmocka_unit_test(ballots_alike_are_one_group_and_blank_ones_none),
	    cmocka_unit_test(ids_are_strings_and_stand_once),
	    cmocka_unit_test(what_is_too_much_is_refused_and_adds_nothing),
	    cmocka_unit_test(sum_of_values_stops_at_its_limit),
	    cmocka_unit_test(projects_are_as_many_as_the_limit_says),
	    cmocka_unit_test(large_election_is_grouped_whole),
	    cmocka_unit_test(what_is_empty_is_built_and_freed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

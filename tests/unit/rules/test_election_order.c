/* Groups of an election: ballots alike together, in one order whatever the
 * order of the ballots, with sums that a plain loop agrees with. */
#include "tests/lib/cmocka_all.h"

#include <stdbool.h>

#include "rules/election.h"

enum { BALLOTS = 3000, MOST_NAMED = 12 };

struct shape {
	int projects, named, value_most;
};

struct drawn {
	struct election_value values[MOST_NAMED];
	size_t count;
};

static unsigned draw(uint64_t *seed, int below)
{
	*seed = *seed * UINT64_C(6364136223846793005) + 1442695040888963407;
	return (unsigned)((*seed >> 33) % (unsigned)below);
}

static void ballots_draw(struct drawn *ballots, struct shape shape,
			 uint64_t seed)
{
	for (int i = 0; i < BALLOTS; i++) {
		struct drawn *ballot = &ballots[i];
		int count = (int)draw(&seed, shape.named + 1);

		ballot->count = 0;
		for (int j = 0; j < count; j++) {
			int project = (int)draw(&seed, shape.projects);
			int value = 1 + (int)draw(&seed, shape.value_most);
			bool named = false;

			for (size_t k = 0; k < ballot->count; k++)
				named |= ballot->values[k].project == project;
			if (!named)
				ballot->values[ballot->count++] =
				    (struct election_value){project, value};
		}
	}
}

static struct election_builder *builder_of(int projects)
{
	struct election_builder *builder = election_builder_new(100, 1);

	for (int i = 0; i < projects; i++) {
		char id[16];
		int length = snprintf(id, sizeof(id), "p%d", i);

		assert_int_equal(
		    election_add_project(builder, id, (size_t)length, i),
		    STATUS_OK);
	}
	return builder;
}

/* The election of BALLOTS, from the STEP-th on in steps, and all of them. */
static struct election *build(const struct drawn *ballots, struct shape shape,
			      int step)
{
	struct election_builder *builder = builder_of(shape.projects);
	struct election *election;

	for (int i = 0; i < BALLOTS; i++) {
		struct drawn copy = ballots[(long)i * step % BALLOTS];

		assert_int_equal(
		    election_add_ballots(builder, copy.values, copy.count, 1),
		    STATUS_OK);
	}
	election = election_build(builder);
	assert_non_null(election);
	assert_true(election_back(election));
	election_builder_free(builder);
	return election;
}

/* -1 when group A comes before group B, told slowly. */
static int order(const struct election *election, int a, int b)
{
	const struct election_group *left = &election->groups[a];
	const struct election_group *right = &election->groups[b];

	for (size_t i = 0;; i++) {
		const struct election_value *l, *r;

		if (right->first + i == right->end)
			return 1;
		if (left->first + i == left->end)
			return -1;
		l = &election->values[left->first + i];
		r = &election->values[right->first + i];
		if (l->project != r->project)
			return l->project < r->project ? -1 : 1;
		if (l->value != r->value)
			return l->value < r->value ? -1 : 1;
	}
}

static void expect_sums(const struct election *election,
			const struct drawn *ballots, struct shape shape)
{
	int64_t *support = calloc((size_t)shape.projects, sizeof(*support));
	int *named = calloc((size_t)shape.projects, sizeof(*named));
	int grouped = 0, blank = 0;

	for (int i = 0; i < BALLOTS; i++) {
		blank += ballots[i].count == 0;
		for (size_t j = 0; j < ballots[i].count; j++) {
			support[ballots[i].values[j].project] +=
			    ballots[i].values[j].value;
			named[ballots[i].values[j].project]++;
		}
	}
	for (int i = 0; i < shape.projects; i++) {
		assert_int_equal(election->projects[i].support, support[i]);
		assert_int_equal(election->projects[i].named, named[i]);
		assert_int_equal(election->backers->first[i + 1] -
					 election->backers->first[i] <=
				     (size_t)named[i],
				 true);
	}
	for (int i = 0; i < election->group_count; i++)
		grouped += election->groups[i].ballots;
	assert_int_equal(grouped + blank, BALLOTS);
	assert_int_equal(election->ballots, BALLOTS);
	free(support);
	free(named);
}

static void groups_stand_in_one_order_whatever_that_of_the_ballots(void **state)
{
	/* Keys of one item and of many, values of no bits and of all. */
	static const struct shape shapes[] = {
	    {3, 3, 1},
	    {83, 12, 1},
	    {83, 12, 2},
	    {83, 12, 300},
	    {5, 5, INT32_MAX / BALLOTS},
	    {20000, 12, 1},
	    {20000, 2, 3},
	    {1, 1, 1},
	    {2, 2, 7},
	};
	struct drawn *ballots = calloc(BALLOTS, sizeof(*ballots));

	(void)state;
	for (size_t s = 0; s < sizeof(shapes) / sizeof(*shapes); s++) {
		struct election *one, *two;

		ballots_draw(ballots, shapes[s], s + 1);
		one = build(ballots, shapes[s], 1);
		two = build(ballots, shapes[s], 1001);
		expect_sums(one, ballots, shapes[s]);
		for (int i = 1; i < one->group_count; i++)
			assert_int_equal(order(one, i - 1, i), -1);
		assert_int_equal(one->group_count, two->group_count);
		for (int i = 0; i < one->group_count; i++) {
			const struct election_group *a = &one->groups[i];
			const struct election_group *b = &two->groups[i];

			assert_int_equal(a->ballots, b->ballots);
			assert_int_equal(a->end - a->first, b->end - b->first);
			assert_memory_equal(
			    one->values + a->first, two->values + b->first,
			    (a->end - a->first) * sizeof(*one->values));
		}
		election_free(one);
		election_free(two);
	}
	free(ballots);
}

/* Nine projects fit into a key; these ballots differ in the tenth. */
static void ballots_that_begin_alike_stay_apart(void **state)
{
	enum { PROJECTS = 70, SAME = 8, LAST = PROJECTS - 2 };
	struct election_builder *builder = builder_of(PROJECTS);
	struct election *election;

	(void)state;
	for (int ninth = SAME; ninth < LAST; ninth++)
		for (int more = 0; more < 3; more++) {
			struct election_value values[SAME + 2];

			for (int i = 0; i < SAME; i++)
				values[i] = (struct election_value){i, 1};
			values[SAME] = (struct election_value){ninth, 1};
			values[SAME + 1] =
			    (struct election_value){ninth + more, 1};
			assert_int_equal(
			    election_add_ballots(builder, values,
						 more ? SAME + 2 : SAME + 1, 1),
			    STATUS_OK);
		}
	election = election_build(builder);
	assert_non_null(election);
	election_builder_free(builder);
	assert_int_equal(election->group_count, 3 * (LAST - SAME));
	for (int i = 1; i < election->group_count; i++)
		assert_int_equal(order(election, i - 1, i), -1);
	election_free(election);
}

/* Far more different ballots than are remembered, and all of them again. */
static void ballots_alike_are_one_group_however_far_apart(void **state)
{
	enum { PROJECTS = 400, ROUNDS = 3 };
	struct election_builder *builder = builder_of(PROJECTS);
	struct election *election;

	(void)state;
	for (int round = 0; round < ROUNDS; round++)
		for (int a = 0; a < PROJECTS; a++)
			for (int b = 0; b < a; b++) {
				struct election_value two[] = {{a, 1}, {b, 1}};

				assert_int_equal(
				    election_add_ballots(builder, two, 2, 1),
				    STATUS_OK);
			}
	election = election_build(builder);
	assert_non_null(election);
	election_builder_free(builder);
	assert_int_equal(election->group_count, PROJECTS * (PROJECTS - 1) / 2);
	for (int i = 0; i < election->group_count; i++)
		assert_int_equal(election->groups[i].ballots, ROUNDS);
	for (int i = 0; i < PROJECTS; i++) {
		assert_int_equal(election->projects[i].groups, PROJECTS - 1);
		assert_int_equal(election->projects[i].named,
				 ROUNDS * (PROJECTS - 1));
	}
	election_free(election);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		groups_stand_in_one_order_whatever_that_of_the_ballots),
	    cmocka_unit_test(ballots_that_begin_alike_stay_apart),
	    cmocka_unit_test(ballots_alike_are_one_group_however_far_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

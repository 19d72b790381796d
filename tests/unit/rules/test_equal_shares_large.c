/* Equal shares where sums are no more whole in a double. */
#include "tests/lib/cmocka_all.h"

#include <string.h>

#include "rules/funding.h"

enum { BALLOTS = 1 << 23, VALUE = 1 << 30 }; /* together 2^53 */

static void project_add(struct election_builder *builder, const char *id,
			int64_t cost_minor)
{
	assert_int_equal(
	    election_add_project(builder, id, strlen(id), cost_minor),
	    STATUS_OK);
}

static void ballots_add(struct election_builder *builder, int project,
			int value, int ballots)
{
	struct election_value one = {project, value};

	assert_int_equal(election_add_ballots(builder, &one, 1, ballots),
			 STATUS_OK);
}

/* Two projects of one cost, in that order in the file: the
 * points of the second are 2^53 + MORE, those of the first 2^53. */
static struct election *two_projects(int more)
{
	const int64_t cost_minor = 7 * (int64_t)BALLOTS;
	struct election_builder *builder =
	    election_builder_new(2 * cost_minor + 7 * (more + 1), 1);
	struct election *election;

	assert_non_null(builder);
	project_add(builder, "first", cost_minor);
	project_add(builder, "second", cost_minor);
	ballots_add(builder, 0, VALUE, BALLOTS);
	ballots_add(builder, 1, VALUE, BALLOTS);
	for (int i = 0; i < more; i++)
		ballots_add(builder, 1, 1, 1);
	election = election_build(builder);
	assert_non_null(election);
	election_builder_free(builder);
	return election;
}

/* A point more makes a point cheaper, by a part in 2^53. */
static void a_point_in_2_to_the_53_is_seen(void **state)
{
	const struct rule_options options = {.utility = UTILITY_COUNT,
					     .ties = tie_break_file};

	(void)state;
	for (int more = 0; more < 3; more++) {
		struct election *election = two_projects(more);
		struct funding *funding = NULL;

		assert_int_equal(
		    rule_equal_shares(election, &options, &funding), STATUS_OK);
		assert_int_equal(funding->round_count, 2);
		assert_int_equal(funding->rounds[0].project, more > 0);
		assert_int_equal(funding->rounds[0].tied_count,
				 more > 0 ? 0 : 2);
		funding_free(funding);
		election_free(election);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_point_in_2_to_the_53_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

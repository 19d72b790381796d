#include "tests/lib/counting_evening.h"

#include "core/rule_kind.h"
#include "counting/pot_election.h"
#include "rules/election.h"
#include "tests/lib/ballots.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

int evening_number(const struct random *random, int limit)
{
	return (int)random->below(random->context, (uint32_t)limit);
}

void evening_elect(struct evening *evening, int first)
{
	const struct meeting *meeting = evening->meeting;
	int count = evening->ballot_count;

	count_ballots_free(&evening->elections);
	tally_clear(&evening->tally);
	for (int i = 0; i < count; i++)
		tally_add(&evening->tally, meeting,
			  &evening->ballots[(first + i) % count]);
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		struct election_builder *builder =
		    pot_election_begin(meeting, pot);

		assert_non_null(builder);
		for (int i = 0; i < count; i++)
			assert_ok(pot_election_add(
			    builder, meeting, pot,
			    &evening->ballots[(first + i) % count], 1));
		evening->elections.of[pot] = election_build(builder);
		assert_non_null(evening->elections.of[pot]);
		election_builder_free(builder);
	}
}

enum status evening_count(struct evening *evening)
{
	return count_meeting(evening->meeting, &evening->tally,
			     &evening->elections, evening->decisions,
			     evening->decision_count, &evening->result);
}

void evening_free(struct evening *evening)
{
	count_ballots_free(&evening->elections);
	meeting_free(evening->meeting);
	free(evening);
}

static void pot_draw(const struct random *random, struct meeting *meeting,
		     int pot)
{
	static const char *const completions[] = {NULL, "none", "greedy",
						  "add1", "add1u"};
	static const char *const utilities[] = {NULL, "cost", "count"};
	enum rule_kind kind =
	    (enum rule_kind)evening_number(random, RULE_KINDS);
	enum ballot_type type;

	type = (enum ballot_type)evening_number(random, BALLOT_TYPE_COUNT);
	meeting->pots[pot] = (struct pot){
	    .key = pot ? "b" : "a",
	    .title = {{pot ? "B" : "A"}},
	    .amount_minor = 1000 * evening_number(random, 30),
	    .rule = rule_kind_name(kind),
	    .threshold_votes =
		1 + (evening_number(random, 3) ? 0 : evening_number(random, 3)),
	    .threshold_percent =
		evening_number(random, 3) ? 0 : evening_number(random, 30),
	    .leftover_to = -1,
	};
	if (kind == RULE_EQUAL_SHARES) {
		meeting->pots[pot].completion =
		    completions[evening_number(random, 5)];
		meeting->pots[pot].utility =
		    utilities[evening_number(random, 3)];
	}
	ballots_type_draw(random, meeting, pot, type);
	if (kind == RULE_PHRAGMEN && type == BALLOT_SCORE)
		meeting->pots[pot].support_from =
		    1 + evening_number(random, meeting->pots[pot].value_most);
}

struct evening *evening_draw(const struct random *random)
{
	struct evening *evening = calloc(1, sizeof(*evening));
	struct meeting *meeting = meeting_new();

	assert_true(evening && meeting);
	evening->meeting = meeting;
	meeting->language_count = 1;
	meeting->pot_count = 1 + evening_number(random, 2);
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		for (int i = 1 + evening_number(random, 7); i > 0; i--) {
			int number = meeting->proposal_count + 1;

			meeting->proposals[meeting->proposal_count++] =
			    (struct proposal){
				.number = number,
				.pot = pot,
				.title = {{"?"}},
				.cost_minor = 1000 * evening_number(random, 9),
			    };
		}
		pot_draw(random, meeting, pot);
	}
	if (meeting->pot_count == 2 && evening_number(random, 2))
		meeting->pots[0].leftover_to = 1;
	evening->ballot_count = 1 + evening_number(random, EVENING_BALLOTS);
	for (int i = 0; i < evening->ballot_count; i++)
		evening->ballots[i] = ballots_draw(random, meeting);
	evening_elect(evening, 0);
	return evening;
}

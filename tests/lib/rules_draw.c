#include "tests/lib/rules_draw.h"

#include "tests/lib/cmocka_all.h"

static int draw(const struct random *random, int limit)
{
	return (int)random->below(random->context, (uint32_t)limit);
}

static void pot_draw(struct meeting *meeting, const struct random *random)
{
	int pot = meeting->pot_count++;

	meeting->pots[pot] = (struct pot){
	    .key = pot == 0   ? "a"
		   : pot == 1 ? "b"
			      : "c",
	    .amount_minor = draw(random, 30),
	    .rule = "greedy",
	    .misfit = (enum misfit)draw(random, 3),
	    .choose_max = MEETING_PROPOSALS,
	    .threshold_votes = 1 + draw(random, 2),
	    .threshold_percent = draw(random, 3) ? 0 : draw(random, 20),
	    .leftover_to = -1,
	};
}

struct meeting *rules_meeting_draw(const struct random *random, int pots,
				   int per_pot)
{
	struct meeting *meeting = meeting_new();
	bool exclude = draw(random, 2);

	assert_non_null(meeting);
	meeting->language_count = 1;
	for (int pot = 1 + draw(random, pots); pot > 0; pot--)
		pot_draw(meeting, random);
	for (int pot = 0; pot < meeting->pot_count; pot++) {
		/* Towards higher pots, or towards lower: never in a circle. */
		int to = draw(random, meeting->pot_count);

		if (to != pot && (to > pot) == (meeting->pots[0].misfit > 0))
			meeting->pots[pot].leftover_to = to;
		for (int i = 1 + draw(random, per_pot); i > 0; i--) {
			int number = meeting->proposal_count + 1;
			struct proposal *proposal =
			    &meeting->proposals[meeting->proposal_count++];

			*proposal = (struct proposal){
			    .number = number,
			    .pot = pot,
			    .title = {{"?"}},
			    .cost_minor = draw(random, 12),
			    .accepts_partial = draw(random, 2),
			    .min_cost_minor = draw(random, 12),
			};
			if (exclude && number > 1 && draw(random, 3) == 0) {
				proposal->incompatible_count = 1;
				proposal->incompatible[0] =
				    1 + draw(random, number - 1);
			}
		}
	}
	return meeting;
}

#include "tests/lib/app_hall.h"

#include "core/cue.h"
#include "store/cue.h"
#include "store/hand.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/cmocka_all.h"

int evening_begin(void **state)
{
	struct evening *evening = calloc(1, sizeof(*evening));
	struct meeting *meeting = bolbro_new();

	assert_non_null(evening);
	assert_non_null(meeting);
	meeting->live = LIVE_BATCHES;
	meeting->publish_min = EVENING_FEW;
	fixture_begin_with(&evening->fixture, meeting, EVENING_SLIPS);
	assert_ok(hall_source_new(evening->fixture.path, &evening->source));
	evening->now_ms = 1000;
	*state = evening;
	return 0;
}

int evening_end(void **state)
{
	struct evening *evening = *state;

	hall_source_free(evening->source);
	fixture_end(&evening->fixture);
	free(evening);
	return 0;
}

bool evening_poll(struct evening *evening)
{
	bool changed;

	evening->now_ms += HALL_SOURCE_RETRY_MS;
	changed = hall_source_poll(evening->source, evening->now_ms);
	hall_source_view(evening->source, &evening->view);
	return changed;
}

struct ballot evening_ballot(int number)
{
	static const int quick[] = {7, 13, 18, 22, 24};
	struct ballot ballot = {{0}};
	int favourite = 0;

	ballot.value[0] = number % 4 != 0;
	ballot.value[1] = number % 3 == 0;
	ballot.value[2] = number % 5 == 1 && number % 3 != 0;
	while (number >= quick[favourite])
		favourite++;
	ballot.value[3 + favourite] = 1;
	return ballot;
}

void evening_vote(struct evening *evening, int count)
{
	struct fixture *fixture = &evening->fixture;

	fixture_advance(fixture, PHASE_OPEN);
	for (int i = 0; i < count; i++, evening->cast++) {
		struct ballot ballot = evening_ballot(evening->cast);

		assert_ok(box_cast(fixture->store,
				   fixture->hashes[evening->cast], &ballot,
				   &fixture->random));
	}
}

void evening_cue(struct evening *evening, const char *text)
{
	struct cue cue;

	assert_ok(cue_parse(text, &cue));
	assert_ok(cue_give(evening->fixture.store, &cue));
}

void evening_count_by_hand(struct evening *evening, bool stands, int64_t more)
{
	static char reason[] = "Box 2 was dropped";
	struct hand_count hand = {.stands = stands, .reason = reason};

	hand.ballots = evening->view.tally->ballots;
	memcpy(hand.votes, evening->view.tally->support, sizeof(hand.votes));
	hand.votes[1] += more;
	assert_ok(hand_add(evening->fixture.store, &hand, FIXTURE_AT));
}

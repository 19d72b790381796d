#include "counting/pot_election.h"

#include <stdio.h>

#include "core/rule_kind.h"
#include "rules/count.h"
#include "rules/election.h"
#include "store/box.h"
#include "store/store.h"

struct collecting {
	const struct meeting *meeting;
	int pot;
	struct election_builder *builder;
};

struct election_builder *pot_election_begin(const struct meeting *meeting,
					    int pot)
{
	struct election_builder *builder =
	    election_builder_new(meeting->pots[pot].amount_minor, 1);
	enum status status = STATUS_OK;
	int first, end;

	if (!builder)
		return NULL;
	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end && status == STATUS_OK; i++) {
		char id[12];
		int length = snprintf(id, sizeof(id), "%d",
				      meeting->proposals[i].number);

		status = election_add_project(builder, id, (size_t)length,
					      meeting->proposals[i].cost_minor);
	}
	if (status == STATUS_OK)
		return builder;
	election_builder_free(builder);
	return NULL;
}

enum status pot_election_add(struct election_builder *builder,
			     const struct meeting *meeting, int pot,
			     const struct ballot *ballot, int ballots)
{
	struct election_value values[MEETING_PROPOSALS];
	size_t count = 0;
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++) {
		int value = ballot_support(meeting, ballot, i);

		if (value > 0)
			values[count++] = (struct election_value){
			    .project = i - first, .value = value};
	}
	return election_add_ballots(builder, values, count, ballots);
}

static enum status collect(void *context,
			   const unsigned char slot[BOX_SLOT_BYTES],
			   const struct ballot *ballot)
{
	const struct collecting *collecting = context;

	(void)slot;
	return pot_election_add(collecting->builder, collecting->meeting,
				collecting->pot, ballot, 1);
}

bool pot_election_agrees(const struct election *election,
			 const struct meeting *meeting, int pot,
			 const struct tally *tally)
{
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	if (election->ballots != tally->ballots)
		return false;
	for (int i = first; i < end; i++) {
		const struct election_project *project =
		    &election->projects[i - first];

		if (project->support != tally->support[i] ||
		    project->named != tally->named[i])
			return false;
	}
	return true;
}

enum status pot_election_new(struct store *store, int pot,
			     struct election **ret_election)
{
	const struct meeting *meeting = store_meeting(store);
	struct collecting collecting = {.meeting = meeting, .pot = pot};
	struct election *election = NULL;
	struct tally tally;
	enum status status = box_tally(store, &tally);

	if (status != STATUS_OK)
		return status;
	collecting.builder = pot_election_begin(meeting, pot);
	status = collecting.builder ? box_each(store, collect, &collecting)
				    : STATUS_MEMORY;
	if (status == STATUS_OK) {
		election = election_build(collecting.builder);
		status = election ? STATUS_OK : STATUS_MEMORY;
	}
	if (status == STATUS_OK &&
	    !pot_election_agrees(election, meeting, pot, &tally))
		status = STATUS_DISAGREES;
	if (status == STATUS_OK) {
		*ret_election = election;
		election = NULL;
	}
	election_free(election);
	election_builder_free(collecting.builder);
	return status;
}

enum status pot_elections_new(struct store *store,
			      struct count_ballots *ret_ballots)
{
	const struct meeting *meeting = store_meeting(store);
	struct count_ballots ballots = {.told = NULL};
	enum status status = STATUS_OK;

	for (int pot = 0; pot < meeting->pot_count && status == STATUS_OK;
	     pot++)
		if (pot_whole_ballots(&meeting->pots[pot]))
			status = pot_election_new(store, pot, &ballots.of[pot]);
	if (status == STATUS_OK)
		*ret_ballots = ballots;
	else
		count_ballots_free(&ballots);
	return status;
}

#include "app/hall_box.h"

#include <stdlib.h>
#include <string.h>

#include "core/random.h"
#include "counting/counting.h"
#include "counting/counting_missing.h"
#include "rules/missing.h"
#include "store/box.h"
#include "store/store.h"

static const struct award *award_of(const struct result *result, int pot,
				    int proposal)
{
	int i = result->pots[pot].first_award;

	while (result->awards[i].proposal != proposal)
		i++;
	return &result->awards[i];
}

static void take_tie(const struct result *result, const struct tie *tie,
		     struct hall_tie *ret_tie)
{
	*ret_tie = (struct hall_tie){
	    .pot = tie->pot,
	    .votes = tie->votes,
	    .left_minor =
		award_of(result, tie->pot, tie->proposal[0])->left_before_minor,
	    .count = tie->count,
	    .settled = tie->settled,
	    .kind = tie->kind,
	};
	memcpy(ret_tie->proposal, tie->proposal, sizeof(tie->proposal));
	for (int i = 0; i < tie->count && tie->settled; i++)
		if (tie->kind == DECISION_SPLIT)
			ret_tie->amount_minor[i] =
			    award_of(result, tie->pot, tie->proposal[i])
				->amount_minor;
}

static void take_ties(const struct result *result, struct hall_box *box)
{
	for (int i = 0; i < result->tie_count; i++)
		if (result->ties[i].changes_money)
			take_tie(result, &result->ties[i],
				 &box->ties[box->tie_count++]);
}

/* For those who did not get all, of a result that is final. */
static enum status find_missing(const struct meeting *meeting,
				struct hall_box *box)
{
	const struct counting *counting = box->counting;
	enum status status = STATUS_OK;

	for (int i = 0; i < meeting->proposal_count && status == STATUS_OK;
	     i++) {
		struct missing missing = {0};

		status = counting_missing(
		    meeting, &counting->standing, &counting->ballots,
		    counting->decisions, counting->decision_count,
		    &counting->result, i, &missing);
		box->missing[i] =
		    (struct hall_missing){missing.votes, missing.money_minor};
	}
	return status;
}

static void take_paper(const struct hand_count *hand, struct hall_paper *paper)
{
	*paper = (struct hall_paper){
	    .stands = hand->stands,
	    .ballots = hand->ballots,
	    .reason = hand->reason,
	};
	memcpy(paper->votes, hand->votes, sizeof(paper->votes));
}

/* Whether STATUS is not the box's fault but this moment's. */
static bool may_pass(enum status status)
{
	return status == STATUS_STORE_BUSY || status == STATUS_STORE ||
	       status == STATUS_MEMORY;
}

enum status hall_box_new(struct store *store, bool final,
			 struct hall_box **ret_box)
{
	struct hall_box *box = calloc(1, sizeof(*box));
	enum status status;

	if (!box)
		return STATUS_MEMORY;
	status = counting_new(store, &box->counting);
	if (final && status == STATUS_OK)
		status = find_missing(store_meeting(store), box);
	if (may_pass(status)) {
		hall_box_free(box);
		return status;
	}
	if (box->counting)
		take_ties(&box->counting->result, box);
	if (box->counting && box->counting->hand)
		take_paper(box->counting->hand, &box->paper);
	*ret_box = box;
	return status;
}

void hall_box_free(struct hall_box *box)
{
	if (!box)
		return;
	counting_free(box->counting);
	free(box);
}

enum status hall_order_draw(struct hall_order *order, int count,
			    const struct random *random)
{
	int *place;

	if (count == order->count)
		return STATUS_OK;
	place = malloc((size_t)count * sizeof(*place));
	if (!place)
		return STATUS_MEMORY;
	for (int i = 0; i < count; i++)
		place[i] = i;
	random_shuffle(random, place, count);
	hall_order_free(order);
	*order = (struct hall_order){count, place};
	return STATUS_OK;
}

void hall_order_free(struct hall_order *order)
{
	free(order->place);
	*order = (struct hall_order){0};
}

struct placing {
	const struct hall_order *order;
	struct ballot *ballots;
	int read;
};

static enum status place(void *context, const unsigned char slot[16],
			 const struct ballot *ballot)
{
	struct placing *placing = context;

	(void)slot;
	if (placing->read == placing->order->count)
		return STATUS_DAMAGED;
	placing->ballots[placing->order->place[placing->read++]] = *ballot;
	return STATUS_OK;
}

enum status hall_ballots_read(struct store *store,
			      const struct hall_order *order,
			      struct ballot **ret_ballots)
{
	struct placing placing = {.order = order};
	enum status status;

	placing.ballots =
	    calloc((size_t)order->count, sizeof(*placing.ballots));
	if (!placing.ballots)
		return STATUS_MEMORY;
	status = box_each(store, place, &placing);
	if (status == STATUS_OK && placing.read != order->count)
		status = STATUS_DAMAGED;
	if (status != STATUS_OK) {
		free(placing.ballots);
		return status;
	}
	*ret_ballots = placing.ballots;
	return STATUS_OK;
}

#include "counting/counting.h"

#include <stdio.h>
#include <stdlib.h>

#include "counting/pot_election.h"
#include "rules/count.h"
#include "store/audit.h"
#include "store/box.h"
#include "store/store.h"

enum status counting_new(struct store *store, struct counting **ret_counting)
{
	const struct meeting *meeting = store_meeting(store);
	struct counting *counting = calloc(1, sizeof(*counting));
	enum status status;

	if (!counting)
		return STATUS_MEMORY;
	status = audit_count(store, &counting->rows);
	if (status == STATUS_OK)
		status = box_tally(store, &counting->box);
	if (status == STATUS_OK)
		status = hand_newest(store, &counting->hand);
	if (status == STATUS_OK)
		status = decision_all(store, &counting->decisions,
				      &counting->decision_count);
	if (status != STATUS_OK)
		goto out;
	status = pot_elections_new(store, &counting->ballots);
	if (status != STATUS_OK)
		goto out;
	hand_tally(meeting, counting->hand, &counting->box,
		   &counting->standing);
	status = count_meeting(meeting, &counting->standing, &counting->ballots,
			       counting->decisions, counting->decision_count,
			       &counting->result);
	if (status != STATUS_OK && status != STATUS_TIE)
		goto out;
	*ret_counting = counting;
	counting = NULL;
out:
	counting_free(counting);
	return status;
}

enum status counting_finish(struct store *store,
			    const struct counting *counting, const char *at)
{
	char detail[AUDIT_DETAIL];

	if (counting->result.stopped)
		return STATUS_TIE;
	snprintf(detail, sizeof(detail), "%d ballots",
		 counting->standing.ballots);
	return audit_act_after(store, counting->rows, ACT_COUNTED, detail, at);
}

void counting_free(struct counting *counting)
{
	if (!counting)
		return;
	hand_free(counting->hand);
	count_ballots_free(&counting->ballots);
	decision_free(counting->decisions, counting->decision_count);
	free(counting);
}

/* The decisions in result.json: bundle_read_decisions(). */
#include "tools/bundle/bundle_read.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

/* A decision's proposals, different ones of its pot, by their numbers. */
static bool read_order(json_t *order, struct bundle *bundle,
		       struct decision *decision)
{
	size_t count = json_array_size(order);
	bool seen[MEETING_PROPOSALS] = {false};
	int64_t number;

	if (count == 0 || count > MEETING_PROPOSALS)
		return false;
	for (size_t i = 0; i < count; i++) {
		int index = -1;

		if (bundle_read_whole(json_array_get(order, i),
				      BALLOT_VALUE_MAX, &number))
			index = meeting_proposal(bundle->meeting, (int)number);
		if (index < 0 || seen[index] ||
		    bundle->meeting->proposals[index].pot != decision->pot)
			return false;
		decision->proposal[i] = index;
		seen[index] = true;
	}
	decision->count = (int)count;
	return true;
}

/* Where amounts decide, one for each proposal, none above what it asks for. */
static bool read_amounts(json_t *json, struct bundle *bundle,
			 struct decision *decision)
{
	json_t *amounts = json_object_get(json, "amounts");

	if (decision_ordered(decision->kind))
		return true;
	if (json_array_size(amounts) != (size_t)decision->count)
		return false;
	for (int i = 0; i < decision->count; i++)
		if (!bundle_read_whole(
			json_array_get(amounts, (size_t)i),
			bundle->meeting->proposals[decision->proposal[i]]
			    .cost_minor,
			&decision->amount_minor[i]))
			return false;
	return true;
}

static bool read_decision(json_t *json, struct bundle *bundle,
			  struct decision *decision)
{
	const char *name, *pot, *reason;
	json_t *order;
	int kind;

	if (json_unpack(json, "{s:s, s:s, s:o, s:s}", "kind", &name, "pot",
			&pot, "order", &order, "reason", &reason) != 0)
		return false;
	kind = decision_kind_find(name);
	if (kind < 0)
		return false;
	*decision = (struct decision){
	    .kind = (enum decision_kind)kind,
	    .pot = meeting_pot(bundle->meeting, pot),
	};
	if (decision->pot < 0 || !read_order(order, bundle, decision) ||
	    !read_amounts(json, bundle, decision))
		return false;
	decision->reason = strdup(reason); /* freed by decision_free() */
	return decision->reason != NULL;
}

enum status bundle_read_decisions(const struct bundle_file *file, json_t *json,
				  struct bundle *bundle,
				  struct complaint *complaint)
{
	size_t count = json_array_size(json);

	if (count > MEETING_PROPOSALS)
		return complain(complaint, file->name, 0,
				_("There are too many decisions."));
	bundle->decisions = calloc(count + 1, sizeof(*bundle->decisions));
	if (!bundle->decisions)
		return STATUS_MEMORY;
	for (size_t i = 0; i < count; i++) {
		if (!read_decision(json_array_get(json, i), bundle,
				   &bundle->decisions[i]))
			return complain(complaint, file->name, 0,
					_("Decision %d makes no sense."),
					(int)i + 1);
		bundle->decision_count++;
	}
	return STATUS_OK;
}

/* The result as JSON: every number of a count, no words. */
#include "tools/bundle/bundle_result_private.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>

#include "store/definition.h"

enum { NUMBER_TEXT = 16 };

void result_list_add(json_t **array, json_t *value)
{
	if (json_array_append_new(*array, value) == 0)
		return;
	json_decref(*array);
	*array = NULL;
}

static json_t *hex_json(const unsigned char *bytes, size_t size)
{
	char hex[BUNDLE_HASH_HEX + 1];

	assert(2 * size < sizeof(hex));
	return json_string(sodium_bin2hex(hex, sizeof(hex), bytes, size));
}

const char *result_pot_key(const struct meeting *meeting, int pot)
{
	return pot >= 0 ? meeting->pots[pot].key : NULL;
}

json_t *result_number(const struct meeting *meeting, int index)
{
	return index >= 0 ? json_integer(meeting->proposals[index].number)
			  : json_null();
}

json_t *result_numbers(const struct meeting *meeting, const int *proposals,
		       int count)
{
	json_t *array = json_array();

	for (int i = 0; i < count; i++)
		result_list_add(&array, result_number(meeting, proposals[i]));
	return array;
}

json_t *bundle_slips_json(const struct roll_count *roll)
{
	json_t *json =
	    json_pack("{s:i, s:i, s:i, s:i}", "printed", roll->printed, "used",
		      roll->used, "void", roll->voided, "unused",
		      roll->unused + roll->in_use);

	/* null: some, and how many is not told. */
	if (!roll->lost ||
	    json_object_set_new(json, "lost",
				roll->lost == ROLL_FEW
				    ? json_null()
				    : json_integer(roll->lost)) == 0)
		return json;
	json_decref(json);
	return NULL;
}

json_t *result_named_add(const struct meeting *meeting, int index, int named,
			 json_t *row)
{
	int pot = meeting->proposals[index].pot;

	if (ballot_type_ticked(meeting->pots[pot].ballot_type) ||
	    json_object_set_new(row, "named", json_integer(named)) == 0)
		return row;
	json_decref(row);
	return NULL;
}

static json_t *votes_json(const struct bundle *bundle)
{
	const struct meeting *meeting = bundle->meeting;
	json_t *array = json_array();

	for (int i = 0; i < meeting->proposal_count; i++)
		result_list_add(
		    &array,
		    result_named_add(
			meeting, i, bundle->tally.named[i],
			json_pack("{s:i, s:I}", "proposal",
				  meeting->proposals[i].number, "votes",
				  (json_int_t)bundle->tally.support[i])));
	return array;
}

static json_t *amounts_json(const struct decision *decision)
{
	json_t *array = json_array();

	for (int i = 0; i < decision->count; i++)
		result_list_add(
		    &array,
		    json_integer((json_int_t)decision->amount_minor[i]));
	return array;
}

static json_t *decision_json(const struct meeting *meeting,
			     const struct decision *decision)
{
	json_t *json = json_pack(
	    "{s:s, s:s, s:o, s:s}", "kind", decision_name(decision->kind),
	    "pot", result_pot_key(meeting, decision->pot), "order",
	    result_numbers(meeting, decision->proposal, decision->count),
	    "reason", decision->reason ? decision->reason : "");

	if (decision_ordered(decision->kind) ||
	    json_object_set_new(json, "amounts", amounts_json(decision)) == 0)
		return json;
	json_decref(json);
	return NULL;
}

static json_t *decisions_json(const struct bundle *bundle)
{
	json_t *array = json_array();

	for (int i = 0; i < bundle->decision_count; i++)
		result_list_add(&array, decision_json(bundle->meeting,
						      &bundle->decisions[i]));
	return array;
}

json_t *bundle_votes_json(const struct meeting *meeting, const int64_t *votes)
{
	json_t *object = json_object();
	char number[NUMBER_TEXT];

	for (int i = 0; i < meeting->proposal_count; i++) {
		snprintf(number, sizeof(number), "%d",
			 meeting->proposals[i].number);
		if (json_object_set_new(object, number,
					json_integer((json_int_t)votes[i])) ==
		    0)
			continue;
		json_decref(object);
		return NULL;
	}
	return object;
}

static json_t *hand_json(const struct bundle *bundle)
{
	const struct hand_count *hand = bundle->hand;

	if (!hand)
		return json_null();
	return json_pack("{s:i, s:s, s:o, s:s}", "ballots", hand->ballots,
			 "stands", hand->stands ? "hand" : "machine", "votes",
			 bundle_votes_json(bundle->meeting, hand->votes),
			 "reason", hand->reason);
}

json_t *bundle_result_json(const struct bundle *bundle,
			   const struct result *result)
{
	const struct meeting *meeting = bundle->meeting;
	char code[DEFINITION_CODE];

	definition_code(bundle->definition_hash, code);
	return json_pack(
	    "{s:s, s:o, s:o, s:s, s:o, s:o, s:i, s:b, s:o, s:o, s:o, s:b, s:o,"
	    " s:o, s:o, s:o*}",
	    "format", "stemmeboks result 1", "meeting",
	    hex_json(meeting->id, sizeof(meeting->id)), "definition",
	    hex_json(bundle->definition_hash, sizeof(bundle->definition_hash)),
	    "code", code, "root", hex_json(bundle->root, sizeof(bundle->root)),
	    "slips", bundle_slips_json(&bundle->roll), "ballots",
	    bundle->tally.ballots, "ballots_published",
	    (int)bundle_ballots_shown(bundle), "votes", votes_json(bundle),
	    "hand", hand_json(bundle), "decisions", decisions_json(bundle),
	    "stopped", (int)result->stopped, "pots",
	    result_pots(bundle, result), "ties", result_ties(meeting, result),
	    "steps", result_steps(meeting, result), "boxes",
	    bundle->collected.count ? bundle_boxes_json(&bundle->collected)
				    : NULL);
}

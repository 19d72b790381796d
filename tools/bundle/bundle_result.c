/* The result as JSON: every number of a count, no words. */
#include "tools/bundle/bundle_render.h"

#include <assert.h>
#include <sodium.h>
#include <stdio.h>

#include "core/rule_kind.h"
#include "rules/missing.h"
#include "store/definition.h"

enum { NUMBER_TEXT = 16 };

static const char *const outcome_names[] = {
    [OUTCOME_FUNDED] = "funded",     [OUTCOME_PART] = "part",
    [OUTCOME_TOO_DEAR] = "too-dear", [OUTCOME_AFTER_STOP] = "after-stop",
    [OUTCOME_BELOW] = "below",	     [OUTCOME_EXCLUDED] = "excluded",
    [OUTCOME_AGREED] = "agreed",     [OUTCOME_UNDECIDED] = "undecided",
    [OUTCOME_SHARES] = "shares",     [OUTCOME_OUTWEIGHED] = "outweighed",
};

static const char *const step_names[] = {
    [STEP_POT] = "pot",		  [STEP_MOVED] = "moved",
    [STEP_AWARD] = "award",	  [STEP_TIE] = "tie",
    [STEP_AGREED] = "agreed",	  [STEP_LEFT] = "left",
    [STEP_MOVES_TO] = "moves-to", [STEP_SHARE] = "share",
    [STEP_COMPLETE] = "complete",
};

const char *outcome_name(enum outcome outcome)
{
	assert((size_t)outcome <
	       sizeof(outcome_names) / sizeof(outcome_names[0]));
	return outcome_names[outcome];
}

const char *step_name(enum step_kind kind)
{
	assert((size_t)kind < sizeof(step_names) / sizeof(step_names[0]));
	return step_names[kind];
}

/* Adds VALUE, or makes *ARRAY NULL: a list never lacks a row unseen. */
static void list_add(json_t **array, json_t *value)
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

static const char *pot_key(const struct meeting *meeting, int pot)
{
	return pot >= 0 ? meeting->pots[pot].key : NULL;
}

/* The number of proposal INDEX, null where there is none. */
static json_t *number_json(const struct meeting *meeting, int index)
{
	return index >= 0 ? json_integer(meeting->proposals[index].number)
			  : json_null();
}

static json_t *numbers_json(const struct meeting *meeting, const int *proposals,
			    int count)
{
	json_t *array = json_array();

	for (int i = 0; i < count; i++)
		list_add(&array, number_json(meeting, proposals[i]));
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

/* ROW, which gives proposal INDEX so many points, with the number of ballots
 * that name it: NAMED. Where ballots are ticked its votes say that already. */
static json_t *named_add(const struct meeting *meeting, int index, int named,
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
		list_add(
		    &array,
		    named_add(meeting, i, bundle->tally.named[i],
			      json_pack("{s:i, s:I}", "proposal",
					meeting->proposals[i].number, "votes",
					(json_int_t)bundle->tally.support[i])));
	return array;
}

static json_t *amounts_json(const struct decision *decision)
{
	json_t *array = json_array();

	for (int i = 0; i < decision->count; i++)
		list_add(&array,
			 json_integer((json_int_t)decision->amount_minor[i]));
	return array;
}

static json_t *decision_json(const struct meeting *meeting,
			     const struct decision *decision)
{
	json_t *json = json_pack(
	    "{s:s, s:s, s:o, s:s}", "kind", decision_name(decision->kind),
	    "pot", pot_key(meeting, decision->pot), "order",
	    numbers_json(meeting, decision->proposal, decision->count),
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
		list_add(&array,
			 decision_json(bundle->meeting, &bundle->decisions[i]));
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

/* What it would have taken; null while a tie is open. */
static json_t *missing_json(const struct bundle *bundle,
			    const struct result *result, int award)
{
	struct missing missing;

	if (result->stopped)
		return json_null();
	if (bundle_missing(bundle, result, award, &missing) != STATUS_OK)
		return NULL;
	return json_pack("{s:i, s:I}", "votes", missing.votes, "money_minor",
			 (json_int_t)missing.money_minor);
}

/* ROW, with who paid for AWARD where supporters do. */
static json_t *paid_add(const struct meeting *meeting,
			const struct award *award, json_t *row)
{
	int pot = meeting->proposals[award->proposal].pot;
	json_t *paid;

	if (!pot_whole_ballots(&meeting->pots[pot]))
		return row;
	paid = json_pack("{s:i, s:i, s:I, s:b, s:b}", "backers", award->backers,
			 "emptied", award->emptied, "pays_minor",
			 (json_int_t)award->pays_minor, "pays_exactly",
			 (int)award->pays_exactly, "completed",
			 (int)award->completed);
	if (paid && json_object_update(row, paid) == 0) {
		json_decref(paid);
		return row;
	}
	json_decref(paid);
	json_decref(row);
	return NULL;
}

/* ROW, with what every ballot of POT had to spend, under equal shares. */
static json_t *share_add(const struct pot *rules, const struct pot_result *pot,
			 json_t *row)
{
	if (pot_rule(rules) != RULE_EQUAL_SHARES ||
	    (json_object_set_new(row, "share_minor",
				 json_integer((json_int_t)pot->share_minor)) ==
		 0 &&
	     json_object_set_new(row, "share_exactly",
				 json_boolean(pot->share_exactly)) == 0))
		return row;
	json_decref(row);
	return NULL;
}

static json_t *award_json(const struct bundle *bundle,
			  const struct result *result, int index)
{
	const struct meeting *meeting = bundle->meeting;
	const struct award *award = &result->awards[index];

	json_t *row = json_pack(
	    "{s:o, s:i, s:i, s:s, s:I, s:I, s:I, s:o, s:o}", "proposal",
	    number_json(meeting, award->proposal), "votes", award->votes,
	    "place", award->place, "outcome", outcome_name(award->outcome),
	    "amount_minor", (json_int_t)award->amount_minor, "agreed_minor",
	    (json_int_t)award->agreed_minor, "left_before_minor",
	    (json_int_t)award->left_before_minor, "because",
	    number_json(meeting, award->because), "missing",
	    missing_json(bundle, result, index));

	row = named_add(meeting, award->proposal, award->named, row);
	return row ? paid_add(meeting, award, row) : NULL;
}

static json_t *pots_json(const struct bundle *bundle,
			 const struct result *result)
{
	const struct meeting *meeting = bundle->meeting;
	json_t *array = json_array();

	for (int i = 0; i < meeting->pot_count; i++) {
		const struct pot_result *pot = &result->pots[i];
		json_t *awards = json_array();

		for (int j = pot->first_award; j < pot->end_award; j++)
			list_add(&awards, award_json(bundle, result, j));
		list_add(
		    &array,
		    share_add(
			&meeting->pots[i], pot,
			json_pack("{s:s, s:I, s:I, s:I, s:i, s:o}", "pot",
				  meeting->pots[i].key, "money_minor",
				  (json_int_t)pot->money_minor, "given_minor",
				  (json_int_t)pot->given_minor, "left_minor",
				  (json_int_t)pot->left_minor, "blank",
				  pot->blank, "awards", awards)));
	}
	return array;
}

static json_t *ties_json(const struct meeting *meeting,
			 const struct result *result)
{
	json_t *array = json_array();

	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		list_add(
		    &array,
		    json_pack("{s:s, s:i, s:o, s:b, s:b}", "pot",
			      pot_key(meeting, tie->pot), "votes", tie->votes,
			      "proposals",
			      numbers_json(meeting, tie->proposal, tie->count),
			      "changes_money", (int)tie->changes_money,
			      "settled", (int)tie->settled));
	}
	return array;
}

static json_t *steps_json(const struct meeting *meeting,
			  const struct result *result)
{
	json_t *array = json_array();

	for (int i = 0; i < result->step_count; i++) {
		const struct step *step = &result->steps[i];
		int proposal = step->award >= 0
				   ? result->awards[step->award].proposal
				   : -1;

		list_add(&array,
			 json_pack("{s:s, s:s, s:o, s:o, s:s?, s:I}", "kind",
				   step_names[step->kind], "pot",
				   pot_key(meeting, step->pot), "proposal",
				   number_json(meeting, proposal), "tie",
				   step->tie >= 0 ? json_integer(step->tie)
						  : json_null(),
				   "other", pot_key(meeting, step->other),
				   "amount_minor",
				   (json_int_t)step->amount_minor));
	}
	return array;
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
	    "stopped", (int)result->stopped, "pots", pots_json(bundle, result),
	    "ties", ties_json(meeting, result), "steps",
	    steps_json(meeting, result), "boxes",
	    bundle->collected.count ? bundle_boxes_json(&bundle->collected)
				    : NULL);
}

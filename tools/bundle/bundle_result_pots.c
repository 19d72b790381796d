/* The result as JSON: pots, awards, ties and steps. */
#include "tools/bundle/bundle_result_private.h"

#include <assert.h>

#include "core/rule_kind.h"
#include "rules/missing.h"

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
	    result_number(meeting, award->proposal), "votes", award->votes,
	    "place", award->place, "outcome", outcome_name(award->outcome),
	    "amount_minor", (json_int_t)award->amount_minor, "agreed_minor",
	    (json_int_t)award->agreed_minor, "left_before_minor",
	    (json_int_t)award->left_before_minor, "because",
	    result_number(meeting, award->because), "missing",
	    missing_json(bundle, result, index));

	row = result_named_add(meeting, award->proposal, award->named, row);
	return row ? paid_add(meeting, award, row) : NULL;
}

json_t *result_pots(const struct bundle *bundle, const struct result *result)
{
	const struct meeting *meeting = bundle->meeting;
	json_t *array = json_array();

	for (int i = 0; i < meeting->pot_count; i++) {
		const struct pot_result *pot = &result->pots[i];
		json_t *awards = json_array();

		for (int j = pot->first_award; j < pot->end_award; j++)
			result_list_add(&awards, award_json(bundle, result, j));
		result_list_add(
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

json_t *result_ties(const struct meeting *meeting, const struct result *result)
{
	json_t *array = json_array();

	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		result_list_add(
		    &array, json_pack("{s:s, s:i, s:o, s:b, s:b}", "pot",
				      result_pot_key(meeting, tie->pot),
				      "votes", tie->votes, "proposals",
				      result_numbers(meeting, tie->proposal,
						     tie->count),
				      "changes_money", (int)tie->changes_money,
				      "settled", (int)tie->settled));
	}
	return array;
}

json_t *result_steps(const struct meeting *meeting, const struct result *result)
{
	json_t *array = json_array();

	for (int i = 0; i < result->step_count; i++) {
		const struct step *step = &result->steps[i];
		int proposal = step->award >= 0
				   ? result->awards[step->award].proposal
				   : -1;

		result_list_add(
		    &array,
		    json_pack("{s:s, s:s, s:o, s:o, s:s?, s:I}", "kind",
			      step_name(step->kind), "pot",
			      result_pot_key(meeting, step->pot), "proposal",
			      result_number(meeting, proposal), "tie",
			      step->tie >= 0 ? json_integer(step->tie)
					     : json_null(),
			      "other", result_pot_key(meeting, step->other),
			      "amount_minor", (json_int_t)step->amount_minor));
	}
	return array;
}

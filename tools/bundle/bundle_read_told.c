/* Pots that cannot be counted again, as their ballots are not published: what
 * result.json says became of them. */
#include "tools/bundle/bundle_read.h"

#include <stdlib.h>
#include <string.h>

#include "core/money.h"
#include "core/rule_kind.h"
#include "tools/bundle/bundle_render.h"

/* The whole number NAME of JSON, from 0 to MOST; -1 when there is none. */
static int64_t whole(const json_t *json, const char *name, int64_t most)
{
	const json_t *value = json_object_get(json, name);
	int64_t number = json_integer_value(value);

	return json_is_integer(value) && number >= 0 && number <= most ? number
								       : -1;
}

static bool yes(const json_t *json, const char *name)
{
	return json_is_true(json_object_get(json, name));
}

/* The proposal that JSON names, or -1. */
static int named(const struct meeting *meeting, const json_t *json)
{
	int64_t number = json_integer_value(json);

	return json_is_integer(json) && number >= 0 &&
		       number <= BALLOT_VALUE_MAX
		   ? meeting_proposal(meeting, (int)number)
		   : -1;
}

static bool read_outcome(const json_t *json, enum outcome *ret_outcome)
{
	static const enum outcome possible[] = {
	    OUTCOME_FUNDED, OUTCOME_TOO_DEAR, OUTCOME_BELOW, OUTCOME_SHARES};
	const char *name = json_string_value(json_object_get(json, "outcome"));

	for (size_t i = 0; name && i < sizeof(possible) / sizeof(*possible);
	     i++)
		if (strcmp(outcome_name(possible[i]), name) == 0) {
			*ret_outcome = possible[i];
			return true;
		}
	return false;
}

/* An award into TOLD, at its proposal's index. */
static bool read_award(const json_t *json, const struct bundle *bundle, int pot,
		       struct result *told)
{
	int index = named(bundle->meeting, json_object_get(json, "proposal"));
	int64_t backers =
	    index < 0 ? -1 : whole(json, "backers", bundle->tally.named[index]);
	int64_t emptied = whole(json, "emptied", backers);
	int64_t pays_minor = whole(json, "pays_minor", MONEY_MAX_MINOR);
	struct award *award;

	if (index < 0 || bundle->meeting->proposals[index].pot != pot ||
	    backers < 0 || emptied < 0 || pays_minor < 0)
		return false;
	award = &told->awards[index];
	award->proposal = index;
	award->backers = (int)backers;
	award->emptied = (int)emptied;
	award->pays_minor = pays_minor;
	award->pays_exactly = yes(json, "pays_exactly");
	award->completed = yes(json, "completed");
	return read_outcome(json, &award->outcome);
}

/* Whether an award of POT was bought by supporters, and not by what was left,
 * and costs anything. */
static bool bought(const struct meeting *meeting, const struct award *award)
{
	return award->proposal >= 0 && award->outcome == OUTCOME_FUNDED &&
	       !award->completed &&
	       meeting->proposals[award->proposal].cost_minor > 0;
}

/* Whether so many can have paid for AWARD: somebody did, and under equal shares
 * nobody more than a share, which is told to the nearest minor unit. */
static bool pays_can_be(const struct meeting *meeting, int pot,
			const struct result *told, const struct award *award)
{
	const int64_t share_most = told->pots[pot].share_minor + 1;

	if (!bought(meeting, award))
		return award->backers == 0;
	if (award->backers == 0)
		return false;
	return pot_rule(&meeting->pots[pot]) != RULE_EQUAL_SHARES ||
	       meeting->proposals[award->proposal].cost_minor <=
		   award->backers * share_most;
}

/* Whether all shares together are the pot's money, or were raised from there in
 * whole units of currency; not known of a pot that another's rest goes to. */
static bool share_can_be(const struct bundle *bundle, int pot,
			 const struct result *told)
{
	const struct meeting *meeting = bundle->meeting;
	const struct pot *of = &meeting->pots[pot];
	const int64_t ballots = bundle->tally.ballots;
	const int64_t share = told->pots[pot].share_minor;
	int64_t even;

	for (int i = 0; i < meeting->pot_count; i++)
		if (meeting->pots[i].leftover_to == pot)
			return true;
	if (share == 0 || ballots == 0)
		return true;
	even = of->amount_minor / ballots;
	if (strcmp(pot_completion_name(of), "none") == 0 ||
	    strcmp(pot_completion_name(of), "greedy") == 0)
		return share == even || share == even + 1;
	return share >= even - even % MONEY_MINOR;
}

/* Whether what the supporters are told to have paid in POT can be. */
static bool told_can_be(const struct bundle *bundle, int pot,
			const struct result *told)
{
	const struct meeting *meeting = bundle->meeting;
	const int64_t share_most = told->pots[pot].share_minor + 1;
	int64_t paid_minor = 0;
	int first, end;

	meeting_pot_range(meeting, pot, &first, &end);
	for (int i = first; i < end; i++) {
		if (!pays_can_be(meeting, pot, told, &told->awards[i]))
			return false;
		if (bought(meeting, &told->awards[i]))
			paid_minor += meeting->proposals[i].cost_minor;
	}
	return pot_rule(&meeting->pots[pot]) != RULE_EQUAL_SHARES ||
	       (paid_minor <= bundle->tally.ballots * share_most &&
		share_can_be(bundle, pot, told));
}

static bool read_pot(const json_t *json, const struct bundle *bundle, int pot,
		     struct result *told)
{
	const json_t *awards = json_object_get(json, "awards");
	int64_t share_minor = whole(json, "share_minor", MONEY_MAX_MINOR);

	if (pot_rule(&bundle->meeting->pots[pot]) == RULE_EQUAL_SHARES) {
		if (share_minor < 0)
			return false;
		told->pots[pot].share_minor = share_minor;
		told->pots[pot].share_exactly = yes(json, "share_exactly");
	}
	for (size_t i = 0; i < json_array_size(awards); i++)
		if (!read_award(json_array_get(awards, i), bundle, pot, told))
			return false;
	return told_can_be(bundle, pot, told);
}

/* A tie of proposals of POT. */
static bool read_tie(const json_t *json, const struct meeting *meeting, int pot,
		     struct tie *tie)
{
	const json_t *proposals = json_object_get(json, "proposals");
	size_t count = json_array_size(proposals);

	if (count < 2 || count > MEETING_PROPOSALS)
		return false;
	tie->pot = pot;
	tie->count = (int)count;
	tie->settled = yes(json, "settled");
	for (size_t i = 0; i < count; i++) {
		int index = named(meeting, json_array_get(proposals, i));

		if (index < 0 || meeting->proposals[index].pot != pot)
			return false;
		tie->proposal[i] = index;
	}
	return true;
}

/* A step of POT that told_run() looks at; others are left out. */
static bool read_step(const json_t *json, const json_t *ties,
		      const struct meeting *meeting, int pot,
		      struct result *told)
{
	const char *kind = json_string_value(json_object_get(json, "kind"));
	struct step *step = &told->steps[told->step_count];

	*step = (struct step){.pot = pot, .award = -1, .tie = -1, .other = -1};
	if (!kind)
		return false;
	if (strcmp(kind, step_name(STEP_SHARE)) == 0) {
		step->kind = STEP_SHARE;
	} else if (strcmp(kind, step_name(STEP_COMPLETE)) == 0) {
		step->kind = STEP_COMPLETE;
	} else if (strcmp(kind, step_name(STEP_AWARD)) == 0) {
		step->kind = STEP_AWARD;
		step->award = named(meeting, json_object_get(json, "proposal"));
		if (step->award < 0)
			return false;
	} else if (strcmp(kind, step_name(STEP_TIE)) == 0) {
		int64_t at = whole(json, "tie", MEETING_PROPOSALS);

		step->kind = STEP_TIE;
		step->tie = told->tie_count;
		if (at < 0 || told->tie_count == MEETING_PROPOSALS ||
		    !read_tie(json_array_get(ties, (size_t)at), meeting, pot,
			      &told->ties[told->tie_count]))
			return false;
		told->tie_count++;
	} else {
		return true;
	}
	told->step_count++;
	return true;
}

static bool read_steps(const json_t *result, const struct bundle *bundle,
		       struct result *told)
{
	const struct meeting *meeting = bundle->meeting;
	const json_t *steps = json_object_get(result, "steps");
	const json_t *ties = json_object_get(result, "ties");
	size_t count = json_array_size(steps);

	if (count > RESULT_STEPS)
		return false;
	for (size_t i = 0; i < count; i++) {
		const json_t *json = json_array_get(steps, i);
		const char *key =
		    json_string_value(json_object_get(json, "pot"));
		int pot = key ? meeting_pot(meeting, key) : -1;

		if (pot < 0)
			return false;
		if (pot_whole_ballots(&meeting->pots[pot]) &&
		    !read_step(json, ties, meeting, pot, told))
			return false;
	}
	return true;
}

enum status bundle_read_told(const json_t *result, struct bundle *bundle)
{
	const struct meeting *meeting = bundle->meeting;
	const json_t *pots = json_object_get(result, "pots");
	struct result *told;
	bool any = false, sense = true;

	for (int pot = 0; pot < meeting->pot_count; pot++)
		any |= pot_whole_ballots(&meeting->pots[pot]);
	if (!any)
		return STATUS_OK;
	told = calloc(1, sizeof(*told));
	if (!told)
		return STATUS_MEMORY;
	for (int i = 0; i < MEETING_PROPOSALS; i++)
		told->awards[i].proposal = -1;
	for (int pot = 0; pot < meeting->pot_count && sense; pot++)
		if (pot_whole_ballots(&meeting->pots[pot]))
			sense = read_pot(json_array_get(pots, (size_t)pot),
					 bundle, pot, told);
	sense = sense && read_steps(result, bundle, told);
	if (!sense) {
		free(told);
		return STATUS_DISAGREES;
	}
	bundle->ballots.told = told;
	return STATUS_OK;
}

#include "rules/count.h"

#include <string.h>

#include "rules/greedy.h"
#include "rules/left.h"
#include "rules/pot_run.h"

#define N_(text) text

static const struct rule {
	const char *name;
	void (*run)(struct pot_run *run);
	const char *votes_text, *points_text;
} rules[] = {
#define RULE(name, spelled, run, votes_text, points_text)                      \
	{spelled, run, votes_text, points_text},
#include "rules/rule.def"
#undef RULE
};

enum { RULES = sizeof(rules) / sizeof(rules[0]) };

/* How far the pots of a meeting are counted. */
struct pots {
	bool counted[MEETING_POTS];
	bool undecided[MEETING_POTS];
	int64_t moved_minor[MEETING_POTS]; /* what went on from this pot */
};

static const struct rule *rule_find(const char *name)
{
	for (int i = 0; i < RULES; i++)
		if (strcmp(rules[i].name, name) == 0)
			return &rules[i];
	return NULL;
}

bool rule_known(const char *name)
{
	return rule_find(name) != NULL;
}

const char *rule_text(const char *name, enum ballot_type type)
{
	const struct rule *rule = rule_find(name);

	if (!rule)
		return NULL;
	return ballot_type_ticked(type) ? rule->votes_text : rule->points_text;
}

/* The first pot not counted that waits for no other; in a circle the first not
 * counted, so that a damaged meeting still comes to an end. */
static int pots_next(const struct pots *pots, const struct meeting *meeting)
{
	int fallback = -1;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		bool waits = false;

		if (pots->counted[pot])
			continue;
		if (fallback < 0)
			fallback = pot;
		for (int from = 0; from < meeting->pot_count; from++)
			waits |= !pots->counted[from] &&
				 meeting->pots[from].leftover_to == pot;
		if (!waits)
			return pot;
	}
	return fallback;
}

/* Whether a proposal of the pot could be excluded by one that is undecided. */
static bool pot_awaits_exclusion(const struct pot_run *run)
{
	int first, end;

	meeting_pot_range(run->meeting, run->pot, &first, &end);
	for (int i = 0; i < run->award_count; i++) {
		const struct award *award = &run->result->awards[i];

		for (int own = first;
		     award->outcome == OUTCOME_UNDECIDED && own < end; own++)
			if (!pot_run_below(run, own) &&
			    meeting_incompatible(run->meeting, award->proposal,
						 own))
				return true;
	}
	return false;
}

/* Opens the pot: its own money, then what others leave to it. */
static void pot_open(struct pot_run *run, const struct pots *pots)
{
	const struct meeting *meeting = run->meeting;

	run->left_minor = meeting->pots[run->pot].amount_minor;
	run->undecided = pot_awaits_exclusion(run);
	pot_run_step(run, STEP_POT, -1, -1, -1, run->left_minor);
	for (int from = 0; from < meeting->pot_count; from++) {
		if (!pots->counted[from] ||
		    meeting->pots[from].leftover_to != run->pot)
			continue;
		run->undecided |= pots->undecided[from];
		if (pots->moved_minor[from] == 0)
			continue;
		run->left_minor += pots->moved_minor[from];
		pot_run_step(run, STEP_MOVED, -1, -1, from,
			     pots->moved_minor[from]);
	}
}

/* Closes the pot: says what is left, and moves it on. */
static void pot_close(struct pot_run *run, struct pots *pots)
{
	struct pot_result *pot = &run->result->pots[run->pot];
	int to = run->meeting->pots[run->pot].leftover_to;

	pots->counted[run->pot] = true;
	pots->undecided[run->pot] = run->undecided;
	pot->given_minor = pot->money_minor - run->left_minor;
	pot->left_minor = run->left_minor;
	pot->end_award = run->award_count;
	if (run->undecided)
		return;
	pot_run_step(run, STEP_LEFT, -1, -1, -1, run->left_minor);
	if (to < 0 || to >= run->meeting->pot_count || pots->counted[to] ||
	    run->left_minor == 0)
		return;
	pots->moved_minor[run->pot] = run->left_minor;
	pot->left_minor = 0;
	pot_run_step(run, STEP_MOVES_TO, -1, -1, to, run->left_minor);
}

static void pot_count(struct pot_run *run, struct pots *pots)
{
	struct pot_result *pot = &run->result->pots[run->pot];

	pot_open(run, pots);
	pot->money_minor = run->left_minor;
	pot->blank = run->tally->blank[run->pot];
	pot->first_award = run->award_count;
	rule_find(run->meeting->pots[run->pot].rule)->run(run);
	pot_close(run, pots);
}

/* Equal counts and every proposal named leave no room for a double or a
 * stranger. */
bool decision_names(const struct decision *decision, int pot,
		    const int *proposals, int count)
{
	if (decision->pot != pot || decision->count != count)
		return false;
	for (int i = 0; i < count; i++) {
		int at = 0;

		while (at < count && decision->proposal[at] != proposals[i])
			at++;
		if (at == count)
			return false;
	}
	return true;
}

enum status count_meeting(const struct meeting *meeting,
			  const struct tally *tally,
			  const struct decision *decisions, int decision_count,
			  struct result *ret_result)
{
	struct pots pots = {{0}, {0}, {0}};
	struct pot_run run = {
	    .meeting = meeting,
	    .tally = tally,
	    .decisions = decisions,
	    .decision_count = decision_count,
	    .result = ret_result,
	};

	for (int pot = 0; pot < meeting->pot_count; pot++)
		if (!rule_known(meeting->pots[pot].rule))
			return STATUS_NEWER_VERSION;
	memset(ret_result, 0, sizeof(*ret_result));
	ret_result->ballots = tally->ballots;
	for (int i = 0; i < meeting->pot_count; i++) {
		run.pot = pots_next(&pots, meeting);
		pot_count(&run, &pots);
	}
	left_share(meeting, decisions, decision_count, ret_result);
	return ret_result->stopped ? STATUS_TIE : STATUS_OK;
}

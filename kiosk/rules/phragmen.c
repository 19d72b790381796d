/* The rule "phragmen": Phragmén's sequential rule with costs (Los, Christoff
 * and Grossi 2022). Ballots earn money; what their backers can pay together is
 * bought.
 *
 * A ballot holds what it earned since it last paid, so its money is told by the
 * number of that purchase: 0 for none, then 1, 2, … with times[0] = 0. A
 * project with n backers, m(k) of whom last paid at purchase k, can be bought
 * at (cost + sum of m(k) × times[k]) / n. Whoever pays makes that later and
 * never sooner, so a time found before is a lower bound: only what seems to be
 * next is looked at again.
 */
#include <stdlib.h>

#include "rules/phragmen_private.h"

const struct election_backer *
phragmen_backer_next(const struct phragmen *phragmen, int project, size_t *at)
{
	const struct election *election = phragmen->election;

	while (*at < election->backers->first[project + 1]) {
		const struct election_backer *backer =
		    &election->backers->list[(*at)++];

		if (backer->value >= phragmen->options->phragmen_least)
			return backer;
	}
	return NULL;
}

int64_t phragmen_left_minor(const struct phragmen *phragmen)
{
	return phragmen->election->budget_minor -
	       phragmen->funding->total_minor;
}

bool phragmen_too_dear(const struct phragmen *phragmen, int project)
{
	return phragmen->election->projects[project].cost_minor >
	       phragmen_left_minor(phragmen);
}

void phragmen_payers_count(struct phragmen *phragmen, int project)
{
	const struct election *election = phragmen->election;
	const struct election_backer *backer;
	size_t at = election->backers->first[project];

	while (phragmen->kind_count > 0)
		phragmen->payers[phragmen->kinds[--phragmen->kind_count]] = 0;
	while ((backer = phragmen_backer_next(phragmen, project, &at))) {
		int paid_at = phragmen->paid_at[backer->group];

		if (phragmen->payers[paid_at] == 0)
			phragmen->kinds[phragmen->kind_count++] = paid_at;
		phragmen->payers[paid_at] +=
		    election->groups[backer->group].ballots;
	}
}

/* PROJECT's turn has come, at its time: its backers pay all that they hold. */
static enum status project_buy(struct phragmen *phragmen, int project)
{
	const struct election *election = phragmen->election;
	struct phragmen_candidate *candidate = &phragmen->candidates[project];
	struct funding_round *round = funding_add(phragmen->funding, project);
	size_t at = election->backers->first[project];
	const struct election_backer *backer;
	mpq_t unit;

	if (!round ||
	    (phragmen->tied_count > 1 &&
	     !funding_round_tie(round, phragmen->tied, phragmen->tied_count)))
		return STATUS_MEMORY;
	phragmen_payers_count(phragmen, project);
	for (int i = 0; i < phragmen->kind_count; i++) {
		int k = phragmen->kinds[i];

		if (!mpq_equal(phragmen->times[k], candidate->time))
			round->backers += (int)phragmen->payers[k];
	}
	round->emptied = round->backers;
	round->has_rho = true;
	mpq_init(unit);
	mpq_set_ui(unit, ELECTION_UNIT_MINOR, 1);
	mpq_div(round->rho, candidate->time, unit);
	mpq_clear(unit);
	phragmen->funding->total_minor +=
	    election->projects[project].cost_minor;
	mpq_set_si(round->left_minor, phragmen_left_minor(phragmen), 1);
	phragmen->funding->reasons[project] = REASON_FUNDED;
	candidate->in_line = false;
	mpq_init(phragmen->times[++phragmen->purchases]);
	mpq_set(phragmen->times[phragmen->purchases], candidate->time);
	while ((backer = phragmen_backer_next(phragmen, project, &at)))
		phragmen->paid_at[backer->group] = phragmen->purchases;
	return STATUS_OK;
}

/* Several are next and nobody may say who is first. */
static enum status line_open(struct phragmen *phragmen)
{
	struct funding_round *round =
	    funding_add(phragmen->funding, phragmen->tied[0]);

	if (!round ||
	    !funding_round_tie(round, phragmen->tied, phragmen->tied_count))
		return STATUS_MEMORY;
	mpq_set_si(round->left_minor, phragmen_left_minor(phragmen), 1);
	phragmen->funding->stopped = true;
	phragmen_line_end(phragmen);
	return STATUS_TIE;
}

/* One purchase; false in *RET_MORE when there was none. */
static enum status purchase(struct phragmen *phragmen, bool *ret_more)
{
	const struct tie_break *ties = &phragmen->options->ties;
	int at = 0;

	*ret_more = false;
	if (phragmen->options->convention == CONVENTION_SKIP)
		phragmen_line_drop(phragmen);
	phragmen_line_look(phragmen);
	if (phragmen->tied_count == 0)
		return STATUS_OK;
	if (phragmen_line_stops(phragmen)) {
		phragmen_line_end(phragmen);
		return STATUS_OK;
	}
	if (phragmen->tied_count > 1)
		at = ties->pick(ties->context, phragmen->election,
				phragmen->tied, phragmen->tied_count);
	if (at < 0 && phragmen_tie_matters(phragmen))
		return line_open(phragmen);
	*ret_more = true;
	return project_buy(phragmen, phragmen->tied[at < 0 ? 0 : at]);
}

/* Who stands in line at first. */
static void line_up(struct phragmen *phragmen)
{
	const struct election *election = phragmen->election;

	for (int p = 0; p < election->project_count; p++) {
		struct phragmen_candidate *candidate = &phragmen->candidates[p];
		enum funding_reason *reason = &phragmen->funding->reasons[p];
		const struct election_backer *backer;
		size_t at = election->backers->first[p];

		while ((backer = phragmen_backer_next(phragmen, p, &at)))
			candidate->backers +=
			    election->groups[backer->group].ballots;
		if (candidate->backers == 0) {
			*reason = REASON_UNBACKED;
		} else if (election->projects[p].support <
			   phragmen->options->threshold) {
			*reason = REASON_BELOW;
		} else if (phragmen_too_dear(phragmen, p)) {
			*reason = REASON_TOO_DEAR;
		} else {
			candidate->in_line = true;
			phragmen_candidate_look(phragmen, p);
		}
	}
}

static bool phragmen_open(struct phragmen *phragmen)
{
	size_t projects = (size_t)phragmen->election->project_count + 1;
	size_t groups = (size_t)phragmen->election->group_count + 1;

	phragmen->candidates = calloc(projects, sizeof(*phragmen->candidates));
	phragmen->times = calloc(projects, sizeof(*phragmen->times));
	phragmen->payers = calloc(projects, sizeof(*phragmen->payers));
	phragmen->kinds = calloc(projects, sizeof(*phragmen->kinds));
	phragmen->tied = calloc(projects, sizeof(*phragmen->tied));
	phragmen->paid_at = calloc(groups, sizeof(*phragmen->paid_at));
	phragmen->seen = calloc(groups, sizeof(*phragmen->seen));
	phragmen->funding = funding_new(phragmen->election);
	if (!phragmen->candidates || !phragmen->times || !phragmen->payers ||
	    !phragmen->kinds || !phragmen->tied || !phragmen->paid_at ||
	    !phragmen->seen || !phragmen->funding ||
	    !election_back(phragmen->election))
		return false;
	for (int p = 0; p < phragmen->election->project_count; p++)
		mpq_init(phragmen->candidates[p].time);
	mpq_init(phragmen->times[0]);
	line_up(phragmen);
	return true;
}

static void phragmen_close(struct phragmen *phragmen, bool opened)
{
	for (int p = 0; opened && p < phragmen->election->project_count; p++)
		mpq_clear(phragmen->candidates[p].time);
	for (int k = 0; opened && k <= phragmen->purchases; k++)
		mpq_clear(phragmen->times[k]);
	free(phragmen->candidates);
	free(phragmen->times);
	free(phragmen->payers);
	free(phragmen->kinds);
	free(phragmen->tied);
	free(phragmen->paid_at);
	free(phragmen->seen);
	funding_free(phragmen->funding);
}

enum status rule_phragmen(const struct election *election,
			  const struct rule_options *options,
			  struct funding **ret_funding)
{
	struct phragmen phragmen = {.election = election, .options = options};
	bool opened = phragmen_open(&phragmen), more = opened;
	enum status status = opened ? STATUS_OK : STATUS_MEMORY;

	while (status == STATUS_OK && more)
		status = purchase(&phragmen, &more);
	if (status == STATUS_OK || status == STATUS_TIE) {
		*ret_funding = phragmen.funding;
		phragmen.funding = NULL;
	}
	phragmen_close(&phragmen, opened);
	return status;
}

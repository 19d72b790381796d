/* Who stands in line in Phragmén's rule, and who is next. */
#include "rules/phragmen_private.h"

#include <string.h>

void phragmen_candidate_look(struct phragmen *phragmen, int project)
{
	const struct election *election = phragmen->election;
	struct phragmen_candidate *candidate = &phragmen->candidates[project];
	mpq_t part;

	phragmen_payers_count(phragmen, project);
	mpq_init(part);
	mpq_set_si(candidate->time, election->projects[project].cost_minor, 1);
	for (int i = 0; i < phragmen->kind_count; i++) {
		int k = phragmen->kinds[i];

		mpq_set_si(part, phragmen->payers[k], 1);
		mpq_mul(part, part, phragmen->times[k]);
		mpq_add(candidate->time, candidate->time, part);
	}
	mpq_set_si(part, candidate->backers, 1);
	mpq_div(candidate->time, candidate->time, part);
	mpq_clear(part);
	candidate->known = phragmen->purchases;
}

/* Makes `tied` those in line with the least time, as far as is known. */
static void line_find(struct phragmen *phragmen)
{
	phragmen->tied_count = 0;
	for (int p = 0; p < phragmen->election->project_count; p++) {
		int order = -1;

		if (!phragmen->candidates[p].in_line)
			continue;
		if (phragmen->tied_count > 0)
			order = mpq_cmp(
			    phragmen->candidates[p].time,
			    phragmen->candidates[phragmen->tied[0]].time);
		if (order < 0)
			phragmen->tied_count = 0;
		if (order <= 0)
			phragmen->tied[phragmen->tied_count++] = p;
	}
}

void phragmen_line_look(struct phragmen *phragmen)
{
	bool fresh;

	do {
		fresh = true;
		line_find(phragmen);
		for (int i = 0; i < phragmen->tied_count; i++) {
			int project = phragmen->tied[i];

			if (phragmen->candidates[project].known ==
			    phragmen->purchases)
				continue;
			phragmen_candidate_look(phragmen, project);
			fresh = false;
		}
	} while (!fresh);
}

bool phragmen_tie_matters(struct phragmen *phragmen)
{
	const struct election *election = phragmen->election;
	const struct phragmen_candidate *next =
	    &phragmen->candidates[phragmen->tied[0]];
	int64_t left = phragmen_left_minor(phragmen);

	memset(phragmen->seen, 0,
	       (size_t)election->group_count * sizeof(*phragmen->seen));
	for (int i = 0; i < phragmen->tied_count; i++) {
		int project = phragmen->tied[i];
		size_t at = election->backers->first[project];
		const struct election_backer *backer;

		if (election->projects[project].cost_minor > left)
			return true;
		left -= election->projects[project].cost_minor;
		while (
		    (backer = phragmen_backer_next(phragmen, project, &at))) {
			int paid_at = phragmen->paid_at[backer->group];

			if (mpq_equal(phragmen->times[paid_at], next->time))
				continue;
			if (phragmen->seen[backer->group])
				return true;
			phragmen->seen[backer->group] = true;
		}
	}
	return false;
}

void phragmen_line_end(struct phragmen *phragmen)
{
	for (int p = 0; p < phragmen->election->project_count; p++) {
		if (!phragmen->candidates[p].in_line)
			continue;
		phragmen->candidates[p].in_line = false;
		phragmen->funding->reasons[p] = REASON_AFTER_STOP;
	}
}

void phragmen_line_drop(struct phragmen *phragmen)
{
	for (int p = 0; p < phragmen->election->project_count; p++) {
		struct phragmen_candidate *candidate = &phragmen->candidates[p];

		if (!candidate->in_line || !phragmen_too_dear(phragmen, p))
			continue;
		candidate->in_line = false;
		phragmen->funding->reasons[p] = REASON_TOO_DEAR;
	}
}

bool phragmen_line_stops(struct phragmen *phragmen)
{
	bool stops = false;

	for (int i = 0; i < phragmen->tied_count; i++) {
		int project = phragmen->tied[i];

		if (!phragmen_too_dear(phragmen, project))
			continue;
		phragmen->candidates[project].in_line = false;
		phragmen->funding->reasons[project] = REASON_TOO_DEAR;
		stops = true;
	}
	return stops;
}

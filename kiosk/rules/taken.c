#include "rules/taken.h"

#include <stdlib.h>
#include <string.h>

enum {
	TAKEN_WORK = 20000000, /* values looked at in all recounts */
	PROJECT_WORK = 100,    /* and for each project in one */
	WELFARE_WORK = 2000,   /* in the list of all sets worth a look */
	RAISED_LOOKS = 4,
	RECOUNTS_LEAST = 50, /* with fewer not one project is worked out */
	BALLOTS_TRIED = 100, /* times the ballots there are, at most */
	BALLOTS_LEAST = 1000,
};

/* An election that differs in one project. */
struct changed {
	struct taken_search *search;
	int project;
	struct election election;
	struct election *built; /* the one with a group of its own, or NULL */
	struct election_project *projects;
	int group; /* of those who name it alone; -1 where none is looked at */
	int alone; /* ballots in it before */
	int value;
};

/* Whether the rule looks at ballots, not at sums alone. */
static bool looks_at_ballots(const struct taken_search *search)
{
	return search->rule == rule_equal_shares ||
	       search->rule == rule_phragmen;
}

/* How often a recount looks at every value, about: greedy and welfare have
 * their sums, and a share that is raised is tried often. */
static long looks_at_values(const struct taken_search *search)
{
	const enum rule_completion completion = search->options->completion;

	if (!looks_at_ballots(search))
		return 0;
	return search->rule == rule_equal_shares &&
		       (completion == COMPLETION_ADD1 ||
			completion == COMPLETION_ADD1U)
		   ? RAISED_LOOKS
		   : 1;
}

long taken_recounts(const struct taken_search *search)
{
	const struct election *election = search->election;
	const long projects = election->project_count + 1L;
	long values = 0, recounts;

	for (int i = 0; i < election->group_count; i++)
		values +=
		    (long)(election->groups[i].end - election->groups[i].first);
	recounts = TAKEN_WORK /
		   (values * looks_at_values(search) +
		    projects * (search->rule == rule_welfare ? WELFARE_WORK
							     : PROJECT_WORK));
	return recounts < RECOUNTS_LEAST ? 0 : recounts;
}

static int value_most(const struct election *election)
{
	int most = 1;

	for (int i = 0; i < election->group_count; i++)
		for (size_t k = election->groups[i].first;
		     k < election->groups[i].end; k++)
			if (election->values[k].value > most)
				most = election->values[k].value;
	return most;
}

/* Begins with a copy of ELECTION whose projects may be changed. */
static enum status changed_copy(struct changed *changed,
				const struct election *election)
{
	const size_t count = (size_t)election->project_count;

	changed->election = *election;
	changed->projects = malloc((count + 1) * sizeof(*changed->projects));
	if (!changed->projects)
		return STATUS_MEMORY;
	memcpy(changed->projects, election->projects,
	       count * sizeof(*changed->projects));
	changed->election.projects = changed->projects;
	return STATUS_OK;
}

static void changed_free(struct changed *changed)
{
	free(changed->projects);
	election_free(changed->built);
	changed->projects = NULL;
	changed->built = NULL;
}

/* Counts CHANGED: whether the project gets its money. */
static enum status recount(struct changed *changed, bool *ret_funded)
{
	struct taken_search *search = changed->search;
	struct funding *funding = NULL;
	enum status status =
	    search->rule(&changed->election, search->options, &funding);

	search->recounts--;
	if (status == STATUS_TIE)
		status = STATUS_OK;
	if (status == STATUS_OK) {
		int rounds = funding->round_count - (funding->stopped ? 1 : 0);

		*ret_funded = false;
		for (int i = 0; i < rounds; i++)
			*ret_funded |=
			    funding->rounds[i].project == changed->project;
	}
	funding_free(funding);
	return status;
}

static enum status recount_price(struct changed *changed, int64_t cost_minor,
				 bool *ret_funded)
{
	changed->projects[changed->project].cost_minor = cost_minor;
	return recount(changed, ret_funded);
}

static enum status price_find(struct taken_search *search, int project,
			      struct taken *taken)
{
	const int64_t cost = search->election->projects[project].cost_minor;
	const int64_t unit =
	    cost % ELECTION_UNIT_MINOR == 0 ? ELECTION_UNIT_MINOR : 1;
	struct changed changed = {.search = search, .project = project};
	int64_t low = 0, high = cost / unit;
	bool funded = false;
	enum status status = changed_copy(&changed, search->election);

	if (status == STATUS_OK)
		status = recount_price(&changed, 0, &funded);
	taken->price = funded ? TAKEN_FOUND : TAKEN_NEVER;
	while (status == STATUS_OK && taken->price == TAKEN_FOUND &&
	       low + 1 < high) {
		int64_t middle = low + (high - low) / 2;

		if (search->recounts <= 0) {
			taken->price = TAKEN_UNKNOWN;
			break;
		}
		status = recount_price(&changed, middle * unit, &funded);
		if (funded)
			low = middle;
		else
			high = middle;
	}
	taken->cheaper_minor = cost - low * unit;
	changed_free(&changed);
	return status;
}

/* The group whose ballots give PROJECT VALUE and nothing to others, or -1. */
static int group_alone(const struct election *election, int project, int value)
{
	for (int i = 0; i < election->group_count; i++) {
		const struct election_group *group = &election->groups[i];
		const struct election_value *first =
		    &election->values[group->first];

		if (group->end == group->first + 1 &&
		    first->project == project && first->value == value)
			return i;
	}
	return -1;
}

/* ELECTION with one ballot more, which names the project alone: so that there
 * is a group of such ballots. */
static enum status group_build(struct changed *changed,
			       const struct election *election)
{
	struct election_builder *builder =
	    election_builder_new(election->budget_minor, election->value_scale);
	struct election_value alone = {changed->project, changed->value};
	enum status status = builder ? STATUS_OK : STATUS_MEMORY;

	for (int i = 0; i < election->project_count && status == STATUS_OK; i++)
		status = election_add_project(builder, election->projects[i].id,
					      strlen(election->projects[i].id),
					      election->projects[i].cost_minor);
	if (status == STATUS_OK)
		status = election_copy_ballots(election, builder);
	if (status == STATUS_OK)
		status = election_add_ballots(builder, &alone, 1, 1);
	if (status == STATUS_OK) {
		changed->built = election_build(builder);
		status = changed->built ? STATUS_OK : STATUS_MEMORY;
	}
	election_builder_free(builder);
	if (status != STATUS_OK)
		return status;
	changed->group =
	    group_alone(changed->built, changed->project, changed->value);
	changed->alone = changed->built->groups[changed->group].ballots - 1;
	return STATUS_OK;
}

static enum status recount_votes(struct changed *changed, int more,
				 bool *ret_funded)
{
	const struct election *before = changed->search->election;
	const struct election_project *was =
	    &before->projects[changed->project];
	struct election_project *now = &changed->projects[changed->project];

	now->support = was->support + (int64_t)more * changed->value;
	now->named = was->named + more;
	changed->election.ballots = before->ballots + more;
	if (changed->group >= 0)
		changed->election.groups[changed->group].ballots =
		    changed->alone + more;
	return recount(changed, ret_funded);
}

/* Doubles, then halves: LOW are not enough, HIGH are. */
static enum status votes_search(struct changed *changed, struct taken *taken)
{
	const int ballots = changed->search->election->ballots;
	const int most = ballots > INT32_MAX / 2 / BALLOTS_TRIED
			     ? INT32_MAX / 2 - ballots / 2
			     : ballots * BALLOTS_TRIED + BALLOTS_LEAST;
	int low = 0, high = 1;
	bool funded = false;
	enum status status = STATUS_OK;

	while (status == STATUS_OK && (!funded || low + 1 < high)) {
		int tried = funded ? low + (high - low) / 2 : high;
		bool enough = false;

		if (changed->search->recounts <= 0) {
			taken->votes = TAKEN_UNKNOWN;
			return STATUS_OK;
		}
		status = recount_votes(changed, tried, &enough);
		if (enough) {
			high = tried;
			funded = true;
		} else {
			low = tried;
		}
		if (!funded && tried == most) {
			taken->votes = TAKEN_NEVER;
			taken->ballots = most;
			return status;
		}
		if (!funded)
			high = tried > most / 2 ? most : 2 * tried;
	}
	taken->votes = TAKEN_FOUND;
	taken->ballots = high;
	return status;
}

static enum status votes_find(struct taken_search *search, int project,
			      struct taken *taken)
{
	const struct election *election = search->election;
	struct changed changed = {.search = search,
				  .project = project,
				  .group = -1,
				  .value = value_most(election)};
	enum status status = STATUS_OK;

	taken->value = changed.value;
	if (election->projects[project].cost_minor > election->budget_minor) {
		taken->votes = TAKEN_NEVER;
		return STATUS_OK;
	}
	if (looks_at_ballots(search)) {
		status = group_build(&changed, election);
		search->recounts--;
	}
	if (status == STATUS_OK)
		status = changed_copy(&changed,
				      changed.built ? changed.built : election);
	if (status == STATUS_OK)
		status = votes_search(&changed, taken);
	changed_free(&changed);
	return status;
}

enum status taken_find(struct taken_search *search, int project,
		       struct taken *ret_taken)
{
	struct taken taken = {.price = TAKEN_UNKNOWN, .votes = TAKEN_UNKNOWN};
	enum status status = STATUS_OK;

	if (search->recounts > 0)
		status = price_find(search, project, &taken);
	if (status == STATUS_OK && search->recounts > 0)
		status = votes_find(search, project, &taken);
	if (status == STATUS_OK)
		*ret_taken = taken;
	return status;
}

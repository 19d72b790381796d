/* election.h - what a rule counts: projects with their costs, and ballots.
 *
 * One pot of a meeting and one Pabulib file become the same thing here, so that
 * every rule exists once. Ballots that are alike are kept together: under every
 * rule those who cast them always hold the same money.
 *
 * Exact: money in minor units, values in whole parts of a point (value_scale).
 */
#ifndef STEMMEBOKS_ELECTION_H
#define STEMMEBOKS_ELECTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/status.h"

enum {
	ELECTION_PROJECTS = 20000,
	ELECTION_UNIT_MINOR = 100, /* minor units in a unit of currency */
};

/* Largest money and largest sum of values, so that no sum of two overflows. */
#define ELECTION_MONEY_MOST INT64_C(1000000000000000000)

/* What Pabulib's files let a project cost that was withdrawn after the vote:
 * 999999999 units of currency, which does not end a count that stops at what
 * does not fit. */
#define ELECTION_COST_WITHDRAWN_MINOR (INT64_C(999999999) * ELECTION_UNIT_MINOR)

struct election_project {
	char *id;	    /* unique; owned by the election */
	int64_t cost_minor; /* >= 0 */
	int64_t support;    /* sum of its values over all ballots */
	int named;	    /* ballots with a value for it */
	int groups;	    /* groups of such ballots */
};

/* What every ballot of a group gives one project: more than 0. */
struct election_value {
	int project; /* index; falling in no group, rising within one */
	int value;   /* in 1/value_scale points */
};

/* Ballots that are alike, none of them blank. */
struct election_group {
	int ballots;	   /* how many, >= 1 */
	size_t first, end; /* its values: election.values[first … end) */
};

/* A group that gives a project a value: the other way round. */
struct election_backer {
	int group;
	int value;
};

/* Who backs each project. */
struct election_backers {
	struct election_backer *list; /* by project, then group */
	size_t *first;		      /* project_count + 1 indexes into list */
};

struct election {
	int64_t budget_minor;
	int value_scale; /* 1, or a power of ten where values have decimals */
	int ballots;	 /* all, blank ones too */
	int project_count;
	struct election_project *projects; /* in the file's order */
	int group_count;
	struct election_group *groups; /* in order of their values: the same
					  for every order of the ballots */
	struct election_value *values;
	struct election_backers *backers; /* empty until election_back() */
};

/* Collects projects, then ballots, in any order of ballots. Opaque. */
struct election_builder;

/* An empty builder, or NULL without memory. Free with election_builder_free(),
 * which takes NULL. */
struct election_builder *election_builder_new(int64_t budget_minor,
					      int value_scale);
void election_builder_free(struct election_builder *builder);

/* Adds a project, before any ballot; ID of LENGTH bytes is copied.
 * STATUS_INPUT when there is one of that id, STATUS_LIMIT above
 * ELECTION_PROJECTS or for a cost below 0 or above ELECTION_MONEY_MOST,
 * STATUS_MEMORY. */
enum status election_add_project(struct election_builder *builder,
				 const char *id, size_t length,
				 int64_t cost_minor);

/* The index of the project with that id, or -1. */
int election_find(const struct election_builder *builder, const char *id,
		  size_t length);

/* Adds BALLOTS ballots alike: COUNT values, each project at most once, in any
 * order; values of 0 are left out. COUNT 0 is a blank ballot. VALUES is sorted
 * in place. STATUS_LIMIT when a value is below 0, a sum leaves
 * ELECTION_MONEY_MOST or there are more than INT_MAX ballots; STATUS_MEMORY. */
enum status election_add_ballots(struct election_builder *builder,
				 struct election_value *values, size_t count,
				 int ballots);

/* Adds the ballots of ELECTION, blank ones too, to BUILDER, which has its
 * projects. As election_add_ballots(). */
enum status election_copy_ballots(const struct election *election,
				  struct election_builder *builder);

/* Makes the election of all that was added; BUILDER is then only to be freed.
 * NULL without memory. Free with election_free(). */
struct election *election_build(struct election_builder *builder);

/* Fills ELECTION's backers, unless they are there: only rules that let backers
 * pay need them, and where hardly two ballots are alike they are as large as
 * all values. False without memory. */
bool election_back(const struct election *election);

/* Takes NULL. */
void election_free(struct election *election);

/* ELECTION with every value less by LESS, none below 0; its supports count
 * what is left. NULL without memory. Free with election_free(). */
struct election *election_less(const struct election *election, int less);

#endif

#include "tests/lib/rules_shares_slow.h"

#include "tests/lib/cmocka_all.h"

enum { NOBODY = -1, COUNTED_PROJECTS = 64 };

/* One count; x[v * projects + p] is ballot v's value for p. */
struct counter {
	const struct election *election;
	const struct rule_options *options;
	int ballots, projects;
	int *x;
	mpq_t *money;
	bool funded[COUNTED_PROJECTS];
	int64_t total_minor;
	struct funding *funding;
};

static bool is_in(const struct counter *c, int p)
{
	return c->election->projects[p].support >= c->options->threshold;
}

static int value_of(const struct counter *c, int v, int p)
{
	return c->x[v * c->projects + p];
}

static bool is_backed(const struct counter *c, int p)
{
	for (int v = 0; v < c->ballots; v++)
		if (value_of(c, v, p) > 0)
			return is_in(c, p);
	return false;
}

/* The least price with Σ min(money, price · x) = cost: false when there is
 * none. Tries, for every backer, that just those with less money for each of
 * their values than this one are emptied. */
static bool price_find(const struct counter *c, int p, mpq_t ret_price)
{
	mpq_t least, other, paid, cost, term;
	bool found = false;

	mpq_inits(least, other, paid, cost, term, NULL);
	mpq_set_si(cost, c->election->projects[p].cost_minor, 1);
	for (int at = 0; at < c->ballots && !found; at++) {
		long values = 0;

		if (value_of(c, at, p) <= 0 || mpq_sgn(c->money[at]) == 0)
			continue;
		mpq_set_si(term, value_of(c, at, p), 1);
		mpq_div(least, c->money[at], term);
		mpq_set_si(paid, 0, 1);
		for (int v = 0; v < c->ballots; v++) {
			if (value_of(c, v, p) <= 0)
				continue;
			mpq_set_si(term, value_of(c, v, p), 1);
			mpq_div(other, c->money[v], term);
			if (mpq_cmp(other, least) < 0)
				mpq_add(paid, paid, c->money[v]);
			else
				values += value_of(c, v, p);
		}
		/* The price if those with less are emptied and no others. */
		mpq_sub(other, cost, paid);
		mpq_set_si(term, values, 1);
		mpq_div(other, other, term);
		if (mpq_cmp(other, least) > 0)
			continue;
		/* Nobody who was taken to be emptied holds more than asked. */
		found = true;
		for (int v = 0; v < c->ballots && found; v++) {
			if (value_of(c, v, p) <= 0)
				continue;
			mpq_set_si(term, value_of(c, v, p), 1);
			mpq_div(term, c->money[v], term);
			if (mpq_cmp(term, least) < 0 &&
			    mpq_cmp(term, other) > 0)
				found = false;
		}
		if (found)
			mpq_set(ret_price, other);
	}
	mpq_clears(least, other, paid, cost, term, NULL);
	return found;
}

/* rho in units of currency and whole points. */
static void rho_of(const struct counter *c, int p, const mpq_t price,
		   mpq_t ret_rho)
{
	mpq_t scale;

	mpq_init(scale);
	mpq_set_si(scale, c->election->value_scale, 1);
	mpq_mul(ret_rho, price, scale);
	if (c->options->utility == UTILITY_COST)
		mpq_set_si(scale, c->election->projects[p].cost_minor, 1);
	else
		mpq_set_si(scale, ELECTION_UNIT_MINOR, 1);
	mpq_div(ret_rho, ret_rho, scale);
	mpq_clear(scale);
}

static struct funding_round *round_note(struct counter *c, int p,
					const int *tied, int tied_count)
{
	struct funding_round *round = funding_add(c->funding, p);

	assert_non_null(round);
	c->funded[p] = true;
	c->total_minor += c->election->projects[p].cost_minor;
	mpq_set_si(round->left_minor,
		   c->election->budget_minor - c->total_minor, 1);
	if (tied_count > 1) {
		round->tied = malloc((size_t)tied_count * sizeof(int));
		assert_non_null(round->tied);
		memcpy(round->tied, tied, (size_t)tied_count * sizeof(int));
		round->tied_count = tied_count;
	}
	return round;
}

static int picked(const struct counter *c, const int *tied, int count)
{
	if (count == 1)
		return tied[0];
	return tied[c->options->ties.pick(c->options->ties.context, c->election,
					  tied, count)];
}

static void pay(struct counter *c, int p, const mpq_t price,
		struct funding_round *round)
{
	mpq_t part;

	mpq_init(part);
	for (int v = 0; v < c->ballots; v++) {
		if (value_of(c, v, p) <= 0 || mpq_sgn(c->money[v]) == 0)
			continue;
		mpq_set_si(part, value_of(c, v, p), 1);
		mpq_mul(part, part, price);
		round->backers++;
		if (mpq_cmp(c->money[v], part) <= 0) {
			mpq_set_si(c->money[v], 0, 1);
			round->emptied++;
		} else {
			mpq_sub(c->money[v], c->money[v], part);
		}
	}
	mpq_clear(part);
}

/* What costs nothing and is backed. */
static void gifts_give(struct counter *c)
{
	for (;;) {
		int tied[COUNTED_PROJECTS], count = 0;

		for (int p = 0; p < c->projects; p++)
			if (!c->funded[p] && is_backed(c, p) &&
			    c->election->projects[p].cost_minor == 0)
				tied[count++] = p;
		if (count == 0)
			return;
		round_note(c, picked(c, tied, count), tied, count)->has_rho =
		    true;
	}
}

/* The affordable project of least rho is bought; false when there is none. */
static bool step(struct counter *c)
{
	mpq_t price, rho, least, paid;
	int tied[COUNTED_PROJECTS], count = 0;

	mpq_inits(price, rho, least, paid, NULL);
	for (int p = 0; p < c->projects; p++) {
		int order;

		if (c->funded[p] || !is_backed(c, p) ||
		    !price_find(c, p, price))
			continue;
		rho_of(c, p, price, rho);
		order = count == 0 ? -1 : mpq_cmp(rho, least);
		if (order < 0) {
			mpq_set(least, rho);
			count = 0;
		}
		if (order <= 0)
			tied[count++] = p;
	}
	if (count > 0) {
		int p = picked(c, tied, count);
		struct funding_round *round;

		price_find(c, p, price);
		round = round_note(c, p, tied, count);
		round->has_rho = true;
		mpq_set(round->rho, least);
		pay(c, p, price, round);
	}
	mpq_clears(price, rho, least, paid, NULL);
	return count > 0;
}

static void run(struct counter *c, const mpq_t endowment_minor)
{
	funding_clear(c->funding);
	memset(c->funded, 0, sizeof(c->funded));
	c->total_minor = 0;
	for (int v = 0; v < c->ballots; v++)
		mpq_set(c->money[v], endowment_minor);
	mpq_set(c->funding->endowment_minor, endowment_minor);
	gifts_give(c);
	while (step(c))
		;
}

static bool all_fit(const struct counter *c, bool backed)
{
	__int128 sum = 0;

	for (int p = 0; p < c->projects; p++)
		if (is_in(c, p) && (!backed || is_backed(c, p)))
			sum += c->election->projects[p].cost_minor;
	return sum <= c->election->budget_minor;
}

/* Whether the search ends here, within the budget. */
static bool is_end(const struct counter *c)
{
	bool backed_left = false, fits = false, backed_fits = false;

	for (int p = 0; p < c->projects; p++) {
		bool small = c->election->projects[p].cost_minor <=
			     c->election->budget_minor - c->total_minor;

		if (c->funded[p] || !is_in(c, p))
			continue;
		backed_left |= is_backed(c, p);
		fits |= small;
		backed_fits |= small && is_backed(c, p);
	}
	if (!backed_left)
		return true;
	if (c->options->convention == CONVENTION_EQUALSHARES)
		return !fits;
	return c->options->convention == CONVENTION_PABUTOOLS && !backed_fits;
}

/* The checker's: all that is backed, no shares asked. */
static void fund_backed(struct counter *c)
{
	funding_clear(c->funding);
	memset(c->funded, 0, sizeof(c->funded));
	c->total_minor = 0;
	for (int p = 0; p < c->projects; p++)
		if (is_backed(c, p))
			round_note(c, p, NULL, 0)->completed = true;
}

/* B/n, or that in whole units of currency. */
static void start_at(const struct counter *c, bool whole, mpq_t ret_minor)
{
	int64_t budget_minor = c->election->budget_minor;

	mpq_set_si(ret_minor, budget_minor, (unsigned long)c->ballots);
	mpq_canonicalize(ret_minor);
	if (whole)
		mpq_set_si(ret_minor,
			   budget_minor / c->ballots / ELECTION_UNIT_MINOR *
			       ELECTION_UNIT_MINOR,
			   1);
}

static bool add1(struct counter *c, long most_runs)
{
	bool checker = c->options->convention == CONVENTION_CHECKER;
	bool pabutools = c->options->convention == CONVENTION_PABUTOOLS;
	mpq_t b, kept, unit;
	bool finished = true;

	mpq_inits(b, kept, unit, NULL);
	mpq_set_si(unit, ELECTION_UNIT_MINOR, 1);
	start_at(c, false, kept);
	start_at(c, !pabutools, b);
	c->funding->runs = 1;
	if (checker || (!pabutools && all_fit(c, false))) {
		run(c, kept);
	} else {
		mpq_set(kept, b);
		run(c, b);
	}
	if (!pabutools && all_fit(c, checker)) {
		if (checker)
			fund_backed(c);
		goto out;
	}
	while ((checker && c->funding->runs == 1) || !is_end(c)) {
		if (c->funding->runs++ == most_runs) {
			finished = false;
			goto out;
		}
		mpq_add(b, b, unit);
		run(c, b);
		if (c->total_minor > c->election->budget_minor) {
			run(c, kept);
			break;
		}
		mpq_set(kept, b);
	}
out:
	mpq_clears(b, kept, unit, NULL);
	return finished;
}

/* The most supported of what fits, again and again. */
static void greedy(struct counter *c)
{
	for (;;) {
		int tied[COUNTED_PROJECTS], count = 0;
		int64_t most = 0;

		for (int p = 0; p < c->projects; p++) {
			const struct election_project *project =
			    &c->election->projects[p];

			if (c->funded[p] || !is_in(c, p) ||
			    project->cost_minor >
				c->election->budget_minor - c->total_minor)
				continue;
			if (count == 0 || project->support > most)
				count = 0;
			else if (project->support < most)
				continue;
			most = project->support;
			tied[count++] = p;
		}
		if (count == 0)
			return;
		round_note(c, picked(c, tied, count), tied, count)->completed =
		    true;
	}
}

static void counter_open(struct counter *c, const struct election *election,
			 const struct rule_options *options)
{
	int v = 0;

	*c = (struct counter){.election = election,
			      .options = options,
			      .ballots = election->ballots,
			      .projects = election->project_count};
	assert_true(c->projects <= COUNTED_PROJECTS);
	c->funding = funding_new(election);
	c->x = calloc((size_t)(c->ballots * c->projects + 1), sizeof(*c->x));
	c->money = calloc((size_t)c->ballots + 1, sizeof(*c->money));
	assert_true(c->funding && c->x && c->money);
	for (int i = 0; i < c->ballots; i++)
		mpq_init(c->money[i]);
	for (int g = 0; g < election->group_count; g++)
		for (int i = 0; i < election->groups[g].ballots; i++, v++)
			for (size_t k = election->groups[g].first;
			     k < election->groups[g].end; k++)
				c->x[v * c->projects +
				     election->values[k].project] =
				    election->values[k].value -
				    options->value_less;
}

bool slow_shares_count(const struct election *election,
		       const struct rule_options *options, long most_runs,
		       struct slow_shares *ret_slow)
{
	enum rule_completion completion = options->completion;
	struct counter c;
	bool finished = true;

	counter_open(&c, election, options);
	if (c.ballots > 0 &&
	    (completion == COMPLETION_ADD1 || completion == COMPLETION_ADD1U)) {
		finished = add1(&c, most_runs);
	} else if (c.ballots > 0) {
		mpq_t b;

		mpq_init(b);
		start_at(&c, false, b);
		run(&c, b);
		c.funding->runs = 1;
		mpq_clear(b);
	}
	if (completion == COMPLETION_GREEDY || completion == COMPLETION_ADD1U)
		greedy(&c);
	c.funding->has_endowment = c.ballots > 0;
	c.funding->total_minor = c.total_minor;
	free(c.x);
	*ret_slow = (struct slow_shares){c.funding, c.money, c.ballots};
	return finished;
}

void slow_shares_free(struct slow_shares *slow)
{
	for (int v = 0; v < slow->ballots; v++)
		mpq_clear(slow->money[v]);
	free(slow->money);
	funding_free(slow->funding);
}

/* Phragmén's rule against a plain simulation: every ballot for itself, its
 * money in its own purse, from one purchase to the next. */
#include "tests/lib/cmocka_all.h"
#include "tests/lib/bolbro.h"
#include "tests/lib/rules_election.h"

enum { ELECTIONS = 10000, PROJECTS = 9, BALLOTS = 12 };

struct booth {
	const struct election *election;
	const struct rule_options *options;
	bool by_file;
	int ballots;
	int group[BALLOTS];   /* of each ballot */
	mpq_t money[BALLOTS]; /* what each holds */
	mpq_t now;
	bool in_line[PROJECTS];
	int64_t left_minor;
	int bought[PROJECTS], count;
	mpq_t when[PROJECTS];	  /* of bought */
	unsigned level[PROJECTS]; /* of bought: who was next as well */
	int payers[PROJECTS];	  /* of bought */
};

static bool backs(const struct booth *booth, int ballot, int project)
{
	int value =
	    election_value_of(booth->election, booth->group[ballot], project);

	return value > 0 && value >= booth->options->phragmen_least;
}

static int64_t cost(const struct booth *booth, int project)
{
	return booth->election->projects[project].cost_minor;
}

static void booth_open(struct booth *booth)
{
	const struct election *election = booth->election;

	for (int g = 0; g < election->group_count; g++)
		for (int i = 0; i < election->groups[g].ballots; i++)
			booth->group[booth->ballots++] = g;
	for (int b = 0; b < BALLOTS; b++)
		mpq_init(booth->money[b]);
	for (int p = 0; p < PROJECTS; p++)
		mpq_init(booth->when[p]);
	mpq_init(booth->now);
	booth->left_minor = election->budget_minor;
	for (int p = 0; p < election->project_count; p++) {
		for (int b = 0; b < booth->ballots; b++)
			booth->in_line[p] |= backs(booth, b, p);
		if (election->projects[p].support < booth->options->threshold ||
		    cost(booth, p) > booth->left_minor)
			booth->in_line[p] = false;
	}
}

static void booth_close(struct booth *booth)
{
	for (int b = 0; b < BALLOTS; b++)
		mpq_clear(booth->money[b]);
	for (int p = 0; p < PROJECTS; p++)
		mpq_clear(booth->when[p]);
	mpq_clear(booth->now);
}

/* How long until PROJECT's backers hold what it costs. */
static void wait_for(const struct booth *booth, int project, mpq_t ret_wait)
{
	mpq_t backers;

	mpq_init(backers);
	mpq_set_si(ret_wait, cost(booth, project), 1);
	for (int b = 0; b < booth->ballots; b++)
		if (backs(booth, b, project)) {
			mpq_sub(ret_wait, ret_wait, booth->money[b]);
			mpz_add_ui(mpq_numref(backers), mpq_numref(backers), 1);
		}
	mpq_div(ret_wait, ret_wait, backers);
	mpq_clear(backers);
}

/* Who can be bought next, as bits, and after how long; 0 when nobody is left.
 */
static unsigned booth_next(struct booth *booth, mpq_t ret_wait)
{
	unsigned next = 0;
	mpq_t wait;

	mpq_init(wait);
	for (int p = 0; p < booth->election->project_count; p++) {
		if (!booth->in_line[p])
			continue;
		wait_for(booth, p, wait);
		if (next == 0 || mpq_cmp(wait, ret_wait) < 0) {
			mpq_set(ret_wait, wait);
			next = 0;
		}
		if (mpq_equal(wait, ret_wait))
			next |= 1u << p;
	}
	mpq_clear(wait);
	return next;
}

static int booth_choose(const struct booth *booth, unsigned next)
{
	int best = -1;

	for (int p = booth->election->project_count - 1; p >= 0; p--) {
		const struct election_project *x, *y;

		if (!(next >> p & 1))
			continue;
		if (best < 0 || booth->by_file) {
			best = p;
			continue;
		}
		x = &booth->election->projects[p];
		y = &booth->election->projects[best];
		if (x->cost_minor < y->cost_minor ||
		    (x->cost_minor == y->cost_minor &&
		     x->support >= y->support))
			best = p;
	}
	return best;
}

static void booth_buy(struct booth *booth, int project, unsigned next)
{
	int at = booth->count++;

	booth->bought[at] = project;
	booth->level[at] = next;
	mpq_set(booth->when[at], booth->now);
	booth->left_minor -= cost(booth, project);
	booth->in_line[project] = false;
	for (int b = 0; b < booth->ballots; b++)
		if (backs(booth, b, project)) {
			booth->payers[at] += mpq_sgn(booth->money[b]) > 0;
			mpq_set_ui(booth->money[b], 0, 1);
		}
}

static void booth_count(struct booth *booth)
{
	mpq_t wait;
	unsigned next;

	mpq_init(wait);
	for (;;) {
		bool fits = true;

		for (int p = 0; p < booth->election->project_count; p++)
			if (booth->options->convention == CONVENTION_SKIP &&
			    cost(booth, p) > booth->left_minor)
				booth->in_line[p] = false;
		next = booth_next(booth, wait);
		for (int p = 0; p < booth->election->project_count; p++)
			if (next >> p & 1)
				fits &= cost(booth, p) <= booth->left_minor;
		if (next == 0 || !fits)
			break;
		assert_true(mpq_sgn(wait) >= 0);
		mpq_add(booth->now, booth->now, wait);
		for (int b = 0; b < booth->ballots; b++)
			mpq_add(booth->money[b], booth->money[b], wait);
		booth_buy(booth, booth_choose(booth, next), next);
	}
	mpq_clear(wait);
}

static void fundings_agree(const struct booth *booth,
			   const struct funding *funding)
{
	mpq_t when;

	mpq_init(when);
	assert_int_equal(funding->round_count, booth->count);
	for (int i = 0; i < booth->count; i++) {
		const struct funding_round *round = &funding->rounds[i];
		unsigned level = 0;

		assert_int_equal(round->project, booth->bought[i]);
		mpq_set_ui(when, 100, 1);
		mpq_mul(when, when, round->rho);
		assert_true(mpq_equal(when, booth->when[i]));
		assert_int_equal(round->backers, booth->payers[i]);
		for (int t = 0; t < round->tied_count; t++)
			level |= 1u << round->tied[t];
		if (!round->tied)
			level = 1u << round->project;
		assert_int_equal(level, booth->level[i]);
	}
	assert_int_equal(booth->election->budget_minor - funding->total_minor,
			 booth->left_minor);
	assert_true(booth->left_minor >= 0);
	mpq_clear(when);
}

static void groups_pay_as_single_ballots_would(void **state)
{
	uint64_t seed = 1894;
	struct random random = bolbro_random(&seed);
	int ties = 0, bought = 0;

	(void)state;
	for (int i = 0; i < ELECTIONS; i++) {
		struct election_draw drawn = {PROJECTS, 1 + i % BALLOTS,
					      i % 2 ? 12 : 5000, 1 + i % 3, 4};
		struct election *election = election_drawn(&random, &drawn);

		for (int way = 0; way < 16; way++) {
			struct rule_options options = {
			    .convention = way & 1 ? CONVENTION_SKIP
						  : CONVENTION_PABUTOOLS,
			    .ties =
				way & 2 ? tie_break_file : tie_break_canonical,
			    .threshold = way & 4 ? 3 : 0,
			    .phragmen_least = way & 8 ? 2 : 0,
			};
			struct booth booth = {.election = election,
					      .options = &options,
					      .by_file = way & 2};
			struct funding *funding = NULL;

			booth_open(&booth);
			booth_count(&booth);
			assert_int_equal(
			    rule_phragmen(election, &options, &funding),
			    STATUS_OK);
			fundings_agree(&booth, funding);
			bought += booth.count;
			for (int r = 0; r < funding->round_count; r++)
				ties += funding->rounds[r].tied != NULL;
			funding_free(funding);
			booth_close(&booth);
		}
		election_free(election);
	}
	assert_true(ties > 5000 && bought > 50000);
}

/* Where nobody may say and the count ends all the same, every order of equals
 * must give the same; tried are the two orders there are. */
static void tie_that_stops_nothing_changes_nothing(void **state)
{
	uint64_t seed = 1895;
	struct random random = bolbro_random(&seed);
	int passed = 0, stopped = 0;

	(void)state;
	for (int i = 0; i < ELECTIONS; i++) {
		struct election_draw drawn = {PROJECTS, 1 + i % BALLOTS, 6, 1,
					      2};
		struct election *election = election_drawn(&random, &drawn);
		struct rule_options options = {.convention = CONVENTION_SKIP,
					       .ties = tie_break_stop};
		struct funding *open = NULL, *file = NULL, *cheap = NULL;
		enum status status = rule_phragmen(election, &options, &open);
		bool tied = false;

		options.ties = tie_break_file;
		assert_int_equal(rule_phragmen(election, &options, &file),
				 STATUS_OK);
		options.ties = tie_break_canonical;
		assert_int_equal(rule_phragmen(election, &options, &cheap),
				 STATUS_OK);
		assert_int_equal(status,
				 open->stopped ? STATUS_TIE : STATUS_OK);
		for (int r = 0; r < open->round_count; r++)
			tied |= open->rounds[r].tied != NULL;
		for (int p = 0; !open->stopped && p < election->project_count;
		     p++) {
			assert_int_equal(open->reasons[p], file->reasons[p]);
			assert_int_equal(open->reasons[p], cheap->reasons[p]);
		}
		passed += tied && !open->stopped;
		stopped += open->stopped;
		funding_free(open);
		funding_free(file);
		funding_free(cheap);
		election_free(election);
	}
	assert_true(passed > 300 && stopped > 300);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(groups_pay_as_single_ballots_would),
	    cmocka_unit_test(tie_that_stops_nothing_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

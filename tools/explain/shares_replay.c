#include "tools/explain/shares_replay.h"

#include <stdlib.h>

enum { PAYMENTS_MOST = 400000 };

/* What a replay is made with. */
struct replaying {
	const struct election *election;
	const struct rule_options *options;
	const struct funding *funding;
	struct shares_replay *replay;
	mpq_t *money; /* by group: what each of its ballots holds */
	mpq_t asked, one;
};

static mpq_t *fractions_new(int count)
{
	mpq_t *fractions = malloc(((size_t)count + 1) * sizeof(*fractions));

	for (int i = 0; fractions && i < count; i++)
		mpq_init(fractions[i]);
	return fractions;
}

static void fractions_free(mpq_t *fractions, int count)
{
	for (int i = 0; fractions && i < count; i++)
		mpq_clear(fractions[i]);
	free(fractions);
}

/* What a ballot that gives VALUE gains by the project, in its points. */
static int gain(const struct replaying *replaying, int value)
{
	int less = replaying->options->value_less;

	return value > less ? value - less : 0;
}

static bool is_ticked(const struct replaying *replaying)
{
	const struct election *election = replaying->election;
	int first = 0;

	for (int i = 0; i < election->group_count; i++)
		for (size_t k = election->groups[i].first;
		     k < election->groups[i].end; k++) {
			int value = gain(replaying, election->values[k].value);

			if (value > 0 && first > 0 && value != first)
				return false;
			if (value > 0)
				first = value;
		}
	return true;
}

/* What ROUND asks for a point (rho is in whole units of currency per unit of
 * utility, cost utilities being points times the cost), in minor units. */
static void price_of_point(const struct replaying *replaying,
			   const struct funding_round *round, mpq_ptr ret_price)
{
	const struct election *election = replaying->election;

	mpq_set_si(ret_price, 1, 1);
	if (replaying->options->utility == UTILITY_COST)
		mpz_set_si(mpq_numref(ret_price),
			   election->projects[round->project].cost_minor);
	else
		mpz_set_si(mpq_numref(ret_price), ELECTION_UNIT_MINOR);
	mpz_set_si(mpq_denref(ret_price), election->value_scale);
	mpq_canonicalize(ret_price);
	mpq_mul(ret_price, ret_price, round->rho);
}

/* A group pays for a project that it gives GAINED; ASKED is the price of a
 * point. */
static void pay(struct replaying *replaying, int index, int gained,
		struct shares_paid *paid)
{
	const int ballots = replaying->election->groups[index].ballots;
	mpq_ptr money = replaying->money[index];

	paid->supporters += ballots;
	mpq_set_si(replaying->one, gained, 1);
	mpq_mul(replaying->one, replaying->one, replaying->asked);
	if (mpq_cmp(money, replaying->one) >= 0) {
		mpq_sub(money, money, replaying->one);
		return;
	}
	paid->emptied += ballots;
	mpq_set_si(replaying->one, ballots, 1);
	mpq_mul(replaying->one, replaying->one, money);
	mpq_add(paid->emptied_minor, paid->emptied_minor, replaying->one);
	mpq_set_si(money, 0, 1);
}

static void round_replay(struct replaying *replaying, int index)
{
	const struct election *election = replaying->election;
	const struct funding_round *round = &replaying->funding->rounds[index];
	struct shares_paid *paid = &replaying->replay->paid[index];
	int gained = 1;

	price_of_point(replaying, round, replaying->asked);
	for (size_t i = election->backers->first[round->project];
	     i < election->backers->first[round->project + 1]; i++) {
		const struct election_backer *backer =
		    &election->backers->list[i];

		if (gain(replaying, backer->value) == 0)
			continue;
		gained = gain(replaying, backer->value);
		pay(replaying, backer->group, gained, paid);
	}
	mpq_set(paid->each_minor, replaying->asked);
	/* All alike: what a ballot pays; else for a whole point. */
	mpq_set_si(replaying->one,
		   replaying->replay->points ? election->value_scale : gained,
		   1);
	mpq_mul(paid->each_minor, paid->each_minor, replaying->one);
}

static void held_sum(struct replaying *replaying)
{
	const struct election *election = replaying->election;

	for (int p = 0; p < election->project_count; p++)
		for (size_t i = election->backers->first[p];
		     i < election->backers->first[p + 1]; i++) {
			const struct election_backer *backer =
			    &election->backers->list[i];
			mpq_ptr held = replaying->replay->held_minor[p];

			if (gain(replaying, backer->value) == 0)
				continue;
			mpq_set_si(replaying->one,
				   election->groups[backer->group].ballots, 1);
			mpq_mul(replaying->one, replaying->one,
				replaying->money[backer->group]);
			mpq_add(held, held, replaying->one);
		}
}

static bool takes_too_long(const struct replaying *replaying)
{
	const struct election *election = replaying->election;
	size_t payments = election->backers->first[election->project_count];

	for (int i = 0; i < replaying->funding->round_count; i++) {
		int project = replaying->funding->rounds[i].project;

		payments += election->backers->first[project + 1] -
			    election->backers->first[project];
	}
	return payments > PAYMENTS_MOST;
}

static struct shares_replay *replay_empty(const struct replaying *replaying)
{
	const struct funding *funding = replaying->funding;
	struct shares_replay *replay = calloc(1, sizeof(*replay));

	if (!replay)
		return NULL;
	replay->points = !is_ticked(replaying);
	replay->project_count = replaying->election->project_count;
	replay->held_minor = fractions_new(replay->project_count);
	replay->paid =
	    calloc((size_t)funding->round_count + 1, sizeof(*replay->paid));
	if (!replay->held_minor || !replay->paid) {
		shares_replay_free(replay);
		return NULL;
	}
	while (replay->round_count < funding->round_count &&
	       !funding->rounds[replay->round_count].completed) {
		mpq_init(replay->paid[replay->round_count].each_minor);
		mpq_init(replay->paid[replay->round_count++].emptied_minor);
	}
	return replay;
}

enum status shares_replay_new(const struct election *election,
			      const struct rule_options *options,
			      const struct funding *funding,
			      struct shares_replay **ret_replay)
{
	struct replaying replaying = {
	    .election = election, .options = options, .funding = funding};

	*ret_replay = NULL;
	if (!election_back(election))
		return STATUS_MEMORY;
	if (takes_too_long(&replaying))
		return STATUS_OK;
	replaying.replay = replay_empty(&replaying);
	replaying.money = fractions_new(election->group_count);
	if (!replaying.replay || !replaying.money) {
		shares_replay_free(replaying.replay);
		fractions_free(replaying.money, election->group_count);
		return STATUS_MEMORY;
	}
	mpq_init(replaying.asked);
	mpq_init(replaying.one);
	for (int i = 0; i < election->group_count; i++)
		mpq_set(replaying.money[i], funding->endowment_minor);
	for (int i = 0; i < replaying.replay->round_count; i++)
		round_replay(&replaying, i);
	held_sum(&replaying);
	mpq_clear(replaying.asked);
	mpq_clear(replaying.one);
	fractions_free(replaying.money, election->group_count);
	*ret_replay = replaying.replay;
	return STATUS_OK;
}

void shares_replay_free(struct shares_replay *replay)
{
	if (!replay)
		return;
	for (int i = 0; replay->paid && i < replay->round_count; i++) {
		mpq_clear(replay->paid[i].each_minor);
		mpq_clear(replay->paid[i].emptied_minor);
	}
	free(replay->paid);
	fractions_free(replay->held_minor, replay->project_count);
	free(replay);
}

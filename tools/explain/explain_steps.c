/* The count in the order of the money, then those without. */
#include "tools/explain/explain_count.h"

#include <stdlib.h>

#include "tools/explain/shares_replay.h"
#include "words/explain.h"

/* The texts of a project's sentence. */
struct told {
	char project[ELECTION_LABEL];
	char support[ELECTION_AMOUNT], cost[ELECTION_AMOUNT];
	struct explain_of of;
};

static const struct explain_of *told_of(const struct explained *explained,
					int project, struct told *told)
{
	const struct election_named *named = explained->named;

	election_project(named, project, told->project);
	election_support(named, project, told->support);
	election_amount(named, named->election->projects[project].cost_minor,
			told->cost);
	told->of =
	    (struct explain_of){told->project, told->support, told->cost};
	return &told->of;
}

static void say(const struct explained *explained, const char *line)
{
	explained->tell(explained->context, line);
}

/* An amount that may be rounded, and then says so. */
static void amount_say(const struct explained *explained, mpq_srcptr minor,
		       char ret_text[EXPLAIN_AMOUNT])
{
	char amount[ELECTION_AMOUNT];

	if (election_amount_rounded(explained->named, minor, amount))
		snprintf(ret_text, EXPLAIN_AMOUNT, "%s", amount);
	else
		explain_about(amount, ret_text);
}

/* By a rule that takes from what is left: greedy, and completions. */
static void say_gets(const struct explained *explained, int index)
{
	const struct funding_round *round = &explained->funding->rounds[index];
	const int64_t cost =
	    explained->named->election->projects[round->project].cost_minor;
	char before[ELECTION_AMOUNT], after[ELECTION_AMOUNT];
	char line[EXPLAIN_TEXT];
	struct told told;
	mpq_t left;

	mpq_init(left);
	mpq_set_si(left, cost, 1);
	mpq_add(left, left, round->left_minor);
	election_amount_rounded(explained->named, left, before);
	mpq_clear(left);
	election_amount_rounded(explained->named, round->left_minor, after);
	explain_gets(told_of(explained, round->project, &told), before, after,
		     line);
	say(explained, line);
}

static void say_bought(const struct explained *explained, int index)
{
	const struct funding_round *round = &explained->funding->rounds[index];
	char earned[EXPLAIN_AMOUNT], line[EXPLAIN_TEXT];
	struct told told;
	mpq_t minor;

	/* A unit of currency a second. */
	mpq_init(minor);
	mpq_set_si(minor, ELECTION_UNIT_MINOR, 1);
	mpq_mul(minor, minor, round->rho);
	amount_say(explained, minor, earned);
	mpq_clear(minor);
	explain_bought(told_of(explained, round->project, &told),
		       round->backers, earned, line);
	say(explained, line);
}

static void say_in_set(const struct explained *explained, int index)
{
	char line[EXPLAIN_TEXT];
	struct told told;

	explain_in_set(told_of(explained,
			       explained->funding->rounds[index].project,
			       &told),
		       line);
	say(explained, line);
}

static void say_pays(const struct explained *explained,
		     const struct shares_replay *replay, int index)
{
	const struct shares_paid *paid = &replay->paid[index];
	char each[EXPLAIN_AMOUNT], together[EXPLAIN_AMOUNT];
	const struct explain_payment payment = {
	    .supporters = paid->supporters,
	    .emptied = paid->emptied,
	    .points = replay->points,
	    .each = each,
	    .together = together,
	};
	char line[EXPLAIN_TEXT];
	struct told told;

	amount_say(explained, paid->each_minor, each);
	amount_say(explained, paid->emptied_minor, together);
	explain_pays(told_of(explained,
			     explained->funding->rounds[index].project, &told),
		     &payment, line);
	say(explained, line);
}

/* From what the rule told alone, where everybody's money is not gone through
 * again. Only where ballots are ticked a supporter's payment is known so. */
static void say_pays_only(const struct explained *explained, int index)
{
	const struct funding_round *round = &explained->funding->rounds[index];
	const struct election_project *project =
	    &explained->named->election->projects[round->project];
	char each[EXPLAIN_AMOUNT], line[EXPLAIN_TEXT];
	struct explain_payment payment = {
	    .supporters = project->named,
	    .emptied = project->named - round->backers + round->emptied,
	    .points = project->support != project->named,
	    .each = each,
	};
	struct told told;
	mpq_t price;

	mpq_init(price);
	mpq_set_si(price,
		   explained->options->options.utility == UTILITY_COST
		       ? project->cost_minor
		       : ELECTION_UNIT_MINOR,
		   1);
	mpq_mul(price, price, round->rho);
	amount_say(explained, price, each);
	mpq_clear(price);
	explain_pays(told_of(explained, round->project, &told), &payment, line);
	say(explained, line);
}

static void say_share(const struct explained *explained)
{
	const struct rule_options *options = &explained->options->options;
	char share[EXPLAIN_AMOUNT], line[EXPLAIN_TEXT];

	if (!explained->funding->has_endowment)
		return;
	amount_say(explained, explained->funding->endowment_minor, share);
	explain_share(explained->named->election->ballots, share,
		      options->completion == COMPLETION_ADD1 ||
			  options->completion == COMPLETION_ADD1U,
		      line);
	say(explained, line);
}

/* The completion begins with round INDEX. */
static void say_completion(const struct explained *explained, int index)
{
	const enum rule_completion completion =
	    explained->options->options.completion;
	int64_t left = explained->named->election->budget_minor;
	char amount[ELECTION_AMOUNT], line[EXPLAIN_TEXT];

	for (int i = 0; i < index; i++)
		left -= explained->named->election
			    ->projects[explained->funding->rounds[i].project]
			    .cost_minor;
	election_amount(explained->named, left, amount);
	if (completion == COMPLETION_ADD1)
		explain_all_fits(line);
	else
		explain_completion(amount, line);
	say(explained, line);
}

static void say_set(const struct explained *explained)
{
	const struct rule_options *options = &explained->options->options;
	char *text, line[EXPLAIN_TEXT];
	mpq_t worth;

	if (!explained->funding->has_optimum)
		return;
	/* In points; support times cost in units of currency besides. */
	mpq_init(worth);
	mpz_set(mpq_numref(worth), explained->funding->optimum);
	mpz_set_si(mpq_denref(worth), explained->named->election->value_scale);
	if (options->value == VALUE_SUPPORT_COST)
		mpz_mul_si(mpq_denref(worth), mpq_denref(worth),
			   ELECTION_UNIT_MINOR);
	mpq_canonicalize(worth);
	text = mpq_get_str(NULL, 10, worth);
	mpq_clear(worth);
	explain_set(text, line);
	free(text);
	say(explained, line);
}

static int rounds_funded(const struct funding *funding)
{
	return funding->round_count - (funding->stopped ? 1 : 0);
}

static void say_rounds(const struct explained *explained,
		       const struct shares_replay *replay)
{
	const struct funding *funding = explained->funding;
	const bool shares = explained->options->rule->run == rule_equal_shares;

	for (int i = 0; i < rounds_funded(funding); i++) {
		const bool completed = funding->rounds[i].completed;

		if (completed && (i == 0 || !funding->rounds[i - 1].completed))
			say_completion(explained, i);
		if (shares && !completed && replay)
			say_pays(explained, replay, i);
		else if (shares && !completed)
			say_pays_only(explained, i);
		else if (explained->options->rule->run == rule_phragmen)
			say_bought(explained, i);
		else if (explained->options->rule->run == rule_welfare)
			say_in_set(explained, i);
		else
			say_gets(explained, i);
	}
}

static void say_left_out(const struct explained *explained, int project,
			 const struct shares_replay *replay)
{
	static const enum explain_why whys[] = {
	    [REASON_AFTER_STOP] = EXPLAIN_ENDED,
	    [REASON_BELOW] = EXPLAIN_BELOW,
	    [REASON_UNBACKED] = EXPLAIN_UNBACKED,
	    [REASON_SHARES] = EXPLAIN_SHARES,
	    [REASON_LESS] = EXPLAIN_LESS,
	};
	const enum funding_reason reason = explained->funding->reasons[project];
	const struct rule_options *options = &explained->options->options;
	char amount[EXPLAIN_AMOUNT], line[EXPLAIN_TEXT];
	struct told told;
	const struct explain_of *of = told_of(explained, project, &told);

	if (reason == REASON_TOO_DEAR) {
		election_amount(explained->named,
				explain_left_minor(explained, project), amount);
		explain_too_dear(
		    of, amount,
		    options->fit == FIT_STOP ||
			(explained->options->rule->run == rule_phragmen &&
			 options->convention == CONVENTION_PABUTOOLS),
		    line);
	} else if (reason == REASON_SHARES && replay) {
		amount_say(explained, replay->held_minor[project], amount);
		explain_holds(
		    of, explained->named->election->projects[project].named,
		    amount, line);
	} else {
		explain_why(of, whys[reason], line);
	}
	say(explained, line);
}

enum status explain_steps(const struct explained *explained)
{
	const struct election *election = explained->named->election;
	const struct funding *funding = explained->funding;
	struct shares_replay *replay = NULL;
	enum status status = STATUS_OK;

	if (explained->options->rule->run == rule_equal_shares)
		status = shares_replay_new(
		    election, &explained->options->options, funding, &replay);
	if (status != STATUS_OK)
		return status;
	say_share(explained);
	say_set(explained);
	say_rounds(explained, replay);
	for (int p = 0; p < election->project_count; p++)
		if (funding->reasons[p] != REASON_FUNDED)
			say_left_out(explained, p, replay);
	shares_replay_free(replay);
	return STATUS_OK;
}

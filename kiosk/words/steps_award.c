/* What became of a proposal, in words: every outcome and why. */
#include <assert.h>
#include <stdio.h>

#include "core/rule_kind.h"
#include "words/steps.h"
#include "words/steps_parts.h"
#include "words/votes.h"
#include "words/words.h"

/* An amount ends with "kr.", so no full stop follows one in these sentences. */

static const struct pot *pot_of(const struct step_told *told)
{
	return &told->meeting
		    ->pots[told->meeting->proposals[told->award->proposal].pot];
}

/* Who pays for it how much, where its supporters do. */
static void paid_add(const struct step_told *told, char text[STEP_TEXT])
{
	const struct award *award = told->award;
	unsigned long full = (unsigned long)(award->backers - award->emptied);
	unsigned long emptied = (unsigned long)award->emptied;
	char amount[STEP_AMOUNT], sentence[STEP_TEXT];

	step_amount(award->pays_minor, award->pays_exactly, amount);
	if (full > 0) {
		/* TRANSLATORS: how many, and an amount of money, which ends
		 * with "kr.". */
		words_fill(
		    sentence, sizeof(sentence),
		    votes_or(
			pot_of(told)->ballot_type,
			words_plural("%1$lu supporter pays %2$s",
				     "%1$lu supporters each pay %2$s", full),
			words_plural(
			    "%1$lu supporter pays %2$s for each point.",
			    "%1$lu supporters each pay %2$s for each point.",
			    full)),
		    full, amount);
		step_add(text, sentence);
	}
	if (emptied > 0) {
		snprintf(sentence, sizeof(sentence),
			 words_plural("%lu supporter pays all that its ballot "
				      "has.",
				      "%lu supporters pay all that their "
				      "ballots have.",
				      emptied),
			 emptied);
		step_add(text, sentence);
	}
}

/* By another rule than greedy, or its completion. */
static void chosen_add(const struct step_told *told, char text[STEP_TEXT])
{
	if (pot_rule(pot_of(told)) == RULE_KNAPSACK)
		step_add(text, _("It is one of those that have most support "
				 "together: it gets the money."));
	else if (told->award->backers > 0)
		paid_add(told, text);
	else
		step_add(text, _("Its supporters need not pay: it gets the "
				 "money."));
}

static void funded_add(const struct step_told *told, char text[STEP_TEXT])
{
	char left[MONEY_TEXT], sentence[STEP_TEXT];

	if (pot_rule(pot_of(told)) != RULE_GREEDY && !told->award->completed) {
		chosen_add(told, text);
		return;
	}
	words_money(told->award->left_before_minor, left);
	/* TRANSLATORS: an amount of money. */
	words_fill(sentence, sizeof(sentence),
		   _("There is %s left: it gets the money."), left);
	step_add(text, sentence);
}

static void part_add(const struct step_told *told, char text[STEP_TEXT])
{
	char left[MONEY_TEXT], sentence[STEP_TEXT];

	words_money(told->award->left_before_minor, left);
	/* TRANSLATORS: an amount of money. */
	words_fill(sentence, sizeof(sentence),
		   _("There is %s left: it gets all of that."), left);
	step_add(text, sentence);
}

static void too_dear_add(const struct step_told *told, char text[STEP_TEXT])
{
	const struct proposal *proposal =
	    &told->meeting->proposals[told->award->proposal];
	char left[MONEY_TEXT], missing[MONEY_TEXT], sentence[STEP_TEXT];

	words_money(told->award->left_before_minor, left);
	words_money(proposal->cost_minor - told->award->left_before_minor,
		    missing);
	if (told->meeting->pots[proposal->pot].misfit == MISFIT_STOP)
		words_fill(sentence, sizeof(sentence),
			   _("There is %s left: the count stops here."), left);
	else
		words_fill(sentence, sizeof(sentence),
			   _("There is %s left: skipped."), left);
	step_add(text, sentence);
	/* TRANSLATORS: an amount of money; it ends with "kr.". */
	words_fill(sentence, sizeof(sentence), _("It lacks %s"), missing);
	step_add(text, sentence);
}

static void after_stop_add(const struct step_told *told, char text[STEP_TEXT])
{
	(void)told;
	step_add(text, _("The count had stopped: it gets no money."));
}

/* Where ballots are not ticked, how many points it has says nothing about the
 * limit, which counts ballots. */
static void below_named_add(const struct step_told *told, int limit,
			    char text[STEP_TEXT])
{
	int named = told->award->named;
	char sentence[STEP_TEXT];

	snprintf(sentence, sizeof(sentence),
		 words_plural("%d ballot names it.", "%d ballots name it.",
			      (unsigned long)named),
		 named);
	step_add(text, sentence);
	snprintf(sentence, sizeof(sentence),
		 words_plural("The limit is %d ballot.",
			      "The limit is %d ballots.", (unsigned long)limit),
		 limit);
	step_add(text, sentence);
}

static void below_add(const struct step_told *told, char text[STEP_TEXT])
{
	const struct award *award = told->award;
	const struct pot *pot =
	    &told->meeting->pots[told->meeting->proposals[award->proposal].pot];
	/* The least whole number of votes that is the share. */
	int64_t share =
	    ((int64_t)pot->threshold_percent * told->result->ballots + 99) /
	    100;
	bool by_share = share > pot->threshold_votes;
	char sentence[STEP_TEXT];

	if (award->votes != 0 && !ballot_type_ticked(pot->ballot_type)) {
		below_named_add(
		    told, by_share ? (int)share : pot->threshold_votes, text);
		return;
	}
	if (award->votes == 0)
		snprintf(sentence, sizeof(sentence), "%s",
			 _("Nobody chose it."));
	else if (by_share)
		/* TRANSLATORS: votes, and what part of the ballots that is. */
		snprintf(sentence, sizeof(sentence),
			 words_plural("The limit is %1$d vote: %2$d %% of the "
				      "ballots.",
				      "The limit is %1$d votes: %2$d %% of the "
				      "ballots.",
				      (unsigned long)share),
			 (int)share, pot->threshold_percent);
	else
		snprintf(sentence, sizeof(sentence),
			 words_plural("The limit is %d vote.",
				      "The limit is %d votes.",
				      (unsigned long)pot->threshold_votes),
			 pot->threshold_votes);
	step_add(text, sentence);
}

static void excluded_add(const struct step_told *told, char text[STEP_TEXT])
{
	int because = told->award->because;
	char title[STEP_TITLE], sentence[STEP_TEXT];

	step_title(meeting_short_title(told->meeting, because, told->language),
		   title);
	/* TRANSLATORS: another proposal's number and title. */
	words_fill(sentence, sizeof(sentence),
		   _("It cannot be combined with %1$d %2$s, which gets money."),
		   told->meeting->proposals[because].number, title);
	step_add(text, sentence);
}

static void agreed_add(const struct step_told *told, char text[STEP_TEXT])
{
	char amount[MONEY_TEXT], sentence[STEP_TEXT];

	if (told->award->amount_minor == 0) {
		step_add(text, _("The room agreed: it gets no money."));
		return;
	}
	words_money(told->award->amount_minor, amount);
	/* TRANSLATORS: an amount of money; it ends with "kr.". */
	words_fill(sentence, sizeof(sentence), _("The room agreed on %s"),
		   amount);
	step_add(text, sentence);
}

static void shares_add(const struct step_told *told, char text[STEP_TEXT])
{
	(void)told;
	step_add(text, _("Its supporters have too little left together."));
}

static void outweighed_add(const struct step_told *told, char text[STEP_TEXT])
{
	(void)told;
	step_add(text, _("Others have more support together."));
}

static void undecided_add(const struct step_told *told, char text[STEP_TEXT])
{
	(void)told;
	step_add(text, _("It waits until the tie is settled."));
}

/* Every outcome: in short, and what it adds to the award's first sentence. */
static const struct {
	const char *text;
	void (*add)(const struct step_told *told, char text[STEP_TEXT]);
} outcomes[] = {
    [OUTCOME_FUNDED] = {N_("Gets the money"), funded_add},
    [OUTCOME_PART] = {N_("Gets the rest of the money"), part_add},
    [OUTCOME_TOO_DEAR] = {N_("Not this time: too dear for what was left"),
			  too_dear_add},
    [OUTCOME_AFTER_STOP] = {N_("Not this time: the count had stopped"),
			    after_stop_add},
    [OUTCOME_BELOW] = {N_("Not this time: too few votes"), below_add},
    [OUTCOME_EXCLUDED] =
	{N_("Not this time: cannot be combined with one that gets money"),
	 excluded_add},
    [OUTCOME_AGREED] = {N_("Gets what the room agreed on"), agreed_add},
    [OUTCOME_UNDECIDED] = {N_("Not decided yet: there is a tie"),
			   undecided_add},
    [OUTCOME_SHARES] =
	{N_("Not this time: its supporters have too little left"), shares_add},
    [OUTCOME_OUTWEIGHED] = {N_("Not this time: others have more support "
			       "together"),
			    outweighed_add},
};

enum { OUTCOMES = sizeof(outcomes) / sizeof(outcomes[0]) };

const char *outcome_text(enum outcome outcome, enum ballot_type type)
{
	assert((unsigned)outcome < OUTCOMES);
	/* It may have most points, and only few that gave it some. */
	if (outcome == OUTCOME_BELOW && !ballot_type_ticked(type))
		return N_("Not this time: chosen by too few");
	return outcomes[outcome].text;
}

void step_award_sentence(const struct step_told *told, char ret_text[STEP_TEXT])
{
	const struct award *award = told->award;
	const struct proposal *proposal;
	char title[STEP_TITLE], cost[MONEY_TEXT];
	unsigned long votes;

	assert(award && (unsigned)award->outcome < OUTCOMES);
	proposal = &told->meeting->proposals[award->proposal];
	votes = (unsigned long)award->votes;
	step_title(
	    meeting_short_title(told->meeting, award->proposal, told->language),
	    title);
	words_money(proposal->cost_minor, cost);
	/* TRANSLATORS: place, the proposal's number and title, its votes, and
	 * an amount of money, which ends with "kr.". */
	words_fill(
	    ret_text, STEP_TEXT,
	    votes_or(
		told->meeting->pots[proposal->pot].ballot_type,
		words_plural("Place %1$d: %2$d %3$s, %4$lu vote, costs %5$s",
			     "Place %1$d: %2$d %3$s, %4$lu votes, costs %5$s",
			     votes),
		words_plural("Place %1$d: %2$d %3$s, %4$lu point, costs %5$s",
			     "Place %1$d: %2$d %3$s, %4$lu points, costs %5$s",
			     votes)),
	    award->place, proposal->number, title, votes, cost);
	outcomes[award->outcome].add(told, ret_text);
}

void step_agreed_sentence(const struct step_told *told, int64_t amount_minor,
			  char ret_text[STEP_TEXT])
{
	char title[STEP_TITLE], amount[MONEY_TEXT];
	int proposal;

	assert(told->award);
	proposal = told->award->proposal;
	step_title(meeting_short_title(told->meeting, proposal, told->language),
		   title);
	words_money(amount_minor, amount);
	/* TRANSLATORS: a proposal's number and title, and an amount of money,
	 * which ends with "kr.". */
	words_fill(ret_text, STEP_TEXT,
		   _("The room agreed: of what is left, %1$d %2$s gets %3$s"),
		   told->meeting->proposals[proposal].number, title, amount);
}

#include "words/votes.h"

#include <assert.h>
#include <stdio.h>

#include "words/words.h"

static const char *const type_texts[BALLOT_TYPE_COUNT] = {
#define BALLOT_TYPE(name, spelled, text) [BALLOT_##name] = (text),
#include "core/ballot_type.def"
#undef BALLOT_TYPE
};

const char *ballot_type_text(enum ballot_type type)
{
	assert((unsigned)type < BALLOT_TYPE_COUNT);
	return words_get(type_texts[type]);
}

const char *votes_or(enum ballot_type type, const char *votes,
		     const char *points)
{
	return ballot_type_ticked(type) ? votes : points;
}

void votes_text(enum ballot_type type, int64_t count, char ret_text[VOTES_TEXT])
{
	unsigned long number = (unsigned long)count;

	if (ballot_type_ticked(type))
		snprintf(ret_text, VOTES_TEXT,
			 words_plural("%d vote", "%d votes", number),
			 (int)count);
	else
		snprintf(ret_text, VOTES_TEXT,
			 words_plural("%d point", "%d points", number),
			 (int)count);
}

void votes_more(enum ballot_type type, int count, char ret_text[BALLOT_RULE])
{
	unsigned long number = (unsigned long)count;

	snprintf(ret_text, BALLOT_RULE,
		 votes_or(type,
			  words_plural("With %d vote more it would have got "
				       "all it asked for.",
				       "With %d votes more it would have got "
				       "all it asked for.",
				       number),
			  words_plural("With %d point more it would have got "
				       "all it asked for.",
				       "With %d points more it would have got "
				       "all it asked for.",
				       number)),
		 count);
}

const char *votes_head(enum ballot_type type)
{
	return ballot_type_ticked(type) ? _("Votes") : _("Points");
}

static int points_rules(const struct pot *pot, int proposals,
			char ret_rules[BALLOT_RULES][BALLOT_RULE])
{
	int count = 0;

	snprintf(ret_rules[count++], BALLOT_RULE,
		 words_plural("Each has %d point to share out.",
			      "Each has %d points to share out.",
			      (unsigned long)pot->points),
		 pot->points);
	if (pot->value_most < pot->points)
		snprintf(ret_rules[count++], BALLOT_RULE,
			 words_plural("One proposal gets at most %d of them.",
				      "One proposal gets at most %d of them.",
				      (unsigned long)pot->value_most),
			 pot->value_most);
	if (pot->choose_min > 1)
		snprintf(ret_rules[count++], BALLOT_RULE,
			 words_plural("At least %d proposal gets some.",
				      "At least %d proposals get some.",
				      (unsigned long)pot->choose_min),
			 pot->choose_min);
	if (pot->choose_max < proposals)
		snprintf(ret_rules[count++], BALLOT_RULE,
			 words_plural("At most %d proposal gets some.",
				      "At most %d proposals get some.",
				      (unsigned long)pot->choose_max),
			 pot->choose_max);
	return count;
}

static int score_rules(const struct pot *pot,
		       char ret_rules[BALLOT_RULES][BALLOT_RULE])
{
	int count = 0;

	snprintf(ret_rules[count++], BALLOT_RULE,
		 _("Each gives proposals a score from %1$d to %2$d."),
		 pot->score_least, pot->value_most);
	if (pot->score_all)
		snprintf(ret_rules[count++], BALLOT_RULE, "%s",
			 _("Those who score one score all."));
	snprintf(ret_rules[count++], BALLOT_RULE, "%s",
		 _("The scores are added up: they are its points."));
	return count;
}

static int rank_rules(const struct pot *pot,
		      char ret_rules[BALLOT_RULES][BALLOT_RULE])
{
	int count = 0;

	if (pot->choose_min > 1)
		snprintf(ret_rules[count++], BALLOT_RULE,
			 _("Each puts %1$d to %2$d proposals in order, the "
			   "best first."),
			 pot->choose_min, pot->choose_max);
	else
		snprintf(ret_rules[count++], BALLOT_RULE,
			 words_plural("Each names the best %d proposal.",
				      "Each puts up to %d proposals in order, "
				      "the best first.",
				      (unsigned long)pot->choose_max),
			 pot->choose_max);
	snprintf(ret_rules[count++], BALLOT_RULE, "%s",
		 _("The last one that a ballot names gets 1 point, the one "
		   "before it 2, and so on. The best one gets most."));
	return count;
}

int ballot_rules(const struct pot *pot, int proposals,
		 char ret_rules[BALLOT_RULES][BALLOT_RULE])
{
	switch (pot->ballot_type) {
	case BALLOT_KNAPSACK:
		snprintf(ret_rules[0], BALLOT_RULE, "%s",
			 _("Each chooses as long as the money of the pot "
			   "lasts."));
		return 1;
	case BALLOT_POINTS:
		return points_rules(pot, proposals, ret_rules);
	case BALLOT_SCORE:
		return score_rules(pot, ret_rules);
	case BALLOT_RANK:
		return rank_rules(pot, ret_rules);
	default:
		return 0;
	}
}

static void knapsack_short(const struct pot *pot, int proposals,
			   char ret_text[BALLOT_RULE])
{
	char amount[MONEY_TEXT];

	words_money(pot->amount_minor, amount);
	if (pot->choose_max < proposals)
		/* TRANSLATORS: how many, and an amount, which ends with "kr.".
		 */
		words_fill(ret_text, BALLOT_RULE,
			   _("at most %1$d, together at most %2$s"),
			   pot->choose_max, amount);
	else
		/* TRANSLATORS: an amount of money; it ends with "kr.". */
		words_fill(ret_text, BALLOT_RULE, _("together at most %s"),
			   amount);
}

void ballot_short(const struct pot *pot, int proposals,
		  char ret_text[BALLOT_RULE])
{
	unsigned long points = (unsigned long)pot->points;

	if (pot->ballot_type == BALLOT_KNAPSACK)
		knapsack_short(pot, proposals, ret_text);
	else if (pot->ballot_type == BALLOT_SCORE)
		snprintf(ret_text, BALLOT_RULE, _("score %1$d to %2$d"),
			 pot->score_least, pot->value_most);
	else if (pot->ballot_type == BALLOT_RANK)
		snprintf(ret_text, BALLOT_RULE,
			 words_plural("1 at the best",
				      "1 is the best, up to %d",
				      (unsigned long)pot->choose_max),
			 pot->choose_max);
	else if (pot->value_most < pot->points)
		snprintf(ret_text, BALLOT_RULE,
			 words_plural("%1$d point, at most %2$d each",
				      "%1$d points, at most %2$d each", points),
			 pot->points, pot->value_most);
	else
		snprintf(ret_text, BALLOT_RULE,
			 words_plural("%d point", "%d points", points),
			 pot->points);
}

int threshold_rules(const struct pot *pot,
		    char ret_rules[BALLOT_RULES][BALLOT_RULE])
{
	int count = 0;

	if (ballot_type_ticked(pot->ballot_type))
		return 0;
	snprintf(ret_rules[count++], BALLOT_RULE,
		 words_plural("At least %d ballot must name a proposal.",
			      "At least %d ballots must name a proposal.",
			      (unsigned long)pot->threshold_votes),
		 pot->threshold_votes);
	if (pot->threshold_percent > 0)
		snprintf(ret_rules[count++], BALLOT_RULE,
			 _("At least %d %% of the ballots must name it, too."),
			 pot->threshold_percent);
	return count;
}

bool votes_any_points(const struct meeting *meeting)
{
	for (int pot = 0; pot < meeting->pot_count; pot++)
		if (!ballot_type_ticked(meeting->pots[pot].ballot_type))
			return true;
	return false;
}

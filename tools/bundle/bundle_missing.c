#include "tools/bundle/bundle_missing.h"

#include <stdio.h>

#include "core/rule_kind.h"
#include "counting/counting_missing.h"
#include "rules/missing.h"
#include "tools/bundle/bundle.h"
#include "words/votes.h"
#include "words/words.h"

/* Where the rule looks at whole ballots a vote more is a ballot more. */
static void more_text(const struct meeting *meeting, int proposal, int votes,
		      char ret_text[MISSING_TEXT])
{
	const struct pot *pot =
	    &meeting->pots[meeting->proposals[proposal].pot];
	const bool points = pot->ballot_type == BALLOT_POINTS ||
			    pot->ballot_type == BALLOT_SCORE;
	char gives[VOTES_TEXT], more[BALLOT_RULE];

	if (pot_whole_ballots(pot)) {
		votes_text(pot->ballot_type,
			   counting_missing_gives(meeting, proposal), gives);
		explain_more(votes, points ? gives : NULL, ret_text);
	} else {
		votes_more(pot->ballot_type, votes, more);
		snprintf(ret_text, MISSING_TEXT, "%s", more);
	}
}

static void money_text(const struct pot *pot, const struct award *award,
		       int64_t money_minor, char ret_text[MISSING_TEXT])
{
	char amount[MONEY_TEXT];

	words_money(money_minor, amount);
	if (pot_rule(pot) == RULE_GREEDY || award_money(award) > 0)
		words_fill(ret_text, MISSING_TEXT, _("It lacks %s"), amount);
	else
		explain_cheaper(amount, ret_text);
}

void missing_text(const struct meeting *meeting, const struct award *award,
		  const struct missing *missing, struct missing_text *ret_text)
{
	const struct pot *pot =
	    &meeting->pots[meeting->proposals[award->proposal].pot];

	*ret_text = (struct missing_text){.never = missing->votes < 0};
	if (missing->votes > 0)
		more_text(meeting, award->proposal, missing->votes,
			  ret_text->votes);
	else if (missing->votes < 0)
		snprintf(
		    ret_text->votes, MISSING_TEXT, "%s",
		    votes_or(pot->ballot_type,
			     _("More votes would not have changed that."),
			     _("More points would not have changed that.")));
	if (missing->money_minor > 0)
		money_text(pot, award, missing->money_minor, ret_text->money);
}

enum status bundle_missing_text(const struct bundle *bundle,
				const struct result *result, int award,
				struct missing_text *ret_text)
{
	struct missing missing;
	enum status status = bundle_missing(bundle, result, award, &missing);

	if (status == STATUS_OK)
		missing_text(bundle->meeting, &result->awards[award], &missing,
			     ret_text);
	return status;
}

#include "hall/awards.h"

#include <stdio.h>
#include <string.h>

#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

int award_rows(const struct result *result, int pot,
	       struct award_row ret_rows[MEETING_PROPOSALS])
{
	const struct pot_result *range = &result->pots[pot];
	int64_t total = 0;
	int count = 0;

	for (int funded = 1; funded >= 0; funded--) {
		for (int i = range->first_award; i < range->end_award; i++) {
			const struct award *award = &result->awards[i];

			if (award_funded(award) != (funded == 1))
				continue;
			total += award_money(award);
			ret_rows[count++] = (struct award_row){
			    award, award_funded(award), total};
		}
	}
	return count;
}

void award_reason(const struct meeting *meeting, const struct award *award,
		  char ret_text[HALL_LINE])
{
	char money[MONEY_TEXT];

	ret_text[0] = '\0';
	switch (award->outcome) {
	case OUTCOME_FUNDED:
	case OUTCOME_PART:
		break;
	case OUTCOME_AGREED:
		if (!award_funded(award))
			snprintf(ret_text, HALL_LINE, "%s", _("as agreed"));
		break;
	case OUTCOME_TOO_DEAR:
		words_money(meeting->proposals[award->proposal].cost_minor -
				award->left_before_minor,
			    money);
		words_fill(ret_text, HALL_LINE, _("%s short"), money);
		break;
	case OUTCOME_AFTER_STOP:
		snprintf(ret_text, HALL_LINE, "%s", _("after the stop"));
		break;
	case OUTCOME_BELOW:
		snprintf(
		    ret_text, HALL_LINE, "%s",
		    votes_or(
			meeting->pots[meeting->proposals[award->proposal].pot]
			    .ballot_type,
			_("too few votes"), _("chosen by too few")));
		break;
	case OUTCOME_EXCLUDED:
		snprintf(ret_text, HALL_LINE, _("excluded by no. %d"),
			 award->because < 0
			     ? 0
			     : meeting->proposals[award->because].number);
		break;
	case OUTCOME_SHARES:
		snprintf(ret_text, HALL_LINE, "%s",
			 _("supporters have too little left"));
		break;
	case OUTCOME_OUTWEIGHED:
		snprintf(ret_text, HALL_LINE, "%s",
			 _("others have more together"));
		break;
	case OUTCOME_UNDECIDED:
		snprintf(ret_text, HALL_LINE, "%s", _("not decided yet"));
		break;
	}
}

void award_cost(const struct meeting *meeting, const struct award_row *row,
		char ret_text[MONEY_TEXT])
{
	const struct award *award = row->award;

	words_money(row->funded
			? award_money(award)
			: meeting->proposals[award->proposal].cost_minor,
		    ret_text);
}

void award_last(const struct meeting *meeting, const struct award_row *row,
		char ret_text[HALL_LINE])
{
	char money[MONEY_TEXT];

	if (!row->funded) {
		award_reason(meeting, row->award, ret_text);
		return;
	}
	words_money(row->total_minor, money);
	snprintf(ret_text, HALL_LINE, "%s", money);
}

void award_part(const struct meeting *meeting, const struct award *award,
		char ret_text[HALL_LINE])
{
	int64_t cost_minor = meeting->proposals[award->proposal].cost_minor;
	bool agreed =
	    award->outcome == OUTCOME_AGREED || award->agreed_minor > 0;
	char given[MONEY_TEXT], cost[MONEY_TEXT], more[MONEY_TEXT];

	ret_text[0] = '\0';
	if (!award_funded(award) ||
	    (!agreed && award_money(award) == cost_minor))
		return;
	words_money(award_money(award), given);
	words_money(cost_minor, cost);
	words_money(award->agreed_minor, more);
	if (!agreed)
		words_fill(ret_text, HALL_LINE, _("Gets a part: %1$s of %2$s"),
			   given, cost);
	else if (award->amount_minor == 0 || award->agreed_minor == 0)
		words_fill(ret_text, HALL_LINE,
			   _("Agreed in the meeting: %1$s of %2$s"), given,
			   cost);
	else
		words_fill(
		    ret_text, HALL_LINE,
		    _("%1$s of %2$s, of that %3$s agreed in the meeting"),
		    given, cost, more);
}

void award_left(const struct hall_view *view, int pot, char ret_text[HALL_LINE])
{
	const struct meeting *meeting = view->meeting;
	const struct result *result = view->result;
	char money[MONEY_TEXT];

	for (int i = 0; i < result->step_count; i++) {
		const struct step *step = &result->steps[i];

		if (step->kind != STEP_MOVES_TO || step->pot != pot ||
		    step->other < 0)
			continue;
		words_money(step->amount_minor, money);
		words_fill(
		    ret_text, HALL_LINE, _("%1$s goes on to %2$s"), money,
		    meeting_text(meeting, &meeting->pots[step->other].title,
				 view->language, NULL));
		return;
	}
	words_money(result->pots[pot].left_minor, money);
	words_fill(ret_text, HALL_LINE, _("%s left"), money);
}

/* Adds LIST behind what is in TEXT; where there is no room for all of it, an
 * ellipsis: half a list would name an order that nobody drew. */
static void numbers_add(char *text, size_t size, const char *list)
{
	size_t used = strlen(text);

	if (used + strlen(list) + sizeof("; …") > size)
		list = "…";
	if (used + sizeof("; …") <= size)
		stpcpy(stpcpy(text + used, used ? "; " : ""), list);
}

void award_ties(const struct hall_view *view, int pot, enum decision_kind kind,
		char ret_text[HALL_LINE])
{
	enum { MOST = HALL_LINE - 64 }; /* the rest is for the words */
	char numbers[MOST] = "", list[STEP_LIST];

	for (int i = 0; i < view->result->tie_count; i++) {
		const struct tie *tie = &view->result->ties[i];

		if (tie->pot != pot || !tie->settled || tie->kind != kind)
			continue;
		tie_list(view->meeting, tie, decision_ordered(kind), list);
		numbers_add(numbers, sizeof(numbers), list);
	}
	ret_text[0] = '\0';
	if (*numbers)
		snprintf(ret_text, HALL_LINE,
			 kind == DECISION_LOTS
			     ? _("Lots drawn, in this order: %s")
			 : kind == DECISION_AGREED
			     ? _("Agreed in the meeting, in this order: %s")
			     : _("Agreed in the meeting, these share: %s"),
			 numbers);
}

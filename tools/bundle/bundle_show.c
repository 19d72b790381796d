#include "tools/bundle/bundle_show.h"

#include <stdio.h>

#include "tools/bundle/bundle_missing.h"
#include "tools/bundle/bundle_table.h"
#include "tools/line/report.h"
#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

enum { NUMBER_TEXT = 16 };

int bundle_language(const struct meeting *meeting)
{
	int language = meeting_language(meeting, words_language(NULL));

	return language >= 0 ? language : 0;
}

/* Columns of a pot's table. */
enum {
	COLUMN_PLACE,
	COLUMN_VOTES,
	COLUMN_NUMBER,
	COLUMN_TITLE,
	COLUMN_COST,
	COLUMN_GETS,
	COLUMN_OUTCOME,
	COLUMNS,
};

static const unsigned flush_right = 1U << COLUMN_PLACE | 1U << COLUMN_VOTES |
				    1U << COLUMN_NUMBER | 1U << COLUMN_COST |
				    1U << COLUMN_GETS;

static enum status add_award(struct table *table, const struct meeting *meeting,
			     const struct award *award, int language)
{
	const struct proposal *proposal = &meeting->proposals[award->proposal];
	char place[NUMBER_TEXT], votes[NUMBER_TEXT], number[NUMBER_TEXT];
	char cost[MONEY_TEXT], gets[MONEY_TEXT] = "";
	const char *cells[COLUMNS] = {
	    [COLUMN_PLACE] = place,
	    [COLUMN_VOTES] = votes,
	    [COLUMN_NUMBER] = number,
	    [COLUMN_TITLE] =
		meeting_short_title(meeting, award->proposal, language),
	    [COLUMN_COST] = cost,
	    [COLUMN_GETS] = gets,
	    [COLUMN_OUTCOME] = words_get(outcome_text(
		award->outcome, meeting->pots[proposal->pot].ballot_type)),
	};

	snprintf(place, sizeof(place), "%d.", award->place);
	snprintf(votes, sizeof(votes), "%d", award->votes);
	snprintf(number, sizeof(number), "%d", proposal->number);
	words_money(proposal->cost_minor, cost);
	if (award->amount_minor > 0)
		words_money(award->amount_minor, gets);
	return table_add(table, cells);
}

static enum status show_pot(const struct arguments *arguments,
			    const struct meeting *meeting,
			    const struct result *result, int pot, int language)
{
	const struct pot_result *money = &result->pots[pot];
	/* TRANSLATORS: heads of columns; place is the rank, no. the number. */
	const char *const head[COLUMNS] = {
	    _("place"),
	    votes_or(meeting->pots[pot].ballot_type, _("votes"), _("points")),
	    _("no."),
	    _("proposal"),
	    _("costs"),
	    _("gets"),
	    "",
	};
	struct table *table = table_new(COLUMNS, flush_right);
	enum status status = table ? table_add(table, head) : STATUS_MEMORY;
	char amount[MONEY_TEXT];

	words_money(money->money_minor, amount);
	report_line(arguments, "%s", "");
	report_line(
	    arguments, "%s: %s",
	    meeting_text(meeting, &meeting->pots[pot].title, language, NULL),
	    amount);
	for (int i = money->first_award;
	     i < money->end_award && status == STATUS_OK; i++)
		status =
		    add_award(table, meeting, &result->awards[i], language);
	if (status == STATUS_OK)
		status = table_print(table, arguments);
	table_free(table);
	return status;
}

static void show_turnout(const struct arguments *arguments,
			 const struct bundle *bundle)
{
	const struct roll_count *roll = &bundle->roll;
	char lost[LOST_TEXT];

	report_line(arguments,
		    words_plural("%d ballot was cast.", "%d ballots were cast.",
				 (unsigned long)bundle->tally.ballots),
		    bundle->tally.ballots);
	report_line(arguments,
		    _("Slips: %1$d printed, %2$d used, %3$d void, %4$d "
		      "unused."),
		    roll->printed, roll->used, roll->voided,
		    roll->unused + roll->in_use);
	bundle_lost(bundle, lost);
	if (*lost)
		report_line(arguments, "%s", lost);
}

/* What those without money would have needed, a line each. */
static enum status show_missing(const struct arguments *arguments,
				const struct bundle *bundle,
				const struct result *result, int language)
{
	const struct meeting *meeting = bundle->meeting;
	enum status status = STATUS_OK;
	bool any = false;

	for (int i = 0; i < meeting->proposal_count && status == STATUS_OK;
	     i++) {
		const struct award *award = &result->awards[i];
		struct missing_text text;

		status = bundle_missing_text(bundle, result, i, &text);
		if (status != STATUS_OK || (!*text.votes && !*text.money))
			continue;
		if (!any) {
			report_line(arguments, "%s", "");
			report_line(arguments, "%s",
				    _("What it would have taken:"));
		}
		any = true;
		report_line(
		    arguments, "  %d %s: %s%s%s",
		    meeting->proposals[award->proposal].number,
		    meeting_short_title(meeting, award->proposal, language),
		    text.money, *text.money && *text.votes ? " " : "",
		    text.votes);
	}
	return status;
}

enum status bundle_show(const struct arguments *arguments,
			const struct bundle *bundle,
			const struct result *result)
{
	const struct meeting *meeting = bundle->meeting;
	int language = bundle_language(meeting);
	enum status status = STATUS_OK;
	char text[STEP_TEXT];

	report_line(arguments, "%s",
		    meeting_text(meeting, &meeting->title, language, NULL));
	show_turnout(arguments, bundle);
	for (int i = 0; i < meeting->pot_count && status == STATUS_OK; i++)
		status = show_pot(arguments, meeting, result, i, language);
	if (status != STATUS_OK)
		return status;
	report_line(arguments, "%s", "");
	report_line(arguments, "%s", _("Step by step:"));
	for (int i = 0; i < result->step_count; i++) {
		step_sentence(meeting, result, &result->steps[i], language,
			      text);
		report_line(arguments, "  %s", text);
	}
	return result->stopped
		   ? STATUS_OK
		   : show_missing(arguments, bundle, result, language);
}

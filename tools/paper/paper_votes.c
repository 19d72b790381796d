/* The protocol's votes and money: every proposal of every pot. */
#include "tools/paper/paper_protocol.h"

#include "store/hand.h"
#include "tools/paper/paper_left.h"
#include "tools/paper/paper_table.h"
#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

enum {
	COLUMN_PLACE,
	COLUMN_NUMBER,
	COLUMN_TITLE,
	COLUMN_VOTES,
	COLUMN_COST,
	COLUMN_GETS,
	COLUMNS,
};

#define SUMS_GAP MM(1.5)

/* A pot's awards as rows. */
struct pot_rows {
	const struct protocol *protocol;
	const struct award *awards;
};

static void award_row(const void *context, int index, struct sheet_row *ret_row)
{
	const struct pot_rows *rows = context;
	const struct award *award = &rows->awards[index];
	const struct proposal *proposal =
	    &rows->protocol->meeting->proposals[award->proposal];

	for (int i = 0; i < COLUMNS; i++)
		ret_row->cell[i] = ret_row->number[i];
	ret_row->cell[COLUMN_TITLE] =
	    protocol_title(rows->protocol, award->proposal);
	/* By the rule it may have got nothing, and then a share of what was
	 * left. */
	ret_row->note = words_get(outcome_text(
	    award->agreed_minor > 0 ? OUTCOME_AGREED : award->outcome,
	    rows->protocol->meeting->pots[proposal->pot].ballot_type));
	ret_row->bold = award_funded(award);
	snprintf(ret_row->number[COLUMN_PLACE], TABLE_NUMBER, "%d.",
		 award->place);
	snprintf(ret_row->number[COLUMN_NUMBER], TABLE_NUMBER, "%d",
		 proposal->number);
	snprintf(ret_row->number[COLUMN_VOTES], TABLE_NUMBER, "%d",
		 award->votes);
	words_money(proposal->cost_minor, ret_row->number[COLUMN_COST]);
	if (award_funded(award))
		words_money(award_money(award), ret_row->number[COLUMN_GETS]);
	else
		snprintf(ret_row->number[COLUMN_GETS], TABLE_NUMBER, "–");
}

/* What stands below a pot's rows. */
struct sums {
	char given[PROTOCOL_LINE], left[PROTOCOL_LINE], blank[PROTOCOL_LINE];
};

static void sums_write(const struct protocol *protocol, int pot,
		       struct sums *ret_sums)
{
	const struct result *result = &protocol->bundle->result;
	const struct pot_result *money = &result->pots[pot];
	char amount[MONEY_TEXT], given[MONEY_TEXT];

	words_money(money->money_minor, amount);
	words_money(money->given_minor, given);
	/* TRANSLATORS: amounts of money; they end with "kr.". */
	snprintf(ret_sums->given, PROTOCOL_LINE, _("Given away: %1$s of %2$s"),
		 given, amount);
	left_text(protocol->told, result, pot, 0, ret_sums->left,
		  PROTOCOL_LINE);
	snprintf(ret_sums->blank, PROTOCOL_LINE,
		 words_plural("%d ballot chose nothing in this pot.",
			      "%d ballots chose nothing in this pot.",
			      (unsigned long)money->blank),
		 money->blank);
}

static double sums_height(struct sheet *sheet, const struct sums *sums)
{
	const double width = sheet_inside(sheet);

	return SUMS_GAP +
	       sheet_height(sheet, &protocol_strong, width, sums->given) +
	       sheet_height(sheet, &protocol_strong, width, sums->left) +
	       sheet_height(sheet, &protocol_body, width, sums->blank);
}

static void sums_draw(struct sheet *sheet, const struct sums *sums)
{
	sheet->y += SUMS_GAP;
	sheet_flow(sheet, &protocol_strong, 0, sums->given);
	sheet_flow(sheet, &protocol_strong, 0, sums->left);
	sheet_flow(sheet, &protocol_body, 0, sums->blank);
}

static void say_pot(struct sheet *sheet, const struct protocol *protocol,
		    int pot)
{
	const struct pot_result *money = &protocol->bundle->result.pots[pot];
	const struct pot_rows rows = {
	    protocol, &protocol->bundle->result.awards[money->first_award]};
	const enum ballot_type type = protocol->meeting->pots[pot].ballot_type;
	struct sums sums;
	struct sheet_table table = {
	    .columns = COLUMNS,
	    /* TRANSLATORS: heads of columns; the place is the rank. */
	    .column = {[COLUMN_PLACE] = {_("Rank"), true},
		       [COLUMN_NUMBER] = {_("No."), true},
		       [COLUMN_TITLE] = {_("Proposal"), false},
		       [COLUMN_VOTES] = {votes_head(type), true},
		       [COLUMN_COST] = {_("Cost"), true},
		       [COLUMN_GETS] = {_("Gets"), true}},
	    .grows = COLUMN_TITLE,
	    .rows = money->end_award - money->first_award,
	    .row = award_row,
	    .context = &rows,
	};

	sums_write(protocol, pot, &sums);
	table.after = sums_height(sheet, &sums);
	protocol_part_above(sheet, protocol_pot(protocol, pot),
			    sheet_table_least(sheet, &table));
	sheet_table_flow(sheet, &table);
	sums_draw(sheet, &sums);
}

void protocol_votes(struct sheet *sheet, const struct protocol *protocol)
{
	protocol_section(sheet, _("Votes and money"));
	if (protocol->bundle->hand && protocol->bundle->hand->stands)
		protocol_say(sheet, _("These are the votes counted by hand."));
	for (int i = 0; i < protocol->meeting->pot_count; i++)
		say_pot(sheet, protocol, i);
}

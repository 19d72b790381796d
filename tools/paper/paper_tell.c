/* What a sheet to take home says, in one language. */
#include "tools/paper/paper_take.h"

#include "tools/bundle/bundle_missing.h"
#include "tools/paper/paper_direction.h"
#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

enum { DATE_TEXT = 64 };

#define BETWEEN " \u00b7 "

const struct sheet_set take_head = {14, true, SHEET_BLUE},
		       take_body = {12, false, SHEET_INK},
		       take_strong = {12, true, SHEET_INK};

static const struct sheet_set meeting_name = {11, false, SHEET_INK},
			      number = {14, true, SHEET_BLUE},
			      title = {24, true, SHEET_DEEP};

static void head(struct sheet *sheet, const char *text)
{
	sheet->y += MM(4);
	/* Not alone at the foot of the page. */
	sheet_room(sheet, MM(30));
	sheet_flow(sheet, &take_head, 0, text);
	sheet->y += MM(1);
}

static void say_title(struct sheet *sheet, const struct take *take,
		      const struct award *award, int language)
{
	const struct meeting *meeting = take->meeting;
	const struct proposal *proposal = &meeting->proposals[award->proposal];
	const double inside = sheet_inside(sheet);
	const char *name =
	    meeting_text(meeting, &proposal->title, language, NULL);
	char date[DATE_TEXT], line[TAKE_LINE];

	words_date(meeting->date, date, sizeof(date));
	snprintf(line, sizeof(line), "%s" BETWEEN "%s",
		 meeting_text(meeting, &meeting->title, language, NULL), date);
	sheet_text_start(sheet, &meeting_name, 0, sheet->y, inside, line);
	sheet->y += sheet_height(sheet, &meeting_name, inside, line);
	sheet_box(sheet, SHEET_DEEP, 0, sheet->y + MM(0.5), inside, 1.5);
	sheet->y += MM(4);
	sheet_flow_format(sheet, &number, 0, _("Proposal %d"),
			  proposal->number);
	sheet_flow(sheet, &title, 0, name);
	sheet->y += MM(1);
}

static enum ballot_type type_of(const struct take *take,
				const struct award *award)
{
	const struct meeting *meeting = take->meeting;

	return meeting->pots[meeting->proposals[award->proposal].pot]
	    .ballot_type;
}

static void say_votes(struct sheet *sheet, const struct take *take,
		      const struct award *award, int language)
{
	const struct proposal *proposal =
	    &take->meeting->proposals[award->proposal];
	const struct pot_result *pot =
	    &take->bundle->result.pots[proposal->pot];
	char votes[VOTES_TEXT], cost[MONEY_TEXT];

	votes_text(type_of(take, award), award->votes, votes);
	words_money(proposal->cost_minor, cost);
	/* TRANSLATORS: votes, rank, how many there are, and the pot. */
	sheet_flow_format(
	    sheet, &take_strong, 0, _("%1$s, rank %2$d of %3$d in %4$s"), votes,
	    award->place, pot->end_award - pot->first_award,
	    meeting_text(take->told, &take->told->pots[proposal->pot].title,
			 language, NULL));
	/* TRANSLATORS: an amount of money; it ends with "kr.". */
	sheet_flow_format(sheet, &take_body, 0, _("It costs %s"), cost);
}

static void say_missing(struct sheet *sheet, const struct take *take,
			const struct award *award)
{
	struct missing_text missing;
	char given[MONEY_TEXT], cost[MONEY_TEXT];

	if (award_funded(award)) {
		words_money(award_money(award), given);
		words_money(
		    take->meeting->proposals[award->proposal].cost_minor, cost);
		sheet_flow_format(sheet, &take_head, 0,
				  _("Gets a part: %1$s of %2$s"), given, cost);
	} else {
		sheet_flow(sheet, &take_head, 0,
			   words_get(outcome_text(award->outcome,
						  type_of(take, award))));
	}
	missing_text(take->meeting, award,
		     &take->missing[award - take->bundle->result.awards],
		     &missing);
	if (*missing.money)
		sheet_flow(sheet, &take_strong, 0, missing.money);
	if (*missing.votes)
		sheet_flow(sheet, missing.never ? &take_body : &take_strong, 0,
			   missing.votes);
}

static void say_courage(struct sheet *sheet, const struct take *take,
			const struct award *award)
{
	sheet->y += MM(3);
	sheet_flow(sheet, &take_body, 0, _("Thank you for your proposal."));
	if (award->votes > 0)
		sheet_flow_format(
		    sheet, &take_body, 0,
		    votes_or(
			type_of(take, award),
			words_plural("It got %d vote: you are not alone with "
				     "it.",
				     "It got %d votes: others want it too.",
				     (unsigned long)award->votes),
			words_plural("It got %d point: others want it too.",
				     "It got %d points: others want it too.",
				     (unsigned long)award->votes)),
		    award->votes);
	sheet_flow(sheet, &take_body, 0,
		   _("Do not give up. It can still come true."));
	if (take->meeting->fund_count == 0)
		sheet_flow(sheet, &take_body, 0,
			   _("There is other money. Ask the organisers "
			     "where."));
	else
		sheet_flow(sheet, &take_body, 0,
			   _("There is other money. Apply here, and show this "
			     "sheet."));
}

void take_tell(struct sheet *sheet, const struct take *take,
	       const struct award *award, int language)
{
	const struct meeting *meeting = take->meeting;
	const char *next =
	    meeting_text(meeting, &meeting->next_steps, language, NULL);

	words_language(meeting->languages[language]);
	sheet->mirrored = direction_page(meeting->languages[language]);
	say_title(sheet, take, award, language);
	say_votes(sheet, take, award, language);
	sheet->y += MM(4);
	say_missing(sheet, take, award);
	say_courage(sheet, take, award);
	if (meeting->fund_count > 0) {
		head(sheet, _("Other money you can seek"));
		take_funds(sheet, take, language);
	}
	if (*next) {
		head(sheet, _("What happens now"));
		sheet_flow(sheet, &take_body, 0, next);
	}
	words_language(meeting->languages[0]);
}

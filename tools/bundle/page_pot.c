/* One pot in index.html: its money, who got how much and why, step by step. */
#include "tools/bundle/page.h"

#include <inttypes.h>
#include <stdlib.h>

#include "tools/bundle/bundle_missing.h"
#include "tools/bundle/bundle_render.h"
#include "words/steps.h"
#include "words/votes.h"
#include "words/words.h"

/* The columns of a result, each with the word above it, which a telephone shows
 * before the value instead. */
enum column { PLACE, NUMBER, PROPOSAL, VOTES, COST, GETS, COLUMNS };

static const struct {
	const char *class;
	const char *head;
} columns[COLUMNS] = {
    [PLACE] = {"place n", N_("Rank")},	   [NUMBER] = {"number n", N_("No.")},
    [PROPOSAL] = {"what", N_("Proposal")}, [VOTES] = {"votes", N_("Votes")},
    [COST] = {"cost n", N_("Costs")},	   [GETS] = {"gets n", N_("Gets")},
};

/* What stands above COLUMN of POT. */
static const char *column_head(const struct page *page, int pot,
			       enum column column)
{
	if (column == VOTES)
		return votes_head(page->bundle->meeting->pots[pot].ballot_type);
	return words_get(columns[column].head);
}

static void cell_begin(const struct page *page, int pot, enum column column)
{
	if (column == PROPOSAL) {
		fprintf(page->out,
			"<th scope=\"row\" role=\"rowheader\" class=\"%s\">",
			columns[column].class);
		return;
	}
	fprintf(page->out,
		"<td role=\"cell\" class=\"%s\"><span class=\"key\">",
		columns[column].class);
	page_say(page, "%s", column_head(page, pot, column));
	fputs(" </span>", page->out);
}

static void cell_end(const struct page *page, enum column column)
{
	fputs(column == PROPOSAL ? "</th>" : "</td>", page->out);
}

static void write_head(const struct page *page, int pot)
{
	fputs("<thead role=\"rowgroup\"><tr role=\"row\">", page->out);
	for (int i = 0; i < COLUMNS; i++) {
		fprintf(page->out,
			"<th scope=\"col\" role=\"columnheader\" "
			"class=\"%s\">",
			columns[i].class);
		page_say(page, "%s", column_head(page, pot, i));
		fputs("</th>", page->out);
	}
	fputs("</tr></thead>\n", page->out);
}

/* Whatever is said below a title. */
static void why_begin(const struct page *page)
{
	fputs("<span class=\"why\">", page->out);
}

static void why_end(const struct page *page)
{
	fputs("</span>", page->out);
}

/* What it would have taken. */
static enum status write_missing(const struct page *page, int award)
{
	struct missing_text text;
	enum status status = bundle_missing_text(
	    page->bundle, &page->bundle->result, award, &text);

	if (status != STATUS_OK)
		return status;
	for (int i = 0; i < MISSING_TEXTS; i++) {
		const char *said = i ? text.money : text.votes;

		if (!*said)
			continue;
		why_begin(page);
		page_say(page, "%s", said);
		why_end(page);
	}
	return STATUS_OK;
}

/* Title, and in short what came of it. */
static enum status write_what(const struct page *page, int index)
{
	const struct award *award = &page->bundle->result.awards[index];
	const struct meeting *meeting = page->bundle->meeting;
	const enum ballot_type type =
	    meeting->pots[meeting->proposals[award->proposal].pot].ballot_type;

	page_title(page, award->proposal);
	why_begin(page);
	if (award_funded(award))
		fputs("✓ ", page->out);
	page_say(page, "%s", words_get(outcome_text(award->outcome, type)));
	why_end(page);
	if (award->agreed_minor > 0) {
		why_begin(page);
		page_say(page, "%s",
			 _("The room agreed: more, of what was left"));
		why_end(page);
	}
	return write_missing(page, index);
}

static enum status write_row(const struct page *page, int index, int64_t most)
{
	const struct award *award = &page->bundle->result.awards[index];
	const struct proposal *proposal =
	    &page->bundle->meeting->proposals[award->proposal];
	bool funded = award_funded(award);
	enum status status = STATUS_OK;

	fprintf(page->out, "<tr role=\"row\"%s>",
		funded ? " class=\"got\"" : "");
	for (int i = 0; i < COLUMNS; i++) {
		cell_begin(page, proposal->pot, i);
		if (i == PLACE)
			fprintf(page->out, "%d.", award->place);
		else if (i == NUMBER)
			fprintf(page->out, "<b>%d</b>", proposal->number);
		else if (i == PROPOSAL)
			status = write_what(page, index);
		else if (i == COST)
			page_money(page, proposal->cost_minor);
		else if (i == GETS)
			page_money(page, award_money(award));
		else
			fprintf(page->out, "%d", award->votes);
		if (i == VOTES)
			page_bar(page, award->votes, most, funded);
		cell_end(page, i);
	}
	fputs("</tr>\n", page->out);
	return status;
}

static enum status write_table(const struct page *page, int pot)
{
	const struct result *result = &page->bundle->result;
	const struct pot_result *money = &result->pots[pot];
	enum status status = STATUS_OK;
	int64_t most = 1;

	for (int i = money->first_award; i < money->end_award; i++)
		if (result->awards[i].votes > most)
			most = result->awards[i].votes;
	fputs("<table role=\"table\" class=\"result\"><caption>", page->out);
	page_say(page, "%s",
		 _("The proposals, in the order in which they got their "
		   "turn"));
	fputs("</caption>\n", page->out);
	write_head(page, pot);
	fputs("<tbody role=\"rowgroup\">\n", page->out);
	for (int i = money->first_award;
	     i < money->end_award && status == STATUS_OK; i++)
		status = write_row(page, i, most);
	fputs("</tbody></table>\n", page->out);
	return status;
}

static void write_money(const struct page *page, int pot)
{
	const struct pot_result *money = &page->bundle->result.pots[pot];
	char given[MONEY_TEXT], all[MONEY_TEXT], left[MONEY_TEXT];

	words_money(money->given_minor, given);
	words_money(money->money_minor, all);
	words_money(money->money_minor - money->given_minor, left);
	fputs("<div class=\"money\"><p><span>", page->out);
	/* TRANSLATORS: amounts of money, which end with "kr.". */
	page_say(page, _("Given: %1$s of %2$s"), given, all);
	fputs("</span> <span>", page->out);
	/* TRANSLATORS: an amount of money, which ends with "kr.". */
	page_say(page, _("Left: %s"), left);
	fputs("</span></p>", page->out);
	page_bar(page, money->given_minor,
		 money->money_minor > 0 ? money->money_minor : 1, true);
	fputs("</div>\n", page->out);
}

static void write_steps(const struct page *page, int pot)
{
	const struct bundle *bundle = page->bundle;
	const struct result *result = &bundle->result;
	char text[STEP_TEXT];

	page_element(page, "h3", NULL, _("Step by step"));
	fputs("<ol class=\"steps told\">\n", page->out);
	for (int i = 0; i < result->step_count; i++) {
		if (result->steps[i].pot != pot)
			continue;
		step_sentence(bundle->meeting, result, &result->steps[i],
			      page->language, text);
		page_element(page, "li", NULL, text);
	}
	fputs("</ol>\n", page->out);
}

/* Decision INDEX in the lines of steps.txt, as paragraphs. */
static enum status write_decision(const struct page *page, int index)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	if (!out)
		return STATUS_MEMORY;
	bundle_write_decision(page->bundle, index, page->language, out);
	if (fclose(out) != 0) {
		free(text);
		return STATUS_MEMORY;
	}
	page_lines(page, text);
	free(text);
	return STATUS_OK;
}

static enum status write_decisions(const struct page *page, int pot)
{
	const struct bundle *bundle = page->bundle;
	enum status status = STATUS_OK;
	bool any = false;

	for (int i = 0; i < bundle->decision_count && status == STATUS_OK;
	     i++) {
		if (bundle->decisions[i].pot != pot)
			continue;
		if (!any)
			page_element(page, "h3", NULL,
				     _("What the room decided"));
		any = true;
		status = write_decision(page, i);
	}
	return status;
}

enum status page_pot(const struct page *page, int pot)
{
	const struct pot *rules = &page->bundle->meeting->pots[pot];
	enum status status;

	fprintf(page->out, "<section aria-labelledby=\"%s-pot-%d\">\n",
		page->code, pot + 1);
	fprintf(page->out, "<h2 id=\"%s-pot-%d\">", page->code, pot + 1);
	page_text(page, &rules->title);
	fputs("</h2>\n", page->out);
	write_money(page, pot);
	status = write_table(page, pot);
	if (status == STATUS_OK)
		status = write_decisions(page, pot);
	write_steps(page, pot);
	page_section_end(page);
	return status;
}

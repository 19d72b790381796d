/* What was typed about money, said back in words. */
#include <stdio.h>
#include <stdlib.h>

#include "counting/counting.h"
#include "tools/bundle/bundle_show.h"
#include "tools/commands/decision_option.h"
#include "tools/line/report.h"
#include "words/words.h"

/* What stands before the numbers and titles of the proposals. */
static const char *const begins[DECISION_KINDS] = {
    /* TRANSLATORS: numbers and titles of proposals follow. */
    [DECISION_LOTS] = N_("Drawn first:"),
    [DECISION_AGREED] = N_("Agreed first:"),
    [DECISION_SPLIT] = N_("Agreed shares:"),
    [DECISION_LEFT] = N_("Agreed shares of what is left:"),
};

/* "Drawn first: 6 Byhave, then 4 Mødested", or "Agreed shares: 6 Byhave
 * 5.000 kr., 4 Mødested 2.000 kr." */
static void write_decision(const struct meeting *meeting,
			   const struct decision *decision, FILE *out)
{
	int language = bundle_language(meeting);
	bool ordered = decision_ordered(decision->kind);

	fputs(words_get(begins[decision->kind]), out);
	for (int i = 0; i < decision->count; i++) {
		int proposal = decision->proposal[i];
		char money[MONEY_TEXT];

		if (i > 0)
			/* TRANSLATORS: between proposals in the order drawn. */
			fputs(ordered ? _(", then") : ",", out);
		fprintf(out, " %d %s", meeting->proposals[proposal].number,
			meeting_short_title(meeting, proposal, language));
		if (ordered)
			continue;
		words_money(decision->amount_minor[i], money);
		fprintf(out, " %s", money);
	}
}

enum status decision_tell(const struct arguments *arguments,
			  const struct meeting *meeting,
			  const struct decision *decision, bool corrects)
{
	char *line = NULL;
	size_t length;
	FILE *out = open_memstream(&line, &length);
	bool whole;

	if (!out)
		return STATUS_MEMORY;
	write_decision(meeting, decision, out);
	whole = fclose(out) == 0;
	if (whole)
		report_line(arguments, "%s", line);
	free(line);
	if (!whole)
		return STATUS_MEMORY;
	if (corrects)
		report_line(arguments, "%s",
			    decision_ordered(decision->kind)
				? _("The order typed before is replaced; "
				    "both stay in the acts.")
				: _("The shares typed before are replaced; "
				    "both stay in the acts."));
	return STATUS_OK;
}

static bool corrects(const struct counting *counting,
		     const struct decision *decision)
{
	for (int i = 0; i < counting->decision_count; i++)
		if (counting->decisions[i].kind != DECISION_LEFT &&
		    decision_replaces(decision, &counting->decisions[i]))
			return true;
	return false;
}

enum status decisions_tell(const struct arguments *arguments,
			   const struct meeting *meeting,
			   const struct counting *counting,
			   const struct typed *typed)
{
	for (int i = 0; i < typed->count; i++) {
		const struct decision *decision = &typed->decisions[i];
		enum status status = decision_tell(
		    arguments, meeting, decision, corrects(counting, decision));

		if (status != STATUS_OK)
			return status;
	}
	if (typed->count > 0)
		report_line(arguments, "%s", "");
	return STATUS_OK;
}

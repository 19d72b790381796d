/* What was typed about a tie, said back in words. */
#include <stdio.h>
#include <stdlib.h>

#include "tools/bundle/bundle_show.h"
#include "tools/commands/decision_option.h"
#include "tools/line/report.h"
#include "words/words.h"

/* "Drawn first: 6 Byhave, then 4 Mødested" */
static void write_order(const struct meeting *meeting,
			const struct decision *decision, FILE *out)
{
	int language = bundle_language(meeting);

	/* TRANSLATORS: numbers and titles of proposals follow. */
	fputs(decision->kind == DECISION_LOTS ? _("Drawn first:")
					      : _("Agreed first:"),
	      out);
	for (int i = 0; i < decision->count; i++) {
		int proposal = decision->proposal[i];

		/* TRANSLATORS: between proposals in the order drawn. */
		fprintf(out, "%s %d %s", i > 0 ? _(", then") : "",
			meeting->proposals[proposal].number,
			meeting_short_title(meeting, proposal, language));
	}
}

static bool corrects(const struct bundle *bundle,
		     const struct decision *decision)
{
	for (int i = 0; i < bundle->decision_count; i++)
		if (decision_replaces(decision, &bundle->decisions[i]))
			return true;
	return false;
}

enum status decisions_tell(const struct arguments *arguments,
			   const struct bundle *bundle,
			   const struct typed *typed)
{
	for (int i = 0; i < typed->count; i++) {
		const struct decision *decision = &typed->decisions[i];
		char *line = NULL;
		size_t length;
		FILE *out = open_memstream(&line, &length);
		bool whole;

		if (!out)
			return STATUS_MEMORY;
		write_order(bundle->meeting, decision, out);
		whole = fclose(out) == 0;
		if (whole)
			report_line(arguments, "%s", line);
		free(line);
		if (!whole)
			return STATUS_MEMORY;
		if (corrects(bundle, decision))
			report_line(arguments, "%s",
				    _("The order typed before is replaced; "
				      "both stay in the acts."));
	}
	if (typed->count > 0)
		report_line(arguments, "%s", "");
	return STATUS_OK;
}

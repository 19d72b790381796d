/* steps.txt: how the money was given away, in words, in every language. */
#include "tools/bundle/bundle_render.h"

#include <string.h>

#include "store/definition.h"
#include "words/steps.h"
#include "words/words.h"

enum { DATE_TEXT = 64 };

static void write_head(const struct bundle *bundle, int language, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	const struct roll_count *roll = &bundle->roll;
	const char *title =
	    meeting_text(meeting, &meeting->title, language, NULL);
	const char *name = words_endonym(meeting->languages[language]);
	char date[DATE_TEXT], code[DEFINITION_CODE];

	words_date(meeting->date, date, sizeof(date));
	definition_code(bundle->definition_hash, code);
	fprintf(out, "== %s ==\n\n%s\n%s%s%s\n", name ? name : "", title,
		meeting->place, *meeting->place ? ", " : "", date);
	/* TRANSLATORS: the short code of the meeting's rules. */
	fprintf(out, _("Code of the rules: %s"), code);
	fputs("\n\n", out);
	fprintf(out,
		words_plural("%d ballot was cast.", "%d ballots were cast.",
			     (unsigned long)bundle->tally.ballots),
		bundle->tally.ballots);
	fputc('\n', out);
	fprintf(out,
		_("Slips: %1$d printed, %2$d used, %3$d void, %4$d unused."),
		roll->printed, roll->used, roll->voided,
		roll->unused + roll->in_use);
	fputc('\n', out);
}

/* Whether a later decision about the same tie took the place of number INDEX.
 */
static bool replaced(const struct bundle *bundle, int index)
{
	for (int i = index + 1; i < bundle->decision_count; i++)
		if (decision_replaces(&bundle->decisions[i],
				      &bundle->decisions[index]))
			return true;
	return false;
}

static void write_decision(const struct bundle *bundle, int index, int language,
			   FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	const struct decision *decision = &bundle->decisions[index];
	const char *pot = meeting_text(
	    meeting, &meeting->pots[decision->pot].title, language, NULL);

	if (decision->kind == DECISION_LOTS)
		fprintf(out, _("%s: lots were drawn in public. The order is:"),
			pot);
	else
		fprintf(out, _("%s: the room agreed. The order is:"), pot);
	for (int i = 0; i < decision->count; i++)
		fprintf(out, "%s %d", i ? "," : "",
			meeting->proposals[decision->proposal[i]].number);
	fputc('\n', out);
	if (decision->reason && *decision->reason) {
		fprintf(out, _("The reason: %s"), decision->reason);
		fputc('\n', out);
	}
	if (replaced(bundle, index))
		fprintf(out, "%s\n",
			_("This was corrected before the count ended; the "
			  "later order counts."));
}

static void write_language(const struct bundle *bundle, int language, FILE *out)
{
	char text[STEP_TEXT];

	words_language(bundle->meeting->languages[language]);
	write_head(bundle, language, out);
	if (bundle->decision_count)
		fputc('\n', out);
	for (int i = 0; i < bundle->decision_count; i++)
		write_decision(bundle, i, language, out);
	for (int i = 0; i < bundle->result.step_count; i++) {
		const struct step *step = &bundle->result.steps[i];

		if (step->kind == STEP_POT)
			fputc('\n', out);
		step_sentence(bundle->meeting, &bundle->result, step, language,
			      text);
		fprintf(out, "%s\n", text);
	}
}

void bundle_write_steps(const struct bundle *bundle, FILE *out)
{
	for (int i = 0; i < bundle->meeting->language_count; i++) {
		if (i)
			fputc('\n', out);
		write_language(bundle, i, out);
	}
}

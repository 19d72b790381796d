/* steps.txt: how the money was given away, in words, in every language. */
#include "tools/bundle/bundle_render.h"

#include <string.h>

#include "store/definition.h"
#include "words/steps.h"
#include "words/words.h"

enum { DATE_TEXT = 64 };

/* A line for each pot in which ballots are blank. */
static void write_blank(const struct bundle *bundle, int language, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;

	for (int pot = 0; pot < meeting->pot_count; pot++) {
		int blank = bundle->tally.blank[pot];

		if (blank == 0)
			continue;
		/* TRANSLATORS: a pot, and how many named nothing in it. */
		fprintf(out,
			words_plural("%1$s: %2$d ballot is blank.",
				     "%1$s: %2$d ballots are blank.",
				     (unsigned long)blank),
			meeting_text(meeting, &meeting->pots[pot].title,
				     language, NULL),
			blank);
		fputc('\n', out);
	}
}

static void write_head(const struct bundle *bundle, int language, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	const struct roll_count *roll = &bundle->roll;
	const char *title =
	    meeting_text(meeting, &meeting->title, language, NULL);
	const char *name = words_endonym(meeting->languages[language]);
	char date[DATE_TEXT], code[DEFINITION_CODE], lost[LOST_TEXT];

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
	write_blank(bundle, language, out);
	fprintf(out,
		_("Slips: %1$d printed, %2$d used, %3$d void, %4$d unused."),
		roll->printed, roll->used, roll->voided,
		roll->unused + roll->in_use);
	fputc('\n', out);
	bundle_lost(bundle, lost);
	if (*lost)
		fprintf(out, "%s\n", lost);
}

/* What was decided about a pot, before its proposals. */
static const char *const decision_texts[DECISION_KINDS] = {
    [DECISION_LOTS] = N_("lots were drawn in public. The order is:"),
    [DECISION_AGREED] = N_("the room agreed. The order is:"),
    [DECISION_SPLIT] = N_("the room agreed. These share the money:"),
    [DECISION_LEFT] = N_("the room agreed. Of what is left they get:"),
};

/* " 4, 6" or " 4: 12.500 kr.; 6: 12.500 kr." */
static void write_members(const struct meeting *meeting,
			  const struct decision *decision, FILE *out)
{
	bool ordered = decision_ordered(decision->kind);
	char amount[MONEY_TEXT];

	for (int i = 0; i < decision->count; i++) {
		fprintf(out, "%s %d",
			i == 0	  ? ""
			: ordered ? ","
				  : ";",
			meeting->proposals[decision->proposal[i]].number);
		if (ordered)
			continue;
		words_money(decision->amount_minor[i], amount);
		fprintf(out, ": %s", amount);
	}
}

void bundle_write_decision(const struct bundle *bundle, int index, int language,
			   FILE *out)
{
	const struct meeting *meeting = bundle->meeting;
	const struct decision *decision = &bundle->decisions[index];
	const char *pot = meeting_text(
	    meeting, &meeting->pots[decision->pot].title, language, NULL);

	fprintf(out, "%s: %s", pot, words_get(decision_texts[decision->kind]));
	write_members(meeting, decision, out);
	fputc('\n', out);
	if (decision->reason && *decision->reason) {
		fprintf(out, _("The reason: %s"), decision->reason);
		fputc('\n', out);
	}
	if (bundle_replaced(bundle, index))
		fprintf(out, "%s\n",
			decision_ordered(decision->kind)
			    ? _("This was corrected before the count ended; "
				"the later order counts.")
			    : _("This was corrected later; what was decided "
				"last counts."));
	else if (decision->kind == DECISION_LEFT &&
		 bundle->result.pots[decision->pot].left_unused)
		fprintf(out, "%s\n",
			_("This does not fit what is left any more, so it is "
			  "not used."));
}

/* Every number that differs from the box. */
static void write_differences(const struct bundle *bundle, FILE *out)
{
	const struct meeting *meeting = bundle->meeting;

	for (int i = 0; i < meeting->proposal_count; i++) {
		if (bundle->hand->votes[i] == bundle->tally.support[i])
			continue;
		/* TRANSLATORS: a proposal's number, its votes by hand and by
		 * the box. */
		fprintf(out, _("Proposal %1$d: %2$d by hand, %3$d in the box."),
			meeting->proposals[i].number,
			(int)bundle->hand->votes[i],
			(int)bundle->tally.support[i]);
		fputc('\n', out);
	}
}

void bundle_write_hand(const struct bundle *bundle, FILE *out)
{
	const struct hand_count *hand = bundle->hand;
	bool agrees = hand_agrees(bundle->meeting, hand, &bundle->tally);

	fprintf(out,
		words_plural("The urn was counted by hand: %d slip.",
			     "The urn was counted by hand: %d slips.",
			     (unsigned long)hand->ballots),
		hand->ballots);
	fprintf(out, "\n%s\n",
		agrees ? _("Hand and box agree in every number.")
		       : _("Hand and box do not agree."));
	write_differences(bundle, out);
	if (!agrees)
		fprintf(out, "%s\n",
			hand->stands
			    ? _("The money goes by the count by hand.")
			    : _("The money goes by the ballots in the box."));
	if (!*hand->reason)
		return;
	fprintf(out, _("The reason: %s"), hand->reason);
	fputc('\n', out);
}

static void write_language(const struct bundle *bundle, int language, FILE *out)
{
	char text[STEP_TEXT];

	words_language(bundle->meeting->languages[language]);
	write_head(bundle, language, out);
	if (bundle->hand) {
		fputc('\n', out);
		bundle_write_hand(bundle, out);
	}
	if (bundle->decision_count)
		fputc('\n', out);
	for (int i = 0; i < bundle->decision_count; i++)
		bundle_write_decision(bundle, i, language, out);
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

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/bundle/bundle_show.h"
#include "tools/bundle/bundle_table.h"
#include "tools/commands/decision_option.h"
#include "tools/line/report.h"
#include "words/votes.h"
#include "words/words.h"

enum {
	NUMBER_TEXT = 16,
	/* With more, a line for each says nothing any more. */
	EXPLAINED_MOST = 8,
	COLUMNS = 3,
};

static bool is_open(const struct tie *tie)
{
	return tie->changes_money && !tie->settled;
}

/* The award of proposal INDEX. */
static const struct award *award_of(const struct result *result, int pot,
				    int index)
{
	int i = result->pots[pot].first_award;

	while (result->awards[i].proposal != index)
		i++;
	return &result->awards[i];
}

static enum status show_members(const struct arguments *arguments,
				const struct meeting *meeting,
				const struct tie *tie)
{
	struct table *table = table_new(COLUMNS, 1U << 0 | 1U << 2);
	enum status status = table ? STATUS_OK : STATUS_MEMORY;
	char number[NUMBER_TEXT], cost[MONEY_TEXT];

	for (int i = 0; i < tie->count && status == STATUS_OK; i++) {
		const struct proposal *proposal =
		    &meeting->proposals[tie->proposal[i]];
		const char *cells[COLUMNS] = {
		    number,
		    meeting_short_title(meeting, tie->proposal[i],
					bundle_language(meeting)),
		    cost};

		snprintf(number, sizeof(number), "%d", proposal->number);
		words_money(proposal->cost_minor, cost);
		status = table_add(table, cells);
	}
	if (status == STATUS_OK)
		status = table_print(table, arguments);
	table_free(table);
	return status;
}

/* Adds "4 (25.000 kr.)" for every member of TIE that RESULT gives money. */
static void write_winners(const struct meeting *meeting, const struct tie *tie,
			  const struct result *result, FILE *out)
{
	const char *before = "";
	char amount[MONEY_TEXT];

	for (int i = 0; i < tie->count; i++) {
		const struct award *award =
		    award_of(result, tie->pot, tie->proposal[i]);

		if (award->amount_minor == 0)
			continue;
		words_money(award->amount_minor, amount);
		fprintf(out, "%s%d (%s)", before,
			meeting->proposals[tie->proposal[i]].number, amount);
		before = ", ";
	}
	if (!*before)
		fputs(_("none"), out);
}

/* What comes out when member FIRST of TIE is drawn first, the others in their
 * order. */
static enum status show_if_first(const struct arguments *arguments,
				 const struct bundle *bundle,
				 const struct typed *typed,
				 const struct tie *tie, int first,
				 struct result *result)
{
	struct typed *tried = malloc(sizeof(*tried));
	struct decision *decision;
	enum status status = STATUS_MEMORY;
	char *list = NULL;
	size_t length;
	FILE *out = open_memstream(&list, &length);

	if (!tried || !out)
		goto out;
	*tried = *typed;
	decision = &tried->decisions[tried->count];
	*decision = (struct decision){.pot = tie->pot, .reason = ""};
	decision->proposal[decision->count++] = tie->proposal[first];
	for (int i = 0; i < tie->count; i++)
		if (i != first)
			decision->proposal[decision->count++] =
			    tie->proposal[i];
	status =
	    bundle_count(bundle, tried->decisions, tried->count + 1, result);
	if (status != STATUS_OK && status != STATUS_TIE)
		goto out;
	write_winners(bundle->meeting, tie, result, out);
	status = fclose(out) == 0 ? STATUS_OK : STATUS_MEMORY;
	out = NULL;
	if (status == STATUS_OK)
		report_line(
		    arguments,
		    _("  If %1$d comes first, these of them get money: %2$s"),
		    bundle->meeting->proposals[tie->proposal[first]].number,
		    list);
out:
	if (out)
		fclose(out);
	free(list);
	free(tried);
	return status;
}

static enum status show_tie(const struct arguments *arguments,
			    const struct bundle *bundle,
			    const struct typed *typed,
			    const struct result *result, const struct tie *tie)
{
	const struct meeting *meeting = bundle->meeting;
	const struct award *award =
	    award_of(result, tie->pot, tie->proposal[0]);
	struct result *tried = NULL;
	enum status status;
	char left[MONEY_TEXT];

	words_money(award->left_before_minor, left);
	report_line(arguments, "%s", "");
	report_line(arguments, _("A tie decides about the money in %s."),
		    meeting_text(meeting, &meeting->pots[tie->pot].title,
				 bundle_language(meeting), NULL));
	report_line(arguments,
		    votes_or(meeting->pots[tie->pot].ballot_type,
			     words_plural("There is %1$s left. These have "
					  "%2$d vote each:",
					  "There is %1$s left. These have "
					  "%2$d votes each:",
					  (unsigned long)tie->votes),
			     words_plural("There is %1$s left. These have "
					  "%2$d point each:",
					  "There is %1$s left. These have "
					  "%2$d points each:",
					  (unsigned long)tie->votes)),
		    left, tie->votes);
	status = show_members(arguments, meeting, tie);
	if (status != STATUS_OK || tie->count > EXPLAINED_MOST ||
	    typed->count == DECISIONS_MOST)
		return status;
	tried = malloc(sizeof(*tried));
	if (!tried)
		return STATUS_MEMORY;
	for (int i = 0; i < tie->count && status == STATUS_OK; i++)
		status = show_if_first(arguments, bundle, typed, tie, i, tried);
	free(tried);
	return status;
}

/* PATH as a shell takes it for one word. */
static void write_word(const char *path, FILE *out)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				    "0123456789_-./";

	if (*path && strspn(path, plain) == strlen(path)) {
		fputs(path, out);
		return;
	}
	fputc('\'', out);
	for (; *path; path++)
		if (*path == '\'')
			fputs("'\\''", out);
		else
			fputc(*path, out);
	fputc('\'', out);
}

/* "stemmeboks count FILE --OPTION main:_,_ …" for every open tie: places to be
 * filled in, so that no order is typed that was not drawn. */
static void write_command(const struct meeting *meeting,
			  const struct result *result, const char *option,
			  const char *path, FILE *out)
{
	fputs("stemmeboks count ", out);
	write_word(path, out);
	for (int i = 0; i < result->tie_count; i++) {
		const struct tie *tie = &result->ties[i];

		if (!is_open(tie))
			continue;
		fprintf(out, " --%s %s:", option, meeting->pots[tie->pot].key);
		for (int j = 0; j < tie->count; j++)
			fputs(j ? ",_" : "_", out);
	}
}

static enum status show_command(const struct arguments *arguments,
				const struct bundle *bundle,
				const struct result *result, const char *option,
				const char *more, const char *path)
{
	char *line = NULL;
	size_t length;
	FILE *out = open_memstream(&line, &length);
	bool whole;

	if (!out)
		return STATUS_MEMORY;
	write_command(bundle->meeting, result, option, path, out);
	fputs(more, out);
	whole = fclose(out) == 0;
	if (whole)
		report_line(arguments, "  %s", line);
	free(line);
	return whole ? STATUS_OK : STATUS_MEMORY;
}

enum status bundle_show_ties(const struct arguments *arguments,
			     const struct bundle *bundle,
			     const struct typed *typed,
			     const struct result *result, const char *path)
{
	enum status status = STATUS_OK;

	for (int i = 0; i < result->tie_count && status == STATUS_OK; i++)
		if (is_open(&result->ties[i]))
			status = show_tie(arguments, bundle, typed, result,
					  &result->ties[i]);
	if (status != STATUS_OK)
		return status;
	report_line(arguments, "%s", "");
	report_line(arguments, "%s",
		    _("Draw lots in public. Then type the numbers in the order "
		      "drawn:"));
	status = show_command(arguments, bundle, result, "lots", "", path);
	if (status != STATUS_OK)
		return status;
	report_line(arguments, "%s",
		    _("Or, if the room agrees on an order, say why:"));
	status = show_command(arguments, bundle, result, "agreed",
			      " --reason \"…\"", path);
	if (status == STATUS_OK && bundle->decision_count + typed->count > 0)
		report_line(
		    arguments, "%s",
		    _("Was an earlier order typed wrong? Type it again "
		      "the right way, before the last tie is settled."));
	return status;
}

#include "tools/commands/count_meetings.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/few.h"
#include "store/store.h"
#include "tools/bundle/bundle_render.h"
#include "tools/bundle/bundle_table.h"
#include "tools/line/report.h"
#include "words/words.h"

enum { COLUMN_NAME, COLUMN_BALLOTS, COLUMN_VOTES, COLUMNS, NUMBER_TEXT = 16 };

bool meetings_several(const struct parts *parts)
{
	const struct deal *deal = &parts->parts[0]->deal;

	return (!deal->kiosk && !part_is_roll(parts->parts[0])) || *deal->name;
}

/* Which of PARTS are hidden; *ret_hidden is the caller's to free.
 * STATUS_MEMORY. */
static enum status hide(const struct parts *parts, bool **ret_hidden,
			int *ret_count, int *ret_more)
{
	size_t count = (size_t)parts->count;
	int *ballots = calloc(count, sizeof(*ballots));
	bool *hidden = calloc(count, sizeof(*hidden));

	if (!ballots || !hidden) {
		free(ballots);
		free(hidden);
		return STATUS_MEMORY;
	}
	for (int i = 0; i < parts->count; i++)
		ballots[i] = parts->parts[i]->tally.ballots;
	*ret_count = few_hide(ballots, parts->count,
			      parts->parts[0]->publish_min, hidden, ret_more);
	*ret_hidden = hidden;
	free(ballots);
	return STATUS_OK;
}

static const char *name_of(const struct parts *parts, int index)
{
	const char *name = parts->parts[index]->deal.name;

	return *name ? name : parts->paths[index];
}

/* "1: 12 · 2: 7": each proposal's number and votes; the caller frees. */
static char *votes_text(const struct meeting *meeting,
			const struct tally *tally)
{
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	if (!out)
		return NULL;
	for (int i = 0; i < meeting->proposal_count; i++)
		fprintf(out, "%s%d: %" PRId64, i ? " · " : "",
			meeting->proposals[i].number, tally->support[i]);
	if (fclose(out) == 0)
		return text;
	free(text);
	return NULL;
}

static enum status add_meeting(struct table *table, const struct parts *parts,
			       int index, bool hidden)
{
	const struct part *part = parts->parts[index];
	char ballots[NUMBER_TEXT] = "–";
	char *votes =
	    hidden ? NULL
		   : votes_text(store_meeting(parts->first), &part->tally);
	const char *cells[COLUMNS] = {name_of(parts, index), ballots,
				      hidden ? "–" : votes};
	enum status status = STATUS_MEMORY;

	if (!hidden)
		snprintf(ballots, sizeof(ballots), "%d", part->tally.ballots);
	if (hidden || votes)
		status = table_add(table, cells);
	free(votes);
	return status;
}

static void tell_hidden(const struct arguments *arguments,
			const struct parts *parts, int hidden, int more)
{
	int least = parts->parts[0]->publish_min;

	if (hidden)
		report_line(arguments,
			    _("–: not shown, because a meeting with fewer "
			      "than %d ballots is not shown by itself."),
			    least);
	if (more)
		report_line(arguments,
			    words_plural("%d more meeting is not shown, or "
					 "that one could be worked out from "
					 "the sum.",
					 "%d more meetings are not shown, or "
					 "that one could be worked out from "
					 "the sum.",
					 (unsigned long)more),
			    more);
}

enum status meetings_show(const struct arguments *arguments,
			  const struct parts *parts)
{
	const char *const head[COLUMNS] = {_("meeting"), _("ballots"),
					   _("votes of each proposal")};
	struct table *table = table_new(COLUMNS, 1U << COLUMN_BALLOTS);
	bool *hidden = NULL;
	int count = 0, more = 0;
	enum status status =
	    table ? hide(parts, &hidden, &count, &more) : STATUS_MEMORY;

	if (status == STATUS_OK)
		status = table_add(table, head);
	for (int i = 0; i < parts->count && status == STATUS_OK; i++)
		status = add_meeting(table, parts, i, hidden[i]);
	if (status == STATUS_OK) {
		report_line(arguments, "%s", "");
		status = table_print(table, arguments);
	}
	if (status == STATUS_OK)
		tell_hidden(arguments, parts, count, more);
	table_free(table);
	free(hidden);
	return status;
}

static json_t *meeting_json(const struct parts *parts, int index, bool hidden)
{
	const struct part *part = parts->parts[index];

	return json_pack(
	    "{s:s, s:s, s:o, s:o}", "name", part->deal.name, "file",
	    parts->paths[index], "ballots",
	    hidden ? json_null() : json_integer(part->tally.ballots), "votes",
	    hidden ? json_null()
		   : bundle_votes_json(store_meeting(parts->first),
				       part->tally.support));
}

json_t *meetings_json(const struct parts *parts)
{
	json_t *array = json_array();
	bool *hidden = NULL;
	int count, more;

	if (hide(parts, &hidden, &count, &more) != STATUS_OK) {
		json_decref(array);
		return NULL;
	}
	for (int i = 0; i < parts->count && array; i++) {
		if (json_array_append_new(
			array, meeting_json(parts, i, hidden[i])) == 0)
			continue;
		json_decref(array);
		array = NULL;
	}
	free(hidden);
	return array;
}

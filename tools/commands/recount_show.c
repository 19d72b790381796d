#include "tools/commands/recount_show.h"

#include <stdio.h>

#include "tools/bundle/bundle_table.h"
#include "tools/commands/meeting_file.h"
#include "tools/line/report.h"
#include "words/words.h"

enum { COLUMNS = 4, NUMBER = 16 };

static int differences(const struct meeting *meeting,
		       const struct sheet *machine, const struct sheet *hand)
{
	int count = 0;

	for (int i = 0; i < sheet_places(meeting); i++)
		count += machine->number[i] != hand->number[i];
	return count;
}

bool sheets_agree(const struct meeting *meeting, const struct sheet *machine,
		  const struct sheet *hand)
{
	return differences(meeting, machine, hand) == 0;
}

static enum status row_add(struct table *table, const char *name, int machine,
			   int hand)
{
	char left[NUMBER], right[NUMBER], apart[NUMBER] = "";
	const char *cells[COLUMNS] = {name, left, right, apart};

	snprintf(left, sizeof(left), "%d", machine);
	snprintf(right, sizeof(right), "%d", hand);
	if (machine != hand)
		snprintf(apart, sizeof(apart), "%+d", hand - machine);
	return table_add(table, cells);
}

static void agreement_tell(const struct arguments *arguments, int count)
{
	if (count == 0)
		report_line(arguments, "%s",
			    _("Machine and hand agree in every number."));
	else
		report_line(arguments,
			    words_plural("Machine and hand differ in %d "
					 "number.",
					 "Machine and hand differ in %d "
					 "numbers.",
					 (unsigned long)count),
			    count);
}

enum status sheets_show(const struct arguments *arguments,
			const struct meeting *meeting,
			const struct sheet *machine, const struct sheet *hand)
{
	const char *head[COLUMNS] = {"", _("machine"), _("hand"), ""};
	struct table *table = table_new(COLUMNS, 1U << 1 | 1U << 2 | 1U << 3);
	enum status status = table ? table_add(table, head) : STATUS_MEMORY;
	char name[SHEET_NAME];

	for (int i = 0; i < sheet_places(meeting) && status == STATUS_OK; i++) {
		sheet_name(meeting, i, name);
		status =
		    row_add(table, name, machine->number[i], hand->number[i]);
	}
	if (status == STATUS_OK)
		status = table_print(table, arguments);
	table_free(table);
	if (status == STATUS_OK)
		agreement_tell(arguments, differences(meeting, machine, hand));
	return status;
}

static json_t *differences_json(const struct meeting *meeting,
				const struct sheet *machine,
				const struct sheet *hand)
{
	json_t *all = json_array();

	for (int i = SHEET_PROPOSALS; i < sheet_places(meeting); i++)
		if (machine->number[i] != hand->number[i])
			json_array_append_new(
			    all,
			    json_pack(
				"{s:i, s:i, s:i}", "number",
				meeting->proposals[i - SHEET_PROPOSALS].number,
				"machine", machine->number[i], "hand",
				hand->number[i]));
	return all;
}

void recount_tell(const struct arguments *arguments,
		  const struct meeting *meeting, const struct sheet *machine,
		  const struct sheet *hand, const struct recount_told *told)
{
	bool agree = sheets_agree(meeting, machine, hand);
	bool again = told->after == PHASE_CLOSED && told->before > PHASE_CLOSED;
	char next[MEETING_FILE_NEXT];

	if (told->after == PHASE_CLOSED)
		meeting_file_next(arguments, "count", "", next);
	else
		meeting_file_next(arguments, "publish", " -o result", next);
	report_line(arguments, "%s",
		    agree || !told->hand_stands
			? _("The hand count is kept. The money goes by the "
			    "machine's count.")
			: _("The hand count is kept. The money goes by it."));
	if (again)
		report_line(arguments, "%s",
			    _("The result no longer holds: the meeting is "
			      "closed again, and must be counted again."));
	report_line(arguments, _("Next: %s"), next);
	report_json(
	    arguments,
	    json_pack(
		"{s:b, s:b, s:s, s:s, s:{s:i, s:i}, s:o, s:s, s:b, s:s}", "ok",
		1, "agree", agree, "stands",
		told->hand_stands ? "hand" : "machine", "reason", told->reason,
		"ballots", "machine", machine->number[SHEET_BALLOTS], "hand",
		hand->number[SHEET_BALLOTS], "differences",
		differences_json(meeting, machine, hand), "phase",
		phase_name(told->after), "count_again", again, "next", next));
}

#include "tools/commands/recount_read.h"

#include <stdio.h>
#include <sys/stat.h>

#include "tools/commands/recount_sheet.h"
#include "tools/line/ask.h"
#include "tools/line/report.h"
#include "words/words.h"

/* Two counts that differ are two piles to count again, not a typing loop. */
enum { ROUNDS_MOST = 20 };

/* The two people's counts while they are read. */
struct reading {
	const struct arguments *arguments;
	const struct meeting *meeting;
	struct sheet first, second;
};

static enum status refuse(const struct arguments *arguments,
			  const char *sentence)
{
	return report_refusal(arguments, STATUS_USAGE, "%s", sentence);
}

enum status recount_unfinished(const struct arguments *arguments)
{
	return refuse(arguments, _("The count was not finished. Nothing was "
				   "written."));
}

/* Every mistake in the files. */
static enum status problems_tell(const struct arguments *arguments,
				 struct problems *problems, enum status status)
{
	const char *sentence = _("The count was not taken. Nothing was "
				 "written.");

	if (status == STATUS_MEMORY)
		return report_error(arguments, status, NULL);
	problems_sort(problems);
	if (argument_json(arguments)) {
		report_json(arguments,
			    json_pack("{s:s, s:s, s:o}", "error",
				      status_name(status), "message", sentence,
				      "problems",
				      problems_json(problems, false)));
		return status;
	}
	for (int i = 0; i < problems->count; i++)
		problem_print(&problems->list[i], NULL, stderr);
	return report_refusal(arguments, status, "%s", sentence);
}

static bool same_file(const char *one, const char *other)
{
	struct stat found, beside;

	return stat(one, &found) == 0 && stat(other, &beside) == 0 &&
	       found.st_dev == beside.st_dev && found.st_ino == beside.st_ino;
}

/* Where the two files differ is for people to count again. */
static enum status sheets_compare(const struct reading *reading,
				  const char *second_path,
				  struct problems *problems)
{
	const struct sheet *first = &reading->first, *second = &reading->second;
	char name[SHEET_NAME];

	for (int i = 0; i < sheet_places(reading->meeting); i++) {
		if (first->number[i] == second->number[i])
			continue;
		sheet_name(reading->meeting, i, name);
		problem_add(problems, second_path, 0,
			    _("%1$s: the first person has %2$d, the second "
			      "%3$d. Count again."),
			    name, first->number[i], second->number[i]);
	}
	return problems->mistakes ? STATUS_INPUT : STATUS_OK;
}

static enum status from_files(struct reading *reading, const char *first,
			      const char *second)
{
	const struct arguments *arguments = reading->arguments;
	struct problems problems = {0};
	enum status status, again;

	if (!first || !second)
		return refuse(arguments,
			      _("Two people count: give --from FIRST.csv and "
				"--again SECOND.csv."));
	if (same_file(first, second))
		return refuse(arguments, _("--from and --again are the same "
					   "file. Two people count, each on a "
					   "sheet of their own."));
	status =
	    sheet_read(reading->meeting, first, &problems, &reading->first);
	again =
	    sheet_read(reading->meeting, second, &problems, &reading->second);
	if (status == STATUS_OK)
		status = again;
	if (status == STATUS_OK)
		status = sheets_compare(reading, second, &problems);
	if (status != STATUS_OK)
		problems_tell(arguments, &problems, status);
	problems_clear(&problems);
	return status;
}

static bool any_over(const struct reading *reading, const struct sheet *sheet)
{
	for (int i = 0; i < sheet_places(reading->meeting); i++)
		if (sheet_over(reading->meeting, sheet, i))
			return true;
	return false;
}

/* Whether both people are asked for PLACE once more: they differ, or say the
 * same but fewer ballots than their votes need. */
static bool asked_again(const struct reading *reading, int place)
{
	const struct sheet *first = &reading->first, *second = &reading->second;

	if (first->number[place] != second->number[place])
		return true;
	if (first->number[SHEET_BALLOTS] != second->number[SHEET_BALLOTS])
		return false;
	return place == SHEET_BALLOTS
		   ? any_over(reading, first) || any_over(reading, second)
		   : sheet_over(reading->meeting, first, place);
}

/* Both people once more for every such place; the ballots come first, as the
 * other numbers are judged by them. */
static enum status differences_ask(struct reading *reading,
				   int *ret_differences)
{
	const struct arguments *arguments = reading->arguments;
	struct sheet *first = &reading->first, *second = &reading->second;
	char name[SHEET_NAME];

	*ret_differences = 0;
	for (int i = 0; i < sheet_places(reading->meeting); i++) {
		if (!asked_again(reading, i))
			continue;
		++*ret_differences;
		sheet_name(reading->meeting, i, name);
		report_line(arguments,
			    _("%1$s: %2$d and %3$d. Count these again."), name,
			    first->number[i], second->number[i]);
		report_line(arguments, "%s", _("First person:"));
		if (sheet_ask_place(reading->meeting, i, first) != STATUS_OK)
			return STATUS_INPUT;
		report_line(arguments, "%s", _("Second person:"));
		if (sheet_ask_place(reading->meeting, i, second) != STATUS_OK)
			return STATUS_INPUT;
	}
	return STATUS_OK;
}

static enum status from_people(struct reading *reading)
{
	const struct arguments *arguments = reading->arguments;
	int differences = 1;

	report_line(arguments, "%s",
		    _("First person: type what you counted in the urn."));
	if (sheet_ask(reading->meeting, &reading->first) != STATUS_OK)
		return recount_unfinished(arguments);
	ask_clear();
	report_line(arguments, "%s",
		    _("Second person: type what you counted. The first count "
		      "is not shown."));
	if (sheet_ask(reading->meeting, &reading->second) != STATUS_OK)
		return recount_unfinished(arguments);
	for (int i = 0; i < ROUNDS_MOST && differences > 0; i++)
		if (differences_ask(reading, &differences) != STATUS_OK)
			return recount_unfinished(arguments);
	if (differences > 0)
		return refuse(arguments,
			      _("The two counts still differ. Nothing "
				"was written."));
	return STATUS_OK;
}

enum status recount_read(const struct arguments *arguments,
			 const struct meeting *meeting, struct sheet *ret_hand)
{
	const char *first = argument_option(arguments, "from");
	const char *second = argument_option(arguments, "again");
	struct reading reading = {.arguments = arguments, .meeting = meeting};
	enum status status;

	if (!first && !second && ask_person(arguments))
		status = from_people(&reading);
	else
		status = from_files(&reading, first, second);
	if (status == STATUS_OK)
		*ret_hand = reading.first;
	return status;
}

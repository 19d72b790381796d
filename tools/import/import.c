#include "tools/import/import_part.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "words/words.h"

const char *import_string(struct import *import, const char *text)
{
	const char *kept = meeting_string(import->meeting, text, strlen(text));

	if (kept)
		return kept;
	problem_add(import->problems, IMPORT_INI, 0, "%s",
		    words_get(status_text(STATUS_MEMORY)));
	import->problems->memory = true;
	return "";
}

bool import_number(const char *text, int least, int most, int *ret_number)
{
	char *end;
	long number;

	if (*text < '0' || *text > '9' || strlen(text) > 9)
		return false;
	number = strtol(text, &end, 10);
	if (*end || number < least || number > most)
		return false;
	*ret_number = (int)number;
	return true;
}

const char *import_suffix(const char *name, size_t length)
{
	return name[length] == '_' ? words_known(name + length + 1) : NULL;
}

bool import_amount(struct import *import, const char *file, int line,
		   const char *what, const char *text, int64_t *ret_minor)
{
	int64_t minor;
	enum status status = money_parse(text, strlen(text), &minor);

	if (status == STATUS_OK && minor > 0) {
		*ret_minor = minor;
		return true;
	}
	if (status == STATUS_OK)
		problem_add(import->problems, file, line,
			    _("%s is 0. Write an amount above 0."), what);
	else if (status == STATUS_MONEY_RANGE)
		problem_add(import->problems, file, line,
			    _("%s cannot be \"%s\". Write an amount above 0, "
			      "below 10 billion, with at most two decimals."),
			    what, text);
	else
		problem_add(import->problems, file, line, "%s \"%s\": %s", what,
			    text, words_get(status_text(status)));
	return false;
}

static bool is_there(const struct import *import, const char *name)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/%s", import->folder, name);
	return access(path, F_OK) == 0;
}

/* Whoever keeps FILE's rows in a spreadsheet named NAME forgets to save it as
 * CSV; that the CSV is missing then needs no other word. */
static bool spreadsheet_only(struct import *import, const char *name,
			     const char *file)
{
	static const char *const endings[] = {"xlsx", "xls", "ods"};

	if (is_there(import, file))
		return false;
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		char sheet[64];

		snprintf(sheet, sizeof(sheet), "%s.%s", name, endings[i]);
		if (is_there(import, sheet)) {
			problem_add(import->problems, file, 0,
				    _("Save %s as CSV."), sheet);
			return true;
		}
	}
	return false;
}

/* Nobody needs a funding.csv. */
static void read_funding(struct import *import)
{
	struct import_text text = {NULL, 0};

	if (spreadsheet_only(import, "funding", IMPORT_FUNDING) ||
	    !is_there(import, IMPORT_FUNDING) ||
	    !import_text_read(import->folder, IMPORT_FUNDING, IMPORT_CSV_BYTES,
			      import->problems, &text))
		return;
	import_funding(import, &text);
	import_text_free(&text);
}

static void read_all(struct import *import)
{
	struct import_text text = {NULL, 0};
	struct ini ini = {NULL, NULL, 0, 0, 0, 0};

	if (import_text_read(import->folder, IMPORT_INI, IMPORT_INI_BYTES,
			     import->problems, &text)) {
		ini_read(&text, IMPORT_INI, import->problems, &ini);
		import_meeting(import, &ini);
		ini_free(&ini);
		import_text_free(&text);
	}
	/* Without a readable meeting.ini the proposals are read for a room
	 * that speaks Danish, so that their mistakes are told too. */
	if (!import->meeting->language_count)
		import->meeting->languages[import->meeting->language_count++] =
		    "da";
	if (!spreadsheet_only(import, "proposals", IMPORT_CSV) &&
	    import_text_read(import->folder, IMPORT_CSV, IMPORT_CSV_BYTES,
			     import->problems, &text)) {
		import_proposals(import, &text);
		import_text_free(&text);
	}
	read_funding(import);
	import_pots_check(import);
	import_images(import);
}

enum status import_folder(const char *folder, struct problems *problems,
			  struct meeting **ret_meeting)
{
	struct import *import = calloc(1, sizeof(*import));
	enum status status = STATUS_MEMORY;

	if (!import)
		return status;
	import->folder = folder;
	import->problems = problems;
	import->meeting = meeting_new();
	if (!import->meeting)
		goto out;
	read_all(import);
	problems_sort(problems);
	if (problems->memory)
		goto out;
	status = STATUS_INPUT;
	if (problems->mistakes)
		goto out;
	meeting_order(import->meeting);
	*ret_meeting = import->meeting;
	import->meeting = NULL;
	status = STATUS_OK;
out:
	meeting_free(import->meeting);
	free(import);
	return status;
}

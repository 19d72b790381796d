#include "tools/import/import_part.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/import/import_sheet.h"
#include "tools/sheet/sheet.h"
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

/* What a table of the meeting may be saved as. */
static const struct {
	const char *ending;
	bool workbook, old;
} endings[] = {{"csv", false, false},
	       {"xlsx", true, false},
	       {"ods", true, false},
	       {"xls", false, true}};

enum { ENDINGS = sizeof(endings) / sizeof(*endings), NAME = 64 };

/* The index in endings of the one file of TABLE that is there, -1 when there is
 * none. Two that are there are a mistake of FILE, as one of them is not what
 * the organisers last changed: -2. */
static int table_find(struct import *import, const char *table,
		      const char *file, char ret_name[NAME])
{
	char name[NAME];
	int found = -1;

	for (int i = 0; i < ENDINGS; i++) {
		snprintf(name, sizeof(name), "%s.%s", table, endings[i].ending);
		/* Whoever has saved it as another knows of the old one. */
		if (!is_there(import, name) || (found >= 0 && endings[i].old))
			continue;
		if (found >= 0) {
			problem_add(import->problems, file, 0,
				    _("%s and %s are both there. Take the one "
				      "away that is not to be read."),
				    ret_name, name);
			return -2;
		}
		found = i;
		memcpy(ret_name, name, NAME);
	}
	return found;
}

/* Reads TABLE, which is called FILE in what is told of it when it is no
 * workbook, with READ. */
static void table_read(struct import *import, const char *table,
		       const char *file, const char *const *sheets,
		       void (*read)(struct import *import,
				    const struct import_rows *rows))
{
	struct import_text text = {NULL, 0};
	struct import_rows rows = {&text, NULL, 0};
	char name[NAME];
	int found = table_find(import, table, file, name);

	if (found == -2)
		return;
	if (found >= 0 && endings[found].old)
		problem_add(import->problems, file, 0,
			    _("Save %s as .xlsx, .ods or CSV."), name);
	else if (found >= 0 && endings[found].workbook)
		import_book(import, name, file, sheets, read);
	else if (import_text_read(import->folder, file, IMPORT_CSV_BYTES,
				  import->problems, &text)) {
		read(import, &rows);
		import_text_free(&text);
	}
}

static bool table_there(const struct import *import, const char *table)
{
	char name[NAME];

	for (int i = 0; i < ENDINGS; i++) {
		snprintf(name, sizeof(name), "%s.%s", table, endings[i].ending);
		if (is_there(import, name))
			return true;
	}
	return false;
}

/* Without a readable list of languages the proposals are read for a room that
 * speaks Danish, so that their mistakes are told too. */
void import_languages_settle(struct import *import)
{
	struct meeting *meeting = import->meeting;

	if (!meeting->language_count)
		meeting->languages[meeting->language_count++] = "da";
}

static void read_folder(struct import *import)
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
	import_languages_settle(import);
	table_read(import, "proposals", IMPORT_CSV, import_sheet_proposals,
		   import_proposals);
	/* Nobody needs a funding.csv. */
	if (table_there(import, "funding"))
		table_read(import, "funding", IMPORT_FUNDING,
			   import_sheet_funding, import_funding);
}

/* Whether FOLDER has nothing of a meeting but one workbook, its *ret_name. */
static bool workbook_only(const struct import *import, char **ret_name)
{
	DIR *folder;
	char *name = NULL;
	int count = 0;

	if (is_there(import, IMPORT_INI) || table_there(import, "proposals") ||
	    table_there(import, "funding"))
		return false;
	folder = opendir(import->folder);
	if (!folder)
		return false;
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		/* A program that has it open leaves "~$" and a dot here. */
		if (strchr(".~", *entry->d_name) ||
		    !workbook_named(entry->d_name))
			continue;
		if (count == 0)
			name = strdup(entry->d_name);
		count++;
	}
	closedir(folder);
	if (count != 1 || !name) {
		free(name);
		return false;
	}
	*ret_name = name;
	return true;
}

/* FILE is the spreadsheet's name, or NULL for a folder. */
static void read_all(struct import *import, const char *file)
{
	char *only = NULL;

	if (file)
		import_alone(import, file);
	else if (workbook_only(import, &only))
		import_alone(import, only);
	else
		read_folder(import);
	free(only);
	import_pots_check(import);
	import_images(import);
}

bool import_spreadsheet(const char *name)
{
	const char *ending = strrchr(name, '.');

	return workbook_named(name) ||
	       (ending && strcasecmp(ending, ".csv") == 0);
}

static bool is_folder(const char *path)
{
	struct stat found;

	return stat(path, &found) != 0 || S_ISDIR(found.st_mode);
}

char *import_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (is_folder(path))
		return strdup(path);
	if (!slash)
		return strdup(".");
	return slash == path ? strdup("/")
			     : strndup(path, (size_t)(slash - path));
}

enum status import_read(const char *path, struct problems *problems,
			struct meeting **ret_meeting)
{
	struct import *import = calloc(1, sizeof(*import));
	char *base = import_base(path);
	const char *slash = strrchr(path, '/');
	enum status status = STATUS_MEMORY;

	if (!import || !base)
		goto out;
	import->folder = base;
	import->problems = problems;
	import->meeting = meeting_new();
	if (!import->meeting)
		goto out;
	read_all(import, is_folder(path) ? NULL : slash ? slash + 1 : path);
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
	if (import)
		meeting_free(import->meeting);
	free(import);
	free(base);
	return status;
}

/* stemmeboks new: a template of a meeting, from assets/template. */
#include "tools/line/command.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/import/import.h"
#include "tools/import/template_book.h"
#include "tools/line/report.h"
#include "tools/sheet/sheet.h"
#include "words/place.h"
#include "words/words.h"

const struct option_spec options_new[] = {
    {"sheet", 0, "xlsx|ods",
     N_("One spreadsheet in place of the text files, of this kind.")},
    {NULL, 0, NULL, NULL},
};

#define TEMPLATE "assets/template"

#define README IMPORT_IMAGES "/laes-mig.txt"

/* What lies in it. */
static const char *const files[] = {IMPORT_INI, IMPORT_CSV, IMPORT_FUNDING,
				    README};
/* Of these beside a spreadsheet. */
static const char *const beside[] = {README};

enum {
	FILES = sizeof(files) / sizeof(*files),
	BESIDE = sizeof(beside) / sizeof(*beside),
	SHEET_NAME = 32,
};

static bool folder_empty(const char *path)
{
	DIR *folder = opendir(path);
	int count = 0;

	if (!folder)
		return false;
	while (readdir(folder))
		count++;
	closedir(folder);
	return count <= 2; /* itself and the one above */
}

static enum status file_copy(const char *from, const char *to)
{
	FILE *in = fopen(from, "rbe"), *out = NULL;
	enum status status = STATUS_FILE_MISSING;
	char bytes[8192];
	size_t length;

	if (!in)
		return status;
	status = STATUS_FILE_WRITE;
	out = fopen(to, "wbxe");
	if (!out)
		goto out;
	while ((length = fread(bytes, 1, sizeof(bytes), in)) > 0)
		if (fwrite(bytes, 1, length, out) != length)
			goto out;
	if (!ferror(in))
		status = STATUS_OK;
out:
	fclose(in);
	if (out && fclose(out) != 0)
		status = STATUS_FILE_WRITE;
	return status;
}

/* Takes back what template_copy() made in FOLDER. */
static void template_remove(const char *folder)
{
	char path[PATH_MAX];

	for (int i = 0; i < FILES; i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, files[i]);
		unlink(path);
	}
	snprintf(path, sizeof(path), "%s/%s", folder, IMPORT_IMAGES);
	rmdir(path);
}

/* Makes FOLDER's images/ and copies the COUNT files of LIST into FOLDER. */
static enum status template_copy(const char *template, const char *folder,
				 const char *const *list, int count)
{
	char from[PATH_MAX], to[PATH_MAX];
	enum status status = STATUS_OK;

	if (snprintf(to, sizeof(to), "%s/%s", folder, IMPORT_IMAGES) >=
		(int)sizeof(to) ||
	    mkdir(to, 0777) != 0)
		return STATUS_FILE_WRITE;
	for (int i = 0; status == STATUS_OK && i < count; i++) {
		if (snprintf(from, sizeof(from), "%s/%s", template, list[i]) >=
			(int)sizeof(from) ||
		    snprintf(to, sizeof(to), "%s/%s", folder, list[i]) >=
			(int)sizeof(to))
			status = STATUS_FILE_WRITE;
		else
			status = file_copy(from, to);
	}
	if (status != STATUS_OK)
		template_remove(folder);
	return status;
}

/* The template as one spreadsheet called NAME, and its images/. */
static enum status template_sheet(const char *template, const char *folder,
				  const char *name)
{
	char path[PATH_MAX];
	enum status status = template_copy(template, folder, beside, BESIDE);

	if (status != STATUS_OK)
		return status;
	if (snprintf(path, sizeof(path), "%s/%s", folder, name) >=
	    (int)sizeof(path))
		status = STATUS_FILE_WRITE;
	else
		status = template_book(template, path);
	if (status != STATUS_OK)
		template_remove(folder);
	return status;
}

/* The spreadsheet's name that --sheet asks for, "" without it. */
static enum status sheet_name(const struct arguments *arguments,
			      char ret_name[SHEET_NAME])
{
	const char *kind = argument_option(arguments, "sheet");
	char name[SHEET_NAME];

	*ret_name = '\0';
	if (!kind)
		return STATUS_OK;
	snprintf(name, sizeof(name), "meeting.%s", kind);
	if (!workbook_named(name))
		return report_error(arguments, STATUS_USAGE,
				    _("--sheet cannot be \"%s\". Write xlsx or "
				      "ods."),
				    kind);
	memcpy(ret_name, name, SHEET_NAME);
	return STATUS_OK;
}

static void tell_made(const struct arguments *arguments, const char *folder,
		      const char *sheet)
{
	if (*sheet)
		report_line(arguments,
			    _("Made %s. Write your meeting into %s, then: "
			      "stemmeboks check %s"),
			    folder, sheet, folder);
	else
		report_line(arguments,
			    _("Made %s. Write your meeting into %s and %s, "
			      "then: stemmeboks check %s"),
			    folder, IMPORT_INI, IMPORT_CSV, folder);
	report_json(arguments,
		    json_pack("{s:b, s:s}", "ok", 1, "folder", folder));
}

enum status cmd_new(const struct arguments *arguments)
{
	const char *folder = argument_operand(arguments, 0);
	char template[PATH_MAX], sheet[SHEET_NAME];
	enum status status = sheet_name(arguments, sheet);
	bool made;

	if (status != STATUS_OK)
		return status;
	status = place_find(TEMPLATE, template, sizeof(template));
	if (status != STATUS_OK)
		return report_error(arguments, status, "%s", TEMPLATE);
	made = mkdir(folder, 0777) == 0;
	if (!made && errno != EEXIST)
		return report_error(arguments, STATUS_FILE_WRITE, "%s: %s",
				    folder, strerror(errno));
	if (!made && !folder_empty(folder))
		return report_error(arguments, STATUS_FILE_EXISTS,
				    _("%s is there and not an empty folder."),
				    folder);
	status = *sheet ? template_sheet(template, folder, sheet)
			: template_copy(template, folder, files, FILES);
	if (status != STATUS_OK) {
		if (made)
			rmdir(folder);
		return report_error(arguments, status, "%s", folder);
	}
	tell_made(arguments, folder, sheet);
	return STATUS_OK;
}

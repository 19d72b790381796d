#include "tools/commands/box_names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "tools/import/import_csv.h"
#include "tools/line/report.h"
#include "words/words.h"

enum { FILE_BYTES = 1000000 };

struct gathering {
	const struct arguments *arguments;
	struct box_names *names;
	enum status status;
};

void box_names_free(struct box_names *names)
{
	free(names->names);
	*names = (struct box_names){0};
}

static bool text_valid(const char *text)
{
	size_t left = strlen(text);
	uint32_t character;

	while (left > 0) {
		size_t size = utf8_read(text, left, &character);

		if (size == 0)
			return false;
		text += size;
		left -= size;
	}
	return true;
}

/* Why NAME cannot be one, or NULL. */
static const char *name_wrong(const struct box_names *names, const char *name)
{
	if (names->count == KIOSKS_MOST)
		return _("There are too many meetings.");
	if (!*name)
		return _("A meeting has no name.");
	if (strlen(name) >= KIOSK_NAME)
		return _("A meeting's name is too long.");
	if (!text_valid(name) || text_forbidden(name, false))
		return _("A meeting's name is not plain text.");
	for (int i = 0; i < names->count; i++)
		if (strcmp(names->names[i], name) == 0)
			return _("Two meetings have the same name.");
	return NULL;
}

static bool name_add(struct gathering *gathering, const char *name)
{
	struct box_names *names = gathering->names;
	const char *wrong = name_wrong(names, name);
	char(*grown)[KIOSK_NAME];

	if (wrong) {
		gathering->status =
		    report_error(gathering->arguments, STATUS_USAGE,
				 "%s: \"%s\"", wrong, name);
		return false;
	}
	grown = reallocarray(names->names, (size_t)names->count + 1,
			     sizeof(*grown));
	if (!grown) {
		gathering->status =
		    report_error(gathering->arguments, STATUS_MEMORY, NULL);
		return false;
	}
	names->names = grown;
	snprintf(grown[names->count++], KIOSK_NAME, "%s", name);
	return true;
}

static bool see_row(void *context, const struct csv_row *row)
{
	return name_add(context, row->cells[0]);
}

static enum status read_file(struct gathering *gathering, const char *path)
{
	struct problems problems = {0};
	struct import_text text;
	const char *slash = strrchr(path, '/');
	char *folder =
	    slash ? strndup(path, (size_t)(slash - path) + 1) : strdup(".");

	if (!folder)
		return report_error(gathering->arguments, STATUS_MEMORY, NULL);
	if (import_text_read(folder, slash ? slash + 1 : path, FILE_BYTES,
			     &problems, &text)) {
		csv_read(&text, ';', 1, path, &problems, see_row, gathering);
		import_text_free(&text);
	}
	free(folder);
	if (problems.mistakes > 0 && gathering->status == STATUS_OK)
		gathering->status = report_refusal(
		    gathering->arguments, STATUS_INPUT, "%s:%d: %s", path,
		    problems.list[0].line, problems.list[0].text);
	problems_clear(&problems);
	return gathering->status;
}

enum status box_names_read(const struct arguments *arguments,
			   struct box_names *ret_names)
{
	const char *file = argument_option(arguments, "names"), *name;
	struct box_names names = {0};
	struct gathering gathering = {arguments, &names, STATUS_OK};

	if (file && argument_option(arguments, "name"))
		return report_error(arguments, STATUS_USAGE,
				    _("Give --name or --names, not both."));
	if (file)
		(void)read_file(&gathering, file);
	for (int i = 0; gathering.status == STATUS_OK &&
			(name = argument_repeated(arguments, "name", i));
	     i++)
		(void)name_add(&gathering, name);
	if (gathering.status == STATUS_OK)
		*ret_names = names;
	else
		box_names_free(&names);
	return gathering.status;
}

#include "app/command_said.h"

#include <stdio.h>
#include <string.h>

#include "core/utf8.h"
#include "words/words.h"

static enum status status_of(const char *name)
{
	for (int i = STATUS_OK + 1; i < STATUS_COUNT; i++)
		if (strcmp(name, status_name((enum status)i)) == 0)
			return (enum status)i;
	return STATUS_USAGE;
}

json_t *command_object(const char *said, enum status *ret_status)
{
	const char *brace = strchr(said, '{');
	json_t *object =
	    brace ? json_loads(brace, JSON_DISABLE_EOF_CHECK, NULL) : NULL;
	const json_t *error = json_object_get(object, "error");

	*ret_status = !object ? STATUS_STORE
		      : error ? status_of(command_text(object, "error"))
			      : STATUS_OK;
	return object;
}

const char *command_text(const json_t *object, const char *name)
{
	const char *text = json_string_value(json_object_get(object, name));

	return text ? text : "";
}

void command_why(const json_t *object, char ret_text[PANEL_SAID])
{
	const char *detail = command_text(object, "detail");
	const char *message = command_text(object, "message");

	snprintf(ret_text, PANEL_SAID, "%s%s%s", detail,
		 *detail && *message ? " " : "", message);
	ret_text[utf8_cut(ret_text, strlen(ret_text))] = '\0';
}

static int number_of(const json_t *object, const char *name)
{
	return (int)json_integer_value(json_object_get(object, name));
}

void command_slips_told(const json_t *object, char ret_text[PANEL_SAID])
{
	int count = number_of(object, "slips");

	snprintf(ret_text, PANEL_SAID,
		 words_plural("On its way to the printer: %1$d slip, no. "
			      "%2$d-%3$d.",
			      "On its way to the printer: %1$d slips, no. "
			      "%2$d-%3$d.",
			      (unsigned long)count),
		 count, number_of(object, "first_serial"),
		 number_of(object, "last_serial"));
}

void command_printers(int code, char *said, struct panel_names *ret_printers)
{
	char *rest = NULL;

	ret_printers->count = 0;
	for (char *name = strtok_r(code == 0 ? said : NULL, "\r\n", &rest);
	     name && ret_printers->count < PANEL_PRINTERS;
	     name = strtok_r(NULL, "\r\n", &rest))
		if (strlen(name) < PANEL_NAME && *name != '-')
			strcpy(ret_printers->name[ret_printers->count++], name);
}

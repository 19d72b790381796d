#include "app/options.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "ui/ui.h"
#include "words/words.h"

enum {
	DISPLAY_MOST = 15,
	SIDE_LEAST = 180,
	SIDE_MOST = 16384,
	TENTHS = 10,
	TENTHS_LEAST = 1,
	TENTHS_MOST = 40,
	HELP_WIDTH = 24,
	NAME = 64,
};

/* The whole number from TEXT to END; false when it is none, or outside. */
static bool number_read(const char *text, const char *end, long least,
			long most, int *ret_number)
{
	char *stop;
	long number;

	if (text == end || *text < '0' || *text > '9')
		return false;
	errno = 0;
	number = strtol(text, &stop, 10);
	if (errno || stop != end || number < least || number > most)
		return false;
	*ret_number = (int)number;
	return true;
}

/* "1280x720", or with its place "1280x720+20+40" as X11 writes it. */
static bool window_read(const char *value, struct ui_window *ret_window)
{
	const char *end = value + strlen(value);
	const char *x = strchr(value, 'x'), *plus, *second;
	struct ui_window window = {0};

	if (!x)
		return false;
	plus = strchr(x, '+');
	second = plus ? strchr(plus + 1, '+') : NULL;
	window.placed = plus != NULL;
	if (!number_read(value, x, SIDE_LEAST, SIDE_MOST, &window.width_px) ||
	    !number_read(x + 1, plus ? plus : end, SIDE_LEAST, SIDE_MOST,
			 &window.height_px))
		return false;
	if (plus &&
	    (!second ||
	     !number_read(plus + 1, second, 0, SIDE_MOST, &window.x_px) ||
	     !number_read(second + 1, end, 0, SIDE_MOST, &window.y_px)))
		return false;
	*ret_window = window;
	return true;
}

/* "4" or "5.9". */
static bool tenths_read(const char *value, double *ret_number)
{
	const char *point = strpbrk(value, ".,");
	const char *end = value + strlen(value);
	int whole, tenths = 0;

	if (!number_read(value, point ? point : end, TENTHS_LEAST, TENTHS_MOST,
			 &whole))
		return false;
	if (point && (end - point != 2 ||
		      !number_read(point + 1, end, 0, TENTHS - 1, &tenths)))
		return false;
	*ret_number = whole + (double)tenths / TENTHS;
	return true;
}

static bool value_read(const struct option_row *row, const char *value,
		       char *options)
{
	void *place = options + row->place;

	switch (row->kind) {
	case OPTION_WORD:
		*(const char **)place = value;
		return *value != '\0';
	case OPTION_DISPLAY:
		return number_read(value, value + strlen(value), 0,
				   DISPLAY_MOST, place);
	case OPTION_WINDOW:
		return window_read(value, place);
	case OPTION_TENTHS:
		return tenths_read(value, place);
	case OPTION_FLAG:
		break; /* has none */
	}
	return false;
}

/* The row of WORD, "--name" or "--name=value"; NULL for none. */
static const struct option_row *row_find(const struct option_table *table,
					 const char *word)
{
	size_t length = strcspn(word, "=");

	for (int i = 0; i < table->count; i++)
		if (strlen(table->rows[i].name) == length &&
		    strncmp(table->rows[i].name, word, length) == 0)
			return &table->rows[i];
	return NULL;
}

/* Reads the option ARGV[*at] and moves *at past it; false after telling. */
static bool option_read(const struct option_table *table, int argc, char **argv,
			int *at, FILE *errors, void *options)
{
	const char *word = argv[(*at)++], *value = strchr(word, '=');
	const struct option_row *row = row_find(table, word);

	if (!row) {
		fprintf(errors, _("%s: %s is not known, see --help\n"),
			table->program, word);
		return false;
	}
	if (row->kind == OPTION_FLAG && !value) {
		*(bool *)((char *)options + row->place) = true;
		return true;
	}
	if (value)
		value++;
	else if (*at < argc)
		value = argv[(*at)++];
	if (value && value_read(row, value, options))
		return true;
	fprintf(errors, "%s: %s\n", table->program, _(row->wrong));
	return false;
}

void options_tell_wrong(const struct option_table *table, size_t place,
			FILE *errors)
{
	for (int i = 0; i < table->count; i++)
		if (table->rows[i].place == place)
			fprintf(errors, "%s: %s\n", table->program,
				_(table->rows[i].wrong));
}

static bool is_help(const char *word)
{
	return strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0;
}

enum status options_read(const struct option_table *table, int argc,
			 char **argv, FILE *errors, void *options)
{
	const char **file = (const char **)((char *)options + table->file);
	bool *help = (bool *)((char *)options + table->help);
	bool files_only = false;

	for (int at = 1; at < argc;) {
		const char *word = argv[at];

		if (!files_only && is_help(word)) {
			*help = true;
			return STATUS_OK;
		}
		if (!files_only && strcmp(word, "--") == 0) {
			files_only = true;
			at++;
		} else if (!files_only && word[0] == '-' && word[1]) {
			if (!option_read(table, argc, argv, &at, errors,
					 options))
				return STATUS_USAGE;
		} else if (*file) {
			fprintf(errors,
				_("%s: only one file can be shown, %s is one "
				  "more\n"),
				table->program, word);
			return STATUS_USAGE;
		} else {
			*file = word;
			at++;
		}
	}
	return STATUS_OK;
}

enum status options_need_file(const struct option_table *table, FILE *errors)
{
	fprintf(errors,
		_("%s: give the meeting's file, as in %s bolbro.stemmeboks\n"),
		table->program, table->program);
	return STATUS_USAGE;
}

void options_help(const struct option_table *table, FILE *out)
{
	char name[NAME];

	for (int i = 0; i < table->count; i++) {
		snprintf(name, sizeof(name), "%s%s%s", table->rows[i].name,
			 *table->rows[i].argument ? " " : "",
			 table->rows[i].argument);
		fprintf(out, "  %-*s %s\n", HELP_WIDTH, name,
			_(table->rows[i].help));
	}
	fprintf(out, "  %-*s %s\n", HELP_WIDTH, "--help",
		_("show this and stop"));
}

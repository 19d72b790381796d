#include "tools/import/import_column.h"

#include <ctype.h>
#include <string.h>

#include "tools/line/nearest.h"
#include "words/words.h"

enum { NAME_BYTES = 64 };

static const struct {
	const char *spelled;
	bool per_language;
	int most;
} columns[COLUMN_COUNT] = {
#define COLUMN(name, spelled, per_language, most) {spelled, per_language, most},
#include "tools/import/import_column.def"
#undef COLUMN
};

const char *column_name(enum column column)
{
	return columns[column].spelled;
}

int column_most(enum column column)
{
	return columns[column].most;
}

/* NAME in small letters. */
static void name_lower(const char *name, char lower[NAME_BYTES])
{
	size_t i = 0;

	for (; name[i] && i < NAME_BYTES - 1; i++)
		lower[i] = (char)tolower((unsigned char)name[i]);
	lower[i] = '\0';
}

/* The column called NAME, or -1; *ret_suffix is its language if it has one. */
static int column_find(const char *name, const char **ret_suffix)
{
	char lower[NAME_BYTES];

	name_lower(name, lower);
	*ret_suffix = NULL;
	for (int i = 0; i < COLUMN_COUNT; i++) {
		size_t length = strlen(columns[i].spelled);

		if (strncmp(lower, columns[i].spelled, length) != 0)
			continue;
		if (columns[i].per_language)
			*ret_suffix = import_suffix(lower, length);
		if (*ret_suffix || (!columns[i].per_language && !lower[length]))
			return i;
	}
	return -1;
}

static bool count_known(void *context, const struct csv_row *row)
{
	int *known = context;
	const char *suffix;

	for (int i = 0; i < row->count; i++)
		*known += column_find(row->cells[i], &suffix) >= 0;
	return false;
}

char columns_delimiter(const struct import_text *text)
{
	static const char delimiters[] = {';', ',', '\t'};
	char best = delimiters[0];
	int most = 0;

	for (size_t i = 0; i < sizeof(delimiters); i++) {
		int known = 0;

		csv_read(text, delimiters[i], 1, IMPORT_CSV, NULL, count_known,
			 &known);
		if (known > most) {
			most = known;
			best = delimiters[i];
		}
	}
	return best;
}

static void column_unknown(struct import *import, int line, const char *name)
{
	struct nearest nearest = nearest_to(name);
	const struct meeting *meeting = import->meeting;
	char full[NAME_BYTES], best[NAME_BYTES] = "";

	for (int i = 0; i < COLUMN_COUNT; i++) {
		int forms =
		    columns[i].per_language ? meeting->language_count : 1;

		for (int j = 0; j < forms; j++) {
			snprintf(full, sizeof(full), "%s%s%s",
				 columns[i].spelled,
				 columns[i].per_language ? "_" : "",
				 columns[i].per_language ? meeting->languages[j]
							 : "");
			nearest_try(&nearest, full);
			if (nearest.best == full)
				memcpy(best, full, sizeof(best));
			nearest.best = NULL;
		}
	}
	if (*best)
		problem_warn(import->problems, IMPORT_CSV, line,
			     _("The column \"%s\" is not used. Do you mean "
			       "%s?"),
			     name, best);
	else
		problem_warn(import->problems, IMPORT_CSV, line,
			     _("The column \"%s\" is not used."), name);
}

/* What the cell NAME of the header at LINE says. */
static struct column_place place_read(struct import *import, int line,
				      const char *name)
{
	struct column_place place = {-1, -1};
	const char *suffix;
	int column = column_find(name, &suffix);

	if (column < 0) {
		if (*name)
			column_unknown(import, line, name);
		return place;
	}
	if (suffix) {
		place.language = meeting_language(import->meeting, suffix);
		if (place.language < 0) {
			problem_warn(import->problems, IMPORT_CSV, line,
				     _("The column %s is not used: %s is not "
				       "among the meeting's languages."),
				     name, suffix);
			return place;
		}
	}
	place.column = column;
	return place;
}

static bool place_there(const struct column_place *places, int count,
			struct column_place wanted)
{
	for (int i = 0; i < count; i++)
		if (places[i].column == wanted.column &&
		    places[i].language == wanted.language)
			return true;
	return false;
}

static void columns_missing(struct import *import, int line,
			    const struct column_place places[CSV_CELLS])
{
	const char *room = import->meeting->languages[0];

	if (!place_there(places, CSV_CELLS,
			 (struct column_place){COLUMN_NUMBER, -1}))
		problem_add(import->problems, IMPORT_CSV, line,
			    _("The column %s is missing. Write its name in the "
			      "first row."),
			    "number");
	if (!place_there(places, CSV_CELLS,
			 (struct column_place){COLUMN_TITLE, 0}))
		problem_add(import->problems, IMPORT_CSV, line,
			    _("The column title_%s is missing. Write its name "
			      "in the first row."),
			    room);
	if (!place_there(places, CSV_CELLS,
			 (struct column_place){COLUMN_COST, -1}))
		problem_add(import->problems, IMPORT_CSV, line,
			    _("The column %s is missing. Write its name in the "
			      "first row."),
			    "cost");
	if (import->meeting->pot_count > 1 &&
	    !place_there(places, CSV_CELLS,
			 (struct column_place){COLUMN_POT, -1}))
		problem_add(import->problems, IMPORT_CSV, line,
			    _("The column %s is missing. Write its name in the "
			      "first row."),
			    "pot");
}

void columns_read(struct import *import, const struct csv_row *row,
		  struct column_place places[CSV_CELLS])
{
	for (int i = 0; i < CSV_CELLS; i++)
		places[i] = (struct column_place){-1, -1};
	for (int i = 0; i < row->count; i++) {
		struct column_place place =
		    place_read(import, row->line, row->cells[i]);

		if (place.column >= 0 && place_there(places, i, place)) {
			problem_add(import->problems, IMPORT_CSV, row->line,
				    _("The column %s is there twice. Take one "
				      "of them out."),
				    row->cells[i]);
			continue;
		}
		places[i] = place;
	}
	if (row->cut)
		problem_add(import->problems, IMPORT_CSV, row->line,
			    _("There are more than %d columns. Take out those "
			      "that are not needed."),
			    CSV_CELLS);
	columns_missing(import, row->line, places);
}

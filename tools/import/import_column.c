#include "tools/import/import_column.h"

#include <ctype.h>
#include <string.h>

#include "tools/line/nearest.h"
#include "words/words.h"

void column_name(const struct column_set *set, const struct meeting *meeting,
		 struct column_place place, char ret_name[COLUMN_NAME])
{
	const struct column_spec *spec = &set->columns[place.column];

	snprintf(ret_name, COLUMN_NAME, "%s%s%s", spec->spelled,
		 spec->per_language ? "_" : "",
		 spec->per_language ? meeting->languages[place.language] : "");
}

/* NAME in small letters. */
static void name_lower(const char *name, char lower[COLUMN_NAME])
{
	size_t i = 0;

	for (; name[i] && i < COLUMN_NAME - 1; i++)
		lower[i] = (char)tolower((unsigned char)name[i]);
	lower[i] = '\0';
}

/* The column called NAME, or -1; *ret_suffix is its language if it has one. */
static int column_find(const struct column_set *set, const char *name,
		       const char **ret_suffix)
{
	char lower[COLUMN_NAME];

	name_lower(name, lower);
	*ret_suffix = NULL;
	for (int i = 0; i < set->count; i++) {
		const struct column_spec *spec = &set->columns[i];
		size_t length = strlen(spec->spelled);

		if (strncmp(lower, spec->spelled, length) != 0)
			continue;
		if (spec->per_language)
			*ret_suffix = import_suffix(lower, length);
		if (*ret_suffix || (!spec->per_language && !lower[length]))
			return i;
	}
	return -1;
}

int columns_known(const struct column_set *set, const struct csv_row *row)
{
	const char *suffix;
	int known = 0;

	for (int i = 0; i < row->count; i++)
		known += column_find(set, row->cells[i], &suffix) >= 0;
	return known;
}

/* How many cells of the first row are columns of the set. */
struct known {
	const struct column_set *set;
	int count;
};

static bool count_known(void *context, const struct csv_row *row)
{
	struct known *known = context;

	known->count += columns_known(known->set, row);
	return false;
}

char columns_delimiter(const struct column_set *set,
		       const struct import_text *text)
{
	static const char delimiters[] = {';', ',', '\t'};
	char best = delimiters[0];
	int most = 0;

	for (size_t i = 0; i < sizeof(delimiters); i++) {
		struct known known = {set, 0};

		csv_read(text, delimiters[i], 1, set->file, NULL, count_known,
			 &known);
		if (known.count > most) {
			most = known.count;
			best = delimiters[i];
		}
	}
	return best;
}

static void column_unknown(const struct column_set *set, struct import *import,
			   int line, const char *name)
{
	struct nearest nearest = nearest_to(name);
	const struct meeting *meeting = import->meeting;
	char full[COLUMN_NAME], best[COLUMN_NAME] = "";

	for (int i = 0; i < set->count; i++) {
		int forms =
		    set->columns[i].per_language ? meeting->language_count : 1;

		for (int j = 0; j < forms; j++) {
			column_name(set, meeting, (struct column_place){i, j},
				    full);
			nearest_try(&nearest, full);
			if (nearest.best == full)
				memcpy(best, full, sizeof(best));
			nearest.best = NULL;
		}
	}
	if (*best)
		problem_warn(import->problems, set->file, line,
			     _("The column \"%s\" is not used. Do you mean "
			       "%s?"),
			     name, best);
	else
		problem_warn(import->problems, set->file, line,
			     _("The column \"%s\" is not used."), name);
}

/* What the cell NAME of the header at LINE says. */
static struct column_place place_read(const struct column_set *set,
				      struct import *import, int line,
				      const char *name)
{
	struct column_place place = {-1, -1};
	const char *suffix;
	int column = column_find(set, name, &suffix);

	if (column < 0) {
		if (*name)
			column_unknown(set, import, line, name);
		return place;
	}
	if (suffix) {
		place.language = meeting_language(import->meeting, suffix);
		if (place.language < 0) {
			problem_warn(import->problems, set->file, line,
				     _("The column %s is not used: %s is not "
				       "among the meeting's languages."),
				     name, suffix);
			return place;
		}
	}
	place.column = column;
	return place;
}

bool column_there(const struct column_place *places, int count,
		  struct column_place wanted)
{
	for (int i = 0; i < count; i++)
		if (places[i].column == wanted.column &&
		    places[i].language == wanted.language)
			return true;
	return false;
}

static void columns_missing(const struct column_set *set, struct import *import,
			    int line,
			    const struct column_place places[CSV_CELLS])
{
	for (int i = 0; i < set->count; i++) {
		const struct column_spec *spec = &set->columns[i];
		struct column_place place = {i, spec->per_language ? 0 : -1};
		bool needed = spec->need == COLUMN_NEEDED ||
			      (spec->need == COLUMN_NEEDED_WITH_POTS &&
			       import->meeting->pot_count > 1);
		char name[COLUMN_NAME];

		if (!needed || column_there(places, CSV_CELLS, place))
			continue;
		column_name(set, import->meeting, place, name);
		problem_add(import->problems, set->file, line,
			    _("The column %s is missing. Write its name in the "
			      "first row."),
			    name);
	}
}

void columns_read(const struct column_set *set, struct import *import,
		  const struct csv_row *row,
		  struct column_place places[CSV_CELLS])
{
	for (int i = 0; i < CSV_CELLS; i++)
		places[i] = (struct column_place){-1, -1};
	for (int i = 0; i < row->count; i++) {
		struct column_place place;

		problems_point(import->problems, i + 1);
		place = place_read(set, import, row->line, row->cells[i]);
		if (place.column >= 0 && column_there(places, i, place)) {
			problem_add(import->problems, set->file, row->line,
				    _("The column %s is there twice. Take one "
				      "of them out."),
				    row->cells[i]);
			continue;
		}
		places[i] = place;
	}
	problems_point(import->problems, 0);
	if (row->cut)
		problem_add(import->problems, set->file, row->line,
			    _("There are more than %d columns. Take out those "
			      "that are not needed."),
			    CSV_CELLS);
	columns_missing(set, import, row->line, places);
}

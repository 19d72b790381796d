#include "tools/import/problem_source.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "words/words.h"

/* The index of FILE's source, or -1. */
static int source_find(const struct problems *problems, const char *file)
{
	const struct problem_source *sources = problems->sources;

	for (int i = 0; i < PROBLEM_SOURCES; i++)
		if (sources[i].file && strcmp(sources[i].file, file) == 0)
			return i;
	return -1;
}

/* TEXT kept once; NULL without memory, which is noted. */
static const char *name_keep(struct problems *problems, const char *text)
{
	void *list;
	char *kept;

	for (int i = 0; i < problems->name_count; i++)
		if (strcmp(problems->names[i], text) == 0)
			return problems->names[i];
	list = reallocarray(problems->names, (size_t)problems->name_count + 1,
			    sizeof(*problems->names));
	kept = strdup(text);
	if (list)
		problems->names = list;
	if (!list || !kept) {
		free(kept);
		problems->memory = true;
		return NULL;
	}
	problems->names[problems->name_count++] = kept;
	return kept;
}

void problems_source(struct problems *problems, const char *file,
		     const char *name, const char *sheet)
{
	int index = source_find(problems, file);
	struct problem_source *source;

	for (int i = 0; index < 0 && i < PROBLEM_SOURCES; i++)
		if (!problems->sources[i].file)
			index = i;
	assert(index >= 0);
	source = &problems->sources[index];
	source->file = file;
	source->name = name_keep(problems, name);
	source->sheet = sheet ? name_keep(problems, sheet) : NULL;
	if (!source->name)
		source->name = file;
}

int problems_place(struct problems *problems, const char *file,
		   const char *sheet, int row, int column)
{
	int index = source_find(problems, file);
	const char *kept = name_keep(problems, sheet);
	struct problem_source *source;

	if (index < 0 || !kept)
		return 0;
	source = &problems->sources[index];
	if (source->count == source->room) {
		int room = source->room ? 2 * source->room : 64;
		void *list = reallocarray(source->places, (size_t)room,
					  sizeof(*source->places));

		if (!list) {
			problems->memory = true;
			return 0;
		}
		source->places = list;
		source->room = room;
	}
	source->places[source->count++] =
	    (struct problem_place){kept, row, column};
	return source->count;
}

void problems_point(struct problems *problems, int column)
{
	problems->column = column;
}

void problem_settle(const struct problems *problems, struct problem *problem)
{
	int index = source_find(problems, problem->file);
	const struct problem_source *source;

	if (index < 0)
		return;
	source = &problems->sources[index];
	problem->file = source->name;
	problem->sheet = source->sheet;
	if (problem->line > 0 && problem->line <= source->count) {
		const struct problem_place *place =
		    &source->places[problem->line - 1];

		/* A CSV file has lines and no sheet. */
		problem->sheet = source->sheet ? place->sheet : NULL;
		problem->line = place->row;
		problem->column = problem->sheet ? place->column : 0;
	} else if (source->sheet && problem->line > 0) {
		problem->column = problems->column;
	}
}

void problems_called(const struct problems *problems, const char *file,
		     char ret_name[PROBLEM_CALLED])
{
	int index = source_find(problems, file);
	const struct problem_source *source =
	    index < 0 ? NULL : &problems->sources[index];
	bool alone = source && source->sheet && problems->alone;

	if (alone)
		snprintf(ret_name, PROBLEM_CALLED, _("the sheet %s"),
			 source->sheet);
	else
		snprintf(ret_name, PROBLEM_CALLED, "%s",
			 source ? source->name : file);
}

void problem_sources_clear(struct problems *problems)
{
	for (int i = 0; i < PROBLEM_SOURCES; i++)
		free(problems->sources[i].places);
	for (int i = 0; i < problems->name_count; i++)
		free(problems->names[i]);
	free(problems->names);
}

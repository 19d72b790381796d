#include "tools/import/problems.h"

#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "tools/import/problem_source.h"
#include "tools/sheet/sheet.h"
#include "words/words.h"

#define ELLIPSIS "\u2026"

enum { LONGEST = 400 };

/* Cells are quoted in problems: nothing in them may steer a terminal, and a
 * page of text is cut at a character. */
static void make_presentable(char *text)
{
	size_t length = strlen(text);

	if (length > LONGEST) {
		length = utf8_cut(text, LONGEST + 1 - sizeof(ELLIPSIS));
		memcpy(text + length, ELLIPSIS, sizeof(ELLIPSIS));
	}
	for (char *byte = text; *byte; byte++)
		if ((unsigned char)*byte < ' ' || *byte == 0x7f)
			*byte = '?';
}

/* The same of the same cell: the name of a column that every row below asks
 * about, say. */
static bool told_already(const struct problems *problems,
			 const struct problem *problem)
{
	for (int i = 0; problem->column && i < problems->count; i++) {
		const struct problem *other = &problems->list[i];

		if (other->column == problem->column &&
		    other->line == problem->line &&
		    other->warning == problem->warning &&
		    strcmp(other->file, problem->file) == 0 &&
		    strcmp(other->sheet, problem->sheet) == 0 &&
		    strcmp(other->text, problem->text) == 0)
			return true;
	}
	return false;
}

static void __attribute__((format(printf, 5, 0)))
keep(struct problems *problems, const char *file, int line, bool warning,
     const char *format, va_list values)
{
	struct problem made = {file, NULL, line, 0, warning, NULL};

	if (vasprintf(&made.text, format, values) < 0) {
		made.text = NULL;
		goto no_memory;
	}
	make_presentable(made.text);
	problem_settle(problems, &made);
	if (told_already(problems, &made)) {
		free(made.text);
		return;
	}
	problems->mistakes += !warning;
	problems->warnings += warning;
	if (problems->count == PROBLEMS_KEPT) {
		free(made.text);
		return;
	}
	if (problems->count == problems->room) {
		int room = problems->room ? 2 * problems->room : 16;
		void *list = reallocarray(problems->list, (size_t)room,
					  sizeof(*problems->list));

		if (!list)
			goto no_memory;
		problems->list = list;
		problems->room = room;
	}
	problems->list[problems->count++] = made;
	return;

no_memory:
	free(made.text);
	problems->memory = true;
	problems->mistakes++;
}

void problem_add(struct problems *problems, const char *file, int line,
		 const char *format, ...)
{
	va_list values;

	va_start(values, format);
	keep(problems, file, line, false, format, values);
	va_end(values);
}

void problem_warn(struct problems *problems, const char *file, int line,
		  const char *format, ...)
{
	va_list values;

	va_start(values, format);
	keep(problems, file, line, true, format, values);
	va_end(values);
}

static int by_place(const struct problem *a, const struct problem *b)
{
	int order = strcmp(a->file, b->file);

	if (!order)
		order =
		    strcmp(a->sheet ? a->sheet : "", b->sheet ? b->sheet : "");
	return order ? order : (a->line > b->line) - (a->line < b->line);
}

/* Insertion keeps equals in order, and the lists are short. */
void problems_sort(struct problems *problems)
{
	for (int i = 1; i < problems->count; i++) {
		struct problem moved = problems->list[i];
		int j = i;

		for (; j > 0; j--) {
			const struct problem *before = &problems->list[j - 1];

			if (by_place(before, &moved) <= 0)
				break;
			problems->list[j] = *before;
		}
		problems->list[j] = moved;
	}
}

void problem_print(const struct problem *problem, const char *folder, FILE *out)
{
	char cell[SHEET_ADDRESS];

	if (folder && *folder)
		fprintf(out, "%s/", folder);
	fputs(problem->file, out);
	if (problem->sheet)
		fprintf(out, _(", sheet %s"), problem->sheet);
	if (problem->sheet && problem->column) {
		sheet_address(problem->line, problem->column, cell);
		fprintf(out, ", %s", cell);
	} else if (problem->sheet && problem->line) {
		fprintf(out, _(", row %d"), problem->line);
	} else if (problem->line) {
		fprintf(out, ":%d", problem->line);
	}
	fprintf(out, ": %s\n", problem->text);
}

static void print_kind(const struct problems *problems, const char *folder,
		       bool warnings, FILE *out)
{
	for (int i = 0; i < problems->count; i++)
		if (problems->list[i].warning == warnings)
			problem_print(&problems->list[i], folder, out);
}

void problems_print(const struct problems *problems, const char *folder,
		    FILE *out)
{
	int more = problems->mistakes + problems->warnings - problems->count;

	print_kind(problems, folder, false, out);
	if (problems->warnings) {
		fprintf(out, "%s%s\n", problems->mistakes ? "\n" : "",
			_("Worth a look, but no mistake:"));
		print_kind(problems, folder, true, out);
	}
	if (more > 0)
		fprintf(out,
			words_plural("… and %d more like these.\n",
				     "… and %d more like these.\n",
				     (unsigned long)more),
			more);
	if (problems->mistakes) {
		fputc('\n', out);
		fprintf(out,
			words_plural("%d mistake.", "%d mistakes.",
				     (unsigned long)problems->mistakes),
			problems->mistakes);
		fputc('\n', out);
	}
}

static json_t *problem_json(const struct problem *problem)
{
	json_t *object =
	    json_pack("{s:s, s:i, s:s}", "file", problem->file, "line",
		      problem->line, "message", problem->text);
	char cell[SHEET_ADDRESS];

	if (problem->sheet)
		json_object_set_new(object, "sheet",
				    json_string(problem->sheet));
	if (problem->sheet && problem->column) {
		sheet_address(problem->line, problem->column, cell);
		json_object_set_new(object, "cell", json_string(cell));
	}
	return object;
}

json_t *problems_json(const struct problems *problems, bool warnings)
{
	json_t *array = json_array();

	for (int i = 0; i < problems->count; i++)
		if (problems->list[i].warning == warnings)
			json_array_append_new(array,
					      problem_json(&problems->list[i]));
	return array;
}

void problems_clear(struct problems *problems)
{
	for (int i = 0; i < problems->count; i++)
		free(problems->list[i].text);
	free(problems->list);
	problem_sources_clear(problems);
	*problems = (struct problems){0};
}

#include "tools/import/problems.h"

#include <stdlib.h>
#include <string.h>

#include "core/utf8.h"
#include "words/words.h"

#define ELLIPSIS "\u2026"

enum { LONGEST = 400 };

/* Cells are quoted in problems: nothing in them may steer a terminal, and a
 * page of text is cut at a character. */
static void make_presentable(char *text)
{
	size_t length = strlen(text);

	if (length > LONGEST) {
		length = utf8_cut(text, LONGEST);
		memcpy(text + length, ELLIPSIS, sizeof(ELLIPSIS));
	}
	for (char *byte = text; *byte; byte++)
		if ((unsigned char)*byte < ' ' || *byte == 0x7f)
			*byte = '?';
}

static void __attribute__((format(printf, 5, 0)))
keep(struct problems *problems, const char *file, int line, bool warning,
     const char *format, va_list values)
{
	struct problem *problem;

	problems->mistakes += !warning;
	problems->warnings += warning;
	if (problems->count == PROBLEMS_KEPT)
		return;
	if (problems->count == problems->room) {
		int room = problems->room ? 2 * problems->room : 16;
		void *list = reallocarray(problems->list, (size_t)room,
					  sizeof(*problems->list));

		if (!list)
			goto no_memory;
		problems->list = list;
		problems->room = room;
	}
	problem = &problems->list[problems->count];
	*problem = (struct problem){file, line, warning, NULL};
	if (vasprintf(&problem->text, format, values) < 0)
		goto no_memory;
	make_presentable(problem->text);
	problems->count++;
	return;

no_memory:
	problems->memory = true;
	problems->mistakes += warning;
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

/* Insertion keeps equals in order, and the lists are short. */
void problems_sort(struct problems *problems)
{
	for (int i = 1; i < problems->count; i++) {
		struct problem moved = problems->list[i];
		int j = i;

		for (; j > 0; j--) {
			struct problem *before = &problems->list[j - 1];
			int order = strcmp(before->file, moved.file);

			if (order < 0 ||
			    (order == 0 && before->line <= moved.line))
				break;
			problems->list[j] = *before;
		}
		problems->list[j] = moved;
	}
}

static void print_kind(const struct problems *problems, const char *folder,
		       bool warnings, FILE *out)
{
	for (int i = 0; i < problems->count; i++) {
		const struct problem *problem = &problems->list[i];

		if (problem->warning != warnings)
			continue;
		if (problem->line)
			fprintf(out, "%s/%s:%d: %s\n", folder, problem->file,
				problem->line, problem->text);
		else
			fprintf(out, "%s/%s: %s\n", folder, problem->file,
				problem->text);
	}
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

json_t *problems_json(const struct problems *problems, bool warnings)
{
	json_t *array = json_array();

	for (int i = 0; i < problems->count; i++) {
		const struct problem *problem = &problems->list[i];

		if (problem->warning == warnings)
			json_array_append_new(
			    array,
			    json_pack("{s:s, s:i, s:s}", "file", problem->file,
				      "line", problem->line, "message",
				      problem->text));
	}
	return array;
}

void problems_clear(struct problems *problems)
{
	for (int i = 0; i < problems->count; i++)
		free(problems->list[i].text);
	free(problems->list);
	*problems = (struct problems){NULL, 0, 0, 0, 0, false};
}

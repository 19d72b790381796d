#include "tools/line/report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "tools/line/arguments.h"
#include "words/words.h"

void report_line(const struct arguments *arguments, const char *format, ...)
{
	va_list values;

	if (arguments->json)
		return;
	va_start(values, format);
	vprintf(format, values);
	va_end(values);
	putchar('\n');
}

void report_note(const struct arguments *arguments, const char *format, ...)
{
	va_list values;

	if (arguments->json)
		return;
	fputs("stemmeboks: ", stderr);
	va_start(values, format);
	vfprintf(stderr, format, values);
	va_end(values);
	fputc('\n', stderr);
}

void report_progress(const struct arguments *arguments, const char *what,
		     long done, long all)
{
	int tenths = all > 0 ? (int)(done * 10 / all) : 10;

	if (arguments->json)
		return;
	if (isatty(STDERR_FILENO)) {
		fprintf(stderr, "\r%s: %ld / %ld%s", what, done, all,
			done == all ? "\n" : "");
		return;
	}
	if (done == 0 || tenths < *arguments->tenths)
		*arguments->tenths = 0;
	if (tenths == *arguments->tenths)
		return;
	*arguments->tenths = tenths;
	fprintf(stderr, "%s: %ld / %ld\n", what, done, all);
}

void report_practice(const struct arguments *arguments)
{
	*arguments->practice = true;
	if (arguments->json)
		return;
	fflush(stdout);
	fprintf(stderr, "%s\n",
		_("PRACTICE: nothing of this meeting is ever counted."));
}

void report_json(const struct arguments *arguments, json_t *object)
{
	if (arguments->json) {
		if (arguments->practice && *arguments->practice)
			json_object_set_new(object, "practice", json_true());
		json_dumpf(object, stdout, JSON_COMPACT);
		putchar('\n');
	}
	json_decref(object);
}

/* TEXT (may be NULL), then SENTENCE. */
static void tell_error(const struct arguments *arguments, enum status status,
		       const char *text, const char *sentence)
{
	json_t *object;

	if (!arguments->json) {
		fflush(stdout);
		if (text)
			fprintf(stderr, "stemmeboks: %s\n", text);
		fprintf(stderr, "stemmeboks: %s\n", sentence);
		return;
	}
	object = json_pack("{s:s, s:s, s:s*}", "error", status_name(status),
			   "message", sentence, "detail", text);
	/* A file's name need not be text, and then is left out. */
	if (!object)
		object = json_pack("{s:s, s:s}", "error", status_name(status),
				   "message", words_get(status_text(status)));
	report_json(arguments, object);
}

/* The sentence of STATUS for people at the organisers' table: they are whom its
 * own sends residents to. */
static const char *sentence_of(enum status status)
{
	if (status == STATUS_UNCERTAIN)
		return _("It is not certain that this was stored. See with "
			 "stemmeboks status.");
	return words_get(status_text(status));
}

enum status report_error(const struct arguments *arguments, enum status status,
			 const char *detail, ...)
{
	char *text = NULL;
	va_list values;

	if (detail) {
		va_start(values, detail);
		if (vasprintf(&text, detail, values) < 0)
			text = NULL;
		va_end(values);
	}
	/* Who reads what exactly was wrong needs no "not understood". */
	if (status == STATUS_USAGE && text)
		tell_error(arguments, status, NULL, text);
	else
		tell_error(arguments, status, text, sentence_of(status));
	free(text);
	return status;
}

enum status report_refusal(const struct arguments *arguments,
			   enum status status, const char *sentence, ...)
{
	char *text = NULL;
	va_list values;

	va_start(values, sentence);
	if (vasprintf(&text, sentence, values) < 0)
		text = NULL;
	va_end(values);
	tell_error(arguments, status, NULL, text ? text : sentence_of(status));
	free(text);
	return status;
}

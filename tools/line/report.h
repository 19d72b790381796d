/* report.h - what a command says: words for people, JSON with --json. */
#ifndef STEMMEBOKS_REPORT_H
#define STEMMEBOKS_REPORT_H

#include <jansson.h>

#include "tools/line/command.h"

/* Prints a line for people to standard output; nothing with --json. */
void report_line(const struct arguments *arguments, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Prints a line to standard error: what was done besides what was asked for,
 * for people; nothing with --json. */
void report_note(const struct arguments *arguments, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Progress on standard error, rewritten in place on a terminal, a line every
 * tenth elsewhere; nothing with --json. */
void report_progress(const struct arguments *arguments, const char *what,
		     long done, long all);

/* From now on the command says that it is about practice: a line on standard
 * error at once, where it is in no one's way; with --json "practice":true in
 * the object. */
void report_practice(const struct arguments *arguments);

/* Prints OBJECT as one line of JSON when --json was given; takes OBJECT. */
void report_json(const struct arguments *arguments, json_t *object);

/* Tells why the command fails, to standard error: the detail (may be NULL),
 * then the sentence of STATUS (never one that sends to a helper), which for
 * STATUS_USAGE only stands where there is no detail; with --json
 * {"error":"slip-used","message":"…"} to standard output. Returns STATUS, so
 * that callers can `return report_error(…)`.
 */
enum status report_error(const struct arguments *arguments, enum status status,
			 const char *detail, ...)
    __attribute__((format(printf, 3, 4)));

/* As report_error(), but SENTENCE stands in the place of STATUS's own, which is
 * for residents or about something else. */
enum status report_refusal(const struct arguments *arguments,
			   enum status status, const char *sentence, ...)
    __attribute__((format(printf, 3, 4)));

#endif

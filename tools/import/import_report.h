/* import_report.h - what an import found, said to people or as JSON. */
#ifndef STEMMEBOKS_IMPORT_REPORT_H
#define STEMMEBOKS_IMPORT_REPORT_H

#include <jansson.h>

#include "tools/import/import.h"
#include "tools/line/report.h"

/* Reads PATH, a folder or a spreadsheet, as import_read() does and prints its
 * mistakes and warnings to OUT, or the mistakes as JSON with --json. Returns
 * its status once every error was told; STATUS_FILE_MISSING when PATH is not
 * there. With STATUS_OK the caller frees *ret_meeting, and owns *ret_warnings,
 * a JSON array or NULL. */
enum status import_report(const struct arguments *arguments, const char *path,
			  FILE *out, struct meeting **ret_meeting,
			  json_t **ret_warnings);

/* Says the meeting in a few lines: pots, their money, what is asked for, and
 * how much other money to seek there is. */
void import_summary(const struct arguments *arguments,
		    const struct meeting *meeting);

/* The same as an array of pots; the caller owns it. */
json_t *import_summary_json(const struct meeting *meeting);

#endif

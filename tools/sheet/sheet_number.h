/* sheet_number.h - the numbers of a spreadsheet's file as the texts they show.
 *
 * A file holds a number in decimal digits, as the shortest or the first 17 of a
 * binary fraction: 25000.5, 1E5, 0.30000000000000004. All here is done on these
 * digits; no binary fraction comes into it.
 */
#ifndef STEMMEBOKS_SHEET_NUMBER_H
#define STEMMEBOKS_SHEET_NUMBER_H

#include <stdbool.h>

enum {
	SHEET_DIGITS = 15, /* that Excel keeps, and that a double keeps as they
			      were (IEEE 754: DBL_DIG) */
	SHEET_NUMBER = 48, /* room for any number's text */
};

/* How a number is shown; both of DATE and TIME may be set. */
enum sheet_format {
	SHEET_PLAIN = 0,
	SHEET_DATE = 1,
	SHEET_TIME = 2,
	SHEET_PERCENT = 4,
};

/* What the number format CODE (ECMA-376 part 1, 18.8.31: "dd/mm/yyyy", "0%",
 * "#,##0.00 \"kr.\"") makes of a number: a set of enum sheet_format. */
int sheet_format_read(const char *code);

/* The same for the formats that have numbers and no code (18.8.30). */
int sheet_format_number(int id);

/* The number in TEXT as FORMAT shows it. DATES_1904: days are counted from 1904
 * and not from 1900, as Excel for Mac did. False when TEXT is no number, one
 * that is too large or too small to be written out, or no day of the calendar.
 */
bool sheet_number_text(const char *text, int format, bool dates_1904,
		       char ret_text[SHEET_NUMBER]);

/* The date, date and time, or time in TEXT, written as in ISO 8601
 * (OpenDocument 1.3 part 3, 18.3.6 and 18.3.14): 2026-05-01,
 * 2026-05-01T20:30:00, PT20H30M00S. False when it is none. */
bool sheet_iso_text(const char *text, char ret_text[SHEET_NUMBER]);

#endif

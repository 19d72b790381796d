/* import_date.h - days and times as people write them. */
#ifndef STEMMEBOKS_IMPORT_DATE_H
#define STEMMEBOKS_IMPORT_DATE_H

#include <stdbool.h>

enum { DATE_TEXT = 10 + 1, TIME_TEXT = 5 + 1 };

/* Reads a day of the calendar, 1900 to 2999: "2015-11-10", or as Danish
 * spreadsheets save it "10-11-2015" or "10.11.2015". With slashes the day and
 * the month cannot be told apart: refused. Writes YYYY-MM-DD; on false
 * *ret_date is untouched. */
bool date_read(const char *text, char ret_date[DATE_TEXT]);

/* Reads a time of day: "20:30", "20.30" or "9:05". Writes HH:MM; on false
 * *ret_time is untouched. */
bool time_read(const char *text, char ret_time[TIME_TEXT]);

#endif

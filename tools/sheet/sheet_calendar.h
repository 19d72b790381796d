/* sheet_calendar.h - days and times of day as spreadsheets count them. */
#ifndef STEMMEBOKS_SHEET_CALENDAR_H
#define STEMMEBOKS_SHEET_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

enum {
	CALENDAR_DAY = 16,
	CALENDAR_DAY_SECONDS = 24 * 60 * 60,
};

/* Day number DAYS as 2026-05-01. Day 1 is 1900-01-01 and day 60 is 1900-02-29,
 * which never was (ECMA-376 part 1, 18.17.4.1: kept from Lotus 1-2-3); with
 * DATES_1904 day 0 is 1904-01-01. False for day 60, days before the first, and
 * those after the year 9999. */
bool calendar_day(long days, bool dates_1904, char ret_text[CALENDAR_DAY]);

/* SECONDS as 20:30, or 20:30:15 when they are no whole minutes. */
void calendar_time(long seconds, char *ret_text, size_t size);

#endif

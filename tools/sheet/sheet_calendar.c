#include "tools/sheet/sheet_calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/sheet/sheet_number.h"

enum { MONTHS = 12, YEAR_LAST = 9999, LEAP_THAT_WAS_NONE = 60 };

static bool leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
	static const int days[MONTHS] = {31, 28, 31, 30, 31, 30,
					 31, 31, 30, 31, 30, 31};

	return days[month] + (month == 1 && leap(year));
}

bool calendar_day(long days, bool dates_1904, char ret_text[CALENDAR_DAY])
{
	int year = dates_1904 ? 1904 : 1900, month = 0;

	if (!dates_1904) {
		if (days < 1 || days == LEAP_THAT_WAS_NONE)
			return false;
		days -= days > LEAP_THAT_WAS_NONE ? 2 : 1;
	}
	for (; year <= YEAR_LAST && days >= 365 + leap(year); year++)
		days -= 365 + leap(year);
	if (year > YEAR_LAST)
		return false;
	for (; days >= month_days(year, month); month++)
		days -= month_days(year, month);
	snprintf(ret_text, CALENDAR_DAY, "%04d-%02d-%02d", year % 10000,
		 (month + 1) % 100, (int)(days + 1) % 100);
	return true;
}

void calendar_time(long seconds, char *ret_text, size_t size)
{
	long minutes = seconds / 60;
	int length =
	    snprintf(ret_text, size, "%02ld:%02ld", minutes / 60, minutes % 60);

	if (seconds % 60 && length > 0 && (size_t)length < size)
		snprintf(ret_text + length, size - (size_t)length, ":%02ld",
			 seconds % 60);
}

/* A number of at most MOST digits at *text, which is moved on past it and past
 * MARK; -1 if that is not there. */
static int number_before(const char **text, int most, char mark)
{
	int number = 0, seen = 0;
	const char *at = *text;

	for (; *at >= '0' && *at <= '9' && seen < most; at++, seen++)
		number = 10 * number + (*at - '0');
	if (seen == 0 || *at != mark)
		return -1;
	*text = mark ? at + 1 : at;
	return number;
}

/* PT20H30M00S; a fraction of a second behind a point or comma is dropped. */
static bool duration_text(const char *text, char ret_text[SHEET_NUMBER])
{
	static const struct {
		char mark;
		int seconds;
	} units[] = {{'H', 3600}, {'M', 60}, {'S', 1}};
	long seconds = 0;

	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		int number = number_before(&text, 5, units[i].mark);

		if (number < 0 && units[i].mark == 'S') {
			number = number_before(&text, 5, '.');
			if (number >= 0)
				text += strspn(text, "0123456789S");
		}
		seconds += number < 0 ? 0 : (long)number * units[i].seconds;
	}
	if (*text)
		return false;
	calendar_time(seconds, ret_text, SHEET_NUMBER);
	return true;
}

/* 20:30:00, with a fraction of a second or without. */
static bool clock_read(const char *text, long *ret_seconds)
{
	int hour = number_before(&text, 2, ':');
	int minute = hour < 0 ? -1 : number_before(&text, 2, ':');
	int second = minute < 0 ? -1 : (int)strtol(text, NULL, 10);

	if (second < 0 || hour > 23 || minute > 59 || second > 59 ||
	    text[strspn(text, "0123456789.")])
		return false;
	*ret_seconds = (hour * 60L + minute) * 60 + second;
	return true;
}

bool sheet_iso_text(const char *text, char ret_text[SHEET_NUMBER])
{
	size_t day = strcspn(text, "T");
	long seconds = 0;

	if (strncmp(text, "PT", 2) == 0)
		return duration_text(text + 2, ret_text);
	if (day != strlen("2026-05-01") || strspn(text, "0123456789-") != day ||
	    (text[day] && !clock_read(text + day + 1, &seconds)))
		return false;
	memcpy(ret_text, text, day);
	ret_text[day] = '\0';
	if (seconds) {
		ret_text[day++] = ' ';
		calendar_time(seconds, ret_text + day, SHEET_NUMBER - day);
	}
	return true;
}

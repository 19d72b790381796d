#include "tools/import/import_date.h"

#include <stdio.h>
#include <string.h>

enum { FIRST_YEAR = 1900, LAST_YEAR = 2999, FEBRUARY = 2, MONTHS = 12 };

/* The number in the LEAST to MOST digits at *text, which is moved on; -1 if
 * there are fewer. */
static int digits(const char **text, int least, int most)
{
	int value = 0, count = 0;

	while (count < most && **text >= '0' && **text <= '9') {
		value = value * 10 + (**text - '0');
		(*text)++;
		count++;
	}
	return count < least ? -1 : value;
}

static bool day_exists(int year, int month, int day)
{
	static const int days[MONTHS] = {31, 28, 31, 30, 31, 30,
					 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 ||
	    month > MONTHS || day < 1)
		return false;
	return day <= days[month - 1] + (leap && month == FEBRUARY);
}

bool date_read(const char *text, char ret_date[DATE_TEXT])
{
	const char *at = text;
	bool year_first = strcspn(text, "-.") == 4;
	int part[3];
	char mark;

	part[0] = digits(&at, year_first ? 4 : 1, year_first ? 4 : 2);
	mark = *at;
	if (part[0] < 0 || (mark != '-' && (mark != '.' || year_first)))
		return false;
	at++;
	part[1] = digits(&at, 1, 2);
	if (part[1] < 0 || *at++ != mark)
		return false;
	part[2] = digits(&at, year_first ? 1 : 4, year_first ? 2 : 4);
	if (part[2] < 0 || *at != '\0')
		return false;
	if (!day_exists(part[year_first ? 0 : 2], part[1],
			part[year_first ? 2 : 0]))
		return false;
	snprintf(ret_date, DATE_TEXT, "%04u-%02u-%02u",
		 (unsigned)part[year_first ? 0 : 2] % 10000u,
		 (unsigned)part[1] % 100u,
		 (unsigned)part[year_first ? 2 : 0] % 100u);
	return true;
}

bool time_read(const char *text, char ret_time[TIME_TEXT])
{
	const char *at = text;
	int hour = digits(&at, 1, 2), minute;

	if (hour < 0 || hour > 23 || (*at != ':' && *at != '.'))
		return false;
	at++;
	minute = digits(&at, 2, 2);
	if (minute < 0 || minute > 59 || *at != '\0')
		return false;
	snprintf(ret_time, TIME_TEXT, "%02u:%02u", (unsigned)hour % 100u,
		 (unsigned)minute % 100u);
	return true;
}

/* Amounts, dates and times of day as the current language writes them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words/language.h"
#include "words/words.h"

#define NO_BREAK_SPACE "\u00a0"

enum { MONTHS = 12 };

void words_money(int64_t minor, char ret_text[MONEY_TEXT])
{
	const struct language *language = language_find(words_language(NULL));
	char amount[MONEY_TEXT];
	size_t length;

	/* Of a language that organisers added: as in Danish. */
	if (!language)
		language = language_find("da");
	money_format(minor, language->thousands, language->decimal, amount);
	length = strnlen(amount, MONEY_TEXT - sizeof(NO_BREAK_SPACE "kr."));
	memcpy(ret_text, amount, length);
	memcpy(ret_text + length, NO_BREAK_SPACE "kr.",
	       sizeof(NO_BREAK_SPACE "kr."));
}

/* Whether ISO is a day of the calendar as YYYY-MM-DD; its parts if so. */
static bool date_parse(const char *iso, int *ret_year, int *ret_month,
		       int *ret_day)
{
	static const int days[MONTHS] = {31, 29, 31, 30, 31, 30,
					 31, 31, 30, 31, 30, 31};
	int year, month, day;
	bool leap;

	if (strlen(iso) != 10 || iso[4] != '-' || iso[7] != '-')
		return false;
	for (int i = 0; i < 10; i++)
		if (i != 4 && i != 7 && (iso[i] < '0' || iso[i] > '9'))
			return false;
	year = (int)strtol(iso, NULL, 10);
	month = (int)strtol(iso + 5, NULL, 10);
	day = (int)strtol(iso + 8, NULL, 10);
	leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	if (month < 1 || month > MONTHS || day < 1 || day > days[month - 1] ||
	    (month == 2 && day == 29 && !leap))
		return false;
	*ret_year = year;
	*ret_month = month;
	*ret_day = day;
	return true;
}

void words_date(const char *iso, char *ret_text, size_t size)
{
	/* TRANSLATORS: the months as they stand inside a date. */
	static const char *const months[MONTHS] = {
	    N_("January"),   N_("February"), N_("March"),    N_("April"),
	    N_("May"),	     N_("June"),     N_("July"),     N_("August"),
	    N_("September"), N_("October"),  N_("November"), N_("December"),
	};
	int year, month, day;

	if (!date_parse(iso, &year, &month, &day)) {
		snprintf(ret_text, size, "%s", iso);
		return;
	}
	/* TRANSLATORS: a date: day, name of the month, year. */
	snprintf(ret_text, size, _("%1$d %2$s %3$d"), day,
		 words_get(months[month - 1]), year);
}

/* Whether HHMM is a time of day as HH:MM. */
static bool time_is(const char *hhmm)
{
	if (strlen(hhmm) != 5 || hhmm[2] != ':')
		return false;
	for (int i = 0; i < 5; i++)
		if (i != 2 && (hhmm[i] < '0' || hhmm[i] > '9'))
			return false;
	return (hhmm[0] - '0') * 10 + hhmm[1] - '0' < 24 && hhmm[3] < '6';
}

void words_time(const char *hhmm, char *ret_text, size_t size)
{
	enum { HOUR = sizeof("20") };
	char hour[HOUR] = "";

	if (!time_is(hhmm)) {
		snprintf(ret_text, size, "%s", hhmm);
		return;
	}
	memcpy(hour, hhmm, HOUR - 1);
	/* TRANSLATORS: a time of day: hour and minutes, two digits each. */
	snprintf(ret_text, size, _("%1$s:%2$s"), hour, hhmm + 3);
}

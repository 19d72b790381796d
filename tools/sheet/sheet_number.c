#include "tools/sheet/sheet_number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/sheet/sheet_calendar.h"

enum {
	DIGITS_READ = 40,
	EXPONENT_MOST = 400, /* no double has more */
	WHOLE_MOST = 21,     /* digits before and behind the comma that are */
	ZEROS_MOST = 9,	     /* written out */
};

/* 0.DIGITS times ten to the power of POINT. */
struct decimal {
	bool negative;
	char digits[DIGITS_READ + 1];
	int count, point;
};

/* Reads the digits at *text, behind the decimal point or before it. */
static int digits_read(const char **text, bool behind, struct decimal *decimal)
{
	int seen = 0;

	for (; **text >= '0' && **text <= '9'; (*text)++, seen++) {
		bool leading = decimal->count == 0 && **text == '0';

		if (!leading && decimal->count < DIGITS_READ)
			decimal->digits[decimal->count++] = **text;
		if (leading && behind)
			decimal->point--;
		if (!leading && !behind)
			decimal->point++;
	}
	return seen;
}

static bool exponent_read(const char **text, int *ret_exponent)
{
	bool negative;
	int exponent = 0, seen = 0;

	(*text)++;
	negative = **text == '-';
	if (**text == '-' || **text == '+')
		(*text)++;
	for (; **text >= '0' && **text <= '9'; (*text)++, seen++)
		if (exponent <= EXPONENT_MOST)
			exponent = 10 * exponent + (**text - '0');
	*ret_exponent = negative ? -exponent : exponent;
	return seen > 0 && exponent <= EXPONENT_MOST;
}

/* To SHEET_DIGITS, half up; then without zeros at its end. */
static void decimal_round(struct decimal *decimal)
{
	int at = SHEET_DIGITS;

	if (decimal->count > SHEET_DIGITS) {
		bool up = decimal->digits[at] >= '5';

		decimal->count = SHEET_DIGITS;
		while (up && --at >= 0) {
			up = decimal->digits[at] == '9';
			decimal->digits[at] =
			    (char)(up ? '0' : decimal->digits[at] + 1);
		}
		if (up) {
			decimal->digits[0] = '1';
			decimal->point++;
		}
	}
	while (decimal->count > 0 && decimal->digits[decimal->count - 1] == '0')
		decimal->count--;
	decimal->digits[decimal->count] = '\0';
}

static bool decimal_read(const char *text, struct decimal *ret_decimal)
{
	struct decimal decimal = {.negative = *text == '-'};
	int seen, exponent = 0;

	if (*text == '-' || *text == '+')
		text++;
	seen = digits_read(&text, false, &decimal);
	if (*text == '.') {
		text++;
		seen += digits_read(&text, true, &decimal);
	}
	if (seen == 0 || ((*text == 'e' || *text == 'E') &&
			  !exponent_read(&text, &exponent)))
		return false;
	if (*text)
		return false;
	decimal.point += exponent;
	decimal_round(&decimal);
	*ret_decimal = decimal;
	return true;
}

/* DECIMAL written out with a comma. */
static bool decimal_write(const struct decimal *decimal,
			  char ret_text[SHEET_NUMBER])
{
	char *to = ret_text;

	if (decimal->count == 0) {
		strcpy(ret_text, "0");
		return true;
	}
	if (decimal->point > WHOLE_MOST || decimal->point < -ZEROS_MOST)
		return false;
	if (decimal->negative)
		*to++ = '-';
	if (decimal->point <= 0)
		*to++ = '0';
	for (int i = 0; i < decimal->point; i++)
		*to++ = i < decimal->count ? decimal->digits[i] : '0';
	if (decimal->point < decimal->count)
		*to++ = ',';
	for (int i = decimal->point; i < 0; i++)
		*to++ = '0';
	for (int i = decimal->point < 0 ? 0 : decimal->point;
	     i < decimal->count; i++)
		*to++ = decimal->digits[i];
	*to = '\0';
	return true;
}

static int digit_at(const struct decimal *decimal, int index)
{
	return index >= 0 && index < decimal->count
		   ? decimal->digits[index] - '0'
		   : 0;
}

/* Days, and seconds of the day to the nearest one: a binary fraction of a day
 * is never quite a minute. */
static bool decimal_moment(const struct decimal *decimal, long *ret_days,
			   long *ret_seconds)
{
	enum { DAY_DIGITS = 7, PART_DIGITS = 12 };
	const long long parts = 1000000000000LL; /* of a day */
	long long part = 0, seconds;
	long days = 0;

	if ((decimal->negative && decimal->count) ||
	    decimal->point > DAY_DIGITS)
		return false;
	for (int i = 0; i < decimal->point; i++)
		days = 10 * days + digit_at(decimal, i);
	for (int i = 0; i < PART_DIGITS; i++)
		part = 10 * part + digit_at(decimal, decimal->point + i);
	seconds = (part * CALENDAR_DAY_SECONDS + parts / 2) / parts;
	*ret_days = days + (long)(seconds / CALENDAR_DAY_SECONDS);
	*ret_seconds = (long)(seconds % CALENDAR_DAY_SECONDS);
	return true;
}

static bool moment_write(const struct decimal *decimal, int format,
			 bool dates_1904, char ret_text[SHEET_NUMBER])
{
	char day[CALENDAR_DAY];
	long days, seconds;
	int length = 0;

	if (!decimal_moment(decimal, &days, &seconds))
		return false;
	if (!(format & SHEET_TIME) || (format & SHEET_DATE && days > 0)) {
		if (!calendar_day(days, dates_1904, day))
			return false;
		length = snprintf(ret_text, SHEET_NUMBER, "%s", day);
	}
	if (!(format & SHEET_TIME))
		return true;
	/* A time that has no day beside it may be longer than one. */
	if (length == 0)
		seconds += days * CALENDAR_DAY_SECONDS;
	else
		ret_text[length++] = ' ';
	calendar_time(seconds, ret_text + length,
		      (size_t)(SHEET_NUMBER - length));
	return true;
}

bool sheet_number_text(const char *text, int format, bool dates_1904,
		       char ret_text[SHEET_NUMBER])
{
	struct decimal decimal;
	char made[SHEET_NUMBER];

	if (!decimal_read(text, &decimal))
		return false;
	if (format & (SHEET_DATE | SHEET_TIME)) {
		if (!moment_write(&decimal, format, dates_1904, made))
			return false;
	} else {
		if (format & SHEET_PERCENT)
			decimal.point += 2;
		if (!decimal_write(&decimal, made))
			return false;
		if (format & SHEET_PERCENT)
			strcat(made, "%");
	}
	memcpy(ret_text, made, sizeof(made));
	return true;
}

#include "words/words.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "stemmeboks"
#define NO_BREAK_SPACE "\u00a0"

/* Gettext keeps what it looked up until this counter moves; raising it is the
 * way its manual gives for changing LANGUAGE while a program runs. */
extern int _nl_msg_cat_cntr;

static const struct language {
	const char *code;
	const char *endonym;
	char thousands, decimal;
} languages[] = {
#define LANGUAGE(code, endonym, thousands, decimal)                            \
	{code, endonym, thousands, decimal},
#include "words/language.def"
#undef LANGUAGE
};

static const char *const codes[] = {
#define LANGUAGE(code, endonym, thousands, decimal) code,
#include "words/language.def"
#undef LANGUAGE
    NULL,
};

enum { LANGUAGES = sizeof(languages) / sizeof(languages[0]), MONTHS = 12 };

/* The row of CODE; NULL when it is not known or NULL. */
static const struct language *language_find(const char *code)
{
	for (int i = 0; code && i < LANGUAGES; i++)
		if (strcmp(languages[i].code, code) == 0)
			return &languages[i];
	return NULL;
}

static const struct language *language_now(void)
{
	const struct language *now = language_find(getenv("LANGUAGE"));

	return now ? now : language_find("en");
}

void words_open(const char *folder)
{
	setlocale(LC_ALL, "C.UTF-8");
	bindtextdomain(DOMAIN, folder);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	words_language("en");
}

const char *words_language(const char *language)
{
	const struct language *found;

	if (!language)
		return language_now()->code;
	found = language_find(language);
	if (!found)
		found = language_find("en");
	setenv("LANGUAGE", found->code, 1);
	_nl_msg_cat_cntr++;
	return found->code;
}

const char *words_get(const char *key)
{
	/* The empty key would give the catalogue's header. */
	return *key ? dgettext(DOMAIN, key) : key;
}

const char *words_plural(const char *one, const char *many, unsigned long count)
{
	return dngettext(DOMAIN, one, many, count);
}

void words_money(int64_t minor, char ret_text[MONEY_TEXT])
{
	const struct language *language = language_now();
	char amount[MONEY_TEXT];
	size_t length;

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

const char *words_endonym(const char *language)
{
	const struct language *found = language_find(language);

	return found ? found->endonym : NULL;
}

const char *const *words_languages(void)
{
	return codes;
}

bool words_translated(const char *language)
{
	char path[PATH_MAX];
	const char *folder = bindtextdomain(DOMAIN, NULL);
	int length;

	if (!language_find(language))
		return false;
	if (strcmp(language, "en") == 0)
		return true;
	length = snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES/" DOMAIN ".mo",
			  folder ? folder : "", language);
	return length < (int)sizeof(path) && access(path, R_OK) == 0;
}

#include "words/words.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "words/language.h"
#include "words/place.h"

#define DOMAIN "stemmeboks"

enum { CODE = 64 }; /* bytes of a language's code, with room */

/* Gettext keeps what it looked up until this counter moves; raising it is the
 * way its manual gives for changing LANGUAGE while a program runs. */
extern int _nl_msg_cat_cntr;

static void language_set(const char *code)
{
	setenv("LANGUAGE", code, 1);
	_nl_msg_cat_cntr++;
}

/* What DOMAIN's catalogue of LANGUAGE has for KEY, which stays valid; KEY when
 * it has nothing. Costs no file access after the first time. */
static const char *catalogue_get(const char *domain, const char *language,
				 const char *key)
{
	const char *now = getenv("LANGUAGE"), *text;
	char before[CODE] = "";

	if (!language_code_is(language) || strlen(language) >= CODE)
		return key;
	if (now && strcmp(now, language) == 0)
		return dgettext(domain, key);
	snprintf(before, sizeof(before), "%s", now ? now : "en");
	language_set(language);
	text = dgettext(domain, key);
	language_set(before);
	return text;
}

/* A field that the organisers' catalogue of LANGUAGE has beside its words; NULL
 * where it is missing, empty, or there is no such catalogue. */
static const char *own_field(const char *language, const char *key)
{
	const char *text = catalogue_get(WORDS_OWN, language, key);

	return text == key || !*text ? NULL : text;
}

/* Whether the HEADER of a catalogue has something in FIELD, "X-Review-1:". */
static bool header_has(const char *header, const char *field)
{
	const char *at = header;

	while (at && strncmp(at, field, strlen(field)) != 0) {
		at = strchr(at, '\n');
		at = at ? at + 1 : NULL;
	}
	if (!at)
		return false;
	at += strlen(field);
	at += strspn(at, " \t");
	return *at && *at != '\n';
}

static bool header_signed(const char *header)
{
	return header_has(header, "X-Review-1:") &&
	       header_has(header, "X-Review-2:");
}

void words_open(const char *folder)
{
	char own[PATH_MAX];

	setlocale(LC_ALL, "C.UTF-8");
	bindtextdomain(DOMAIN, folder);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	if (place_own("lang", own, sizeof(own)) != STATUS_OK)
		snprintf(own, sizeof(own), "%s", folder);
	bindtextdomain(WORDS_OWN, own);
	bind_textdomain_codeset(WORDS_OWN, "UTF-8");
	words_language("en");
}

const char *words_known(const char *language)
{
	const struct language *row = language_find(language);
	const char *code;

	if (row || !language)
		return row ? row->code : NULL;
	code = own_field(language, WORDS_OWN_CODE);
	return code && strcmp(code, language) == 0 ? code : NULL;
}

const char *words_language(const char *language)
{
	const char *found =
	    words_known(language ? language : getenv("LANGUAGE"));

	if (!found)
		found = language_find("en")->code;
	if (language)
		language_set(found);
	return found;
}

const char *words_get(const char *key)
{
	const char *own;

	/* The empty key would give the catalogue's header. */
	if (!*key)
		return key;
	own = dgettext(WORDS_OWN, key);
	return own != key ? own : dgettext(DOMAIN, key);
}

const char *words_plural(const char *one, const char *many, unsigned long count)
{
	const char *own = dngettext(WORDS_OWN, one, many, count);

	return own != one && own != many ? own
					 : dngettext(DOMAIN, one, many, count);
}

const char *words_endonym(const char *language)
{
	const struct language *row = language_find(language);

	if (row || !language)
		return row ? row->endonym : NULL;
	return own_field(language, WORDS_OWN_NAME);
}

bool words_rtl(const char *language)
{
	const struct language *row = language_find(language);
	const char *direction;

	if (row || !language)
		return row && row->rtl;
	direction = own_field(language, WORDS_OWN_DIRECTION);
	return direction && strcmp(direction, "rtl") == 0;
}

const char *words_plural_rule(const char *language)
{
	const struct language *row = language_find(language);

	return row ? row->plural : NULL;
}

const char *const *words_languages(void)
{
	return language_codes();
}

/* Whether DOMAIN has a catalogue of LANGUAGE. */
static bool catalogue_there(const char *domain, const char *language)
{
	char path[PATH_MAX];
	const char *folder = bindtextdomain(domain, NULL);
	int length = snprintf(path, sizeof(path), "%s/%s/LC_MESSAGES/%s.mo",
			      folder ? folder : "", language, domain);

	return length < (int)sizeof(path) && access(path, R_OK) == 0;
}

bool words_built_in(const char *language)
{
	return language_find(language) && (strcmp(language, "en") == 0 ||
					   catalogue_there(DOMAIN, language));
}

bool words_translated(const char *language)
{
	return words_built_in(language) ||
	       (words_known(language) && catalogue_there(WORDS_OWN, language));
}

bool words_reviewed(const char *language)
{
	bool own, built;

	if (!words_known(language))
		return false;
	own = own_field(language, WORDS_OWN_CODE) != NULL;
	if (own && !header_signed(catalogue_get(WORDS_OWN, language, "")))
		return false;
	/* All that residents read comes from there. */
	if (own && own_field(language, WORDS_OWN_WHOLE))
		return true;
	/* Danish and English are what the program is written in. */
	built = strcmp(language, "da") == 0 || strcmp(language, "en") == 0;
	return built || header_signed(catalogue_get(DOMAIN, language, ""));
}

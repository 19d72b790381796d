/* words.h - every word people read, in their language (gettext).
 *
 * English sentences in the source are the keys; assets/lang/LL.po holds the
 * others, built to LL/LC_MESSAGES/stemmeboks.mo. Changing the language costs
 * no file access after the first time, so a screen may switch for one line.
 *
 * The language in use is kept where gettext looks for it, the environment
 * variable LANGUAGE of this process; so words belong to one thread.
 */
#ifndef STEMMEBOKS_WORDS_H
#define STEMMEBOKS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/money.h"

/* _("…") is looked up now; N_("…") only marks a key in a table. */
#define _(text) words_get(text)
#define N_(text) text

/* Opens the catalogues in FOLDER (borrowed; holds LL/LC_MESSAGES/…). The
 * process's locale becomes C.UTF-8, which numbers and sorting need and under
 * which gettext still honours the language set here. Starts in English. Without
 * catalogues every word is English. */
void words_open(const char *folder);

/* From now on words are in LANGUAGE ("da", "en"); NULL changes nothing, and a
 * language that is not of words_languages() gives English. Returns the one in
 * use after the call; static. For one line in another language:
 *
 *	const char *before = words_language(NULL);
 *	words_language("en"); … words_language(before);
 */
const char *words_language(const char *language);

/* The translation of KEY; KEY itself where there is none. Static. */
const char *words_get(const char *key) __attribute__((format_arg(1)));

/* The form of ONE/MANY for COUNT by the language's own plural rule. */
const char *words_plural(const char *one, const char *many, unsigned long count)
    __attribute__((format_arg(1), format_arg(2)));

/* "25.000 kr." as the current language writes it, no-break space inside; øre
 * are written only where there are any. */
void words_money(int64_t minor, char ret_text[MONEY_TEXT]);

/* "10 November 2015" for "2015-11-10", in the current language; the text as it
 * is when it is no such date. At most SIZE bytes with the NUL. */
void words_date(const char *iso, char *ret_text, size_t size);

/* "20.30" for "20:30" in Danish: a time of day in the current language, without
 * a word before it; the text as it is when it is no such time. At most SIZE
 * bytes with the NUL. */
void words_time(const char *hhmm, char *ret_text, size_t size);

/* The name of a language in itself ("Dansk"), NULL when unknown here. Static.
 */
const char *words_endonym(const char *language);

/* The languages known here (language.def), whether or not their catalogue is
 * there: a meeting that names another is told "language xx is not known". NULL
 * after the last. Static. */
const char *const *words_languages(void);

/* Whether LANGUAGE has words of its own: English, or its catalogue is in the
 * folder given to words_open(). Without, its words come out in English. */
bool words_translated(const char *language);

#endif

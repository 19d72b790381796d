/* words.h - every word people read, in their language (gettext).
 *
 * English sentences in the source are the keys; assets/lang/LL.po holds the
 * others, built to LL/LC_MESSAGES/stemmeboks.mo. Changing the language costs
 * no file access after the first time, so a screen may switch for one line.
 *
 * Organisers can add catalogues (`stemmeboks language`). They lie in the user's
 * data folder (place_own("lang")) as LL/LC_MESSAGES/stemmeboks-own.mo. What
 * such a catalogue has comes first, word by word; the program's own serves the
 * rest. A language that is not of language.def becomes known by it.
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

/* The organisers' catalogues: the gettext domain, and the keys of what they
 * hold beside words. They begin with a context that no word has. */
#define WORDS_OWN "stemmeboks-own"
#define WORDS_OWN_CODE "language\004code"
#define WORDS_OWN_NAME "language\004name"
#define WORDS_OWN_DIRECTION "language\004direction" /* "rtl" or "ltr" */
#define WORDS_OWN_WHOLE "language\004whole" /* there if no word is missing */

/* Opens the catalogues in FOLDER (borrowed; holds LL/LC_MESSAGES/…) and the
 * organisers' own. A catalogue that is added later is seen by the next start of
 * the program. The
 * process's locale becomes C.UTF-8, which numbers and sorting need and under
 * which gettext still honours the language set here. Starts in English. Without
 * catalogues every word is English. */
void words_open(const char *folder);

/* From now on words are in LANGUAGE ("da", "en"); NULL changes nothing, and a
 * language that is not known gives English. Returns the one in
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

/* Fills values into FORMAT, a sentence of the current language, like
 * snprintf(): at most SIZE bytes with the NUL. Where something runs from the
 * right, the language or a value, every %s of it stands between U+2068 and
 * U+2069 (UAX 9): so titles, places and amounts keep their own direction, and
 * the numbers around them theirs. Elsewhere the text is plain. Not for lists of
 * numbers, which go the way of their sentence. */
void words_fill(char *ret_text, size_t size, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

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

/* LANGUAGE as a static string if it is known: a row of language.def, or one
 * that organisers added. NULL otherwise, and for NULL. */
const char *words_known(const char *language);

/* The name of a language in itself ("Dansk"), NULL when unknown here. Static.
 */
const char *words_endonym(const char *language);

/* The name of LANGUAGE in English ("Danish"), to be translated by words_get();
 * "" when it is not of language.def: one that organisers made known has only
 * the name in itself. Static. */
const char *words_exonym(const char *language);

/* Whether LANGUAGE is written from the right; one that is not known is not. A
 * screen of a language without words (words_translated()) is English. */
bool words_rtl(const char *language);

/* The Plural-Forms of LANGUAGE as a catalogue's header has them; NULL when it
 * is not of language.def. Static. */
const char *words_plural_rule(const char *language);

/* The languages of language.def, whether or not their catalogue is there; NULL
 * after the last. Static. Those that organisers added are not among them: ask
 * words_known(). */
const char *const *words_languages(void);

/* Whether LANGUAGE has words of its own: English, or a catalogue is in the
 * folder given to words_open() or among the organisers'. Without, its words
 * come out in English. */
bool words_translated(const char *language);

/* Whether the program itself has words of LANGUAGE, so that an organisers'
 * catalogue only changes some of them. */
bool words_built_in(const char *language);

/* Whether the words of LANGUAGE that residents see were read by two of them:
 * the catalogue's header names both (X-Review-1, X-Review-2). Danish and
 * English are what the program is written in and need no names. An organisers'
 * catalogue needs them itself; one that is not whole rests on the program's,
 * which then needs them too. */
bool words_reviewed(const char *language);

/* The bytes of TEXT's first sentence with its mark; all of TEXT when it is the
 * only one. Full stops of amounts, numbers and dates end none. */
size_t words_sentence(const char *text);

#endif

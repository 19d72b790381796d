/* Where a sentence ends. */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "words/words.h"

/* The marks that end one, with the blank behind it; the last two are those of
 * Urdu and of Arabic script. */
static const char *const ends[] = {". ", "! ", "? ", "… ", "۔ ", "؟ "};

enum { ENDS = sizeof(ends) / sizeof(ends[0]) };

/* Whether the full stop at DOT of TEXT belongs to an amount ("100.000 kr.
 * left"), a number ("nr. 4") or a date. */
static bool within(const char *text, const char *dot)
{
	static const char currency[] = "\u00a0kr";
	enum { CURRENCY = sizeof(currency) - 1 };

	return dot == text ||
	       (dot - text >= CURRENCY &&
		memcmp(dot - CURRENCY, currency, CURRENCY) == 0) ||
	       isdigit((unsigned char)dot[-1]) ||
	       isdigit((unsigned char)dot[2]);
}

size_t words_sentence(const char *text)
{
	size_t length = strlen(text);

	for (int i = 0; i < ENDS; i++) {
		const char *end = strstr(text, ends[i]);

		while (end && *end == '.' && within(text, end))
			end = strstr(end + 1, ends[i]);
		/* Without the blank. */
		if (end && (size_t)(end - text) + strlen(ends[i]) - 1 < length)
			length = (size_t)(end - text) + strlen(ends[i]) - 1;
	}
	return length;
}

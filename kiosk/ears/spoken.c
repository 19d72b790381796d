#include "ears/spoken.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const struct {
	const char *language, *written, *spoken;
} table[] = {
#define SPOKEN(language, written, spoken) {language, written, spoken},
#include "ears/spoken.def"
#undef SPOKEN
};

/* The row whose short form stands at AT, a place in TEXT where a word may
 * begin; -1 when none does. */
static int row_at(const char *language, const char *text, const char *at)
{
	if (at > text) {
		unsigned char before = (unsigned char)at[-1];

		/* A blank, the end of an unbreakable one, a digit, a bracket.
		 */
		if (before != ' ' && before != '\n' && before != 0xA0 &&
		    before != '(' && (before < '0' || before > '9'))
			return -1;
	}
	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (strcmp(table[i].language, language) == 0 &&
		    strncmp(at, table[i].written, strlen(table[i].written)) ==
			0)
			return (int)i;
	return -1;
}

/* Whether a sentence ended just before REST. */
static bool sentence_ends(const char *rest)
{
	return !*rest || *rest == '\n' ||
	       (rest[0] == ' ' && rest[1] >= 'A' && rest[1] <= 'Z');
}

char *spoken_text(const char *language, const char *text)
{
	size_t longest = 1;
	char *spoken, *to;

	for (size_t i = 0; i < sizeof(table) / sizeof(*table); i++)
		if (strlen(table[i].spoken) > longest)
			longest = strlen(table[i].spoken);
	/* A row takes three bytes or more and gives LONGEST and a stop. */
	spoken = to = malloc(strlen(text) * (longest + 1) + 1);
	if (!spoken)
		return NULL;
	for (const char *from = text; *from;) {
		int row = row_at(language, text, from);

		if (row < 0) {
			*to++ = *from++;
			continue;
		}
		from += strlen(table[row].written);
		to = stpcpy(to, table[row].spoken);
		if (sentence_ends(from))
			*to++ = '.';
	}
	*to = '\0';
	return spoken;
}

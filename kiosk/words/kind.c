#include "words/kind.h"

#include <stddef.h>
#include <string.h>

#include "words/words.h"

static const struct {
	const char *kind;
	const char *text;
} kinds[] = {
    {"adult", N_("Adult")},
    {"child", N_("Child")},
};

const char *kind_text(const char *kind)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].kind, kind) == 0)
			return words_get(kinds[i].text);
	return kind;
}

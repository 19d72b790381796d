#include "words/language.h"

#include <stddef.h>
#include <string.h>

#define PLURAL(name, rule) static const char PLURAL_##name[] = rule;
#include "words/plural.def"
#undef PLURAL

enum { LTR, RTL };

static const struct language languages[] = {
#define LANGUAGE(code, endonym, thousands, decimal, direction, plural)         \
	{code,		 endonym, thousands, decimal, (direction) == RTL,      \
	 PLURAL_##plural},
#include "words/language.def"
#undef LANGUAGE
};

static const char *const codes[] = {
#define LANGUAGE(code, endonym, thousands, decimal, direction, plural) code,
#include "words/language.def"
#undef LANGUAGE
    NULL,
};

enum { LANGUAGES = sizeof(languages) / sizeof(languages[0]) };

const struct language *language_find(const char *code)
{
	for (int i = 0; code && i < LANGUAGES; i++)
		if (strcmp(languages[i].code, code) == 0)
			return &languages[i];
	return NULL;
}

const char *const *language_codes(void)
{
	return codes;
}

bool language_code_is(const char *code)
{
	static const char small[] = "abcdefghijklmnopqrstuvwxyz";
	static const char all[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	size_t length = strspn(code, small);

	if (length < 2 || length > 3)
		return false;
	for (code += length; *code == '-'; code += length + 1) {
		length = strspn(code + 1, all);
		if (length < 2 || length > 8)
			return false;
	}
	return !*code;
}

#include "tools/line/language.h"

#include <stdlib.h>
#include <string.h>

const char *language_wanted(void)
{
	static const char *const variables[] = {"LANGUAGE", "LC_ALL",
						"LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof(variables) / sizeof(*variables); i++) {
		const char *value = getenv(variables[i]);

		if (value && *value)
			return strncmp(value, "da", 2) == 0 ? "da" : "en";
	}
	return "en";
}

#include "tests/lib/words_build.h"

#include "tests/lib/cmocka_all.h"

#include "words/words.h"

int words_build_open(void **state)
{
	const char *build = getenv("STEMMEBOKS_BUILD");
	char folder[4096];

	(void)state;
	snprintf(folder, sizeof(folder), "%s/lang", build ? build : "build");
	words_open(folder);
	return words_translated("da") ? 0 : -1;
}

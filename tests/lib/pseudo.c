#include "tests/lib/pseudo.h"

#include "tests/lib/cmocka_all.h"

#include "words/words.h"

int pseudo_open(void **state)
{
	static const char *const codes[] = {PSEUDO_LONG, PSEUDO_RIGHT};
	const char *build = getenv("STEMMEBOKS_BUILD");
	char home[] = "/tmp/stemmeboks-pseudo-XXXXXX", line[8192];

	(void)state;
	build = build ? build : "build";
	if (!mkdtemp(home))
		return -1;
	setenv("XDG_DATA_HOME", home, 1);
	for (int i = 0; i < 2; i++) {
		snprintf(line, sizeof(line),
			 "tests/lib/pseudo.py %s/lang/residents.pot %s "
			 ">%s/%s.po && %s/stemmeboks language %s/%s.po "
			 ">%s/said || { cat %s/said; exit 1; }",
			 build, codes[i], home, codes[i], build, home, codes[i],
			 home, home);
		if (system(line) != 0)
			return -1;
	}
	snprintf(line, sizeof(line), "%s/lang", build);
	words_open(line);
	return words_known(PSEUDO_LONG) && words_known(PSEUDO_RIGHT) ? 0 : -1;
}

int pseudo_close(void **state)
{
	char line[4096];
	const char *home = getenv("XDG_DATA_HOME");

	(void)state;
	snprintf(line, sizeof(line), "rm -r '%s'", home);
	unsetenv("XDG_DATA_HOME");
	return system(line);
}

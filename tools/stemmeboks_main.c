/* stemmeboks - the organisers' commands. */
#include <limits.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <sodium.h>

#include "core/status.h"
#include "tools/line/command.h"
#include "tools/line/language.h"
#include "words/place.h"
#include "words/words.h"

/* The memory of `slips` and `void` holds tokens: no core dump may keep it, not
 * even one that is piped to a program, and no other program may look. */
static void forbid_core_dumps(void)
{
	const struct rlimit none = {0, 0};

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
}

int main(int argc, char **argv)
{
	/* Asked first: words_open() sets the variable that it reads. */
	const char *language = language_wanted();
	char folder[PATH_MAX];

	forbid_core_dumps();
	if (sodium_init() < 0) {
		fputs("stemmeboks: no random numbers on this machine\n",
		      stderr);
		return status_exit_code(STATUS_UNCERTAIN);
	}
	if (place_find("lang", folder, sizeof(folder)) == STATUS_OK)
		words_open(folder);
	words_language(language);
	return command_main(argc, argv);
}

#include "tests/lib/app_program.h"

#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"

enum { STEP_MS = 20, PATH_SIZE = 512 };

pid_t program_start(const char *name, const char *const words[PROGRAM_WORDS],
		    const char *told)
{
	const char *build = getenv("STEMMEBOKS_BUILD");
	char program[PATH_SIZE];
	char *argv[PROGRAM_WORDS + 2] = {program};
	pid_t child;

	snprintf(program, sizeof(program), "%s/%s", build ? build : "build",
		 name);
	for (int i = 0; i < PROGRAM_WORDS && words[i]; i++)
		argv[i + 1] = (char *)(uintptr_t)words[i];
	child = fork();
	assert_true(child >= 0);
	if (child > 0)
		return child;
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	setenv("LC_ALL", "C", 1);
	(void)!freopen("/dev/null", "w", stdout);
	(void)!freopen(told ? told : "/dev/null", "w", stderr);
	execv(program, argv);
	_exit(127);
}

int program_wait(pid_t child, int limit_ms)
{
	const struct timespec step = {0, STEP_MS * 1000000L};

	for (int i = 0; i < limit_ms; i += STEP_MS) {
		int how;

		if (waitpid(child, &how, WNOHANG) == child)
			return WIFEXITED(how) ? WEXITSTATUS(how) : 128;
		nanosleep(&step, NULL);
	}
	return -1;
}

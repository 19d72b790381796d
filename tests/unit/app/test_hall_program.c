/* The program itself: it waits for a file, and ends when it is asked to. */
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "tests/lib/cmocka_all.h"

enum { STEP_MS = 20, START_MS = 1000, END_MS = 3000, PATH_SIZE = 512 };

static void sleep_ms(long ms)
{
	nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

/* Starts the program of the build with FILE and OPTION, silent. */
static pid_t start(const char *file, const char *option)
{
	const char *build = getenv("STEMMEBOKS_BUILD");
	char program[PATH_SIZE];
	pid_t child;

	snprintf(program, sizeof(program), "%s/stemmeboks-hall",
		 build ? build : "build");
	child = fork();
	assert_true(child >= 0);
	if (child > 0)
		return child;
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	(void)!freopen("/dev/null", "w", stdout);
	(void)!freopen("/dev/null", "w", stderr);
	execl(program, program, file, option, (char *)NULL);
	_exit(127);
}

/* The exit code of CHILD if it ends within LIMIT_MS, else -1. */
static int wait_for(pid_t child, int limit_ms)
{
	for (int i = 0; i < limit_ms; i += STEP_MS) {
		int how;

		if (waitpid(child, &how, WNOHANG) == child)
			return WIFEXITED(how) ? WEXITSTATUS(how) : 128;
		sleep_ms(STEP_MS);
	}
	return -1;
}

static void it_shows_on_and_ends_cleanly_when_told(void **state)
{
	static const int signals[] = {SIGTERM, SIGINT};

	(void)state;
	for (int i = 0; i < 2; i++) {
		pid_t child =
		    start("/nonexistent.stemmeboks", "--window=640x360");

		assert_int_equal(wait_for(child, START_MS), -1);
		assert_int_equal(kill(child, signals[i]), 0);
		assert_int_equal(wait_for(child, END_MS), 0);
	}
}

static void help_and_mistakes_end_at_once(void **state)
{
	(void)state;
	assert_int_equal(wait_for(start("--help", NULL), END_MS), 0);
	assert_int_equal(wait_for(start("a", "--windw"), END_MS), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_shows_on_and_ends_cleanly_when_told),
	    cmocka_unit_test(help_and_mistakes_end_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

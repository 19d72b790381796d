/* The organisers' program keeps its memory to itself: no core dump, and no
 * other program may look, from before the first file is opened. */
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/lib/calls.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"

enum { LIMIT_MS = 20000, LINE = 200 };

/* What was seen of the program, and when it first locked a file. */
struct guard {
	struct fixture fixture;
	bool closed; /* to other programs' eyes */
	int locked;  /* how often it did */
	bool closed_when_locked, no_core_when_locked;
};

/* Whether /proc says that THREAD's core dumps may have no byte, nor may it ask
 * for more. */
static bool has_no_core(pid_t thread)
{
	char path[64], line[LINE];
	bool none = false;
	FILE *limits;

	snprintf(path, sizeof(path), "/proc/%d/limits", (int)thread);
	limits = fopen(path, "re");
	assert_non_null(limits);
	while (fgets(line, sizeof(line), limits)) {
		unsigned long soft = 1, hard = 1;

		if (sscanf(line, "Max core file size %lu %lu", &soft, &hard) ==
		    2)
			none = soft == 0 && hard == 0;
	}
	fclose(limits);
	return none;
}

static int see(void *context, const struct call *call)
{
	struct guard *guard = context;

	if (call->number == SYS_prctl)
		guard->closed |= call->arguments[0] == PR_SET_DUMPABLE &&
				 call->arguments[1] == 0;
	else if (guard->locked++ == 0) {
		guard->closed_when_locked = guard->closed;
		guard->no_core_when_locked = has_no_core(call->thread);
	}
	return 0;
}

static int run(void *context)
{
	const struct guard *guard = context;
	const char *build = getenv("STEMMEBOKS_BUILD");
	char program[3 * FIXTURE_PATH];

	snprintf(program, sizeof(program), "%s/stemmeboks",
		 build ? build : "build");
	(void)!freopen("/dev/null", "w", stdout);
	execl(program, program, "status", guard->fixture.path, NULL);
	return 127;
}

static void no_core_dump_and_no_other_program_holds_its_memory(void **state)
{
	/* Its own lock on the meeting's file comes before it reads any of it.
	 */
	static const int watched[] = {SYS_prctl, SYS_fcntl};
	struct guard guard = {.locked = 0};
	struct calls calls = {.watched = watched,
			      .watched_count = 2,
			      .see = see,
			      .context = &guard,
			      .limit_ms = LIMIT_MS};

	(void)state;
	fixture_begin_in(&guard.fixture, 2, PHASE_OPEN);
	fixture_leave(&guard.fixture);
	assert_int_equal(calls_run(&calls, run, &guard), 0);
	assert_true(guard.locked > 0);
	assert_true(guard.closed_when_locked);
	assert_true(guard.no_core_when_locked);
	fixture_end(&guard.fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		no_core_dump_and_no_other_program_holds_its_memory),
	};

	return cmocka_run_group_tests_name("guarded", tests, NULL, NULL);
}

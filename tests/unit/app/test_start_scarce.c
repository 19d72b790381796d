/* The programs on a machine where one system call or one allocation fails while
 * they start: each starts all the same, or ends and says why. None crashes or
 * hangs, and the meeting's file stays sound. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "tests/lib/calls.h"
#include "tests/lib/cmocka_all.h"
#include "tests/lib/store_fixture.h"
#include "tests/preload/scarce.h"

enum {
	/* Of each kind, at most, in the long form: of a program that ends at
	 * once, and of one that shows itself first. */
	QUICK_TRIES = 1500,
	LONG_TRIES = 150,
	SHORT_TRIES = 2,   /* of each kind and program, in the short form */
	STARTED_MS = 3000, /* one that tells nothing until then does not tell */
	HUNG_MS = 30000,
	PATH = 3 * FIXTURE_PATH,
	WORDS_MOST = 8,
};

/* A system call and how it fails. Left out are those that cannot fail while
 * their arguments are right (close, brk, futex, getrandom) and the waits. */
static const struct {
	int number, error;
} fails[] = {
    {SYS_openat, EIO},	      {SYS_read, EIO},	    {SYS_pread64, EIO},
    {SYS_write, EIO},	      {SYS_pwrite64, EIO},  {SYS_fsync, EIO},
    {SYS_fdatasync, EIO},     {SYS_ftruncate, EIO}, {SYS_getdents64, EIO},
    {SYS_newfstatat, EIO},    {SYS_fstat, EIO},	    {SYS_statx, EIO},
    {SYS_readlinkat, EIO},    {SYS_unlinkat, EIO},  {SYS_fcntl, ENOLCK},
    {SYS_ioctl, EIO},	      {SYS_mmap, ENOMEM},   {SYS_mprotect, ENOMEM},
    {SYS_mlock, EPERM},	      {SYS_prctl, EINVAL},  {SYS_prlimit64, EPERM},
    {SYS_socket, EMFILE},     {SYS_pipe2, EMFILE},  {SYS_eventfd2, EMFILE},
    {SYS_flock, EIO},	      {SYS_statfs, EIO},    {SYS_getcwd, EIO},
    {SYS_setpriority, EPERM}, {SYS_clone3, EAGAIN}, {SYS_rt_sigaction, EINVAL},
#ifdef SYS_open
    {SYS_open, EIO},	      {SYS_stat, EIO},	    {SYS_lstat, EIO},
    {SYS_access, EACCES},     {SYS_readlink, EIO},  {SYS_unlink, EIO},
    {SYS_rename, EIO},
#endif
};

enum { FAILS = sizeof(fails) / sizeof(fails[0]) };

/* A program; "FILE" and the like in its words stand for paths. */
struct program {
	const char *name;
	const char *words[WORDS_MOST];
	bool runs;   /* until it is told to end */
	bool writes; /* into the file */
	int tries;   /* of each kind, at most, in the long form */
	enum phase phase;
};

static const struct program programs[] = {
    {"stemmeboks", {"status", "FILE"}, false, false, QUICK_TRIES, PHASE_OPEN},
    {"stemmeboks", {"count", "FILE"}, false, true, QUICK_TRIES, PHASE_CLOSED},
    {"stemmeboks-kiosk",
     {"FILE", "--window=640x480", "--camera=off", "--serial=off", "--demo",
      "CODES", "--announce", "SHOWN"},
     true,
     true,
     LONG_TRIES,
     PHASE_OPEN},
    {"stemmeboks-hall",
     {"FILE", "--window=640x360", "--announce", "SHOWN"},
     true,
     false,
     LONG_TRIES,
     PHASE_OPEN},
};

struct starting {
	struct fixture fixture;
	char codes[PATH], shown[PATH], told[PATH], memory[PATH];
	const struct program *program;
	struct scarce_shared *shared;
	bool scarce_memory;
	bool read_only;		     /* the disk can only be read */
	int fails, seen;	     /* system calls */
	uint64_t loader, loader_end; /* where the C library's loader lies */
	int failed;		     /* the number of the call that did; -1 */
	int nowhere, saying; /* for what it prints, and says on stderr */
	int64_t since_ms;
	unsigned char *before; /* the meeting's file */
	size_t size;
};

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void path_in(struct starting *starting, const char *name,
		    char ret_path[PATH])
{
	snprintf(ret_path, PATH, "%s/%s", starting->fixture.folder, name);
}

static void begin(struct starting *starting, const struct program *program)
{
	char text[SLIP_SYMBOLS + 2];
	int file;

	memset(starting, 0, sizeof(*starting));
	starting->program = program;
	fixture_begin_in(&starting->fixture, 2, program->phase);
	fixture_leave(&starting->fixture);
	path_in(starting, "codes", starting->codes);
	path_in(starting, "shown", starting->shown);
	path_in(starting, "told", starting->told);
	path_in(starting, "memory", starting->memory);
	snprintf(text, sizeof(text), "%s\n",
		 starting->fixture.slips[0].symbols);
	file_write(starting->codes, text, strlen(text));
	file = open(starting->memory, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	assert_true(file >= 0);
	assert_int_equal(ftruncate(file, sizeof(struct scarce_shared)), 0);
	starting->shared = mmap(NULL, sizeof(struct scarce_shared),
				PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
	assert_true(starting->shared != MAP_FAILED);
	close(file);
	starting->nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
	starting->saying = open(
	    starting->told, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	assert_true(starting->nowhere >= 0 && starting->saying >= 0);
	starting->before = file_read(starting->fixture.path, &starting->size);
}

static void end(struct starting *starting)
{
	munmap(starting->shared, sizeof(struct scarce_shared));
	free(starting->before);
	close(starting->nowhere);
	close(starting->saying);
	fixture_end(&starting->fixture);
}

static const char *word_of(const struct starting *starting, const char *word)
{
	if (strcmp(word, "FILE") == 0)
		return starting->fixture.path;
	if (strcmp(word, "CODES") == 0)
		return starting->codes;
	return strcmp(word, "SHOWN") == 0 ? starting->shown : word;
}

static int run(void *context)
{
	const struct starting *starting = context;
	const char *build = getenv("STEMMEBOKS_BUILD");
	char program[PATH], library[PATH];
	char *argv[WORDS_MOST + 2] = {program};

	snprintf(program, PATH, "%s/%s", build ? build : "build",
		 starting->program->name);
	snprintf(library, PATH, "%s/scarce.so", build ? build : "build");
	for (int i = 0; i < WORDS_MOST && starting->program->words[i]; i++)
		argv[i + 1] = (char *)(uintptr_t)word_of(
		    starting, starting->program->words[i]);
	setenv("SDL_VIDEODRIVER", "dummy", 1);
	setenv("SDL_AUDIODRIVER", "dummy", 1);
	setenv("LC_ALL", "C", 1);
	if (starting->scarce_memory) {
		setenv("STEMMEBOKS_SCARCE", starting->memory, 1);
		setenv("LD_PRELOAD", library, 1);
	}
	dup2(starting->nowhere, STDOUT_FILENO);
	dup2(starting->saying, STDERR_FILENO);
	execv(program, argv);
	return 127;
}

/* Where the code lies that CALL comes from: a program's first is the loader's.
 */
static void loader_find(struct starting *starting, const struct call *call)
{
	char path[64], line[512], name[256], loader[256] = "";
	unsigned long from, to;
	FILE *maps;

	snprintf(path, sizeof(path), "/proc/%d/maps", (int)call->thread);
	for (int pass = 0; pass < 2; pass++) {
		maps = fopen(path, "re");
		assert_non_null(maps);
		while (fgets(line, sizeof(line), maps)) {
			if (sscanf(line, "%lx-%lx %*s %*s %*s %*s %255s", &from,
				   &to, name) != 3)
				continue;
			if (call->from >= from && call->from < to)
				snprintf(loader, sizeof(loader), "%s", name);
			if (pass == 0 || strcmp(name, loader) != 0)
				continue;
			if (!starting->loader_end)
				starting->loader = from;
			starting->loader_end = to;
		}
		fclose(maps);
	}
}

/* The loader is the C library's: it may crash. */
static int see(void *context, const struct call *call)
{
	struct starting *starting = context;

	if (!starting->loader_end)
		loader_find(starting, call);
	if (call->from >= starting->loader && call->from < starting->loader_end)
		return 0;
	/* What it announces to the test is elsewhere. */
	if (starting->read_only)
		return call->number == SYS_openat && call->arguments[2] & O_RDWR
			   ? EROFS
			   : 0;
	if (++starting->seen != starting->fails)
		return 0;
	starting->failed = call->number;
	for (int i = 0; i < FAILS; i++)
		if (fails[i].number == call->number)
			return fails[i].error;
	return 0;
}

static int is_started(void *context)
{
	struct starting *starting = context;
	struct stat found;

	return starting->program->runs &&
	       ((stat(starting->shown, &found) == 0 && found.st_size > 0) ||
		now_ms() - starting->since_ms > STARTED_MS);
}

/* Libraries that give up where memory ends. A kiosk that dies is started again
 * by its service manager, and a vote is in the file or not. */
static const char *const frail[] = {"libcairo.so.2"};

static bool is_frail(const struct starting *starting)
{
	for (size_t i = 0; i < sizeof(frail) / sizeof(frail[0]); i++)
		if (starting->scarce_memory &&
		    strcmp(starting->shared->caller, frail[i]) == 0)
			return true;
	return false;
}

/* A crash is a signal that nobody sent; one that ended in error said why, if it
 * could. */
static void check(struct starting *starting, int how)
{
	bool crashed = how >= CALLS_SIGNAL && how != CALLS_SIGNAL + SIGTERM;
	struct stat told;

	if (crashed && !is_frail(starting))
		fail_msg("%s %s: %s %d, %s %d, call %d, %s",
			 starting->program->name, starting->program->words[0],
			 how == CALLS_HUNG ? "hung" : "signal",
			 how - CALLS_SIGNAL,
			 starting->scarce_memory ? "allocation" : "system call",
			 starting->scarce_memory ? (int)starting->shared->fails
						 : starting->fails,
			 starting->failed, starting->shared->caller);
	assert_int_equal(stat(starting->told, &told), 0);
	if (!crashed && how != 0 && starting->failed != SYS_write &&
	    told.st_size == 0)
		fail_msg("%s %s: ended with %d and said nothing, call %d, "
			 "allocation %d",
			 starting->program->name, starting->program->words[0],
			 how, starting->failed, (int)starting->shared->fails);
	fixture_enter(&starting->fixture);
	fixture_sound(&starting->fixture);
	fixture_leave(&starting->fixture);
}

/* One start with failure number N; whether anything failed. */
static bool start(struct starting *starting, int n, int *ret_ended)
{
	int watched[FAILS];
	struct calls calls = {.watched = watched,
			      .watched_count =
				  starting->scarce_memory ? 0 : FAILS,
			      .see = see,
			      .enough = is_started,
			      .context = starting,
			      .limit_ms = HUNG_MS};
	int how;

	for (int i = 0; i < FAILS; i++)
		watched[i] = fails[i].number;
	file_write(starting->fixture.path, starting->before, starting->size);
	unlink(starting->shown);
	assert_int_equal(ftruncate(starting->saying, 0), 0);
	starting->seen = 0;
	starting->loader_end = 0;
	starting->failed = -1;
	starting->fails = starting->scarce_memory ? 0 : n;
	starting->shared->fails = starting->scarce_memory ? (uint64_t)n : 0;
	starting->shared->count = 0;
	starting->shared->caller[0] = '\0';
	starting->since_ms = now_ms();
	how = calls_run(&calls, run, starting);
	check(starting, how);
	*ret_ended += how != 0;
	return starting->scarce_memory ? starting->shared->count >= (uint64_t)n
				       : starting->failed >= 0;
}

/* How many failures there could be. */
static int most(struct starting *starting)
{
	int ended = 0;

	(void)start(starting, 0, &ended);
	assert_int_equal(ended, 0);
	return starting->scarce_memory ? (int)starting->shared->count
				       : starting->seen;
}

static void fail_through(const struct program *program, bool memory)
{
	struct starting starting;
	int count, step, tries = 0, ended = 0, first;

	begin(&starting, program);
	starting.scarce_memory = memory;
	count = most(&starting);
	step = count / (getenv("STEMMEBOKS_TORTURE") ? program->tries
						     : SHORT_TRIES) +
	       1;
	/* Another sample every time. */
	first = 1 + (int)(now_ms() % step);
	for (int n = first; n <= count; n += step, tries++)
		(void)start(&starting, n, &ended);
	print_message("%d of %d %s of %s %s failed, from number %d, every %d: "
		      "%d ended, %d started all the same\n",
		      tries, count, memory ? "allocations" : "system calls",
		      program->name, program->words[0], first, step, ended,
		      tries - ended);
	assert_true(tries > 0);
	end(&starting);
}

static void fail_all(bool memory)
{
#ifdef __SANITIZE_ADDRESS__
	skip(); /* What a sanitizer needs for itself may not fail. */
#endif
	for (size_t i = 0; i < sizeof(programs) / sizeof(programs[0]); i++)
		fail_through(&programs[i], memory);
}

/* The kiosk says so and ends; what only reads goes on. */
static void a_disk_that_can_only_be_read_takes_no_votes(void **state)
{
	(void)state;
#ifdef __SANITIZE_ADDRESS__
	skip();
#endif
	for (size_t i = 0; i < sizeof(programs) / sizeof(programs[0]); i++) {
		const struct program *program = &programs[i];
		struct starting starting;
		int ended = 0;

		begin(&starting, program);
		starting.read_only = true;
		(void)start(&starting, 0, &ended);
		if (ended != program->writes)
			fail_msg("%s %s", program->name, program->words[0]);
		file_same(starting.fixture.path, starting.before,
			  starting.size);
		starting.before = NULL;
		end(&starting);
	}
}

static void any_system_call_may_fail_while_a_program_starts(void **state)
{
	(void)state;
	fail_all(false);
}

static void any_allocation_may_fail_while_a_program_starts(void **state)
{
	(void)state;
	fail_all(true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_disk_that_can_only_be_read_takes_no_votes),
	    cmocka_unit_test(any_system_call_may_fail_while_a_program_starts),
	    cmocka_unit_test(any_allocation_may_fail_while_a_program_starts),
	};

	return cmocka_run_group_tests_name("start scarce", tests, NULL, NULL);
}

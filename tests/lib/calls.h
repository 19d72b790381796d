/* calls.h - a process whose system calls are seen before they happen, and
 * fail when the test says so.
 *
 * The kernel asks (seccomp_unotify(2)), so nothing of a program gets past, the
 * C library's own buffers and other threads included.
 */
#ifndef STEMMEBOKS_TESTS_CALLS_H
#define STEMMEBOKS_TESTS_CALLS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* One call that is about to happen: number, arguments, where in the program,
 * and the thread's id. */
struct call {
	int number;
	uint64_t arguments[6];
	uint64_t from;
	pid_t thread;
};

/* What the test does with the calls of a process. */
struct calls {
	const int *watched; /* numbers; those asked about */
	size_t watched_count;
	/* 0: let it happen; else the errno it fails with. */
	int (*see)(void *context, const struct call *call);
	/* NULL, or asked every few ms: true ends the process with SIGTERM. */
	int (*enough)(void *context);
	void *context;
	int limit_ms; /* then it counts as hung, and is killed */
};

enum {
	CALLS_SIGNAL = 1000, /* + the number of the signal */
	CALLS_HUNG = 2000,
};

/* Runs RUN(CONTEXT) in a process of its own, whose result is its exit code.
 * Returns that, or CALLS_SIGNAL + n, or CALLS_HUNG. */
int calls_run(const struct calls *calls, int (*run)(void *context),
	      void *context);

/* SIZE bytes of THREAD's memory at AT; how many there were, or -1. */
ssize_t calls_memory(pid_t thread, uint64_t at, void *ret_bytes, size_t size);

#endif

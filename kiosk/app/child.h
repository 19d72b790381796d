/* child.h - another program run beside the window, without a shell and without
 * waiting for it.
 *
 * What it says goes to memory without a name, so it never stands still for a
 * reader and leaves no file behind.
 */
#ifndef STEMMEBOKS_CHILD_H
#define STEMMEBOKS_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "core/status.h"

enum { CHILD_MISSING = 127 }; /* exit code: there is no such program */

/* Zeroed: none runs. */
struct child {
	pid_t id;
	int out; /* the memory that its output goes to */
};

/* Starts ARGV, which ends with NULL; the name of the program is looked up in
 * PATH where it has no slash. It reads nothing, speaks LANGUAGE ("da"), and
 * what it says, also of what went wrong, is kept. STATUS_FILE_MISSING when it
 * cannot be started, STATUS_MEMORY. */
enum status child_start(struct child *child, const char *const *argv,
			const char *language);

bool child_runs(const struct child *child);

/* Whether it has ended: then *ret_code is its exit code, or 128 when a signal
 * ended it, and the first SIZE - 1 bytes that it said are in RET_SAID with a
 * NUL behind; it runs no more. */
bool child_ended(struct child *child, int *ret_code, char *ret_said,
		 size_t size);

/* Stops it if it runs, and waits for its end. */
void child_stop(struct child *child);

#endif

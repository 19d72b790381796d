/* app_program.h - the programs with a window as processes, without a display.
 */
#ifndef STEMMEBOKS_TESTS_APP_PROGRAM_H
#define STEMMEBOKS_TESTS_APP_PROGRAM_H

#include <sys/types.h>

enum { PROGRAM_WORDS = 8 };

/* Starts NAME of the build with WORDS (up to the first NULL), on SDL's dummy
 * display, which is the only one there is. What it says goes to the file TOLD;
 * NULL: nowhere. */
pid_t program_start(const char *name, const char *const words[PROGRAM_WORDS],
		    const char *told);

/* The exit code of CHILD if it ends within LIMIT_MS (128 for a signal), else
 * -1. */
int program_wait(pid_t child, int limit_ms);

#endif

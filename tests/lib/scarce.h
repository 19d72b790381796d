/* scarce.h - a machine where one allocation or one system call fails.
 *
 * A program that links this gets memory and files through here, the libraries
 * it uses too.
 */
#ifndef STEMMEBOKS_TESTS_SCARCE_H
#define STEMMEBOKS_TESTS_SCARCE_H

#include <stdbool.h>

enum scarce {
	SCARCE_MEMORY, /* malloc, calloc, realloc give NULL */
	SCARCE_CALLS,  /* opening, reading, writing, locking, syncing give EIO
			*/
	SCARCE_KINDS
};

/* Whether memory can be made scarce: not where a sanitizer has its own. */
bool scarce_can(enum scarce kind);

/* Lets number N (from 1) of KIND fail from now on, and all after it if
 * FOREVER. */
void scarce_begin(enum scarce kind, int n, bool forever);

/* Nothing fails any more; how many did. */
int scarce_end(void);

#endif

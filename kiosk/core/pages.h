/* pages.h - memory in large pages. */
#ifndef STEMMEBOKS_PAGES_H
#define STEMMEBOKS_PAGES_H

#include <stddef.h>

/* Asks for SIZE bytes at MEMORY in large pages, before they are touched: what
 * is read at random, or in one go, then waits less. Nothing for less than 4 MB,
 * and where there are none. */
void pages_large(void *memory, size_t size);

#endif

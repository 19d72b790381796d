/* forget.h - SQLite's memory, overwritten when it is given back.
 *
 * The pages of roll and box that a cast went through, and the ballot's text on
 * its way to its slot, lie in memory that SQLite frees as it is. A program that
 * must not hold a vote after its resident has gone calls forget_begin() once,
 * and store_forget() when they have.
 */
#ifndef STEMMEBOKS_FORGET_H
#define STEMMEBOKS_FORGET_H

#include "core/status.h"

struct store;

/* From now on in this process: whatever SQLite frees is overwritten first, and
 * it keeps no pools of memory besides the heap, in which things would stay.
 * Before any store was opened, or STATUS_STORE: then nothing is changed. */
enum status forget_begin(void);

/* Gives back what SQLite keeps of the file in memory but does not need now:
 * pages that were read or written. What is asked next is read again. Nothing in
 * the file changes. Not while a callback of STORE is at work. */
void store_forget(struct store *store);

#endif

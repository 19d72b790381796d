/* power.h - power that is cut in the middle of a write, and what a disk then
 * holds.
 *
 * Every write, cut, sync, making and removal of a meeting's file and its
 * journal goes through here, SQLite's own too: a program that links this calls
 * these functions instead of the C library's. After the cut nothing reaches the
 * disk any more; power_back() then leaves the files as a disk may have them
 * that keeps what was synced, and of the rest what it likes.
 */
#ifndef STEMMEBOKS_TESTS_POWER_H
#define STEMMEBOKS_TESTS_POWER_H

#include <stdbool.h>
#include <stdint.h>

enum power_loss {
	LOSS_ALL,  /* all that was not synced is gone */
	LOSS_TORN, /* the last write ends within, at a sector of 512 bytes */
	LOSS_SOME, /* each sector not synced is there or not, by chance */
	POWER_LOSSES
};

/* Watches PATH and its journal from now on: what they hold is on the disk. */
void power_watch(const char *path);

/* The power goes when OPERATIONS (from 1) have been done. */
void power_cut_after(int operations);

/* Whether it is gone. */
bool power_is_out(void);

/* The machine starts again: leaves the files as LOSS and SEED say and stops
 * watching. All programs' files must be closed. */
void power_back(enum power_loss loss, uint64_t seed);

#endif

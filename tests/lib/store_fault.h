/* store_fault.h - a disk that fails: SQLite's files through a layer that can
 * make the Nth write, sync, cut or removal go wrong.
 */
#ifndef STEMMEBOKS_TESTS_STORE_FAULT_H
#define STEMMEBOKS_TESTS_STORE_FAULT_H

#include <sqlite3.h>
#include <stdbool.h>

enum fault_kind {
	FAULT_IO,    /* it fails and does nothing */
	FAULT_FULL,  /* a write finds the disk full; else as FAULT_IO */
	FAULT_AFTER, /* it is done, but fails all the same */
	FAULT_KINDS
};

struct fault {
	sqlite3_vfs vfs;
	sqlite3_vfs *real;
	enum fault_kind kind;
	bool forever;  /* everything after it fails too */
	int countdown; /* operations until it fails; 0: never */
	int failed;    /* how many did */
};

/* Puts FAULT between SQLite and the disk for all files opened from now on,
 * until fault_remove(). Nothing fails yet. */
void fault_install(struct fault *fault);
void fault_remove(struct fault *fault);

/* Lets operation number COUNTDOWN (from 1) fail. */
void fault_arm(struct fault *fault, enum fault_kind kind, bool forever,
	       int countdown);

/* Nothing fails any more; how many did since fault_arm(). */
int fault_disarm(struct fault *fault);

#endif

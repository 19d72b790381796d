/* disk_log.h - what a program asked of a disk, call by call, and what a disk
 * may hold when the power goes in between.
 *
 * The program runs once, to its end; then the folder can be left as it would be
 * after any number of its calls. What was synced is there, names too once their
 * folder was synced; the rest as the kind of loss says.
 */
#ifndef STEMMEBOKS_TESTS_DISK_LOG_H
#define STEMMEBOKS_TESTS_DISK_LOG_H

#include <stdbool.h>
#include <stdint.h>

struct disk_log;

enum disk_loss {
	DISK_LOSES_ALL,	 /* all that was not synced is gone */
	DISK_LOSES_TORN, /* only the last write is, from some sector on */
	DISK_LOSES_SOME, /* each sector and name not synced is there by chance
			  */
	DISK_LOSSES
};

/* Takes down what RUN(CONTEXT), in a process of its own, does to FOLDER and all
 * below. Returns the log, to be freed with disk_log_free(), and RUN's result as
 * calls_run() has it. */
struct disk_log *disk_log_run(const char *folder, int (*run)(void *context),
			      void *context, int *ret_result);
void disk_log_free(struct disk_log *log);

/* How many calls it made, the syncs counted. */
int disk_log_calls(const struct disk_log *log);

/* Leaves FOLDER as after CALLS of them. False, and nothing is touched, when LOG
 * left it so before: it need not be looked at again. */
bool disk_log_leave(struct disk_log *log, int calls, enum disk_loss loss,
		    uint64_t seed);

#endif

/* log.h - what the programs tell those who run them, one line an event.
 *
 * Kinds of events are a table (log.def), details are names from other tables;
 * so nothing that a resident does can get into a log.
 */
#ifndef STEMMEBOKS_LOG_H
#define STEMMEBOKS_LOG_H

#include <stdio.h>

enum log_event {
#define LOG(name, spelled) LOG_##name,
#include "app/log.def"
#undef LOG
	LOG_COUNT
};

/* "PROGRAM: event" or "PROGRAM: event detail" and a line feed to OUT, flushed.
 * DETAIL: as log.def says, or "". No time: see log.def. */
void log_write(FILE *out, const char *program, enum log_event event,
	       const char *detail);

/* "not-cast": stable, for tests. Static. */
const char *log_name(enum log_event event);

#endif

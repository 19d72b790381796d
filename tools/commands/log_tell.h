/* log_tell.h - what organisers did, as the panel's log has it. */
#ifndef STEMMEBOKS_LOG_TELL_H
#define STEMMEBOKS_LOG_TELL_H

#include "core/status.h"

struct arguments;
struct store;

/* Tells every row of the audit chain, oldest first: its time, which is whole
 * five minutes, and the act in plain words. A failure was told. */
enum status log_tell(const struct arguments *arguments, struct store *store);

#endif

/* reason_option.h - --reason: why the room settled something as it did. */
#ifndef STEMMEBOKS_REASON_OPTION_H
#define STEMMEBOKS_REASON_OPTION_H

#include "core/status.h"

enum { REASON_WHY = 512 };

/* Whether REASON says something in one short line of plain text, as the
 * protocol has it. STATUS_USAGE with RET_WHY saying what is wrong. */
enum status reason_check(const char *reason, char ret_why[REASON_WHY]);

#endif

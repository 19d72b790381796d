/* hands_option.h - what was tried by hand, as `stemmeboks hardware` takes it.
 */
#ifndef STEMMEBOKS_HANDS_OPTION_H
#define STEMMEBOKS_HANDS_OPTION_H

#include "core/check.h"
#include "core/status.h"

struct arguments;

/* All of --tried: "touch=3,2" (mm that a finger was off at worst, fingers at
 * once), "scanner=60" (symbols a second, 0: all at once), and "camera",
 * "sound", "headphones", "clock", "scanner" with =yes or =no. STATUS_USAGE, and
 * told. */
enum status hands_option(const struct arguments *arguments,
			 struct check_hands *ret_hands);

#endif

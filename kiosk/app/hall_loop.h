/* hall_loop.h - the hall program from window to end. */
#ifndef STEMMEBOKS_HALL_LOOP_H
#define STEMMEBOKS_HALL_LOOP_H

#include "core/status.h"

struct hall_options;

/* Shows OPTIONS' file until the window is closed or the program is asked to end
 * (SIGTERM, SIGINT, SIGHUP). STATUS_OK; what announce_open() may return, before
 * anything else is done; STATUS_FILE_MISSING (fonts), STATUS_DISPLAY or
 * STATUS_MEMORY when nothing could be shown at all. *ret_about then says which
 * file it is about, "" for none. A missing or unreadable meeting is no failure:
 * the screen says so and goes on looking. */
enum status hall_run(const struct hall_options *options,
		     const char **ret_about);

#endif

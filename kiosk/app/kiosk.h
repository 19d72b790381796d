/* kiosk.h - stemmeboks-kiosk from window to end. */
#ifndef STEMMEBOKS_KIOSK_H
#define STEMMEBOKS_KIOSK_H

#include <stdbool.h>

#include "core/status.h"

struct kiosk;
struct kiosk_options;

/* Opens the meeting and then the window; from here on no core dump is written
 * and no other process may look into this one, and what a resident leaves is
 * kept in memory that is not swapped. OPTIONS is borrowed until kiosk_free().
 * What kiosk_lock_take(), store_open(), demo_open(), pipe_open() or ui_open()
 * may return; *ret_kiosk is then untouched, no window is left, and *ret_about
 * says which file it is about, "" for none. Free with kiosk_free(), which takes
 * NULL and overwrites what a resident left. */
enum status kiosk_open(const struct kiosk_options *options,
		       struct kiosk **ret_kiosk, const char **ret_about);
void kiosk_free(struct kiosk *kiosk);

/* Lets residents vote until the program is asked to end (SIGTERM, SIGINT,
 * SIGHUP; in a window also by closing it): STATUS_OK; or until the display is
 * gone: STATUS_DISPLAY. A vote is stored whole before it returns, or not at
 * all. */
enum status kiosk_run(struct kiosk *kiosk);

/* Whether it ended because organisers want to make another meeting at it. */
bool kiosk_anew(const struct kiosk *kiosk);

#endif

/* kiosk_set_up.h - the kiosk where no meeting is: a new one is made from a
 * stick, looked at, printed, and the kiosk started with it. */
#ifndef STEMMEBOKS_KIOSK_SET_UP_H
#define STEMMEBOKS_KIOSK_SET_UP_H

#include <stdbool.h>
#include <stdint.h>

#include "core/status.h"

struct kiosk_options;
struct kiosk_maker;
struct ui;

/* Shows it until the program is asked to end (STATUS_OK), or until a meeting is
 * to start: then ARGV, the command line of OPTIONS, is run anew with that file,
 * and this does not return. A status of program_window() or again_run(),
 * STATUS_FILE_MISSING without the folder; *ret_about is then what it is about.
 */
enum status kiosk_set_up_run(const struct kiosk_options *options,
			     const char **ret_about, char **argv);

/* Runs ARGV anew so that a meeting can be made in the folder of OPTIONS' file:
 * after kiosk_anew() and kiosk_free(). A status of again_run(). */
enum status kiosk_set_up_again(const struct kiosk_options *options,
			       char **argv);

/* Draws one frame of MAKER at NOW_MS and does what a touch in it meant. Returns
 * whether it looks different from the last. */
bool kiosk_set_up_frame(struct ui *ui, struct kiosk_maker *maker,
			uint64_t now_ms);

#endif

/* kiosk_setup.h - how this kiosk is set up, kept for its user between evenings.
 *
 * A file of lines, each a name and a value of setup.def ("theme dark"), or
 * "language tr"; what is missing or says something else is the usual. Options
 * of the command line come before it, for as long as the program runs.
 */
#ifndef STEMMEBOKS_KIOSK_SETUP_H
#define STEMMEBOKS_KIOSK_SETUP_H

#include <stddef.h>

#include "core/setup.h"
#include "core/status.h"

/* What file PATH keeps; the usual where there is none. */
void kiosk_setup_read(const char *path, struct setup *ret_setup);

/* Keeps SETUP in file PATH, whose folder is made when it is not there.
 * STATUS_FILE_WRITE leaves the file as it was. */
enum status kiosk_setup_keep(const char *path, const struct setup *setup);

/* The file of this user; "" when it has no home. */
void kiosk_setup_path(char *ret_path, size_t size);

#endif

/* place.h - where a program finds its files: its own, and the user's. */
#ifndef STEMMEBOKS_PLACE_H
#define STEMMEBOKS_PLACE_H

#include <stddef.h>

#include "core/status.h"

/* The folder NAME ("lang", "fonts", "assets"): $STEMMEBOKS_DATA/NAME and no
 * other if that variable is set; else the first of the running program's folder
 * and the four above it that holds NAME; else the installed data folder.
 *
 * At most SIZE bytes with the NUL. STATUS_FILE_MISSING when there is none, or
 * its path is longer; ret_path is then untouched. */
enum status place_find(const char *name, char *ret_path, size_t size);

/* The folder NAME ("lang") of what this user added: in $XDG_DATA_HOME/
 * stemmeboks, or ~/.local/share/stemmeboks where that variable is not set to an
 * absolute path (XDG base directory specification). It may not be there yet.
 *
 * At most SIZE bytes with the NUL. STATUS_FILE_MISSING when no variable tells,
 * or the path is longer; ret_path is then untouched. */
enum status place_own(const char *name, char *ret_path, size_t size);

/* Makes the folders that the file PATH lies in, as far as they are missing. */
void place_folders(const char *path);

#endif

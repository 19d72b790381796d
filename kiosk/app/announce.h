/* announce.h - the file in which a program tells what it shows, for tests. */
#ifndef STEMMEBOKS_ANNOUNCE_H
#define STEMMEBOKS_ANNOUNCE_H

#include <stdio.h>

#include "core/status.h"

struct ui;

/* Makes the file PATH; NULL gives a NULL file, which tells nobody. Never opens
 * what is there already: a slip of the hand must not empty the meeting's file.
 * STATUS_FILE_EXISTS, or STATUS_FILE_WRITE (no such folder, not allowed);
 * *ret_file is then untouched. Close with announce_close(). */
enum status announce_open(const char *path, FILE **ret_file);

/* Takes NULL. A file in which nothing was told is removed again, so that a
 * program that could not start may be started anew. PATH is that of
 * announce_open(). */
void announce_close(FILE *file, const char *path);

/* The targets of the last frame of UI, a line each as kiosk_demo.h says, and
 * "end"; so far that another program can read them. */
void announce_targets(FILE *file, const struct ui *ui);

#endif

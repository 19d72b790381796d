/* making.h - files and folders that are made under another name, and get their
 * own when they are whole: the power may go at any moment.
 */
#ifndef STEMMEBOKS_MAKING_H
#define STEMMEBOKS_MAKING_H

#include <stdbool.h>

#include "core/status.h"

struct store;

/* Whether there is anything at PATH but a file with nothing in it, such as one
 * that was just begun when the power went. */
bool making_there(const char *path);

/* Gives what is at FROM, whole and synced, the name TO in the same folder, and
 * syncs that folder. STATUS_FILE_EXISTS: there is something at TO;
 * STATUS_FILE_WRITE, with errno. FROM is then as it was. */
enum status making_name(const char *from, const char *to);

/* Removes PATH with its journal if it is what somebody left who copied STORE's
 * file and did not come to an end: half a file, or a meeting's file with no
 * ballot that STORE has not. False where something else is there. */
bool making_clear(struct store *store, const char *path);

/* Makes the empty file PATH.new, mode 0600, in which something like STORE's
 * file is then made, after making_clear(). *ret_new: its path, which
 * making_end() frees. STATUS_FILE_EXISTS where there is PATH, or another file
 * at PATH.new; STATUS_FILE_WRITE, STATUS_MEMORY. */
enum status making_begin(struct store *store, const char *path, char **ret_new);

/* After STATUS_OK: syncs NEW_PATH and gives it the name PATH. After any other
 * STATUS, or when that fails: removes it. Returns what is to be said. */
enum status making_end(char *new_path, const char *path, enum status status);

#endif

/* slip_file.h - a file that is there whole or not at all.
 *
 * It is written under another name in its own folder, put on the disk, and only
 * then gets its name. Nobody else may read it: what slips are printed from is
 * worth as much as the slips.
 */
#ifndef STEMMEBOKS_SLIP_FILE_H
#define STEMMEBOKS_SLIP_FILE_H

#include <stddef.h>

#include "core/status.h"

struct slip_file;

/* Begins the file PATH, mode 0600. STATUS_FILE_EXISTS when something has that
 * name, STATUS_FILE_WRITE, STATUS_MEMORY. End with slip_file_free(). */
enum status slip_file_open(const char *path, struct slip_file **ret_file);

/* Adds SIZE bytes; CONTEXT is the struct slip_file. STATUS_FILE_WRITE. */
enum status slip_file_write(void *context, const void *bytes, size_t size);

/* Everything written is on the disk. STATUS_FILE_WRITE. */
enum status slip_file_sync(struct slip_file *file);

/* Gives the file its name, which must still be free. After STATUS_FILE_EXISTS
 * or STATUS_FILE_WRITE it keeps the name slip_file_working_name(). */
enum status slip_file_publish(struct slip_file *file);

/* From now on slip_file_free() leaves the file under its working name. */
void slip_file_keep(struct slip_file *file);

/* The name it has until it is published; valid until slip_file_free(). */
const char *slip_file_working_name(const struct slip_file *file);

/* Removes the file if it was neither published nor kept. Takes NULL. */
void slip_file_free(struct slip_file *file);

/* All of that in one go for the SIZE BYTES of the file PATH, with the statuses
 * above. */
enum status slip_file_save(const char *path, const void *bytes, size_t size);

#endif

/* file_mode.h - who may read a meeting's file: its owner alone.
 *
 * Inside the store only. A file is made with mode 0600, but copies on their way
 * from a stick or a mail lose that. Its sums grow vote by vote while voting is
 * open: who reads it then, again and again, sees what each resident voted.
 *
 * The folder of pictures is left alone: the pictures hang on the wall, and
 * their hashes stand in the definition.
 */
#ifndef STEMMEBOKS_FILE_MODE_H
#define STEMMEBOKS_FILE_MODE_H

#include <stdbool.h>

#include "core/status.h"

/* Takes every right of group and others away from the file at PATH (or that a
 * link there leads to) and from what SQLite keeps beside it; *ret_mended:
 * whether any had one.
 *
 * STATUS_FILE_SHARED when they keep it: the file is another user's, or lies on
 * a disk that knows no owners; also in a folder into which everybody may write
 * and from which everybody may take (not sticky), which is left as it is.
 * STATUS_FILE_MISSING, STATUS_MEMORY. *ret_mended is then untouched.
 *
 * Opens nothing: to close a descriptor of the file would drop the locks that
 * this process has on it (POSIX, fcntl(2)). */
enum status file_mode_mend(const char *path, bool *ret_mended);

#endif

/* picture_file.h - a picture's bytes out of a folder, and into another. */
#ifndef STEMMEBOKS_PICTURE_FILE_H
#define STEMMEBOKS_PICTURE_FILE_H

#include <stddef.h>

#include "core/meeting.h"
#include "core/status.h"

/* Reads NAME, at most PICTURE_FILE_BYTES, in the folder open as FOLDER:
 * *ret_bytes is malloc'd, the caller frees. NULL when all was read; else what
 * is wrong and what to do, a gettext key, "" when there is no such file, and
 * nothing was returned. Links and special files are refused. */
const char *picture_file_read(int folder, const char *name,
			      unsigned char **ret_bytes, size_t *ret_length);

/* Writes LENGTH bytes to the new file NAME in the folder open as FOLDER and to
 * the disk. STATUS_FILE_WRITE: a part of it may be there. */
enum status picture_file_write(int folder, const char *name,
			       const unsigned char *bytes, size_t length);

/* SHA-256 of the bytes. */
void picture_hash(const unsigned char *bytes, size_t length,
		  unsigned char ret_hash[MEETING_HASH_BYTES]);

#endif

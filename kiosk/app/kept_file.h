/* kept_file.h - a small text file that a kiosk keeps for the next start. */
#ifndef STEMMEBOKS_KEPT_FILE_H
#define STEMMEBOKS_KEPT_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "core/status.h"

/* Writes PATH, with the folders it lies in, in one step: whatever happens, it
 * is as before or whole. WRITE puts the lines into OUT and says whether they
 * went there; CONTEXT is for it alone. STATUS_FILE_WRITE. */
enum status kept_file_write(const char *path,
			    bool (*write)(const void *context, FILE *out),
			    const void *context);

#endif

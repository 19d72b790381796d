/* copy_file.h - what backup, restore and practice have in common: a new file
 * and its pictures, and words for what it holds. */
#ifndef STEMMEBOKS_COPY_FILE_H
#define STEMMEBOKS_COPY_FILE_H

#include <jansson.h>
#include <stdbool.h>

#include "core/status.h"

struct arguments;
struct backup;
struct store;

/* STATUS_FILE_EXISTS, and told, where there is PATH;
 * STATUS_USAGE where PATH is NULL or "". */
enum status copy_file_free(const struct arguments *arguments, const char *path);

/* PATH and ".images"; the caller frees. NULL without memory. */
char *copy_file_images(const char *path);

/* Makes IMAGES, a copy of STORE's pictures. Those that are missing or wrong
 * already are told of, and no picture is copied then: votes are worth more.
 * STATUS_FILE_EXISTS: told, IMAGES has others. STATUS_FILE_WRITE,
 * STATUS_MEMORY: told, and IMAGES is not there. */
enum status copy_file_pictures(const struct arguments *arguments,
			       const struct store *store, const char *images);

/* *RET_TOLD: whether the ballots of STORE's file may be told: not those of one
 * kiosk that shares a roll. As file_kind(); a failure was told. */
enum status copy_file_told(const struct arguments *arguments,
			   struct store *store, bool *ret_told);

/* One line: phase, slips and ballots, as far as they are TOLD. */
void copy_file_tell(const struct arguments *arguments,
		    const struct backup *backup, bool told);

/* NUMBER, or null unless it is TOLD. */
json_t *copy_file_json(int number, bool told);

#endif

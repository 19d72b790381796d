/* pictures.h - whether the pictures beside a meeting file (core/pixels.h) are
 * those that the room adopted: their hashes stand in the definition, the files
 * do not. */
#ifndef STEMMEBOKS_PICTURES_H
#define STEMMEBOKS_PICTURES_H

#include "core/status.h"

struct store;

enum {
	PICTURES_NAME = 256, /* a file's name and its NUL */
};

/* Hashes the picture of every proposal that has one, in store_images(), and
 * compares it with the definition. Reads a block at a time, a picture that
 * several proposals share once; links, folders and devices are not pictures.
 * Writes nothing, asks nothing of the file's phase; a hundred pictures of 1 MB
 * take about half a second.
 *
 * STATUS_OK also for a meeting without pictures. STATUS_DISAGREES when one is
 * missing, differs, is too large or no plain file; STATUS_FILE_READ when one
 * (or the folder) is there but cannot be read. In both cases RET_NAME is the
 * first such file's name; else it is untouched. */
enum status store_pictures_check(const struct store *store,
				 char ret_name[PICTURES_NAME]);

/* The same of what can be seen in no time: whether each is a plain file with
 * the head of a picture, and as long as that says. Who shows one hashes it when
 * it is read. */
enum status store_pictures_look(const struct store *store,
				char ret_name[PICTURES_NAME]);

#endif

/* maker_find.h - what may hold a meeting, on sticks and on this machine. */
#ifndef STEMMEBOKS_MAKER_FIND_H
#define STEMMEBOKS_MAKER_FIND_H

#include <stddef.h>

#include "core/maker.h"

/* Adds what lies in FOLDER (a stick) or one folder below, by name: folders with
 * meeting.ini or a sheet of proposals, and spreadsheets that lie alone. Those
 * that begin with a dot or "~" are nobody's. */
void maker_find_sources(const char *folder, struct maker_sources *sources);

/* The meetings' files in FOLDER, by name. */
void maker_find_meetings(const char *folder,
			 struct maker_sources *ret_meetings);

/* "FOLDER/evening.stemmeboks" for SOURCE, or with the first of "-2", "-3", …
 * behind its name under which nothing lies there. STATUS_FILE_EXISTS when all
 * are taken, or the path is longer than SIZE bytes. */
enum status maker_find_name(const char *folder,
			    const struct maker_source *source, size_t size,
			    char *ret_path);

/* Makes FOLDER/meeting.stemmeboks lead to FILE of that folder, and its pictures
 * with it, so that kiosk and hall find the chosen meeting when the machine is
 * started. *RET_PATH, of SIZE bytes, is that name. STATUS_FILE_EXISTS when a
 * file of that name is a meeting itself, STATUS_FILE_WRITE. */
enum status maker_find_choose(const char *folder, const char *file, size_t size,
			      char *ret_path);

#endif

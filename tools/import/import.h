/* import.h - a meeting's folder, checked whole and read into a meeting.
 *
 * The folder holds meeting.ini, proposals.csv, images/ and perhaps funding.csv.
 * Nothing in it is written to.
 */
#ifndef STEMMEBOKS_IMPORT_H
#define STEMMEBOKS_IMPORT_H

#include "core/meeting.h"
#include "tools/import/problems.h"

#define IMPORT_INI "meeting.ini"
#define IMPORT_CSV "proposals.csv"
#define IMPORT_FUNDING "funding.csv"
#define IMPORT_IMAGES "images"

enum {
	IMPORT_INI_BYTES = 1000000,
	IMPORT_CSV_BYTES = 10000000,
};

/* Reads FOLDER and adds everything that is wrong in it to PROBLEMS, sorted.
 *
 * STATUS_OK when there is no mistake (there may be warnings): *ret_meeting is
 * then complete but for id and code, its proposals in ballot order, every image
 * decoded and hashed; the caller frees it. STATUS_INPUT when there are
 * mistakes, STATUS_MEMORY; *ret_meeting is then untouched. */
enum status import_folder(const char *folder, struct problems *problems,
			  struct meeting **ret_meeting);

#endif

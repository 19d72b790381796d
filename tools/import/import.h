/* import.h - a meeting's folder or spreadsheet, checked whole and read into a
 * meeting.
 *
 * A folder holds meeting.ini, proposals.csv, images/ and perhaps funding.csv.
 * In place of each .csv there may be a workbook, .xlsx or .ods. Or the whole
 * meeting is one spreadsheet with images/ beside it, also when it lies alone in
 * a folder:
 *
 * - a workbook with a sheet Møde (or Meeting), whose rows are the keys and
 * values of meeting.ini; a sheet Forslag (Proposals) as proposals.csv; and
 * perhaps Puljer (Pots), a row for each pot with the keys of a pot's section as
 *   columns, and Andre penge (Funding) as funding.csv;
 * - a workbook with one sheet, or a CSV file: the rows of Møde on top, and
 * below them those of Forslag.
 *
 * images/ may be called billeder. Nothing is written to.
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

/* Whether NAME ends as a spreadsheet's does that may be a whole meeting. */
bool import_spreadsheet(const char *name);

/* The name of the pictures' folder in FOLDER: of images, billeder and these
 * with a capital the first that is there; images when none is. */
const char *import_images_name(const char *folder);

/* Reads PATH, a folder or a spreadsheet, and adds everything that is wrong in
 * it to PROBLEMS, sorted.
 *
 * STATUS_OK when there is no mistake (there may be warnings): *ret_meeting is
 * then complete but for id and code, its proposals in ballot order, every image
 * decoded and hashed; the caller frees it. STATUS_INPUT when there are
 * mistakes, STATUS_MEMORY; *ret_meeting is then untouched. */
enum status import_read(const char *path, struct problems *problems,
			struct meeting **ret_meeting);

/* The folder that PATH, a folder or a spreadsheet, has its pictures in; the
 * caller frees. NULL without memory. */
char *import_base(const char *path);

#endif

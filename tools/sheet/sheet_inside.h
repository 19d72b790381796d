/* sheet_inside.h - the readers of workbooks, one for each kind of file. */
#ifndef STEMMEBOKS_SHEET_INSIDE_H
#define STEMMEBOKS_SHEET_INSIDE_H

#include "tools/sheet/sheet_build.h"

struct sheet_zip;

/* Fill BOOK, which is empty, from ZIP. NULL, or why not; BOOK may then hold a
 * part. */
const char *xlsx_read(struct sheet_zip *zip, struct workbook *book);
const char *ods_read(struct sheet_zip *zip, struct workbook *book);

#endif

/* sheet_write.h - a workbook of texts as a file that spreadsheet programs open.
 */
#ifndef STEMMEBOKS_SHEET_WRITE_H
#define STEMMEBOKS_SHEET_WRITE_H

#include "core/status.h"

struct workbook;

/* Writes BOOK to PATH, which must not be there, as .xlsx or .ods after its
 * ending (workbook_named()); every cell as a text. The same book gives the same
 * bytes. STATUS_FILE_EXISTS, STATUS_FILE_WRITE or STATUS_MEMORY: nothing is at
 * PATH then that was not. */
enum status workbook_write(const struct workbook *book, const char *path);

#endif

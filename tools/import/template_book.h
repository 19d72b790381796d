/* template_book.h - the template of a meeting as one workbook. */
#ifndef STEMMEBOKS_TEMPLATE_BOOK_H
#define STEMMEBOKS_TEMPLATE_BOOK_H

#include "core/status.h"

/* Writes the template in the folder TEMPLATE (assets/template) to PATH, which
 * ends in .xlsx or .ods and must not be there: the sheets Møde and Puljer from
 * sheet/moede.csv and sheet/puljer.csv, Forslag and Andre penge from the files
 * that a folder gets. STATUS_FILE_READ, or as workbook_write(). */
enum status template_book(const char *template, const char *path);

#endif

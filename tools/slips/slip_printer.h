/* slip_printer.h - slips sent to a printer without ever being a file.
 *
 * Who has the PDF can vote with it. So it is written to memory that has no name
 * (memfd_create(2)), given to lp(1) of CUPS as its input, and overwritten. CUPS
 * keeps the job in its own spool until it is printed.
 */
#ifndef STEMMEBOKS_SLIP_PRINTER_H
#define STEMMEBOKS_SLIP_PRINTER_H

#include <stddef.h>

#include "core/status.h"

enum { SLIP_PRINTER_WHY = 256 };

struct slip_printer;

/* Begins a job for the printer NAME, as `lpstat -e` names it; borrowed. A NAME
 * that begins with a hyphen is none. STATUS_PRINTER, STATUS_MEMORY. End with
 * slip_printer_free(). */
enum status slip_printer_open(const char *name,
			      struct slip_printer **ret_printer);

/* Adds SIZE bytes; CONTEXT is the struct slip_printer. STATUS_FILE_WRITE when
 * there is no room for them. */
enum status slip_printer_write(void *context, const void *bytes, size_t size);

/* Gives all of it to lp, at its actual size, and waits until lp has taken it.
 * STATUS_PRINTER when there is no lp or it refuses; slip_printer_why() then has
 * its words. */
enum status slip_printer_send(struct slip_printer *printer);

/* The first line that lp said; "" for nothing. Valid until
 * slip_printer_free(). */
const char *slip_printer_why(const struct slip_printer *printer);

/* Overwrites what was written. Takes NULL. */
void slip_printer_free(struct slip_printer *printer);

#endif

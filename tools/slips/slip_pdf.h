/* slip_pdf.h - a PDF document that goes to a sink page by page. */
#ifndef STEMMEBOKS_SLIP_PDF_H
#define STEMMEBOKS_SLIP_PDF_H

#include <cairo.h>

#include "tools/slips/slip_layout.h"
#include "tools/slips/slip_print.h"

/* Zeroed before slip_pdf_open(); slip_pdf_close() takes it in any state. */
struct slip_pdf {
	cairo_surface_t *surface;
	cairo_t *cr; /* draw here, in points */
	const struct slip_sink *sink;
	enum status sunk; /* what the sink answered last */
};

/* Begins a document with pages of LAYOUT's paper that goes to SINK (borrowed),
 * named TITLE and dated DATE ("YYYY-MM-DD"; another text gives a fixed date).
 * The document is the same bytes whenever and wherever it is made. Failures
 * show at slip_pdf_page() and slip_pdf_finish(). */
void slip_pdf_open(struct slip_pdf *ret_pdf, const struct slip_layout *layout,
		   const struct slip_sink *sink, const char *title,
		   const char *date);

/* Ends the page. STATUS_MEMORY or the sink's status. */
enum status slip_pdf_page(struct slip_pdf *pdf);

/* Writes the rest. STATUS_MEMORY or the sink's status. */
enum status slip_pdf_finish(struct slip_pdf *pdf);

/* Frees what slip_pdf_open() made. */
void slip_pdf_close(struct slip_pdf *pdf);

#endif

/* paper_pdf.h - a PDF document that goes to a sink page by page. */
#ifndef STEMMEBOKS_PAPER_PDF_H
#define STEMMEBOKS_PAPER_PDF_H

#include <stddef.h>

#include <cairo.h>

#include "core/status.h"

/* Where the document goes: WRITE gets it piece by piece, in order. */
struct paper_sink {
	enum status (*write)(void *context, const void *bytes, size_t size);
	void *context;
};

/* What a document is; the texts are borrowed until paper_pdf_open() is done. */
struct paper_document {
	double width_mm, height_mm; /* of its pages */
	const char *title;
	const char *subject; /* NULL for none */
	const char *date;    /* "YYYY-MM-DD"; another text: a fixed date */
};

/* Zeroed before paper_pdf_open(); paper_pdf_close() takes it in any state. */
struct paper_pdf {
	cairo_surface_t *surface;
	cairo_t *cr; /* draw here, in points */
	const struct paper_sink *sink;
	enum status sunk; /* what the sink answered last */
};

/* Begins DOCUMENT, which goes to SINK (borrowed until paper_pdf_close()). It is
 * the same bytes whenever it is made, and wherever the libraries are of the
 * same versions (paper_maker.h). Failures show at paper_pdf_page() and
 * paper_pdf_finish(). */
void paper_pdf_open(struct paper_pdf *ret_pdf,
		    const struct paper_document *document,
		    const struct paper_sink *sink);

/* Ends the page. STATUS_MEMORY or the sink's status. */
enum status paper_pdf_page(struct paper_pdf *pdf);

/* Writes the rest. STATUS_MEMORY or the sink's status. */
enum status paper_pdf_finish(struct paper_pdf *pdf);

/* Frees what paper_pdf_open() made. */
void paper_pdf_close(struct paper_pdf *pdf);

#endif

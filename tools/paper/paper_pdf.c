#include "tools/paper/paper_pdf.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <string.h>

#include "tools/paper/paper_font.h"

/* For a date the PDF library would not read: never the clock's. */
#define NO_DATE "2000-01-01"

enum { DATE_LENGTH = 10, STAMP = 32 };

static cairo_status_t pass_on(void *context, const unsigned char *bytes,
			      unsigned size)
{
	struct paper_pdf *pdf = context;

	if (pdf->sunk == STATUS_OK)
		pdf->sunk = pdf->sink->write(pdf->sink->context, bytes, size);
	return pdf->sunk == STATUS_OK ? CAIRO_STATUS_SUCCESS
				      : CAIRO_STATUS_WRITE_ERROR;
}

static int is_date(const char *date)
{
	return strlen(date) == DATE_LENGTH &&
	       strspn(date, "0123456789-") == DATE_LENGTH && date[4] == '-' &&
	       date[7] == '-';
}

void paper_pdf_open(struct paper_pdf *ret_pdf,
		    const struct paper_document *document,
		    const struct paper_sink *sink)
{
	char stamp[STAMP];
	cairo_surface_t *surface;

	snprintf(stamp, sizeof(stamp), "%sT00:00:00Z",
		 is_date(document->date) ? document->date : NO_DATE);
	*ret_pdf = (struct paper_pdf){.sink = sink};
	surface = cairo_pdf_surface_create_for_stream(
	    pass_on, ret_pdf, MM(document->width_mm), MM(document->height_mm));
	cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
				       document->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
				       document->subject);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
				       "Stemmeboks");
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
				       stamp);
	ret_pdf->surface = surface;
	ret_pdf->cr = cairo_create(surface);
}

static enum status outcome(const struct paper_pdf *pdf, cairo_status_t status)
{
	if (pdf->sunk != STATUS_OK)
		return pdf->sunk;
	return status == CAIRO_STATUS_SUCCESS ? STATUS_OK : STATUS_MEMORY;
}

enum status paper_pdf_page(struct paper_pdf *pdf)
{
	cairo_show_page(pdf->cr);
	return outcome(pdf, cairo_status(pdf->cr));
}

enum status paper_pdf_finish(struct paper_pdf *pdf)
{
	cairo_surface_finish(pdf->surface);
	return outcome(pdf, cairo_surface_status(pdf->surface));
}

void paper_pdf_close(struct paper_pdf *pdf)
{
	if (pdf->cr)
		cairo_destroy(pdf->cr);
	if (pdf->surface)
		cairo_surface_destroy(pdf->surface);
	pdf->cr = NULL;
	pdf->surface = NULL;
}

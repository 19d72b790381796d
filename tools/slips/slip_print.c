#include "tools/slips/slip_print.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <string.h>

#include "core/meeting.h"
#include "tools/slips/slip_page.h"
#include "tools/slips/slip_pdf.h"
#include "tools/slips/slip_words.h"

enum { PROGRESS_PAGES = 25 };

static void progress(const struct slip_job *job, int done, int all)
{
	if (job->progress)
		job->progress(job->progress_context, done, all);
}

static enum status print_pages(const struct slip_job *job, struct slip_pdf *pdf,
			       struct slip_page *page, const struct slip *slips,
			       int count, int first_serial)
{
	const int each = slip_layout_each(slip_layout(job->paper));

	for (int done = 0; done < count; done += each) {
		int here = count - done < each ? count - done : each;
		enum status status = slip_page_draw(pdf->cr, page, slips + done,
						    here, first_serial + done);

		if (status == STATUS_OK)
			status = slip_pdf_page(pdf);
		if (status != STATUS_OK)
			return status;
		if (done / each % PROGRESS_PAGES == 0 && done)
			progress(job, done, count);
	}
	return STATUS_OK;
}

enum status slip_print(const struct slip_job *job, const struct slip *slips,
		       int count, int first_serial, struct slip_gaps *ret_gaps)
{
	struct slip_font *font = NULL;
	struct slip_page *page = NULL;
	struct slip_pdf pdf = {0};
	struct slip_words words;
	struct slip_gaps gaps;
	enum status status = slip_font_open(job->fonts, &font);

	if (status != STATUS_OK)
		goto out;
	slip_words_fill(job->meeting, job->kind, font, &words);
	status = slip_page_open(&words, job->paper, font, &page);
	if (status != STATUS_OK)
		goto out;
	slip_pdf_open(&pdf, slip_layout(job->paper), &job->sink, words.title,
		      job->meeting->date);
	status = print_pages(job, &pdf, page, slips, count, first_serial);
	if (status == STATUS_OK)
		status = slip_pdf_finish(&pdf);
	gaps = (struct slip_gaps){slip_font_missing(font), words.unwritable};
out:
	slip_pdf_close(&pdf);
	slip_page_free(page);
	slip_font_free(font);
	if (status != STATUS_OK)
		return status;
	progress(job, count, count);
	*ret_gaps = gaps;
	return STATUS_OK;
}

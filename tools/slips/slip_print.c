#include "tools/slips/slip_print.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <string.h>

#include "core/meeting.h"
#include "tools/slips/slip_choices.h"
#include "tools/slips/slip_page.h"
#include "tools/paper/paper_pdf.h"
#include "tools/slips/slip_words.h"

enum { PROGRESS_PAGES = 25 };

static void progress(const struct slip_job *job, int done, int all)
{
	if (job->progress)
		job->progress(job->progress_context, done, all);
}

struct paper_document slip_document(const struct slip_job *job,
				    const struct slip_layout *layout,
				    const char *title)
{
	return (struct paper_document){
	    .width_mm = layout->page_width_mm,
	    .height_mm = layout->page_height_mm,
	    .title = title,
	    .subject = layout->name,
	    .date = job->meeting->date,
	};
}

static enum status print_pages(const struct slip_job *job,
			       const struct slip_layout *layout,
			       struct paper_pdf *pdf, struct slip_page *page,
			       const struct slip *slips, int count,
			       int first_serial)
{
	const int each = slip_layout_each(layout);

	for (int done = 0; done < count; done += each) {
		int here = count - done < each ? count - done : each;
		enum status status = slip_page_draw(pdf->cr, page, slips + done,
						    here, first_serial + done);

		if (status == STATUS_OK)
			status = paper_pdf_page(pdf);
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
	struct paper_font *font = NULL;
	struct slip_page *page = NULL;
	struct paper_pdf pdf = {0};
	struct slip_choices *choices = NULL;
	const struct slip_layout *layout;
	struct paper_document document;
	struct slip_words words;
	struct slip_gaps gaps = {.paper = job->paper};
	enum status status = paper_font_open(job->fonts, &font);

	if (status == STATUS_OK && job->choices)
		status = slip_choices_open(
		    job->meeting,
		    slip_words_second(job->meeting, job->language), font,
		    &gaps.paper, &choices);
	if (status != STATUS_OK)
		goto out;
	slip_words_fill(job->meeting, job->kind, job->language, font, &words);
	status = slip_page_open(&words, choices, job->share, gaps.paper, font,
				&page);
	if (status != STATUS_OK)
		goto out;
	layout = slip_layout(gaps.paper);
	document = slip_document(job, layout, words.title);
	paper_pdf_open(&pdf, &document, &job->sink);
	status =
	    print_pages(job, layout, &pdf, page, slips, count, first_serial);
	if (status == STATUS_OK)
		status = paper_pdf_finish(&pdf);
	gaps.letters = paper_font_missing(font);
	gaps.languages = words.unwritable;
out:
	paper_pdf_close(&pdf);
	slip_page_free(page);
	slip_choices_free(choices);
	if (status != STATUS_OK)
		return status;
	progress(job, count, count);
	*ret_gaps = gaps;
	return STATUS_OK;
}

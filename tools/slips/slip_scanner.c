/* The test slip: whether a scanner reads all symbols, before the evening. */
#include "tools/slips/slip_print.h"

#include <stdio.h>

#include "core/meeting.h"
#include "tools/paper/paper_font.h"
#include "tools/paper/paper_pdf.h"
#include "tools/slips/slip_qr.h"
#include "words/words.h"

/* Together all of SLIP_ALPHABET; the last two symbols of neither fit the rest.
 */
const struct slip slip_test_codes[SLIP_TEST_CODES] = {
    {"0123456789ABCDEFGHJK"},
    {"MNPQRSTVWXYZ01234567"},
};

/* A column as wide as an A6 slip, in the middle of the page. */
static const double column_mm = 87, code_mm = 25, gap_mm = 6, symbols_pt = 10;
static const double code_y_mm[SLIP_TEST_CODES] = {72, 105};

struct sheet {
	cairo_t *cr;
	struct paper_font *font;
	double left_mm;
};

static void draw_line(const struct sheet *sheet, double x_mm, double y_mm,
		      double height_mm, double size, bool bold,
		      const char *text)
{
	const struct paper_text box = {.x = MM(sheet->left_mm + x_mm),
				       .y = MM(y_mm),
				       .width = MM(column_mm - x_mm),
				       .height = MM(height_mm),
				       .size = size,
				       .bold = bold};

	paper_text_draw(sheet->cr, sheet->font, &box, text);
}

static void draw_words(const struct sheet *sheet, const struct meeting *meeting)
{
	char text[64];

	/* TRANSLATORS: in big letters on a slip that gives no vote. */
	draw_line(sheet, 0, 6, 0, 60, true, _("TEST"));
	draw_line(sheet, 0, 32, 0, 12, true,
		  meeting_text(meeting, &meeting->title, 0, NULL));
	draw_line(sheet, 0, 38.5, 13, 12, false,
		  _("This is not a voting slip. It tests the scanner."));
	draw_line(sheet, 0, 52, 13, 12, false,
		  _("Scan both codes into a text editor. Each line must be as "
		    "here."));
	for (int i = 0; i < SLIP_TEST_CODES; i++) {
		snprintf(text, sizeof(text), _("Code %d of %d"), i + 1,
			 SLIP_TEST_CODES);
		draw_line(sheet, code_mm + gap_mm, code_y_mm[i] + 5, 0, 12,
			  true, text);
	}
}

static enum status draw_codes(const struct sheet *sheet)
{
	struct slip_qr codes[SLIP_TEST_CODES];
	struct paper_symbols *symbols = NULL;
	enum status status =
	    paper_symbols_open(sheet->font, symbols_pt, &symbols);

	if (status != STATUS_OK)
		return status;
	for (int i = 0; i < SLIP_TEST_CODES; i++) {
		codes[i] = (struct slip_qr){&slip_test_codes[i], sheet->left_mm,
					    code_y_mm[i]};
		paper_symbols_draw(
		    sheet->cr, symbols, slip_test_codes[i].symbols, SLIP_GROUP,
		    MM(sheet->left_mm + code_mm + gap_mm),
		    MM(code_y_mm[i] + 17.5), MM(column_mm - code_mm - gap_mm));
	}
	status = slip_qr_draw(sheet->cr, codes, SLIP_TEST_CODES);
	paper_symbols_free(symbols);
	return status;
}

enum status slip_print_test(const struct slip_job *job,
			    struct slip_gaps *ret_gaps)
{
	const struct slip_layout *layout = slip_layout(job->paper);
	const char *before = words_language(NULL);
	struct paper_font *font = NULL;
	struct paper_document document;
	struct paper_pdf pdf = {0};
	struct slip_gaps gaps = {.paper = job->paper};
	struct sheet sheet;
	enum status status = paper_font_open(job->fonts, &font);

	if (status != STATUS_OK)
		return status;
	words_language(job->meeting->languages[0]);
	document = slip_document(job, layout, _("TEST"));
	paper_pdf_open(&pdf, &document, &job->sink);
	sheet = (struct sheet){pdf.cr, font,
			       (layout->page_width_mm - column_mm) / 2};
	draw_words(&sheet, job->meeting);
	words_language(before);
	status = draw_codes(&sheet);
	if (status == STATUS_OK)
		status = paper_pdf_page(&pdf);
	if (status == STATUS_OK)
		status = paper_pdf_finish(&pdf);
	gaps.letters = paper_font_missing(font);
	paper_pdf_close(&pdf);
	if (status == STATUS_OK)
		*ret_gaps = gaps;
	return status;
}

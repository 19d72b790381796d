/* The test slip: whether a scanner reads all symbols, before the evening. */
#include "tools/slips/slip_print.h"

#include <stdio.h>
#include <string.h>

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

/* The first holds all symbols, for the kiosk's scanner test; the others are as
 * on slips. */
enum { CODES = 1 + SLIP_TEST_CODES };

static const double line_mm = 6;
static const double code_y_mm[CODES] = {54, 85, 116};

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
	draw_line(sheet, 0, 4, 0, 30, true, _("TEST"));
	draw_line(sheet, 0, 15.5, 0, 12, true,
		  meeting_text(meeting, &meeting->title, 0, NULL));
	draw_line(sheet, 0, 21.5, 12, 12, false,
		  _("This is not a voting slip. It tests the scanner."));
	draw_line(sheet, 0, 33.5, 18, 12, false,
		  _("Scan code 1 at the kiosk's scanner test. Or scan all into "
		    "a text editor: each line must be as here."));
	for (int i = 0; i < CODES; i++) {
		snprintf(text, sizeof(text), _("Code %d of %d"), i + 1, CODES);
		draw_line(sheet, code_mm + gap_mm, code_y_mm[i] + 5, 0, 12,
			  true, text);
	}
}

/* What stands beside code INDEX: its symbols, in two lines when they are all.
 */
static void draw_symbols(const struct sheet *sheet,
			 const struct paper_symbols *symbols, int index)
{
	const double x_mm = sheet->left_mm + code_mm + gap_mm;
	const char *text =
	    index ? slip_test_codes[index - 1].symbols : SLIP_ALPHABET;
	int lines = index ? 1 : 2;
	size_t each = strlen(text) / (size_t)lines;
	char part[SLIP_SYMBOLS + 1];

	for (int i = 0; i < lines; i++) {
		snprintf(part, sizeof(part), "%.*s", (int)each,
			 text + (size_t)i * each);
		paper_symbols_draw(sheet->cr, symbols, part, SLIP_GROUP,
				   MM(x_mm),
				   MM(code_y_mm[index] + 17.5 + i * line_mm),
				   MM(column_mm - code_mm - gap_mm));
	}
}

static enum status draw_codes(const struct sheet *sheet)
{
	struct slip_qr codes[CODES];
	struct paper_symbols *symbols = NULL;
	enum status status =
	    paper_symbols_open(sheet->font, symbols_pt, &symbols);

	if (status != STATUS_OK)
		return status;
	for (int i = 0; i < CODES; i++) {
		codes[i] = (struct slip_qr){
		    .slip = i ? &slip_test_codes[i - 1] : NULL,
		    .language = "",
		    .x_mm = sheet->left_mm,
		    .y_mm = code_y_mm[i],
		    .text = i ? NULL : SLIP_ALPHABET,
		};
		draw_symbols(sheet, symbols, i);
	}
	status = slip_qr_draw(sheet->cr, codes, CODES);
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

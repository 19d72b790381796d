#include "tools/paper/paper_sheet.h"

#include <stdlib.h>
#include <string.h>

#include "core/meeting.h"
#include "tools/paper/paper_direction.h"
#include "tools/paper/paper_mark.h"
#include "words/place.h"
#include "words/words.h"

enum { PATH = 4096 };

/* Wide enough for any one line. */
#define NO_BREAK MM(100000)

static const struct {
	double red, green, blue;
} colours[] = {
    [SHEET_INK] = {0, 0, 0},
    [SHEET_DEEP] = {0, 0x34 / 255.0, 0x68 / 255.0},
    [SHEET_BLUE] = {0, 0x72 / 255.0, 0xB2 / 255.0},
    [SHEET_WHITE] = {1, 1, 1},
};

void sheet_ink(struct sheet *sheet, enum sheet_colour colour)
{
	if (!sheet->dry)
		cairo_set_source_rgb(sheet->pdf.cr, colours[colour].red,
				     colours[colour].green,
				     colours[colour].blue);
}

static enum status to_file(void *context, const void *bytes, size_t size)
{
	return fwrite(bytes, 1, size, context) == size ? STATUS_OK
						       : STATUS_FILE_WRITE;
}

static void page_begin(struct sheet *sheet)
{
	sheet->page++;
	sheet->y = sheet->top;
	mark_draw(sheet, sheet->meeting, sheet->language);
	if (sheet->head)
		sheet->head(sheet);
}

static void page_end(struct sheet *sheet)
{
	enum status status;

	if (sheet->foot)
		sheet->foot(sheet);
	if (sheet->dry)
		return;
	status = paper_pdf_page(&sheet->pdf);
	if (sheet->status == STATUS_OK)
		sheet->status = status;
}

void sheet_page(struct sheet *sheet)
{
	page_end(sheet);
	page_begin(sheet);
}

/* Of A4 and of A3. */
static const struct {
	double width_mm, height_mm;
} papers[] = {{210, 297}, {297, 420}};

static void sheet_begin(struct sheet *sheet, const struct sheet_print *print)
{
	const double margin = MM(SHEET_MARGIN_MM);

	sheet->width = MM(papers[print->a3].width_mm);
	sheet->height = MM(papers[print->a3].height_mm);
	sheet->left = sheet->top = margin;
	sheet->right = sheet->width - margin;
	sheet->bottom = sheet->height - margin - MM(print->foot_mm);
	sheet->mirrored =
	    direction_page(print->meeting->languages[print->language]);
	sheet->meeting = print->meeting;
	sheet->language = print->language;
	sheet->foot = print->foot;
	sheet->context = print->context;
	page_begin(sheet);
}

/* How many pages it has. */
static int count_pages(const struct sheet_print *print, struct paper_font *font)
{
	struct sheet sheet = {.font = font, .dry = true};

	sheet_begin(&sheet, print);
	print->draw(&sheet, print->context);
	page_end(&sheet);
	return sheet.page;
}

static enum status draw_pages(const struct sheet_print *print,
			      struct paper_font *font, int pages, FILE *out)
{
	const struct paper_sink sink = {to_file, out};
	const struct meeting *meeting = print->meeting;
	const struct paper_document document = {
	    .width_mm = papers[print->a3].width_mm,
	    .height_mm = papers[print->a3].height_mm,
	    .title =
		meeting_text(meeting, &meeting->title, print->language, NULL),
	    .date = meeting->date,
	};
	struct sheet sheet = {.font = font, .pages = pages};
	enum status status;

	paper_pdf_open(&sheet.pdf, &document, &sink);
	sheet_begin(&sheet, print);
	print->draw(&sheet, print->context);
	page_end(&sheet);
	status = paper_pdf_finish(&sheet.pdf);
	paper_pdf_close(&sheet.pdf);
	if (sheet.status != STATUS_OK)
		return sheet.status;
	if (status == STATUS_OK && fflush(out) != 0)
		status = STATUS_FILE_WRITE;
	return status;
}

enum status sheet_print(const struct sheet_print *print, FILE *out)
{
	const char *before = words_language(NULL);
	struct paper_font *font = NULL;
	char fonts[PATH];
	enum status status = place_find("fonts", fonts, sizeof(fonts));

	if (status == STATUS_OK)
		status = paper_font_open(fonts, &font);
	if (status != STATUS_OK)
		return status;
	words_language(print->meeting->languages[print->language]);
	status = draw_pages(print, font, count_pages(print, font), out);
	words_language(before);
	return status;
}

bool sheet_room(struct sheet *sheet, double height)
{
	if (sheet->y + height <= sheet->bottom)
		return false;
	sheet_page(sheet);
	return true;
}

double sheet_inside(const struct sheet *sheet)
{
	return sheet->right - sheet->left;
}

double sheet_x(const struct sheet *sheet, double from, double width)
{
	return sheet->mirrored ? sheet->right - from - width
			       : sheet->left + from;
}

double sheet_height(struct sheet *sheet, const struct sheet_set *set,
		    double width, const char *text)
{
	const struct paper_text box = {
	    .width = width, .height = -1, .size = set->size, .bold = set->bold};
	double height = 0;

	if (*text)
		paper_text_measure(sheet->font, &box, text, NULL, &height);
	return height;
}

double sheet_width(struct sheet *sheet, const struct sheet_set *set,
		   const char *text)
{
	const struct paper_text box = {.width = NO_BREAK,
				       .height = -1,
				       .size = set->size,
				       .bold = set->bold};
	double width = 0;

	if (*text)
		paper_text_measure(sheet->font, &box, text, &width, NULL);
	return width;
}

static void text_draw(struct sheet *sheet, const struct sheet_set *set,
		      double from, double y, double width,
		      enum paper_align align, const char *text)
{
	const struct paper_text box = {.x = sheet_x(sheet, from, width),
				       .y = y,
				       .width = width,
				       .height = -1,
				       .size = set->size,
				       .bold = set->bold,
				       .align = align};

	if (sheet->dry || !*text)
		return;
	sheet_ink(sheet, set->colour);
	paper_text_draw(sheet->pdf.cr, sheet->font, &box, text);
}

/* The text engine's start is the side on which the text's own script begins. */
static enum paper_align align_right(bool right, const char *text)
{
	return right == direction_left(text) ? PAPER_START : PAPER_END;
}

void sheet_text(struct sheet *sheet, const struct sheet_set *set, double from,
		double y, double width, const char *text)
{
	text_draw(sheet, set, from, y, width,
		  sheet->mirrored ? align_right(true, text) : PAPER_START,
		  text);
}

void sheet_text_end(struct sheet *sheet, const struct sheet_set *set,
		    double from, double y, double width, const char *text)
{
	text_draw(sheet, set, from, y, width,
		  align_right(!sheet->mirrored, text), text);
}

void sheet_text_start(struct sheet *sheet, const struct sheet_set *set,
		      double from, double y, double width, const char *text)
{
	text_draw(sheet, set, from, y, width,
		  align_right(sheet->mirrored, text), text);
}

void sheet_flow(struct sheet *sheet, const struct sheet_set *set, double indent,
		const char *text)
{
	const double width = sheet_inside(sheet) - indent;
	const double height = sheet_height(sheet, set, width, text);

	sheet_room(sheet, height);
	sheet_text(sheet, set, indent, sheet->y, width, text);
	sheet->y += height;
}

char *sheet_format(struct sheet *sheet, const char *format, va_list values)
{
	char *text = NULL;

	if (vasprintf(&text, format, values) >= 0)
		return text;
	sheet->status = STATUS_MEMORY;
	return NULL;
}

void sheet_flow_format(struct sheet *sheet, const struct sheet_set *set,
		       double indent, const char *format, ...)
{
	va_list values;
	char *text;

	va_start(values, format);
	text = sheet_format(sheet, format, values);
	va_end(values);
	if (text)
		sheet_flow(sheet, set, indent, text);
	free(text);
}

void sheet_box(struct sheet *sheet, enum sheet_colour colour, double from,
	       double y, double width, double height)
{
	if (sheet->dry)
		return;
	sheet_ink(sheet, colour);
	cairo_rectangle(sheet->pdf.cr, sheet_x(sheet, from, width), y, width,
			height);
	cairo_fill(sheet->pdf.cr);
}

void sheet_frame(struct sheet *sheet, enum sheet_colour colour, double from,
		 double y, double width, double height, double thick)
{
	if (sheet->dry)
		return;
	sheet_ink(sheet, colour);
	cairo_set_line_width(sheet->pdf.cr, thick);
	cairo_rectangle(sheet->pdf.cr, sheet_x(sheet, from, width) + thick / 2,
			y + thick / 2, width - thick, height - thick);
	cairo_stroke(sheet->pdf.cr);
}

void sheet_tick(struct sheet *sheet, bool right, double from, double y,
		double side)
{
	const double x = sheet_x(sheet, from, side);
	cairo_t *cr = sheet->pdf.cr;

	if (sheet->dry)
		return;
	cairo_set_line_width(cr, side / 7);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
	if (right) {
		cairo_move_to(cr, x + side * 0.1, y + side * 0.55);
		cairo_line_to(cr, x + side * 0.38, y + side * 0.85);
		cairo_line_to(cr, x + side * 0.9, y + side * 0.15);
	} else {
		cairo_move_to(cr, x + side * 0.15, y + side * 0.15);
		cairo_line_to(cr, x + side * 0.85, y + side * 0.85);
		cairo_move_to(cr, x + side * 0.85, y + side * 0.15);
		cairo_line_to(cr, x + side * 0.15, y + side * 0.85);
	}
	cairo_stroke(cr);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
}

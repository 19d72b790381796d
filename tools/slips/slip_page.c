#include "tools/slips/slip_page.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "tools/slips/slip_form.h"
#include "tools/slips/slip_qr.h"
#include "tools/slips/slip_words.h"

enum { SERIAL_TEXT = 16 };

struct slip_page {
	struct slip_form form;
	struct roll_share share;
	struct paper_symbols *token, *serial;
	struct paper_symbols *kiosk; /* NULL: the slips are for any */
	double serial_x;
	/* A page of forms, recorded once and referred to by every page with as
	 * many slips; NULL at first. */
	cairo_surface_t *sheet;
	int sheet_count;
};

/* Where slip INDEX of a page begins. */
static double slip_x_mm(const struct slip_layout *layout, int index)
{
	return layout->width_mm * (index % layout->columns);
}

static double slip_y_mm(const struct slip_layout *layout, int index)
{
	const int row = index / layout->columns;

	return layout->height_mm * row;
}

/* Lays out what is the same on all pages with COUNT slips. */
static enum status sheet_draw(struct slip_page *page, int count)
{
	const struct slip_layout *layout = page->form.layout;
	const cairo_rectangle_t extents = {0, 0, MM(layout->page_width_mm),
					   MM(layout->page_height_mm)};
	cairo_t *cr;
	cairo_status_t failed;

	if (page->sheet && page->sheet_count == count)
		return STATUS_OK;
	cairo_surface_destroy(page->sheet);
	page->sheet =
	    cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
	page->sheet_count = count;
	cr = cairo_create(page->sheet);
	slip_form_cut_marks(cr, layout);
	for (int i = 0; i < count; i++) {
		cairo_save(cr);
		cairo_translate(cr, MM(slip_x_mm(layout, i)),
				MM(slip_y_mm(layout, i)));
		slip_form_draw(cr, &page->form);
		cairo_restore(cr);
	}
	failed = cairo_status(cr);
	cairo_destroy(cr);
	return failed ? STATUS_MEMORY : STATUS_OK;
}

enum status slip_page_open(const struct slip_words *words,
			   const struct slip_choices *choices,
			   struct roll_share share, enum slip_paper paper,
			   struct paper_font *font, struct slip_page **ret_page)
{
	struct slip_page *page = calloc(1, sizeof(*page));
	const struct slip_layout *layout;
	enum status status;

	if (!page)
		return STATUS_MEMORY;
	layout = slip_layout(paper);
	page->form =
	    (struct slip_form){layout, words, choices, share.count > 0, font};
	page->share = share;
	page->serial_x = slip_form_serial_x(&page->form);
	status = paper_symbols_open(font, layout->token_pt, &page->token);
	if (status == STATUS_OK)
		status =
		    paper_symbols_open(font, layout->serial_pt, &page->serial);
	if (status == STATUS_OK && share.count > 0)
		status = paper_symbols_open(font, SLIP_KIOSK_PT, &page->kiosk);
	if (status == STATUS_OK)
		*ret_page = page;
	else
		slip_page_free(page);
	return status;
}

void slip_page_free(struct slip_page *page)
{
	if (!page)
		return;
	cairo_surface_destroy(page->sheet);
	paper_symbols_free(page->kiosk);
	paper_symbols_free(page->serial);
	paper_symbols_free(page->token);
	free(page);
}

/* The codes of one column: a bitmap with only them is the smallest. */
static enum status draw_codes(cairo_t *cr, const struct slip_form *form,
			      const struct slip *slips, int count, int column)
{
	const struct slip_layout *layout = form->layout;
	struct slip_qr codes[SLIP_LAYOUT_EACH];
	int used = 0;

	for (int i = column; i < count; i += layout->columns)
		codes[used++] = (struct slip_qr){
		    &slips[i], form->words->language,
		    slip_x_mm(layout, i) + layout->code_x_mm,
		    slip_y_mm(layout, i) + layout->code_y_mm, NULL};
	return used ? slip_qr_draw(cr, codes, used) : STATUS_OK;
}

static void draw_token(cairo_t *cr, const struct slip_page *page,
		       const struct slip *slip, int serial, int index)
{
	const struct slip_layout *layout = page->form.layout;
	const double x = MM(slip_x_mm(layout, index));
	const double y = MM(slip_y_mm(layout, index));
	char number[SERIAL_TEXT];

	paper_symbols_draw(cr, page->token, slip->symbols, SLIP_GROUP,
			   x + MM(layout->token_x_mm),
			   y + MM(layout->token_y_mm),
			   MM(layout->token_width_mm));
	snprintf(number, sizeof(number), "%d", serial);
	paper_symbols_draw(cr, page->serial, number, 1, x + page->serial_x,
			   y + MM(layout->serial_y_mm), 0);
	if (!page->kiosk)
		return;
	snprintf(number, sizeof(number), "%d",
		 roll_share_kiosk(page->share, serial));
	paper_symbols_draw(cr, page->kiosk, number, 1,
			   x + MM(slip_kiosk_x_mm(layout)),
			   y + MM(slip_kiosk_y_mm(layout)), 0);
}

enum status slip_page_draw(cairo_t *cr, struct slip_page *page,
			   const struct slip *slips, int count,
			   int first_serial)
{
	const struct slip_layout *layout = page->form.layout;
	enum status status = sheet_draw(page, count);

	assert(count <= slip_layout_each(layout));
	if (status != STATUS_OK)
		return status;
	cairo_set_source_surface(cr, page->sheet, 0, 0);
	cairo_paint(cr);
	cairo_set_source_rgb(cr, 0, 0, 0);
	for (int i = 0; i < count; i++)
		draw_token(cr, page, &slips[i], first_serial + i, i);
	for (int i = 0; i < layout->columns && status == STATUS_OK; i++)
		status = draw_codes(cr, &page->form, slips, count, i);
	return status;
}

#include "tools/slips/slip_qr.h"

#include <assert.h>
#include <sodium/utils.h>
#include <stdint.h>
#include <string.h>

#include "tools/paper/paper_font.h"
#include "tools/paper/paper_modules.h"

enum { SIDE = SLIP_QR_MODULES * MODULE_PIXELS };

/* The part of the page that holds codes, in pixels of 0.25 mm. */
struct area {
	int left, top, right, bottom;
};

static QRcode *encode(const char *text, QRecLevel level)
{
	QRinput *input = QRinput_new2(SLIP_QR_VERSION, level);
	QRcode *code = NULL;

	if (!input)
		return NULL;
	if (QRinput_append(input, QR_MODE_AN, (int)strlen(text),
			   (const unsigned char *)text) == 0)
		code = QRcode_encodeInput(input);
	QRinput_free(input);
	return code;
}

static int pixel(double mm)
{
	return (int)(mm / SLIP_QR_MODULE_MM * MODULE_PIXELS + 0.5);
}

static struct area area_of(const struct slip_qr *codes, int count)
{
	struct area area = {INT32_MAX, INT32_MAX, 0, 0};

	for (int i = 0; i < count; i++) {
		int x = pixel(codes[i].x_mm), y = pixel(codes[i].y_mm);

		area.left = x < area.left ? x : area.left;
		area.top = y < area.top ? y : area.top;
		area.right = x + SIDE > area.right ? x + SIDE : area.right;
		area.bottom = y + SIDE > area.bottom ? y + SIDE : area.bottom;
	}
	return area;
}

static enum status add_slip(cairo_surface_t *bitmap, const struct slip_qr *at,
			    const struct area *area)
{
	char text[SLIP_SCANNED] = "";
	enum status status = STATUS_OK;
	QRcode *code;

	if (!at->text)
		status = slip_scanned(at->slip, at->language, text);
	if (status != STATUS_OK)
		return status;
	code = at->text ? encode(at->text, QR_ECLEVEL_M)
			: encode(text, QR_ECLEVEL_Q);
	sodium_memzero(text, sizeof(text));
	if (!code)
		return STATUS_MEMORY;
	assert(code->width == SLIP_QR_MODULES);
	modules_add(bitmap, code, pixel(at->x_mm) - area->left,
		    pixel(at->y_mm) - area->top);
	sodium_memzero(code->data, (size_t)SLIP_QR_MODULES * SLIP_QR_MODULES);
	QRcode_free(code);
	return STATUS_OK;
}

static void draw_area(cairo_t *cr, cairo_surface_t *bitmap,
		      const struct area *area)
{
	const double scale = MM(SLIP_QR_MODULE_MM / MODULE_PIXELS);

	cairo_save(cr);
	cairo_scale(cr, scale, scale);
	cairo_translate(cr, area->left, area->top);
	modules_draw(cr, bitmap);
	cairo_restore(cr);
}

enum status slip_qr_draw(cairo_t *cr, const struct slip_qr *codes, int count)
{
	const struct area area = area_of(codes, count);
	cairo_surface_t *bitmap =
	    modules_new(area.right - area.left, area.bottom - area.top);
	enum status status = bitmap ? STATUS_OK : STATUS_MEMORY;

	for (int i = 0; i < count && status == STATUS_OK; i++)
		status = add_slip(bitmap, &codes[i], &area);
	if (status == STATUS_OK)
		draw_area(cr, bitmap, &area);
	cairo_surface_destroy(bitmap);
	return status;
}

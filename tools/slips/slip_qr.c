#include "tools/slips/slip_qr.h"

#include <assert.h>
#include <qrencode.h>
#include <sodium/utils.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "tools/slips/slip_font.h"

enum { SIDE = SLIP_QR_MODULES * SLIP_QR_PIXELS, WORD = 32 };

/* The part of the page that holds codes, in pixels of 0.25 mm. */
struct area {
	int left, top, right, bottom;
};

static QRcode *encode(const struct slip *slip)
{
	QRinput *input = QRinput_new2(SLIP_QR_VERSION, QR_ECLEVEL_Q);
	QRcode *code = NULL;

	if (!input)
		return NULL;
	if (QRinput_append(input, QR_MODE_AN, SLIP_SYMBOLS,
			   (const unsigned char *)slip->symbols) == 0)
		code = QRcode_encodeInput(input);
	QRinput_free(input);
	return code;
}

static int pixel(double mm)
{
	return (int)(mm / SLIP_QR_MODULE_MM * SLIP_QR_PIXELS + 0.5);
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

/* Cairo packs the pixels of a bitmap into words of 32, the leftmost in the bit
 * that this machine stores first. */
static void set_pixel(void *line, int x)
{
	uint32_t *words = line;

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	words[x / WORD] |= UINT32_C(1) << x % WORD;
#else
	words[x / WORD] |= UINT32_C(1) << (WORD - 1 - x % WORD);
#endif
}

/* Adds CODE to the bitmap with its corner at pixel (LEFT, TOP); there is none
 * beside it. */
static void add_code(cairo_surface_t *bitmap, const QRcode *code, int left,
		     int top)
{
	unsigned char *data = cairo_image_surface_get_data(bitmap);
	size_t stride = (size_t)cairo_image_surface_get_stride(bitmap);

	for (int row = 0; row < SLIP_QR_MODULES; row++) {
		const unsigned char *modules =
		    code->data + row * SLIP_QR_MODULES;
		unsigned char *line =
		    data + stride * (size_t)(top + row * SLIP_QR_PIXELS);

		for (int x = 0; x < SIDE; x++)
			if (modules[x / SLIP_QR_PIXELS] & 1)
				set_pixel(line, left + x);
		for (size_t copy = 1; copy < SLIP_QR_PIXELS; copy++)
			memcpy(line + stride * copy, line, stride);
	}
}

static enum status add_slip(cairo_surface_t *bitmap, const struct slip_qr *at,
			    const struct area *area)
{
	QRcode *code = encode(at->slip);

	if (!code)
		return STATUS_MEMORY;
	assert(code->width == SLIP_QR_MODULES);
	add_code(bitmap, code, pixel(at->x_mm) - area->left,
		 pixel(at->y_mm) - area->top);
	sodium_memzero(code->data, (size_t)SLIP_QR_MODULES * SLIP_QR_MODULES);
	QRcode_free(code);
	return STATUS_OK;
}

static void draw_bitmap(cairo_t *cr, cairo_surface_t *bitmap,
			const struct area *area)
{
	const double scale = MM(SLIP_QR_MODULE_MM / SLIP_QR_PIXELS);
	cairo_pattern_t *mask = cairo_pattern_create_for_surface(bitmap);

	/* Printers must not smooth the edges. */
	cairo_pattern_set_filter(mask, CAIRO_FILTER_NEAREST);
	cairo_save(cr);
	cairo_scale(cr, scale, scale);
	cairo_translate(cr, area->left, area->top);
	cairo_mask(cr, mask);
	cairo_restore(cr);
	cairo_pattern_destroy(mask);
}

enum status slip_qr_draw(cairo_t *cr, const struct slip_qr *codes, int count)
{
	const struct area area = area_of(codes, count);
	cairo_surface_t *bitmap = cairo_image_surface_create(
	    CAIRO_FORMAT_A1, area.right - area.left, area.bottom - area.top);
	enum status status = STATUS_OK;

	if (cairo_surface_status(bitmap) != CAIRO_STATUS_SUCCESS)
		status = STATUS_MEMORY;
	cairo_surface_flush(bitmap);
	for (int i = 0; i < count && status == STATUS_OK; i++)
		status = add_slip(bitmap, &codes[i], &area);
	if (status == STATUS_OK) {
		cairo_surface_mark_dirty(bitmap);
		draw_bitmap(cr, bitmap, &area);
	}
	cairo_surface_destroy(bitmap);
	return status;
}

#include "tools/paper/paper_modules.h"

#include <stdint.h>
#include <string.h>

enum { WORD = 32 };

cairo_surface_t *modules_new(int width, int height)
{
	cairo_surface_t *bitmap =
	    cairo_image_surface_create(CAIRO_FORMAT_A1, width, height);

	if (cairo_surface_status(bitmap) == CAIRO_STATUS_SUCCESS)
		return bitmap;
	cairo_surface_destroy(bitmap);
	return NULL;
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

void modules_add(cairo_surface_t *bitmap, const QRcode *code, int left, int top)
{
	const size_t stride = (size_t)cairo_image_surface_get_stride(bitmap);
	unsigned char *data;

	cairo_surface_flush(bitmap);
	data = cairo_image_surface_get_data(bitmap);
	for (int row = 0; row < code->width; row++) {
		const unsigned char *modules = code->data + row * code->width;
		unsigned char *line =
		    data + stride * (size_t)(top + row * MODULE_PIXELS);

		for (int x = 0; x < code->width * MODULE_PIXELS; x++)
			if (modules[x / MODULE_PIXELS] & 1)
				set_pixel(line, left + x);
		for (size_t copy = 1; copy < MODULE_PIXELS; copy++)
			memcpy(line + stride * copy, line, stride);
	}
	cairo_surface_mark_dirty(bitmap);
}

void modules_draw(cairo_t *cr, cairo_surface_t *bitmap)
{
	cairo_pattern_t *mask = cairo_pattern_create_for_surface(bitmap);

	/* Printers must not smooth the edges. */
	cairo_pattern_set_filter(mask, CAIRO_FILTER_NEAREST);
	cairo_mask(cr, mask);
	cairo_pattern_destroy(mask);
}

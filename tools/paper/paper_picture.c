#include "tools/paper/paper_picture.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "core/pixels.h"
#include "tools/import/picture_file.h"
#include "tools/paper/paper_jpeg.h"
#include "tools/paper/paper_sheet.h"

/* At most this part of a picture may be cut off. */
#define CUT_MOST 0.25

/* The bytes of the file NAME, a picture; free(). */
static enum status pixels_open(int folder, const char *name,
			       unsigned char **ret_bytes,
			       struct pixels *ret_pixels)
{
	unsigned char *bytes = NULL;
	size_t length = 0;

	if (picture_file_read(folder, name, &bytes, &length) ||
	    !pixels_read(bytes, length, ret_pixels)) {
		free(bytes);
		return STATUS_FILE_READ;
	}
	*ret_bytes = bytes;
	return STATUS_OK;
}

enum status picture_look(int folder, const char *name,
			 struct paper_picture *ret_picture)
{
	unsigned char *bytes = NULL;
	struct pixels pixels;
	enum status status = pixels_open(folder, name, &bytes, &pixels);

	if (status == STATUS_OK)
		*ret_picture =
		    (struct paper_picture){name, pixels.width, pixels.height};
	free(bytes);
	return status;
}

double picture_height(const struct paper_picture *picture, double width)
{
	return width * picture->height / picture->width;
}

/* The file goes into the document as a JPEG of it; the surface says only how
 * large it is. */
static cairo_surface_t *jpeg_surface(const struct pixels *pixels)
{
	cairo_surface_t *surface = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, pixels->width, pixels->height);
	size_t length = 0;
	unsigned char *jpeg = paper_jpeg(pixels, &length);

	if (jpeg && cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG,
						jpeg, length, free,
						jpeg) == CAIRO_STATUS_SUCCESS)
		return surface;
	free(jpeg);
	cairo_surface_destroy(surface);
	return NULL;
}

static void surface_name(cairo_surface_t *surface, const char *name)
{
	char *copy = strdup(name);

	/* By this the document knows a picture that it already has. */
	if (copy &&
	    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID,
					(unsigned char *)copy, strlen(copy),
					free, copy) != CAIRO_STATUS_SUCCESS)
		free(copy);
}

static enum status surface_open(int folder, const struct paper_picture *picture,
				cairo_surface_t **ret_surface)
{
	unsigned char *bytes = NULL;
	struct pixels pixels;
	cairo_surface_t *surface;
	enum status status =
	    pixels_open(folder, picture->name, &bytes, &pixels);

	if (status != STATUS_OK)
		return status;
	/* It may have been changed since it was looked at. */
	if (pixels.width != picture->width || pixels.height != picture->height)
		status = STATUS_FILE_READ;
	surface = status == STATUS_OK ? jpeg_surface(&pixels) : NULL;
	free(bytes);
	if (surface) {
		surface_name(surface, picture->name);
		*ret_surface = surface;
	} else if (status == STATUS_OK) {
		status = STATUS_MEMORY;
	}
	return status;
}

/* How many points a pixel of PICTURE is in a box. */
static double scale_of(const struct paper_picture *picture, double width,
		       double height)
{
	const double across = width / picture->width;
	const double down = height / picture->height;
	const double large = across > down ? across : down;
	const double small = across > down ? down : across;

	return 1 - small / large <= CUT_MOST ? large : small;
}

double picture_width(const struct paper_picture *picture, double width,
		     double height)
{
	const double taken = picture->width * scale_of(picture, width, height);

	return taken < width ? taken : width;
}

void picture_draw(struct sheet *sheet, int folder,
		  const struct paper_picture *picture, double from, double y,
		  double width, double height)
{
	const double scale = scale_of(picture, width, height);
	const double x = sheet_x(sheet, from, width);
	cairo_surface_t *surface;
	cairo_t *cr = sheet->pdf.cr;
	enum status status;

	if (sheet->dry)
		return;
	status = surface_open(folder, picture, &surface);
	if (status != STATUS_OK) {
		if (sheet->status == STATUS_OK)
			sheet->status = status;
		return;
	}
	cairo_save(cr);
	cairo_rectangle(cr, x, y, width, height);
	cairo_clip(cr);
	cairo_translate(cr, x + (width - picture->width * scale) / 2,
			y + (height - picture->height * scale) / 2);
	cairo_scale(cr, scale, scale);
	cairo_set_source_surface(cr, surface, 0, 0);
	cairo_paint(cr);
	cairo_restore(cr);
	cairo_surface_destroy(surface);
}

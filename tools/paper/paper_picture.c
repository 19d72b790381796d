#include "tools/paper/paper_picture.h"

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "tools/import/picture.h"
#include "tools/import/picture_file.h"
#include "tools/paper/paper_sheet.h"

/* At most this part of a picture may be cut off. */
#define CUT_MOST 0.25

/* The first bytes of a JPEG: start of image (ISO/IEC 10918-1, B.1.1.3). */
static const unsigned char jpeg_start[] = {0xff, 0xd8};

struct bytes {
	const unsigned char *at;
	size_t left;
};

enum status picture_look(int folder, const char *name,
			 struct paper_picture *ret_picture)
{
	unsigned char *bytes = NULL;
	size_t length = 0;
	struct picture found;
	const char *why = picture_file_read(folder, name, &bytes, &length);

	if (!why)
		why = picture_check(bytes, length, &found);
	free(bytes);
	if (why)
		return STATUS_FILE_READ;
	*ret_picture = (struct paper_picture){name, found.width, found.height};
	return STATUS_OK;
}

double picture_height(const struct paper_picture *picture, double width)
{
	return width * picture->height / picture->width;
}

static cairo_status_t read_some(void *context, unsigned char *data,
				unsigned length)
{
	struct bytes *bytes = context;

	if (length > bytes->left)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(data, bytes->at, length);
	bytes->at += length;
	bytes->left -= length;
	return CAIRO_STATUS_SUCCESS;
}

/* The file itself goes into the document, so no pixel is decoded: the surface
 * says only how large it is. */
static cairo_surface_t *jpeg_surface(const struct paper_picture *picture,
				     unsigned char **bytes, size_t length)
{
	cairo_surface_t *surface = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, picture->width, picture->height);

	if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, *bytes,
					length, free,
					*bytes) == CAIRO_STATUS_SUCCESS)
		*bytes = NULL;
	return surface;
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
	size_t length = 0;
	struct bytes rest;
	cairo_surface_t *surface;
	enum status status = STATUS_OK;

	if (picture_file_read(folder, picture->name, &bytes, &length))
		return STATUS_FILE_READ;
	rest = (struct bytes){bytes, length};
	surface =
	    length > sizeof(jpeg_start) &&
		    memcmp(bytes, jpeg_start, sizeof(jpeg_start)) == 0
		? jpeg_surface(picture, &bytes, length)
		: cairo_image_surface_create_from_png_stream(read_some, &rest);
	free(bytes);
	if (cairo_surface_status(surface) == CAIRO_STATUS_NO_MEMORY)
		status = STATUS_MEMORY;
	else if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS ||
		 cairo_image_surface_get_width(surface) != picture->width ||
		 cairo_image_surface_get_height(surface) != picture->height)
		status = STATUS_FILE_READ;
	if (status == STATUS_OK) {
		surface_name(surface, picture->name);
		*ret_surface = surface;
	} else {
		cairo_surface_destroy(surface);
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

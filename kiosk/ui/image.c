#include "ui/image.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/pixels.h"
#include "ui/shape.h"

/* The whole file, or NULL; to be freed. */
static unsigned char *read_file(const char *path, size_t *ret_size)
{
	/* A pipe that lies there is not waited for. */
	int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "rb");
	unsigned char *bytes = NULL;
	struct stat info;
	size_t size;

	if (!file) {
		if (descriptor >= 0)
			close(descriptor);
		return NULL;
	}
	if (fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode) ||
	    info.st_size <= 0 || info.st_size > PIXELS_BYTES)
		goto out;
	size = (size_t)info.st_size;
	bytes = malloc(size);
	if (bytes && fread(bytes, 1, size, file) != size) {
		free(bytes);
		bytes = NULL;
	}
	*ret_size = size;
out:
	fclose(file);
	return bytes;
}

/* The rows as cairo takes them: four bytes a pixel, in the machine's order. */
static cairo_surface_t *surface_of(const struct pixels *pixels)
{
	cairo_surface_t *surface = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, pixels->width, pixels->height);
	const int stride = cairo_image_surface_get_stride(surface);
	unsigned char *rows = cairo_image_surface_get_data(surface);
	const unsigned char *from = pixels->rows;

	if (!rows)
		return surface;
	for (int y = 0; y < pixels->height; y++) {
		uint32_t *to =
		    (uint32_t *)(void *)(rows + (ptrdiff_t)y * stride);

		for (int x = 0; x < pixels->width; x++, from += 3)
			to[x] =
			    (uint32_t)(from[0] << 16 | from[1] << 8 | from[2]);
	}
	cairo_surface_mark_dirty(surface);
	return surface;
}

static void paint_cover(cairo_t *cairo, cairo_surface_t *source, int w, int h)
{
	double source_w = cairo_image_surface_get_width(source);
	double source_h = cairo_image_surface_get_height(source);
	double scale = SDL_max(w / source_w, h / source_h);

	cairo_translate(cairo, (w - source_w * scale) / 2,
			(h - source_h * scale) / 2);
	cairo_scale(cairo, scale, scale);
	cairo_set_source_surface(cairo, source, 0, 0);
	cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
	cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
	cairo_paint(cairo);
}

static SDL_Surface *shape_image(const struct pixels *pixels, int w, int h,
				int radius)
{
	cairo_surface_t *source = surface_of(pixels);
	cairo_surface_t *target =
	    cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
	cairo_t *cairo = cairo_create(target);
	SDL_Surface *shaped = NULL;

	shape_path_round(cairo, 0, 0, w, h, radius);
	cairo_clip(cairo);
	paint_cover(cairo, source, w, h);
	if (cairo_status(cairo) == CAIRO_STATUS_SUCCESS)
		shaped = shape_straight(target);
	cairo_destroy(cairo);
	cairo_surface_destroy(target);
	cairo_surface_destroy(source);
	return shaped;
}

SDL_Surface *image_read(const char *path, const unsigned char *hash, int w,
			int h, int radius)
{
	size_t size = 0;
	unsigned char *bytes = read_file(path, &size);
	SDL_Surface *image = NULL;
	struct pixels pixels;

	if (!bytes)
		return NULL;
	if (pixels_read(bytes, size, &pixels) &&
	    (!hash || pixels_match(bytes, size, hash)))
		image = shape_image(&pixels, w, h, radius);
	free(bytes);
	return image;
}

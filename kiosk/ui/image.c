#include "ui/image.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <SDL_image.h>

#include "ui/photo.h"
#include "ui/shape.h"

/* The whole file, or NULL; to be freed. */
static unsigned char *read_file(const char *path, size_t *ret_size)
{
	FILE *file = fopen(path, "rb");
	unsigned char *bytes = NULL;
	struct stat info;
	size_t size;

	if (!file)
		return NULL;
	if (fstat(fileno(file), &info) != 0 || !S_ISREG(info.st_mode) ||
	    info.st_size <= 0 || info.st_size > IMAGE_BYTES)
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

/* The decoded picture on white, as cairo takes it. */
static SDL_Surface *decode(const unsigned char *bytes, size_t size)
{
	SDL_RWops *stream = SDL_RWFromConstMem(bytes, (int)size);
	SDL_Surface *decoded = stream ? IMG_Load_RW(stream, 1) : NULL;
	SDL_Surface *plain = NULL;

	if (!decoded)
		return NULL;
	plain = SDL_CreateRGBSurfaceWithFormat(0, decoded->w, decoded->h, 32,
					       SDL_PIXELFORMAT_RGB888);
	if (plain) {
		SDL_FillRect(plain, NULL,
			     SDL_MapRGB(plain->format, 255, 255, 255));
		SDL_BlitSurface(decoded, NULL, plain, NULL);
	}
	SDL_FreeSurface(decoded);
	return plain;
}

/* Turns what follows so that a picture W by H stored as ORIENTATION says (Exif
 * 2.3, tag 0x0112) stands upright. */
static void turn(cairo_t *cairo, enum photo_turn orientation, double w,
		 double h)
{
	static const double MATRIX[PHOTO_TURNS][4] = {
	    [PHOTO_UPRIGHT] = {1, 0, 0, 1},
	    [PHOTO_MIRRORED] = {-1, 0, 0, 1},
	    [PHOTO_UPSIDE_DOWN] = {-1, 0, 0, -1},
	    [PHOTO_FLIPPED] = {1, 0, 0, -1},
	    [PHOTO_TRANSPOSED] = {0, 1, 1, 0},
	    [PHOTO_TURNED_RIGHT] = {0, 1, -1, 0},
	    [PHOTO_TRANSVERSED] = {0, -1, -1, 0},
	    [PHOTO_TURNED_LEFT] = {0, -1, 1, 0}};
	const double *m = MATRIX[orientation];
	cairo_matrix_t matrix;

	cairo_matrix_init(&matrix, m[0], m[1], m[2], m[3],
			  (m[0] < 0 ? w : 0) + (m[2] < 0 ? h : 0),
			  (m[1] < 0 ? w : 0) + (m[3] < 0 ? h : 0));
	cairo_transform(cairo, &matrix);
}

static void paint_cover(cairo_t *cairo, cairo_surface_t *source,
			enum photo_turn orientation, int w, int h)
{
	double source_w = cairo_image_surface_get_width(source);
	double source_h = cairo_image_surface_get_height(source);
	bool sideways = orientation >= PHOTO_TRANSPOSED;
	double seen_w = sideways ? source_h : source_w;
	double seen_h = sideways ? source_w : source_h;
	double scale = SDL_max(w / seen_w, h / seen_h);

	cairo_translate(cairo, (w - seen_w * scale) / 2,
			(h - seen_h * scale) / 2);
	cairo_scale(cairo, scale, scale);
	turn(cairo, orientation, source_w, source_h);
	cairo_set_source_surface(cairo, source, 0, 0);
	cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
	cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD);
	cairo_paint(cairo);
}

static SDL_Surface *shape_image(SDL_Surface *decoded,
				enum photo_turn orientation, int w, int h,
				int radius)
{
	cairo_surface_t *source = cairo_image_surface_create_for_data(
	    decoded->pixels, CAIRO_FORMAT_RGB24, decoded->w, decoded->h,
	    decoded->pitch);
	cairo_surface_t *target =
	    cairo_image_surface_create(CAIRO_FORMAT_ARGB32, w, h);
	cairo_t *cairo = cairo_create(target);
	SDL_Surface *shaped = NULL;

	shape_path_round(cairo, 0, 0, w, h, radius);
	cairo_clip(cairo);
	paint_cover(cairo, source, orientation, w, h);
	if (cairo_status(cairo) == CAIRO_STATUS_SUCCESS)
		shaped = shape_straight(target);
	cairo_destroy(cairo);
	cairo_surface_destroy(target);
	cairo_surface_destroy(source);
	return shaped;
}

SDL_Surface *image_read(const char *path, int w, int h, int radius)
{
	size_t size = 0;
	unsigned char *bytes = read_file(path, &size);
	SDL_Surface *decoded = NULL, *image = NULL;
	struct photo photo;

	if (!bytes)
		return NULL;
	if (photo_read(bytes, size, &photo) && photo.w > 0 && photo.h > 0 &&
	    photo.w <= IMAGE_PIXELS / photo.h)
		decoded = decode(bytes, size);
	if (decoded)
		image = shape_image(decoded, photo.turn, w, h, radius);
	SDL_FreeSurface(decoded);
	free(bytes);
	return image;
}

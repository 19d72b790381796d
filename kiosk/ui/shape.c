#include "ui/shape.h"

#include <math.h>

enum { HATCH_STEPS = 4 }; /* stripes across a square of hatching */

static void set_colour(cairo_t *cairo, uint32_t colour)
{
	cairo_set_source_rgb(cairo, (colour >> 16 & 255) / 255.0,
			     (colour >> 8 & 255) / 255.0,
			     (colour & 255) / 255.0);
}

void shape_path_round(cairo_t *cairo, double x, double y, double w, double h,
		      double radius)
{
	cairo_new_sub_path(cairo);
	cairo_arc(cairo, x + w - radius, y + radius, radius, -M_PI / 2, 0);
	cairo_arc(cairo, x + w - radius, y + h - radius, radius, 0, M_PI / 2);
	cairo_arc(cairo, x + radius, y + h - radius, radius, M_PI / 2, M_PI);
	cairo_arc(cairo, x + radius, y + radius, radius, M_PI, 3 * M_PI / 2);
	cairo_close_path(cairo);
}

/* The inside and the edge each cover their own part, so that neither colour
 * shows through at the other's rim. */
static void draw_panel_shape(cairo_t *cairo, const struct shape_key *key,
			     bool hollow)
{
	double edge = key->b;

	if (!hollow) {
		shape_path_round(cairo, edge / 2, edge / 2, key->w - edge,
				 key->h - edge, fmax(key->a - edge / 2, 0));
		set_colour(cairo, key->fill);
		cairo_fill(cairo);
	}
	if (key->b <= 0)
		return;
	cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
	shape_path_round(cairo, 0, 0, key->w, key->h, key->a);
	shape_path_round(cairo, edge, edge, key->w - 2 * edge,
			 key->h - 2 * edge, fmax(key->a - edge, 0));
	set_colour(cairo, key->edge);
	cairo_fill(cairo);
}

static void draw_ring_shape(cairo_t *cairo, const struct shape_key *key)
{
	double radius = (fmin(key->w, key->h) - key->b) / 2.0;
	double top = -M_PI / 2;

	cairo_set_line_width(cairo, key->b);
	cairo_arc(cairo, key->w / 2.0, key->h / 2.0, radius, 0, 2 * M_PI);
	set_colour(cairo, key->edge);
	cairo_stroke(cairo);
	if (key->a <= 0)
		return;
	cairo_arc(cairo, key->w / 2.0, key->h / 2.0, radius, top,
		  top + 2 * M_PI * key->a / 1000.0);
	set_colour(cairo, key->fill);
	cairo_stroke(cairo);
}

static void draw_hatch_shape(cairo_t *cairo, const struct shape_key *key)
{
	double step = key->w / (double)HATCH_STEPS;

	set_colour(cairo, key->fill);
	cairo_set_line_width(cairo, step / 3);
	for (int i = -1; i <= 2 * HATCH_STEPS + 1; i++) {
		cairo_move_to(cairo, i * step + step, -step);
		cairo_line_to(cairo, i * step - key->h - step, key->h + step);
	}
	cairo_stroke(cairo);
}

SDL_Surface *shape_straight(cairo_surface_t *surface)
{
	int w = cairo_image_surface_get_width(surface);
	int h = cairo_image_surface_get_height(surface);
	SDL_Surface *straight = SDL_CreateRGBSurfaceWithFormat(
	    0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);

	if (!straight)
		return NULL;
	cairo_surface_flush(surface);
	for (int y = 0; y < h; y++) {
		const uint32_t *from =
		    (const uint32_t *)(cairo_image_surface_get_data(surface) +
				       (ptrdiff_t)y *
					   cairo_image_surface_get_stride(
					       surface));
		uint32_t *to = (uint32_t *)((unsigned char *)straight->pixels +
					    (ptrdiff_t)y * straight->pitch);

		for (int x = 0; x < w; x++) {
			uint32_t alpha = from[x] >> 24;
			uint32_t half = alpha / 2;

			if (alpha == 0 || alpha == 255) {
				to[x] = alpha ? from[x] : 0;
				continue;
			}
			to[x] =
			    alpha << 24 |
			    ((from[x] >> 16 & 255) * 255 + half) / alpha << 16 |
			    ((from[x] >> 8 & 255) * 255 + half) / alpha << 8 |
			    ((from[x] & 255) * 255 + half) / alpha;
		}
	}
	return straight;
}

SDL_Surface *shape_draw(const struct shape_key *key)
{
	cairo_surface_t *surface =
	    cairo_image_surface_create(CAIRO_FORMAT_ARGB32, key->w, key->h);
	cairo_t *cairo = cairo_create(surface);
	SDL_Surface *drawn = NULL;

	switch ((enum shape)key->shape) {
	case SHAPE_PANEL:
	case SHAPE_FRAME:
		draw_panel_shape(cairo, key, key->shape == SHAPE_FRAME);
		break;
	case SHAPE_RING:
		draw_ring_shape(cairo, key);
		break;
	case SHAPE_ICON:
		set_colour(cairo, key->fill);
		icon_draw(cairo, key->a, fmin(key->w, key->h));
		break;
	case SHAPE_HATCH:
		draw_hatch_shape(cairo, key);
		break;
	}
	if (cairo_status(cairo) == CAIRO_STATUS_SUCCESS)
		drawn = shape_straight(surface);
	cairo_destroy(cairo);
	cairo_surface_destroy(surface);
	return drawn;
}

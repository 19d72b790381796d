#include "tools/slips/slip_picture.h"

#include <assert.h>
#include <math.h>

#include "words/words.h"

/* The pictures are drawn on a grid of 10 by 10. */
#define GRID 10.0
#define PEN 0.55
#define FINE_PEN 0.4

/* How exactly, in points, the PDF library works out where lines reach; less
 * than any pen. It changes nothing that is drawn, but the time for each page.
 */
#define COARSE 0.9

void slip_round_path(cairo_t *cr, double x, double y, double width,
		     double height, double radius)
{
	const double right = x + width - radius, bottom = y + height - radius;

	cairo_new_sub_path(cr);
	cairo_arc(cr, right, y + radius, radius, -M_PI_2, 0);
	cairo_arc(cr, right, bottom, radius, 0, M_PI_2);
	cairo_arc(cr, x + radius, bottom, radius, M_PI_2, M_PI);
	cairo_arc(cr, x + radius, y + radius, radius, M_PI, 1.5 * M_PI);
	cairo_close_path(cr);
}

static void line(cairo_t *cr, double x0, double y0, double x1, double y1)
{
	cairo_move_to(cr, x0, y0);
	cairo_line_to(cr, x1, y1);
}

/* A QR code too small to be one: three corners and two crumbs. */
static void small_code(cairo_t *cr, double x, double y, double side)
{
	const double corner = side * 0.36, far = side - corner;

	cairo_rectangle(cr, x, y, corner, corner);
	cairo_rectangle(cr, x + far, y, corner, corner);
	cairo_rectangle(cr, x, y + far, corner, corner);
}

static void small_code_crumbs(cairo_t *cr, double x, double y, double side)
{
	const double crumb = side * 0.18;

	cairo_rectangle(cr, x + side * 0.58, y + side * 0.58, crumb, crumb);
	cairo_rectangle(cr, x + side * 0.82, y + side * 0.82, crumb, crumb);
}

/* A slip whose lower edge is behind the thumb of the hand that holds it. */
static void take_lines(cairo_t *cr)
{
	cairo_new_sub_path(cr);
	cairo_move_to(cr, 4.1, 6.5);
	cairo_line_to(cr, 1.2, 6.5);
	cairo_arc(cr, 1.2, 6.0, 0.5, M_PI_2, M_PI);
	cairo_arc(cr, 1.2, 0.9, 0.5, M_PI, 1.5 * M_PI);
	cairo_arc(cr, 8.8, 0.9, 0.5, -M_PI_2, 0);
	cairo_arc(cr, 8.8, 6.0, 0.5, 0, M_PI_2);
	cairo_line_to(cr, 5.9, 6.5);
	line(cr, 6.1, 2.0, 7.7, 2.0);
	line(cr, 6.1, 3.3, 7.7, 3.3);

	cairo_move_to(cr, 3.0, 9.7);
	cairo_curve_to(cr, 3.0, 8.5, 4.1, 8.3, 4.1, 7.2);
	cairo_line_to(cr, 4.1, 5.5);
	cairo_curve_to(cr, 4.1, 4.2, 5.9, 4.2, 5.9, 5.5);
	cairo_line_to(cr, 5.9, 7.7);
	cairo_curve_to(cr, 7.3, 7.8, 8.1, 8.4, 8.1, 9.7);
}

static void take_fine(cairo_t *cr)
{
	small_code(cr, 2.0, 1.6, 2.7);
}

static void take_solid(cairo_t *cr)
{
	small_code_crumbs(cr, 2.0, 1.6, 2.7);
}

/* The slip's code between the marks of a finder on the screen. */
static void show_lines(cairo_t *cr)
{
	static const double corners[4][2] = {
	    {2.6, 1.7}, {7.4, 1.7}, {7.4, 6.1}, {2.6, 6.1}};

	slip_round_path(cr, 0.6, 0.4, 8.8, 7.0, 0.7);
	line(cr, 5, 7.4, 5, 9.5);
	line(cr, 2.8, 9.5, 7.2, 9.5);
	for (int i = 0; i < 4; i++) {
		double x = corners[i][0], y = corners[i][1];
		double inward_x = x < 5 ? 1 : -1, inward_y = y < 4 ? 1 : -1;

		cairo_move_to(cr, x, y + inward_y);
		cairo_line_to(cr, x, y);
		cairo_line_to(cr, x + inward_x, y);
	}
}

static void show_fine(cairo_t *cr)
{
	small_code(cr, 3.75, 2.65, 2.5);
}

static void show_solid(cairo_t *cr)
{
	small_code_crumbs(cr, 3.75, 2.65, 2.5);
}

/* Three proposals; the second has a tick. */
static void choose_lines(cairo_t *cr)
{
	for (int i = 0; i < 3; i++) {
		double y = 0.5 + i * 3.3;

		slip_round_path(cr, 0.6, y, 2.4, 2.4, 0.4);
		line(cr, 4.9, y + 1.2, i == 1 ? 9.5 : 8.2, y + 1.2);
	}
	cairo_move_to(cr, 1.3, 4.9);
	cairo_line_to(cr, 1.95, 5.55);
	cairo_line_to(cr, 3.7, 3.2);
}

/* A picture in three layers, so that the layers of all pictures are drawn as
 * one path each: a slip is printed thousands of times. */
static const struct {
	void (*lines)(cairo_t *cr);
	void (*fine)(cairo_t *cr);
	void (*solid)(cairo_t *cr);
	const char *text;
} pictures[SLIP_PICTURE_COUNT] = {
    [SLIP_PICTURE_TAKE] = {take_lines, take_fine, take_solid,
			   N_("Get your slip")},
    [SLIP_PICTURE_SHOW] = {show_lines, show_fine, show_solid, N_("Scan it")},
    [SLIP_PICTURE_CHOOSE] = {choose_lines, NULL, NULL, N_("Choose proposals")},
};

static void add_layer(cairo_t *cr, void (*layer)(cairo_t *cr), double x,
		      double y, double side)
{
	if (!layer)
		return;
	cairo_save(cr);
	cairo_translate(cr, x, y);
	cairo_scale(cr, side / GRID, side / GRID);
	layer(cr);
	cairo_restore(cr);
}

void slip_pictures_draw(cairo_t *cr, const double x[SLIP_PICTURE_COUNT],
			const double y[SLIP_PICTURE_COUNT], double side)
{
	cairo_save(cr);
	cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
	cairo_set_tolerance(cr, COARSE);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++)
		add_layer(cr, pictures[i].lines, x[i], y[i], side);
	cairo_set_line_width(cr, PEN * side / GRID);
	cairo_stroke(cr);
	cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++)
		add_layer(cr, pictures[i].fine, x[i], y[i], side);
	cairo_set_line_width(cr, FINE_PEN * side / GRID);
	cairo_stroke(cr);
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++)
		add_layer(cr, pictures[i].solid, x[i], y[i], side);
	cairo_fill(cr);
	cairo_restore(cr);
}

const char *slip_picture_text(enum slip_picture picture)
{
	assert((unsigned)picture < SLIP_PICTURE_COUNT);
	return pictures[picture].text;
}

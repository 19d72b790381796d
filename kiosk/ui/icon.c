#include <math.h>

#include "ui/shape.h"

/* Every icon stands on a square of 24 by 24 with a margin of 2; lines are round
 * and as wide as line_width() says. */
enum { GRID = 24 };

/* Strong at button size, finer where the icon is large. */
static double line_width(double size)
{
	if (size <= 48)
		return 2.2;
	if (size >= 200)
		return 1.5;
	return 2.2 - 0.7 * (size - 48) / 152;
}

static void line(cairo_t *c, double x1, double y1, double x2, double y2)
{
	cairo_move_to(c, x1, y1);
	cairo_line_to(c, x2, y2);
	cairo_stroke(c);
}

static void dot(cairo_t *c, double x, double y, double radius)
{
	cairo_new_sub_path(c);
	cairo_arc(c, x, y, radius, 0, 2 * M_PI);
	cairo_fill(c);
}

static void box(cairo_t *c, double x, double y, double w, double h)
{
	cairo_rectangle(c, x, y, w, h);
	cairo_fill(c);
}

static void check(cairo_t *c, double x, double y, double size)
{
	cairo_move_to(c, x - size * 0.50, y + size * 0.02);
	cairo_line_to(c, x - size * 0.14, y + size * 0.37);
	cairo_line_to(c, x + size * 0.50, y - size * 0.36);
	cairo_stroke(c);
}

/* What is drawn next is taken away instead: a sign inside a filled shape. */
static void cut_out(cairo_t *c)
{
	cairo_set_operator(c, CAIRO_OPERATOR_CLEAR);
}

static void draw_tick(cairo_t *c)
{
	dot(c, 12, 12, 11);
	cut_out(c);
	cairo_set_line_width(c, 2.6);
	check(c, 12, 12, 11);
}

static void draw_check(cairo_t *c)
{
	cairo_set_line_width(c, 1.4 * cairo_get_line_width(c));
	check(c, 12, 12, 17);
}

static void draw_cross(cairo_t *c)
{
	cairo_set_line_width(c, 1.2 * cairo_get_line_width(c));
	line(c, 5, 5, 19, 19);
	line(c, 19, 5, 5, 19);
}

static void draw_menu(cairo_t *c)
{
	cairo_set_line_width(c, 1.2 * cairo_get_line_width(c));
	for (int y = 5; y <= 19; y += 7)
		line(c, 3.5, y, 20.5, y);
}

static void draw_language(cairo_t *c)
{
	cairo_arc(c, 12, 12, 9.6, 0, 2 * M_PI);
	cairo_stroke(c);
	cairo_save(c);
	cairo_translate(c, 12, 12);
	cairo_scale(c, 0.44, 1);
	cairo_arc(c, 0, 0, 9.6, 0, 2 * M_PI);
	cairo_restore(c);
	cairo_stroke(c);
	line(c, 3.4, 8.8, 20.6, 8.8);
	line(c, 3.4, 15.2, 20.6, 15.2);
}

static void draw_text_sign(cairo_t *c)
{
	cairo_move_to(c, 1.6, 19.5);
	cairo_line_to(c, 7.6, 4.5);
	cairo_line_to(c, 13.6, 19.5);
	cairo_stroke(c);
	line(c, 4, 14.4, 11.2, 14.4);
	cairo_arc(c, 18.4, 15.6, 3.4, 0, 2 * M_PI);
	cairo_stroke(c);
	line(c, 21.9, 11.9, 21.9, 19.5);
}

static void draw_sound(cairo_t *c)
{
	cairo_move_to(c, 2, 9);
	cairo_line_to(c, 6, 9);
	cairo_line_to(c, 11.4, 4.4);
	cairo_line_to(c, 11.4, 19.6);
	cairo_line_to(c, 6, 15);
	cairo_line_to(c, 2, 15);
	cairo_close_path(c);
	cairo_fill_preserve(c);
	cairo_stroke(c);
	cairo_arc(c, 12, 12, 4.4, -0.8, 0.8);
	cairo_stroke(c);
	cairo_arc(c, 12, 12, 8.8, -0.8, 0.8);
	cairo_stroke(c);
}

static void draw_reach(cairo_t *c)
{
	dot(c, 9.6, 3.6, 2.2);
	cairo_move_to(c, 9.8, 7.6);
	cairo_line_to(c, 10.4, 13.4);
	cairo_line_to(c, 16.2, 13.4);
	cairo_line_to(c, 18.8, 20);
	cairo_line_to(c, 21.4, 19.2);
	cairo_stroke(c);
	line(c, 10.2, 10.2, 15.2, 10.2);
	cairo_arc(c, 9.4, 15.6, 6, 0.1, M_PI * 1.45);
	cairo_stroke(c);
}

static void draw_help(cairo_t *c)
{
	double width = cairo_get_line_width(c);

	cairo_arc(c, 12, 12, 9.6, 0, 2 * M_PI);
	cairo_stroke(c);
	cairo_arc(c, 12, 9.6, 2.9, -M_PI * 0.95, M_PI * 0.30);
	cairo_curve_to(c, 12.9, 12.8, 12, 13.0, 12, 14.4);
	cairo_stroke(c);
	dot(c, 12, 17.4, width * 0.62);
}

static void draw_next(cairo_t *c)
{
	cairo_set_line_width(c, 1.15 * cairo_get_line_width(c));
	line(c, 3.5, 12, 20, 12);
	cairo_move_to(c, 13.5, 5.5);
	cairo_line_to(c, 20, 12);
	cairo_line_to(c, 13.5, 18.5);
	cairo_stroke(c);
}

static void draw_previous(cairo_t *c)
{
	cairo_translate(c, GRID, 0);
	cairo_scale(c, -1, 1);
	draw_next(c);
}

/* The three corner marks and a few modules say "QR code" at any size. */
static void draw_code(cairo_t *c, double x, double y, double unit)
{
	static const char MARKS[7][8] = {"1110111", "1010101", "1110111",
					 "0000000", "1110101", "1010010",
					 "1110101"};

	for (int row = 0; row < 7; row++) {
		for (int column = 0; column < 7; column++) {
			if (MARKS[row][column] == '1')
				box(c, x + column * unit, y + row * unit,
				    unit * 1.02, unit * 1.02);
		}
	}
}

static void draw_slip(cairo_t *c)
{
	shape_path_round(c, 4.5, 2, 15, 20, 1.8);
	cairo_stroke(c);
	draw_code(c, 7.8, 5.0, 1.2);
	line(c, 8.2, 16.4, 15.8, 16.4);
	line(c, 8.2, 19, 13, 19);
}

/* The beam runs through the empty row in the middle of the code. */
static void draw_scan(cairo_t *c)
{
	static const double CORNERS[4][2] = {
	    {1, 1}, {-1, 1}, {-1, -1}, {1, -1}};

	for (int i = 0; i < 4; i++) {
		double sx = CORNERS[i][0], sy = CORNERS[i][1];

		cairo_move_to(c, 12 - sx * 9.6, 12 - sy * 5.4);
		cairo_line_to(c, 12 - sx * 9.6, 12 - sy * 9.6);
		cairo_line_to(c, 12 - sx * 5.4, 12 - sy * 9.6);
		cairo_stroke(c);
	}
	draw_code(c, 6.4, 6.4, 1.6);
	cut_out(c);
	box(c, 2, 10.4, 20, 3.2);
	cairo_set_operator(c, CAIRO_OPERATOR_OVER);
	line(c, 2.4, 12, 21.6, 12);
}

/* A hand with one finger out, as a closed outline. */
static void path_hand(cairo_t *c, double x, double y, double unit)
{
	cairo_save(c);
	cairo_translate(c, x, y);
	cairo_scale(c, unit, unit);
	cairo_move_to(c, -1, 6);
	cairo_line_to(c, -1, 1);
	cairo_arc(c, 0, 1, 1, M_PI, 0);
	cairo_line_to(c, 1, 4.6);
	cairo_line_to(c, 4.3, 5.3);
	cairo_curve_to(c, 5.4, 5.6, 5.8, 6.2, 5.6, 7.3);
	cairo_line_to(c, 4.9, 10.6);
	cairo_line_to(c, -1.2, 10.6);
	cairo_line_to(c, -3.6, 7.2);
	cairo_curve_to(c, -4.0, 6.4, -2.9, 5.5, -2.2, 6.1);
	cairo_close_path(c);
	cairo_restore(c);
}

static void draw_ballot(cairo_t *c)
{
	double width = cairo_get_line_width(c);

	shape_path_round(c, 2, 2.5, 17, 14, 1.8);
	cairo_stroke(c);
	check(c, 7.4, 9.2, 5.8);
	cut_out(c);
	path_hand(c, 14.2, 9.2, 1.2);
	cairo_fill_preserve(c);
	cairo_set_line_width(c, 2.6 * width);
	cairo_stroke(c);
	cairo_set_operator(c, CAIRO_OPERATOR_OVER);
	cairo_set_line_width(c, width);
	path_hand(c, 14.2, 9.2, 1.2);
	cairo_stroke(c);
}

static void draw_box(cairo_t *c)
{
	double width = cairo_get_line_width(c);

	shape_path_round(c, 2, 11, 20, 4, 1.2);
	cairo_stroke(c);
	cairo_move_to(c, 4, 15);
	cairo_line_to(c, 4, 21.6);
	cairo_line_to(c, 20, 21.6);
	cairo_line_to(c, 20, 15);
	cairo_stroke(c);
	cairo_move_to(c, 7.6, 11);
	cairo_line_to(c, 7.6, 2.2);
	cairo_line_to(c, 16.4, 2.2);
	cairo_line_to(c, 16.4, 11);
	cairo_stroke(c);
	cairo_set_line_width(c, width * 0.9);
	check(c, 12, 6.6, 4.4);
}

static void draw_warning(cairo_t *c)
{
	double width = cairo_get_line_width(c);

	cairo_move_to(c, 12, 2.8);
	cairo_line_to(c, 22.2, 20.8);
	cairo_line_to(c, 1.8, 20.8);
	cairo_close_path(c);
	cairo_stroke(c);
	line(c, 12, 9.4, 12, 14.2);
	dot(c, 12, 17.5, width * 0.62);
}

static void draw_pause(cairo_t *c)
{
	shape_path_round(c, 5, 3.5, 4.8, 17, 1.2);
	shape_path_round(c, 14.2, 3.5, 4.8, 17, 1.2);
	cairo_fill(c);
}

static void draw_lock(cairo_t *c)
{
	double width = cairo_get_line_width(c);

	shape_path_round(c, 4.2, 10.4, 15.6, 11.4, 1.8);
	cairo_stroke(c);
	cairo_move_to(c, 7.4, 10.4);
	cairo_line_to(c, 7.4, 7.2);
	cairo_arc(c, 12, 7.2, 4.6, M_PI, 0);
	cairo_line_to(c, 16.6, 10.4);
	cairo_stroke(c);
	dot(c, 12, 15, width * 0.75);
	line(c, 12, 15, 12, 17.8);
}

static void draw_picture(cairo_t *c)
{
	shape_path_round(c, 2, 4, 20, 16, 1.8);
	cairo_stroke(c);
	cairo_arc(c, 8, 9.3, 1.7, 0, 2 * M_PI);
	cairo_stroke(c);
	cairo_move_to(c, 3, 18.2);
	cairo_line_to(c, 9, 13);
	cairo_line_to(c, 12.2, 15.8);
	cairo_line_to(c, 16.4, 11);
	cairo_line_to(c, 21, 15.6);
	cairo_stroke(c);
}

static void draw_keyboard(cairo_t *c)
{
	shape_path_round(c, 1.6, 5, 20.8, 14, 1.8);
	cairo_stroke(c);
	for (int row = 0; row < 2; row++) {
		for (int key = 0; key < 5; key++)
			dot(c, 5.2 + 3.4 * key, 8.9 + 3.1 * row, 1.0);
	}
	line(c, 8, 15.4, 16, 15.4);
}

static void draw_backspace(cairo_t *c)
{
	cairo_move_to(c, 8.2, 4.6);
	cairo_line_to(c, 22, 4.6);
	cairo_line_to(c, 22, 19.4);
	cairo_line_to(c, 8.2, 19.4);
	cairo_line_to(c, 1.8, 12);
	cairo_close_path(c);
	cairo_stroke(c);
	line(c, 11.6, 8.8, 18, 15.2);
	line(c, 18, 8.8, 11.6, 15.2);
}

static void draw_person(cairo_t *c)
{
	cairo_arc(c, 12, 7.4, 4.6, 0, 2 * M_PI);
	cairo_stroke(c);
	cairo_move_to(c, 3, 21.6);
	cairo_curve_to(c, 3, 12.8, 21, 12.8, 21, 21.6);
	cairo_close_path(c);
	cairo_stroke(c);
}

static void draw_place(cairo_t *c)
{
	cairo_move_to(c, 12, 22);
	cairo_curve_to(c, 8, 16.6, 4.8, 13, 4.8, 9.4);
	cairo_arc(c, 12, 9.4, 7.2, M_PI, 0);
	cairo_curve_to(c, 19.2, 13, 16, 16.6, 12, 22);
	cairo_close_path(c);
	cairo_stroke(c);
	dot(c, 12, 9.4, 2.5);
}

/* A filled triangle that points up, or turned, down. */
static void draw_up(cairo_t *c)
{
	cairo_move_to(c, 12, 5.5);
	cairo_line_to(c, 20.5, 18);
	cairo_line_to(c, 3.5, 18);
	cairo_close_path(c);
	cairo_fill_preserve(c);
	cairo_stroke(c);
}

static void draw_down(cairo_t *c)
{
	cairo_translate(c, GRID, GRID);
	cairo_rotate(c, M_PI);
	draw_up(c);
}

void icon_draw(cairo_t *cairo, enum icon icon, double size)
{
	static void (*const DRAW[ICON_COUNT])(cairo_t *) = {
	    [ICON_TICK] = draw_tick,
	    [ICON_CHECK] = draw_check,
	    [ICON_CROSS] = draw_cross,
	    [ICON_LANGUAGE] = draw_language,
	    [ICON_TEXT] = draw_text_sign,
	    [ICON_SOUND] = draw_sound,
	    [ICON_REACH] = draw_reach,
	    [ICON_MENU] = draw_menu,
	    [ICON_HELP] = draw_help,
	    [ICON_PREVIOUS] = draw_previous,
	    [ICON_NEXT] = draw_next,
	    [ICON_UP] = draw_up,
	    [ICON_DOWN] = draw_down,
	    [ICON_SLIP] = draw_slip,
	    [ICON_SCAN] = draw_scan,
	    [ICON_BALLOT] = draw_ballot,
	    [ICON_BOX] = draw_box,
	    [ICON_WARNING] = draw_warning,
	    [ICON_PAUSE] = draw_pause,
	    [ICON_LOCK] = draw_lock,
	    [ICON_PICTURE] = draw_picture,
	    [ICON_KEYBOARD] = draw_keyboard,
	    [ICON_BACKSPACE] = draw_backspace,
	    [ICON_PERSON] = draw_person,
	    [ICON_PLACE] = draw_place};

	cairo_scale(cairo, size / GRID, size / GRID);
	cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
	cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
	cairo_set_line_width(cairo, line_width(size));
	DRAW[icon](cairo);
}

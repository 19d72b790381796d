#include "tests/lib/scan_photo.h"

#include "tests/lib/cmocka_all.h"

#include <jpeglib.h>
#include <math.h>
#include <qrencode.h>
#include <stdbool.h>

#include "core/slip.h"

enum { MODULES = 25, OVER = 3 };

/* A6 on its side, in modules of 1 mm from the code's middle. */
static const double paper_left = -22, paper_right = 126, paper_top = -24,
		    paper_bottom = 81;
static const double pi = 3.14159265358979323846;
static const double paper = 0.92, ink = 0.07;

static uint32_t draw(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* About normal with deviation 1: the sum of four even numbers. */
static double draw_normal(uint32_t *seed)
{
	double sum = 0;

	for (int i = 0; i < 4; i++)
		sum += draw(seed) / 4294967296.0 - 0.5;
	return sum * 1.7320508;
}

/* The same for a place every time: strength of a cell of grain. */
static double grain(int x, int y)
{
	uint32_t cell = (uint32_t)x * 73856093U ^ (uint32_t)y * 19349663U;

	cell |= 1;
	draw(&cell);
	return draw(&cell) / 4294967296.0;
}

/* Which cell of SIZE the place AT lies in; floor() without its price. */
static int cell(double at, double size)
{
	const int far = 100000;

	return (int)(at / size + far) - far;
}

/* A soft wave of height 1 and length 1. */
static double wave(double at)
{
	double part = at - cell(at, 1);

	return 16 * part * part * (1 - part) * (1 - part);
}

static double table(double x, double y)
{
	return 0.24 + 0.14 * wave(y * 0.11 + 0.5 * wave(x * 0.008)) +
	       0.10 * grain(cell(x, 9), cell(y, 0.5));
}

/* Lines of text beside and below the code: letters 2 mm wide, 3 mm high. */
static bool text_at(double x, double y)
{
	bool beside = x > 20 && y > -14 && y<14, below = y> 20 && x > -14;
	double in_line = y - 6 * cell(y, 6), in_letter = x - 2.2 * cell(x, 2.2);

	return (beside || below) && x < 118 && y < 74 && in_line < 3 &&
	       in_letter < 1.7 && grain(cell(x, 0.55), cell(y, 0.75)) > 0.5;
}

/* How light the scene is at X, Y, in modules from the code's middle. */
static double scene(const QRcode *code, double x, double y)
{
	int column = cell(x + MODULES / 2.0, 1),
	    row = cell(y + MODULES / 2.0, 1);

	if (!code || x < paper_left || x > paper_right || y < paper_top ||
	    y > paper_bottom)
		return table(x, y);
	if (column >= 0 && column < MODULES && row >= 0 && row < MODULES)
		return code->data[row * MODULES + column] & 1 ? ink : paper;
	return text_at(x, y) ? ink + 0.05 : paper;
}

/* LOOK's angles as what a ray is reckoned with. */
struct view {
	double module_px, turn_cos, turn_sin;
	double tilt, lean;	   /* nearness gained for each module */
	double tilt_cos, lean_cos; /* how much narrower a tilted paper is */
};

static struct view view_of(const struct photo_look *look)
{
	const double far = 120; /* mm to the lens: 10-15 cm (UX.md E1) */
	double degree = pi / 180;

	return (struct view){
	    .module_px = look->module_px,
	    .turn_cos = cos(look->turn_deg * degree),
	    .turn_sin = sin(look->turn_deg * degree),
	    .tilt = tan(look->tilt_deg * degree) / far,
	    .lean = tan(look->lean_deg * degree) / far,
	    .tilt_cos = cos(look->tilt_deg * degree),
	    .lean_cos = cos(look->lean_deg * degree),
	};
}

/* Where the light at PX, PY from the code's middle comes from, in modules. */
static void ray(const struct view *view, double px, double py, double *ret_x,
		double *ret_y)
{
	double x = px / view->module_px, y = py / view->module_px;
	double depth = 1 / (1 - view->tilt * x - view->lean * y);

	x *= depth / view->tilt_cos;
	y *= depth / view->lean_cos;
	*ret_x = view->turn_cos * x + view->turn_sin * y;
	*ret_y = -view->turn_sin * x + view->turn_cos * y;
}

/* How light PIXEL of the photo is, from OVER * OVER rays spread over it; where
 * nothing is sharp, away from the paper, one is enough. */
static double see_pixel(const struct view *view, const QRcode *code,
			double column, double row)
{
	double sum = 0, x, y;

	ray(view, column + 0.5, row + 0.5, &x, &y);
	if (!code || x < paper_left - 2 || x > paper_right + 2 ||
	    y < paper_top - 2 || y > paper_bottom + 2)
		return scene(code, x, y);
	for (int i = 0; i < OVER * OVER; i++) {
		ray(view, column + (i % OVER + 0.5) / OVER,
		    row + (i / OVER + 0.5) / OVER, &x, &y);
		sum += scene(code, x, y);
	}
	return sum / (OVER * OVER);
}

static void see(const struct photo_look *look, const QRcode *code, double *seen)
{
	struct view view = view_of(look);
	double middle_x = look->width / 2.0 + look->off_x;
	double middle_y = look->height / 2.0 + look->off_y;

	for (int row = 0; row < look->height; row++)
		for (int column = 0; column < look->width; column++)
			seen[row * look->width + column] =
			    see_pixel(&view, code, column - middle_x,
				      row - middle_y) *
			    (1 - look->shade * column / look->width);
}

/* One pass over LINES lines of COUNT values, STEP apart: WEIGHTS of the 2 *
 * REACH + 1 around each. */
static void smear(double *seen, int lines, int line_step, int count, int step,
		  const double *weights, int reach)
{
	double *before = calloc((size_t)count, sizeof(*before));

	assert_non_null(before);
	for (int line = 0; line < lines; line++) {
		double *row = seen + (size_t)line * (size_t)line_step;

		for (int i = 0; i < count; i++)
			before[i] = row[(size_t)i * (size_t)step];
		for (int i = 0; i < count; i++) {
			double sum = 0;

			for (int k = -reach; k <= reach; k++) {
				int at = i + k;

				at = at < 0 ? 0 : at >= count ? count - 1 : at;
				sum += weights[k + reach] * before[at];
			}
			row[(size_t)i * (size_t)step] = sum;
		}
	}
	free(before);
}

enum { REACH = 16 };

static void blur(const struct photo_look *look, double *seen)
{
	double weights[2 * REACH + 1], sum = 0;
	int reach = (int)ceil(2.5 * look->blur_px);

	if (look->blur_px <= 0)
		return;
	assert_true(reach <= REACH);
	for (int k = -reach; k <= reach; k++)
		sum += weights[k + reach] =
		    exp(-0.5 * k * k / (look->blur_px * look->blur_px));
	for (int k = 0; k <= 2 * reach; k++)
		weights[k] /= sum;
	smear(seen, look->height, look->width, look->width, 1, weights, reach);
	smear(seen, look->width, 1, look->height, look->width, weights, reach);
}

static void move(const struct photo_look *look, double *seen)
{
	double weights[2 * REACH + 1], half = look->moved_px / 2;
	int reach = (int)ceil(half);

	if (look->moved_px <= 1)
		return;
	for (int k = -reach; k <= reach; k++) {
		double covered = fmin(k + 0.5, half) - fmax(k - 0.5, -half);

		weights[k + reach] = covered > 0 ? covered / (2 * half) : 0;
	}
	smear(seen, look->height, look->width, look->width, 1, weights, reach);
}

static void expose(const struct photo_look *look, const double *seen,
		   struct grey *photo)
{
	uint32_t seed = look->seed * 2654435761U | 1;

	for (int i = 0; i < look->width * look->height; i++) {
		double value = seen[i] / paper * look->light +
			       look->noise * draw_normal(&seed);

		photo->pixels[i] = (unsigned char)(value < 0	 ? 0
						   : value > 255 ? 255
								 : value + 0.5);
	}
}

static void pack(int quality, struct grey *photo)
{
	struct jpeg_compress_struct out;
	struct jpeg_decompress_struct in;
	struct jpeg_error_mgr error;
	unsigned char *bytes = NULL;
	unsigned long size = 0;

	out.err = in.err = jpeg_std_error(&error);
	jpeg_create_compress(&out);
	jpeg_mem_dest(&out, &bytes, &size);
	out.image_width = (JDIMENSION)photo->width;
	out.image_height = (JDIMENSION)photo->height;
	out.input_components = 1;
	out.in_color_space = JCS_GRAYSCALE;
	jpeg_set_defaults(&out);
	jpeg_set_quality(&out, quality, TRUE);
	jpeg_start_compress(&out, TRUE);
	for (int y = 0; y < photo->height; y++) {
		JSAMPROW row = photo->pixels + y * photo->stride;

		jpeg_write_scanlines(&out, &row, 1);
	}
	jpeg_finish_compress(&out);
	jpeg_destroy_compress(&out);
	jpeg_create_decompress(&in);
	jpeg_mem_src(&in, bytes, size);
	jpeg_read_header(&in, TRUE);
	jpeg_start_decompress(&in);
	for (int y = 0; y < photo->height; y++) {
		JSAMPROW row = photo->pixels + y * photo->stride;

		jpeg_read_scanlines(&in, &row, 1);
	}
	jpeg_finish_decompress(&in);
	jpeg_destroy_decompress(&in);
	free(bytes);
}

static QRcode *encode(const char *text)
{
	QRinput *input = QRinput_new2(2, QR_ECLEVEL_Q);
	QRcode *code;

	assert_non_null(input);
	assert_int_equal(QRinput_append(input, QR_MODE_AN, (int)strlen(text),
					(const unsigned char *)text),
			 0);
	code = QRcode_encodeInput(input);
	assert_non_null(code);
	assert_int_equal(code->width, MODULES);
	QRinput_free(input);
	return code;
}

void photo_take(const struct photo_look *look, const char *text,
		struct grey *ret_photo)
{
	QRcode *code = text ? encode(text) : NULL;
	double *seen =
	    calloc((size_t)(look->width * look->height), sizeof(*seen));

	assert_non_null(seen);
	assert_int_equal(grey_size(ret_photo, look->width, look->height),
			 STATUS_OK);
	see(look, code, seen);
	blur(look, seen);
	move(look, seen);
	expose(look, seen, ret_photo);
	if (look->jpeg)
		pack(look->jpeg, ret_photo);
	free(seen);
	if (code)
		QRcode_free(code);
}

void photo_slip(unsigned seed, struct slip *ret_slip)
{
	unsigned char random[SLIP_RANDOM_BYTES];
	uint32_t state = seed * 2246822519U | 1;

	for (size_t i = 0; i < sizeof(random); i++)
		random[i] = (unsigned char)(draw(&state) >> 11);
	slip_make("7K", random, ret_slip);
}

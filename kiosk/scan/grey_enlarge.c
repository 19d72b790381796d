#include "scan/grey.h"

#include <assert.h>

enum {
	TAPS = 4,
	TIMES_MOST = 4,
	WEIGHT_ONE = 256, /* weights add up to it */
	LEVELS = 256,
	SHARPEN = 2,
	SHARPEN_REACH = 2, /* pixels of the part */
};

/* Weights of the four pixels around a place, for each phase between two. */
struct curve {
	int weight[TIMES_MOST][TAPS];
	int first[TIMES_MOST]; /* of the four, relative to the pixel */
};

/* A cubic through the pixels (R. Keys, Cubic convolution interpolation, 1981)
 * with a = -1: edges a little steeper than they were. */
static double cubic(double t)
{
	const double a = -1.0;

	t = t < 0 ? -t : t;
	if (t < 1)
		return (a + 2) * t * t * t - (a + 3) * t * t + 1;
	if (t < 2)
		return a * (t * t * t - 5 * t * t + 8 * t - 4);
	return 0;
}

static void curve_set(struct curve *curve, int times)
{
	for (int phase = 0; phase < times; phase++) {
		double at = (phase + 0.5) / times - 0.5;
		int first = at < 0 ? -2 : -1, sum = 0;

		curve->first[phase] = first;
		for (int i = 0; i < TAPS; i++) {
			double weight = cubic(at - (first + i)) * WEIGHT_ONE;

			curve->weight[phase][i] =
			    (int)(weight < 0 ? weight - 0.5 : weight + 0.5);
			sum += curve->weight[phase][i];
		}
		curve->weight[phase][at < 0 ? 2 : 1] += WEIGHT_ONE - sum;
	}
}

static int within(int value, int most)
{
	return value < 0 ? 0 : value > most ? most : value;
}

/* The pixel of PART at column X, row Y of the enlarged picture. */
static unsigned char pixel_at(const struct grey *part,
			      const struct curve *curve, int times, int x,
			      int y)
{
	int px = x % times, py = y % times, sum = 0;
	int left = x / times + curve->first[px];
	int top = y / times + curve->first[py];

	for (int j = 0; j < TAPS; j++) {
		const unsigned char *row =
		    part->pixels +
		    within(top + j, part->height - 1) * part->stride;
		int across = 0;

		for (int i = 0; i < TAPS; i++)
			across += curve->weight[px][i] *
				  row[within(left + i, part->width - 1)];
		sum += curve->weight[py][j] * across;
	}
	return (unsigned char)within(sum / (WEIGHT_ONE * WEIGHT_ONE),
				     LEVELS - 1);
}

/* The level below which SHARE hundredths of the COUNT pixels lie. */
static int level_at(const int counts[LEVELS], int count, int share)
{
	int below = 0, level = 0;

	while (level < LEVELS - 1 &&
	       (below += counts[level]) * 100LL < (long long)count * share)
		level++;
	return level;
}

static void stretch(struct grey *grey)
{
	int counts[LEVELS] = {0}, count = grey->width * grey->height;
	unsigned char to[LEVELS];
	int dark, light;

	for (int i = 0; i < count; i++)
		counts[grey->pixels[i]]++;
	dark = level_at(counts, count, 1);
	light = level_at(counts, count, 99);
	if (light <= dark)
		return;
	for (int level = 0; level < LEVELS; level++)
		to[level] = (unsigned char)within(
		    (level - dark) * (LEVELS - 1) / (light - dark), LEVELS - 1);
	for (int i = 0; i < count; i++)
		grey->pixels[i] = to[grey->pixels[i]];
}

/* Means over 2 * REACH + 1 of the COUNT pixels at FROM, STEP apart, to TO. */
static void mean_line(const unsigned char *from, unsigned char *to, int count,
		      int step, int reach)
{
	int sum = 0, wide = 2 * reach + 1;

	for (int i = -reach; i <= reach; i++)
		sum += from[within(i, count - 1) * step];
	for (int i = 0; i < count; i++) {
		to[i * step] = (unsigned char)(sum / wide);
		sum += from[within(i + reach + 1, count - 1) * step] -
		       from[within(i - reach, count - 1) * step];
	}
}

static void mean(const struct grey *from, struct grey *across, struct grey *to,
		 int reach)
{
	for (int y = 0; y < from->height; y++)
		mean_line(from->pixels + y * from->stride,
			  across->pixels + y * across->stride, from->width, 1,
			  reach);
	for (int x = 0; x < from->width; x++)
		mean_line(across->pixels + x, to->pixels + x, from->height,
			  across->stride, reach);
}

/* Adds SHARPEN times what sets each pixel apart from those around it; two means
 * on each other are about a bell. */
static enum status sharpen(struct grey *grey, int reach)
{
	struct grey across = {0}, around = {0};
	enum status status = grey_size(&across, grey->width, grey->height);

	if (status == STATUS_OK)
		status = grey_size(&around, grey->width, grey->height);
	if (status != STATUS_OK)
		goto out;
	mean(grey, &across, &around, reach);
	mean(&around, &across, &around, reach);
	for (int i = 0; i < grey->width * grey->height; i++) {
		int apart = grey->pixels[i] - around.pixels[i];

		grey->pixels[i] = (unsigned char)within(
		    grey->pixels[i] + SHARPEN * apart, LEVELS - 1);
	}
out:
	grey_free(&across);
	grey_free(&around);
	return status;
}

enum status grey_enlarge(const struct grey *part, int times,
			 struct grey *ret_large)
{
	struct curve curve;
	enum status status;

	assert(times >= 2 && times <= TIMES_MOST);
	if (part->width * times > GREY_SIDE_MOST ||
	    part->height * times > GREY_SIDE_MOST)
		return STATUS_LIMIT;
	status =
	    grey_size(ret_large, part->width * times, part->height * times);
	if (status != STATUS_OK)
		return status;
	curve_set(&curve, times);
	for (int y = 0; y < ret_large->height; y++)
		for (int x = 0; x < ret_large->width; x++)
			ret_large->pixels[y * ret_large->stride + x] =
			    pixel_at(part, &curve, times, x, y);
	stretch(ret_large);
	return sharpen(ret_large, SHARPEN_REACH * times);
}

#include "scan/code_square.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { STEP = 2, LEVELS = 256 };

/* How much each cell is busy; 0 once its patch has been looked at. */
struct cells {
	int across, down;
	unsigned char *busy;
	int *stack; /* room for every cell */
};

static int most(int a, int b)
{
	return a > b ? a : b;
}

/* The weaker of the mean differences across and down in the cell at PIXELS. */
static int cell_edges(const unsigned char *pixels, int stride)
{
	int across = 0, down = 0;

	for (int y = 0; y < SQUARE_CELL; y++, pixels += stride)
		for (int x = 0; x < SQUARE_CELL; x++) {
			across += abs(pixels[x + STEP] - pixels[x]);
			down += abs(pixels[x + STEP * stride] - pixels[x]);
		}
	return (across < down ? across : down) / (SQUARE_CELL * SQUARE_CELL);
}

static void measure(const struct grey *grey, struct cells *cells)
{
	int counts[LEVELS] = {0}, count = cells->across * cells->down;
	int calm = 0, below = 0, strongest = LEVELS - 1, least;

	for (int row = 0; row < cells->down; row++)
		for (int column = 0; column < cells->across; column++) {
			int edges = cell_edges(
			    grey->pixels + row * SQUARE_CELL * grey->stride +
				column * SQUARE_CELL,
			    grey->stride);

			cells->busy[row * cells->across + column] =
			    (unsigned char)edges;
			counts[edges]++;
		}
	while ((below += counts[calm]) < count / 4)
		calm++;
	while (!counts[strongest])
		strongest--;
	least = most(calm * SQUARE_BUSY_PERCENT / 100,
		     strongest * SQUARE_STRONG_PERCENT / 100);
	least = most(least, SQUARE_LEAST);
	for (int i = 0; i < count; i++)
		if (cells->busy[i] < least)
			cells->busy[i] = 0;
}

struct patch {
	int left, top, right, bottom; /* cells, both included */
	int count, sum;
};

/* Takes the busy cell FIRST and all that touch it out of CELLS. */
static struct patch patch_take(struct cells *cells, int first)
{
	struct patch patch = {cells->across, cells->down, 0, 0, 0, 0};
	int depth = 0;

	cells->stack[depth++] = first;
	patch.sum = cells->busy[first];
	cells->busy[first] = 0;
	while (depth > 0) {
		int at = cells->stack[--depth];
		int x = at % cells->across, y = at / cells->across;
		const int beside[4] = {
		    x > 0 ? at - 1 : -1, x < cells->across - 1 ? at + 1 : -1,
		    y > 0 ? at - cells->across : -1,
		    y < cells->down - 1 ? at + cells->across : -1};

		patch.count++;
		patch.left = x < patch.left ? x : patch.left;
		patch.right = x > patch.right ? x : patch.right;
		patch.top = y < patch.top ? y : patch.top;
		patch.bottom = y > patch.bottom ? y : patch.bottom;
		for (int i = 0; i < 4; i++) {
			if (beside[i] < 0 || !cells->busy[beside[i]])
				continue;
			patch.sum += cells->busy[beside[i]];
			cells->busy[beside[i]] = 0;
			cells->stack[depth++] = beside[i];
		}
	}
	return patch;
}

static bool patch_is_square(const struct patch *patch)
{
	int width = patch->right - patch->left + 1;
	int height = patch->bottom - patch->top + 1;
	int longer = width > height ? width : height;
	int shorter = width > height ? height : width;

	return shorter >= SQUARE_SIDE_LEAST &&
	       longer * 100 <= shorter * SQUARE_LONG_PERCENT &&
	       patch->count * 100 >= width * height * SQUARE_FULL_PERCENT;
}

/* Keeps SQUARE if it is among the strongest. */
static void keep(struct code_square squares[SQUARES_MOST], int *count,
		 const struct code_square *square)
{
	int at = *count;

	while (at > 0 && squares[at - 1].strength < square->strength)
		at--;
	if (at == SQUARES_MOST)
		return;
	if (*count < SQUARES_MOST)
		(*count)++;
	memmove(&squares[at + 1], &squares[at],
		(size_t)(*count - 1 - at) * sizeof(*square));
	squares[at] = *square;
}

static int collect(struct cells *cells,
		   struct code_square squares[SQUARES_MOST])
{
	int count = 0;

	for (int i = 0; i < cells->across * cells->down; i++) {
		struct patch patch;
		struct code_square square;

		if (!cells->busy[i])
			continue;
		patch = patch_take(cells, i);
		if (!patch_is_square(&patch))
			continue;
		square = (struct code_square){
		    .x = patch.left * SQUARE_CELL,
		    .y = patch.top * SQUARE_CELL,
		    .width = (patch.right - patch.left + 1) * SQUARE_CELL,
		    .height = (patch.bottom - patch.top + 1) * SQUARE_CELL,
		    .strength = patch.sum / patch.count,
		};
		keep(squares, &count, &square);
	}
	return count;
}

enum status code_square_find(const struct grey *grey,
			     struct code_square ret_squares[SQUARES_MOST],
			     int *ret_count)
{
	struct cells cells = {(grey->width - STEP) / SQUARE_CELL,
			      (grey->height - STEP) / SQUARE_CELL, NULL, NULL};
	enum status status = STATUS_OK;
	size_t count;

	if (cells.across < SQUARE_SIDE_LEAST ||
	    cells.down < SQUARE_SIDE_LEAST) {
		*ret_count = 0;
		return STATUS_OK;
	}
	count = (size_t)cells.across * (size_t)cells.down;
	cells.busy = calloc(count, sizeof(*cells.busy));
	cells.stack = calloc(count, sizeof(*cells.stack));
	if (!cells.busy || !cells.stack) {
		status = STATUS_MEMORY;
		goto out;
	}
	measure(grey, &cells);
	*ret_count = collect(&cells, ret_squares);
out:
	free(cells.busy);
	free(cells.stack);
	return status;
}

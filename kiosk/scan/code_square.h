/* code_square.h - where in a picture a code seems to be, readable or not.
 *
 * zbar tells only of codes it has read. So that a voter who holds a slip too
 * far away, too near or not still can be told, and so that small codes can be
 * enlarged, a code is looked for by what sets it apart from a room: a square
 * full of edges both across and down, with little around it.
 *
 * The picture is cut into cells of SQUARE_CELL pixels. A cell is busy when its
 * pixels differ from those two further on, across as well as down, by more than
 * SQUARE_BUSY_PERCENT of what they do in the calm quarter of the picture's
 * cells (the camera's noise), by SQUARE_STRONG_PERCENT of what they do in the
 * busiest cell, and by SQUARE_LEAST at least. Busy cells that touch are
 * one patch. A patch is taken for a code when it is about as wide as high and
 * mostly full. A code with modules of 1.5 to 5 pixels is found so; larger ones
 * at half size.
 */
#ifndef STEMMEBOKS_CODE_SQUARE_H
#define STEMMEBOKS_CODE_SQUARE_H

#include "core/status.h"
#include "scan/grey.h"

enum {
	SQUARE_CELL = 8,
	SQUARE_BUSY_PERCENT = 150,  /* of the noise */
	SQUARE_STRONG_PERCENT = 40, /* of the busiest cell */
	SQUARE_LEAST = 5,	    /* mean difference, of 255 */
	SQUARE_SIDE_LEAST = 4,	    /* cells */
	SQUARE_FULL_PERCENT = 60,   /* of the patch's box is busy */
	SQUARE_LONG_PERCENT = 160,  /* its longer side of its shorter */
	SQUARES_MOST = 3,
};

/* In pixels of the picture. */
struct code_square {
	int x, y, width, height;
	int strength; /* mean difference in its cells; more: surer */
};

/* Fills ret_squares, the strongest first, and sets *ret_count to how many there
 * are. STATUS_MEMORY. */
enum status code_square_find(const struct grey *grey,
			     struct code_square ret_squares[SQUARES_MOST],
			     int *ret_count);

#endif

#include "tools/slips/slip_layout.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

static const struct slip_layout layouts[SLIP_PAPERS] =
    {
	[SLIP_A4] =
	    {
		.name = "a4",
		.page_width_mm = 210,
		.page_height_mm = 297,
		.columns = 2,
		.rows = 4,
		.width_mm = 105,
		.height_mm = 74.25,
		.edge_mm = 6,
		.tear_mm = 60,
		.code_x_mm = 8,
		.code_y_mm = 9,
		.vote = {39, 6, 58, 6, 11, 8},
		.title = {39, 13.2, 58, 12.4, 13, 8.5},
		.details = {39, 0, 58, 39.5, 8.5, 0},
		.token_x_mm = 8,
		.token_y_mm = 45,
		.token_width_mm = 89,
		.token_pt = 16,
		/* The first caption is the longest, the second short. */
		.picture_x_mm = {8, 44, 69},
		.picture_y_mm = {48.2, 48.2, 48.2},
		.picture_mm = 9.2,
		.caption = {11, 0, 0, 9.2, 9, 7},
		.caption_mm = {23.5, 12.5, 17},
		.serial_x_mm = 8,
		.serial_y_mm = 67.8,
		.serial_pt = 16,
		.stub = {28, 61.8, 69, 4.2, 8.5, 7.5},
		.note = {28, 65.4, 69, 4, 7.5, 6},
	    },
	[SLIP_A6] =
	    {
		.name = "a6",
		.page_width_mm = 105,
		.page_height_mm = 148,
		.columns = 1,
		.rows = 1,
		.width_mm = 105,
		.height_mm = 148,
		.edge_mm = 6,
		.tear_mm = 119,
		.code_x_mm = 9,
		.code_y_mm = 65.5,
		.vote = {9, 8.5, 87, 7.6, 14, 10},
		.title = {9, 19.5, 87, 17.5, 18, 12},
		.details = {9, 0, 87, 60, 12, 0},
		.token_x_mm = 9,
		.token_y_mm = 108.5,
		.token_width_mm = 87,
		.token_pt = 16,
		.picture_x_mm = {44, 44, 44},
		.picture_y_mm = {60.5, 73, 85.5},
		.picture_mm = 10,
		.caption = {14, 0, 0, 10, 12, 9},
		.caption_mm = {38, 38, 38},
		.serial_x_mm = 9,
		.serial_y_mm = 134,
		.serial_pt = 24,
		.stub = {39, 126.5, 57, 5, 11, 8},
		.note = {39, 131.5, 57, 8, 8.5, 7},
	    },
};

const struct slip_layout *slip_layout(enum slip_paper paper)
{
	assert((unsigned)paper < SLIP_PAPERS);
	return &layouts[paper];
}

int slip_layout_find(const char *name)
{
	for (int i = 0; i < SLIP_PAPERS; i++)
		if (strcasecmp(layouts[i].name, name) == 0)
			return i;
	return -1;
}

int slip_layout_each(const struct slip_layout *layout)
{
	return layout->columns * layout->rows;
}

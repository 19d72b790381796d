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
		.steps = {.x_mm = {8, 44, 69},
			  .y_mm = {48.2, 48.2, 48.2},
			  .side_mm = 9.2,
			  .caption = {11, 0, 0, 9.2, 9, 7},
			  .caption_mm = {23.5, 12.5, 17}},
		.steps_two = {.x_mm = {8, 38.6, 67.7},
			      .y_mm = {48.6, 48.6, 48.6},
			      .side_mm = 8,
			      .caption = {8.6, 0, 0, 13, 8.5, 6},
			      .caption_mm = {21.5, 20, 21.5}},
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
		.steps = {.x_mm = {44, 44, 44},
			  .y_mm = {60.5, 73, 85.5},
			  .side_mm = 10,
			  .caption = {14, 0, 0, 10, 12, 9},
			  .caption_mm = {38, 38, 38}},
		.steps_two = {.x_mm = {44, 44, 44},
			      .y_mm = {60.5, 74, 87.5},
			      .side_mm = 10,
			      .caption = {14, 0, 0, 13, 12, 7},
			      .caption_mm = {38, 38, 38}},
		.serial_x_mm = 9,
		.serial_y_mm = 134,
		.serial_pt = 24,
		.stub = {39, 126.5, 57, 5, 11, 8},
		.note = {39, 131.5, 57, 8, 8.5, 7},
	    },
	[SLIP_CHOICES_A6] =
	    {
		.name = "choices-a6",
		.page_width_mm = 210,
		.page_height_mm = 297,
		.columns = 2,
		.rows = 2,
		.width_mm = 105,
		.height_mm = 148.5,
		.edge_mm = 6,
		.tear_mm = 134.25,
		.code_x_mm = 8,
		.code_y_mm = 9,
		.vote = {39, 6, 58, 6, 11, 8},
		.title = {39, 13.2, 58, 12.4, 13, 8.5},
		.details = {39, 0, 58, 37.5, 8.5, 0},
		.token_x_mm = 8,
		.token_y_mm = 43.5,
		.token_width_mm = 89,
		.token_pt = 16,
		.tick = {8, 46, 89, 10, 9, 7.5},
		.choices = {8, 56, 89, 76.5, 10, 8},
		.choice_columns = 1,
		.choice_second_pt = 8,
		.choice_number_pt = 14,
		.serial_x_mm = 8,
		.serial_y_mm = 142.05,
		.serial_pt = 16,
		.stub = {28, 136.05, 69, 4.2, 8.5, 7.5},
		.note = {28, 139.65, 69, 4, 7.5, 6},
	    },
	[SLIP_CHOICES_A5] =
	    {
		.name = "choices-a5",
		.page_width_mm = 297,
		.page_height_mm = 210,
		.columns = 2,
		.rows = 1,
		.width_mm = 148.5,
		.height_mm = 210,
		.edge_mm = 6,
		.tear_mm = 195.75,
		.code_x_mm = 10,
		.code_y_mm = 10,
		.vote = {42, 7, 96.5, 7, 13, 9},
		.title = {42, 15.5, 96.5, 12.4, 16, 10},
		.details = {42, 0, 96.5, 38.5, 10, 0},
		.token_x_mm = 10,
		.token_y_mm = 45,
		.token_width_mm = 128.5,
		.token_pt = 18,
		.tick = {10, 48, 128.5, 11, 11, 9},
		.choices = {10, 59, 128.5, 134.5, 11.5, 9},
		.choice_columns = 1,
		.choice_second_pt = 9,
		.choice_number_pt = 16,
		.serial_x_mm = 10,
		.serial_y_mm = 203.55,
		.serial_pt = 16,
		.stub = {36, 197.55, 102.5, 4.2, 8.5, 7.5},
		.note = {36, 201.15, 102.5, 4, 7.5, 6},
	    },
	[SLIP_CHOICES_A4] =
	    {
		.name = "choices-a4",
		.page_width_mm = 210,
		.page_height_mm = 297,
		.columns = 1,
		.rows = 1,
		.width_mm = 210,
		.height_mm = 297,
		.edge_mm = 6,
		.tear_mm = 282.75,
		.code_x_mm = 10,
		.code_y_mm = 10,
		.vote = {42, 7, 158, 7, 13, 9},
		.title = {42, 15.5, 158, 12.4, 16, 10},
		.details = {42, 0, 158, 38.5, 10, 0},
		.token_x_mm = 10,
		.token_y_mm = 45,
		.token_width_mm = 128.5,
		.token_pt = 18,
		.tick = {10, 48, 190, 6, 11, 9},
		.choices = {10, 55, 190, 226, 10, 8},
		.choice_columns = 2,
		.choice_gap_mm = 6,
		.choice_second_pt = 8,
		.choice_number_pt = 14,
		.serial_x_mm = 10,
		.serial_y_mm = 290.55,
		.serial_pt = 16,
		.stub = {36, 284.55, 164, 4.2, 8.5, 7.5},
		.note = {36, 288.15, 164, 4, 7.5, 6},
	    },
};

const struct slip_layout *slip_layout(enum slip_paper paper)
{
	assert((unsigned)paper < SLIP_PAPERS);
	return &layouts[paper];
}

/* Room for three digits. */
#define KIOSK_MM 22

double slip_kiosk_x_mm(const struct slip_layout *layout)
{
	const struct slip_place *details = &layout->details;

	return details->x_mm + details->width_mm - KIOSK_MM;
}

double slip_kiosk_y_mm(const struct slip_layout *layout)
{
	/* The code's symbols stand close below the details. */
	return layout->details.height_mm - 2;
}

int slip_layout_find(const char *name)
{
	for (int i = 0; i < SLIP_SIZES; i++)
		if (strcasecmp(layouts[i].name, name) == 0)
			return i;
	return -1;
}

int slip_layout_each(const struct slip_layout *layout)
{
	return layout->columns * layout->rows;
}

#include "tools/slips/slip_choices.h"

#include <stdio.h>

#include "tools/slips/slip_choices_inside.h"

/* In millimetres. */
#define BOX_PEN_MM 0.35
#define NUMBER_MM 11.0
#define COST_MM 23.0
#define RULE_MM 0.3
#define SMALLER_PT 0.5 /* a step from type to smaller type */

/* The one tint: text that may wait. Still 11:1 on white. */
#define MUTED 0x33 / 255.0, 0x3a / 255.0, 0x43 / 255.0

/* Draws TEXT in one line of WIDTH_MM, in smaller type if it must be. */
static void draw_text(cairo_t *cr, const struct slip_choices *choices,
		      struct paper_text box, double width_mm, const char *text)
{
	const double least = choices->layout->choices.least_pt;
	struct paper_text wide = box;
	double width;

	box.width = MM(width_mm);
	wide.width = MM(1000);
	paper_text_measure(choices->font, &wide, text, &width, NULL);
	while (width > box.width && box.size - SMALLER_PT >= least) {
		box.size -= SMALLER_PT;
		wide.size = box.size;
		paper_text_measure(choices->font, &wide, text, &width, NULL);
	}
	paper_text_draw(cr, choices->font, &box, text);
}

/* Both languages of LINE below each other, from X_MM on WIDTH_MM wide, and its
 * ends at the right edge END_MM wide. */
static void draw_languages(cairo_t *cr, const struct slip_choices *choices,
			   const struct slip_line *line, double x_mm,
			   double width_mm, double end_mm)
{
	const struct slip_layout *layout = choices->layout;
	double y = line->y_mm;

	for (int i = 0; i < (choices->second ? 2 : 1); i++) {
		struct paper_text box = {
		    .x = MM(x_mm),
		    .y = MM(y),
		    .size =
			i ? layout->choice_second_pt : layout->choices.size_pt,
		    .bold = i == 0 && !line->number,
		};

		/* Beside a box a line alone stands in the middle. */
		if (line->number && !choices->second)
			box.y += (MM(SLIP_BOX_MM) - box.size * SLIP_LINE) / 2;
		if (i)
			cairo_set_source_rgb(cr, MUTED);
		draw_text(cr, choices, box, width_mm, line->text[i]);
		box.x = MM(x_mm + width_mm);
		box.align = PAPER_END;
		draw_text(cr, choices, box, end_mm, line->end[i]);
		cairo_set_source_rgb(cr, 0, 0, 0);
		y += slip_line_mm(box.size);
	}
}

static void draw_number(cairo_t *cr, const struct slip_choices *choices,
			const struct slip_line *line)
{
	struct paper_text box = {
	    .x = MM(line->x_mm + SLIP_BOX_MM),
	    .width = MM(NUMBER_MM),
	    .size = choices->layout->choice_number_pt,
	    .bold = true,
	    .align = PAPER_CENTRE,
	};
	char number[16];

	snprintf(number, sizeof(number), "%d", line->number);
	box.y = MM(line->y_mm) + (MM(SLIP_BOX_MM) - box.size * SLIP_LINE) / 2;
	paper_text_draw(cr, choices->font, &box, number);
}

static void draw_proposal(cairo_t *cr, const struct slip_choices *choices,
			  const struct slip_line *line)
{
	const double before = SLIP_BOX_MM + NUMBER_MM;

	cairo_rectangle(cr, MM(line->x_mm), MM(line->y_mm), MM(SLIP_BOX_MM),
			MM(SLIP_BOX_MM));
	cairo_set_line_width(cr, MM(BOX_PEN_MM));
	cairo_stroke(cr);
	draw_number(cr, choices, line);
	draw_languages(cr, choices, line, line->x_mm + before,
		       choices->column_mm - before - COST_MM, COST_MM);
}

static void draw_pot(cairo_t *cr, const struct slip_choices *choices,
		     const struct slip_line *line)
{
	const double width = choices->column_mm;
	double bottom = line->y_mm + choices->heading_mm - SLIP_HEADING_GAP_MM;

	draw_languages(cr, choices, line, line->x_mm, width * 0.6, width * 0.4);
	cairo_move_to(cr, MM(line->x_mm), MM(bottom));
	cairo_rel_line_to(cr, MM(width), 0);
	cairo_set_line_width(cr, MM(RULE_MM));
	cairo_stroke(cr);
}

void slip_choices_draw(cairo_t *cr, const struct slip_choices *choices)
{
	for (int i = 0; i < choices->count; i++) {
		const struct slip_line *line = &choices->lines[i];

		if (line->number)
			draw_proposal(cr, choices, line);
		else
			draw_pot(cr, choices, line);
	}
	for (int i = 0; i < SLIP_COLUMNS; i++)
		if (*choices->again[i].text[0])
			draw_pot(cr, choices, &choices->again[i]);
}

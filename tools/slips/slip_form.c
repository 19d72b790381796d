#include "tools/slips/slip_form.h"

#include <math.h>

#include "tools/paper/paper_direction.h"
#include "tools/slips/slip_choices.h"
#include "tools/slips/slip_form_steps.h"
#include "tools/slips/slip_form_vote.h"
#include "tools/slips/slip_words.h"

/* What the date is left of its line, in parts, beside the slips' language. */
#define DATE_WIDTH 0.4

/* A line of type, in parts of its size, and some slack. */
#define TICK_LINE 1.5

/* The second language's line above the proposals becomes no smaller. */
#define TICK_LEAST 7.0

/* The word before the serial, in parts of its size. */
#define NUMBER_SIZE 0.55

struct paper_text form_box(const struct slip_place *place)
{
	return (struct paper_text){.x = MM(place->x_mm),
				   .y = MM(place->y_mm),
				   .width = MM(place->width_mm),
				   .height = MM(place->height_mm),
				   .size = place->size_pt};
}

enum paper_align form_side(const char *text, bool right)
{
	return right == direction_left(text) ? PAPER_START : PAPER_END;
}

void form_fit(struct paper_font *font, struct paper_text *box, const char *text,
	      double least)
{
	struct paper_text free_box = *box;
	double height;

	free_box.height = -1;
	while (least > 0 && free_box.size - FORM_STEP >= least) {
		paper_text_measure(font, &free_box, text, NULL, &height);
		if (height <= box->height)
			break;
		free_box.size -= FORM_STEP;
	}
	box->size = free_box.size;
}

/* The details' box; a kiosk's number takes the end of it. */
static struct paper_text details_box(const struct slip_form *form)
{
	struct paper_text box = form_box(&form->layout->details);

	if (form->kiosk)
		box.width = MM(slip_kiosk_x_mm(form->layout)) - box.x - MM(2);
	return box;
}

/* The word above a kiosk's number. */
static void draw_kiosk(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_layout *layout = form->layout;
	struct paper_text box = form_box(&layout->details);

	box.width += box.x;
	box.x = MM(slip_kiosk_x_mm(layout));
	box.width -= box.x;
	box.height = 0;
	box.bold = true;
	/* Digits rise 0.714 em above their baseline. */
	box.y =
	    MM(slip_kiosk_y_mm(layout)) - SLIP_KIOSK_PT * 0.75 - box.size * 1.4;
	paper_text_draw(cr, form->font, &box, form->words->kiosk);
}

/* The slips' language at the end of the date's line, whose bottom is at BOTTOM,
 * in the middle of that line however high its letters are: the helper who hands
 * a slip out must see it at once. */
static void draw_language(cairo_t *cr, const struct slip_form *form,
			  double bottom)
{
	const struct slip_layout *layout = form->layout;
	struct paper_text box = details_box(form);
	double line, height;

	box.x += box.width * DATE_WIDTH;
	box.width *= 1 - DATE_WIDTH;
	box.height = 0;
	paper_text_measure(form->font, &box, "0", NULL, &line);
	box.size = layout->vote.size_pt;
	box.bold = true;
	box.align = form_side(form->words->language_name, true);
	paper_text_measure(form->font, &box, form->words->language_name, NULL,
			   &height);
	box.y = bottom - (line + height) / 2;
	paper_text_draw(cr, form->font, &box, form->words->language_name);
}

/* Title, place and date, languages: one below the other, however many lines
 * the first of them take. */
static void draw_meeting(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_layout *layout = form->layout;
	const struct slip_words *words = form->words;
	const double bottom = MM(layout->details.height_mm);
	struct paper_text box = form_box(&layout->title);
	double y = box.y;

	box.bold = true;
	form_fit(form->font, &box, words->title, layout->title.least_pt);
	y += paper_text_draw(cr, form->font, &box, words->title);
	box = details_box(form);
	box.y = y + box.size * 0.2;
	box.height = 0; /* a line each for place and date */
	cairo_set_source_rgb(cr, FORM_MUTED);
	y = box.y + paper_text_draw(cr, form->font, &box, words->details);
	cairo_set_source_rgb(cr, 0, 0, 0);
	if (*words->language_name)
		draw_language(cr, form, y);
	box.y = y + box.size * 0.5;
	box.height = bottom - box.y;
	if (box.height > box.size && *words->languages)
		paper_text_draw(cr, form->font, &box, words->languages);
	form_vote_below(cr, form, box);
}

/* A line to tear along. Dots, not a dashed line: of that the PDF library works
 * out every dash anew on each page. */
static void draw_dots(cairo_t *cr, double left, double right, double y)
{
	const double pitch = MM(1.24), radius = MM(0.2);
	const int count = (int)((right - left) / pitch) + 1;

	for (int i = 0; i < count; i++) {
		cairo_new_sub_path(cr);
		cairo_arc(cr, left + i * pitch, y, radius, 0, 2 * M_PI);
		cairo_close_path(cr);
	}
	cairo_fill(cr);
}

/* The dotted line and what stands below it. */
static void draw_stub(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_layout *layout = form->layout;
	struct paper_text box = form_box(&layout->stub);

	draw_dots(cr, MM(layout->edge_mm),
		  MM(layout->width_mm - layout->edge_mm), MM(layout->tear_mm));
	box.bold = true;
	form_fit(form->font, &box, form->words->stub, layout->stub.least_pt);
	paper_text_draw(cr, form->font, &box, form->words->stub);
	box = form_box(&layout->note);
	form_fit(form->font, &box, form->words->note, layout->note.least_pt);
	paper_text_draw(cr, form->font, &box, form->words->note);

	box = form_box(&layout->note);
	box.size = layout->serial_pt * NUMBER_SIZE;
	box.height = 0;
	box.x = MM(layout->serial_x_mm);
	/* On the serial's baseline: Noto Sans rises 1.069 em above it. */
	box.y = MM(layout->serial_y_mm) - box.size * 1.069;
	paper_text_draw(cr, form->font, &box, form->words->number);
}

/* What to do with the boxes: in one line if it fits, so that the second
 * language has room below. */
static struct paper_text tick_box(const struct slip_form *form)
{
	const struct slip_place *place = &form->layout->tick;
	struct paper_text box = form_box(place), line;
	double height;

	box.bold = true;
	line = box;
	line.height = place->size_pt * TICK_LINE;
	form_fit(form->font, &line, form->words->tick, place->least_pt);
	paper_text_measure(form->font, &line, form->words->tick, NULL, &height);
	if (height <= line.height) {
		line.height = box.height;
		return line;
	}
	form_fit(form->font, &box, form->words->tick, place->least_pt);
	return box;
}

/* The same in the second language, where there is room below. */
static void draw_tick_second(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_place *place = &form->layout->tick;
	const struct paper_text box = tick_box(form);
	struct paper_text below;
	double height, rest;

	paper_text_measure(form->font, &box, form->words->tick, NULL, &height);
	below = form_box(place);
	below.y += height;
	below.size = place->least_pt;
	below.height = MM(place->height_mm) - height;
	form_fit(form->font, &below, form->words->tick_second, TICK_LEAST);
	below.height = -1;
	paper_text_measure(form->font, &below, form->words->tick_second, NULL,
			   &rest);
	if (!slip_choices_second(form->choices) ||
	    height + rest > MM(place->height_mm))
		return;
	cairo_set_source_rgb(cr, FORM_MUTED);
	paper_text_draw(cr, form->font, &below, form->words->tick_second);
	cairo_set_source_rgb(cr, 0, 0, 0);
}

/* The proposals, and above them what to do with their boxes. */
static void draw_choices(cairo_t *cr, const struct slip_form *form)
{
	const struct paper_text box = tick_box(form);

	paper_text_draw(cr, form->font, &box, form->words->tick);
	draw_tick_second(cr, form);
	slip_choices_draw(cr, form->choices);
}

void slip_form_draw(cairo_t *cr, const struct slip_form *form)
{
	form_vote_draw(cr, form);
	draw_meeting(cr, form);
	if (form->kiosk)
		draw_kiosk(cr, form);
	if (form->choices)
		draw_choices(cr, form);
	else
		form_steps_draw(cr, form);
	draw_stub(cr, form);
}

double slip_form_serial_x(const struct slip_form *form)
{
	struct paper_text box = form_box(&form->layout->note);
	double width;

	box.size = form->layout->serial_pt * NUMBER_SIZE;
	paper_text_measure(form->font, &box, form->words->number, &width, NULL);
	return MM(form->layout->serial_x_mm + 1.2) + width;
}

void slip_form_cut_marks(cairo_t *cr, const struct slip_layout *layout)
{
	const double length = MM(4), edge = MM(layout->edge_mm - 1);
	const double right = MM(layout->page_width_mm) - edge;
	const double bottom = MM(layout->page_height_mm) - edge;

	cairo_set_line_width(cr, MM(0.2));
	for (int i = 1; i < layout->columns; i++) {
		double x = MM(layout->width_mm * i);

		cairo_move_to(cr, x, edge);
		cairo_rel_line_to(cr, 0, length);
		cairo_move_to(cr, x, bottom);
		cairo_rel_line_to(cr, 0, -length);
	}
	for (int row = 1; row < layout->rows; row++) {
		double y = MM(layout->height_mm * row);

		cairo_move_to(cr, edge, y);
		cairo_rel_line_to(cr, length, 0);
		cairo_move_to(cr, right, y);
		cairo_rel_line_to(cr, -length, 0);
		for (int i = 1; i < layout->columns; i++) {
			double x = MM(layout->width_mm * i);

			cairo_move_to(cr, x - length / 2, y);
			cairo_rel_line_to(cr, length, 0);
			cairo_move_to(cr, x, y - length / 2);
			cairo_rel_line_to(cr, 0, length);
		}
	}
	cairo_stroke(cr);
}

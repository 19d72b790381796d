#include "tools/slips/slip_form.h"

#include <math.h>

#include "tools/slips/slip_choices.h"
#include "tools/slips/slip_words.h"

/* The one tint: text that may wait. Still 11:1 on white. */
#define MUTED 0x33 / 255.0, 0x3a / 255.0, 0x43 / 255.0

/* Type becomes smaller by so many points at a time. */
#define STEP 0.5

/* The word before the serial, in parts of its size. */
#define NUMBER_SIZE 0.55

static struct paper_text text_at(const struct slip_place *place)
{
	return (struct paper_text){.x = MM(place->x_mm),
				   .y = MM(place->y_mm),
				   .width = MM(place->width_mm),
				   .height = MM(place->height_mm),
				   .size = place->size_pt};
}

/* Makes the type of BOX smaller until TEXT fits, but not below LEAST points.
 * With LEAST 0 it stays as it is. */
static void text_fit(struct paper_font *font, struct paper_text *box,
		     const char *text, double least)
{
	struct paper_text free_box = *box;
	double height;

	free_box.height = -1;
	while (least > 0 && free_box.size - STEP >= least) {
		paper_text_measure(font, &free_box, text, NULL, &height);
		if (height <= box->height)
			break;
		free_box.size -= STEP;
	}
	box->size = free_box.size;
}

/* The same in other languages: in the middle of BOX, in one line. */
static void draw_vote_others(cairo_t *cr, const struct slip_form *form,
			     const struct paper_text *place)
{
	const char *text = form->words->vote_others;
	struct paper_text box = *place;
	double height;

	text_fit(form->font, &box, text, form->layout->vote.least_pt);
	box.height = 0;
	paper_text_measure(form->font, &box, text, NULL, &height);
	box.y += (place->height - height) / 2;
	cairo_set_source_rgb(cr, MUTED);
	paper_text_draw(cr, form->font, &box, text);
}

/* "One vote" white on black, the same in the other languages, the kind. */
static void draw_vote(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_place *place = &form->layout->vote;
	struct paper_text box = text_at(place);
	const double padding = MM(2.4), gap = MM(2.4);
	double width, height, kind = 0;

	box.bold = true;
	paper_text_measure(form->font, &box, form->words->vote, &width,
			   &height);
	slip_round_path(cr, box.x, box.y, width + 2 * padding, box.height,
			MM(1.2));
	cairo_fill(cr);
	box.y += (box.height - height) / 2;
	box.height = 0;
	if (*form->words->kind) {
		paper_text_measure(form->font, &box, form->words->kind, &kind,
				   NULL);
		box.align = PAPER_END;
		paper_text_draw(cr, form->font, &box, form->words->kind);
		box.align = PAPER_START;
	}
	box.x += padding;
	cairo_set_source_rgb(cr, 1, 1, 1);
	paper_text_draw(cr, form->font, &box, form->words->vote);
	box.x += width + padding + gap;
	box.width = MM(place->x_mm + place->width_mm) - box.x - kind - gap;
	box.y = MM(place->y_mm);
	box.height = MM(place->height_mm);
	box.bold = false;
	if (box.width > 0)
		draw_vote_others(cr, form, &box);
	cairo_set_source_rgb(cr, 0, 0, 0);
}

/* Title, place and date, languages: one below the other, however many lines
 * the first of them take. */
static void draw_meeting(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_layout *layout = form->layout;
	const struct slip_words *words = form->words;
	const double bottom = MM(layout->details.height_mm);
	struct paper_text box = text_at(&layout->title);
	double y = box.y;

	box.bold = true;
	text_fit(form->font, &box, words->title, layout->title.least_pt);
	y += paper_text_draw(cr, form->font, &box, words->title);
	box = text_at(&layout->details);
	box.y = y + box.size * 0.2;
	box.height = 0; /* a line each for place and date */
	cairo_set_source_rgb(cr, MUTED);
	y = box.y + paper_text_draw(cr, form->font, &box, words->details);
	cairo_set_source_rgb(cr, 0, 0, 0);
	box.y = y + box.size * 0.5;
	box.height = bottom - box.y;
	if (box.height > box.size && *words->languages)
		paper_text_draw(cr, form->font, &box, words->languages);
}

static void draw_pictures(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_layout *layout = form->layout;
	const struct slip_place *caption = &layout->caption;
	const double number = caption->size_pt * 1.0;
	double x[SLIP_PICTURE_COUNT], y[SLIP_PICTURE_COUNT];

	for (int i = 0; i < SLIP_PICTURE_COUNT; i++) {
		x[i] = MM(layout->picture_x_mm[i]);
		y[i] = MM(layout->picture_y_mm[i]);
	}
	slip_pictures_draw(cr, x, y, MM(layout->picture_mm));
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++) {
		const char *text = form->words->captions[i];
		const char digit[2] = {(char)('1' + i), '\0'};
		struct paper_text box = text_at(caption);
		double height;

		box.x += MM(layout->picture_x_mm[i]) + number;
		box.width = MM(layout->caption_mm[i]) - number;
		text_fit(form->font, &box, text, caption->least_pt);
		paper_text_measure(form->font, &box, text, NULL, &height);
		box.y += MM(layout->picture_y_mm[i]) +
			 (MM(layout->picture_mm) - height) / 2;
		paper_text_draw(cr, form->font, &box, text);
		box.x -= number;
		box.size = caption->size_pt;
		box.bold = true;
		paper_text_draw(cr, form->font, &box, digit);
	}
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
	struct paper_text box = text_at(&layout->stub);

	draw_dots(cr, MM(layout->edge_mm),
		  MM(layout->width_mm - layout->edge_mm), MM(layout->tear_mm));
	box.bold = true;
	text_fit(form->font, &box, form->words->stub, layout->stub.least_pt);
	paper_text_draw(cr, form->font, &box, form->words->stub);
	box = text_at(&layout->note);
	text_fit(form->font, &box, form->words->note, layout->note.least_pt);
	paper_text_draw(cr, form->font, &box, form->words->note);

	box = text_at(&layout->note);
	box.size = layout->serial_pt * NUMBER_SIZE;
	box.height = 0;
	box.x = MM(layout->serial_x_mm);
	/* On the serial's baseline: Noto Sans rises 1.069 em above it. */
	box.y = MM(layout->serial_y_mm) - box.size * 1.069;
	paper_text_draw(cr, form->font, &box, form->words->number);
}

/* The same in the second language, where there is room below. */
static void draw_tick_second(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_place *place = &form->layout->tick;
	struct paper_text box = text_at(place), below;
	double height, rest;

	box.bold = true;
	text_fit(form->font, &box, form->words->tick, place->least_pt);
	paper_text_measure(form->font, &box, form->words->tick, NULL, &height);
	below = text_at(place);
	below.y += height;
	below.size = place->least_pt;
	below.height = -1;
	paper_text_measure(form->font, &below, form->words->tick_second, NULL,
			   &rest);
	if (!slip_choices_second(form->choices) ||
	    height + rest > MM(place->height_mm))
		return;
	cairo_set_source_rgb(cr, MUTED);
	paper_text_draw(cr, form->font, &below, form->words->tick_second);
	cairo_set_source_rgb(cr, 0, 0, 0);
}

/* The proposals, and above them what to do with their boxes. */
static void draw_choices(cairo_t *cr, const struct slip_form *form)
{
	const struct slip_place *place = &form->layout->tick;
	struct paper_text box = text_at(place);

	box.bold = true;
	text_fit(form->font, &box, form->words->tick, place->least_pt);
	paper_text_draw(cr, form->font, &box, form->words->tick);
	draw_tick_second(cr, form);
	slip_choices_draw(cr, form->choices);
}

void slip_form_draw(cairo_t *cr, const struct slip_form *form)
{
	draw_vote(cr, form);
	draw_meeting(cr, form);
	if (form->choices)
		draw_choices(cr, form);
	else
		draw_pictures(cr, form);
	draw_stub(cr, form);
}

double slip_form_serial_x(const struct slip_form *form)
{
	struct paper_text box = text_at(&form->layout->note);
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

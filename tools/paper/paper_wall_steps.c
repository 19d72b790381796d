/* How to vote, in three pictures. */
#include <stdio.h>

#include "tools/paper/paper_wall_draw.h"
#include "tools/slips/slip_picture.h"
#include "words/words.h"

/* Millimetres on A3. */
#define GAP_MM 14.0
#define TEXT_GAP_MM 10.0
#define PICTURE_MM 76.0
#define BADGE_MM 26.0

/* Points on A3. */
#define MOST_PT 64.0
#define LEAST_PT 36.0
#define OTHERS_PT 26.0

/* A step from type to smaller type. */
#define SMALLER 0.95

/* More languages than that stand beside each other. */
enum { LINES = 6 };

/* Where the words of a row stand, and how they are set. */
struct steps {
	const struct wall *wall;
	struct sheet_set large, small, number;
	double side, badge; /* of picture and number */
	double from, width;
};

/* All steps in one size, in which no word is broken. */
static struct steps steps_set(struct sheet *sheet, const struct wall *wall,
			      double height)
{
	const double gap = wall_mm(wall, TEXT_GAP_MM);
	const double room = height - wall_mm(wall, GAP_MM);
	struct steps steps = {
	    .wall = wall,
	    .large = wall_set(wall, MOST_PT, true, SHEET_INK),
	    .small = wall_set(wall, OTHERS_PT, false, SHEET_INK),
	    .number = wall_set(wall, MOST_PT, true, SHEET_WHITE),
	    .side = wall_mm(wall, PICTURE_MM),
	    .badge = wall_mm(wall, BADGE_MM),
	};

	if (steps.side > room)
		steps.side = room;
	steps.from = steps.side + 2 * gap + steps.badge;
	steps.width = sheet_inside(sheet) - steps.from;
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++) {
		const char *text =
		    words_get(slip_picture_text((enum slip_picture)i));

		while (piece_word_width(sheet, &steps.large, text) >
			   steps.width &&
		       steps.large.size - 2 >= LEAST_PT * wall->scale)
			steps.large.size -= 2;
	}
	return steps;
}

/* What the step KEY says in the other languages, from y on: a line each, or
 * beside each other where they are many. */
static void others_draw(struct sheet *sheet, const struct steps *steps,
			const char *key)
{
	const struct piece_languages *shown = &steps->wall->shown;
	const bool many = shown->count - 1 > LINES;

	for (int i = 1; i < shown->count; i += many ? shown->count : 1) {
		const int pair[2] = {0, piece_language(shown, i)};
		const struct piece_languages one = {shown->meeting, pair, 2};
		char line[PIECE_LINE];

		piece_key_others(many ? shown : &one, key, line);
		sheet_text_start(sheet, &steps->small, steps->from, sheet->y,
				 steps->width, line);
		sheet->y +=
		    sheet_height(sheet, &steps->small, steps->width, line);
	}
}

/* Step INDEX from y on: its number, words of the room, and below them those of
 * the others; y goes below them. */
static void step_draw(struct sheet *sheet, const struct steps *steps, int index)
{
	const char *key = slip_picture_text((enum slip_picture)index);
	const char *text = words_get(key);
	const double capitals =
	    steps->large.size * (PIECE_CAPITAL_TOP + PIECE_CAPITAL / 2);

	piece_badge(sheet, &steps->number,
		    &(struct piece_badge){
			.number = index + 1,
			.filled = true,
			.from = steps->side + wall_mm(steps->wall, TEXT_GAP_MM),
			.y = sheet->y + capitals - steps->badge / 2,
			.width = steps->badge,
			.height = steps->badge,
		    });
	sheet_text_start(sheet, &steps->large, steps->from, sheet->y,
			 steps->width, text);
	sheet->y += sheet_height(sheet, &steps->large, steps->width, text);
	others_draw(sheet, steps, key);
}

/* How high the words of step INDEX are. */
static double step_height(const struct sheet *sheet, const struct steps *steps,
			  int index)
{
	struct sheet tried = *sheet;

	tried.dry = true;
	step_draw(&tried, steps, index);
	return tried.y - sheet->y;
}

/* Makes the words smaller until every step keeps to a row of HEIGHT: lines are
 * twice as high in some scripts. */
static void steps_shrink(const struct sheet *sheet, struct steps *steps,
			 double height)
{
	const double least = LEAST_PT * steps->wall->scale;

	for (int i = 0; i < SLIP_PICTURE_COUNT; i++)
		while (step_height(sheet, steps, i) > height &&
		       steps->large.size * SMALLER >= least) {
			steps->large.size *= SMALLER;
			steps->small.size *= SMALLER;
		}
}

void wall_steps_draw(struct sheet *sheet, struct wall *wall)
{
	double x[SLIP_PICTURE_COUNT], y[SLIP_PICTURE_COUNT];
	char others[PIECE_LINE];
	struct steps steps;
	double height, top;

	piece_key_others(&wall->shown, N_("How to vote"), others);
	wall_band(sheet, _("How to vote"), others);
	top = sheet->y;
	height = (sheet->bottom - top) / SLIP_PICTURE_COUNT;
	steps = steps_set(sheet, wall, height);
	steps_shrink(sheet, &steps, height);
	for (int i = 0; i < SLIP_PICTURE_COUNT; i++) {
		x[i] = sheet_x(sheet, 0, steps.side);
		y[i] = top + (height - steps.side) / 2;
		sheet->y = top + (height - step_height(sheet, &steps, i)) / 2;
		step_draw(sheet, &steps, i);
		top += height;
	}
	sheet_ink(sheet, SHEET_DEEP);
	if (!sheet->dry)
		slip_pictures_draw(sheet->pdf.cr, x, y, steps.side);
}

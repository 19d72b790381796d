#include "hall/marks.h"

#include <inttypes.h>

#include "hall/frame.h"

enum {
	STROKE = 4,
	STROKE_GAP = 5,
	UPRIGHT = 4, /* of a group; one more lies across */
	GROUP = UPRIGHT + 1,
	GROUP_W = UPRIGHT * STROKE + (UPRIGHT - 1) * STROKE_GAP,
	OVERHANG = 4,  /* of the stroke across, on both sides */
	GROUP_GAP = 7, /* between two strokes across */
	PITCH = GROUP_W + 2 * OVERHANG + GROUP_GAP,
	SLOPE_STEPS = 14, /* the stroke across is a fine stair */
	SLOPE_TOP = 7,
	SLOPE_H = 6, /* how thick it is, upright */
	BOX_H = 52,
	BOX_PAD = 12,
	BOX_GAP = 14,
	NUMBER_TEXT = 24,
};

static const int bundles[] = {50, 25, 20, 10, GROUP};

enum { BUNDLES = sizeof(bundles) / sizeof(bundles[0]) };

static int64_t strokes_width(int64_t votes)
{
	return (votes + GROUP - 1) / GROUP * PITCH - GROUP_GAP;
}

static int box_width(struct ui *ui, int64_t most)
{
	char number[NUMBER_TEXT];

	snprintf(number, sizeof(number), "%" PRId64, most);
	return frame_width(ui, number, TYPE_HALL_BODY) + 2 * BOX_PAD;
}

int marks_least(struct ui *ui, int64_t most)
{
	return box_width(ui, most) + BOX_GAP +
	       (int)strokes_width(bundles[BUNDLES - 1]);
}

struct marks marks_plan(struct ui *ui, int width, int64_t most)
{
	struct marks marks = {0, 0};
	int i = 0;

	if (strokes_width(most) <= width)
		return marks;
	marks.box_w = box_width(ui, most);
	while (i < BUNDLES - 1 &&
	       marks.box_w + BOX_GAP + strokes_width(bundles[i]) > width)
		i++;
	marks.bundle = bundles[i];
	return marks;
}

static void draw_across(struct ui *ui, int x, int y)
{
	enum {
		WIDTH = GROUP_W + 2 * OVERHANG,
		RISE = MARKS_HEIGHT - 2 * SLOPE_TOP - SLOPE_H,
	};

	for (int i = 0; i < SLOPE_STEPS; i++) {
		int from = WIDTH * i / SLOPE_STEPS;
		int to = WIDTH * (i + 1) / SLOPE_STEPS;
		int up = RISE * i / (SLOPE_STEPS - 1);

		draw_fill(ui,
			  (struct rect){x + from, y + SLOPE_TOP + RISE - up,
					to - from, SLOPE_H},
			  ROLE_TEXT);
	}
}

/* One group of COUNT strokes, 1 to 5. */
static void draw_group(struct ui *ui, int x, int y, int count)
{
	for (int i = 0; i < count && i < UPRIGHT; i++)
		draw_fill(
		    ui,
		    (struct rect){x + OVERHANG + i * (STROKE + STROKE_GAP), y,
				  STROKE, MARKS_HEIGHT},
		    ROLE_TEXT);
	if (count == GROUP)
		draw_across(ui, x, y);
}

static void draw_box(struct ui *ui, struct rect rect, int64_t votes)
{
	char number[NUMBER_TEXT];

	snprintf(number, sizeof(number), "%" PRId64, votes);
	draw_panel(ui, rect, 8, ROLE_BG, ROLE_OUTLINE, 3);
	draw_text_middle(ui, rect, number, TYPE_HALL_BODY, ROLE_TEXT,
			 ALIGN_CENTRE);
}

void marks_draw(struct ui *ui, struct rect rect, struct marks marks,
		int64_t votes)
{
	int middle = rect.y + rect.h / 2, y = middle - MARKS_HEIGHT / 2;
	int64_t folded = marks.bundle ? votes / marks.bundle * marks.bundle : 0;
	int x = rect.x;

	if (folded > 0)
		draw_box(
		    ui,
		    (struct rect){x, middle - BOX_H / 2, marks.box_w, BOX_H},
		    folded);
	if (marks.bundle)
		x += marks.box_w + BOX_GAP;
	for (int64_t left = votes - folded; left > 0; left -= GROUP) {
		draw_group(ui, x, y, left < GROUP ? (int)left : GROUP);
		x += PITCH;
	}
}

#include "tests/lib/layout.h"

#include <math.h>

#include <stdbool.h>

#include "tests/lib/cmocka_all.h"
#include "ui/ui.h"

static bool inside(struct rect in, struct rect out)
{
	return in.x >= out.x && in.y >= out.y && in.x + in.w <= out.x + out.w &&
	       in.y + in.h <= out.y + out.h;
}

/* How far apart along the worse axis; negative when they overlap. */
static int gap_px(struct rect a, struct rect b)
{
	int across = a.x < b.x ? b.x - a.x - a.w : a.x - b.x - b.w;
	int down = a.y < b.y ? b.y - a.y - a.h : a.y - b.y - b.h;

	return across > down ? across : down;
}

static bool one_fault(const struct ui *ui, const struct layout_rules *rules,
		      const struct ui_target *target,
		      char ret_fault[LAYOUT_FAULT])
{
	double scale = ui_scale(ui);
	struct rect rect = target->rect;
	struct rect window = {0};
	int w, h;

	ui_size(ui, &w, &h);
	window.w = (int)ceil(w * scale);
	window.h = (int)ceil(h * scale);
	if (!inside(rect, window)) {
		snprintf(ret_fault, LAYOUT_FAULT,
			 "\"%s\" at %d,%d (%d by %d px) leaves the window",
			 target->label, rect.x, rect.y, rect.w, rect.h);
		return true;
	}
	/* A pixel is forgiven: edges are rounded to whole ones. */
	if (rect.w + 1 < rules->least_mm * rules->px_per_mm ||
	    rect.h + 1 < rules->least_mm * rules->px_per_mm) {
		snprintf(ret_fault, LAYOUT_FAULT,
			 "\"%s\" is %.1f by %.1f mm, less than %.1f",
			 target->label, rect.w / rules->px_per_mm,
			 rect.h / rules->px_per_mm, rules->least_mm);
		return true;
	}
	return false;
}

static bool two_fault(const struct ui *ui, const struct layout_rules *rules,
		      const struct ui_target *below,
		      const struct ui_target *above,
		      char ret_fault[LAYOUT_FAULT])
{
	int gap = gap_px(below->rect, above->rect);
	double least = rules->gap * ui_scale(ui);

	if (rules->gap_mm > 0 && rules->gap_mm * rules->px_per_mm < least)
		least = rules->gap_mm * rules->px_per_mm;
	if (below->id == above->id) {
		snprintf(ret_fault, LAYOUT_FAULT,
			 "\"%s\" and \"%s\" have the same id %#x", below->label,
			 above->label, (unsigned)below->id);
		return true;
	}
	if (inside(above->rect, below->rect) || gap + 1 >= least)
		return false;
	snprintf(ret_fault, LAYOUT_FAULT, "\"%s\" and \"%s\" are %d px apart",
		 below->label, above->label, gap);
	return true;
}

bool layout_fault(struct ui *ui, const struct layout_rules *rules,
		  char ret_fault[LAYOUT_FAULT])
{
	int count;
	const struct ui_target *targets = ui_targets(ui, &count);

	if (count == 0) {
		snprintf(ret_fault, LAYOUT_FAULT,
			 "the frame has no touch target");
		return true;
	}
	for (int i = 0; i < count; i++) {
		if (one_fault(ui, rules, &targets[i], ret_fault))
			return true;
		for (int k = i + 1; k < count; k++) {
			if (two_fault(ui, rules, &targets[i], &targets[k],
				      ret_fault))
				return true;
		}
	}
	if (ui_clipped(ui) > 0)
		snprintf(ret_fault, LAYOUT_FAULT, "%d texts were cut",
			 ui_clipped(ui));
	return ui_clipped(ui) > 0;
}

void layout_check(struct ui *ui, const struct layout_rules *rules)
{
	char fault[LAYOUT_FAULT];

	if (layout_fault(ui, rules, fault))
		fail_msg("%s", fault);
}

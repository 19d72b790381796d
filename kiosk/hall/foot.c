#include "hall/foot.h"

#include <stdio.h>

#include "hall/frame.h"
#include "ui/draw.h"
#include "words/words.h"

enum { PAGE_W = 220 }; /* "188/200" */

/* The room needs no file names, only what it is looking at. */
static const char *trouble_text(enum status trouble)
{
	switch (trouble) {
	case STATUS_FILE_MISSING:
		return _(
		    "The meeting's file is gone. This is the last picture.");
	case STATUS_STORE_BUSY:
		return _(
		    "The meeting's file is busy. This is the last picture.");
	default:
		return _("The meeting's file cannot be read. Fetch a helper.");
	}
}

static void draw_trouble(struct ui *ui, struct rect foot, enum status trouble)
{
	enum { SIGN = 48 };
	struct rect sign = {foot.x + FRAME_GAP, foot.y + (foot.h - SIGN) / 2,
			    SIGN, SIGN};
	struct rect text = foot;

	draw_panel(ui, foot, 8, ROLE_WARN, ROLE_ON_WARN, 3);
	draw_icon(ui, sign, ICON_WARNING, ROLE_ON_WARN);
	text.x += SIGN + 2 * FRAME_GAP;
	text.w -= SIGN + 3 * FRAME_GAP;
	draw_text_middle(ui, text, trouble_text(trouble), TYPE_HALL_BODY,
			 ROLE_ON_WARN, ALIGN_START);
}

int foot_width(const struct ui *ui)
{
	return frame_foot(ui).w - PAGE_W;
}

void foot_draw(struct ui *ui, const struct hall_view *view, const char *line,
	       int pages)
{
	struct rect foot = frame_foot(ui), count = foot;
	char page[HALL_LINE];

	if (view->trouble != STATUS_OK && view->meeting) {
		draw_trouble(ui, foot, view->trouble);
		return;
	}
	if (pages > 1) {
		snprintf(page, sizeof(page), "%d/%d", view->page + 1, pages);
		count.w = PAGE_W;
		count.x = foot.x + foot.w - count.w;
		draw_text_middle(ui, count, page, TYPE_HALL_BODY, ROLE_MUTED,
				 ALIGN_END);
		foot.w = foot_width(ui);
	}
	draw_text_middle(ui, foot, line, TYPE_HALL_BODY, ROLE_MUTED,
			 ALIGN_START);
}

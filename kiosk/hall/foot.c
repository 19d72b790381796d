#include "hall/foot.h"

#include <stdio.h>
#include <string.h>

#include "hall/frame.h"
#include "hall/lines.h"
#include "ui/draw.h"
#include "words/words.h"

enum { PAGE_W = 220 }; /* "188/200"; upright, what the page needs */

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

/* TEXT, or its first sentence where there is room for no more, midway in RECT.
 */
static void draw_sentence(struct ui *ui, struct rect rect, const char *text,
			  enum role role)
{
	const char *end = strstr(text, ". ");
	char first[HALL_LINE];

	if (end && !text_fits(ui, text, TYPE_HALL_BODY, rect.w, rect.h)) {
		snprintf(first, sizeof(first), "%.*s", (int)(end + 1 - text),
			 text);
		text = first;
	}
	lines_draw_middle(ui, rect, text, TYPE_HALL_BODY, role);
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
	draw_sentence(ui, text, trouble_text(trouble), ROLE_ON_WARN);
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
		count.w =
		    frame_upright(ui)
			? frame_width(ui, page, TYPE_HALL_BODY) + FRAME_GAP
			: PAGE_W;
		count.x = foot.x + foot.w - count.w;
		draw_text_middle(ui, count, page, TYPE_HALL_BODY, ROLE_MUTED,
				 ALIGN_END);
		foot.w -= count.w;
	}
	draw_sentence(ui, foot, line, ROLE_MUTED);
}

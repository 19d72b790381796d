#include "hall/foot.h"

#include <stdio.h>

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

/* Whether all of TEXT may stand in RECT. A line may, however high its letters
 * are; several as far as the gap above. */
static bool fits(struct ui *ui, struct rect rect, const char *text)
{
	return text_fits_line(ui, text, TYPE_HALL_BODY, rect.w, rect.h) ||
	       text_fits(ui, text, TYPE_HALL_BODY, rect.w,
			 rect.h + FRAME_FOOT_GAP);
}

/* RECT, higher where TEXT's script needs that: upwards, into the gap above, as
 * projectors cut off what is below. */
static struct rect raised(struct ui *ui, struct rect rect, const char *text)
{
	int more = text_height(ui, text, TYPE_HALL_BODY, rect.w) - rect.h;

	if (more > 0 && fits(ui, rect, text)) {
		rect.y -= more;
		rect.h += more;
	}
	return rect;
}

/* TEXT, or its first sentence where there is room for no more, midway in RECT.
 */
static void draw_sentence(struct ui *ui, struct rect rect, const char *text,
			  enum role role)
{
	size_t length = words_sentence(text);
	char first[HALL_LINE];

	if (text[length] && !fits(ui, rect, text)) {
		snprintf(first, sizeof(first), "%.*s", (int)length, text);
		text = first;
	}
	lines_draw_middle(ui, raised(ui, rect, text), text, TYPE_HALL_BODY,
			  role);
}

static void draw_trouble(struct ui *ui, struct rect foot, enum status trouble)
{
	enum { SIGN = 48 };
	struct rect sign = {foot.x + FRAME_GAP, foot.y + (foot.h - SIGN) / 2,
			    SIGN, SIGN};
	struct rect text = foot;

	text.x += SIGN + 2 * FRAME_GAP;
	text.w -= SIGN + 3 * FRAME_GAP;
	text = raised(ui, text, trouble_text(trouble));
	foot.h += foot.y - text.y;
	foot.y = text.y;
	sign.y = foot.y + (foot.h - SIGN) / 2;
	draw_panel(ui, foot, 8, ROLE_WARN, ROLE_ON_WARN, 3);
	draw_icon(ui, sign, ICON_WARNING, ROLE_ON_WARN);
	draw_sentence(ui, text, trouble_text(trouble), ROLE_ON_WARN);
}

/* LINE in the fonts of the language that it is in. */
static void draw_second(struct ui *ui, const struct hall_view *view,
			struct rect rect, const char *line)
{
	int second = hall_second_language(view);
	bool any = view->meeting && second >= 0;
	const char *before =
	    ui_set_language(ui, any ? view->meeting->languages[second] : NULL);

	draw_sentence(ui, rect, line, ROLE_MUTED);
	ui_set_language(ui, before);
}

void foot_practice(struct ui *ui, const struct hall_view *view,
		   struct rect *rect)
{
	const char *text = _("PRACTICE");
	struct rect badge = *rect;
	int wide;

	if (!view->meeting || !view->meeting->practice)
		return;
	badge.w = frame_width(ui, text, TYPE_HALL_BODY) + 2 * FRAME_GAP;
	wide = badge.w + FRAME_GAP;
	badge.y += (badge.h - FRAME_FOOT) / 2;
	badge.h = FRAME_FOOT;
	draw_panel(ui, badge, 8, ROLE_WARN, ROLE_WARN, 0);
	draw_text_middle(ui, badge, text, TYPE_HALL_BODY, ROLE_ON_WARN,
			 ALIGN_CENTRE);
	rect->x += wide;
	rect->w -= wide;
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

	foot_practice(ui, view, &foot);
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
	draw_second(ui, view, foot, line);
}

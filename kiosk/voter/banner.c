#include "voter/banner.h"

#include "voter/form.h"
#include "voter/wording_ballot.h"

enum {
	PAD = 16,
	ICON = 40,
	HIGH = 40,
	EDGE = 3, /* free between it and the header, or cards */
	HAIRLINE = 2,
};

/* Above the footer where no button lies there; else over the header's words, at
 * the content's top or over what is chosen so far: words that are not needed
 * just now. */
static struct rect banner_rect(const struct ui *ui, enum screen screen)
{
	bool low = form_measure(ui, FORM_LOW);
	struct rect rect = form_content(ui);

	if (low && form_measure(ui, FORM_MENU)) {
		rect = form_header(ui);
		return rect_inset(rect, EDGE);
	}
	if (((screen == SCREEN_CHOOSE || screen == SCREEN_NUMBERS) && !low) ||
	    screen == SCREEN_DETAIL)
		return form_banner(ui);
	/* The line below a pot's name stays, and nothing of the name. */
	rect.h = screen == SCREEN_REVIEW
		     ? form_measure(ui, FORM_REVIEW_TOP) +
			   form_measure(ui, FORM_REVIEW_POT_H) - HAIRLINE
		     : HIGH - EDGE;
	rect_take_top(&rect, 0, EDGE);
	return rect;
}

/* RECT as high as the banner's words need WIDTH wide: it grows away from the
 * edge of the content it lies at. */
static struct rect banner_grow(struct ui *ui, struct rect rect,
			       const char *text, int width)
{
	int high = text_height(ui, text, TYPE_SMALL_BOLD, width);
	struct rect content = form_content(ui);
	int more = high - rect.h;

	if (more <= 0)
		return rect;
	rect.h += more;
	if (2 * rect.y > 2 * content.y + content.h)
		rect.y -= more;
	return rect;
}

void banner_draw(struct ui *ui, const struct voter_view *view)
{
	struct rect rect = banner_rect(ui, view->session->screen);
	int side = rect.h < ICON ? rect.h : ICON;
	int width = rect.w - side - 3 * PAD;
	struct rect icon = {rect.x + PAD, 0, side, side};
	char text[WORDING_TEXT];
	enum type type;

	if (view->session->banner == BANNER_NONE)
		return;
	ballot_banner(view, text);
	rect = banner_grow(ui, rect, text, width);
	draw_panel(ui, rect, 8, ROLE_WARN, ROLE_WARN, 0);
	icon.y = rect.y + (rect.h - icon.h) / 2;
	draw_icon(ui, icon, ICON_WARNING, ROLE_ON_WARN);
	rect.x = icon.x + icon.w + PAD;
	rect.w = width;
	type = wording_fit(ui, text, rect.w, rect.h, TYPE_TITLE);
	draw_text_middle(ui, rect, text, type, ROLE_ON_WARN, ALIGN_START);
}

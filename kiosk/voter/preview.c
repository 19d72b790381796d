#include "voter/preview.h"

#include "ui/draw.h"
#include "voter/form.h"
#include "voter/voter.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	SIDE = 480, /* at most: UX.md V0 */
	GAP = 24,
	LEAST_H = 200,
	NEAR = 12, /* from the picture to its words */
	NEAR_TABLET = 4,
	EDGE = 4,
	WORDS_H = 80,
	WORDS_H_TABLET = 64,
	COLUMN_TABLET = 224,
	SIGN = 56,
	SIGN_PORTRAIT = 160,
	HELP_SIGN = 80,
};

static void picture_draw(struct ui *ui, const struct voter_sight *sight,
			 struct rect rect)
{
	draw_panel(ui, rect, EDGE, ROLE_PRIMARY, ROLE_PRIMARY, 0);
	draw_grey(ui, rect_inset(rect, EDGE), sight->pixels, sight->w, sight->h,
		  sight->stamp);
}

static const char *words_text(void)
{
	return _("Show the slip to the camera");
}

/* Below the picture: the words, and a sign before them where there is room. */
static void words_below(struct ui *ui, struct rect rect)
{
	bool tablet = form_small(ui);
	enum type type;

	if (!tablet)
		draw_icon(ui, rect_take_start(&rect, SIGN, NEAR), ICON_SCAN,
			  ROLE_PRIMARY);
	type = wording_fit(ui, words_text(), rect.w, rect.h, TYPE_TITLE);
	draw_text_middle(ui, rect, words_text(), type, ROLE_TEXT,
			 tablet ? ALIGN_CENTRE : ALIGN_START);
}

/* Beside it: a large sign over the words. */
static void words_beside(struct ui *ui, struct rect rect)
{
	struct rect sign;
	enum type type;

	sign = rect_take_top(&rect, rect.h / 2, GAP);
	rect_take_top(&sign, sign.h - SIGN_PORTRAIT, 0);
	draw_icon(ui, rect_middle(sign, SIGN_PORTRAIT, SIGN_PORTRAIT),
		  ICON_SCAN, ROLE_PRIMARY);
	type = wording_fit(ui, words_text(), rect.w, rect.h, TYPE_H2);
	if (text_fits(ui, words_text(), type, rect.w, rect.h))
		draw_text(ui, rect, words_text(), type, ROLE_TEXT,
			  ALIGN_CENTRE);
}

void preview_draw(struct ui *ui, const struct voter_view *view,
		  struct rect *rect)
{
	const struct voter_sight *sight = &view->sight;
	bool tablet = form_small(ui);
	int words_h = tablet ? WORDS_H_TABLET : WORDS_H;
	int near = tablet ? NEAR_TABLET : NEAR;
	struct rect column, picture;

	/* With large letters, or in the lower half of the screen, the steps
	 * need all the room there is. */
	if (!sight->pixels || form_low(ui) || rect->h < LEAST_H ||
	    view->session->settings.reach)
		return;
	if (form_upright(ui)) {
		int side = rect->h / 2 < SIDE ? rect->h / 2 : SIDE;

		column = rect_take_bottom(rect, side, GAP);
		picture = rect_take_start(&column, side, GAP);
		picture_draw(ui, sight, picture);
		words_beside(ui, column);
		return;
	}
	column = rect_take_end(rect, tablet ? COLUMN_TABLET : SIDE, GAP);
	picture = rect_take_top(&column, column.h - words_h - near, near);
	if (picture.h > SIDE)
		picture.h = SIDE;
	picture_draw(ui, sight, rect_middle(picture, picture.h, picture.h));
	words_below(ui, column);
}

bool preview_help(struct ui *ui, const struct voter_view *view,
		  struct rect rect)
{
	const char *text =
	    _("Hold the slip still in front of the camera. 10–15 cm away.");
	enum type type;

	if (!view->sight.pixels || !view->sight.unread)
		return false;
	draw_panel(ui, rect, 8, ROLE_WARN, ROLE_WARN, 0);
	rect = rect_inset(rect, NEAR);
	if (!form_low(ui)) /* else the words need the room */
		draw_icon(ui, rect_take_start(&rect, HELP_SIGN, GAP), ICON_SCAN,
			  ROLE_ON_WARN);
	type = wording_fit(ui, text, rect.w, rect.h, TYPE_H2);
	draw_text_middle(ui, rect, text, type, ROLE_ON_WARN, ALIGN_START);
	return true;
}

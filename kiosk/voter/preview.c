#include "voter/preview.h"

#include "ui/draw.h"
#include "voter/form.h"
#include "voter/voter.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	SIDE = 480, /* at most: UX.md V0 */
	GAP = 24,
	LEAST_H = 200,	   /* less high it has no words below it */
	BRIEF_PART = 3,	   /* of the width at most, without words */
	BRIEF_LEAST = 88,  /* in u: of a slip 15 mm wide there is enough */
	STEPS_LEAST = 372, /* three steps that can be read, and their gaps */
	NEAR = 12,	   /* from the picture to its words */
	NEAR_TABLET = 4,
	EDGE = 4,
	WORDS_H = 80,
	WORDS_H_TABLET = 64,
	COLUMN = 344, /* at least, for the words */
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

/* How the words are set below a picture in RECT, which shrinks by the sign
 * before them where there is room for it; false where they do not fit. */
static bool words_fit(struct ui *ui, struct rect *rect, enum type *ret_type)
{
	if (!form_small(ui))
		rect_take_start(rect, SIGN, NEAR);
	*ret_type = wording_fit(ui, words_text(), rect->w, rect->h, TYPE_TITLE);
	return text_fits(ui, words_text(), *ret_type, rect->w, rect->h);
}

/* Below the picture: the words, and a sign before them. */
static void words_below(struct ui *ui, struct rect rect)
{
	struct rect words = rect;
	enum type type;

	if (!words_fit(ui, &words, &type))
		return; /* the step with the same sign says it */
	if (words.w < rect.w)
		draw_icon(ui, rect_take_start(&rect, SIGN, NEAR), ICON_SCAN,
			  ROLE_PRIMARY);
	draw_text_middle(ui, words, words_text(), type, ROLE_TEXT,
			 words.w < rect.w ? ALIGN_START : ALIGN_CENTRE);
}

/* Beside it: a large sign over the words. */
static void words_beside(struct ui *ui, struct rect rect)
{
	struct rect sign;
	enum type type;

	sign = rect_take_top(&rect, rect.h / 2, GAP);
	if (sign.h > SIGN_PORTRAIT)
		rect_take_top(&sign, sign.h - SIGN_PORTRAIT, 0);
	draw_icon(ui, rect_middle(sign, sign.h, sign.h), ICON_SCAN,
		  ROLE_PRIMARY);
	type = wording_fit(ui, words_text(), rect.w, rect.h, TYPE_H2);
	if (text_fits(ui, words_text(), type, rect.w, rect.h))
		draw_text(ui, rect, words_text(), type, ROLE_TEXT,
			  ALIGN_CENTRE);
}

/* Upright, with its words beside it, in all of RECT. */
static void draw_beside(struct ui *ui, const struct voter_sight *sight,
			struct rect rect)
{
	picture_draw(ui, sight, rect_take_start(&rect, rect.h, GAP));
	words_beside(ui, rect);
}

/* Alone at the end, where there is no room for words: the steps say them. */
static void draw_brief(struct ui *ui, const struct voter_sight *sight,
		       struct rect *rect)
{
	int side =
	    rect->h < rect->w / BRIEF_PART ? rect->h : rect->w / BRIEF_PART;

	if (side < BRIEF_LEAST)
		return;
	picture_draw(
	    ui, sight,
	    rect_middle(rect_take_end(rect, side, GAP / 2), side, side));
}

/* How high it is among steps that keep their height. */
static int upright_side(int height)
{
	int most = height / 2 < SIDE ? height / 2 : SIDE;
	int left = height - STEPS_LEAST;

	return left < most ? left : most;
}

/* As wide as the picture of HEIGHT, and its words. */
static int column_width(bool tablet, int height)
{
	int least = tablet ? COLUMN_TABLET : COLUMN;

	return height < least ? least : height > SIDE ? SIDE : height;
}

void preview_draw(struct ui *ui, const struct voter_view *view,
		  struct rect *rect)
{
	const struct voter_sight *sight = &view->sight;
	bool tablet = form_small(ui);
	int words_h = tablet ? WORDS_H_TABLET : WORDS_H;
	int near = tablet ? NEAR_TABLET : NEAR;
	struct rect column, picture;

	if (!sight->pixels || ui_above(ui).h > 0)
		return;
	if (form_upright(ui)) {
		draw_beside(ui, sight,
			    rect_take_bottom(rect, upright_side(rect->h), GAP));
		return;
	}
	if (rect->h < LEAST_H ||
	    (form_low(ui) && form_measure(ui, FORM_MENU))) {
		draw_brief(ui, sight, rect);
		return;
	}
	column = rect_take_end(
	    rect, column_width(tablet, rect->h - words_h - near), GAP);
	picture = rect_take_top(&column, column.h - words_h - near, near);
	if (picture.h > SIDE)
		picture.h = SIDE;
	if (picture.h > picture.w)
		picture.h = picture.w;
	picture_draw(ui, sight, rect_middle(picture, picture.h, picture.h));
	words_below(ui, column);
}

void preview_above(struct ui *ui, const struct voter_view *view,
		   struct rect *rect)
{
	int side = rect->h / 2 < SIDE ? rect->h / 2 : SIDE;

	if (view->session->screen == SCREEN_ATTRACT &&
	    view->phase == PHASE_OPEN && view->sight.pixels)
		draw_beside(ui, &view->sight,
			    rect_take_bottom(rect, side, GAP));
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

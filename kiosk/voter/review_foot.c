/* Below the rows of the review: the one button that casts. */
#include "voter/review_foot.h"

#include "voter/action.h"
#include "voter/form.h"
#include "words/words.h"

enum {
	PAD = 16,
	CAST_WIDE = 500,
	CAST_NARROW = 300,
	TURN_W = 220,
	LINE_SMALL = 32,
};

/* A button of this screen at the WIDTH of its place, in line with the cast
 * button where they stand side by side. */
static struct rect button_rect(const struct ui *ui, struct rect rect)
{
	struct rect cast = form_cast(ui);

	if (form_measure(ui, FORM_FOOTER_ROWS) == 1) {
		rect.y = cast.y;
		rect.h = cast.h;
	}
	return rect;
}

static struct rect edit_rect(const struct ui *ui)
{
	struct rect rect = form_back(ui);

	rect.w = form_measure(ui, FORM_EDIT_W);
	return button_rect(ui, rect);
}

/* Where the button stands that turns the pages once all were seen. */
static struct rect turn_rect(const struct ui *ui)
{
	struct rect edit = edit_rect(ui), rect = edit, cast = form_cast(ui);

	rect_take_start(&rect, edit.w, PAD);
	rect.w = TURN_W;
	if (form_measure(ui, FORM_FOOTER_ROWS) == 1 &&
	    rect.x + rect.w + PAD > cast.x)
		return button_rect(ui, form_primary(ui));
	return rect;
}

/* Where the sentence stands that it cannot be changed later: beside the cast
 * button, between or above the others. */
static struct rect warning_rect(const struct ui *ui, bool turns)
{
	struct rect content = form_content(ui), cast = form_cast(ui), rect;
	int bottom = form_measure(ui, FORM_REVIEW_BOTTOM);

	if (bottom >= LINE_SMALL) {
		rect = content;
		rect.y += content.h - bottom + 2;
		rect.h = bottom - 4;
		return rect;
	}
	if (form_upright(ui)) {
		rect = turns ? turn_rect(ui) : edit_rect(ui);
		rect.x += rect.w + 2 * PAD;
	} else {
		rect = cast;
		rect.x += cast.w + 2 * PAD;
	}
	rect.w = content.x + content.w - rect.x;
	return rect;
}

static const char *warning_text(void)
{
	return _("You cannot change your vote once it is cast.");
}

/* Whether the warning has too little room below the rows: it is the title. */
static bool warning_in_title(struct ui *ui)
{
	struct rect rect = warning_rect(ui, false);

	return form_measure(ui, FORM_MENU) &&
	       !text_fits(ui, warning_text(), TYPE_SMALL, rect.w, rect.h);
}

static void warning(struct ui *ui, bool turns)
{
	if (!warning_in_title(ui))
		draw_text_middle(ui, warning_rect(ui, turns), warning_text(),
				 TYPE_SMALL, ROLE_MUTED, ALIGN_START);
}

/* The one way on: the rest of the review until all of it was seen, then the
 * cast - in a place where no button of this or another screen stood. */
static void way_on(struct ui *ui, const struct review_pages *pages,
		   struct intent *ret_intent)
{
	bool seen = pages->seen, last = pages->shown + 1 >= pages->count;
	struct action more = {WIDGET_MORE,
			      0,
			      {seen ? BUTTON_PLAIN : BUTTON_PRIMARY,
			       last ? _("First page") : _("See the rest"),
			       seen ? NO_ICON : ICON_NEXT, TYPE_TITLE},
			      {INTENT_MORE, last ? 0 : pages->shown + 1}};
	struct action cast = {
	    WIDGET_CAST,
	    0,
	    {BUTTON_PRIMARY, _("Cast my vote"), ICON_BOX, TYPE_H2},
	    {INTENT_CAST, 0}};
	struct rect place = form_cast(ui);

	if (place.w < CAST_NARROW)
		cast.button.type = TYPE_SMALL_BOLD;
	else if (form_small(ui) || place.w < CAST_WIDE)
		cast.button.type = TYPE_TITLE;
	if (!seen) {
		action_draw(ui, button_rect(ui, form_primary(ui)), &more,
			    ret_intent);
		return;
	}
	if (pages->count > 1)
		action_draw(ui, turn_rect(ui), &more, ret_intent);
	warning(ui, pages->count > 1);
	action_draw(ui, place, &cast, ret_intent);
}

void review_foot_draw(struct ui *ui, const struct review_pages *pages,
		      struct intent *ret_intent)
{
	struct action edit = {WIDGET_EDIT,
			      0,
			      {BUTTON_PLAIN, _("Change"), NO_ICON, TYPE_TITLE},
			      {INTENT_EDIT, 0}};

	action_draw(ui, edit_rect(ui), &edit, ret_intent);
	way_on(ui, pages, ret_intent);
}

const char *review_foot_title(struct ui *ui, const struct review_pages *pages)
{
	return pages->seen && warning_in_title(ui) ? warning_text() : NULL;
}

#include "voter/state.h"

#include "voter/form.h"
#include "voter/wording.h"
#include "words/words.h"

enum {
	CIRCLE = 44,
	CIRCLE_SMALL = 32,
	CIRCLE_GAP = 12,
	CIRCLES = 10, /* more are not taken in at a glance */
	CIRCLE_EDGE = 3,
	CHECK_INSET = 8,
	GAP = 16,
};

static void circles(struct ui *ui, int x, int y, int size, int chosen, int most)
{
	for (int i = 0; i < most; i++, x += size + CIRCLE_GAP) {
		struct rect rect = {x, y, size, size};
		bool full = i < chosen;

		draw_panel(ui, rect, size / 2, full ? ROLE_PRIMARY : ROLE_BG,
			   full ? ROLE_PRIMARY : ROLE_OUTLINE, CIRCLE_EDGE);
		if (full)
			draw_icon(ui, rect_inset(rect, CHECK_INSET), ICON_CHECK,
				  ROLE_ON_PRIMARY);
	}
}

void state_draw(struct ui *ui, const struct voter_view *view, int pot)
{
	const struct meeting *meeting = view->meeting;
	int most = wording_most(meeting, pot);
	int chosen = ballot_chosen(meeting, &view->session->ballot, pot);
	bool stacked = ui_form(ui) == UI_TABLET;
	int size = stacked ? CIRCLE_SMALL : CIRCLE;
	int width = most * (size + CIRCLE_GAP);
	struct rect rect = form_state(ui);
	char text[WORDING_TEXT];

	wording_state(chosen, most, text);
	if (most > CIRCLES ||
	    width + (stacked ? 0 : text_width(ui, text, TYPE_TITLE)) > rect.w) {
		draw_text_middle(ui, rect, text, TYPE_TITLE, ROLE_TEXT,
				 ALIGN_START);
	} else if (stacked) {
		struct rect top = rect_take_top(&rect, rect.h / 2, 0);

		circles(ui, top.x, top.y + (top.h - size) / 2, size, chosen,
			most);
		draw_text_middle(ui, rect, text, TYPE_SMALL_BOLD, ROLE_TEXT,
				 ALIGN_START);
	} else {
		circles(ui, rect.x, rect.y + (rect.h - size) / 2, size, chosen,
			most);
		rect.x += width + GAP;
		rect.w -= width + GAP;
		draw_text_middle(ui, rect, text, TYPE_TITLE, ROLE_TEXT,
				 ALIGN_START);
	}
}

/* The vote is on the disk. What was chosen is not shown. */
#include "voter/bars.h"
#include "voter/form.h"
#include "voter/screens.h"
#include "voter/wording.h"
#include "ui/widget.h"
#include "voter/widget.h"
#include "words/words.h"

enum {
	TICK = 240,
	TICK_SMALL = 176,
	RING = 320,
	RING_SMALL = 232,
	LOW_H = 420,
	RING_W = 10,
	GAP = 48,
	WHOLE = 1000,
	LINE = 40,
};

/* Thousandths of the time the thanks stay that are left, in steps. */
static int left_of(struct ui *ui, const struct session *session)
{
	uint64_t all = screen_idle_ms(SCREEN_THANKS);
	uint64_t gone = ui_now_ms(ui) - session->since_ms;

	gone -= gone % VOTER_RING_MS;
	return gone >= all ? 0 : (int)((all - gone) * WHOLE / all);
}

void thanks_draw(struct ui *ui, const struct voter_view *view,
		 struct intent *ret_intent)
{
	int ring = form_small(ui) ? RING_SMALL : RING, tick;
	struct rect content = form_content(ui);
	const char *end = _("Touch the screen to finish.");
	const char *thanks = _("Thank you! Your vote has been cast.");
	enum type type = wording_fit_line(ui, thanks, content.w, TYPE_DISPLAY);
	int height = text_height(ui, thanks, type, content.w), y;
	int gap = content.h < LOW_H ? GAP / 3 : GAP;

	if (ring > content.h - gap - height)
		ring = content.h - gap - height;
	tick = ring == RING_SMALL ? TICK_SMALL : ring * TICK / RING;
	bars_plain(ui, view);
	if (ui_area(ui, UI_ID(WIDGET_DISMISS, 0), ui_frame(ui), thanks))
		*ret_intent = (struct intent){INTENT_DISMISS, 0};
	y = content.y + (content.h - ring - gap - height) / 2;
	content.y = y;
	content.h = ring;
	draw_ring(ui, rect_middle(content, ring, ring),
		  left_of(ui, view->session), RING_W, ROLE_SUCCESS, ROLE_TRACK);
	draw_icon(ui, rect_middle(content, tick, tick), ICON_TICK,
		  ROLE_SUCCESS);
	content.y += ring + gap;
	content.h = height;
	draw_text(ui, content, thanks, type, ROLE_TEXT, ALIGN_CENTRE);
	content.y = form_state(ui).y;
	content.h = LINE;
	draw_text_middle(ui, content, end,
			 text_width(ui, end, TYPE_BODY) > content.w ? TYPE_SMALL
								    : TYPE_BODY,
			 ROLE_MUTED, ALIGN_CENTRE);
}

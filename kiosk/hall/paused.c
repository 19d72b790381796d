#include "hall/scene.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/pause_sign.h"
#include "hall/turnout.h"
#include "ui/draw.h"
#include "words/words.h"

void paused_draw(struct ui *ui, const struct hall_view *view)
{
	struct rect body = frame_body(ui);
	char text[HALL_LINE];

	pause_sign_draw(ui, &body);
	rect_take_top(&body,
		      frame_text(ui, body, _("Voting goes on soon."),
				 TYPE_HALL_H2, ROLE_TEXT, ALIGN_START),
		      FRAME_GAP);
	rect_take_top(&body,
		      frame_text(ui, body, _("Keep your voting slip."),
				 TYPE_HALL_H2, ROLE_TEXT, ALIGN_START),
		      3 * FRAME_GAP);
	if (!turnout_shown(view->meeting))
		return;
	turnout_voted(&view->turnout, text);
	draw_text(ui, body, text, TYPE_HALL_BODY, ROLE_MUTED, ALIGN_START);
}

void paused_line(struct ui *ui, const struct hall_view *view, int language,
		 char ret_text[HALL_LINE])
{
	(void)view;
	(void)ui;
	(void)language;
	snprintf(ret_text, HALL_LINE, "%s %s", _("Voting goes on soon."),
		 _("Keep your voting slip."));
}

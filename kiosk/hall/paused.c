#include "hall/scene.h"

#include <stdio.h>

#include "hall/frame.h"
#include "hall/turnout.h"
#include "ui/draw.h"
#include "words/words.h"

void paused_draw(struct ui *ui, const struct hall_view *view)
{
	enum { SIGN = 160, GIANT_H = 180 };
	struct rect body = frame_body(ui);
	char text[HALL_LINE];

	body.y += body.h / 6;
	body.h -= body.h / 6;
	draw_icon(ui,
		  /* The sign's own margin lies outside the text's edge. */
		  (struct rect){body.x - SIGN / 5,
				body.y + (GIANT_H - SIGN) / 2, SIGN, SIGN},
		  ICON_PAUSE, ROLE_PRIMARY);
	draw_text(ui,
		  (struct rect){body.x + SIGN, body.y, body.w - SIGN, GIANT_H},
		  _("Break"), TYPE_HALL_GIANT, ROLE_PRIMARY, ALIGN_START);
	frame_cut(&body, GIANT_H, 2 * FRAME_GAP);
	frame_cut(&body,
		  frame_text(ui, body, _("Voting goes on soon."), TYPE_HALL_H2,
			     ROLE_TEXT, ALIGN_START),
		  FRAME_GAP);
	frame_cut(&body,
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

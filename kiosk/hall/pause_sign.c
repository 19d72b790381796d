#include "hall/pause_sign.h"

#include "hall/frame.h"
#include "words/words.h"

void pause_sign_draw(struct ui *ui, struct rect *body)
{
	enum { SIGN = 160, GIANT_H = 180 };

	rect_take_top(body, body->h / 6, 0);
	draw_icon(ui,
		  /* The sign's own margin lies outside the text's edge. */
		  (struct rect){body->x - SIGN / 5,
				body->y + (GIANT_H - SIGN) / 2, SIGN, SIGN},
		  ICON_PAUSE, ROLE_PRIMARY);
	frame_text_middle(
	    ui, (struct rect){body->x + SIGN, body->y, body->w - SIGN, GIANT_H},
	    _("Break"), TYPE_HALL_GIANT, ROLE_PRIMARY, ALIGN_START);
	rect_take_top(body, GIANT_H, 2 * FRAME_GAP);
}

#include "hall/scene.h"

#include "hall/frame.h"
#include "ui/draw.h"
#include "words/words.h"

/* There is no meeting to show yet: its file is not there, or cannot be read. */
void waiting_draw(struct ui *ui, const struct hall_view *view)
{
	enum { SIGN = 160 };
	struct rect body = frame_body(ui), sign;

	body.y += body.h / 5;
	body.h -= body.h / 5;
	sign = frame_cut(&body, SIGN, 32);
	sign.w = SIGN;
	draw_icon(ui, sign, ICON_BOX, ROLE_PRIMARY);
	frame_cut(&body,
		  frame_text(ui, body, _("Waiting for the meeting"),
			     TYPE_HALL_H1, ROLE_TEXT, ALIGN_START),
		  FRAME_GAP);
	if (view->trouble != STATUS_OK)
		draw_text(ui, body, _(status_text(view->trouble)),
			  TYPE_HALL_BODY, ROLE_MUTED, ALIGN_START);
}

void waiting_line(struct ui *ui, const struct hall_view *view, int language,
		  char ret_text[HALL_LINE])
{
	(void)view;
	(void)ui;
	(void)language;
	ret_text[0] = '\0';
}

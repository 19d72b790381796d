/* The kiosk leaves its meeting, and another is made at it. */
#include "panel/panel_parts.h"
#include "words/words.h"

void panel_anew_draw(const struct panel_page_view *view, struct rect rect)
{
	bool may = panel_may(view->panel, view->facts, PANEL_EFFECT_ANEW);

	panel_title(view, &rect, _("New meeting"));
	panel_foot(view, &rect, _("Back"), may ? _("Make a new meeting") : NULL,
		   false);
	if (!may) {
		panel_line(view, &rect,
			   _("People vote here now. Close the voting first."),
			   ROLE_TEXT);
		return;
	}
	panel_line(view, &rect,
		   _("The kiosk leaves this meeting, which stays as it is and "
		     "can be started again. A new one is made from a USB "
		     "stick."),
		   ROLE_TEXT);
}

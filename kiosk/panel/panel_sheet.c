/* The set-up sheet, with what was measured and tried, on a printer. */
#include "panel/panel_parts.h"
#include "words/words.h"

void panel_sheet_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel_facts *facts = view->facts;

	panel_title(view, &rect, _("Print the set-up sheet"));
	if (facts->busy) {
		panel_line(view, &rect, _("Please wait…"), ROLE_TEXT);
		return;
	}
	panel_foot(view, &rect, _("Back"), _("Print"),
		   !panel_may(view->panel, facts, PANEL_EFFECT_SHEET));
	panel_note(view, &rect,
		   _("A page of A4: what a tape measure must say, and what was "
		     "checked of this kiosk."),
		   ROLE_TEXT);
	if (facts->printers.count > 0)
		panel_names_draw(view, &rect, _("Printer"), PANEL_PICK_PRINTER,
				 &facts->printers, view->panel->printer);
	else
		panel_note(view, &rect,
			   _("No printer was found. Plug one in and add it to "
			     "the machine; lpstat -e must name it."),
			   ROLE_DANGER);
}

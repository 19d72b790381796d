/* The result to a stick, and the protocol on paper. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

static void protocol_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct panel_facts *facts = view->facts;
	char text[PANEL_LINE_TEXT];

	snprintf(text, sizeof(text), _("Published: %s"), facts->published);
	panel_note(view, rect, text, ROLE_TEXT);
	if (facts->printers.count == 0)
		return;
	panel_names_draw(view, rect, _("Printer"), PANEL_PICK_PRINTER,
			 &facts->printers, view->panel->printer);
	panel_button(
	    view,
	    panel_cell(panel_cut(rect, PANEL_BUTTON_H), 2, PANEL_BUTTON_H, 0),
	    PANEL_WIDGET_PRINT, 0, BUTTON_PLAIN, _("Print the protocol"), -1,
	    (struct panel_intent){PANEL_INTENT_PRINT, 0});
}

void panel_publish_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel *panel = view->panel;
	const struct panel_facts *facts = view->facts;

	panel_title(view, &rect, _("Publish the result"));
	if (facts->busy) {
		panel_line(view, &rect, _("Please wait…"), ROLE_TEXT);
		return;
	}
	panel_foot(view, &rect, _("Back"), _("Publish"),
		   !panel_may(panel, facts, PANEL_EFFECT_PUBLISH));
	if (!*facts->published)
		panel_note(
		    view, &rect,
		    _("All that anyone needs to count again goes to a new "
		      "folder on the stick, with the protocol to sign."),
		    ROLE_TEXT);
	if (facts->places.count > 0)
		panel_names_draw(view, &rect, _("Stick"), PANEL_PICK_PLACE,
				 &facts->places, panel->place);
	else
		panel_note(view, &rect,
			   _("No stick was found. Plug one in, then go back "
			     "and come here again."),
			   ROLE_DANGER);
	if (*facts->published)
		protocol_draw(view, &rect);
}

/* How the evening stands: phase, slips and ballots. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum { BUTTON_W = 480 };

void panel_status_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel_facts *facts = view->facts;
	const struct {
		const char *what;
		int value;
	} numbers[] = {
	    {N_("Slips printed"), facts->printed},
	    {N_("Slips used"), facts->used},
	    {N_("Slips void"), facts->voided},
	    {N_("Slips not used"), facts->unused},
	};
	struct rect button;
	char text[32];

	panel_title(view, &rect, _("Status"));
	panel_row(view, &rect, _("Phase"), _(phase_text(facts->phase)));
	if (facts->kiosk) {
		snprintf(text, sizeof(text), "%d", facts->kiosk);
		panel_row(view, &rect, _("Kiosk"), text);
		panel_row(view, &rect, _("Slips"), _("on the shared roll"));
	}
	for (size_t i = 0;
	     !facts->kiosk && i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		snprintf(text, sizeof(text), "%d", numbers[i].value);
		panel_row(view, &rect, _(numbers[i].what), text);
	}
	if (facts->box) {
		snprintf(text, sizeof(text), "%d", facts->box->ballots);
		panel_row(view, &rect, _("Ballots in the box"), text);
	}
	button = panel_cut_bottom(&rect, PANEL_BUTTON_H);
	if (button.w > BUTTON_W)
		button.w = BUTTON_W;
	panel_button(view, button, PANEL_WIDGET_SCANNER, 0, BUTTON_PLAIN,
		     _("Test the scanner"), ICON_SCAN,
		     (struct panel_intent){PANEL_INTENT_SCANNER, 0});
}

/* The PIN once more, of two people where the meeting wants two, and what it is
 * for. */
#include "panel/panel_parts.h"
#include "words/words.h"

static const struct {
	const char *title, *about;
} asked[PANEL_EFFECTS] = {
    [PANEL_EFFECT_ADOPT] = {N_("Adopt the rules"),
			    N_("Proposals and rules cannot change after "
			       "that.")},
    [PANEL_EFFECT_OPEN] = {N_("Go on with the voting"),
			   N_("Residents can vote again.")},
    [PANEL_EFFECT_CLOSE] = {N_("Close the voting"),
			    N_("For good. Nobody can vote after that.")},
    [PANEL_EFFECT_VOID] = {N_("Make the slip void"),
			   N_("Nobody can vote with it after that.")},
    [PANEL_EFFECT_LOTS] = {N_("Keep the lots"),
			   N_("The order decides who gets the money.")},
    [PANEL_EFFECT_ANEW] = {N_("Make a new meeting"),
			   N_("The kiosk leaves this meeting.")},
    [PANEL_EFFECT_COUNT] = {N_("Count"), N_("The result is then final.")},
};

static const char *question(const struct panel *panel)
{
	if (panel->persons < PANEL_PERSONS)
		return _("Type the PIN once more.");
	return panel->pin_count == 0 ? _("First person: type your PIN.")
				     : _("Second person: type your PIN.");
}

void panel_sure_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel *panel = view->panel;
	bool two = panel->persons == PANEL_PERSONS;
	struct rect pad;

	panel_title(view, &rect, _(asked[panel->then].title));
	panel_foot(view, &rect, _("Back"), NULL, false);
	pad = panel_pad_place(view, &rect);
	/* There is no room for both on a small display. */
	if (panel->then != PANEL_EFFECT_CLOSE || ui_form(view->ui) != UI_TABLET)
		panel_note(view, &rect, _(asked[panel->then].about), ROLE_TEXT);
	if (panel->then == PANEL_EFFECT_CLOSE)
		/* Seen by both before they agree. */
		panel_sums(view, &rect);
	if (two && !view->facts->second_set) {
		panel_note(view, &rect,
			   _("This takes two people with a PIN each. The "
			     "second has none yet: stemmeboks pin FILE "
			     "--second"),
			   ROLE_DANGER);
		return;
	}
	if (panel_rests(view, &rect))
		return;
	panel_note(view, &rect, question(panel), ROLE_TEXT);
	panel_dots(view, &rect);
	panel_pad(view, pad);
}

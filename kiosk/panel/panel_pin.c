/* Who are you: six digits; and what stands in the way of the tabs. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum { PAD_W = 640, DOT = 40 };

void panel_dots(const struct panel_page_view *view, struct rect *rect)
{
	struct rect line =
	    panel_cut(rect, panel_columns(view, 2 * DOT, 2 * DOT, DOT));
	struct rect dot = {line.x, line.y + (line.h - DOT) / 2, DOT, DOT};

	for (int i = 0; i < PANEL_PIN_DIGITS; i++) {
		draw_panel(view->ui, dot, DOT / 2,
			   i < view->panel->pin_length ? ROLE_PRIMARY : ROLE_BG,
			   ROLE_OUTLINE, 3);
		dot.x += DOT + PANEL_GAP;
	}
}

bool panel_rests(const struct panel_page_view *view, struct rect *rect)
{
	unsigned seconds =
	    panel_locked_seconds(view->panel, ui_now_ms(view->ui));
	char text[PANEL_LINE_TEXT];

	if (seconds == 0)
		return false;
	snprintf(text, sizeof(text),
		 words_plural("Too many wrong PINs. Wait %u second.",
			      "Too many wrong PINs. Wait %u seconds.", seconds),
		 seconds);
	panel_note(view, rect, text, ROLE_DANGER);
	return true;
}

void panel_pin_draw(const struct panel_page_view *view, struct rect rect)
{
	panel_title(view, &rect, _("Organisers"));
	if (!view->facts->pin_set) {
		panel_line(view, &rect,
			   _("The meeting has no PIN yet. Make one on the "
			     "command line: stemmeboks pin FILE"),
			   ROLE_TEXT);
		return;
	}
	if (panel_rests(view, &rect))
		return;
	panel_line(view, &rect, _("Type the PIN."), ROLE_TEXT);
	panel_dots(view, &rect);
	if (rect.w > PAD_W)
		rect.w = PAD_W;
	panel_pad(view, rect);
}

/* It is not known whether the last slip is spent: the slip itself tells, once
 * the kiosk has looked at the file anew. */
static void locked_draw(const struct panel_page_view *view, struct rect rect)
{
	static const char *const lines[] = {
	    N_("It is not certain that the last vote was stored."),
	    N_("Start the kiosk program again, and scan that slip."),
	    N_("If it can be used, the resident votes again."),
	};

	panel_title(view, &rect, _("This kiosk is locked"));
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		panel_line(view, &rect, _(lines[i]), ROLE_TEXT);
}

void panel_voter_draw(const struct panel_page_view *view, struct rect rect)
{
	if (view->facts->locked) {
		locked_draw(view, rect);
		return;
	}
	panel_title(view, &rect, _("A resident is voting"));
	panel_line(view, &rect, _("The panel opens when the resident is done."),
		   ROLE_TEXT);
	panel_line(view, &rect,
		   _("Did somebody walk away? Then end it here. The choices "
		     "are deleted, and the slip can be used again."),
		   ROLE_TEXT);
	rect = panel_cut(&rect, PANEL_BUTTON_H);
	if (rect.w > PAD_W)
		rect.w = PAD_W;
	panel_button(view, rect, PANEL_WIDGET_STOP_VOTER, 0, BUTTON_DANGER,
		     _("Stop this vote"), ICON_CROSS,
		     (struct panel_intent){PANEL_INTENT_STOP_VOTER, 0});
}

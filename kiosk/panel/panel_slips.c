/* One slip: scanned or typed, whether it was used, and void. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum { FIELD_H = 96, ACT_W = 480 };

static void shared_draw(const struct panel_page_view *view, struct rect *rect)
{
	static const char *const commands[] = {
	    "stemmeboks void FILE --serial 17",
	    "stemmeboks slips FILE --count 20 -o slips.pdf", NULL};

	panel_line(view, rect,
		   _("Several kiosks share the slips: see to them on the "
		     "computer with the organisers' file. To make no. 17 void, "
		     "and to print 20 more, type there:"),
		   ROLE_TEXT);
	panel_commands(view, rect, commands);
}

void panel_slips_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel_facts *facts = view->facts;
	bool may_print = act_allowed(ACT_PRINTED, facts->phase);
	struct rect field, pad;

	panel_title(view, &rect, _("Slips"));
	if (facts->shared) {
		shared_draw(view, &rect);
		return;
	}
	panel_foot(view, &rect, NULL, _("Look at this slip"),
		   view->panel->number_length == 0);
	pad = panel_pad_place(view, &rect);
	panel_note(view, &rect,
		   _("Scan a slip, or type the number on its stub. It is told "
		     "whether it was used, never with what."),
		   ROLE_TEXT);
	field = panel_cut(&rect, FIELD_H);
	draw_panel(view->ui, field, 8, ROLE_BG, ROLE_OUTLINE, 3);
	draw_text_middle(view->ui, field, view->panel->number, TYPE_H1,
			 ROLE_TEXT, ALIGN_CENTRE);
	panel_pad(view, pad);
	if (!may_print) {
		panel_note(view, &rect,
			   facts->phase == PHASE_OPEN
			       ? _("To print more, pause the voting first.")
			       : _("No more slips can be printed."),
			   ROLE_MUTED);
		return;
	}
	rect = panel_cut(&rect, PANEL_BUTTON_H);
	if (rect.w > ACT_W)
		rect.w = ACT_W;
	panel_button(view, rect, PANEL_WIDGET_PRINT, 0, BUTTON_PLAIN,
		     _("Print more slips"), -1,
		     (struct panel_intent){PANEL_INTENT_PRINT, 0});
}

/* What a slip's status means to an organiser: a status's own sentence is for
 * residents. */
static const struct {
	enum status status;
	const char *text, *about;
	enum icon icon;
} states[] = {
    {STATUS_OK, N_("Not used"), N_("Somebody can vote with it."), ICON_SCAN},
    {STATUS_SLIP_USED, N_("Used"),
     N_("Its ballot is in the box, and no one can tell which. It cannot be "
	"void any more."),
     ICON_TICK},
    {STATUS_SLIP_VOID, N_("Void"), N_("Nobody can vote with it."), ICON_CROSS},
    {STATUS_SLIP_OTHER, N_("Not of this meeting"),
     N_("No slip of this meeting is like it."), ICON_WARNING},
    {STATUS_SLIP_KIOSK, N_("For another kiosk"),
     N_("Look at it there: the slip says which."), ICON_WARNING},
    {STATUS_SLIP_SYNTAX, N_("Not a slip"),
     N_("This is not the code of a slip: it has 20 letters and digits."),
     ICON_WARNING},
};

enum { STATES = sizeof(states) / sizeof(states[0]), SIGN_H = 96, SIGN = 64 };

static void state_draw(const struct panel_page_view *view, struct rect *rect)
{
	struct rect strip = panel_cut(rect, SIGN_H);
	int i = 0;

	while (i < STATES - 1 && states[i].status != view->panel->slip.status)
		i++;
	draw_panel(view->ui, strip, 8, ROLE_SURFACE, ROLE_SURFACE, 0);
	strip = rect_inset(strip, PANEL_GAP);
	draw_icon(view->ui, rect_take_start(&strip, SIGN, PANEL_GAP),
		  (int)states[i].icon, ROLE_TEXT);
	draw_text_middle(view->ui, strip, _(states[i].text), TYPE_H2, ROLE_TEXT,
			 ALIGN_START);
	panel_line(view, rect, _(states[i].about), ROLE_TEXT);
}

void panel_slip_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel *panel = view->panel;
	char title[PANEL_LINE_TEXT];

	snprintf(title, sizeof(title), _("Slip no. %d"), panel->slip.serial);
	panel_title(view, &rect,
		    panel->slip.serial ? title : _("The slip you scanned"));
	panel_foot(view, &rect, _("Back"), NULL, false);
	state_draw(view, &rect);
	if (!panel_may(panel, view->facts, PANEL_EFFECT_VOID))
		return;
	panel_line(view, &rect,
		   _("Was it lost, or printed wrong? Then make it void."),
		   ROLE_TEXT);
	rect = panel_cut(&rect, PANEL_BUTTON_H);
	if (rect.w > ACT_W)
		rect.w = ACT_W;
	panel_button(view, rect, PANEL_WIDGET_VOID, 0, BUTTON_DANGER,
		     _("Make it void"), ICON_CROSS,
		     (struct panel_intent){PANEL_INTENT_VOID, 0});
}

/* The voting: adopted, opened, stopped for a while, closed. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum { ACT_W = 640 };

/* What can be done in a phase, in words; the first row that fits an effect. */
static const struct {
	enum panel_effect effect;
	int phase; /* or -1 for any */
	enum button_kind look;
	const char *label, *about;
} acts[] = {
    {PANEL_EFFECT_ADOPT, -1, BUTTON_PRIMARY, N_("Adopt the rules"),
     N_("Proposals and rules cannot change after that.")},
    {PANEL_EFFECT_OPEN, PHASE_PAUSED, BUTTON_PRIMARY,
     N_("Go on with the voting"), N_("Residents can vote again.")},
    {PANEL_EFFECT_OPEN, -1, BUTTON_PRIMARY, N_("Open the voting"),
     N_("Residents can vote from then on. The box must be empty.")},
    {PANEL_EFFECT_PAUSE, -1, BUTTON_PLAIN, N_("Pause the voting"),
     N_("No one can vote until you go on. Slips can be printed meanwhile.")},
    {PANEL_EFFECT_CLOSE, -1, BUTTON_DANGER, N_("Close the voting"),
     N_("For good. Nobody can vote after that.")},
};

enum { ACTS = sizeof(acts) / sizeof(acts[0]) };

void panel_sums(const struct panel_page_view *view, struct rect *rect)
{
	const struct panel_facts *facts = view->facts;
	char text[PANEL_LINE_TEXT];

	snprintf(text, sizeof(text),
		 _("Slips: %d printed = %d used + %d void + %d unused."),
		 facts->printed, facts->used, facts->voided, facts->unused);
	panel_note(view, rect, text, ROLE_TEXT);
	snprintf(text, sizeof(text),
		 _("Used slips: %d = ballots in the box: %d."), facts->used,
		 facts->filled);
	panel_note(view, rect, text,
		   facts->used == facts->filled ? ROLE_TEXT : ROLE_DANGER);
}

static void act_draw(const struct panel_page_view *view, struct rect *rect,
		     int row)
{
	struct rect line = panel_cut(rect, PANEL_BUTTON_H), place = line;
	enum type type =
	    ui_form(view->ui) == UI_TABLET ? TYPE_SMALL : TYPE_BODY;
	const char *about = _(acts[row].about);
	int high;

	place.w = line.w / 2 - PANEL_GAP;
	if (place.w > ACT_W)
		place.w = ACT_W;
	panel_button(
	    view, place, PANEL_WIDGET_ACT, (int)acts[row].effect,
	    acts[row].look, _(acts[row].label), -1,
	    (struct panel_intent){PANEL_INTENT_ACT, (int)acts[row].effect});
	line.x += place.w + 2 * PANEL_GAP;
	line.w -= place.w + 2 * PANEL_GAP;
	high = text_height(view->ui, about, type, line.w);
	line.y += (line.h - high) / 2;
	line.h = high;
	draw_text(view->ui, line, about, type, ROLE_TEXT, ALIGN_START);
}

static void acts_draw(const struct panel_page_view *view, struct rect *rect)
{
	bool drawn[PANEL_EFFECTS] = {false};

	for (int i = 0; i < ACTS; i++) {
		enum panel_effect effect = acts[i].effect;

		if (drawn[effect] ||
		    !panel_may(view->panel, view->facts, effect) ||
		    (acts[i].phase >= 0 &&
		     acts[i].phase != (int)view->facts->phase))
			continue;
		drawn[effect] = true;
		act_draw(view, rect, i);
	}
}

/* Those acts wait for all kiosks, which takes a command. */
static void shared_draw(const struct panel_page_view *view, struct rect *rect)
{
	static const char *const commands[] = {"stemmeboks open FILE",
					       "stemmeboks pause FILE",
					       "stemmeboks close FILE", NULL};

	panel_line(view, rect,
		   _("Several kiosks share the slips: open, pause and close on "
		     "the computer with the organisers' file. This kiosk "
		     "follows. Type there:"),
		   ROLE_TEXT);
	panel_commands(view, rect, commands);
}

/* As the command "close" says it, for as long as it is so. */
static void copy_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct panel_facts *facts = view->facts;
	const char *file = facts->file ? facts->file : "FILE";
	char text[PANEL_LINE_TEXT];

	if (facts->copy_shows == 0)
		return;
	snprintf(text, sizeof(text),
		 words_plural("%d person voted after the last copy: beside "
			      "this file it shows that vote. Copy over it "
			      "now:",
			      "%d people voted after the last copy: beside "
			      "this file it shows their votes. Copy over it "
			      "now:",
			      (unsigned long)facts->copy_shows),
		 facts->copy_shows);
	panel_line(view, rect, text, ROLE_DANGER);
	snprintf(text, sizeof(text), "stemmeboks backup %s -o COPY", file);
	panel_note(view, rect, text, ROLE_TEXT);
}

void panel_vote_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel_facts *facts = view->facts;

	panel_title(view, &rect, _("Voting"));
	panel_row(view, &rect, _("Phase"), _(phase_text(facts->phase)));
	if (facts->phase > PHASE_DRAFT && ui_form(view->ui) != UI_TABLET)
		panel_row(view, &rect, _("Code of the rules"), facts->code);
	if (!facts->shared)
		panel_sums(view, &rect);
	panel_cut(&rect, PANEL_GAP);
	if (facts->shared)
		shared_draw(view, &rect);
	else if (facts->phase >= PHASE_CLOSED)
		panel_line(view, &rect, _("Voting is closed."), ROLE_TEXT);
	copy_draw(view, &rect);
	acts_draw(view, &rect);
}

/* After closing: ties to be drawn, the count by hand, and the count itself. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/steps.h"
#include "words/words.h"

static void tie_button(const struct panel_page_view *view, struct rect *rect,
		       int index)
{
	const struct meeting *meeting = view->facts->meeting;
	const struct tie *tie = &view->facts->result->ties[index];
	char list[STEP_LIST], text[PANEL_LINE_TEXT];

	tie_list(meeting, tie, false, list);
	/* TRANSLATORS: a pot's title, and numbers of proposals. */
	snprintf(text, sizeof(text), _("Lots: %1$s, %2$s"),
		 meeting_text(meeting, &meeting->pots[tie->pot].title,
			      view->language, NULL),
		 list);
	panel_button(view, panel_cut(rect, PANEL_BUTTON_H), PANEL_WIDGET_TIE,
		     index, BUTTON_PRIMARY, text, -1,
		     (struct panel_intent){PANEL_INTENT_TIE, index});
}

static void ties_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct result *result = view->facts->result;
	int open = 0;

	for (int i = 0; i < result->tie_count; i++) {
		if (!panel_tie_open(result, i))
			continue;
		if (open++ == 0)
			panel_line(view, rect,
				   _("A tie decides about money. Draw lots in "
				     "front of everybody, then type the order "
				     "here."),
				   ROLE_TEXT);
		tie_button(view, rect, i);
	}
}

/* The result, and what is left to do with it. */
static void counted_draw(const struct panel_page_view *view, struct rect *rect)
{
	const struct panel_facts *facts = view->facts;
	char text[PANEL_LINE_TEXT];
	struct rect line;

	snprintf(text, sizeof(text),
		 _("The votes are counted. Code of the rules: %s"),
		 facts->code);
	panel_note(view, rect, text, ROLE_TEXT);
	snprintf(text, sizeof(text), _("Root of the box: %.32s %s"),
		 facts->root, facts->root + PANEL_ROOT / 2);
	panel_note(view, rect, text, ROLE_MUTED);
	line = panel_cut(rect, PANEL_BUTTON_H);
	panel_button(view, panel_cell(line, 2, PANEL_BUTTON_H, 0),
		     PANEL_WIDGET_RESULT, 0, BUTTON_PRIMARY,
		     _("Show the result"), -1,
		     (struct panel_intent){PANEL_INTENT_RESULT, 0});
	panel_button(view, panel_cell(line, 2, PANEL_BUTTON_H, 1),
		     PANEL_WIDGET_PUBLISH, 0, BUTTON_PLAIN,
		     _("Publish the result"), -1,
		     (struct panel_intent){PANEL_INTENT_PUBLISH, 0});
}

void panel_count_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel_facts *facts = view->facts;
	char text[PANEL_LINE_TEXT];

	panel_title(view, &rect, _("Count"));
	if (!facts->box || !facts->result) {
		panel_line(view, &rect,
			   facts->phase < PHASE_CLOSED
			       ? _("The voting is not closed yet.")
			       : _("The box cannot be counted here. See why on "
				   "the command line: stemmeboks count FILE"),
			   ROLE_TEXT);
		return;
	}
	snprintf(text, sizeof(text),
		 words_plural("There is %d ballot in the box.",
			      "There are %d ballots in the box.",
			      (unsigned long)facts->box->ballots),
		 facts->box->ballots);
	panel_line(view, &rect, text, ROLE_TEXT);
	if (facts->phase == PHASE_CLOSED && facts->result->stopped)
		ties_draw(view, &rect);
	else if (facts->phase == PHASE_CLOSED)
		panel_button(view, panel_cut(&rect, PANEL_BUTTON_H),
			     PANEL_WIDGET_COUNT, 0, BUTTON_PRIMARY,
			     _("Count: show the result"), -1,
			     (struct panel_intent){PANEL_INTENT_COUNT, 0});
	else
		counted_draw(view, &rect);
	panel_button(view, panel_cut(&rect, PANEL_BUTTON_H),
		     PANEL_WIDGET_BY_HAND, 0, BUTTON_PLAIN,
		     _("Type the count by hand"), -1,
		     (struct panel_intent){PANEL_INTENT_BY_HAND, 0});
}

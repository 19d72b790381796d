/* The rules of the meeting, and that they stand. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/votes.h"
#include "words/words.h"

static void pot_draw(const struct panel_page_view *view, struct rect *rect,
		     int index)
{
	const struct meeting *meeting = view->facts->meeting;
	const struct pot *pot = &meeting->pots[index];
	char text[PANEL_LINE_TEXT], money[MONEY_TEXT];
	int first, end;

	meeting_pot_range(meeting, index, &first, &end);
	words_money(pot->amount_minor, money);
	/* TRANSLATORS: a pot's title, its money, and how many proposals. */
	snprintf(text, sizeof(text),
		 words_plural("%1$s: %2$s, %3$d proposal",
			      "%1$s: %2$s, %3$d proposals",
			      (unsigned long)(end - first)),
		 meeting_text(meeting, &pot->title, view->language, NULL),
		 money, end - first);
	panel_line(view, rect, text, ROLE_TEXT);
	snprintf(text, sizeof(text), _("%1$s At most %2$d."),
		 ballot_type_text(pot->ballot_type), pot->choose_max);
	panel_note(view, rect, text, ROLE_MUTED);
}

void panel_rules_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel_facts *facts = view->facts;

	panel_title(view, &rect, _("Rules of the meeting"));
	panel_foot(view, &rect, _("Back"), NULL, false);
	panel_note(view, &rect,
		   facts->phase == PHASE_DRAFT
		       ? _("They stand once they are adopted. Until then they "
			   "are changed in the meeting's folder, and built "
			   "anew.")
		       : _("They are adopted: proposals, money and rules "
			   "cannot change any more."),
		   ROLE_TEXT);
	if (facts->phase != PHASE_DRAFT)
		panel_row(view, &rect, _("Code of the rules"), facts->code);
	for (int i = 0; i < facts->meeting->pot_count; i++)
		pot_draw(view, &rect, i);
}

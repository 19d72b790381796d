/* How the evening stands: phase, slips and ballots. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum { LINE_H = 64 };

static void row_draw(const struct panel_page_view *view, struct rect *rect,
		     const char *what, const char *value)
{
	struct rect line = panel_cut(rect, LINE_H - PANEL_GAP);

	draw_text_middle(view->ui, line, what, TYPE_BODY, ROLE_MUTED,
			 ALIGN_START);
	line.x += line.w / 2;
	line.w -= line.w / 2;
	draw_text_middle(view->ui, line, value, TYPE_TITLE, ROLE_TEXT,
			 ALIGN_START);
}

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
	char text[32];

	panel_title(view, &rect, _("Status"));
	row_draw(view, &rect, _("Phase"), _(phase_text(facts->phase)));
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		snprintf(text, sizeof(text), "%d", numbers[i].value);
		row_draw(view, &rect, _(numbers[i].what), text);
	}
	if (!facts->box)
		return;
	snprintf(text, sizeof(text), "%d", facts->box->ballots);
	row_draw(view, &rect, _("Ballots in the box"), text);
}

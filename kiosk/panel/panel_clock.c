/* Whether the clock is right: by a person's telephone. */
#include "panel/panel_parts.h"
#include "words/words.h"

enum { COLUMNS = 2, TIME_H = 96, TIME_H_TABLET = 80, HIGH_TABLET = 64 };

void panel_clock_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct check_facts *check = &view->facts->check;
	enum check_says says =
	    check_judge(check, &view->panel->hands, CHECK_CLOCK);
	int time_h = panel_columns(view, TIME_H, TIME_H, TIME_H_TABLET);
	struct rect line;

	panel_foot(view, &rect, _("Back"), NULL, false);
	panel_title(view, &rect, _("Clock"));
	draw_text_middle(view->ui, panel_cut(&rect, time_h), check->now,
			 TYPE_DISPLAY, ROLE_TEXT, ALIGN_START);
	panel_note(view, &rect, _(check_text(says)),
		   check_state(says) == CHECK_LOOK ? ROLE_DANGER : ROLE_TEXT);
	panel_row(view, &rect, _("Day of the meeting"), check->day);
	if (*check->last)
		panel_row(view, &rect, _("Last act in the meeting"),
			  check->last);
	line = panel_cut(&rect, panel_columns(view, PANEL_BUTTON_H,
					      PANEL_BUTTON_H, HIGH_TABLET));
	panel_button(view, panel_cell(line, COLUMNS, line.h, 0),
		     PANEL_WIDGET_YES, CHECK_CLOCK, BUTTON_PLAIN,
		     _("The time is right"), -1,
		     (struct panel_intent){PANEL_INTENT_YES, CHECK_CLOCK});
	panel_button(view, panel_cell(line, COLUMNS, line.h, 1),
		     PANEL_WIDGET_NO, CHECK_CLOCK, BUTTON_PLAIN,
		     _("The time is wrong"), -1,
		     (struct panel_intent){PANEL_INTENT_NO, CHECK_CLOCK});
}

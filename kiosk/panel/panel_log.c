/* What organisers did, newest first, page by page. */
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/act_words.h"
#include "words/words.h"

enum { ROW_H = 56, ROW_H_TABLET = 44, TIME_W = 320, TIME_W_TABLET = 240 };

static void row_draw(const struct panel_page_view *view, struct rect line,
		     const struct panel_log_row *row)
{
	enum type type = panel_columns(view, TYPE_BODY, TYPE_BODY, TYPE_SMALL);
	int wide = panel_columns(view, TIME_W, TIME_W, TIME_W_TABLET);
	struct rect time = line;
	char text[PANEL_LINE_TEXT];

	time.w = wide;
	draw_text_middle(view->ui, time, row->at, type, ROLE_MUTED,
			 ALIGN_START);
	line.x += wide;
	line.w -= wide;
	snprintf(text, sizeof(text), *row->detail ? "%s: %s" : "%s%s",
		 _(act_words(row->act)), row->detail);
	draw_text_middle(view->ui, line, text, type, ROLE_TEXT, ALIGN_START);
}

void panel_log_draw(const struct panel_page_view *view, struct rect rect)
{
	const struct panel_log *log = view->facts->log;
	int high = panel_columns(view, ROW_H, ROW_H, ROW_H_TABLET);
	int count = log ? log->count : 0, room, pages;
	struct rect head = rect;

	panel_title(view, &rect, _("Log"));
	panel_note(view, &rect,
		   _("What organisers did; times are rounded to five "
		     "minutes. Nothing about votes is kept."),
		   ROLE_MUTED);
	room = rect.h / high;
	pages = (count + room - 1) / room;
	panel_more(view, head, pages);
	for (int i = 0; i < room && pages > 0; i++) {
		int row = view->panel->rows_page % pages * room + i;

		if (row < count)
			row_draw(view,
				 (struct rect){rect.x, rect.y + i * high,
					       rect.w, high},
				 &log->row[row]);
	}
}

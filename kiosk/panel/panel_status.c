/* How the evening stands: phase, slips and ballots, and the machine. */
#include <stdarg.h>
#include <stdio.h>

#include "panel/panel_parts.h"
#include "words/words.h"

enum { BUTTON_W = 480, ROWS = 16, ROW_H = 56, ROW_H_TABLET = 48, MIB = 1024 };

/* The rows of the page as they are made. */
struct lines {
	int count;
	struct {
		const char *what;
		char value[PANEL_NAME];
		enum role role;
	} line[ROWS];
};

static void line_add(struct lines *lines, const char *what, enum role role,
		     const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void line_add(struct lines *lines, const char *what, enum role role,
		     const char *format, ...)
{
	va_list values;

	if (lines->count == ROWS)
		return;
	lines->line[lines->count].what = what;
	lines->line[lines->count].role = role;
	va_start(values, format);
	vsnprintf(lines->line[lines->count].value, PANEL_NAME, format, values);
	va_end(values);
	lines->count++;
}

static void meeting_lines(const struct panel_facts *facts, struct lines *lines)
{
	enum role role = facts->used == facts->filled ? ROLE_TEXT : ROLE_DANGER;

	line_add(lines, _("Phase"), ROLE_TEXT, "%s",
		 _(phase_text(facts->phase)));
	if (facts->kiosk) {
		line_add(lines, _("Kiosk"), ROLE_TEXT, "%d", facts->kiosk);
		return;
	}
	line_add(lines, _("Slips printed"), ROLE_TEXT, "%d", facts->printed);
	line_add(lines, _("Slips void"), ROLE_TEXT, "%d", facts->voided);
	line_add(lines, _("Slips not used"), ROLE_TEXT, "%d", facts->unused);
	line_add(lines, _("Slips used"), role, "%d", facts->used);
	line_add(lines, _("In the box"), role, "%d", facts->filled);
}

static void machine_lines(const struct panel_facts *facts, struct lines *lines)
{
	const struct panel_machine *machine = &facts->machine;

	line_add(lines, _("Last written"), ROLE_TEXT, "%s", machine->written);
	line_add(lines, _("Clock"), ROLE_TEXT, "%s", machine->clock);
	if (machine->free_mib >= 0)
		line_add(lines, _("Disk free"),
			 machine->free_mib < MIB ? ROLE_DANGER : ROLE_TEXT,
			 _("%lld MB"), (long long)machine->free_mib);
	if (machine->battery >= 0)
		line_add(lines, _("Battery"),
			 machine->battery < 20 ? ROLE_DANGER : ROLE_TEXT,
			 "%d %%", machine->battery);
	else
		line_add(lines, _("Battery"), ROLE_TEXT, "%s", _("None"));
	line_add(lines, _("Camera"), ROLE_TEXT, "%s",
		 facts->plugged.camera ? _("There") : _("None"));
	line_add(lines, _("Version"), ROLE_TEXT, "%s", machine->version);
}

static void line_draw(const struct panel_page_view *view, struct rect cell,
		      const struct lines *lines, int index)
{
	bool tablet = ui_form(view->ui) == UI_TABLET;

	draw_text_middle(view->ui, cell, lines->line[index].what,
			 tablet ? TYPE_SMALL : TYPE_BODY, ROLE_MUTED,
			 ALIGN_START);
	cell.x += cell.w / 2;
	cell.w -= cell.w / 2;
	draw_text_middle(view->ui, cell, lines->line[index].value,
			 tablet ? TYPE_SMALL_BOLD : TYPE_TITLE,
			 lines->line[index].role, ALIGN_START);
}

void panel_status_draw(const struct panel_page_view *view, struct rect rect)
{
	int high = panel_columns(view, ROW_H, ROW_H, ROW_H_TABLET);
	int columns = panel_columns(view, 1, 1, 2);
	struct lines lines = {0};
	char text[PANEL_LINE_TEXT];
	struct rect button;

	panel_title(view, &rect, _("Status"));
	if (view->facts->kiosk) {
		snprintf(text, sizeof(text), "%s %s", _("Slips"),
			 _("on the shared roll"));
		panel_note(view, &rect, text, ROLE_TEXT);
	}
	meeting_lines(view->facts, &lines);
	machine_lines(view->facts, &lines);
	for (int i = 0; i < lines.count; i++)
		line_draw(view, rect_cell(rect, i, columns, high, PANEL_GAP, 0),
			  &lines, i);
	button = panel_cut_bottom(&rect, PANEL_BUTTON_H);
	if (button.w > BUTTON_W)
		button.w = BUTTON_W;
	panel_button(view, button, PANEL_WIDGET_SCANNER, 0, BUTTON_PLAIN,
		     _("Test the scanner"), ICON_SCAN,
		     (struct panel_intent){PANEL_INTENT_SCANNER, 0});
}

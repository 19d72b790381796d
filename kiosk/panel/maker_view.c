/* What there is to choose from, the meeting that was made, its PINs. */
#include "panel/maker_view.h"

#include <stdio.h>

#include "panel/maker_parts.h"
#include "words/words.h"

enum {
	MARGIN = 48,
	MARGIN_TABLET = 16,
	HALL_PILL_W = 900,
	HALL_PILL_H = 48,
	NOTE_H = 56, /* a line of words and the gap below it */
};

static void (*const pages[MAKER_PAGES])(const struct maker_page_view *view,
					struct rect rect) = {
#define MAKER(NAME, spelled, draw) [MAKER_##NAME] = maker_##draw##_draw,
#include "core/maker.def"
#undef MAKER
};

static void source_draw(const struct maker_page_view *view, struct rect cell,
			int pick, const struct maker_source *source)
{
	char label[PANEL_LINE_TEXT];

	snprintf(label, sizeof(label), *source->where ? "%s · %s" : "%s",
		 source->name, source->where);
	panel_button(&view->panel, cell, PANEL_WIDGET_PICK, pick, BUTTON_PLAIN,
		     label, -1, (struct panel_intent){PANEL_INTENT_PICK, pick});
}

/* TEXT and the SOURCES as buttons of LIST, as many as there is room for at the
 * top of *RECT, which begins below them then. Whether there are more. */
static bool sources_draw(const struct maker_page_view *view, struct rect *rect,
			 const char *text, enum panel_pick list,
			 const struct maker_sources *sources)
{
	const struct panel_page_view *panel = &view->panel;
	int columns = panel_columns(panel, 3, 2, 3);
	int high =
	    panel_columns(panel, PANEL_BUTTON_H, PANEL_BUTTON_H, PANEL_ROW_H);
	int rows = (sources->count + columns - 1) / columns, room;
	struct rect grid;

	if (sources->count == 0)
		return false;
	room = (rect->h - 2 * NOTE_H) / (high + PANEL_GAP);
	if (room > 0)
		panel_note(panel, rect, text, ROLE_TEXT);
	if (rows > room)
		rows = room > 0 ? room : 0;
	grid = panel_cut(rect, rows * (high + PANEL_GAP) - PANEL_GAP);
	for (int i = 0; i < sources->count && i < rows * columns; i++)
		source_draw(view, panel_cell(grid, columns, high, i),
			    PANEL_PICK((int)list, i), &sources->source[i]);
	return sources->more || sources->count > rows * columns;
}

void maker_find_draw(const struct maker_page_view *view, struct rect rect)
{
	const struct panel_page_view *panel = &view->panel;
	const struct maker_facts *facts = view->facts;
	bool more;

	panel_title(panel, &rect, _("New meeting"));
	panel_foot(panel, &rect, NULL, _("Look again"), false);
	if (facts->sources.count == 0)
		panel_note(panel, &rect,
			   _("Put in a stick with the meeting on it: one "
			     "spreadsheet (.xlsx, .ods or .csv), or a folder "
			     "with meeting.ini. Then touch \"Look again\"."),
			   ROLE_TEXT);
	more = sources_draw(view, &rect,
			    _("This is on the stick. Choose the meeting."),
			    PANEL_PICK_PLACE, &facts->sources);
	more |=
	    sources_draw(view, &rect, _("Or go on with a meeting made before."),
			 PANEL_PICK_MEETING, &facts->meetings);
	if (more)
		panel_note(panel, &rect,
			   _("There are more. Take some away to see them."),
			   ROLE_MUTED);
}

static void act_draw(const struct maker_page_view *view, struct rect rect,
		     enum panel_widget widget, int index, const char *label,
		     int icon, enum panel_intent_kind kind)
{
	panel_button(&view->panel, rect, widget, index, BUTTON_PLAIN, label,
		     icon, (struct panel_intent){kind, index});
}

void maker_made_draw(const struct maker_page_view *view, struct rect rect)
{
	const struct panel_page_view *panel = &view->panel;
	const struct maker_facts *facts = view->facts;
	bool guarded = maker_guarded(facts);
	bool small = ui_form(panel->ui) == UI_TABLET;
	int columns = panel_columns(panel, 2, 1, 2), high = PANEL_BUTTON_H;
	struct rect grid;

	panel_title(panel, &rect, facts->title);
	panel_foot(panel, &rect, _("Back"), _("Start this meeting"), !guarded);
	if (!small) {
		panel_row(panel, &rect, _("The meeting's file"), facts->file);
		panel_note(panel, &rect,
			   _("Look at it as residents will see it, print slips "
			     "and posters, and choose the PIN of the "
			     "organisers."),
			   ROLE_TEXT);
	}
	grid = panel_cut(&rect, (4 / columns) * (high + PANEL_GAP) - PANEL_GAP);
	act_draw(view, panel_cell(grid, columns, high, 0), PANEL_WIDGET_LOOK, 0,
		 _("See the kiosk's screens"), ICON_BALLOT, PANEL_INTENT_LOOK);
	act_draw(view, panel_cell(grid, columns, high, 1), PANEL_WIDGET_LOOK, 1,
		 _("See the big screen"), ICON_PICTURE, PANEL_INTENT_LOOK);
	act_draw(view, panel_cell(grid, columns, high, 2), PANEL_WIDGET_PRINT,
		 0, _("Print slips and posters"), ICON_SLIP,
		 PANEL_INTENT_PRINT);
	act_draw(view, panel_cell(grid, columns, high, 3), PANEL_WIDGET_SET_PIN,
		 0, guarded ? _("Change the PIN") : _("Choose the PIN"),
		 ICON_LOCK, PANEL_INTENT_SET_PIN);
	/* On a small display what was told is in its place. */
	if (!guarded && !(small && panel->panel->told))
		panel_note(panel, &rect,
			   _("It can be started once it has a PIN."),
			   ROLE_MUTED);
}

void maker_pin_draw(const struct maker_page_view *view, struct rect rect)
{
	const struct panel_page_view *panel = &view->panel;
	const struct maker *maker = view->maker;
	struct rect pad;

	panel_title(panel, &rect,
		    maker->second ? _("PIN of the second person")
				  : _("PIN of the organisers"));
	panel_foot(panel, &rect, _("Back"), NULL, false);
	pad = panel_pad_place(panel, &rect);
	panel_note(panel, &rect,
		   maker->again ? _("The same six digits once more.")
				: _("Six digits that only you know. They open "
				    "the panel: hold the top corner for three "
				    "seconds."),
		   ROLE_TEXT);
	panel_dots(panel, &rect);
	if (maker->differs)
		panel_note(panel, &rect,
			   _("The two were not the same. Type a PIN anew."),
			   ROLE_DANGER);
	panel_pad(panel, pad);
}

void maker_print_draw(const struct maker_page_view *view, struct rect rect)
{
	const struct panel_page_view *panel = &view->panel;
	const struct panel_names *printers = &view->facts->panel.printers;
	bool quiet = printers->count == 0;
	char text[PANEL_LINE_TEXT];
	struct rect line;

	panel_title(panel, &rect, _("Print slips and posters"));
	snprintf(text, sizeof(text),
		 words_plural("Print %d slip", "Print %d slips",
			      (unsigned long)view->maker->typed.print_count),
		 view->maker->typed.print_count);
	panel_foot(panel, &rect, _("Back"), text, quiet);
	panel_count_slips_draw(panel, &rect);
	if (quiet) {
		panel_note(panel, &rect,
			   _("No printer was found. Plug one in and add it to "
			     "the machine; lpstat -e must name it."),
			   ROLE_DANGER);
		return;
	}
	panel_names_draw(panel, &rect, _("Printer"), PANEL_PICK_PRINTER,
			 printers, view->maker->typed.printer);
	line = panel_cut_bottom(&rect, PANEL_BUTTON_H);
	line.x += line.w - panel_foot_wide(line.w);
	line.w = panel_foot_wide(line.w);
	act_draw(view, line, PANEL_WIDGET_POSTERS, 0,
		 _("Print the posters, A4"), -1, PANEL_INTENT_PRINT);
}

void maker_look_draw(const struct maker_page_view *view, struct rect rect)
{
	(void)view;
	(void)rect;
}

void maker_draw(struct ui *ui, const struct maker *maker,
		const struct maker_facts *facts,
		struct panel_intent *ret_intent)
{
	struct maker_page_view view = {
	    {ui, &maker->typed, &facts->panel, 0, ret_intent, NULL},
	    maker,
	    facts};
	int margin = ui_form(ui) == UI_TABLET ? MARGIN_TABLET : MARGIN;
	struct rect rect = rect_inset(ui_frame(ui), margin);

	*ret_intent = (struct panel_intent){PANEL_INTENT_NONE, 0};
	ui_set_enabled(ui, true);
	ui_set_rtl(ui, false);
	ui_set_reach(ui, false);
	ui_set_zoom(ui, UI_ZOOM_USUAL);
	draw_fill(ui, ui_frame(ui), ROLE_BG);
	panel_tell_draw(&view.panel, &rect);
	if (facts->panel.busy)
		panel_line(&view.panel, &rect, _("Please wait…"), ROLE_TEXT);
	else
		pages[maker->page](&view, rect);
}

void maker_hall_draw(struct ui *ui, struct panel_intent *ret_intent)
{
	struct rect frame = ui_frame(ui);
	struct rect pill = {frame.x + (frame.w - HALL_PILL_W) / 2, frame.y,
			    HALL_PILL_W, HALL_PILL_H};

	*ret_intent = (struct panel_intent){PANEL_INTENT_NONE, 0};
	draw_panel(ui, pill, 8, ROLE_WARN, ROLE_WARN, 0);
	draw_text_middle(ui, pill, _("Preview. Touch anywhere to go back."),
			 TYPE_TITLE, ROLE_ON_WARN, ALIGN_CENTRE);
	if (ui_area(ui, UI_ID(PANEL_WIDGET_BACK, 0), frame, _("Back")))
		ret_intent->kind = PANEL_INTENT_BACK;
}
